"""The order of work on one page, and across pages. One maker for each record; nobody reads what is not yet made."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from dragoman.clean.page import clean_page
from dragoman.extract.events import code_events
from dragoman.extract.figures import find_figures
from dragoman.extract.relations import find_relations
from dragoman.extract.statements import find_statements
from dragoman.lexicon.lexicon import Lexicon
from dragoman.lexicon.names import Names
from dragoman.parse.parser import Parser
from dragoman.parse.sentences import read_sentences
from dragoman.reconcile.across import ACROSS as ACROSS
from dragoman.records import Document, Page
from dragoman.resolve.entities import find_entities
from dragoman.resolve.mentions import find_mentions
from dragoman.resolve.references import find_references
from dragoman.resolve.times import find_times

Step = Callable[..., Any]
Made = dict[type, list[Any]]

FLOW: tuple[Step, ...] = (
    clean_page,
    read_sentences,
    find_references,
    find_entities,
    find_mentions,
    find_times,
    find_statements,
    find_figures,
    find_relations,
    code_events,
)


@cache
def signature(step: Step) -> tuple[dict[str, Any], type, bool]:
    """What a step reads (argument -> type), the record it makes, and whether it makes many."""
    hints = get_type_hints(step)
    made = hints.pop("return")
    many = get_origin(made) is not None
    return hints, get_args(made)[0] if many else made, many


def reads(step: Step) -> list[type]:
    """The records and parts of the words that a step reads."""
    return [get_args(t)[0] if get_origin(t) is list else t for t in signature(step)[0].values()]


def check(steps: tuple[Step, ...] = FLOW, given: tuple[type, ...] | None = None) -> dict[type, Step]:
    """The maker of each record. Raises TypeError when a step reads what nobody made, or a record has two makers."""
    at_hand = set((Page, Parser, *Lexicon.sections()) if given is None else given)
    makers: dict[type, Step] = {}
    for step in steps:
        for need in reads(step):
            if need not in at_hand:
                raise TypeError(f"{step.__module__}.{step.__name__} reads {need.__name__}, which no earlier step makes")
        made = signature(step)[1]
        if made in makers:
            raise TypeError(f"{made.__name__} has two makers")
        makers[made] = step
        at_hand.add(made)
    return makers


def call(step: Step, made: Made) -> Iterator[Any]:
    """What one step makes of what is there."""
    wanted, _, many = signature(step)
    arguments = {name: made.get(get_args(t)[0], []) if get_origin(t) is list else made[t][0] for name, t in wanted.items()}
    if many:
        yield from step(**arguments)
    else:
        yield step(**arguments)


def begin(lexicon: Lexicon, parser: Parser) -> Made:
    """What is at hand before the first step: the words, by section, and the parser."""
    return {Parser: [parser], **{type(section): [section] for section in lexicon}}


def run(
    page: Page | Document,
    lexicon: Lexicon,
    parser: Parser,
    steps: tuple[Step, ...] = FLOW,
    failed: Callable[[Step, Exception], None] | None = None,
) -> Made:
    """All records of one page; a Document may be given when the page is already clean.

    With `failed`, a step that breaks is told to it and makes nothing, and the steps after it go on.
    """
    made = begin(lexicon, parser)
    made[type(page)] = [page]
    for step in steps:
        kind = signature(step)[1]
        if kind is Document and isinstance(page, Document):
            continue
        try:
            made[kind] = list(call(step, made))
        except Exception as error:
            if failed is None or kind is Document:
                raise
            failed(step, error)
            made[kind] = []
    return made


def run_across(made: Made, names: Names, steps: tuple[Step, ...] = ACROSS) -> Made:
    """What is made of all pages together: copies, stories, events, conflicts; `made` gains their rows."""
    made[Names] = [names]
    for step in steps:
        made[signature(step)[1]] = list(call(step, made))
    return made

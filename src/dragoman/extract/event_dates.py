"""When an act was done: from its own clause, from the statement it stands in, or from the page's day."""

from dataclasses import dataclass
from datetime import date

from dragoman.extract.event_acts import Found
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.statement import Statement
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import auxiliaries, head_of_span

OTHER_CLAUSE = ("appos", "relcl", "advcl", "acl", "ccomp", "parataxis", "pcomp")
# A noun shares its carrier's day where the carrier does it, or tells of it as it happens.
CARRIED = ("object", "subject", "during", "at", "in", "for", "on", "after")
SPEECH = ("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE")


@dataclass(frozen=True, slots=True)
class Day:
    """An interval, what gave it, and how far it may be trusted."""

    start: date | None
    end: date | None
    source: str | None
    trust: float


UNKNOWN = Day(None, None, None, 1.0)


def day_of(
    sentence: Sentence, found: Found, code: str, document: Document, times: SpanIndex[Time], said: Statement | None
) -> Day:
    """Day of an act.

    "met on Monday" has it in its clause, "the invasion of Ukraine in February 2022" in its noun phrase;
    what is said happened in the saying is dated like the saying; else only the page's own news takes its day.
    """
    time = own_time(sentence, found, times)
    if time is not None:
        if time.mod in ("BEFORE", "AFTER") or time.date_start is None:
            return UNKNOWN
        return Day(time.date_start, time.date_end, f"times:{time.id}", 1.0)
    if code in SPEECH and said is not None and said.date_start is not None:
        return Day(said.date_start, said.date_end, "statement", 0.95)
    if document.published_start is not None and is_news(sentence, found, code, said):
        return Day(document.published_start, document.published_end, "published", 0.9)
    return UNKNOWN


def own_time(sentence: Sentence, found: Found, times: SpanIndex[Time]) -> Time | None:
    """The time expression of an act: the one that hangs nearest below its noun, its verb or its light verb."""
    roots = [found.trigger]
    if found.is_noun and found.light is not None and found.by in CARRIED:
        roots.append(found.light)
    for root in roots:
        steps = {time: distance(sentence, time, root) for time in times.inside(sentence.start, sentence.end)}
        near = [time for time, far in steps.items() if far >= 0]
        if near:
            return min(near, key=lambda time: steps[time])
    return None


def distance(sentence: Sentence, time: Time, root: int) -> int:
    """Steps in the tree from a time expression up to a word; -1 when it stands in another clause or no day is meant."""
    if time.type not in ("DATE", "TIME"):
        return -1
    i = head_of_span(sentence, time.start, time.end)
    steps = 0
    while i is not None and i != root:
        token = sentence.tokens[i]
        if token.dep in OTHER_CLAUSE or token.head == i or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            return -1
        i, steps = token.head, steps + 1
    return steps if i == root else -1


def is_news(sentence: Sentence, found: Found, code: str, said: Statement | None) -> bool:
    """Is the act told as the page's own news: in its first paragraphs, or as something said in simple past or present?"""
    if found.is_noun and found.by not in ("object", "during", "after", "at"):
        return False
    verb = sentence.tokens[found.trigger if not found.is_noun or found.light is None else found.light]
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return False
    if sentence.paragraph <= 1:
        return True
    has_perfect = any(aux.lemma == "have" for aux in auxiliaries(sentence, verb.i))
    return code in SPEECH and not has_perfect and (verb.tag in ("VBD", "VBZ", "VBG") or said is not None)

"""Known names are parsed as names that the parser knows: "ECOWAS imposed sanctions" is no participle when NATO stands there.

A small pipeline guesses the part of speech of a name that it has never met by its letters, and is wrong once in a while;
with the subject of a sentence taken for a verb, everything that the sentence tells is lost. The gazetteer knows better.
Each word stays one word, and the words handed on are those of the page.
"""

from collections.abc import Iterable
from typing import Any

from dragoman.lexicon.familiar import Familiar
from dragoman.lexicon.name_scan import Hit
from dragoman.lexicon.names import Names

SHORTEST = 3
PLACES = frozenset({"state", "place"})
PLACED = frozenset({"name", "capital", "place", "seat"})


def with_familiar_names(doc: Any, names: Names, familiar: Familiar) -> Any:
    """The tokens of a sentence with familiar words for those of listed names; the printed words stand in its user data."""
    turns: dict[str, int] = {}
    stand_ins = {
        i: pick(words, turns.setdefault(hit.text, len(turns)))
        for hit in names.scan(doc.text)
        for i, words in _of_hit(doc, hit, names, familiar)
    }
    if not stand_ins:
        return doc
    words = [stand_ins.get(token.i, token.text) for token in doc]
    made = type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    made.user_data["printed"] = [(token.idx, token.text) for token in doc]
    return made


def pick(words: tuple[str, ...], turn: int) -> str:
    """A word for the name that comes so many names after the first: "Lebanon held Israel responsible" is of two states.

    >>> pick(("France", "Spain"), 0), pick(("France", "Spain"), 3)
    ('France', 'Spain')
    """
    return words[turn % len(words)]


def printed(doc: Any) -> list[tuple[int, str]] | None:
    """Where each word stood and how it was printed; None when nothing was replaced."""
    found: list[tuple[int, str]] | None = doc.user_data.get("printed")
    return found


def _of_hit(doc: Any, hit: Hit, names: Names, familiar: Familiar) -> Iterable[tuple[int, tuple[str, ...]]]:
    """The words of one listed name that are replaced, by number; demonyms are adjectives and stay."""
    span = doc.char_span(hit.start, hit.end)
    forms = {form.form for form in hit.forms}
    if span is None or "demonym" in forms:
        return
    kinds = {entity.kind if (entity := names.entity(form.entity)) else "" for form in hit.forms}
    if kinds == {"person"}:
        last = len(span) - 1
        for n, token in enumerate(span):
            if _is_name(token) and len(token) >= SHORTEST:
                yield token.i, familiar.surname if n == last else familiar.given
    elif len(span) == 1:
        yield from _of_word(span[0], kinds, forms, familiar)


def _of_word(token: Any, kinds: set[str], forms: set[str], familiar: Familiar) -> Iterable[tuple[int, tuple[str, ...]]]:
    if token.is_upper:
        if token.is_alpha and len(token) >= SHORTEST:
            yield token.i, familiar.body
    elif _is_name(token) and kinds <= PLACES and forms & PLACED:
        yield token.i, familiar.place


def _is_name(token: Any) -> bool:
    return bool(token.is_alpha and token.text[0].isupper())

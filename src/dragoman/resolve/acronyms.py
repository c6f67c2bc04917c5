"""Acronyms that a text defines: "the Syrian Democratic Forces (SDF) ... the SDF"."""

import re
from collections.abc import Iterator

from dragoman.lexicon.name_tables import slug
from dragoman.records import Entity
from dragoman.resolve.cast import Cast

DEFINED = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
WORD = re.compile(r"[A-Za-zÀ-ž][\w'’.-]*")
SMALL = frozenset("of the and for in on de la du des del y e et und to".split())


def learn_acronyms(cast: Cast, text: str) -> None:
    """Remember the acronyms of a text: of a listed name, else of the capitalised words before them."""
    for found in DEFINED.finditer(text):
        before = text[: found.start()].rstrip()
        listed = [h for h in cast.names.scan(text) if h.end == len(before)]
        entity = (
            cast.names.entity(listed[0].forms[0].entity) if listed and len({f.entity for f in listed[0].forms}) == 1 else None
        )
        if entity is None or entity.kind in ("state", "place", "person"):
            spelt = spelt_out(before, found[1])
            entity = (
                Entity(id=f"org:{slug(spelt)}", name=spelt, kind="organisation", aliases=(found[1],), listed=False)
                if spelt
                else None
            )
        if entity is not None:
            cast.acronyms.setdefault(found[1], entity)


def spelt_out(before: str, acronym: str) -> str | None:
    """The words right before an acronym whose first letters it is, in whatever order ("PDKI").

    >>> spelt_out("a member of the Democratic Unionist Party", "DUP")
    'Democratic Unionist Party'
    >>> spelt_out("a spokesman of the ministry", "DUP") is None
    True
    """
    letters = [c for c in acronym if c.isupper()]
    for start in _capitalised(before[-120:]):
        initials = [w[0][0] for w in WORD.finditer(start) if w[0].lower() not in SMALL]
        if len(letters) > 1 and sorted(initials) == sorted(letters):
            return start
    return None


def _capitalised(text: str) -> Iterator[str]:
    """The endings of a text that begin with a capital letter, the shortest first."""
    yield from (text[w.start() :] for w in reversed(list(WORD.finditer(text))) if w[0][0].isupper())

"""Every listed name in a text: an automaton over all forms, the longest on word boundaries wins."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from dragoman.lexicon.name_tables import Form

SHORTEST_IN_CAPITALS = 4
REMEMBERED = 4096  # texts; one sentence is asked for several times while it is read


class Hit(NamedTuple):
    """A listed name at a place of a text, with all that it may stand for."""

    start: int
    end: int
    text: str
    forms: tuple[Form, ...]


class NameScanner:
    """Finds the listed names of a text, over a million words a second."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]]) -> None:
        self._forms = {**_in_capitals(forms), **forms}
        self._surfaces = list(self._forms)
        self._automaton = ahocorasick_rs.AhoCorasick(self._surfaces)
        self._remembered = lru_cache(maxsize=REMEMBERED)(lambda text: tuple(self._find(text)))

    def __call__(self, text: str) -> tuple[Hit, ...]:
        """Hits in order, none overlapping another: at each place the longest that lies on word boundaries."""
        return self._remembered(text)

    def _find(self, text: str) -> Iterator[Hit]:
        plain = text.replace("’", "'").replace("\n", " ").replace("\xa0", " ")
        last = 0
        for start, end, surface in self._longest_first(plain):
            if start >= last:
                last = end
                yield Hit(start, end, text[start:end], self._forms[surface])

    def _longest_first(self, text: str) -> list[tuple[int, int, str]]:
        found = [
            (start, end, self._surfaces[number])
            for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if _on_boundaries(text, start, end)
        ]
        return sorted(found, key=lambda hit: (_first_word(text, hit[0]), -hit[1], hit[0]))


def _first_word(text: str, start: int) -> int:
    """Where a name begins without its article: "the East African Community" is not The East African."""
    return start + len("the ") if text[start : start + len("the ")].lower() == "the " else start


def _on_boundaries(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before == "_" or (after.isalnum() or after == "_"):
        return False
    return not (before in ("@", "#") or (before == "." and start > 1 and text[start - 2].isalnum()))


def _in_capitals(forms: Mapping[str, tuple[Form, ...]]) -> dict[str, tuple[Form, ...]]:
    """Headlines and datelines print names in capitals; short ones would be acronyms."""
    return {
        surface.upper(): meant
        for surface, meant in forms.items()
        if len(surface) >= SHORTEST_IN_CAPITALS and surface.upper() not in forms
    }

"""Lines of a page with what can be counted on each."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.lexicon.boilerplate import Boilerplate, LineRule

MARKS = re.compile(r"[ \t\u00a0\u200b\ufeff]*(?:(?:[•·▪◦‣●○■□►▸*]|[-–](?=\s)|(?<=\s)\d{1,2}\.(?=\s))[ \t\u00a0]*)?")
BULLET = re.compile(r"[•·▪◦‣●○■□►▸*\-–]|\d{1,2}\.")
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
STOP = re.compile(r"[.!?…。！？।؟][\"'”’»«)\]】」]*(?=\s|$)|[。！？।]|[.!?…][\"”’»]*(?=[A-ZÄÖÜ])")
CLOSED = re.compile(r"(?:[.!?…:;。！？।؟][\"'”’»«)\]】」\u00a0 ]*|[\"”»」])$")
SIGNED_OFF = re.compile(r"[.!?][\"'”’)]{0,2}\s+(?:(?:[A-Z]{2,6}\s?){1,6}|Enditem|ENDS?|Ends)$")  # "... from Nepal. PTI ANB RC"
SIGNED_IN = re.compile(r"[.!?][\"'”’]{0,2}\s+\([A-Z][\w./& -]{1,24}\)$")  # "... leaves for Lima. (ANDINA)"
END_SIGN = "■□▪●◆♦◼█▮ \u00a0"  # set behind the last word of an article
HALTS = frozenset(".!?…。！？।؟")
LONG = 120
DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


Looks = tuple[int, int, int, bool]

DAY_OR_HOUR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:./-]\d{2}\b")  # what dates a page names no other story


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without bullet and indent."""

    number: int
    start: int
    end: int
    text: str
    gap: bool
    bullet: bool
    words: int
    small: int
    stops: int
    closed: bool
    repeated: bool
    rule: LineRule | None

    @property
    def longest_part(self) -> int:
        """Words of the longest part between strokes: 5 in "Monday, 8 July 2014 | Last updated a minute ago | 14°C"."""
        return self.words if "|" not in self.text else max(len(WORD.findall(part)) for part in self.text.split("|"))

    @property
    def kind(self) -> str | None:
        """What the words say the line is."""
        return self.rule.kind if self.rule else None


def read_lines(text: str, words: Boilerplate) -> list[Line]:
    """The page's lines in order, blank ones left out.

    A line that the page prints again is furniture, but a long one only from its second time on: teasers repeat the lead.
    """
    spans = _spans(text)
    told = Counter(text[start:end] for start, end, _, _ in spans)
    lines: list[Line] = []
    rules = dict(zip(told, words.rules_of(list(told)), strict=True))
    known: dict[str, Looks] = {}
    linked = False
    for number, (start, end, gap, bullet) in enumerate(spans):
        said = text[start:end]
        repeated = told[said] > 1 and (said in known or len(said) < LONG)
        if said not in known:
            known[said] = _looks_again(said) if len(said) < LONG else _looks(said)
        line = Line(number, start, end, said, gap, bullet, *known[said], repeated, rules[said])
        above = lines[-1].rule if lines else None
        if above is not None and (_is_linked(lines[-1], line) or (linked and _goes_on(line))):
            line, linked = replace(line, rule=replace(above, ends=False)), True
        else:
            linked = False
        lines.append(line)
    return lines


def _is_linked(above: Line, line: Line) -> bool:
    """Does a line only name what the "READ MORE:" or the "Sponsored" right above it points to?"""
    if above.rule is None or above.kind not in ("related", "advertisement"):
        return False
    opens = above.words <= 4 and (not above.rule.ends or above.text.endswith(":"))
    near = not line.gap or (above.text.endswith(":") and above.kind == "related")
    return opens and near and line.rule is None and line.words <= 20 and not line.closed and not DAY_OR_HOUR.search(line.text)


def _goes_on(line: Line) -> bool:
    """Is a line one more headline of the list that the line above it stands in?"""
    return not line.gap and line.rule is None and line.words <= 20 and not line.closed and not DAY_OR_HOUR.search(line.text)


def _spans(text: str) -> list[tuple[int, int, bool, bool]]:
    """start, end, after a blank line?, behind a bullet? of each line with something on it."""
    found: list[tuple[int, int, bool, bool]] = []
    place, gap = 0, True
    for raw in text.splitlines(keepends=True):
        opening = None if raw[0].isalnum() else MARKS.match(raw)
        inner = opening.end() if opening else 0
        kept = raw[inner:].rstrip()
        if kept:
            bullet = inner > 0 and BULLET.search(raw[:inner]) is not None
            found.append((place + inner, place + inner + len(kept), gap, bullet))
        gap = not kept and not raw.strip()
        place += len(raw)
    return found


def _looks(said: str) -> Looks:
    """What the text of a line shows wherever it stands: words, small letters, stops, is it closed."""
    found = WORD.findall(said)
    dense = 0 if said.isascii() else len(DENSE.findall(said))
    many = len(found) + dense // 2 if dense >= 8 else len(found)
    small = dense // 2 if dense >= 8 else sum([word[0].islower() for word in found])
    stops = len(STOP.findall(said)) if dense or (len(found) > 5 and not HALTS.isdisjoint(said)) else 0
    return many, small, stops, _is_closed(said, many)


# The menus of a site stand on each of its pages.
_looks_again = lru_cache(maxsize=50_000)(_looks)


def _is_closed(said: str, many: int) -> bool:
    """Does a line end as a sentence does, initials of a desk or a sign of the end after it aside?"""
    said = said.rstrip(END_SIGN) or said
    if said[-1].isalpha():
        return many > 8 and SIGNED_OFF.search(said[-40:]) is not None
    if said[-1] == ")" and many > 8 and SIGNED_IN.search(said[-40:]):
        return True
    return not said[-1].isalnum() and CLOSED.search(said[-6:]) is not None

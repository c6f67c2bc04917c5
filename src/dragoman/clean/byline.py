"""Who signs an article: the people of its byline."""

import re
from collections.abc import Iterable

from dragoman.clean.lines import Line
from dragoman.clean.people import byline_patterns, list_of_names, names_beside_date, names_in_byline, run_of_names
from dragoman.lexicon.boilerplate import Boilerplate

AGE = re.compile(r"(?<!\d)\d+ (?:second|minute|min|hour|day|week|month|year)s?\b|\ban? (?:minute|hour|day|week) ago\b", re.I)
CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.]\d\d(?![\d:.]*[%€$])")
ALONE = 5
LONGEST_OPENER = 6
REACH = 12
DESK = 6
TOP = 3
TOWN = re.compile(r",\s[^\W\d_]+$")  # "Nour Khoury and Sami Aziz, Beirut"
MARKS = " :\u00a0"
Signed = tuple[tuple[str, ...], list[int]]


def byline_lines(lines: list[Line], words: Boilerplate) -> set[int]:
    """Numbers of the lines that open like a byline and name somebody: "By Grace Mwangi", or stand alone: "Written by"."""
    opening, _, _ = byline_patterns(words.bylines, words.joins)
    alone = {word for word in words.bylines if len(word) > ALONE}
    found = set()
    for line in lines:
        if line.words > (5 if line.closed else 14):
            continue
        named = opening.match(line.text) and names_in_byline(line.text, words)
        if named or (line.words <= LONGEST_OPENER and line.text.lower().strip(" :") in alone):
            found.add(line.number)
    return found


def find_authors(lines: list[Line], title: int | None, body: list[int], dated: set[int], words: Boilerplate) -> Signed:
    """The people of the byline, and the lines that name them: those under the headline before those at the end."""
    if not body:
        return (), []
    start = title if title is not None else max(0, body[0] - 10)
    head = [n for n in range(start, min(len(lines), body[0] + REACH)) if _may_sign(lines[n], body)]
    above = [n for n in range(max(0, start - 6), start) if _may_sign(lines[n], body)]
    tail = [n for n in range(body[-1] + 1, min(len(lines), body[-1] + 7)) if _may_sign(lines[n], body)]
    far = [n for n in range(max(0, body[0] - 160), start) if dated & {n + 1, n + 2} and _may_sign(lines[n], body)]
    found = (
        _opened(lines, head, words, body[0] + 4)
        or _bare(lines, head, title, dated, words)
        or _over_body(lines, title, body, words)
        or _opened(lines, above, words, start)
        or _over_date(lines, above, dated, words)
        or _opened(lines, tail, words, 0)
        or _under_body(lines, body[-1] + 1, words)
        or _opened(lines, far, words, 0)
    )
    return found or ((), _desk(lines, head, words))


def _opened(lines: list[Line], zone: list[int], words: Boilerplate, near: int) -> Signed | None:
    """Names of the first line of a zone that a word opens; above line `near` the word may stand within the line."""
    signed = (_signed_at(lines, n, words, n < near) for n in zone)
    return next((found for found in signed if found[0]), None)


def _over_date(lines: list[Line], zone: list[int], dated: set[int], words: Boilerplate) -> Signed | None:
    """Names alone on the line right over a date, both above the headline but below the page's first lines."""
    for n in zone:
        names, whole = list_of_names(lines[n].text, words)
        if n >= TOP and n + 1 in dated and n not in dated and names and whole and lines[n].rule is None:
            return names, [n]
    return None


def _under_body(lines: list[Line], n: int, words: Boilerplate) -> Signed | None:
    """A list of names alone on the line right under the article; a single one could be a link."""
    if n >= len(lines) or lines[n].words > 12 or lines[n].rule is not None or lines[n].bullet or lines[n].repeated:
        return None
    names, whole = list_of_names(lines[n].text, words)
    return (names, [n]) if whole and len(names) > 1 and "," in lines[n].text else None


def _desk(lines: list[Line], head: list[int], words: Boilerplate) -> list[int]:
    """The line by the headline that a desk or an outlet signs, nobody being named: "By Associated Press", "Von dpa"."""
    opening, _, _ = byline_patterns(words.bylines, words.joins)
    for n in head:
        hit = opening.match(lines[n].text)
        if hit and lines[n].words <= DESK and hit[0].strip(MARKS).lower() in words.signs and not lines[n].closed:
            return [n]
    return []


def _may_sign(line: Line, body: Iterable[int]) -> bool:
    """Is the line short enough for a byline, and no sentence of the article?"""
    return line.words <= 40 and (line.number not in body or (not line.closed and line.words <= 15))


def _signed_at(lines: list[Line], n: int, words: Boilerplate, within: bool) -> Signed:
    """Names that line n opens like a byline, with the lines of names right under it."""
    names = names_in_byline(lines[n].text, words, within)
    used = [n]
    if not names:
        said = lines[n].text.lower().strip()
        if said not in words.bylines and said.strip(" :") not in words.bylines:
            return (), []
    opening, _, _ = byline_patterns(words.bylines, words.joins)
    for line in lines[n + 1 : n + 5]:
        more, whole = list_of_names(opening.sub("", line.text, count=1), words)
        if not more or not whole or line.words > 12 or line.rule is not None:
            break
        names += more
        used.append(line.number)
    return tuple(dict.fromkeys(names)), used if names else []


def _bare(lines: list[Line], zone: list[int], title: int | None, dated: set[int], words: Boilerplate) -> Signed | None:
    """Names alone on a line, with a date or an age on it or right beside it: "Grace Mwangi" over "2 hours ago"."""
    for n in zone:
        line = lines[n]
        if n == title or line.words > 16 or line.bullet or line.rule is not None:
            continue
        if n in dated and (found := names_beside_date(line.text, words)):
            return found, [n]
        if _tells_when(line, dated) and (run := run_of_names(line.text, words)):
            return run, [n]
        names, whole = list_of_names(line.text, words)
        beside = any(_tells_when(lines[m], dated) for m in range(max(0, n - 1), min(len(lines), n + 3)))
        shared = n + 1 < len(lines) and lines[n + 1].kind == "share"
        if names and whole and (beside or shared):
            return _with_names_above(lines, n, title, names, words)
    return None


def _over_body(lines: list[Line], title: int | None, body: list[int], words: Boilerplate) -> Signed | None:
    """Two names or more, alone on the line between headline and first paragraph: "Ana Lopes/Mark Obi"; one could be a town."""
    n = body[0] - 1
    if title is None or n <= title or lines[n].words > 12 or lines[n].rule is not None:
        return None
    names, whole = list_of_names(TOWN.sub("", lines[n].text), words)
    return (names, [n]) if whole and len(names) > 1 else None


def _with_names_above(lines: list[Line], n: int, title: int | None, names: tuple[str, ...], words: Boilerplate) -> Signed:
    """Names on line n with those that stand alone right above it, as where each author has a line."""
    used = [n]
    for line in reversed(lines[(title + 1 if title is not None else n) : n]):
        more, whole = list_of_names(line.text, words)
        if not more or not whole or line.words > 8 or line.rule is not None or line.bullet:
            break
        names = (*more, *names)
        used.insert(0, line.number)
    return tuple(dict.fromkeys(names)), used


def _tells_when(line: Line, dated: set[int]) -> bool:
    """Does a line give a date, an age or a time of day?"""
    return line.number in dated or (line.words <= 10 and bool(AGE.search(line.text) or CLOCK.search(line.text)))

"""Who signs an article: the people of its byline."""

import re
from collections.abc import Iterable
from functools import cache

from dragoman.clean.lines import Line
from dragoman.lexicon.boilerplate import Boilerplate

CUT = re.compile(
    r"\d|[|•·@(\[–—›»<>:]|\s-\s|\s{3,}|\b(?:on|at|for|in|is|was|special to|published|updated|posted|about|für|am|vom)\b",
    re.I,
)
IN_TOWN = re.compile(r"\s+in (?:[^\W\d_a-z][\w'’.\-]+ ?){1,3}(?=\s*(?:[,;&]|and\b|$))")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-Þ][^\W\d_A-Z])")
SHORT_PREFIX = re.compile(r"(?:^|[\s'’\-])(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz|O)$")
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "abu",
        "ben",
        "e",
        "y",
        "zu",
        "und",
        "af",
        "st",
    ]
)
GIVEN = frozenset({"ben"})
NAME_WORD = re.compile(r"(?:[^\W\d_]\.?|[^\W\d_]+(?:['’\-.][^\W\d_]+)*|[^\W\d_]{2,3}\.)$")
AGE = re.compile(r"(?<!\d)\d+ (?:second|minute|min|hour|day|week|month|year)s?\b|\ban? (?:minute|hour|day|week) ago\b", re.I)
CLOCK = re.compile(r"(?<![\d:.])\d{1,2}[:.]\d\d(?![\d:.]*[%€$])")
PIECES = re.compile(r"\s*(?:[|/·•,;@()]|\s[-–—]\s|\d[\d:./]*)\s*")
ALONE = 5
LONGEST_OPENER = 6
REACH = 12
INNER = ("by", "von", "par", "por")
Signed = tuple[tuple[str, ...], list[int]]


@cache
def _patterns(openers: tuple[str, ...], joins: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What opens a line of names, what opens names inside a short line, what parts two names."""
    opening = "|".join(sorted((re.escape(word) for word in openers), key=len, reverse=True))
    inner = "|".join(re.escape(word) for word in openers if word in INNER)
    joining = "|".join(rf"\s{re.escape(word)}\s" for word in joins)
    return (
        re.compile(rf"(?i:{opening})(?:\s*:)?\s+(?=[^\W\d_a-z])|[Bb]y(?=[A-Z][a-z])"),
        re.compile(rf"(?:^|[\s|,•·\-–—(])(?i:{inner})\s+(?=[^\W\d_a-z])"),
        re.compile(rf"\s*[,;/&|]\s*|(?i:{joining})"),
    )


def names_in_byline(text: str, words: Boilerplate, within: bool = True) -> tuple[str, ...]:
    """People named by a line that opens like a byline, or holds one `within` it; none when it does not.

    "By Grace Mwangi and Peter Novak, Nairobi Bureau" gives two; "By our correspondent" none.
    """
    opening, inner, _ = _patterns(words.bylines, words.joins)
    hit = opening.match(text)
    if hit is None and within and len(text) <= (240 if text.count("|") > 1 else 120):
        hit = inner.search(text)
    return people(text[hit.end() :], words) if hit else ()


def byline_lines(lines: list[Line], words: Boilerplate) -> set[int]:
    """Numbers of the lines that open like a byline and name somebody: "By Grace Mwangi", or stand alone: "Written by"."""
    opening, _, _ = _patterns(words.bylines, words.joins)
    alone = {word for word in words.bylines if len(word) > ALONE}
    found = set()
    for line in lines:
        if line.words > (5 if line.closed else 14):
            continue
        named = opening.match(line.text) and names_in_byline(line.text, words)
        if named or (line.words <= LONGEST_OPENER and line.text.lower().strip(" :") in alone):
            found.add(line.number)
    return found


def people(text: str, words: Boilerplate) -> tuple[str, ...]:
    """The people in a list of names, without their offices; what comes after the first thing that is no name is left."""
    found, _ = _names(text, words)
    return found


def _names(text: str, words: Boilerplate) -> tuple[tuple[str, ...], bool]:
    """Names at the head of a text, and whether there is nothing but names and offices in it."""
    _, _, joining = _patterns(words.bylines, words.joins)
    text = IN_TOWN.sub(" ", _unglue(text.replace("\u00a0", " "), words))
    cut = CUT.search(text)
    found: list[str] = []
    whole = True
    for part in joining.split(text[: cut.start()] if cut else text):
        said = part.strip(" \t.,*")
        name = _person(said, words)
        if name is not None:
            found.append(name)
        elif said and not all(word.lower().strip(".") in words.offices for word in said.split()):
            whole = False
            if found:
                break
    return tuple(dict.fromkeys(found)), whole


def _unglue(text: str, words: Boilerplate) -> str:
    """The text with a stroke where a tag border glued an office or a second name to a name: "Meg JamesStaff Writer"."""
    pieces = GLUED.split(text)
    out = pieces[0]
    for piece in pieces[1:]:
        following = [word.lower().strip(",.") for word in piece.split()[:3]]
        office = any(word in words.offices for word in following) or following[0] in words.months
        second = len(following) >= 2 and len(out.split()) >= 2 and piece.split()[1][:1].isupper()
        out += (" / " if (office or second) and not SHORT_PREFIX.search(out) else "") + piece
    return out


def _person(text: str, words: Boilerplate) -> str | None:
    """A person's name; None for a desk, an outlet, a single word or a sentence."""
    parts = text.split()
    while parts and (last := parts[-1].lower().strip(",.")) and (last in words.offices or last in words.months):
        parts.pop()
    if not 2 <= len(parts) <= 5 or any(part.lower().strip(",.") in words.offices for part in parts):
        return None
    if not all(NAME_WORD.match(part) and (not part[0].islower() or part.lower() in PARTICLES) for part in parts):
        return None
    if (parts[0].lower() in PARTICLES - GIVEN and len(parts) < 3) or parts[-1][0].islower():
        return None
    name = " ".join(parts)
    return name.title() if name.isupper() else name


def find_authors(lines: list[Line], title: int | None, body: list[int], dated: set[int], words: Boilerplate) -> Signed:
    """The people of the byline, and the lines that name them: those under the headline before those at the end."""
    if not body:
        return (), []
    start = title if title is not None else max(0, body[0] - 10)
    head = [n for n in range(start, min(len(lines), body[0] + REACH)) if _may_sign(lines[n], body)]
    above = [n for n in range(max(0, start - 6), start) if _may_sign(lines[n], body)]
    tail = [n for n in range(body[-1] + 1, min(len(lines), body[-1] + 7)) if _may_sign(lines[n], body)]
    far = [n for n in range(max(0, body[0] - 160), start) if dated & {n + 1, n + 2} and _may_sign(lines[n], body)]
    for zone in (head, above, tail, far):
        for n in zone:
            if (signed := _signed_at(lines, n, words, start - 6 <= n < body[0] + 4))[0]:
                return signed
        if zone is head and (signed := _bare(lines, zone, title, dated, words) or _over_body(lines, title, body, words))[0]:
            return signed
    return (), []


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
    opening, _, _ = _patterns(words.bylines, words.joins)
    for line in lines[n + 1 : n + 5]:
        more, whole = _names(opening.sub("", line.text, count=1), words)
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
        if n in dated and (found := _on_date_line(line.text, words)):
            return found, [n]
        names, whole = _names(line.text, words)
        beside = any(_tells_when(lines[m], dated) for m in range(max(0, n - 1), min(len(lines), n + 3)))
        shared = n + 1 < len(lines) and lines[n + 1].kind == "share"
        if names and whole and (beside or shared):
            return _with_names_above(lines, n, title, names, words)
    return None


def _over_body(lines: list[Line], title: int | None, body: list[int], words: Boilerplate) -> Signed:
    """Two names or more, alone on the line between headline and first paragraph: "Ana Lopes/Mark Obi"; one could be a town."""
    n = body[0] - 1
    if title is None or n <= title or lines[n].words > 12 or lines[n].rule is not None:
        return (), []
    names, whole = _names(lines[n].text, words)
    return (names, [n]) if whole and len(names) > 1 else ((), [])


def _with_names_above(lines: list[Line], n: int, title: int | None, names: tuple[str, ...], words: Boilerplate) -> Signed:
    """Names on line n with those that stand alone right above it, as where each author has a line."""
    used = [n]
    for line in reversed(lines[(title + 1 if title is not None else n) : n]):
        more, whole = _names(line.text, words)
        if not more or not whole or line.words > 8 or line.rule is not None or line.bullet:
            break
        names = (*more, *names)
        used.insert(0, line.number)
    return tuple(dict.fromkeys(names)), used


def _tells_when(line: Line, dated: set[int]) -> bool:
    """Does a line give a date, an age or a time of day?"""
    return line.number in dated or (line.words <= 8 and bool(AGE.search(line.text) or CLOCK.search(line.text)))


def _on_date_line(text: str, words: Boilerplate) -> tuple[str, ...]:
    """People named before or after the date of a line: "7 May 2019, 14:20, Anna Berg"."""
    labels = _labels(words.cues)
    pieces = (piece for piece in PIECES.split(_unglue(text.replace("\u00a0", " "), words)) if piece)
    kept = (p for p in pieces if not any(w.lower().strip(".:") in labels or _is_calendar(w, words) for w in p.split()))
    return tuple(dict.fromkeys(name for piece in kept if (name := _person(piece, words))))


def _is_calendar(word: str, words: Boilerplate) -> bool:
    said = word.lower().strip(".,")
    return said in words.months or said in words.weekdays


@cache
def _labels(cues: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The single words of the labels that dates are printed with: published, updated, Uhr."""
    return frozenset(word for phrase, _ in cues for word in phrase.split()) | {"uhr", "h", "gmt", "utc", "comments"}

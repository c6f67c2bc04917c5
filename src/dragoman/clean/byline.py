"""Who signs an article: the people of its byline."""

import re
from functools import cache

from dragoman.clean.lines import Line
from dragoman.lexicon.boilerplate import Boilerplate

CUT = re.compile(
    r"\d|[|•·@(\[–—›»<>:]|\s-\s|\s{3,}|\b(?:on|at|for|in|is|was|special to|published|updated|posted|about|für|am|vom)\b",
    re.I,
)
GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z][a-z])")
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
NAME_WORD = re.compile(r"(?:[^\W\d_]\.?|[^\W\d_]+(?:['’\-.][^\W\d_]+)*\.?)$")


@cache
def _patterns(openers: tuple[str, ...], joins: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What opens a line of names, what opens names inside a short line, what parts two names."""
    opening = "|".join(sorted((re.escape(word) for word in openers), key=len, reverse=True))
    inner = "|".join(re.escape(word) for word in openers if word in ("by", "von", "par", "por"))
    joining = "|".join(rf"\s{re.escape(word)}\s" for word in joins)
    return (
        re.compile(rf"(?i:{opening})(?:\s*:)?\s+(?=[^\W\d_a-z])"),
        re.compile(rf"(?:^|[\s|,•·\-–—(])(?i:{inner})\s+(?=[^\W\d_a-z])"),
        re.compile(rf"\s*[,;/&|]\s*|(?i:{joining})"),
    )


def names_in_byline(text: str, words: Boilerplate) -> tuple[str, ...]:
    """People named by a line that opens like a byline; none when it does not.

    "By Grace Mwangi and Peter Novak, Nairobi Bureau" gives two; "By our correspondent" none.
    """
    opening, inner, _ = _patterns(words.bylines, words.joins)
    hit = opening.match(text)
    if hit is None and len(text) <= 120:
        hit = inner.search(text)
    return people(text[hit.end() :], words) if hit else ()


def people(text: str, words: Boilerplate) -> tuple[str, ...]:
    """The people in a list of names, without their offices."""
    _, _, joining = _patterns(words.bylines, words.joins)
    text = _unglue(text, words)
    cut = CUT.search(text)
    found: list[str] = []
    for part in joining.split(text[: cut.start()] if cut else text):
        name = _person(part.strip(" \t\u00a0.,*"), words)
        if name is None:
            if found:
                break
            continue
        found.append(name)
    return tuple(dict.fromkeys(found))


def _unglue(text: str, words: Boilerplate) -> str:
    """The text with a space before an office that a tag border glued to a name: "Meg JamesStaff Writer"."""
    pieces = GLUED.split(text)
    out = pieces[0]
    for piece in pieces[1:]:
        first = piece.split(" ")[0].lower().strip(",.")
        out += (" | " if first in words.offices else "") + piece
    return out


def _person(text: str, words: Boilerplate) -> str | None:
    """A person's name; None for a desk, an outlet, a single word or a sentence."""
    parts = text.split()
    while parts and parts[-1].lower().strip(",.") in words.offices:
        parts.pop()
    if not 2 <= len(parts) <= 5 or any(p.lower().strip(",.") in words.offices for p in parts):
        return None
    if not all(NAME_WORD.match(p) and (p[0].isupper() or p.lower() in PARTICLES or not p[0].isascii()) for p in parts):
        return None
    if (parts[0].lower() in PARTICLES and len(parts) < 3) or (not parts[-1][0].isupper() and parts[-1][0].isascii()):
        return None
    name = " ".join(parts)
    return name.title() if name.isupper() else name


Signed = tuple[tuple[str, ...], list[int]]


def find_authors(lines: list[Line], title: int | None, body: list[int], words: Boilerplate) -> Signed:
    """The people of the byline, and the lines that name them: those under the headline before those at the end."""
    if not body:
        return (), []
    head = range(max(0, title if title is not None else body[0] - 8), min(len(lines), body[0] + 4))
    tail = range(body[-1] + 1, min(len(lines), body[-1] + 7))
    above = range(max(0, (title or 0) - 4), title or 0)
    for zone in (head, above, tail):
        for n in zone:
            if lines[n].words > 40 or (n in body and (lines[n].closed or lines[n].words > 15)):
                continue
            names = names_in_byline(lines[n].text, words)
            if names:
                return names, [n]
            alone = lines[n].text.lower().strip(" :")
            if alone in words.bylines and n + 1 < len(lines) and (names := people(lines[n + 1].text, words)):
                return names, [n, n + 1]
    return (), []

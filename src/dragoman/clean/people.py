"""People's names in a line: "By Grace Mwangi and Peter Novak, Nairobi Bureau" names two."""

import re
from functools import cache

from dragoman.lexicon.boilerplate import Boilerplate

CUT = re.compile(
    r"\d|[|•·@(\[–—›»<>:]|\s-\s|\s{3,}|\b(?:on|at|for|in|is|was|special to|published|updated|posted|about|für|am|vom)\b",
    re.I,
)
IN_TOWN = re.compile(r"\s+in (?:[^\W\d_a-z][\w'’.\-]+ ?){1,3}(?=\s*(?:[,;&]|and\b|$))")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-Þ][^\W\d_A-Z])")
SHORT_PREFIX = re.compile(r"(?:^|[\s'’\-])(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz|O)$")
PARTICLES = frozenset({
    "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "ter",
    "al", "el", "bin", "ibn", "bint", "abu", "ben", "e", "y", "zu", "und", "af", "st",
})  # fmt: skip
GIVEN = frozenset({"ben"})
NAME_WORD = re.compile(r"(?:[^\W\d_]\.?|[^\W\d_]+(?:['’\-.][^\W\d_]+)*|[^\W\d_]{2,3}\.)$")
PIECES = re.compile(r"\s*(?:[|/·•,;@()]|\s[-–—]\s|\d[\d:./]*)\s*")
ASIDE = re.compile(r"\([^()]*\)")
INNER = ("by", "von", "par", "por")


@cache
def byline_patterns(openers: tuple[str, ...], joins: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
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
    opening, inner, _ = byline_patterns(words.bylines, words.joins)
    hit = opening.match(text)
    if hit is None and within and len(text) <= (240 if text.count("|") > 1 else 120):
        hit = inner.search(text)
    return people(text[hit.end() :], words) if hit else ()


def people(text: str, words: Boilerplate) -> tuple[str, ...]:
    """The people in a list of names, without their offices; what comes after the first thing that is no name is left."""
    found, _ = list_of_names(text, words)
    return found


def list_of_names(text: str, words: Boilerplate) -> tuple[tuple[str, ...], bool]:
    """Names at the head of a text, and whether there is nothing but names and offices in it."""
    _, _, joining = byline_patterns(words.bylines, words.joins)
    text = _without_contact(IN_TOWN.sub(" ", _unglue(text.replace("\u00a0", " "), words)), words)
    cut = CUT.search(text)
    found: list[str] = []
    whole = True
    for part in joining.split(text[: cut.start()] if cut else text):
        said = part.strip(" \t.,*")
        name = person(said, words)
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


def _without_contact(text: str, words: Boilerplate) -> str:
    """The text up to what a page offers beside a name: "Ingrid Dahl Follow", "Marta Ruiz Contact the author"."""
    low = text.lower()
    cuts = [place for phrase in words.contacts if (place := low.find(f" {phrase}")) > 0]
    return text[: min(cuts)] if cuts else text


def run_of_names(text: str, words: Boilerplate) -> tuple[str, ...]:
    """Three or four names of two words without a mark between them before a date: "Ana Lopes Mark Obi Li Wei, 8 May"."""
    said = re.split(r"\d", text.replace("\u00a0", " "), maxsplit=1)[0].split()
    parts = [word for word in said if not _is_calendar(word, words)]
    pairs = [person(" ".join(parts[n : n + 2]), words) for n in range(0, len(parts), 2)] if len(parts) in (6, 8) else []
    return tuple(name for name in pairs if name) if all(pairs) else ()


def person(text: str, words: Boilerplate) -> str | None:
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


def names_beside_date(text: str, words: Boilerplate) -> tuple[str, ...]:
    """People named before or after the date of a line: "7 May 2019, 14:20, Anna Berg"."""
    labels = _labels(words.cues)
    pieces = (piece for piece in PIECES.split(_unglue(ASIDE.sub(" | ", text.replace("\u00a0", " ")), words)) if piece)
    kept = (p for p in pieces if not any(w.lower().strip(".:") in labels or _is_calendar(w, words) for w in p.split()))
    return tuple(dict.fromkeys(name for piece in kept if (name := person(piece, words))))


def _is_calendar(word: str, words: Boilerplate) -> bool:
    said = word.lower().strip(".,")
    return said in words.months or said in words.weekdays


@cache
def _labels(cues: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The single words of the labels that dates are printed with: published, updated, Uhr."""
    return frozenset(word for phrase, _ in cues for word in phrase.split()) | {"uhr", "h", "gmt", "utc", "comments"}

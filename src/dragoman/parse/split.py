"""Where sentences end in running news text; no parser is needed for that."""

import re
from collections.abc import Iterator

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«„([–—-"
BOUNDARY = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
BEFORE_NAME = frozenset(
    "mr mrs ms mx dr prof rev fr sr jr st gen lt col maj capt cmdr sgt adm brig gov sen rep pres hon amb supt insp "
    "messrs mme mlle dato tan sri sheikh vs mt ft no nos art fig sec al etc cf ca approx ed eds vol pp".split()
)
BEFORE_NUMBER = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec no nos art fig sec vol pp p".split())
COMPANY = frozenset("inc corp co ltd llc plc bros".split())
INITIALISM = re.compile(r"(?:[A-Za-z]\.){2,}$")
STARTERS = frozenset(
    "the a an he she it they we you i in on at but and so yet for this that these those there his her its their our "
    "if when while after before since although however meanwhile as both some many most more no not what who why how".split()
)


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """[start, end) of each sentence between two places of a text, without the spaces around it.

    >>> t = "Gen. Lee met U.S. envoys. They agreed."
    >>> [t[a:b] for a, b in split_sentences(t, 0, len(t))]
    ['Gen. Lee met U.S. envoys.', 'They agreed.']
    """
    at = start
    for found in BOUNDARY.finditer(text, start, end):
        if found.start() < at or not _ends_here(text, found, end):
            continue
        yield from _stripped(text, at, found.end())
        at = found.end()
    yield from _stripped(text, at, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _ends_here(text: str, found: re.Match[str], end: int) -> bool:
    rest = text[found.end() : min(end, found.end() + 40)].lstrip()
    if not rest:
        return True
    following = rest.lstrip(OPENERS + " ")
    if not following or following[0].islower():
        return False
    if found[0][0] != "." or (len(found[0]) > 1 and found[0][1] == "."):
        return True
    before = text[max(0, found.start() - 25) : found.start() + 1].split()[-1].lstrip(OPENERS)
    return not _is_abbreviation(before, following, closed=len(found[0]) > 1)


def _is_abbreviation(word: str, following: str, closed: bool) -> bool:
    stem, first = word.rstrip(".").lower(), re.split(r"\W", following, maxsplit=1)[0]
    if closed:  # a quotation mark or bracket after the stop: the sentence ends unless the word is an initialism
        return False
    if INITIALISM.search(word):
        return first.lower() not in STARTERS or (stem.endswith((".m",)) and first[:1].isdigit())
    if len(stem) == 1 and stem.isalpha():
        return first.lower() not in STARTERS or stem not in "i"
    if stem in BEFORE_NUMBER and following[:1].isdigit():
        return True
    if stem in COMPANY:
        return first.lower() not in STARTERS
    return stem in BEFORE_NAME

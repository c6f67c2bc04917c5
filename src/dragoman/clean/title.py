"""The headline of a page: the line above the article that the article is about."""

import re

from dragoman.clean.lines import WORD, Line

REACH = 30
CLOCK_OR_DAY = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")


def find_title(lines: list[Line], body: list[int]) -> int | None:
    """Number of the headline's line; None when the page shows none above its article.

    Under a menu and over a byline, "Seoul and Hanoi sign chip accord" shares its words with the article below it.
    """
    if not body:
        return None
    first = body[0]
    about = _words_of(lines[n] for n in body[:12])
    tails = [line.text for line in lines[:first]]
    scored = [(_score(line, first, about, tails), line.number) for line in lines[max(0, first - REACH) : first]]
    good = [(score, number) for score, number in scored if score >= 2.0]
    if not good:
        return None
    best = max(score for score, _ in good)
    return next(number for score, number in good if score >= best - 0.01)


def _words_of(lines: object) -> set[str]:
    return {word.lower() for line in lines for word in WORD.findall(line.text) if len(word) > 3}  # type: ignore[attr-defined]


def _score(line: Line, first: int, about: set[str], tails: list[str]) -> float:
    """How much a line looks like the headline of the article that begins at line `first`."""
    if line.rule is not None or line.words < 3 or line.words > 35 or line.bullet:
        return 0.0
    own = {word.lower() for word in WORD.findall(line.text) if len(word) > 3}
    shared = len(own & about) / max(3, len(own))
    score = 4.0 * shared + (1.0 if line.words >= 5 else 0.0) + (0.5 if line.gap else 0.0)
    if line.text.endswith((".", ":", "…", "...")):
        score -= 1.5
    if CLOCK_OR_DAY.search(line.text) and line.words < 8:
        score -= 2.0
    if line.repeated or any(other.endswith(line.text) and other != line.text for other in tails):
        score += 1.0
    if line.words > 18:
        score -= 1.0
    return score - 0.04 * (first - line.number)

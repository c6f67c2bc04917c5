"""The headline of a page: the line above the article that the article is about."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from dragoman.clean.lines import DENSE, WORD, Line

REACH = 200
ENOUGH = 2.0
OVER = 4
LESS = 1.0
LESS_THAN_DECK = 1.6
FAR_LESS = 2.5
HEADLINE = 6
DECK = 14
KICKED = 1.5
MENU = 4
SIGNED = 1.2
AFTER_BYLINE = 60
TAIL = re.compile(r"\s+[-–—|:·»]\s+(?P<site>(?:(?!\s[-:·»]\s)[^|–—]){2,40})$")
CLOCK_OR_DAY = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")
QUOTES = "\"'“”„‘’«»"
PARTED = re.compile(r"\s*[|•·»›]\s*|\s/\s|\s{2,}")
SITE = re.compile(r"\s*\|[^|]{2,40}$")


def find_title(lines: list[Line], body: list[int], dated: set[int], signed: set[int]) -> int | None:
    """Number of the headline's line; None when the page shows none above its article.

    Under a menu and over a byline, "Seoul and Hanoi sign chip accord" shares its words with the article below it.
    """
    if not body:
        return None
    first = body[0]
    about = words_of(lines[n] for n in body[:12])
    above = lines[max(0, first - REACH) : first]
    furniture = dated | signed
    scored = [(_score(line, first, about, dated, signed), line.number) for line in above if line.number not in furniture]
    scored = [(score, n) for score, n in scored if not _is_glued(lines, n)]
    best, number = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, 0))
    if best < ENOUGH:
        return _opening(lines, body) or _late(lines, body, furniture)
    number = next((n for score, n in scored if _stands_over(lines, score, n, best, number)), number)
    number = _under_kicker(lines, number, first, furniture, {n: score for score, n in scored})
    return number - 1 if _is_trail(lines, number) else number


def _is_trail(lines: list[Line], n: int) -> bool:
    """Does line n print once more, as one, a section and the headline of the two lines above: "Asia" + "Talks resume"?"""
    return n > 1 and lines[n].text == f"{lines[n - 2].text} {lines[n - 1].text}"


def _under_kicker(lines: list[Line], number: int, first: int, furniture: set[int], scores: dict[int, float]) -> int:
    """Number of the headline that stands right under line `number`, when that is its kicker or a trail of links to it.

    "Row over a dam –" or a trail that ends in "Cairo and Addis Ababa resume talks" is followed by the headline itself.
    """
    above, below = lines[number], lines[number + 1 : min(first, number + 3)]
    if below and _may_head(below[0], furniture):
        longer = _is_kicker(above) and len(below[0].text) > len(above.text) and scores.get(number + 1, 0.0) >= KICKED
        again = below[0].repeated and not above.repeated and below[0].words >= 5
        if longer or (again and not words_of(below[:1]) <= words_of([above])):
            return number + 1
    if len(below) == 2 and number + 1 not in furniture and below[0].rule is None and _may_head(below[1], furniture):
        return number + 2 if below[0].words <= 6 and _is_told_again(above, below[1]) else number
    return number


def _may_head(line: Line, furniture: set[int]) -> bool:
    ends = line.closed and not line.text.endswith(("?", "!", *QUOTES))
    return line.number not in furniture and line.rule is None and not ends and not line.bullet and 4 <= line.words <= 18


def _is_kicker(line: Line) -> bool:
    """Is a line a few words that only lead to a headline: all in quotation marks, or ended by a dash?"""
    return line.words <= 6 and ((line.text[0] in QUOTES and line.text[-1] in QUOTES) or line.text[-1] in "–—")


def _is_told_again(above: Line, line: Line) -> bool:
    """Do two lines, neither much longer than the other, share half their words: a trail of links and the headline?"""
    one, two = words_of([above]), words_of([line])
    return len(line.text) * 2 >= len(above.text) and len(one & two) * 2 >= max(4, min(len(one), len(two)) - 1)


def _stands_over(lines: list[Line], score: float, n: int, best: float, number: int) -> bool:
    """Is line n the headline over line `number`, which only explains it though it shares more words with the article?"""
    if not number - OVER <= n < number or not _leads(lines[n], lines[number]):
        return False
    long, near = lines[number].words >= DECK, n == number - 1 and lines[n].words >= HEADLINE
    less = FAR_LESS if long and near else LESS_THAN_DECK if long or near else LESS
    return score >= max(ENOUGH, best - less)


def _opening(lines: list[Line], body: list[int]) -> int | None:
    """The article's first line, when it is a headline that was taken for a paragraph: "What is the G20 for?"."""
    line = lines[body[0]]
    ends = line.text.endswith((".", ":", ",", "…", "。")) or (line.text[0] in QUOTES and line.text[-1] in QUOTES)
    short = 3 <= line.words <= (2 if DENSE.search(line.text) else 1) * 18 and not ends
    return line.number if short and any(lines[n].words > line.words for n in body[1:3]) and len(body) > 2 else None


def _late(lines: list[Line], body: list[int], furniture: set[int]) -> int | None:
    """A headline over a byline or date, behind a notice that was taken for the article's first paragraphs."""
    for k, n in enumerate(body[1:5], 1):
        signed = any(m in furniture for m in range(n + 1, n + 4)) and not furniture & set(range(body[0], n))
        about = words_of(lines[m] for m in body[k + 1 : k + 9])
        own = words_of([lines[n]])
        if signed and _may_head(lines[n], furniture) and len(own & about) * 4 >= len(own) > 0 and len(body) - k > 3:
            return n
    return None


def _is_glued(lines: list[Line], n: int) -> bool:
    """Is the line a path of sections with the headline right after it: "HomeWorldAsiaTalks resume in Muscat"?"""
    said = lines[n].text
    return any(said.endswith(line.text) and said != line.text for line in lines[n + 1 : n + 8] if line.words >= 4)


def _leads(line: Line, below: Line) -> bool:
    """Is the line long enough, and open enough, to be a headline over the line that explains it?"""
    fits = line.bullet <= below.bullet or below.words >= DECK
    return line.words >= 4 and fits and not line.text.endswith((".", ":", ",", "…"))


def same_line(lines: list[Line], title: str | None) -> int | None:
    """Number of the line that prints a headline known from elsewhere; None when none does."""
    if title is None:
        return None
    wanted = [word.lower() for word in WORD.findall(title)]
    for line in lines:
        if abs(line.words - len(wanted)) <= 1 and [word.lower() for word in WORD.findall(line.text)] == wanted:
            return line.number
    return None


def words_of(lines: Iterable[Line]) -> set[str]:
    """The longer words of some lines, in small letters; pairs of signs where words are not parted."""
    found = set()
    for line in lines:
        found |= {word.lower() for word in WORD.findall(line.text.replace("\u00ad", "")) if len(word) > 3}
        if not line.text.isascii() and DENSE.search(line.text):
            found |= {pair for pair in map("".join, pairwise(line.text)) if DENSE.match(pair)}
    return found


def _score(line: Line, first: int, about: set[str], dated: set[int], signed: set[int]) -> float:
    """How much a line looks like the headline of the article that begins at line `first`."""
    if line.rule is not None or line.words < 3 or line.words > 35 or _is_menu(line):
        return 0.0
    own = words_of([line])
    score = 4.0 * len(own & about) / max(3, len(own)) + (1.0 if line.words >= 5 else 0.0) + (0.5 if line.gap else 0.0)
    if line.bullet:
        score -= 1.5
    if line.text.endswith((".", ":", "…", "...")):
        score -= 1.5
    if CLOCK_OR_DAY.search(line.text) and line.words < 8:
        score -= 2.0
    if line.words > 18:
        score -= 1.0
    if any(n in dated for n in range(line.number + 1, line.number + 7)):
        score += 0.7
    score += _beside_byline(line.number, signed)
    away = first - line.number
    return score - 0.04 * min(away, 25) - 0.006 * max(0, away - 25)


def _is_menu(line: Line) -> bool:
    """Is the line a row of links or names of a site: "Top | Asia | World | Sports", "Gulf Wire | english.gulfwire.example"?"""
    pieces = [piece.split() for piece in PARTED.split(line.text) if piece.strip()]
    return len(pieces) > 1 and all(len(piece) <= (MENU if len(pieces) > 2 else 2) for piece in pieces)


def _beside_byline(n: int, signed: set[int]) -> float:
    """More for a line with a byline right under it; less for one that only follows a byline, as captions do."""
    if any(m in signed for m in range(n + 1, n + 4)):
        return SIGNED
    return -SIGNED if any(m in signed for m in range(max(0, n - AFTER_BYLINE), n)) else 0.0


def without_site(title: str, named: Callable[[str], bool]) -> str:
    """The headline without what a browser's tab shows after it: "Talks resume in Muscat | The Peninsula".

    After a stroke any name of a site goes; after a dash only one that `named` knows as an outlet's.
    """
    cut = SITE.sub("", title)
    while (hit := TAIL.search(cut)) is not None and named(hit["site"].strip()):
        cut = cut[: hit.start()]
    return cut if len(WORD.findall(cut)) >= (4 if TAIL.search(title) is None else 2) else title

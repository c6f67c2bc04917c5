"""The days between which a page without a printed date must have appeared, by what its own text can only say then."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.clean.dates import PrintedDay
from dragoman.lexicon.boilerplate import Boilerplate

YEAR = re.compile(r"(?<![\d.,/\-–$€£])(?:19[5-9]\d|20\d\d)(?![\d%/–]|[.,]\d|-\d)")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")
WORD = re.compile(r"[^\W\d_]+")
BY_YEAR = re.compile(r"\bby (?:the end of |late |mid-|early )?(?:19|20)\d\d\b")
BARE_MONTH = re.compile(r"\b(?:a|an|the|since|after|his|her|their|its)\s+([A-Z][a-z]{2,8})\b(?![ ,]*\d)")
PAST = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Aa]fter|of|from)\s+(?:early |late |mid-)?(?:[A-Z][a-z]+ )?$")
FIXED = re.compile(
    r"\b(?:will\b|(?:is|are) (?:\w+ )?(?:scheduled|planned|due|expected|slated|set)\b)[^.;:]{0,60}\b(?:in|for)\s+$"
)
MOVED = re.compile(
    r"\b(?P<verb>[a-z]+) (?:by )?(?:(?:more than|almost|nearly|about|over) )?[\d.,]+ ?(?:%|percent|per cent|pct) in $"
)
OPENING = re.compile(r"\s*(?:In|During|Over|For) (?:all of |the whole of )?(?:19|20)\d\d\b,?")


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day that publication may have been on, with the spans that say so; None where nothing does."""

    start: date | None = None
    end: date | None = None
    evidence: tuple[str, ...] = ()


def find_bounds(text: str, body: list[tuple[int, int]], days: list[PrintedDay], latest: date, words: Boilerplate) -> Bounds:
    """Bounds that the article's own sentences prove, counted back from the day of reading.

    "In 2021, exports rose by 9 percent" was not written before 2022, and "elections planned for 2024" not after it.
    """
    after: list[tuple[date, str]] = []
    before: list[tuple[date, str]] = []
    for start, end in body:
        for sentence in SENTENCE.finditer(text, start, end):
            _years(sentence, latest, words, after, before)
    after += [(day.day, f"{day.start}-{day.end}") for day in days if day.day and _is_told(text, day, body, words)]
    low = max(after, default=None)
    high = min(before, default=None)
    if low is not None and high is not None and low[0] > high[0]:
        return Bounds()  # the text argues with itself, so neither is proof
    if low is not None:
        low = _past_months(text, body, low, words)
    return Bounds(low and low[0], high and high[0], tuple(bound[1] for bound in (low, high) if bound))


def _years(
    sentence: re.Match[str],
    latest: date,
    words: Boilerplate,
    after: list[tuple[date, str]],
    before: list[tuple[date, str]],
) -> None:
    """Adds the bounds that the years of a sentence give."""
    said = sentence[0]
    if (ahead := _looks_ahead(said, words)) and len(YEAR.findall(said)) > 1:
        return  # "after 2021 talks it plans for 2025": which year is which is beyond a scan of words
    for hit in YEAR.finditer(said):
        year = int(hit[0])
        span = f"{sentence.start() + hit.start()}-{sentence.start() + hit.end()}"
        if ahead:
            if FIXED.search(said[: hit.start()]) and year >= 1990:
                before.append((date(year, 12, 31), span))
        elif year <= latest.year and PAST.search(said[: hit.start()]):
            whole = year < latest.year and _is_whole(said, hit, words)
            after.append((date(year + 1 if whole else year, 1, 1), span))


def _is_whole(said: str, year: re.Match[str], words: Boilerplate) -> bool:
    """Is the year one whose whole figure is told: "In 2021, exports rose", or "trade grew by 16.2% in 2024"?"""
    found = {word.lower() for word in WORD.findall(said)}
    if found & words.months.keys() or found & words.parts:
        return False
    if OPENING.match(said) and year.start() < 20:
        return bool(found & words.yearly)
    told = MOVED.search(said[: year.start()])
    return told is not None and told["verb"].lower() in words.moved


def _looks_ahead(said: str, words: Boilerplate) -> bool:
    """Does a sentence speak of what is to come?"""
    return BY_YEAR.search(said) is not None or any(word.lower() in words.ahead for word in WORD.findall(said))


def _is_told(text: str, day: PrintedDay, body: list[tuple[int, int]], words: Boilerplate) -> bool:
    """Is a printed day one that the article tells of as past?"""
    inside = next(((start, end) for start, end in body if start <= day.start and day.end <= end), None)
    if inside is None:
        return False
    sentence = next(s for s in SENTENCE.finditer(text, *inside) if s.end() >= day.start)
    return not _looks_ahead(sentence[0], words)


def _past_months(text: str, body: list[tuple[int, int]], low: tuple[date, str], words: Boilerplate) -> tuple[date, str]:
    """The lower bound, moved past a month that the article calls by its bare name: "a January election" is not this month's."""
    for start, end in body:
        for hit in BARE_MONTH.finditer(text, start, end):
            if words.months.get(hit[1].lower()) == low[0].month and low[0].day == 1:
                following = (low[0] + timedelta(32)).replace(day=1)
                return following, f"{hit.start(1)}-{hit.end(1)}"
    return low

"""Every day that a page prints, with where and how it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.lexicon.boilerplate import Boilerplate

GLUED = r"(?=\d{1,3} ?(?:min|hour|day|week|month|year|comment|view|share))"  # "May 7, 20195 min read"
# The look back comes after the first figure: a pattern that begins with a set of characters is found much faster.
YEAR = re.compile(r"[12](?<![\d#$€£].)(?<!\d[,:].)(?:(?<=1)9[6-9]\d|(?<=2)0\d\d)(?:(?![\d%])(?![.,]\d{3})|(?i:" + GLUED + "))")
WEEKDAY = r"(?P<weekday>[^\W\d_]{2,14}(?:-feira)?)?"
ORDINAL = r"(?:st|nd|rd|th|er|ª|º|\.)?"
DAY_MONTH = re.compile(
    WEEKDAY + r"\.?(?:,|\b)?[ \u00a0]{0,2}(?:the |den |el |le )?(?<!\d)(?P<day>\d{1,2})" + ORDINAL
    + r"(?: of | de | del |[\s\u00a0./,\-–]{0,2})(?P<month>[^\W\d_]{3,12})(?:\.|,| de| del|[\s\u00a0]){0,3}[\-/ ’']?$",
    re.I,
)  # fmt: skip
MONTH_DAY = re.compile(
    WEEKDAY + r"\.?(?:,|\b)?[ \u00a0]{0,2}\b(?P<month>[^\W\d_]{3,12})[.,]?[\s\u00a0\-/]{0,2}(?P<day>\d{1,2})" + ORDINAL
    + r"(?:,|\s|\u00a0|-|/| at | \d{1,2}:\d\d(?::\d\d)?(?: [A-Z]{2,4})?){1,3}$",
    re.I,
)  # fmt: skip
NUMERIC = re.compile(
    WEEKDAY + r"\.?,?[ \u00a0]{0,2}(?<![\d.,/\-])(?P<a>\d{1,2})(?P<mark>[./\-]) ?(?P<b>\d{1,2})(?P=mark) ?$", re.I
)
YEAR_FIRST = re.compile(
    r"(?:(?P<mark>[\-/.]) ?(?P<month>\d{1,2})(?P=mark) ?(?P<day>\d{1,2})(?!\d)"
    r"|\s?[年년]\s?(?P<month2>\d{1,2})\s?[月월]\s?(?P<day2>\d{1,2})\s?[日일])"
)
SHORT_YEAR = re.compile(r"(?P<a>[0-9](?<![\d./\-].)\d?)(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<year>\d\d)(?![\d./])")
DIGIT = re.compile(r"\d")
WEEKDAY_AFTER = re.compile(r"[\s,(]{1,3}([^\W\d_]{2,14})")
CLOCK = re.compile(r"[\s,\-–|•·@]{0,4}(?:at |um |à |kl\.? ?|T)?(\d{1,2})[:.h](\d\d)\b|[\s,]{1,3}\d{1,2} ?[ap]\.?m", re.I)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day printed in full; two readings when its order of day and month is not settled by itself."""

    start: int
    end: int
    readings: tuple[date, ...]
    weekday: int | None
    clock: bool
    order: str | None = None
    numeric: bool = False

    @property
    def day(self) -> date | None:
        """The day, when there is one reading only."""
        return self.readings[0] if len(self.readings) == 1 else None


def find_days(text: str, words: Boilerplate) -> list[PrintedDay]:
    """The days that a text prints in full, in order.

    "Tuesday, 7 May 2019", "May 7, 2019", "07/05/2019", "2019-05-07" and "2019年5月7日" are all the same day.
    """
    found = [day for year in YEAR.finditer(text) if (day := _at_year(text, year.start(), year.end(), words))]
    taken = [(day.start, day.end) for day in found]
    for short in _short_years(text, words):
        if not any(start < short.end and short.start < end for start, end in taken):
            found.append(short)
    return sorted(found, key=lambda day: day.start)


def _at_year(text: str, start: int, end: int, words: Boilerplate) -> PrintedDay | None:
    year = int(text[start:end])
    if (after := YEAR_FIRST.match(text, end)) is not None:
        month, day = after["month"] or after["month2"], after["day"] or after["day2"]
        return _made(text, (start, after.end()), _days(year, (int(month), int(day))), None, words)
    low = max(0, start - 46)
    before = text[low:start]
    if DIGIT.search(before) is None:
        return None
    for pattern, order in ((DAY_MONTH, "day"), (MONTH_DAY, "month")):
        if (hit := pattern.search(before)) is not None and (month_number := words.months.get(hit["month"].lower())):
            days = _days(year, (month_number, int(hit["day"])))
            made = _made(text, (low + _first(hit, words), end), days, hit["weekday"], words)
            return replace(made, order=order) if made else None
    if (hit := NUMERIC.search(before)) is not None:
        return _numeric_day(text, (low + _first(hit, words), end), hit, year, words)
    return None


def _numeric_day(text: str, span: tuple[int, int], hit: re.Match[str], year: int, words: Boilerplate) -> PrintedDay | None:
    """A day in figures; where both orders give a day, two readings, the one with the day first before the other."""
    a, b = int(hit["a"]), int(hit["b"])
    weekday = hit["weekday"] if "weekday" in hit.re.groupindex else None
    made = _made(text, span, _numeric(a, b, year, hit["mark"]), weekday, words)
    if made is None:
        return None
    return replace(made, numeric=True, order=None if made.day is None or a == b else "day" if made.day.day == a else "month")


def _first(hit: re.Match[str], words: Boilerplate) -> int:
    """Where the date begins: with its weekday, when the word before it is one."""
    if hit["weekday"] and hit["weekday"].lower() in words.weekdays:
        return hit.start("weekday")
    inner = [hit.start(name) for name in ("day", "month", "a") if name in hit.re.groupindex]
    return min(place for place in inner if place >= 0)


def _numeric(a: int, b: int, year: int, mark: str) -> tuple[date, ...]:
    """Readings of a/b/year: with points the day comes first everywhere; with strokes either may."""
    day_first, month_first = _days(year, (b, a)), _days(year, (a, b))
    if mark == "." and day_first:
        return day_first
    return day_first if day_first == month_first else day_first + month_first


def _days(year: int, month_day: tuple[int, int]) -> tuple[date, ...]:
    try:
        return (date(year, *month_day),)
    except ValueError:
        return ()


def _made(text: str, span: tuple[int, int], days: tuple[date, ...], weekday: str | None, words: Boilerplate) -> PrintedDay | None:
    if not days:
        return None
    named = words.weekdays.get(weekday.lower()) if weekday else None
    if named is None and (after := WEEKDAY_AFTER.match(text, span[1])):
        named = words.weekdays.get(after[1].lower()) if len(after[1]) > 3 else None
    fitting = tuple(day for day in days if named is None or day.isoweekday() == named)
    clock = CLOCK.match(text, span[1]) is not None
    return PrintedDay(span[0], span[1], fitting or days, named if fitting else None, clock)


def _short_years(text: str, words: Boilerplate) -> Iterator[PrintedDay]:
    """Days with a year of two figures, "7/5/19"; they could be scores or shares, so their line must be short."""
    for hit in SHORT_YEAR.finditer(text):
        low = text.rfind("\n", 0, hit.start()) + 1
        high = text.find("\n", hit.end())
        if (len(text) if high < 0 else high) - low <= 60:
            made = _numeric_day(text, hit.span(), hit, 2000 + int(hit["year"]), words)
            if made:
                yield made

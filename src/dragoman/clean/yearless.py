"""Days printed without their year: "MOSCOW, February 12. /TASS/." tells month and day, and no year is invented."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.clean.layout import Layout
from dragoman.lexicon.boilerplate import Boilerplate

MONTH_DAY = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?[ \u00a0](?P<day>\d{1,2})(?!\d|[:.,]\d)")
DAY_MONTH = re.compile(r"(?<![\d.:,])(?P<day>\d{1,2})\.?[ \u00a0](?P<month>[^\W\d_]{3,12})")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
ABOVE = 4
SHORT = 6
LEAP = 8


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of some year, and where it is printed."""

    month: int
    day: int
    span: str


def find_month_day(text: str, layout: Layout, dateline: tuple[int, int] | None, words: Boilerplate) -> MonthDay | None:
    """The month and day of a dateline, else of a short line with a time of day by the headline: "12 FEB, 14:35"."""
    if dateline is not None and (found := _in(text, dateline, words)) is not None:
        return found
    if not layout.body:
        return None
    head = layout.title if layout.title is not None else layout.body[0]
    for line in layout.lines[max(0, head - ABOVE) : layout.body[0]]:
        if line.words <= SHORT and CLOCK.search(line.text) and (found := _in(text, (line.start, line.end), words)):
            return found
    return None


def _in(text: str, span: tuple[int, int], words: Boilerplate) -> MonthDay | None:
    for pattern in (MONTH_DAY, DAY_MONTH):
        for hit in pattern.finditer(text, *span):
            month = words.months.get(hit["month"].lower())
            if month is not None and 1 <= int(hit["day"]) <= 31 and _day(2024, month, int(hit["day"])):
                return MonthDay(month, int(hit["day"]), f"{hit.start()}-{hit.end()}")
    return None


def narrowed(start: date | None, end: date | None, told: MonthDay) -> tuple[date | None, date | None]:
    """Bounds drawn in to such days: from 2024 on, "12 February" is 12 February 2024 at the earliest.

    An open side stays open; when no such day lies between the bounds they stay as they are.
    """
    first = _nearest(start, told, 1) if start else None
    last = _nearest(end, told, -1) if end else None
    return (start, end) if first and last and first > last else (first, last)


def _nearest(bound: date, told: MonthDay, step: int) -> date | None:
    """The first such day on or after the bound, or with a step of -1 the last one on or before it."""
    years = range(bound.year, bound.year + step * (LEAP + 1), step)
    found = (_day(year, told.month, told.day) for year in years if 1 <= year <= 9999)
    return next((day for day in found if day and (day >= bound if step > 0 else day <= bound)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Days as people write them, and as they ask for them."""

import calendar
import re
from datetime import date

from dragoman.errors import DragomanError

ASKED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def asked(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year that a user names.

    >>> asked("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    found = ASKED.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), _month_end(year, month)
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise DragomanError(f"no such day: {text!r}", "write 2023, 2023-03 or 2023-03-01") from error


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def pretty(start: date | None, end: date | None) -> str:
    """An interval of days in few words.

    >>> pretty(date(2023, 12, 4), date(2023, 12, 4)), pretty(date(2023, 3, 1), date(2023, 3, 31))
    ('4 Dec 2023', 'Mar 2023')
    >>> pretty(date(2024, 1, 1), date(2024, 12, 31)), pretty(date(2023, 2, 28), date(2023, 3, 2))
    ('2024', '28 Feb – 2 Mar 2023')
    """
    if start is None or end is None:
        return _open(start, end)
    if start == end:
        return f"{start.day} {start:%b} {start.year}"
    if start.day == 1 and end == _month_end(end.year, end.month):
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%b} {end.year}"
    first = f"{start.day} {start:%b}" if start.year == end.year else f"{start.day} {start:%b} {start.year}"
    return f"{first} – {end.day} {end:%b} {end.year}"


def _open(start: date | None, end: date | None) -> str:
    if start is not None:
        return f"from {pretty(start, start)}"
    return f"until {pretty(end, end)}" if end is not None else ""


def _months(start: date, end: date) -> str:
    if start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%b} {start.year}"
    first = f"{start:%b}" if start.year == end.year else f"{start:%b} {start.year}"
    return f"{first} – {end:%b} {end.year}"

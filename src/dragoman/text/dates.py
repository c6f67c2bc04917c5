"""Prefix dates: 1994, 2023-03 and 2023-03-11, as interval ends."""

import calendar
import re
from datetime import date

PREFIX = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def first_day(prefix: str | None) -> date | None:
    """First day that a prefix date can mean; None for an empty or impossible one.

    >>> first_day("2023-03")
    datetime.date(2023, 3, 1)
    """
    found = PREFIX.fullmatch(prefix or "")
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        return None


def last_day(prefix: str | None) -> date | None:
    """Last day that a prefix date can mean.

    >>> last_day("2023-02"), last_day("1994")
    (datetime.date(2023, 2, 28), datetime.date(1994, 12, 31))
    """
    found = PREFIX.fullmatch(prefix or "")
    try:
        if not found:
            return None
        year, month = int(found[1]), int(found[2] or 12)
        return date(year, month, int(found[3]) if found[3] else calendar.monthrange(year, month)[1])
    except ValueError:
        return None

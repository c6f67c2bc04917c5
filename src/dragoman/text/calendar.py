"""Days, weeks, months and longer: TIMEX3 values and the days they mean. Pure functions; nothing here knows a text."""

import re
from datetime import date, timedelta

Interval = tuple[date, date]
UNITS = ("D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE")  # decade and century as TIMEX3 has them
MONTHS_OF = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
DAYS_OF = {"D": 1, "W": 7, "WE": 7}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, northern half of the world

_YEAR = r"(?P<year>\d{4})"
_VALUE = re.compile(
    rf"{_YEAR}(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?",
    re.ASCII,
)
_ROUND = re.compile(r"\d{2,3}", re.ASCII)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> day_or_none(2023, 2, 31), day_or_none(0, 1, 1)
    (None, None)
    """
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, days: int) -> date | None:
    """The day so many days on; None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last; None outside the years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def last_of_month(year: int, month: int) -> date:
    """Last day of a month.

    >>> last_of_month(2023, 2)
    datetime.date(2023, 2, 28)
    """
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def add_units(day: date, amount: int, unit: str) -> date | None:
    """The day so many days, weeks, months, quarters, years ... on; None for other units and impossible years."""
    if unit in MONTHS_OF:
        return add_months(day, amount * MONTHS_OF[unit])
    return add_days(day, amount * DAYS_OF[unit]) if unit in DAYS_OF else None


def value_at(day: date, unit: str) -> str:
    """TIMEX3 value of the day's week, month, quarter ...; of the day itself for other units.

    >>> value_at(date(2023, 12, 4), "W"), value_at(date(2023, 12, 4), "Q"), value_at(date(2023, 12, 4), "DE")
    ('2023-W49', '2023-Q4', '202')
    """
    year, week, _ = day.isocalendar()
    said = {
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "H": f"{day.year:04d}-H{(day.month + 5) // 6}",
        "Y": f"{day.year:04d}",
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }
    return said.get(unit, day.isoformat())


def weekday_on_or_before(day: date, weekday: int) -> date | None:
    """Latest day of that weekday (Monday is 1) up to and with the day.

    >>> weekday_on_or_before(date(2023, 12, 4), 1)
    datetime.date(2023, 12, 4)
    """
    return add_days(day, -((day.isoweekday() - weekday) % 7))


def weekday_on_or_after(day: date, weekday: int) -> date | None:
    """Earliest day of that weekday (Monday is 1) from the day on."""
    return add_days(day, (weekday - day.isoweekday()) % 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month; -1 is the last.

    >>> nth_weekday(2023, 11, 4, 4)
    datetime.date(2023, 11, 23)
    """
    if day_or_none(year, month, 1) is None:
        return None
    if nth < 0:
        return weekday_on_or_before(last_of_month(year, month), weekday)
    first = weekday_on_or_after(date(year, month, 1), weekday)
    found = add_days(first, 7 * (nth - 1)) if first else None
    return found if found and found.month == month else None


def easter(year: int) -> date | None:
    """Western Easter Sunday of a year (Gregorian computus, anonymous algorithm of 1876).

    >>> easter(2000)
    datetime.date(2000, 4, 23)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return day_or_none(year, month, day + 1)


def days_of(value: str) -> Interval | None:
    """First and last day of a TIMEX3 date or time value, or of two parted by '/'; None when it names no days.

    "2023-03" is the month, "2022-Q2" the quarter, "199" the nineties, "19" the century of 1900; "XXXX-WXX-1" is no day.

    >>> days_of("2023-02")
    (datetime.date(2023, 2, 1), datetime.date(2023, 2, 28))
    >>> days_of("2018/2022")[1], days_of("XXXX-03"), days_of("2023-02-31"), days_of("PRESENT_REF")
    (datetime.date(2022, 12, 31), None, None, None)
    """
    first, parted, last = value.partition("/")
    if parted:
        begin, end = days_of(first), days_of(last)
        return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None
    value = value.partition("T")[0]
    try:
        if _ROUND.fullmatch(value):
            return _round_years(value)
        return _calendar_days(match) if (match := _VALUE.fullmatch(value)) else None
    except (ValueError, OverflowError):
        return None


def _round_years(value: str) -> Interval:
    width = 10 ** (4 - len(value))
    year = int(value) * width
    return date(max(1, year), 1, 1), date(year + width - 1, 12, 31)


def _calendar_days(match: re.Match[str]) -> Interval | None:
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"])
    if match["quarter"]:
        return _months(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return _months(year, SEASONS[match["season"]], 3)
    return _months(year, 1, 12)


def _months(year: int, month: int, number: int) -> Interval | None:
    begin = date(year, month, 1)
    end = add_months(begin, number - 1)
    return (begin, last_of_month(end.year, end.month)) if end else None


def _week(year: int, week: int, weekday: str | None) -> Interval:
    if weekday == "WE":
        return date.fromisocalendar(year, week, 6), date.fromisocalendar(year, week, 7)
    if weekday:
        day = date.fromisocalendar(year, week, int(weekday))
        return day, day
    return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)


def unit_of(value: str) -> str | None:
    """How coarse a TIMEX3 date is: D, W, WE, M, Q, S (season), H, Y, DE or CE; None for what is no date.

    >>> [unit_of(v) for v in ("2023-03-01", "2023-W09", "2023-Q1", "2023", "PRESENT_REF")]
    ['D', 'W', 'Q', 'Y', None]
    """
    value = value.partition("T")[0]
    if _ROUND.fullmatch(value):
        return "DE" if len(value) == 3 else "CE"
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    if match["week"]:
        return {"WE": "WE", None: "W"}.get(match["weekday"], "D")
    named = (("day", "D"), ("month", "M"), ("quarter", "Q"), ("half", "H"), ("season", "S"))
    return next((unit for part, unit in named if match[part]), "Y")

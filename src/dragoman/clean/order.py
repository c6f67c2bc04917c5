"""Is 04/12/2023 the 4th of December or the 12th of April? What else the page prints decides."""

from datetime import date, timedelta

from dragoman.clean.dates import PrintedDay

NEAR = timedelta(45)
FAR = timedelta(75)
Told = list[tuple[int, int, int]]


def settle_order(printed: PrintedDay, days: list[PrintedDay], told: Told) -> tuple[tuple[date, ...], str]:
    """The readings that remain, and what proved it: 'weekday:START-END' or 'date:START-END'; '' when nothing was needed.

    The story says "on Monday", and of 4 December and 12 April 2023 only the first is a Monday.
    """
    if len(printed.readings) < 2:
        return printed.readings, ""
    found = (
        _by_weekday(printed, told, 0)
        or _by_same_day(printed, days)
        or _by_order(printed, days)
        or _by_nearness(printed, days)
        or _by_weekday(printed, told[:1], 1)
    )
    return ((found[0],), found[1]) if found else (printed.readings, "")


def _by_weekday(printed: PrintedDay, told: Told, lag: int) -> tuple[date, str] | None:
    """The reading that falls on a weekday named in the story, or on the day after it."""
    for start, end, weekday in told:
        fitting = [day for day in printed.readings if (day - timedelta(lag)).isoweekday() == weekday]
        if len(fitting) == 1:
            return fitting[0], f"weekday:{start}-{end}"
    return None


def _by_same_day(printed: PrintedDay, days: list[PrintedDay]) -> tuple[date, str] | None:
    """The reading that the page prints once more in words."""
    for other in days:
        if other.day is not None and other.day in printed.readings:
            return other.day, f"date:{other.start}-{other.end}"
    return None


def _by_order(printed: PrintedDay, days: list[PrintedDay]) -> tuple[date, str] | None:
    """The order that the page's other dates in figures have: 23/11/2023 puts the day first."""
    kinds = [day for day in days if day.order is not None and day.numeric]
    first = sum(1 for day in kinds if day.order == "day")
    if not kinds or 0.2 < first / len(kinds) < 0.8:
        return None
    order = "day" if first * 2 > len(kinds) else "month"
    witness = next(day for day in kinds if day.order == order)
    return printed.readings[0 if order == "day" else 1], f"date:{witness.start}-{witness.end}"


def _by_nearness(printed: PrintedDay, days: list[PrintedDay]) -> tuple[date, str] | None:
    """The reading that lies near the page's other dates, when the other one lies far from them all."""
    others = [(other.day, other) for other in days if other.day is not None]
    if not others:
        return None
    gaps = {day: min((abs(day - known), other.start, other.end) for known, other in others) for day in printed.readings}
    near = [day for day in printed.readings if gaps[day][0] <= NEAR]
    far = [day for day in printed.readings if gaps[day][0] >= FAR]
    if len(near) == 1 and len(far) == 1:
        return near[0], f"date:{gaps[near[0]][1]}-{gaps[near[0]][2]}"
    return None

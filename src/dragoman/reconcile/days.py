"""Days counted on and back, within the calendar."""

from datetime import date, timedelta


def shifted(day: date, by: timedelta) -> date:
    """The day so much later or, by a negative time, earlier; the calendar's last or first day when it ends before.

    >>> shifted(date(9999, 12, 31), timedelta(days=2))
    datetime.date(9999, 12, 31)
    """
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min

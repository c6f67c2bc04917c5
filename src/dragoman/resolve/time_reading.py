"""What an expression comes to on a given day: a TIMEX3 type and value; and what was read before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.text.calendar import Interval, add_units, days_of, unit_of, value_at

SYMBOLIC = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX",
}  # fmt: skip
FINENESS = {"D": 0, "WE": 1, "W": 1, "M": 2, "Q": 3, "S": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7}
LONG_AGO = 40  # dates back; what was told of before that is forgotten
PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Reading:
    """TIMEX3 type and value of one expression, the days when the value alone does not tell them, and the anchor."""

    type: str
    value: str
    days: Interval | None = None
    anchor: str | None = None
    confidence: float = 1.0
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What is known when an expression is read: the day of printing and the dates read so far, with their ids."""

    today: date | None
    dates: Sequence[tuple[str, str]]

    def last(self, coarsest: str, kinds: str = "") -> tuple[str, str] | None:
        """Value and id of the last date no coarser than a unit; of the units in `kinds` only, when given."""
        limit = FINENESS.get(coarsest, 0)
        for value, row in reversed(self.dates[-LONG_AGO:]):
            unit = unit_of(value)
            if unit and FINENESS[unit] <= limit and (not kinds or unit in kinds.split()):
                return value, row
        return None


def symbolic(unit: str) -> str:
    """Value of a unit of which nothing says which one: "XXXX-XX" for a month."""
    return SYMBOLIC.get(unit, SYMBOLIC["D"])


def shifted(day: date | None, amount: int, unit: str) -> str:
    """Value of the unit so many units on from a day; symbolic without a day.

    >>> shifted(date(2024, 1, 31), 1, "M"), shifted(None, 1, "M")
    ('2024-02', 'XXXX-XX')
    """
    if unit == "2W":
        amount, unit = 2 * amount, "W"
    moved = add_units(day, amount, unit) if day else None
    if moved is None:
        return symbolic(unit)
    return value_at(moved, unit)


def first_day(value: str) -> date | None:
    """First day of a value; None when it has none."""
    days = days_of(value)
    return days[0] if days else None


def of_kind(parts_of_day: str, value: str) -> str:
    """TIME when a part of a day is told, else DATE."""
    return "TIME" if parts_of_day or "T" in value else "DATE"

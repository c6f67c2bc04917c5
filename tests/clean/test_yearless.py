"""Days without a year: bounds are drawn in to them, and no year is invented."""

from datetime import date

import pytest

from dragoman.clean.yearless import MonthDay, narrowed


@pytest.mark.parametrize(
    ("why", "start", "end", "month_day", "found"),
    [
        ("nothing bounds the year", None, None, (2, 12), (None, None)),
        ("the first such day from the bound on", date(2024, 1, 1), None, (2, 12), (date(2024, 2, 12), None)),
        ("this year's is over already", date(2024, 3, 1), None, (2, 12), (date(2025, 2, 12), None)),
        ("the last such day up to a visit", None, date(2024, 10, 14), (11, 3), (None, date(2023, 11, 3))),
        ("both sides leave one day", date(2024, 1, 1), date(2024, 10, 14), (2, 12), (date(2024, 2, 12), date(2024, 2, 12))),
        ("none between them: bounds stay", date(2024, 3, 1), date(2024, 4, 1), (2, 12), (date(2024, 3, 1), date(2024, 4, 1))),
        ("a leap day", date(2021, 1, 1), None, (2, 29), (date(2024, 2, 29), None)),
        ("a leap day over a century without one", date(1897, 1, 1), None, (2, 29), (date(1904, 2, 29), None)),
    ],
)
def test_narrowed(
    why: str, start: date | None, end: date | None, month_day: tuple[int, int], found: tuple[date | None, date | None]
) -> None:
    assert narrowed(start, end, MonthDay(*month_day, "0-1")) == found, why

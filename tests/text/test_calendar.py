"""Days of TIMEX3 values, and counting by days, weeks, months."""

from datetime import date

import pytest

from dragoman.text.calendar import add_days, add_months, add_units, days_of, easter, nth_weekday, unit_of, value_at

VALUES = [
    ("2023-03-01", date(2023, 3, 1), date(2023, 3, 1)),
    ("2023-03-01TMO", date(2023, 3, 1), date(2023, 3, 1)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
    ("2023-W09-WE", date(2023, 3, 4), date(2023, 3, 5)),
    ("2023-W09-1", date(2023, 2, 27), date(2023, 2, 27)),
    ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
    ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
    ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
    ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ("199", date(1990, 1, 1), date(1999, 12, 31)),
    ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ("00", date(1, 1, 1), date(99, 12, 31)),
    ("2018/2022", date(2018, 1, 1), date(2022, 12, 31)),
]
NO_DAYS = [
    "", "XXXX", "XXXX-WXX-1", "2023-02-31", "2023-13", "2021-W53", "2023-W00", "0000", "P3D", "PRESENT_REF",
    "2022/2018", "99999", "²²²²"
]  # fmt: skip


@pytest.mark.parametrize(("value", "first", "last"), VALUES, ids=[v for v, _, _ in VALUES])
def test_days_of(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", NO_DAYS)
def test_what_names_no_days(value: str) -> None:
    assert days_of(value) is None


def test_a_value_holds_its_day() -> None:
    for unit in ("D", "W", "M", "Q", "H", "Y", "DE", "CE"):
        for day in (date(1999, 12, 31), date(2020, 2, 29), date(2021, 1, 3), date(2024, 12, 30)):
            days = days_of(value_at(day, unit))
            assert days and days[0] <= day <= days[1]
            assert unit_of(value_at(day, unit)) == unit


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    assert add_days(date(9999, 12, 31), 1) is None
    assert add_months(date(1, 1, 31), -1) is None
    assert add_units(date(2024, 1, 1), 10**9, "CE") is None
    assert add_units(date(2024, 1, 1), 1, "TH") is None


def test_months_keep_to_the_month() -> None:
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_months(date(2024, 12, 15), 1) == date(2025, 1, 15)


def test_feasts() -> None:
    assert easter(2024) == date(2024, 3, 31)
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)
    assert nth_weekday(2024, 2, 4, 5) == date(2024, 2, 29)
    assert nth_weekday(2023, 2, 4, 5) is None

"""Days as pages print them, and which of two readings is meant."""

from datetime import date
from functools import cache

import pytest

from dragoman.clean.dates import find_days
from dragoman.clean.order import settle_order
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers


@cache
def words() -> Boilerplate:
    return Boilerplate.load(layers(None))


SEVENTH_OF_MAY = (
    "Tuesday, 7 May 2019", "May 7, 2019", "7 May 2019", "Tue May 7 12:00:00 GMT 2019", "2019-05-07", "2019/05/07", "2019.05.07",
    "7.5.2019", "07.05.2019", "2019年5月7日", "2019년 5월 7일", "7 de mayo de 2019", "7. Mai 2019", "7 mai 2019", "7 мая 2019",
    "7 Mayıs 2019 Salı", "7th May, 2019", "May 7th 2019", "7-May-2019", "Tuesday 5/7/2019", "2019-05-07T08:15:00Z", "7.5.19",
    "wtorek, 7 maja 2019", "7 травня 2019", "7 Mei 2019", "7 maj 2019", "the 7th of May 2019", "May 7, 20195 min read",
)  # fmt: skip


@pytest.mark.parametrize("said", SEVENTH_OF_MAY)
def test_one_day_in_many_ways(said: str) -> None:
    (found,) = find_days(f"Printed {said}", words())
    assert found.day == date(2019, 5, 7)


@pytest.mark.parametrize("said", ["12.05.2019 is 12 May", "On 3 April 2018 and again on May 9, 2018"])
def test_spans_are_the_printed_words(said: str) -> None:
    for found in find_days(said, words()):
        assert said[found.start : found.end][0].isalnum()
        assert said[found.start : found.end][-1].isdigit()


@pytest.mark.parametrize(
    "said",
    [
        "2007-2024 Coast Media",  # a range of years
        "31 February 2019",  # no such day
        "31/02/2019",
        "In 2019 12 states met",  # a number before a word that is no month
        "$2019",
        "phone 020 7946 0958",
        "it won 3/2/1 by the end of a long line that is too long to give a day in figures only, as scores are often printed",
        "",
    ],
)
def test_what_is_no_day(said: str) -> None:
    assert find_days(said, words()) == []


def readings(said: str, told: list[tuple[int, int, int]] | None = None) -> tuple[date, ...]:
    days = find_days(said, words())
    return settle_order(days[0], days, told or [])[0]


@pytest.mark.parametrize(
    ("why", "said", "told", "day"),
    [
        ("nothing settles it: both stay", "04/12/2023", [], None),
        ("the story's weekday does", "04/12/2023", [(0, 1, 1)], date(2023, 12, 4)),
        ("and the other weekday the other way", "04/12/2023", [(0, 1, 3)], date(2023, 4, 12)),
        ("another date puts the day first", "04/12/2023\nComment 23/12/2023", [], date(2023, 12, 4)),
        ("another date puts the month first", "04/12/2023\nComment 04/23/2023", [], date(2023, 4, 12)),
        ("the same day in words", "04/12/2023\nSeen 4 December 2023", [], date(2023, 12, 4)),
        ("a near date, the other reading far off", "06/01/2026\nShot on Dec. 21, 2025", [], date(2026, 1, 6)),
        ("its own weekday", "Monday 04/12/2023", [], date(2023, 12, 4)),
        ("points put the day first everywhere", "04.12.2023", [], date(2023, 12, 4)),
        ("the day after the weekday of the event", "05/12/2023", [(0, 1, 1)], date(2023, 12, 5)),
        ("equal numbers need no proof", "05/05/2023", [], date(2023, 5, 5)),
    ],
)
def test_order_of_day_and_month(why: str, said: str, told: list[tuple[int, int, int]], day: date | None) -> None:
    found = readings(said, told)
    assert (found[0] if len(found) == 1 else None) == day, why

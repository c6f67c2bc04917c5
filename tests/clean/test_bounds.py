"""Sentences that bound the day of an undated page, and sentences that only look so."""

from datetime import date
from functools import cache

import pytest

from dragoman.clean.bounds import find_bounds
from dragoman.clean.dates import find_days
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers


@cache
def words() -> Boilerplate:
    return Boilerplate.load(layers(None))


CASES = (
    ("a year's figure is known after the year", "In 2021, Angola's exports rose by 9 percent.", date(2022, 1, 1), None),
    ("a figure of a month is not a year's", "In May 2021, exports rose by 9 percent.", date(2021, 1, 1), None),
    ("a year told as past", "The two states broke off ties in 2016.", date(2016, 1, 1), None),
    ("the latest past year counts", "They met in 2014. They quarrelled in 2018.", date(2018, 1, 1), None),
    ("a plan for a year", "The next summit is scheduled for 2024.", None, date(2024, 12, 31)),
    ("a goal is no bound from below", "The bloc wants to halve emissions by 2030.", None, None),
    ("two years in a sentence that looks ahead", "After a treaty in 2015 it plans a bridge for 2025.", None, None),
    ("a printed past day", "The pact was signed on 3 April 2018 in Baku.", date(2018, 4, 3), None),
    ("a printed day to come", "The summit will open on 3 April 2018 in Baku.", None, None),
    ("a bare month is not this month", "In 2021, trade rose by a third. He won a January election.", date(2022, 2, 1), None),
    ("bounds that contradict each other prove nothing", "A vote is planned for 2020. They met in 2022.", None, None),
    ("numbers that are no years", "The pipeline is 2,015 km long and cost $2010.", None, None),
    ("a range of seasons", "The 2015-2016 budget was small.", None, None),
    ("a year's change told without opening the sentence", "Trade grew by 16.2% in 2021 to $4 bln.", date(2022, 1, 1), None),
    ("the change of half a year is told within it", "Exports rose by 4% in 2021, in its first half.", date(2021, 1, 1), None),
    ("a change so far", "Prices rose 4 percent in 2021 so far.", date(2021, 1, 1), None),
    ("nothing", "Talks go on.", None, None),
)


@pytest.mark.parametrize(("why", "said", "start", "end"), CASES, ids=[case[0] for case in CASES])
def test_bounds(why: str, said: str, start: date | None, end: date | None) -> None:
    found = find_bounds(said, [(0, len(said))], find_days(said, words()), date(2025, 6, 1), words())
    assert (found.start, found.end) == (start, end), why
    for span in found.evidence:
        low, high = map(int, span.split("-"))
        assert said[low:high].strip()

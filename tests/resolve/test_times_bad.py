"""Nothing that stands on a page makes the reader of times throw, or slow."""

import random
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve.test_times import times

from dragoman.text.calendar import days_of

PIECES = [
    "the", "last", "next", "year", "a", "two", "31", "February", "2023", "-", "/", ".", ",", "Monday",
    "morning", "ago", "25:00", "0", "10", "p.m.", "GMT", "first", "quarter", "of", "half", "since", "from",
    "to", "between", "and", "decades", "'90s", "every", "earlier", "99999", "centuries", "later", "\n",
    "\u00a0", "th", "twenty", "nineteen", "hundred", "May", "spring", "FY", "Q3", "1e9", "²", "٣",
]  # fmt: skip
PRINTED = [None, date(1, 1, 1), date(2024, 5, 15), date(9999, 12, 31)]
LONG = ["the ", "1 ", " - ", "January ", "9", "Monday, ", "2012-", "the first ", "twenty-", "\u00a0", "'",
        "two and a half ", "in May "]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(PRINTED))
def test_any_order_of_words_is_read(pieces: list[str], printed: date | None) -> None:
    text = " ".join(pieces)
    for row in times(text, printed):
        assert text[row.start : row.end] == row.text and row.value
        assert (row.date_start is None) == (row.date_end is None)
        assert row.date_start is None or row.date_end is None or row.date_start <= row.date_end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_value_has_days_or_none(value: str) -> None:
    days = days_of(value)
    assert days is None or days[0] <= days[1]


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_length_only(piece: str) -> None:
    started = time.process_time()
    times(piece * (20_000 // len(piece)))
    assert time.process_time() - started < 5


def test_speed_on_mixed_text() -> None:
    chooser = random.Random(1)
    words = " ".join(chooser.choice([*PIECES, *(["word"] * 400)]) for _ in range(20_000))
    started = time.process_time()
    times(words)
    assert time.process_time() - started < 5

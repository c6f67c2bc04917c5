"""What is counted from a day of printing that is known, half known, unknown, or found later."""

from dataclasses import replace
from datetime import date

import pytest
from resolve.test_times import WORDS, page, times

from dragoman.resolve.time_resolve import resolve
from dragoman.resolve.times import find_times, read_meanings
from dragoman.text.calendar import days_of

UNDATED = [
    ("weekday", "Togo's envoy left on Monday.", "XXXX-WXX-1"),
    ("month", "Togo voted in March.", "XXXX-03"),
    ("day of a month", "Togo voted on 3 March.", "XXXX-03-03"),
    ("last year", "Togo voted last year.", "XXXX"),
    ("yesterday", "Togo voted yesterday.", "XXXX-XX-XX"),
    ("ago", "Togo voted two months ago.", "XXXX-XX"),
    ("quarter", "Togo grew in the second quarter.", "XXXX-Q2"),
    ("feast", "Togo closed on Christmas Day.", "XXXX-12-25"),
]


@pytest.mark.parametrize(("why", "sentence", "value"), UNDATED, ids=[why for why, _, _ in UNDATED])
def test_without_a_date_it_stays_symbolic(why: str, sentence: str, value: str) -> None:
    (time,) = times(sentence, None)
    assert (time.value, time.date_start, time.date_end, time.anchor) == (value, None, None, None)


def test_absolute_dates_need_no_anchor() -> None:
    (time,) = times("Togo voted on 3 March 2020.", None)
    assert (time.value, time.date_start) == ("2020-03-03", date(2020, 3, 3))


def test_an_interval_gives_what_all_its_days_agree_on() -> None:
    year, day, weekday = times("Last year, yesterday and on Monday.", date(2023, 3, 1), date(2023, 3, 2))
    assert (year.value, year.date_start, year.confidence) == ("2022", date(2022, 1, 1), 1.0)
    assert (day.value, day.date_start, day.date_end) == ("XXXX-XX-XX", date(2023, 2, 28), date(2023, 3, 1))
    assert weekday.value == "2023-02-27"


def test_a_wide_interval_widens_the_days() -> None:
    (week,) = times("They met this week.", date(2022, 12, 1), date(2023, 3, 2))
    assert (week.value, week.date_start, week.date_end) == ("XXXX-WXX", date(2022, 11, 28), date(2023, 3, 5))
    assert week.confidence < 1


def test_one_bound_alone_anchors_nothing() -> None:
    document = replace(page("They met last year."), published_start=None)
    (year,) = find_times(document, [], WORDS)
    assert (year.value, year.date_start, year.anchor) == ("XXXX", None, None)


def test_a_date_found_later_needs_no_new_reading() -> None:
    """Meanings read off an undated page give, once the day is known, what the dated page gives."""
    text = "Talks ended on Monday. Ministers of Mali will return on Friday. Trade doubled from a year earlier."
    undated = page(text, None)
    meanings = read_meanings(undated, [], WORDS)
    before = resolve(undated, meanings)
    dated = replace(undated, published_start=date(2023, 12, 5), published_end=date(2023, 12, 5))
    after = resolve(dated, meanings)
    assert [t.value for t in before] == ["XXXX-WXX-1", "XXXX-WXX-5", "XXXX"]
    assert [t.value for t in after] == ["2023-12-04", "2023-12-08", "2022"]
    assert [t.id for t in before] == [t.id for t in after]
    assert after == list(find_times(dated, [], WORDS))


def test_resolving_is_a_function_of_meanings_and_document_alone() -> None:
    document = page("In 2015 they met; two years later, on a Monday in May, they parted.")
    meanings = read_meanings(document, [], WORDS)
    assert resolve(document, meanings) == resolve(document, meanings)


def test_only_the_body_is_read() -> None:
    text = "Thursday, 04 July 2024\nNiger spoke on Monday."
    document = replace(page(text), body=((23, len(text)),))
    assert [t.text for t in find_times(document, [], WORDS)] == ["Monday"]


def test_days_and_values_agree() -> None:
    text = "In 2015, on 3 May, last week, yesterday, in the third quarter, over the weekend and in the 1990s."
    for time in times(text):
        assert days_of(time.value) == (time.date_start, time.date_end)


SAID = [
    ("day behind the quotation", "“We will open the border tomorrow,” Togo's minister said on Monday.", "2024-05-14"),
    ("day ahead of the quotation", "On Monday he told Al Jazeera: “We opened the border yesterday.”", "2024-05-12"),
    ("no day told", "“We will open the border tomorrow,” Togo's minister said.", "2024-05-16"),
    ("another sentence's day", "“We will open the border tomorrow,” he said. They met on Monday.", "2024-05-16"),
    ("a word in marks is no speech", "He called Monday's vote “the end of today” in Accra.", "2024-05-15"),
]


@pytest.mark.parametrize(("why", "sentence", "value"), SAID, ids=[why for why, _, _ in SAID])
def test_a_quotation_counts_from_the_day_it_was_said(why: str, sentence: str, value: str) -> None:
    assert value in [t.value for t in times(sentence) if t.text.endswith(("tomorrow", "yesterday", "today"))]

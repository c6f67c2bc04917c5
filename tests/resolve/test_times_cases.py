"""Hard sentences of news between many states, each with what makes it hard. Printed on Wednesday, 15 May 2024."""

from datetime import date
from itertools import pairwise

import pytest
from resolve.test_times import times

from dragoman.records import Time

CASES = [
    # weekdays and months by tense
    ("past weekday is the latest one", "Laos and Vietnam signed on Thursday.", ["Thursday = 2024-05-09"]),
    ("the day of printing itself counts as past", "Oman's envoy spoke on Wednesday.", ["Wednesday = 2024-05-15"]),
    ("a modal looks ahead", "Qatar's emir will land in Dushanbe on Monday.", ["Monday = 2024-05-20"]),
    ("until looks ahead without a verb in the future", "The visit to Baku lasts until Friday.",
     ["Friday = 2024-05-17"]),
    ("due to", "The Benin delegation is due in Niamey on Sunday.", ["Sunday = 2024-05-19"]),
    ("two tenses in one sentence", "They met in June and will meet in July.", ["June = 2023-06", "July = 2024-07"]),
    ("possessive weekday", "Tuesday’s vote in Skopje was close.", ["Tuesday = 2024-05-14"]),
    ("weekday with date proves its year", "He left Bamako on Monday, 2 January.", ["Monday, 2 January = 2023-01-02"]),
    ("weekday of a named week", "Ministers of Peru and Chile met on Friday last week.",
     ["Friday last week = 2024-05-10"]),
    ("next weekday from a Wednesday", "They will sign next Thursday.", ["next Thursday = 2024-05-16"]),
    # formats
    ("British order", "It was ceded on 12th July 1921.", ["12th July 1921 = 1921-07-12"]),
    ("American order", "It was ceded on July 12, 1921.", ["July 12, 1921 = 1921-07-12"]),
    ("dots put the day first", "Bern, 03.12.2023", ["03.12.2023 = 2023-12-03"]),
    ("day or month first, nobody knows", "Bari, 03/12/2023", ["03/12/2023 = 2023-XX-XX"]),
    ("only one reading is a date", "Berne, 23.12.2023", ["23.12.2023 = 2023-12-23"]),
    ("dateline", "ULAANBAATAR, May 14 (Montsame) - The two spoke.", ["May 14 = 2024-05-14"]),
    ("abbreviated month with a dot", "Brunei sent rice on Sept. 3, 2022.", ["Sept. 3, 2022 = 2022-09-03"]),
    ("month at the end of a sentence keeps the stop out", "Yemen's truce began in April.", ["April = 2024-04"]),
    ("no-break space", "It begins on 3\u00a0June\u00a02025.", ["3\u00a0June\u00a02025 = 2025-06-03"]),
    ("no blank before pm", "Shells fell on Goma at 10pm.", ["10pm = 2024-05-15T22:00"]),
    ("a newspaper's name is no time", "The People's Daily and Sudan Weekly denied it.", []),
    ("the fall of a city is no season", "It began after the fall of Goma.", []),
    # ranges
    ("days of one month", "The fair in Bishkek is on 29-31 October 2023.",
     ["29-31 October 2023 = 2023-10-29/2023-10-31"]),
    ("en dash", "Drills run May 20–24 off Palau.", ["May 20–24 = 2024-05-20/2024-05-24"]),
    ("months of last year", "From January to March 2023 exports fell.", ["January to March 2023 = 2023-01/2023-03"]),
    ("years", "Tonga's 2018-2022 plan failed.", ["2018-2022 = 2018/2022"]),
    ("short end of years", "In 2021/22 India sold more to Nepal.", ["2021/22 = 2021/2022"]),
    # counted from what was told before
    ("the following year", "Fiji quit in 2009 and came back the following year.",
     ["2009 = 2009", "the following year = 2010"]),
    ("a year earlier than a month", "Trade in March 2023 doubled from a year earlier.",
     ["March 2023 = 2023-03", "a year earlier = 2022-03"]),
    ("days later", "It sank on 1 March 2022; three days later help came.",
     ["1 March 2022 = 2022-03-01", "three days later = 2022-03-04"]),
    ("the next day is not tomorrow", "He died on 5 May 2001. The next day Togo mourned.",
     ["5 May 2001 = 2001-05-05", "The next day = 2001-05-06"]),
    ("a clock time on the day just told", "On 2 May 2024 at 18:00 GMT the line was cut.",
     ["2 May 2024 = 2024-05-02", "18:00 GMT = 2024-05-02T18:00Z"]),
    # periods
    ("quarter of last year", "Zambia's debt grew in the third quarter of last year.",
     ["the third quarter of last year = 2023-Q3"]),
    ("half", "Arms sales to Poland rose in the second half of 2022.", ["the second half of 2022 = 2022-H2"]),
    ("first months", "Trade fell in the first four months of this year.",
     ["the first four months of this year = P4M"]),
    ("a decade with an edge", "Ties froze in the late 1990s.", ["the late 1990s = 199"]),
    ("century", "A treaty of the 18th century names the river.", ["the 18th century = 17"]),
    ("fiscal year", "Aid fell in fiscal 2023.", ["fiscal 2023 = 2023"]),
    # lengths
    ("a tenure", "It may end his 31-year rule.", ["31-year = P31Y"]),
    ("year-long", "The year-long siege of Mekelle ended.", ["year-long = P1Y"]),
    ("fraction", "The flight to Apia takes 5 1/2 hours.", ["5 1/2 hours = PT5H30M"]),
    ("a person's age is no time", "A 54-year-old envoy of Malta resigned.", []),
    ("vague", "Senegal waited for several weeks.", ["several weeks = PXW"]),
    # numbers that are no times
    ("a count that looks like a year", "Kenya sent 2000 troops to Haiti.", []),
    ("money that looks like a year", "It paid $1990 a head.", []),
    ("a resolution's number", "Resolution 1973 divided them.", []),
    ("surname", "Mr. March and Theresa May spoke.", []),
    ("march and may as verbs", "They may march on Tripoli.", []),
    # bad dates
    ("no such day", "On 31 February 2023 nothing was signed.", ["February 2023 = 2023-02"]),
    ("no such hour", "It was 25:00 GMT.", []),
    ("year nought", "In the year 0 and on 0000-00-00.", []),
    ("no leap year", "He was born on 29 February 2023.", ["February 2023 = 2023-02"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "sentence", "expected"), CASES, ids=[why for why, _, _ in CASES])
def test_value(why: str, sentence: str, expected: list[str]) -> None:
    assert [f"{t.text} = {t.value}" for t in times(sentence)] == expected


MODS = [
    ("since", "Belize has chaired it since 1994.", "ON_OR_AFTER"),
    ("until", "The truce holds until Thursday.", "ON_OR_BEFORE"),
    ("by", "Neutral Malta will pay by 2030.", "ON_OR_BEFORE"),
    ("before", "Gabon left before 2010.", "BEFORE"),
    ("after", "Ties soured after 2014.", "AFTER"),
    ("more than", "He has ruled for more than 30 years.", "MORE_THAN"),
    ("nearly", "They argued for nearly two weeks.", "LESS_THAN"),
    ("at least", "It takes at least 90 days.", "EQUAL_OR_MORE"),
    ("about", "It takes about three hours.", "APPROX"),
    ("early", "They met in early March.", "START"),
    ("mid", "They met in mid-March.", "MID"),
    ("the end of", "They met at the end of March.", "END"),
    ("none", "They met in 2019.", None),
]


@pytest.mark.parametrize(("why", "sentence", "mod"), MODS, ids=[why for why, _, _ in MODS])
def test_mod(why: str, sentence: str, mod: str | None) -> None:
    assert [t.mod for t in times(sentence)] == [mod]


DAYS = [
    ("a month is its days", "in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("a week runs Monday to Sunday", "They met last week.", date(2024, 5, 6), date(2024, 5, 12)),
    ("a weekend", "They met over the weekend.", date(2024, 5, 11), date(2024, 5, 12)),
    ("first months are days though a length", "the first ten months of 2023", date(2023, 1, 1), date(2023, 10, 31)),
    ("the past years reach up to the day of printing", "over the past three years", date(2021, 5, 15), date(2024, 5, 15)),
    ("a year ago is about that day", "Russia invaded a year ago.", date(2023, 4, 17), date(2023, 6, 12)),
    ("both readings of a numeric date", "Bari, 03/12/2023", date(2023, 3, 12), date(2023, 12, 3)),
    ("a range", "2018-2022", date(2018, 1, 1), date(2022, 12, 31)),
    ("the last months up to now", "over the last three months", date(2024, 2, 15), date(2024, 5, 15)),
    ("the last months of a year", "in the last three months of 2023", date(2023, 10, 1), date(2023, 12, 31)),
    ("a plain length has no days", "for three years", None, None),
    ("a set has no days", "every Monday", None, None),
    ("now has no days", "Iceland now agrees.", None, None),
]


@pytest.mark.parametrize(("why", "sentence", "first", "last"), DAYS, ids=[why for why, _, _, _ in DAYS])
def test_days(why: str, sentence: str, first: date | None, last: date | None) -> None:
    (time,) = times(sentence)
    assert (time.date_start, time.date_end) == (first, last)


def test_an_anchor_names_the_row_it_was_counted_from() -> None:
    first, then = times("Fiji quit on 3 May 2009 and came back two days later.")
    assert first.anchor is None and then.anchor == first.id
    assert [t.anchor for t in times("Chad spoke yesterday.")] == ["published"]


def test_rows_repeat_their_words_and_do_not_overlap() -> None:
    text = "On Monday evening, May 13, the first half of last year, three to four weeks, and late June 2023 to 1 July."
    rows: list[Time] = times(text)
    assert all(text[t.start : t.end] == t.text for t in rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))

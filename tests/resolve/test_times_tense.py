"""Which way a day looks, read off the parse. Printed on Wednesday, 15 May 2024."""

from datetime import date

import pytest
from resolve.test_times import WORDS, page

from dragoman.parse.parser import load_parser
from dragoman.parse.sentences import make_sentence
from dragoman.resolve.times import find_times

CASES = [
    ("simple past", "Ministers of Mali and Niger met in Bamako on Monday.", "2024-05-13"),
    ("will", "Ministers of Mali and Niger will meet in Bamako on Monday.", "2024-05-20"),
    ("reported future", "Niger said its minister would fly to Bamako on Monday.", "2024-05-20"),
    ("could not is past", "The envoy of Togo could not be reached on Monday.", "2024-05-13"),
    ("plan in a noun", "The planned visit on Friday upset Togo.", "2024-05-17"),
    ("participle of a plan", "Talks set for Friday in Doha may fail.", "2024-05-17"),
    ("participle of the past", "Talks held on Friday in Doha failed.", "2024-05-10"),
    ("infinitive after a plan", "Peru plans to recall its envoy on Friday.", "2024-05-17"),
    ("infinitive of purpose in the past", "He flew to Lima to see the envoy on Friday.", "2024-05-10"),
    ("present progressive", "Georgia's premier is visiting Baku on Friday.", "2024-05-17"),
    ("timetable", "The summit in Kampala opens on Friday.", "2024-05-17"),
    ("perfect", "Fiji has been silent since Friday.", "2024-05-10"),
    ("months too", "Fiji will vote in March.", "2025-03"),
    ("months in the past", "Fiji voted in September.", "2023-09"),
    ("a loan by a month", "The bank lent Ghana $3 billion through October.", "2024-10"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "value"), CASES, ids=[why for why, _, _ in CASES])
def test_tense(why: str, text: str, value: str) -> None:
    words = load_parser().words(text, None)
    document = page(text, date(2024, 5, 15))
    (time,) = find_times(document, [make_sentence("doc", text, 0, 0, words, False)], WORDS)
    assert time.value == value

"""Every entry of words/times.toml reads its own examples."""

from datetime import date
from typing import Any

import pytest

from dragoman.lexicon.files import Row, entries, layers
from dragoman.lexicon.times import TimeWords, check_times
from dragoman.records import Document, Time
from dragoman.resolve.times import find_times

FOLDERS = layers(None)
WORDS = TimeWords.load(FOLDERS)
PRINTED = date(2024, 5, 15)  # a Wednesday
EXAMPLES = [
    (row, example)
    for kind in ("class", "time", "join", "lead", "stretch", "tense")
    for row in entries("times.toml", kind, FOLDERS)
    for example in row.cells["examples"]
]


def page(text: str, start: date | None = PRINTED, end: date | None = None) -> Document:
    """A document that is one paragraph, printed on a day or within two."""
    return Document(
        id="doc", uri="x", content_sha256="", text=text, body=((0, len(text)),), published_start=start, published_end=end or start
    )


def times(text: str, start: date | None = PRINTED, end: date | None = None) -> list[Time]:
    """Rows of a paragraph."""
    return list(find_times(page(text, start, end), [], WORDS))


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[f"{row.place}-{n}" for n, (row, _) in enumerate(EXAMPLES)])
def test_entry_reads_its_example(row: Row, example: dict[str, Any]) -> None:
    found = [f"{t.text} = {t.value}" for t in times(example["text"], example.get("on", PRINTED))]
    assert found == example["is"]


def test_words_have_no_structural_fault() -> None:
    assert [str(complaint) for complaint in check_times(FOLDERS)] == []

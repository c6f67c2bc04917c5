"""Whatever stands in a file, reading it gives pages and problems: nothing is thrown, and its neighbours are read."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.jobs.batch import read_batch
from dragoman.lexicon.form import require_whole
from dragoman.read.files import read_bytes
from dragoman.read.options import ReadOptions
from dragoman.records import Document, Page, Problem

NAMES = ["page.txt", "page.html", "pages.jsonl", "pages.csv", "pages.parquet", "feed.xml", "letter.eml", "page"]
PIECES = [
    b'Kenya and Mali held talks on Monday.', b'<p>', b'</p>', b'<html>', b'<!--', b']]>', b'<![CDATA[',
    b'&#0;', b'&#xD800;', b'\x00', b'\xff\xfe', b'\xef\xbb\xbf', b'\xed\xa0\x80', b'\r\n', b'\n\n',
    b'{"text": "', b'"}', b'\\ud800', b'{"text": {"a": [', b'[[[[', b'"', b',', b';', b'url,text,date\n',
    b'Tuesday, 7 May 2019', b'31/02/2019', b'9999-99-99', b"<?xml version='1.0' encoding='x'?>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b'&b;', b'<rss><channel><item>', b'PAR1', b'From: a\nSubject: b\n\n',
    b'Content-Type: multipart/mixed; boundary=x\n\n--x\n', b'\x1f\x8b', b'PK\x03\x04',
]  # fmt: skip
made_up = st.one_of(st.binary(max_size=400), st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join))
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=200, deadline=5_000, suppress_health_check=SLOW)
@given(name=st.sampled_from(NAMES), data=made_up)
def test_any_bytes_give_pages_or_problems(name: str, data: bytes) -> None:
    for found in read_bytes(name, name, data, ReadOptions()):
        assert isinstance(found, Page | Problem)


@settings(max_examples=40, deadline=15_000, suppress_health_check=SLOW)
@given(name=st.sampled_from(NAMES), data=made_up)
def test_any_bytes_are_coded_or_a_problem_and_every_span_quotes(name: str, data: bytes) -> None:
    pages = [found for found in read_bytes(name, name, data, ReadOptions()) if isinstance(found, Page)]
    for rows in read_batch(pages):
        assert not [problem for problem in rows[Problem] if "fault of dragoman" in problem.how_to_mend]
        texts = {document.id: document.text for document in rows[Document]}
        for kind, made in rows.items():
            for row in made:
                if {"document", "start", "end", "text"} <= set(getattr(kind, "__slots__", ())):
                    assert texts[row.document][row.start : row.end] == row.text


@settings(max_examples=60, deadline=5_000, suppress_health_check=SLOW)
@given(
    lines=st.lists(
        st.one_of(st.text(max_size=60), st.dictionaries(st.text(max_size=5), st.integers()).map(json.dumps)), max_size=5
    )
)
def test_a_good_line_among_bad_ones_is_read(lines: list[str]) -> None:
    good = json.dumps({"text": "Kenya and Mali held talks on Monday.", "url": "https://example.org/good"})
    data = "\n".join([*(line.replace("\n", " ").replace("\r", " ") for line in lines), good]).encode("utf-8", "replace")
    found = read_bytes("pages.jsonl", "pages.jsonl", data, ReadOptions(text_column="text"))
    assert [one.text for one in found if isinstance(one, Page)][-1:] == ["Kenya and Mali held talks on Monday."]


@pytest.mark.parametrize("name", ["states.csv", "events/aid.toml"])
@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b'id\n"', b"[[act]]\nid = 1", b"\x00" * 9], ids=["bytes", "quote", "number", "nul"]
)
def test_any_words_are_taken_or_refused_in_words(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(data)
    try:
        require_whole(tmp_path)
    except DragomanError as error:
        assert error.what

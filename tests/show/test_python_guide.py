"""The guide's Python page is run as it stands, on a record of the example pages."""

import doctest
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import DragomanError
from dragoman.show.answer import Answer
from dragoman.show.record import Record

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return dragoman.build(ROOT / "examples" / "visit-to-moscow", to=tmp_path_factory.mktemp("visit") / "visit.duckdb")


def test_every_example_of_the_page_holds(visit: Record, tmp_path: Path) -> None:
    given = {"dragoman": dragoman, "record": visit, "folder": tmp_path}
    found = doctest.testfile(str(ROOT / "docs" / "guide" / "python.md"), module_relative=False, globs=given)
    assert found.attempted > 10
    assert found.failed == 0


@pytest.mark.parametrize(
    "ask",
    ["timeline", "statements", "figures", "relations", "conflicts", "entities", "documents", "problems"],
)
def test_every_answer_draws_itself(visit: Record, ask: str) -> None:
    answer = getattr(visit, ask)()
    assert isinstance(answer, Answer)
    assert repr(answer)
    html = answer._repr_html_()
    assert html.startswith("<p><strong>")
    assert "<script" not in html
    assert len(answer.to_pandas()) == len(answer.to_polars()) == len(list(answer)) == answer.num_rows


def test_words_of_a_page_are_escaped_in_a_notebook(sample: Path) -> None:
    record = dragoman.open(sample)
    table = record.documents().arrow
    hostile = table.set_column(table.column_names.index("title"), "title", [["<script>alert(1)</script>"] * table.num_rows])
    shown = Answer(hostile, record.documents()._draw)._repr_html_()
    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_a_record_draws_its_overview(visit: Record) -> None:
    assert "5 documents" in visit._repr_html_()


def test_a_page_in_memory_is_the_page_on_disk(tmp_path: Path) -> None:
    text = (ROOT / "examples" / "visit-to-moscow" / "harbour-post.txt").read_text(encoding="utf-8")
    held = dragoman.read(text, uri="harbour-post.txt")
    (tmp_path / "harbour-post.txt").write_text(text, encoding="utf-8")
    built = dragoman.build(tmp_path / "harbour-post.txt", to=tmp_path / "one.duckdb")
    for table in ("statements", "figures", "relations", "event_mentions", "times"):
        assert [row.text for row in held.rows(table)] == [row.text for row in built.rows(table)], table
    kept = held.save(tmp_path / "kept.duckdb")
    assert kept.counts() == held.counts()
    assert dragoman.read("<html><body><p>Kenya thanked Somalia.</p></body></html>").counts()["documents"] == 1


def test_a_page_without_words_is_told() -> None:
    with pytest.raises(DragomanError, match="no text"):
        dragoman.read("  \n ")

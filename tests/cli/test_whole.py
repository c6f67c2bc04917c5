"""The whole river once: pages in, a record out, asked, explained, exported, and the same whatever the order of the pages."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.explain import explain_row
from dragoman.show.export.formats import export_record, import_record
from dragoman.store.digest import digest

PAGES = Path(__file__).parent.parent.parent / "examples" / "visit-to-moscow"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "moscow.duckdb"
    dragoman.build(PAGES, to=path).close()
    return path


def test_something_is_in_every_table_that_the_pages_speak_of(built: Path) -> None:
    with dragoman.open(built) as record:
        counts = record.counts()
    for table in ("documents", "entities", "mentions", "times", "statements", "figures", "event_mentions", "events", "runs"):
        assert counts[table], table
    assert counts["problems"] == 0


def test_two_states_are_found_by_any_name(built: Path) -> None:
    with dragoman.open(built) as record:
        found = [
            record.timeline(one, two).num_rows for one, two in (("India", "Russia"), ("ru", "IND"), ("New Delhi", "Kremlin"))
        ]
    assert len(set(found)) == 1
    assert found[0] > 0


def test_any_row_is_explained(built: Path) -> None:
    with dragoman.open(built) as record:
        for table in TABLES:
            for id_ in record.table(table).column("id").to_pylist():
                assert "made by" in dict(explain_row(record, id_).facts), (table, id_)


def test_the_order_of_the_pages_does_not_matter(built: Path, tmp_path: Path) -> None:
    dragoman.build(sorted(PAGES.iterdir(), reverse=True), to=tmp_path / "again.parquet").close()
    assert digest(tmp_path / "again.parquet", clock=False) == digest(built, clock=False)


def test_what_is_exported_comes_back(built: Path, tmp_path: Path) -> None:
    for name in ("jsonl", "csv", "parquet"):
        export_record(built, tmp_path / name, name)
        import_record(tmp_path / name, tmp_path / f"{name}.duckdb")
        assert digest(tmp_path / f"{name}.duckdb") == digest(built)


def test_a_record_is_not_written_over_unasked(built: Path) -> None:
    with pytest.raises(DragomanError, match="exists already"):
        dragoman.build(PAGES, to=built)

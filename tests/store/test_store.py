"""What goes into a record comes out of it, wherever it lies; and nothing half-written is ever left."""

import dataclasses
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
import sample_record

from dragoman.errors import DragomanError
from dragoman.records import TABLES, Document, Problem
from dragoman.store import place, read, write
from dragoman.store.digest import digest
from dragoman.store.rows import from_arrow, to_arrow


def by_id(rows: list) -> list:
    return sorted(rows, key=lambda row: row.id)


@pytest.mark.parametrize("name", ["record.duckdb", "a name with spaces", "it's.duckdb", "folder.parquet", "Ünï🇰🇪.db"])
def test_round_trip(tmp_path: Path, name: str) -> None:
    path = sample_record.write(tmp_path / name)
    for table, rows in sample_record.tables().items():
        assert by_id(read.rows(path, table)) == by_id(rows), table


def test_the_sample_fills_every_table() -> None:
    assert sample_record.tables().keys() == TABLES.keys()
    assert all(sample_record.tables().values())


@pytest.mark.parametrize("name", ["empty.duckdb", "empty.parquet"])
def test_empty_record(tmp_path: Path, name: str) -> None:
    write.write_record(tmp_path / name, {})
    assert {table: read.rows(tmp_path / name, table) for table in TABLES} == {table: [] for table in TABLES}


def test_the_same_row_twice_is_one_row(tmp_path: Path) -> None:
    write.write_record(tmp_path / "r.duckdb", {name: rows * 2 for name, rows in sample_record.tables().items()})
    assert digest(tmp_path / "r.duckdb") == digest(sample_record.write(tmp_path / "once.duckdb"))


def test_two_rows_with_one_id_leave_a_problem(tmp_path: Path) -> None:
    tables = sample_record.tables()
    other = dataclasses.replace(tables["events"][0], place="Kisumu")
    write.write_record(tmp_path / "r.duckdb", {"events": [tables["events"][0], other, tables["events"][1]]})
    assert [event.place for event in read.rows(tmp_path / "r.duckdb", "events")] == ["Nairobi", None]
    problem = read.rows(tmp_path / "r.duckdb", "problems")[0]
    assert "in events 1 of the ids stand for rows that differ (ev_00000000000001)" in problem.what


def test_order_and_engine_do_not_matter(tmp_path: Path) -> None:
    one, two = sample_record.write(tmp_path / "one.duckdb"), tmp_path / "two.parquet"
    write.write_record(two, {name: rows[::-1] for name, rows in sample_record.tables().items()})
    assert digest(one) == digest(two)


def test_digest_without_the_clock_forgets_when_it_was_read(tmp_path: Path) -> None:
    tables = sample_record.tables()
    later = [dataclasses.replace(d, read_at=datetime(2030, 1, 1, tzinfo=UTC)) for d in tables["documents"]]
    one, two = sample_record.write(tmp_path / "one.duckdb"), tmp_path / "two.duckdb"
    write.write_record(two, {**tables, "documents": later, "runs": []})
    assert digest(one, clock=False) == digest(two, clock=False)
    assert digest(one) != digest(two)


def test_digest_sees_one_changed_value(tmp_path: Path) -> None:
    tables = sample_record.tables()
    changed = [dataclasses.replace(tables["events"][0], place="Kisumu"), *tables["events"][1:]]
    one, two = sample_record.write(tmp_path / "one.duckdb"), tmp_path / "two.duckdb"
    write.write_record(two, {**tables, "events": changed})
    assert digest(one, clock=False) != digest(two, clock=False)


@pytest.mark.parametrize(
    "moment",
    [datetime(2024, 3, 5, 8, 30), datetime(2024, 3, 5, 11, 30, tzinfo=timezone(timedelta(hours=3)))],
    ids=["without a zone: UTC", "in Nairobi's zone"],
)
def test_times_are_utc(moment: datetime) -> None:
    made = sample_record.document("doc_1", "a.txt", sample_record.WIRE, read_at=moment)
    assert from_arrow(Document, to_arrow(Document, [made]))[0].read_at == datetime(2024, 3, 5, 8, 30, tzinfo=UTC)


def test_an_older_record_is_read_with_defaults(tmp_path: Path) -> None:
    """A record written before a column or a table existed opens all the same."""
    path = sample_record.write(tmp_path / "old.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("ALTER TABLE documents DROP COLUMN parts")
        connection.execute("DROP TABLE stories")
    assert {document.parts for document in read.rows(path, "documents")} == {()}
    assert read.rows(path, "stories") == []


def test_meanings_are_in_the_database_itself(sample: Path) -> None:
    with duckdb.connect(str(sample), read_only=True) as connection:
        query = "SELECT comment FROM duckdb_columns() WHERE table_name = 'events' AND column_name = 'origins'"
        assert "Independent origins" in connection.execute(query).fetchone()[0]


def test_a_crash_leaves_the_old_record_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sample_record.write(tmp_path / "record.duckdb")
    before = path.read_bytes()
    monkeypatch.setattr(write, "_explain", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sample_record.write(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["record.duckdb"]


def test_a_record_is_replaced_whole(tmp_path: Path) -> None:
    for name in ("record.duckdb", "record.parquet"):
        path = sample_record.write(tmp_path / name)
        write.write_record(path, {"problems": [Problem(id="p", uri="u", step="read", what="w")]})
        assert read.rows(path, "documents") == []
        assert len(read.rows(path, "problems")) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["record.duckdb", "record.parquet"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing", None, "there is no record"),
        ("empty.duckdb", b"", "not a record"),
        ("notes.txt", b"Xi met Lukashenko.\r\n" * 10, "not a record"),
        ("cut.duckdb", b"\0" * 8 + b"DUCK" + b"\0" * 100, "cannot be read|another version"),
    ],
)
def test_what_is_no_record_gets_a_line(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DragomanError, match=says):
        read.connect(path)


def test_someone_elses_database_gets_a_line(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "theirs.duckdb")) as connection:
        connection.execute("CREATE TABLE documents (a INTEGER)")
    with pytest.raises(DragomanError, match="a DuckDB file, but not a record"):
        read.connect(tmp_path / "theirs.duckdb")


def test_a_folder_of_other_things_gets_a_line(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    with pytest.raises(DragomanError, match="a folder, but not a record"):
        read.connect(tmp_path)


def test_a_record_may_be_read_but_not_changed(sample: Path) -> None:
    with read.connect(sample) as connection, pytest.raises(duckdb.Error):
        connection.execute("DELETE FROM documents")


@pytest.mark.parametrize(
    ("name", "content", "replace", "says"),
    [
        ("there.duckdb", "record", False, "exists already.*--replace"),
        ("notes.txt", "words", False, "exists already"),
        ("notes.txt", "words", True, "no record of dragoman's"),
        ("none/record.duckdb", None, False, "there is no folder"),
    ],
)
def test_where_a_record_may_not_be_written(tmp_path: Path, name: str, content: str | None, replace: bool, says: str) -> None:
    if content == "record":
        sample_record.write(tmp_path / name)
    elif content:
        (tmp_path / name).write_text(content)
    with pytest.raises(DragomanError, match=says), place.destination(str(tmp_path / name), replace):
        raise AssertionError("must not be reached")


def test_a_name_with_a_slash_asks_for_a_folder(tmp_path: Path) -> None:
    with place.destination(f"{tmp_path}/kenya/", replace=False) as path:
        sample_record.write(path)
    assert (tmp_path / "kenya" / "events.parquet").is_file()


def test_a_failed_build_leaves_no_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), place.destination(f"{tmp_path}/kenya/", replace=False):
        raise ZeroDivisionError
    assert not (tmp_path / "kenya").exists()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(28, "No space left on device"), "no room left"),
        (PermissionError(13, "Permission denied"), "may not be written"),
        (OSError(30, "Read-only file system"), "may not be written"),
        (FileNotFoundError(2, "No such file"), "there is no folder"),
    ],
)
def test_no_room_and_no_right_get_a_line(tmp_path: Path, error: OSError, says: str) -> None:
    with pytest.raises(DragomanError, match=says), place.room(tmp_path / "record.duckdb"):
        raise error


FULL_DISK = """
import resource, sys
from pathlib import Path
import sample_record
from dragoman.errors import DragomanError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    sample_record.write(Path(sys.argv[1]))
except DragomanError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes to set")
@pytest.mark.parametrize(("name", "room"), [("r.duckdb", 4_000), ("r.duckdb", 100_000), ("r.parquet", 1_000)])
def test_a_full_disk_is_told_and_leaves_nothing(name: str, room: int, tmp_path: Path) -> None:
    """DuckDB closes a file that could not be written without a word; a record must never be lost like that."""
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / name), str(room)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent)
    assert "no room" in run.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_value_is_never_part_of_a_query(sample: Path) -> None:
    with read.connect(sample) as connection:
        given = {"name": "x'; DROP TABLE events; --"}
        assert read.ask(connection, "SELECT * FROM entities WHERE name = $name", given).num_rows == 0
        assert isinstance(read.table(connection, "events"), pa.Table)

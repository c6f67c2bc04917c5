"""A record of parts: opened when every file on its list is there, refused in words when one is not."""

import json
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.store.digest import digest
from dragoman.store.listed import LIST
from dragoman.store.parts import write_parts
from dragoman.store.read import connect, tables
from dragoman.store.remote import Folder


@pytest.fixture
def record(sample: Path, tmp_path: Path) -> Path:
    """The record made by hand, as a folder of parts."""
    write_parts(Folder.of(tmp_path / "a 'record'"), tables(sample))
    return tmp_path / "a 'record'"


def test_a_record_of_parts_is_the_record(record: Path, sample: Path) -> None:
    assert digest(record) == digest(sample)
    assert {each.schema.equals(tables(sample)[name].schema, check_metadata=True) for name, each in tables(record).items()} == {
        True
    }
    assert len(list((record / "documents.parquet").iterdir())) > 1, "one month only: the sample tells nothing"


def lose(record: Path) -> None:
    next((record / "statements.parquet").rglob("*.parquet")).unlink()


def cut(record: Path) -> None:
    part = next((record / "events.parquet").rglob("*.parquet"))
    part.write_bytes(part.read_bytes()[:-1])


def lose_list(record: Path) -> None:
    (record / LIST).unlink()


def spoil_list(record: Path) -> None:
    (record / LIST).write_text("{", encoding="utf-8")


def other_list(record: Path) -> None:
    (record / LIST).write_text(json.dumps({"files": ["documents"]}), encoding="utf-8")


HALVES = [
    (lose, r"half a record: 1 of its \d+ files are missing or cut \(statements"),
    (cut, r"half a record: 1 of its \d+ files are missing or cut \(events"),
    (lose_list, f"never written to its end .it has no {LIST}.; build or fetch it again"),
    (spoil_list, "cannot be read as the list of a record"),
    (other_list, "cannot be read as the list of a record"),
]


@pytest.mark.parametrize(("halve", "said"), HALVES, ids=lambda value: getattr(value, "__name__", ""))
def test_half_a_record_is_not_opened(record: Path, halve: object, said: str) -> None:
    halve(record)  # type: ignore[operator]
    with pytest.raises(DragomanError, match=said):
        connect(record)


def test_a_write_that_breaks_off_leaves_the_old_record(record: Path, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(record)
    written = []

    def full(rows: object, file: object, **more: object) -> None:
        written.append(rows)
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        file.write(b"part")  # type: ignore[attr-defined]

    monkeypatch.setattr("dragoman.store.parts.pq.write_table", full)
    with pytest.raises(DragomanError, match=r"cannot be written .*No space"):
        write_parts(Folder.of(record), tables(sample))
    assert digest(record) == before


def test_what_an_older_list_named_goes_once_the_new_one_is_there(record: Path, sample: Path) -> None:
    (record / "notes.txt").write_text("mine", encoding="utf-8")
    before = {path.name for path in record.rglob("*.parquet") if path.is_file()}
    write_parts(Folder.of(record), tables(sample))
    after = {path.name for path in record.rglob("*.parquet") if path.is_file()}
    assert not before & after and (record / "notes.txt").exists()
    assert digest(record) == digest(sample)


def test_every_table_has_a_part(record: Path) -> None:
    assert {path.name for path in record.iterdir()} == {f"{name}.parquet" for name in TABLES} | {LIST}

"""Rows kept of pages: they come back as they were, and no file, damaged or made up, can do more than be refused."""

import errno
import os
import pickle
import zlib
from pathlib import Path

import pytest
import sample_record

from dragoman.errors import DragomanError
from dragoman.records import Problem
from dragoman.store import kept
from dragoman.store.frozen import Damaged, freeze, thaw
from dragoman.store.kept import Kept, Manifest, write_rows


def test_rows_of_every_table_come_back() -> None:
    tables = sample_record.tables()
    assert thaw(freeze(tables)) == tables


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return os.system, ("echo never",)


@pytest.mark.parametrize(
    "data",
    [
        zlib.compress(pickle.dumps({"documents": [Evil()]})), zlib.compress(pickle.dumps({"documents": [Path("x")]})),
        zlib.compress(pickle.dumps({"documents": [print]})), zlib.compress(pickle.dumps([1])), b"", b"words",
        freeze(sample_record.tables())[:-9],
    ],
)  # fmt: skip
def test_what_is_no_row_is_refused(data: bytes) -> None:
    with pytest.raises(Damaged):
        thaw(data)


def test_pages_are_found_again_by_their_maker_only(tmp_path: Path) -> None:
    packed = {"one": freeze({"problems": [problem("a")]}), "two": freeze({"problems": [problem("b")]})}
    write_rows(tmp_path, "me", packed)
    found, missing = Kept.open(tmp_path, "me").rows(["two", "three"])
    assert (list(found), found["two"]["problems"][0].uri, missing) == (["two"], "b", ["three"])
    assert not Kept.open(tmp_path, "another").places


def problem(uri: str) -> Problem:
    return Problem(id=uri, uri=uri, step="read", what="w", how_to_mend=None)


def test_the_folder_forgets_what_no_record_uses(tmp_path: Path) -> None:
    data = freeze({"problems": [problem("a" * 500)]})
    write_rows(tmp_path, "me", {f"old{n}": data + b"%d" % n for n in range(3)})
    write_rows(tmp_path, "me", {"live": data, **{f"dead{n}": data for n in range(9)}})
    (tmp_path / ".half-x").write_bytes(b"half")
    held = Kept.open(tmp_path, "me")
    held.write_manifest(["run_0"], Manifest("me", {}))
    held.write_manifest(["run_1"], Manifest("me", {"live": "a"}, (problem("p"),)))
    held.sweep(["run_1"], ["live"])
    again = Kept.open(tmp_path, "me")
    assert list(again.places) == ["live"]
    assert again.rows(["live"])[1] == []
    assert again.manifest(["run_1"]) == Manifest("me", {"live": "a"}, (problem("p"),))
    assert again.manifest(["run_0"]) is None
    assert len(list(tmp_path.iterdir())) == 2


def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, handle: int, _: str) -> None:
            self.handle = handle

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        def write(self, _: bytes) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept.os, "fdopen", Full)
    with pytest.raises(DragomanError, match=r"no room left .* free some space"):
        write_rows(tmp_path, "me", {"one": b"x"})
    assert list(tmp_path.iterdir()) == []

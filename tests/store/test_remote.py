"""Files by address: what cannot be opened is told with its remedy, and a file is written whole or not at all."""

import sys
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.store.remote import Folder, filesystem

CLOSED = [
    ("carrier-pigeon://loft/news", r"Unrecognized filesystem.*; give an address of s3://"),
    ("az://news/2024", r"cannot be opened .*; pip install fsspec adlfs"),
    ("file://elsewhere/news", r"file://elsewhere/news cannot be opened"),
]


@pytest.mark.parametrize(("url", "said"), CLOSED, ids=[url for url, _ in CLOSED])
def test_what_cannot_be_opened_is_told(url: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(DragomanError, match=said):
        filesystem(url)


@pytest.mark.parametrize("address", [False, True], ids=["a path", "an address"])
def test_a_file_is_there_whole_or_not_at_all(address: bool, tmp_path: Path) -> None:
    folder = Folder.of(f"file://{tmp_path}/a b/" if address else tmp_path / "a b")
    with folder.writing("one/part") as file:
        file.write(b"Mali and Niger")
    assert folder.has("one/part") and folder.files() == {"one/part": 14}
    assert folder.read("one/part", 9, 5) == b"Niger"
    with pytest.raises(ValueError, match="stop"), folder.writing("one/part") as file:
        file.write(b"Mali")
        raise ValueError("stop")
    assert folder.files() == {"one/part": 14}
    folder.delete(["one/part"])
    assert not folder.has("one/part") and folder.files() == {}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert Folder.of(tmp_path / "gone").files() == {} and not Folder.of(tmp_path / "gone").has("part")

"""Files are listed as one machine reads them, and parted so that a file more changes little."""

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.jobs.places import MOST_BYTES, MOST_FILES, Part, Place, find_places, parts
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Problem


def test_places_are_those_that_are_read_in_that_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "a.txt", ".hidden/x.txt", "b/.x.txt", "deep/er/est/three.txt", "record/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Ghana and Togo signed {name}.", encoding="utf-8")
    (tmp_path / "again.txt").symlink_to(tmp_path / "b" / "two.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    given = [tmp_path / "b", tmp_path, tmp_path / "gone.txt"]
    options = ReadOptions(max_depth=2, aside=tmp_path / "record")
    found = [item.uri for item in find_places(given, options)]
    assert found == [item.uri for item in read_paths(given, options)]
    assert found[-1].endswith("gone.txt") and any(isinstance(item, Problem) for item in find_places(given, options))


def test_places_by_address(tmp_path: Path) -> None:
    for name in ("b.txt", "a/one.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Chile recalled its ambassador.", encoding="utf-8")
    found = [item.uri for item in find_places([f"file://{tmp_path}", f"file://{tmp_path}/b.txt"], ReadOptions())]
    assert found == [f"file://{tmp_path}/{name}" for name in ("a/one.txt", "b.txt", "b.txt")]
    gone = list(find_places([f"file://{tmp_path}/gone"], ReadOptions()))
    assert [type(item) for item in gone] == [Problem] and gone[0].uri == f"file://{tmp_path}/gone"
    with pytest.raises(DragomanError, match="cannot be opened"):
        list(find_places(["carrier-pigeon://news"], ReadOptions()))


def places(count: int, size: int = 2_000) -> list[Place]:
    return [Place(f"/news/{number:05}.txt", size, 7) for number in range(count)]


def test_a_file_more_changes_one_part() -> None:
    given = places(3_000)
    more = [*given[:1_500], Place("/news/01499a.txt", 2_000, 7), *given[1_500:]]
    before, after = ({part.name for part in parts(each)} for each in (given, more))
    assert len(before) > 20
    assert len(after - before) <= 2
    changed = [*given[:9], Place(given[9].uri, 2_000, 8), *given[10:]]
    assert len({part.name for part in parts(changed)} - before) == 1


def test_parts_hold_everything_once_and_none_is_large() -> None:
    given = [*places(2_000), Place("/news/crawl.warc.gz", 10**9, 7), *places(5, MOST_BYTES // 2)]
    found = list(parts(given))
    assert [place for part in found for place in part.places] == given
    assert [Part.heard(part.told()) for part in found] == found
    assert all(len(part.places) <= MOST_FILES for part in found)
    assert all(sum(place.size for place in part.places) <= MOST_BYTES or len(part.places) == 1 for part in found)

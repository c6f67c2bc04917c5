"""Where pages lie, listed but not opened, and parted into what one machine reads at a time."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import pyarrow.fs as fs

from dragoman.errors import DragomanError
from dragoman.read.decode import problem
from dragoman.read.files import WHAT_IS_READ
from dragoman.read.options import ReadOptions
from dragoman.records import Problem
from dragoman.store.remote import filesystem, is_remote

CUT = 32  # a part ends where a name's hash says so, every 32 files or so: files that are added change the parts about them only
MOST_FILES = 200
MOST_BYTES = 1_000_000
FIRST_FETCH = "fetch them first (with --engine local), and give the folder"


@dataclass(frozen=True, slots=True)
class Place:
    """A file with pages: its address, and what tells that it is still the same."""

    uri: str
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Part:
    """Files that one task reads."""

    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """The same for the same files, as long as nobody changes them."""
        return sha256(self.told()).hexdigest()[:24]

    def told(self) -> bytes:
        """The part as bytes."""
        return json.dumps([[place.uri, place.size, place.changed] for place in self.places]).encode()

    @classmethod
    def heard(cls, told: bytes) -> "Part":
        """The part again."""
        return cls(tuple(Place(*each) for each in json.loads(told)))


def find_places(paths: Iterable[str | Path], options: ReadOptions) -> Iterator[Place | Problem]:
    """Every file under the paths, in the order in which one machine would read them; what is nested too deep is a problem."""
    seen: set[tuple[int, int]] = set()
    for path in map(str, paths):
        if path == "-" or path.startswith(("http://", "https://")):
            raise DragomanError(f"the engine spark reads files, not {'standard input' if path == '-' else path}", FIRST_FETCH)
        yield from _in_store(path) if is_remote(path) else _here(Path(path), options, seen, 0)


def _here(path: Path, options: ReadOptions, seen: set[tuple[int, int]], depth: int) -> Iterator[Place | Problem]:
    """Files of this machine, or of a folder that all machines share."""
    try:
        status = path.stat()
        if (status.st_dev, status.st_ino) in seen or path.absolute() == options.aside:
            return
        seen.add((status.st_dev, status.st_ino))
        if not path.is_dir():
            yield Place(str(path), status.st_size, status.st_mtime_ns)
        elif depth >= options.max_depth:
            yield problem(str(path), f"folders nested deeper than {options.max_depth}", "name the inner folder itself")
        else:
            inside = [inner for inner in sorted(path.iterdir()) if not inner.name.startswith(".")]
            for inner in inside:
                yield from _here(inner, options, seen, depth + 1)
    except (OSError, ValueError):
        yield Place(str(path), 0, 0)  # whoever reads it says what is wrong with it


def _in_store(url: str) -> Iterator[Place | Problem]:
    """Files of an object store, in the order of their names; hidden ones are passed over."""
    system, base = filesystem(url)
    start = url[: url.index("://") + 3] if not url.endswith(base) else url[: len(url) - len(base)]
    try:
        one = system.get_file_info(base)
        found = [one] if one.type == fs.FileType.File else system.get_file_info(fs.FileSelector(base, recursive=True))
    except OSError as error:
        yield problem(url, f"cannot be opened: {error}".splitlines()[0][:200], "check the address and your keys")
        return
    files = [each for each in found if each.type == fs.FileType.File and "/." not in each.path[len(base) :]]
    for each in sorted(files, key=lambda each: each.path.split("/")):
        yield Place(start + each.path, each.size or 0, each.mtime_ns or 0)
    if not files:
        yield problem(url, "no file there", WHAT_IS_READ)


def parts(places: Iterable[Place]) -> Iterator[Part]:
    """Files in parts of a few megabytes; where one ends depends on names, so that a file more changes one part, not all."""
    held: list[Place] = []
    size = 0
    for place in places:
        if held and size + place.size > MOST_BYTES:
            yield Part(tuple(held))
            held, size = [], 0
        held.append(place)
        size += place.size
        if len(held) >= MOST_FILES or crc32(place.uri.encode(errors="replace")) % CUT == 0:
            yield Part(tuple(held))
            held, size = [], 0
    if held:
        yield Part(tuple(held))

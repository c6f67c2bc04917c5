"""What was read, page by page, in a folder beside the record: a killed build goes on, and pages are added without the old ones.

A file holds the rows of some pages and is written whole or not at all. A manifest names the pages of one record. All of it may
be deleted: then the next build reads every page again, and `dragoman add` says that it cannot.
"""

import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from dragoman.records import Problem
from dragoman.store.frozen import Damaged, thaw
from dragoman.store.place import room

MAGIC = b"dragoman rows 1\n"
ROWS, MANIFEST = ".rows", ".pages.json"
Entry = tuple[str, str, int, int]


def folder_of(record: Path) -> Path:
    """Where the pages of a record are kept: `moscow.duckdb` has `.moscow.duckdb.pages` beside it, hidden as it is no page."""
    return record.absolute().parent / f".{record.name}.pages"


def search_index(record: Path) -> Path:
    """Where the full text of a record's pages is kept for its searches."""
    return record.with_name(f".{record.name}.search")


def write_rows(folder: Path, maker: str, packed: Mapping[str, bytes]) -> list[Entry]:
    """Writes the packed rows of some pages as one file; gives the key, file, place and length of each."""
    body, entries = bytearray(), []
    for key, data in packed.items():
        entries.append((key, len(body), len(data)))
        body += data
    head = json.dumps({"maker": maker, "crc": zlib.crc32(body), "entries": entries}).encode()
    name = sha256(head + body).hexdigest()[:24] + ROWS
    start = len(MAGIC) + 8 + len(head)
    lead = MAGIC + len(head).to_bytes(4, "big") + zlib.crc32(head).to_bytes(4, "big") + head
    _put(folder / name, lead + body)
    return [(key, name, start + at, length) for key, at, length in entries]


def _put(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    with room(path):
        handle, beside = tempfile.mkstemp(prefix=".half-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise


@dataclass(frozen=True, slots=True)
class Manifest:
    """The pages of one record: their keys with their addresses, and what could not be read."""

    maker: str
    pages: dict[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Kept:
    """The folder, opened: where the rows of each page lie."""

    folder: Path
    maker: str
    places: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    damaged: set[str] = field(default_factory=set)

    @classmethod
    def open(cls, folder: Path, maker: str) -> "Kept":
        """What is kept there by the same maker; files that are damaged or another's count as not there."""
        kept = cls(folder, maker)
        for path in sorted(folder.glob(f"*{ROWS}")):
            try:
                kept.hold(_entries(path, maker))
            except (Damaged, OSError):
                kept.damaged.add(path.name)
        return kept

    def hold(self, entries: Iterable[Entry]) -> None:
        """Takes note of pages that were written."""
        for key, name, start, length in entries:
            self.places[key] = (name, start, length)

    def rows(self, keys: Iterable[str]) -> tuple[dict[str, dict[str, list[Any]]], list[str]]:
        """The rows of the pages, and the keys of those that are damaged or not there."""
        by_file: dict[str, list[str]] = {}
        missing = []
        for key in keys:
            if key in self.places:
                by_file.setdefault(self.places[key][0], []).append(key)
            else:
                missing.append(key)
        found: dict[str, dict[str, list[Any]]] = {}
        for name, inside in by_file.items():
            data = _bytes(self.folder / name)
            for key in inside:
                _, start, length = self.places[key]
                try:
                    found[key] = thaw(data[start : start + length])
                except Damaged:
                    self.damaged.add(name)
                    del self.places[key]
                    missing.append(key)
        return found, missing

    def manifest(self, runs: Iterable[str]) -> Manifest | None:
        """The pages of the record that these runs made; None when it is not kept here, or damaged."""
        try:
            told = json.loads(_manifest(self.folder, runs).read_text(encoding="utf-8"))
            return Manifest(told["maker"], told["pages"], tuple(Problem(**problem) for problem in told["problems"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write_manifest(self, runs: Iterable[str], manifest: Manifest) -> None:
        """Written before the record itself: a record always has its manifest, whenever the machine stops."""
        problems = [{name: getattr(p, name) for name in Problem.__dataclass_fields__} for p in manifest.problems]
        told = {"maker": manifest.maker, "pages": manifest.pages, "problems": problems}
        _put(_manifest(self.folder, runs), json.dumps(told, ensure_ascii=False).encode())

    def sweep(self, runs: Iterable[str], keys: Iterable[str], wholly: bool = False) -> None:
        """Forgets what the record does not use: at once all of it (`wholly`), or as it comes to half of a file."""
        live: dict[str, list[str]] = {}
        for key in set(keys) & self.places.keys():
            live.setdefault(self.places[key][0], []).append(key)
        held = _manifest(self.folder, runs).name
        for path in self.folder.iterdir():
            half = path.name.startswith(".half-")
            if half or (path.name.endswith(MANIFEST) and path.name != held) or (path.suffix == ROWS and path.name not in live):
                path.unlink(missing_ok=True)
        for name, inside in live.items():
            used = sum(self.places[key][2] for key in inside)
            size = (self.folder / name).stat().st_size
            if used * 2 < size - len(MAGIC) or (wholly and used < size - _body_start(self.folder / name)):
                self._pack(name, inside)

    def _pack(self, name: str, keys: list[str]) -> None:
        data = _bytes(self.folder / name)
        cut = {key: data[self.places[key][1] :][: self.places[key][2]] for key in keys}
        self.hold(write_rows(self.folder, self.maker, cut))
        if self.places[keys[0]][0] != name:
            (self.folder / name).unlink(missing_ok=True)


def _entries(path: Path, maker: str) -> list[Entry]:
    """The pages of a file; none when another maker wrote it. Raises Damaged when one bit is not as it was written."""
    data = path.read_bytes()
    length, crc = (int.from_bytes(data[len(MAGIC) + at :][:4], "big") for at in (0, 4))
    start = len(MAGIC) + 8 + length
    head = data[len(MAGIC) + 8 : start]
    if not data.startswith(MAGIC) or zlib.crc32(head) != crc:
        raise Damaged("not a file of rows, or damaged")
    told = json.loads(head)
    if zlib.crc32(data[start:]) != told["crc"]:
        raise Damaged("its rows are damaged")
    return [(key, path.name, start + at, many) for key, at, many in told["entries"] if told["maker"] == maker]


def _body_start(path: Path) -> int:
    """Where the rows begin in a file."""
    with path.open("rb") as file:
        return len(MAGIC) + 8 + int.from_bytes(file.read(len(MAGIC) + 4)[len(MAGIC) :], "big")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _manifest(folder: Path, runs: Iterable[str]) -> Path:
    return folder / (sha256("\n".join(sorted(runs)).encode()).hexdigest()[:24] + MANIFEST)

"""Archives: gzip, zip and WARC, one in another too, with limits against bombs.

The limits: an entry of at most ten times `max_bytes` (200 MB) and an archive of at most two hundred times (4 GB) when unpacked,
a million entries, three archives one inside another. What passes a limit is a problem; the rest is read.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.files import JSONL, PACKED, TABLES_TIMES, read_bytes, read_stream, suffix_of
from dragoman.read.options import ReadOptions
from dragoman.read.warc import read_warc
from dragoman.records import Page, Problem

TIMES, ENTRY_TIMES = 200, 10
CHUNK = 1 << 16
ENTRIES = 1_000_000
DEEPEST = 3
UNPACK = "unpack it and give its files"
BROKEN = (OSError, EOFError, ValueError, RuntimeError, zlib.error, zipfile.BadZipFile, NotImplementedError)


@dataclass(slots=True)
class Room:
    """How much may still be unpacked of one archive and of all that lies in it."""

    left: int

    def of_entry(self, options: ReadOptions) -> int:
        """The bytes that one entry may have."""
        return min(self.left, options.max_bytes * ENTRY_TIMES)


def read_archive(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """Pages of an archive; one that breaks off gives what was read before, then a problem."""
    with path.open("rb") as stream:
        yield from _read(stream, path.name, uri, options, Room(options.max_bytes * TIMES), 1)


def _read(stream: BinaryIO, name: str, uri: str, options: ReadOptions, room: Room, depth: int) -> Iterator[Page | Problem]:
    small = name.lower()
    try:
        if small.endswith((".warc", ".warc.gz")):
            yield from read_warc(stream, uri, options)
        elif small.endswith(".zip"):
            yield from _read_zip(stream, uri, options, room, depth)
        else:
            yield from _read_gzip(stream, name, uri, options)
    except BROKEN as error:
        yield problem(uri, f"archive breaks off: {error}", "fetch it again; what stood before the break was read")


def _read_gzip(packed: BinaryIO, name: str, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """What a gzip file holds; a page that is cut short is given as far as it goes."""
    inner = name[: -len(".gz")]
    with gzip.open(packed, "rb") as stream:
        if suffix_of(inner) in JSONL:
            yield from read_stream(inner, uri, stream, options)  # type: ignore[arg-type]
            return
        data, broken = _as_far_as_it_goes(stream, options.max_bytes * TABLES_TIMES)
    if data or broken is None:
        yield from read_bytes(inner, uri, data, options)
    if broken is not None:
        raise broken


def _as_far_as_it_goes(stream: gzip.GzipFile | zipfile.ZipExtFile, limit: int) -> tuple[bytes, Exception | None]:
    """The bytes up to the limit and one chunk more, and what ended them before their time."""
    data = bytearray()
    try:
        while len(data) <= limit and (chunk := stream.read1(CHUNK)):
            data += chunk
    except BROKEN as error:
        return bytes(data), error
    return bytes(data), None


def _read_zip(stream: BinaryIO, uri: str, options: ReadOptions, room: Room, depth: int) -> Iterator[Page | Problem]:
    """Pages of a zip in the order of its names; an entry that is at fault costs only itself."""
    with zipfile.ZipFile(stream) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
        for entry in entries[:ENTRIES]:
            if not _is_aside(entry):
                inner = f"{uri}!/{entry.filename}"
                try:
                    yield from _read_entry(archive, entry, inner, options, room, depth)
                except UnreadablePage as error:
                    yield problem(inner, error.what, error.how_to_mend)
        if len(entries) > ENTRIES:
            yield problem(uri, f"zip of {len(entries):,} entries; the first {ENTRIES:,} were read", UNPACK)


def _is_aside(entry: zipfile.ZipInfo) -> bool:
    """Is an entry a folder, or hidden?"""
    return entry.is_dir() or entry.filename.startswith("__MACOSX/") or "/." in f"/{entry.filename}"


def _read_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, uri: str, options: ReadOptions, room: Room, depth: int
) -> Iterator[Page | Problem]:
    packed = suffix_of(entry.filename) in PACKED
    if packed and depth >= DEEPEST:
        raise UnreadablePage(f"archives more than {DEEPEST} deep, one inside another", UNPACK)
    limit = room.of_entry(options)
    try:
        with archive.open(entry) as stream:
            data, broken = _as_far_as_it_goes(cast(zipfile.ZipExtFile, stream), limit)
    except BROKEN as error:
        raise UnreadablePage(f"entry of the zip that cannot be unpacked: {error}", UNPACK) from error
    if len(data) > limit:
        raise UnreadablePage(f"more than {limit:,} bytes when unpacked", UNPACK)
    room.left -= len(data)
    if packed:
        yield from _read(io.BytesIO(data), entry.filename, uri, options, room, depth + 1)
    elif data or broken is None:
        yield from read_bytes(entry.filename, uri, data, options)
    if broken is not None:
        raise UnreadablePage(f"entry of the zip breaks off: {broken}", "fetch the zip again; what stood before was read")

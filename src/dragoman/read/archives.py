"""Archives: gzip, zip and WARC, with limits against bombs."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.files import JSONL, TABLES_TIMES, WHAT_IS_READ, read_bytes, read_stream, suffix_of
from dragoman.read.html import read_html
from dragoman.read.options import ReadOptions
from dragoman.read.text import read_text
from dragoman.records import Page, Problem

TIMES = 200
CHUNK = 1 << 16
ENTRIES = 1_000_000
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
BROKEN = (OSError, EOFError, ValueError, RuntimeError, zlib.error, zipfile.BadZipFile, NotImplementedError)


def read_archive(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """Pages of an archive; one that breaks off gives what was read before, then a problem."""
    name = path.name.lower()
    try:
        if name.endswith((".warc", ".warc.gz")):
            yield from _read_warc(path, uri, options)
        elif name.endswith(".zip"):
            yield from _read_zip(path, uri, options)
        else:
            yield from _read_gzip(path, uri, options)
    except BROKEN as error:
        yield problem(uri, f"archive breaks off: {error}", "fetch it again; what stood before the break was read")


def _read_gzip(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """What a gzip file holds; a page that is cut short is given as far as it goes."""
    name = path.name[: -len(".gz")]
    with gzip.open(path, "rb") as stream:
        if suffix_of(name) in JSONL:
            yield from read_stream(name, uri, stream, options)  # type: ignore[arg-type]
            return
        data, broken = _as_far_as_it_goes(stream, options.max_bytes * TABLES_TIMES)
    if data or broken is None:
        yield from read_bytes(name, uri, data, options)
    if broken is not None:
        raise broken


def _as_far_as_it_goes(stream: gzip.GzipFile, limit: int) -> tuple[bytes, Exception | None]:
    data = bytearray()
    try:
        while len(data) <= limit and (chunk := stream.read1(CHUNK)):
            data += chunk
    except BROKEN as error:
        return bytes(data), error
    return bytes(data), None


def _read_zip(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """Pages of a zip in the order of its names; archives in it are not opened, and its whole size is limited."""
    left = options.max_bytes * TIMES
    with zipfile.ZipFile(path) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename)[:ENTRIES]:
            inner = f"{uri}!/{entry.filename}"
            if entry.is_dir() or entry.filename.startswith("__MACOSX/") or "/." in f"/{entry.filename}":
                continue
            if suffix_of(entry.filename) == ".zip":
                yield problem(inner, "archive inside an archive", "unpack it and give its files")
                continue
            data = _unpack(archive, entry, min(left, options.max_bytes * 10))
            if data is None:
                yield problem(inner, "too great when unpacked", "unpack it and give its files")
                continue
            left -= len(data)
            yield from _read_entry(entry.filename, inner, data, options)


def _read_entry(name: str, uri: str, data: bytes, options: ReadOptions) -> Iterator[Page | Problem]:
    if suffix_of(name) == ".gz":
        return iter((problem(uri, "archive inside an archive", "unpack it and give its files"),))
    return read_bytes(name, uri, data, options)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes | None:
    """The bytes of an entry; None when they are more than the limit, whatever its header claims."""
    with archive.open(entry) as stream:
        data = stream.read(limit + 1)
    return data if len(data) <= limit else None


def _read_warc(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """Pages of the successful responses of a WARC, one at a time, with the day each was fetched on."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found = False
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            found = True
            yield from _read_record(record, uri, options)
    if not found:
        yield problem(uri, "no response in this WARC", WHAT_IS_READ)


def _read_record(record: Any, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    address = record.headers.get("WARC-Target-URI") or f"{uri}#{record.record_id}"
    kind = (record.http_content_type or "").lower() if record.is_http else ""
    if not kind.startswith(PAGES) or str(record.http_headers.status_code) != "200":
        return
    data = record.reader.read(options.max_bytes + 1)
    visited = _day(record.headers.get("WARC-Date"))
    try:
        if len(data) > options.max_bytes:
            raise UnreadablePage(f"page of more than {options.max_bytes:,} bytes", "leave it out")
        reader = read_text if kind.startswith("text/plain") else read_html
        yield reader(address, data, visited)
    except UnreadablePage as error:
        yield problem(address, error.what, error.how_to_mend)


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None

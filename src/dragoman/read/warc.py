"""WARC: pages of a crawl, one at a time; a record whose length lies is mended, and what cannot be read is stepped over."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.html import read_html
from dragoman.read.options import ReadOptions
from dragoman.read.text import read_text
from dragoman.read.warc_raw import OPENS, Raw, raw_record
from dragoman.records import Page, Problem

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
FAULTS = (OSError, EOFError, ValueError, zlib.error)
STEPPED = "the records before and after it were read; fetch the archive again to have this one whole"


@dataclass(slots=True)
class Held:
    """A record that is read but not yet given: what follows it tells whether it was whole."""

    place: int
    swallows: bool
    pages: list[Page | Problem] = field(default_factory=list)


def read_warc(stream: BinaryIO, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """Pages of the successful responses, with the day each was fetched on; memory holds one record at a time."""
    at: int | None = 0
    found = False
    while at is not None:
        held, broken = None, None
        try:
            for record in _responses(stream, at):
                if held is not None:
                    yield from held.pages
                found, held = True, _held(record, uri, options)
                if held.swallows:
                    broken = "its length lies"
                    break
        except FAULTS as error:
            broken = str(error)
        if broken is None:
            yield from _end(stream, held, at, uri, options)
            break
        raw = raw_record(stream, held.place if held is not None else at, options.max_bytes)
        yield from _mended(raw, held, uri, options, broken)
        at, found = raw.then, True
    if not found:
        yield problem(uri, "no response in this WARC", "give a WARC with the answers of a crawl, not only its requests")


def _responses(stream: BinaryIO, at: int) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.seek(at)
    yield from ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")


def _held(record: Any, uri: str, options: ReadOptions) -> Held:
    address = record.headers.get("WARC-Target-URI") or f"{uri}#{record.record_id}"
    kind = (record.http_content_type or "").lower() if record.is_http else ""
    if not kind.startswith(PAGES) or str(record.http_headers.status_code) != "200":
        return Held(record.stream_pos, False)
    data = record.reader.read(options.max_bytes + 1)
    try:
        if len(data) > options.max_bytes:
            raise UnreadablePage(f"page of more than {options.max_bytes:,} bytes", "leave it out")
        reader = read_text if kind.startswith("text/plain") else read_html
        pages = list(reader(address, data, _day(record.headers.get("WARC-Date")), record.http_charset))
    except UnreadablePage as error:
        pages = [problem(address, error.what, error.how_to_mend)]
    return Held(record.stream_pos, OPENS.search(data) is not None, pages)


def _end(stream: BinaryIO, held: Held | None, at: int, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """The last page, and what is left of records behind it: an archive that is cut ends without a word."""
    place: int | None = held.place if held is not None else at
    while place is not None:
        raw = raw_record(stream, place, options.max_bytes)
        if raw.honest and held is not None:
            yield from held.pages
        elif not raw.honest:
            yield from _mended(raw, None, uri, options, "it is cut")
        place, held = raw.then, None


def _mended(raw: Raw, held: Held | None, uri: str, options: ReadOptions, broken: str) -> Iterator[Page | Problem]:
    """What a suspect record really holds, and a problem that says where it stands."""
    if raw.honest and held is not None:
        yield from held.pages
    elif len(OPENS.findall(b"\n" + raw.data)) > 1:
        yield from read_warc(io.BytesIO(raw.data), uri, options)
        return
    elif raw.data:
        try:
            for record in _responses(io.BytesIO(raw.data), 0):
                yield from _held(record, uri, options).pages
        except FAULTS as error:
            broken = str(error)
    where = f"{uri}@{raw.place}"
    if raw.together:
        yield problem(
            uri, f"its records are packed in one piece, and one of them is broken ({broken})", "unpack it and give the .warc"
        )
    elif raw.skipped:
        yield problem(where, f"{raw.skipped:,} bytes behind the WARC record at byte {raw.place:,} are no record", STEPPED)
    elif raw.then is None and not raw.honest:
        yield problem(where, f"the archive breaks off after byte {raw.place:,}: {broken}", STEPPED.replace(" and after", ""))
    elif not raw.honest:
        yield problem(where, f"WARC record at byte {raw.place:,} is broken ({broken}): its page may be cut", STEPPED)


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None

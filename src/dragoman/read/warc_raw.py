"""The bytes of one WARC record whose reader gave up: how far it truly goes, and where the next one begins."""

import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO

OPENS = re.compile(rb"(?<=\n)WARC/1\.[01]\r?\n")
LENGTH = re.compile(rb"(?im)^Content-Length:[ \t]*(\d+)[ \t]*\r?$")
MEMBER = b"\x1f\x8b\x08"
CHUNK = 1 << 16
BLANK = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Raw:
    """A record with its true length, unpacked; empty when nothing of it can be unpacked."""

    place: int
    data: bytes
    honest: bool
    then: int | None
    skipped: int = 0
    together: bool = False


def raw_record(stream: BinaryIO, place: int, limit: int) -> Raw:
    """The record that begins at `place`; at most `limit` bytes of it are held, whatever it claims."""
    stream.seek(place)
    begin = stream.read(len(MEMBER))
    if not begin:  # the reader gives the end as the place of records that are packed together
        return Raw(place, b"", True, None, together=True)
    packed = begin == MEMBER
    stream.seek(place)
    return _packed(stream, place, limit) if packed else _plain(stream, place, limit)


def _plain(stream: BinaryIO, place: int, limit: int) -> Raw:
    head = stream.read(CHUNK)
    told, body = LENGTH.search(head.partition(BLANK)[0]), head.find(BLANK) + len(BLANK)
    if told is not None and body >= len(BLANK):
        end = place + body + int(told[1])
        stream.seek(end)
        if stream.read(len(BLANK)) == BLANK:  # it ends as it says; what stands behind it is at fault
            then = _next_plain(stream, end)
            return Raw(place, b"", True, then, (then or end + 4) - end - 4)
    then = _next_plain(stream, place + 1)
    stream.seek(place)
    data = stream.read(min(limit, then - place) if then is not None else limit)
    return Raw(place, _true_length(data), False, then)


def _next_plain(stream: BinaryIO, start: int) -> int | None:
    """Where the next record opens, at or after `start`."""
    at, tail = max(0, start - 1), b""
    stream.seek(at)
    while chunk := stream.read(CHUNK):
        window = tail + chunk
        if found := OPENS.search(window):
            return at - len(tail) + found.start()
        at, tail = at + len(chunk), window[-16:]
    return None


def _packed(stream: BinaryIO, place: int, limit: int) -> Raw:
    """The same of a record that is a gzip member of its own."""
    unpack, data = zlib.decompressobj(31), bytearray()
    read, broken = 0, False
    while not unpack.eof and len(data) <= limit and (chunk := stream.read(CHUNK)):
        read += len(chunk)
        try:
            data += unpack.decompress(chunk, limit + 1 - len(data))
        except zlib.error:
            broken = True
            break
    if unpack.eof and not broken:
        end = place + read - len(unpack.unused_data)
        then, honest = _next_packed(stream, end), _is_honest(bytes(data))
        return Raw(place, _true_length(bytes(data)), honest, then, (then or end) - end if honest else 0)
    return Raw(place, _true_length(bytes(data)), False, _next_packed(stream, place + 1))


def _is_honest(data: bytes) -> bool:
    head, _, body = data.partition(BLANK)
    told = LENGTH.search(head)
    return told is not None and len(body) == int(told[1]) + len(BLANK) and body.endswith(BLANK)


def _next_packed(stream: BinaryIO, start: int) -> int | None:
    """Where the next gzip member with a record in it begins, at or after `start`."""
    at, tail = start, b""
    stream.seek(at)
    while chunk := stream.read(CHUNK):
        window, first = tail + chunk, at - len(tail)
        found = window.find(MEMBER)
        while found >= 0:
            if _holds_record(stream, first + found):
                return first + found
            found = window.find(MEMBER, found + 1)
        at, tail = at + len(chunk), window[-2:]
        stream.seek(at)
    return None


def _holds_record(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    try:
        return zlib.decompressobj(31).decompress(stream.read(4096), 5) == b"WARC/"
    except zlib.error:
        return False


def _true_length(data: bytes) -> bytes:
    """The record with the length that it really has."""
    head, _, body = data.partition(BLANK)
    if len(OPENS.findall(b"\n" + data)) != 1 or not data.startswith(b"WARC/"):
        return data if data.startswith(b"WARC/") else b""
    body = body.removesuffix(BLANK)
    said = b"Content-Length: %d" % len(body)
    head = LENGTH.sub(said, head, count=1) if LENGTH.search(head) else head + b"\r\n" + said
    return head + BLANK + body + BLANK

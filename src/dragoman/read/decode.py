"""Bytes to text, whatever wrote them."""

import codecs
import hashlib
from datetime import UTC, datetime

from resiliparse.parse.encoding import detect_encoding

from dragoman.errors import UnreadablePage
from dragoman.records import Problem
from dragoman.text.ids import stable_id

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KNOWN_BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"\x1f\x8b",
    b"BZh",
    b"\x7fELF",
    b"MZ\x90",
    b"7z\xbc\xaf",
    b"ID3",
    b"Rar!",
)

KEPT = (*b"\t\n\f\r\x1b", *range(32, 256))


def decode(data: bytes) -> str:
    """The text that bytes stand for, newlines as they are; UTF-8 where it fits, else the detected encoding.

    Raises UnreadablePage for bytes that are no text: a picture saved as .txt.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data.startswith(KNOWN_BINARY) or b"\x00" in data[:4096] or _is_noise(data[:4096]):
        raise UnreadablePage("binary data, not a page of text", "give the page as text or HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _is_noise(head: bytes) -> bool:
    """Do control characters that no text holds make up a tenth of the beginning?"""
    return len(head) < 10 * len(head.translate(None, bytes(KEPT)))


def _guess(data: bytes) -> str:
    encoding = detect_encoding(data) or "cp1252"
    try:
        text = data.decode(encoding, errors="replace")
    except LookupError:
        text = data.decode("cp1252", errors="replace")
    if text.count("\ufffd") > max(8, len(text) // 10):
        raise UnreadablePage("no known encoding makes this readable text", "save the page again as UTF-8")
    return text


def digest(data: bytes) -> str:
    """SHA-256 of what was read."""
    return hashlib.sha256(data).hexdigest()


def now() -> datetime:
    """The moment of reading, UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def problem(uri: str, what: str, how_to_mend: str | None = None) -> Problem:
    """A row that tells why something was not read."""
    return Problem(id=stable_id("problem", uri, "read", what), uri=uri, step="read", what=what, how_to_mend=how_to_mend)

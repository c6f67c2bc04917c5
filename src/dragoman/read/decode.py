"""Bytes to text, whatever wrote them; what had to be mended is said."""

import codecs
import hashlib
import re
from dataclasses import dataclass
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
NUL = b"\x00"
UNREADABLE = "\ufffd"
SEVERAL = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
BROWSERS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "euc-kr": "cp949",
}  # fmt: skip
"""What a page says, and what browsers read it as: pages "in Latin-1" hold the quotation marks of Windows."""
ONE_BYTE = re.compile(r"(?:iso-?8859|windows-12|cp12|koi8|latin)", re.I)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was mended in it: "3 bytes of nought"."""

    text: str
    mended: str | None = None


def decode(data: bytes) -> str:
    """The text that bytes stand for, newlines as they are; UTF-8 where it fits, else the detected encoding.

    Raises UnreadablePage for bytes that are no text: a picture saved as .txt.
    """
    return decoded(data).text


def decoded(data: bytes, declared: str | None = None) -> Decoded:
    """The same with what was mended: bytes of nought, and bytes of another encoding than the rest.

    `declared` is the encoding that the page or its server claims; UTF-8 that fits goes before an older one.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _counted(data.decode(encoding, errors="replace"), encoding)
    noughts = data.count(NUL)
    if noughts * 3 > len(data) and data[1::2].count(NUL) * 3 > len(data) and NUL not in data[:1000:2]:
        return _counted(data.decode("utf-16-le", errors="replace"), "utf-16-le")
    if data.startswith(KNOWN_BINARY) or noughts > max(8, len(data) // 500) or _is_noise(data[:4096]):
        raise UnreadablePage("binary data, not a page of text", "give the page as text or HTML")
    found = _told(data, declared)
    if not noughts:
        return found
    said = f"{noughts} NUL byte{'s' * (noughts > 1)} (the first is byte {data.index(NUL):,})"
    return Decoded(found.text.replace("\0", UNREADABLE), "; ".join(part for part in (said, found.mended) if part))


def _is_noise(head: bytes) -> bool:
    """Do control characters that no text holds make up a tenth of the beginning?"""
    return len(head) < 10 * len(head.translate(None, bytes(KEPT)))


def _told(data: bytes, declared: str | None) -> Decoded:
    """By the encoding that is declared, when the bytes bear it out; else by what they look like."""
    name = (declared or "").strip().lower()
    name = BROWSERS.get(name, name)
    if name and not (ONE_BYTE.match(name) and (data.isascii() or _is_mostly_utf8(data))):
        try:
            return Decoded(data.decode(name))
        except (LookupError, UnicodeError):
            pass
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _mixed(data, error.start) if _is_mostly_utf8(data) else _guess(data, name if ONE_BYTE.match(name) else None)


def _is_mostly_utf8(data: bytes) -> bool:
    """Are at least two thirds of the bytes beyond ASCII well-formed UTF-8?"""
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return beyond > 0 and 3 * sum(map(len, SEVERAL.findall(data))) >= 2 * beyond


def _mixed(data: bytes, first: int) -> Decoded:
    """UTF-8 in which a few bytes are of Windows: a quotation pasted in from elsewhere."""
    strange = len(data.translate(None, bytes(range(128)))) - sum(map(len, SEVERAL.findall(data)))
    many = f"{strange} byte{'s' * (strange > 1)} (the first is byte {first:,})"
    return Decoded(data.decode("utf-8", errors=_by_windows.__name__), f"{many} not in UTF-8 like the rest, read as Windows-1252")


def _by_windows(error: UnicodeError) -> tuple[str, int]:
    """What stands in the place of bytes that are no UTF-8, and where to go on."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_by_windows.__name__, _by_windows)


def _guess(data: bytes, declared: str | None) -> Decoded:
    encoding = declared or detect_encoding(data) or "cp1252"
    try:
        text = data.decode(encoding, errors="replace")
    except LookupError:
        encoding, text = "cp1252", data.decode("cp1252", errors="replace")
    if text.count(UNREADABLE) > max(8, len(text) // 10):
        raise UnreadablePage("no known encoding makes this readable text", "save the page again as UTF-8")
    return _counted(text, encoding)


def _counted(text: str, encoding: str) -> Decoded:
    lost = text.count(UNREADABLE)
    where = f" (the first is character {text.index(UNREADABLE):,})" if lost else ""
    return Decoded(text, f"{lost} character{'s' * (lost > 1)} that {encoding} does not have{where}" if lost else None)


def digest(data: bytes) -> str:
    """SHA-256 of what was read."""
    return hashlib.sha256(data).hexdigest()


def now() -> datetime:
    """The moment of reading, UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def problem(uri: str, what: str, how_to_mend: str | None = None, step: str = "read") -> Problem:
    """A row that tells why something was not read."""
    return Problem(id=stable_id("problem", uri, step, what), uri=uri, step=step, what=what, how_to_mend=how_to_mend)


def note(uri: str, mended: str) -> Problem:
    """A row that tells what was mended in a page that was read all the same."""
    return problem(uri, f"the page was read, but mended: {mended}", "see that place in the page, or save it again", "decode")

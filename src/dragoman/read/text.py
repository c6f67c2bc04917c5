"""Plain text: what somebody pasted or saved from a page."""

from collections.abc import Iterator
from datetime import date

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decoded, digest, note, now
from dragoman.read.html import looks_like_html, page_of_html
from dragoman.records import Page, Problem


def read_text(uri: str, data: bytes, visited: date | None = None, charset: str | None = None) -> Iterator[Page | Problem]:
    """The page with the file's own text, unchanged, and a note when bytes were mended; HTML saved as .txt is read as HTML."""
    found = decoded(data, charset)
    yield page_of_text(uri, found.text, visited, digest(data))
    if found.mended:
        yield note(uri, found.mended)


def page_of_text(uri: str, text: str, visited: date | None = None, sha256: str | None = None) -> Page:
    """The same from text that is decoded already. Raises UnreadablePage when there is none."""
    sha256 = sha256 or digest(text.encode("utf-8", errors="replace"))
    if looks_like_html(text):
        return page_of_html(uri, text, sha256, visited)
    if not text.strip():
        raise UnreadablePage("empty: there is no text in it", "leave it out, or save the page again")
    return Page(uri=uri, text=text, content_sha256=sha256, read_at=now(), visited=visited)

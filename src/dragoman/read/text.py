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
    if looks_like_html(found.text):
        yield page_of_html(uri, found.text, digest(data), visited)
    elif not found.text.strip():
        raise UnreadablePage("empty: there is no text in it", "leave it out, or save the page again")
    else:
        yield Page(uri=uri, text=found.text, content_sha256=digest(data), read_at=now(), visited=visited)
    if found.mended:
        yield note(uri, found.mended)

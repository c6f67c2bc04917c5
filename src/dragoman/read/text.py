"""Plain text: what somebody pasted or saved from a page."""

from datetime import date

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decode, digest, now
from dragoman.read.html import looks_like_html, page_of_html
from dragoman.records import Page


def read_text(uri: str, data: bytes, visited: date | None = None) -> Page:
    """The page with the file's own text, unchanged; HTML that was saved as .txt is read as HTML."""
    text = decode(data)
    if looks_like_html(text):
        return page_of_html(uri, text, digest(data), visited)
    if not text.strip():
        raise UnreadablePage("empty: there is no text in it", "leave it out, or save the page again")
    return Page(uri=uri, text=text, content_sha256=digest(data), read_at=now(), visited=visited)

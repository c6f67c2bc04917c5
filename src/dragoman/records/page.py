"""A page as it came, before anything was understood."""

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of news as a reader hands it on: its visible text, and what its container said of it."""

    uri: str = about("Path or address it came from; its last part is the file's name.")
    text: str = about("Whole visible text; for a plain-text input the file's own text, unchanged.")
    content_sha256: str = about("SHA-256 of the bytes that were read.")
    read_at: datetime = about("When it was read, UTC.")
    html: str | None = about("Its HTML, when it came as HTML.", None)
    title: str | None = about("Headline that the container gives (a column, a feed); None when it gives none.", None)
    authors: tuple[str, ...] = about("Bylines that the container gives.", ())
    outlet: str | None = about("Outlet that the container gives.", None)
    published: date | None = about("Day of publication that the container gives.", None)
    visited: date | None = about("Day the page was fetched, when the container (WARC, crawl) says so.", None)
    language: str | None = about("ISO 639-1 language that the container gives.", None)

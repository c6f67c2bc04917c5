"""A page understood as an article."""

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.records.about import about

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the page that is not a paragraph of the article, and what it is."""

    start: int = about("First character.")
    end: int = about("One past the last character.")
    kind: str = about(
        "title, byline, dateline, page_date, advertisement, navigation, caption, related, comments, legal, share, heading."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page of news: whose it is, when it appeared, and where in its text the article stands."""

    id: str = about("Depends on the page's name and content only.")
    uri: str = about("Path or address it came from; its last part is the file's name.")
    outlet: str | None = about("Outlet that printed it: an entity name, else its site's host name.", None)
    language: str | None = about("ISO 639-1 language of the article.", None)
    content_sha256: str = about("SHA-256 of the bytes that were read.")
    read_at: datetime | None = about("When it was read, UTC.", None)
    title: str | None = about("Headline; None when the page shows none.", None)
    authors: tuple[str, ...] = about("People in the byline.", ())
    agencies: tuple[str, ...] = about("Wire services credited, by entity name: Reuters, dpa, PTI.", ())
    place: str | None = about("Town of the dateline.", None)
    published_start: date | None = about("First day that publication may have been on.", None)
    published_end: date | None = about("Last day that publication may have been on.", None)
    published_from: str | None = about(
        "How the day was found: metadata, printed, dateline, weekday, other_document, bounds; None when it was not.", None
    )
    published_evidence: tuple[str, ...] = about("Spans that prove it: start-end, or document:start-end.", ())
    modified_start: date | None = about("First day of a printed update.", None)
    modified_end: date | None = about("Last day of a printed update.", None)
    text: str = about("The page's whole visible text; every span of every table counts its code points.")
    body: tuple[Span, ...] = about("The article itself: one [start, end] a paragraph.", ())
    parts: tuple[Part, ...] = about("What the rest of the page is: title, byline, advertisement, comments ...", ())
    copy_of: str | None = about("Document that this one copies; None for an original or when unknown.", None)
    origin: str | None = about("Id shared by all copies and rewrites of one original.", None)
    story: str | None = about("Story that it belongs to.", None)

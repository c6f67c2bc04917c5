"""What a user may tell the readers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Names of columns, and limits; what is None is found by the usual names.

    `known` addresses are not followed to again; `aside` is the record that is being written: it is no page.
    """

    text_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    url_column: str | None = None
    author_column: str | None = None
    outlet_column: str | None = None
    visited: date | None = None
    max_bytes: int = 20_000_000
    max_depth: int = 64
    allow_private: bool = False
    follow: bool = False
    known: frozenset[str] = frozenset()
    aside: Path | None = None


USUAL = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "story",
        "maintext",
        "plain_text",
    ),
    "title": ("title", "headline", "heading"),
    "date": (
        "date_publish",
        "published",
        "published_at",
        "publish_date",
        "pub_date",
        "pubdate",
        "date_published",
        "date",
    ),
    "url": ("url", "link", "uri", "source_url", "href", "permalink"),
    "author": ("authors", "author", "byline"),
    "outlet": ("outlet", "source", "publisher", "site", "newspaper", "media_name", "source_domain", "domain"),
    "language": ("language", "lang"),
    "html": ("html", "raw_html", "page_html"),
}


def column(options: ReadOptions, what: str, present: list[str]) -> str | None:
    """The column that holds a thing: the one the user named, else the first usual name that is there.

    A scraper's "Body" or "full_text" is found without a word from the user.
    """
    told = getattr(options, f"{what}_column", None)
    if told is not None:
        return told if told in present else None
    small = {name.lower().strip(): name for name in reversed(present)}
    return next((small[name] for name in USUAL[what] if name in small), None)

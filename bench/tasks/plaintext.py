"""Articles out of the text of pages, by dragoman's own cleaning."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from dragoman.clean.page import clean_page
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

NOW = datetime.now(UTC)


@cache
def words() -> tuple[Boilerplate, Outlets]:
    """The two sections that cleaning reads."""
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def clean(row: dict[str, Any], field: str) -> Document:
    """The document of one row: nothing is known of its page but the text."""
    page = Page(uri=row["id"], text=row["input"][field], content_sha256=row["id"], read_at=NOW)
    return clean_page(page, *words())


def day_of(document: Document) -> str | None:
    """The day of publication, when it is known to the day."""
    start, end = document.published_start, document.published_end
    return start.isoformat() if start is not None and start == end else None


def solve(rows: Iterator[dict[str, Any]], field: str = "visible_text") -> Iterator[dict[str, Any]]:
    """Body, headline, people and day of each page."""
    for row in rows:
        document = clean(row, field)
        yield {
            "id": row["id"],
            "body": "\n\n".join(document.text[start:end] for start, end in document.body),
            "title": document.title,
            "author": list(document.authors),
            "date": day_of(document),
        }

"""Articles out of the text of pages, by dragoman's own cleaning."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from dragoman.clean.page import clean_page
from dragoman.clean.people import byline_patterns
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

NOW = datetime.now(UTC)
SHORT = 80
DAY = re.compile(r"\s*\d")


@cache
def words() -> tuple[Boilerplate, Outlets]:
    """The two sections that cleaning reads."""
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def clean(row: dict[str, Any], field: str) -> Document:
    """The document of one row: nothing is known of its page but the text."""
    page = Page(uri=row["id"], text=row["input"][field], content_sha256=row["id"], read_at=NOW)
    return clean_page(page, *words())


def signed_by(document: Document) -> list[str]:
    """Who signs a page as its gold counts it: people, and wires, outlets and desks that the byline names as it prints them."""
    boilerplate, outlets = words()
    opening, _, joining = byline_patterns(boilerplate.bylines, boilerplate.joins)
    lines = [document.text[part.start : part.end] for part in document.parts if part.kind == "byline"]
    desks: list[str] = []
    for said in (line for line in lines if len(line) <= SHORT):
        hit = opening.match(said)
        pieces = [DAY.split(piece)[0].strip(" .,") for piece in joining.split(said[hit.end() :] if hit else said)]
        desks += [piece for piece in pieces if outlets.by_name(piece)]
        if hit and hit[0].strip(" :\u00a0").lower() in boilerplate.signs and not document.authors and not desks:
            desks += [pieces[0]] if pieces and 0 < len(pieces[0].split()) <= 3 else []
    return list(dict.fromkeys([*document.authors, *desks]))


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
            "author": signed_by(document),
            "date": day_of(document),
        }

"""What tests share: the words and the parser loaded once, and a text read by the flow without the cleaning of a page."""

from datetime import date
from functools import cache
from typing import Any

from dragoman import flow
from dragoman.lexicon.lexicon import Lexicon, load_lexicon
from dragoman.parse.parser import Parser, load_parser
from dragoman.records import Document
from dragoman.text.ids import stable_id


@cache
def tools() -> tuple[Lexicon, Parser]:
    """Our words and the default parser."""
    return load_lexicon(), load_parser()


def document_of(text: str, day: str | None = None, name: str = "page.txt", title: str | None = None) -> Document:
    """A document whose lines are its paragraphs, published on a day."""
    body, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            body.append((at, at + len(line)))
        at += len(line) + 1
    published = date.fromisoformat(day) if day else None
    return Document(
        id=stable_id("doc", name, text), uri=name, content_sha256="", text=text, body=tuple(body), language="en", title=title,
        published_start=published, published_end=published, published_from="printed" if published else None,
    )  # fmt: skip


def read(text: str, day: str | None = None, name: str = "page.txt", title: str | None = None) -> dict[type, list[Any]]:
    """All records of a text, by class."""
    return flow.run(document_of(text, day, name, title), *tools())

"""What the solvers share: dragoman's flow over a plain body text."""

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
    """The words and the parser, loaded once."""
    return load_lexicon(), load_parser()


def document_of(text: str, day: date | None = None, paragraphs: bool = True) -> Document:
    """A document whose whole text is the article; one paragraph a line unless told otherwise."""
    body, at = [], 0
    for line in text.split("\n") if paragraphs else [text]:
        if line.strip():
            body.append((at, at + len(line)))
        at += len(line) + 1
    return Document(
        id=stable_id("doc", text), uri="bench", content_sha256="", text=text, body=tuple(body), language="en",
        published_start=day, published_end=day, published_from="metadata" if day else None,
    )  # fmt: skip


def read_text(text: str, day: date | None = None, paragraphs: bool = True) -> dict[type, list[Any]]:
    """All records of a text, by class, made by dragoman's own flow without the cleaning of a page."""
    return flow.run(document_of(text, day, paragraphs), *tools())

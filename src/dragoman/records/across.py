"""What is made across pages: copies, stories, conflicts; and dates that other pages prove."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about
from dragoman.records.document import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One document's text found again in another."""

    id: str = about("Depends on the two documents.")
    document: str = about("The document that copies (or, undirected, the one with the greater id).")
    source: str = about("The document copied from.")
    kind: str = about("exact, copy, partial or rewrite.")
    share: float = about("Share of the shorter text that both have, 0 to 1.")
    direction_from: str | None = about("What tells who copied: credit, subset, time; None when nothing does.", None)
    spans: tuple[Span, ...] = about("Where in `document` the shared text stands.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about one matter."""

    id: str = about("Depends on its first document by id.")
    title: str | None = about("Headline of its central document.", None)
    documents: tuple[str, ...] = about("Documents of the story.")
    date_start: date | None = about("Earliest publication.", None)
    date_end: date | None = about("Latest publication.", None)
    entities: tuple[str, ...] = about("Entities it is about, most mentioned first.", ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A row that takes part in a conflict."""

    table: str = about("Table of the row; 'words' for a reference table.")
    id: str = about("Id of the row.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Rows that cannot all be true."""

    id: str = about("Depends on its members.")
    kind: str = about("value, date, state or attribution.")
    slot: str = about("What is disputed, in words.")
    members: tuple[Member, ...] = about("The rows that disagree.")
    reason: str | None = about("other source, reference, evident slip ...", None)
    explanation: str = about("The disagreement in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A day of publication that other pages prove; it goes into the document's row."""

    document: str = about("Document that is dated.")
    start: date = about("First day that publication may have been on.")
    end: date = about("Last day that publication may have been on.")
    published_from: str = about("How: other_document, bounds.")
    evidence: tuple[str, ...] = about("Spans that prove it: start-end, or document:start-end.")

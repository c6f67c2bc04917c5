"""Small collections of pages for the tests of what is made across pages."""

from dataclasses import dataclass, replace
from typing import Any

from reading import document_of, tools

from dragoman import jobs
from dragoman.records import Document, EventMention

Rows = dict[type, list[Any]]


@dataclass(frozen=True)
class Written:
    """A page as its outlet printed it: its name, day and text."""

    name: str
    day: str | None
    text: str
    outlet: str | None = None
    agencies: tuple[str, ...] = ()


def documents_of(pages: list[Written]) -> list[Document]:
    """The pages as clean documents."""
    return [
        replace(document_of(page.text, page.day, page.name), outlet=page.outlet or page.name, agencies=page.agencies)
        for page in pages
    ]


def together(pages: list[Written]) -> Rows:
    """All rows of a collection, those across its pages with them."""
    lexicon, parser = tools()
    rows: Rows = {Document: []}
    for document in documents_of(pages):
        jobs.gather(rows, jobs.read_document(document, lexicon, parser, rows.setdefault(jobs.Problem, [])))
    jobs.reconcile(rows, lexicon.names, lambda found: [jobs.read_document(d, lexicon, parser, []) for d in found])
    return rows


def event_at(rows: Rows, page: str, words: str) -> str | None:
    """The event that the words of a page report; an AssertionError tells what was found when it is none."""
    document = next(d for d in rows[Document] if d.uri == page)
    place = document.text.index(words)
    reports = [m for m in rows[EventMention] if m.document == document.id and place <= m.trigger_start < place + len(words)]
    found = [(m.event_type, m.text) for m in rows[EventMention] if m.document == document.id]
    assert reports, f"no event in {words!r} of {page}; found {found}"
    return reports[0].event

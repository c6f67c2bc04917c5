"""The work on all that the pages gave: one row for an entity, days by other pages, what is told by several."""

from collections.abc import Callable
from dataclasses import replace

from dragoman import flow
from dragoman.jobs.batch import TABLE_OF, Rows, gather
from dragoman.lexicon.names import Names
from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.date_bounds import is_dated
from dragoman.reconcile.dates import date_documents
from dragoman.reconcile.origins import origins_of
from dragoman.reconcile.shared import count_figures, count_statements
from dragoman.records import TABLES, Copy, Dating, Document, Entity, Event, EventMention, Figure, Statement, Story

ReadAgain = Callable[[list[Document]], list[Rows]]


def reconcile(rows: Rows, names: Names, again: ReadAgain) -> None:
    """All that is made across pages, written into `rows`; `again` reads documents whose day other pages prove."""
    copies_stand = date_by_others(rows, names, again)
    # Dates were proved above, and the pages they belong to were read again; once is enough: no page is dated by its own dating.
    done = (date_documents, find_copies) if copies_stand else (date_documents,)
    merge_entities(rows)
    flow.run_across(rows, names, tuple(step for step in flow.ACROSS if step not in done))
    settle(rows)


def merge_entities(rows: Rows) -> None:
    """One row for an entity that several pages speak of: the fuller one, with the names that all of them print."""
    known: dict[str, Entity] = {}
    for entity in sorted(rows[Entity], key=lambda e: (e.id, e.name, e.aliases)):
        held = known.get(entity.id, entity)
        fuller = entity if entity.country and not held.country else held
        known[entity.id] = replace(fuller, aliases=tuple(dict.fromkeys((*held.aliases, *entity.aliases))))
    rows[Entity] = list(known.values())


def date_by_others(rows: Rows, names: Names, again: ReadAgain) -> bool:
    """Date documents by other pages, and read those again: their "Wednesday" and "last year" have days now.

    True when the copies that were looked for on the way stand: no page that takes part in one has got a day.
    """
    rows[type(names)] = [names]
    merge_entities(rows)
    looked = not all(is_dated(document) for document in rows[Document])
    if looked:
        rows[Copy] = list(flow.call(find_copies, rows))
    datings: dict[str, Dating] = {d.document: d for d in flow.call(date_documents, rows)}
    if not datings:
        return looked
    copies = rows.get(Copy, [])
    kept: Rows = {record: [] for record in TABLES.values()}
    for record, found in rows.items():
        if record in TABLE_OF:
            kept[record] = [r for r in found if getattr(r, "document", getattr(r, "id", None)) not in datings]
    for read in again([dated(d, datings[d.id]) for d in rows[Document] if d.id in datings]):
        gather(kept, read)
    stand = looked and not any(copy.document in datings or copy.source in datings for copy in copies)
    rows.clear()
    rows.update(kept | {Copy: copies if stand else []})
    return stand


def dated(document: Document, dating: Dating) -> Document:
    """The document with the day that other pages prove."""
    return replace(
        document, published_start=dating.start, published_end=dating.end, published_from=dating.published_from,
        published_evidence=dating.evidence,
    )  # fmt: skip


def settle(rows: Rows) -> None:
    """Write into rows of pages what was found across them: copies, stories, events, what is said and counted by several."""
    event_of = {m: e.id for e in rows.get(Event, []) for m in e.mentions}
    rows[EventMention] = [replace(m, event=event_of.get(m.id)) for m in rows.get(EventMention, [])]
    whole = [c for c in rows.get(Copy, []) if c.kind in ("exact", "copy") and c.direction_from]
    copied = {c.document: c.source for c in sorted(whole, key=lambda c: c.share)}
    story_of = {d: s.id for s in rows.get(Story, []) for d in s.documents}
    origin_of = origins_of(rows.get(Document, []), rows.get(Copy, []))
    pages, copies, entities = rows.get(Document, []), rows.get(Copy, []), rows.get(Entity, [])
    rows[Statement] = list(count_statements(rows.get(Statement, []), entities, pages, copies))
    rows[Figure] = list(count_figures(rows.get(Figure, []), pages, copies))
    rows[Document] = [
        replace(d, copy_of=copied.get(d.id, d.copy_of), origin=origin_of.get(d.id), story=story_of.get(d.id, d.story))
        for d in rows.get(Document, [])
    ]

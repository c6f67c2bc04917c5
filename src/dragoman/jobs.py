"""The work on one batch of pages and on all that they gave: all that an engine ever calls."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dragoman import flow
from dragoman.engine.local import mapped
from dragoman.errors import DragomanError
from dragoman.lexicon.lexicon import Lexicon, load_lexicon, words_digest
from dragoman.parse.parser import Parser, load_parser
from dragoman.parse.sentences import sentence_texts
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.date_bounds import is_dated
from dragoman.reconcile.dates import date_documents
from dragoman.reconcile.origins import origins_of
from dragoman.reconcile.shared import count_figures, count_statements
from dragoman.records import (
    TABLES,
    Copy,
    Dating,
    Document,
    Entity,
    Event,
    EventMention,
    Figure,
    Page,
    Problem,
    Run,
    Statement,
    Story,
)
from dragoman.text.ids import stable_id

BATCH_CHARACTERS = 400_000
UNREAD = ("read", "clean")  # a problem of these steps is a page without a document
TABLE_OF = {record: name for name, record in TABLES.items()}
Rows = dict[type, list[Any]]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made: pages handed in, rows of each table, problems."""

    pages: int
    documents: int
    problems: int
    rows: dict[str, int]


def build(
    paths: Iterable[Path | str],
    to: Path,
    words: Path | None = None,
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
) -> Summary:
    """Read pages and write the record; `progress` hears the number of pages after each batch.

    `options` name the columns of tables and the limits of reading.

    Raises DragomanError when nothing can be started: no such words, no such model, a place that cannot be written.
    """
    from dragoman.store.write import write_record

    started = datetime.now(UTC)
    rows = read_everything(paths, words, model, progress, processes, options)
    run = this_run(rows, words, model, started)
    rows[Run] = [run]
    tables = {name: rows.get(record, []) for name, record in TABLES.items()}
    write_record(to, tables)
    return Summary(run.pages, run.documents, run.problems, {name: len(found) for name, found in tables.items()})


def read_everything(
    paths: Iterable[Path | str],
    words: Path | None = None,
    model: str | None = None,
    progress: Callable[[int], None] | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
) -> Rows:
    """The rows of every table from pages: batch by batch, then across all of them."""
    lexicon, parser = load_lexicon(words), load_parser(model)
    rows: Rows = {record: [] for record in TABLES.values()}
    seen = 0
    for read in mapped(partial(read_batch, words=words, model=model), batches(read_paths(paths, options)), processes):
        gather(rows, read)
        seen += len(read[Document]) + sum(p.step in UNREAD for p in read[Problem])
        if progress is not None:
            progress(seen)
    date_undated(rows, lexicon, parser)
    # Dates were proved above, and the pages they belong to were read again; once is enough: no page is dated by its own dating.
    merge_entities(rows)
    flow.run_across(rows, lexicon.names, tuple(step for step in flow.ACROSS if step is not date_documents))
    settle(rows)
    return rows


def batches(pages: Iterable[Page | Problem]) -> Iterator[list[Page | Problem]]:
    """Pages by the hundred thousand characters, so that memory does not grow with the pages."""
    batch: list[Page | Problem] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.text) if isinstance(page, Page) else 0
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(batch: list[Page | Problem], words: Path | None = None, model: str | None = None) -> Rows:
    """The rows of a batch of pages; what cannot be read becomes a problem, and the rest goes on."""
    lexicon, parser = load_lexicon(words), load_parser(model)
    rows: Rows = {Document: [], Problem: [item for item in batch if isinstance(item, Problem)]}
    documents = [d for item in batch if isinstance(item, Page) for d in clean(item, lexicon, rows[Problem])]
    parser.prepare(sentence_texts(documents), lexicon.names.has_unlisted)
    for document in documents:
        gather(rows, read_document(document, lexicon, parser, rows[Problem]))
    return rows


def clean(page: Page, lexicon: Lexicon, problems: list[Problem]) -> Iterator[Document]:
    """The document of a page, or a problem."""
    try:
        step = flow.FLOW[0]
        yield next(flow.call(step, {**flow.begin(lexicon, None), Page: [page]}))  # type: ignore[arg-type]
    except Exception as error:
        problems.append(problem(page.uri, "clean", error))


def read_document(document: Document, lexicon: Lexicon, parser: Parser, problems: list[Problem]) -> Rows:
    """The rows of one clean document."""
    made = flow.run(
        document, lexicon, parser, failed=lambda step, error: problems.append(problem(document.uri, step.__name__, error))
    )
    return {record: found for record, found in made.items() if record in TABLE_OF}


def problem(uri: str, step: str, error: Exception) -> Problem:
    """A step that broke on a page, as a row."""
    what = error.what if isinstance(error, DragomanError) else f"{type(error).__name__}: {error}"
    mend = error.how_to_mend if isinstance(error, DragomanError) else "a fault of dragoman's: please report it with the page"
    return Problem(id=stable_id("problem", uri, step, what), uri=uri, step=step, what=what, how_to_mend=mend)


def gather(rows: Rows, more: Rows) -> None:
    """Add rows to rows."""
    for record, found in more.items():
        rows.setdefault(record, []).extend(found)


def merge_entities(rows: Rows) -> None:
    """One row for an entity that several pages speak of: the fuller one, with the names that all of them print."""
    known: dict[str, Entity] = {}
    for entity in sorted(rows[Entity], key=lambda e: (e.id, e.name, e.aliases)):
        held = known.get(entity.id, entity)
        fuller = entity if entity.country and not held.country else held
        known[entity.id] = replace(fuller, aliases=tuple(dict.fromkeys((*held.aliases, *entity.aliases))))
    rows[Entity] = list(known.values())


def date_undated(rows: Rows, lexicon: Lexicon, parser: Parser) -> None:
    """Date documents by other pages, and read those again: their "Wednesday" and "last year" have days now."""
    rows[type(lexicon.names)] = [lexicon.names]
    merge_entities(rows)
    if not all(is_dated(document) for document in rows[Document]):
        rows[Copy] = list(flow.call(find_copies, rows))
    datings: dict[str, Dating] = {d.document: d for d in flow.call(date_documents, rows)}
    if not datings:
        return
    kept: Rows = {record: [] for record in TABLES.values()}
    for record, found in rows.items():
        if record in TABLE_OF:
            kept[record] = [r for r in found if getattr(r, "document", getattr(r, "id", None)) not in datings]
    again = [dated(d, datings[d.id]) for d in rows[Document] if d.id in datings]
    for document in again:
        gather(kept, read_document(document, lexicon, parser, kept[Problem]))
    rows.clear()
    rows.update(kept)


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


def this_run(rows: Rows, words: Path | None, model: str | None, started: datetime) -> Run:
    """The row that tells how this record was made."""
    parser, digest = load_parser(model), words_digest(words)
    problems = rows.get(Problem, [])
    unread = sum(p.step in UNREAD for p in problems)
    return Run(
        id=stable_id("run", version("dragoman"), digest, parser.digest, started.isoformat()), version=version("dragoman"),
        words_digest=digest, model=parser.name, model_digest=parser.digest, started=started, ended=datetime.now(UTC),
        pages=len(rows[Document]) + unread, documents=len(rows[Document]), problems=len(problems),
    )  # fmt: skip


def counts(rows: Rows) -> Counter[str]:
    """Rows by table."""
    return Counter({TABLE_OF[record]: len(found) for record, found in rows.items() if record in TABLE_OF})

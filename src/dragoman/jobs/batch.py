"""The work on one batch of pages: all that an engine ever calls."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dragoman import flow
from dragoman.errors import DragomanError
from dragoman.jobs.limits import TooMuch, too_long, within
from dragoman.lexicon.lexicon import Lexicon, load_lexicon
from dragoman.parse.parser import Parser, load_parser
from dragoman.parse.sentences import sentence_texts
from dragoman.records import TABLES, Document, Page, Problem
from dragoman.text.ids import stable_id

BATCH_CHARACTERS = 400_000
UNREAD = ("read", "clean")  # a problem of these steps is a page without a document
TABLE_OF = {record: name for name, record in TABLES.items()}
Rows = dict[type, list[Any]]


def batches(pages: Iterable[Page | Document], characters: int = BATCH_CHARACTERS) -> Iterator[list[Page | Document]]:
    """Pages by the hundred thousand characters, so that memory does not grow with the pages."""
    batch: list[Page | Document] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.text)
        if size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_batch(batch: list[Page | Document], words: Path | None = None, model: str | None = None) -> list[Rows]:
    """The rows of each page of a batch; what cannot be read becomes a problem, and the rest goes on.

    A Document is a page that was cleaned before, and is read again because its day is known now.
    """
    lexicon, parser = load_lexicon(words), load_parser(model)
    with uncollected():
        return _read(batch, lexicon, parser)


def _read(batch: list[Page | Document], lexicon: Lexicon, parser: Parser) -> list[Rows]:
    made: list[Rows] = [{Document: [], Problem: []} for _ in batch]
    for page, rows in zip(batch, made, strict=True):
        rows[Document] = [page] if isinstance(page, Document) else list(clean(page, lexicon, rows[Problem]))
    parser.prepare(sentence_texts(d for rows in made for d in rows[Document] if too_long(d) is None), lexicon.names)
    for rows in made:
        for document in rows.pop(Document):
            gather(rows, read_document(document, lexicon, parser, rows[Problem]))
    return made


def clean(page: Page, lexicon: Lexicon, problems: list[Problem]) -> Iterator[Document]:
    """The document of a page, or a problem."""
    try:
        with within():
            made = next(flow.call(flow.FLOW[0], {**flow.begin(lexicon, None), Page: [page]}))  # type: ignore[arg-type]
    except Exception as error:
        problems.append(problem(page.uri, "clean", error))
    else:
        yield made


def read_document(document: Document, lexicon: Lexicon, parser: Parser, problems: list[Problem]) -> Rows:
    """The rows of one clean document; of one that costs too much, the document alone."""

    def failed(step: flow.Step, error: Exception) -> None:
        if isinstance(error, TooMuch):
            raise error
        problems.append(problem(document.uri, step.__name__, error))

    try:
        if (told := too_long(document)) is not None:
            raise told
        with within():
            made = flow.run(document, lexicon, parser, failed=failed)
    except TooMuch as error:
        problems.append(problem(document.uri, "page", error))
        return {Document: [document]}
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


@contextmanager
def uncollected() -> Iterator[None]:
    """A block in which Python does not look through a million words and rows for circles: there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()

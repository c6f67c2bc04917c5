"""Pages read once: what was read of each is kept, under a key of all that it depends on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from dragoman.engine.local import mapped
from dragoman.jobs.batch import BATCH_CHARACTERS, TABLE_OF, Rows, batches, gather, read_batch
from dragoman.lexicon.form import require_whole
from dragoman.lexicon.lexicon import words_digest
from dragoman.parse.parser import load_parser
from dragoman.records import TABLES, Document, Page
from dragoman.store.frozen import freeze
from dragoman.store.kept import Entry, Kept, write_rows
from dragoman.text.ids import stable_id

Found = dict[str, list[Any]]
HOUSE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Means:
    """What pages are read with: the user's words, a pipeline, processes, and how much a process takes at a time."""

    words: Path | None = None
    model: str | None = None
    processes: int = 1
    characters: int = BATCH_CHARACTERS

    def maker(self) -> str:
        """A digest of all that rows depend on beside the page: dragoman itself, the words, the model.

        Raises WordsError when the user's words have a fault: no page is read with them.
        """
        require_whole(self.words)
        return sha256(
            " ".join((version("dragoman"), code_digest(), words_digest(self.words), load_parser(self.model).digest)).encode()
        ).hexdigest()


@cache
def code_digest() -> str:
    """SHA-256 over dragoman's own source: rows that another dragoman made are not taken for this one's."""
    total = sha256()
    for path in sorted(HOUSE.rglob("*.py")):
        if path.relative_to(HOUSE).parts[0] not in ("show", "cli"):
            total.update(path.read_bytes())
    return total.hexdigest()


def key_of(page: Page | Document) -> str:
    """What a page's rows are kept under: its address, its content, what its container says of it; never the moment of reading."""
    if isinstance(page, Document):
        return sha256(repr(replace(page, read_at=None)).encode(errors="replace")).hexdigest()[:32]
    said = (
        page.uri,
        page.content_sha256,
        page.text,
        page.title,
        page.authors,
        page.outlet,
        page.published,
        page.visited,
        page.language,
    )
    return sha256(repr(said).encode(errors="replace")).hexdigest()[:32]


def document_id(page: Page) -> str:
    """The id that the document of a page has: the same file or address with the same content is the same document."""
    name = page.uri.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return stable_id("doc", name, page.content_sha256)


def read_and_keep(batch: list[Page | Document], folder: Path, maker: str, words: Path | None, model: str | None) -> list[Entry]:
    """Reads a batch and writes its rows as one file; a process that dies before the end leaves nothing of it."""
    made = read_batch(batch, words, model)
    packed = {
        key_of(page): freeze({TABLE_OF[record]: found for record, found in rows.items() if found})
        for page, rows in zip(batch, made, strict=True)
    }
    return write_rows(folder, maker, packed)


def read_new(pages: Iterable[Page | Document], kept: Kept, means: Means) -> Iterator[int]:
    """Reads what is not kept yet and keeps it; gives the number of pages after each batch."""
    work = partial(read_and_keep, folder=kept.folder, maker=kept.maker, words=means.words, model=means.model)
    for entries in mapped(work, batches(pages, means.characters), means.processes):
        kept.hold(entries)
        yield len(entries)


def as_rows(found: Iterable[Found]) -> Rows:
    """The rows of many pages by their record class; every record class is there."""
    rows: Rows = {record: [] for record in TABLES.values()}
    for page in found:
        gather(rows, {TABLES[name]: made for name, made in page.items()})
    return rows

"""What one task of a cluster does: it reads the pages of a part and writes their rows as one file, whole or not at all."""

import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import chdir
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.engine.spark import attempt
from dragoman.errors import DragomanError
from dragoman.jobs.batch import TABLE_OF, Rows, batches, read_batch
from dragoman.jobs.keeping import Means, key_of
from dragoman.jobs.places import Part, Place
from dragoman.read.archives import read_archive
from dragoman.read.decode import problem
from dragoman.read.files import PACKED, read_stream, suffix_of
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Document, Page, Problem
from dragoman.store.frozen import freeze, thaw
from dragoman.store.remote import Folder, filesystem, is_remote

Stretch = tuple[str, int, int]
COLUMNS = pa.schema({"key": pa.string(), "uri": pa.string(), "packed": pa.binary()})
UNREAD = "unread:"
ALONE = 2  # tries that failed before pages are read one by one, each apart from the task
SAME = "give every machine the same environment"


@dataclass(frozen=True, slots=True)
class Work:
    """What every task is told: where rows go, with what pages are read, and which folder short paths are seen from."""

    folder: Folder
    maker: str
    words: Path | None
    model: str | None
    options: ReadOptions
    here: str = ""

    def name(self, of: str) -> str:
        """The file of a part: other words, another model or other columns have another one."""
        told = repr((self.maker, replace(self.options, aside=None, known=frozenset()), of))
        return f"{sha256(told.encode()).hexdigest()[:32]}.parquet"

    def check(self) -> None:
        """Raises DragomanError on a machine that would make other rows than the one that leads."""
        if _maker(self.words, self.model) != self.maker:
            raise DragomanError("a machine of the cluster has another dragoman, other words or another model", SAME)


@dataclass(frozen=True, slots=True)
class Done:
    """A part that is read: its file, how many pages are in it, and whether an earlier run had read it."""

    file: str
    pages: int
    before: bool = False


@cache
def _maker(words: Path | None, model: str | None) -> str:
    return Means(words, model).maker()


def read_part(listed: Stretch, work: Work) -> Done:
    """Reads the pages of a part, which is told in a stretch of a file; one that an earlier run has read is left as it is."""
    part = Part.heard(work.folder.read(*listed))
    name = work.name(part.name)
    if work.folder.has(name):
        return Done(name, _pages_in(work.folder, name), True)
    work.check()
    with chdir(work.here if Path(work.here).is_dir() else "."):
        return Done(name, _write(work, name, (item for place in part.places for item in pages_of(place, work.options))))


def read_again(name: str, work: Work) -> Done:
    """Reads documents again whose day is known now; they lie in a file of this name."""
    made = work.name(name)
    if work.folder.has(made):
        return Done(made, _pages_in(work.folder, made), True)
    work.check()
    return Done(made, _write(work, made, thaw(work.folder.read(name))["documents"]))


def pages_of(place: Place, options: ReadOptions) -> Iterator[Page | Problem]:
    """The pages of a file, wherever it lies; one of an object store is fetched to this machine's disk first."""
    if not is_remote(place.uri):
        yield from read_paths([place.uri], options)
        return
    with TemporaryDirectory(prefix="dragoman-") as folder:
        here = Path(folder) / place.uri.rpartition("/")[2]
        try:
            system, path = filesystem(place.uri)
            with system.open_input_stream(path, compression=None) as far, here.open("wb") as near:
                shutil.copyfileobj(far, near)
        except OSError as error:
            yield problem(place.uri, f"cannot be fetched: {error}".splitlines()[0][:200], "see that it is there still")
            return
        yield from _fetched(here, place.uri, options)


def _fetched(here: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    if suffix_of(here.name) in PACKED:
        yield from read_archive(here, uri, options)
        return
    with here.open("rb") as stream:
        yield from read_stream(here.name, uri, stream, options)


def _write(work: Work, name: str, items: Iterable[Page | Document | Problem]) -> int:
    """Reads batch by batch and writes the rows of each page; gives how many pages there were."""
    count, unread = 0, []

    def pages() -> Iterator[Page | Document]:
        for item in items:
            if isinstance(item, Problem):
                unread.append(item)
            else:
                yield item

    with work.folder.writing(name) as file, pq.ParquetWriter(file, COLUMNS, compression="none") as writer:
        for batch in batches(pages()):
            made = read_apart(batch, work) if attempt() >= ALONE else read_batch(batch, work.words, work.model)
            writer.write_table(_packed((key_of(p), p.uri, rows) for p, rows in zip(batch, made, strict=True)))
            count += len(batch)
        writer.write_table(_packed((UNREAD + p.id, p.uri, {Problem: [p]}) for p in unread))
    return count


def _packed(rows: Iterable[tuple[str, str, Rows]]) -> pa.Table:
    packed = [
        {"key": key, "uri": uri, "packed": freeze({TABLE_OF[record]: found for record, found in made.items() if found})}
        for key, uri, made in rows
    ]
    return pa.Table.from_pylist(packed, schema=COLUMNS)


def read_apart(batch: list[Page | Document], work: Work) -> list[Rows]:
    """The rows of each page, read one by one in a process of its own: a page that ends the process becomes a problem."""
    made: list[Rows] = []
    pool = _process()
    for page in batch:
        try:
            made += pool.submit(read_batch, [page], work.words, work.model).result()
        except BrokenProcessPool:
            made.append({Problem: [problem(page.uri, "reading it ended the process", "leave it out, and report it please")]})
            pool = _process()
    pool.shutdown()
    return made


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _pages_in(folder: Folder, name: str) -> int:
    system, base = folder.opened()
    with system.open_input_file(f"{base}/{name}") as file:
        keys = pq.read_table(file, columns=["key"])["key"].to_pylist()
    return sum(not key.startswith(UNREAD) for key in keys)

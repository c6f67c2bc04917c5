"""A record built by many machines: each reads parts of the pages; what crosses pages is compared on the one that leads."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from dragoman.engine import spark
from dragoman.errors import DragomanError
from dragoman.jobs.across import reconcile
from dragoman.jobs.batch import Rows, batches
from dragoman.jobs.building import Summary, once, this_run, uncollected
from dragoman.jobs.keeping import Found, Means, as_rows, key_of
from dragoman.jobs.parts import UNREAD, Stretch, Work, read_again, read_part
from dragoman.jobs.places import Place, find_places, parts
from dragoman.lexicon.lexicon import load_lexicon
from dragoman.read.options import ReadOptions
from dragoman.records import TABLES, Document, Page, Problem, Run
from dragoman.store.frozen import freeze, thaw
from dragoman.store.kept import folder_of
from dragoman.store.listed import LIST
from dragoman.store.lock import writing
from dragoman.store.parts import write_parts
from dragoman.store.place import destination, is_folder, whole_or_nothing
from dragoman.store.remote import Folder, is_remote
from dragoman.store.rows import to_arrow

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PARTS = "parts"
A_FOLDER = "let its name end in /"


@dataclass(slots=True)
class Spreading:
    """The pages of one record, read by the tasks of a Spark session."""

    work: Work
    session: "SparkSession"
    used: set[str]
    pages: int = 0
    before: int = 0

    def read(self, places: Iterable[Place]) -> list[tuple[str, str, bytes]]:
        """Key, address and packed rows of every page under the places, and of what could not be read."""
        done = spark.mapped(partial(read_part, work=self.work), self._listed(places), self.session)
        self.pages = sum(part.pages for part in done)
        self.before = sum(part.pages for part in done if part.before)
        return [row for part in done for row in self._loaded(part.file)]

    def _listed(self, places: Iterable[Place]) -> list[Stretch]:
        """The parts, written one behind the other; a task is told where its own stands: a million names are too many to send."""
        told = [part.told() for part in parts(places)]
        ends = list(accumulate(map(len, told)))
        name = f"{sha256(b''.join(told)).hexdigest()[:32]}.list"
        self._put(name, b"".join(told))
        return [(name, end - len(each), len(each)) for each, end in zip(told, ends, strict=True)]

    def again(self, documents: list[Document]) -> list[Rows]:
        """The rows of documents whose day is known only now."""
        files = [self._frozen(batch) for batch in batches(documents)]
        done = spark.mapped(partial(read_again, work=self.work), files, self.session)
        made = {key: packed for part in done for key, _, packed in self._loaded(part.file)}
        return [as_rows([thaw(made[key_of(document)])]) for document in documents]

    def _frozen(self, documents: list[Page | Document]) -> str:
        name = f"{sha256(repr([key_of(document) for document in documents]).encode()).hexdigest()[:32]}.documents"
        self._put(name, freeze({"documents": documents}))
        return name

    def _put(self, name: str, content: bytes) -> None:
        self.used.add(name)
        with self.work.folder.writing(name) as file:
            file.write(content)

    def _loaded(self, name: str) -> Iterator[tuple[str, str, bytes]]:
        self.used.add(name)
        system, base = self.work.folder.opened()
        with system.open_input_file(f"{base}/{name}") as file:
            table = pq.read_table(file)
        yield from zip(*(table[column].to_pylist() for column in ("key", "uri", "packed")), strict=True)


def spread(
    paths: Iterable[Path | str],
    to: str,
    words: Path | None = None,
    model: str | None = None,
    master: str | None = None,
    options: ReadOptions | None = None,
    replace_old: bool = False,
    wait: float = 0.0,
) -> Summary:
    """Read pages by Spark and write the record, a folder of Parquet parts; the same pages give the same record as on one machine.

    Paths and `to` are folders that every machine sees under the same name, or addresses of an object store (s3://...).
    Raises DragomanError when nothing can be started: no Java, no PySpark, a place that cannot be written, another writer.
    """
    spark.require()
    with _place(to, replace_old) as place:
        means = Means(words, model)
        maker, told = means.maker(), options or ReadOptions()
        with _held(place, wait) as kept:
            aside = None if is_remote(place) else Path(place).absolute()
            work = Work(kept, maker, words, model, replace(told, aside=aside), str(Path.cwd()))
            return _spread(list(paths), place, work, master)


def _spread(paths: list[Path | str], to: str, work: Work, master: str | None) -> Summary:
    started, unread, places = datetime.now(UTC), {}, []
    for item in find_places(paths, work.options):
        if isinstance(item, Problem):
            unread[item.id] = item
        elif not (is_remote(to) and item.uri.startswith(f"{to}/")):  # the record that is written is no page
            places.append(item)
    with spark.session(master) as session, uncollected():
        spreading = Spreading(work, session, set())
        rows = _rows(spreading.read(places), unread)
        reconcile(rows, load_lexicon(work.words).names, spreading.again)
        rows[Run] = [run := this_run(rows, work.words, work.model, started)]
        _write(to, rows)
    work.folder.delete(sorted(work.folder.files().keys() - spreading.used))
    made = {name: len(rows.get(record, [])) for name, record in TABLES.items()}
    return Summary(run.pages, run.documents, run.problems, made, spreading.before)


def _rows(found: list[tuple[str, str, bytes]], unread: dict[str, Problem]) -> Rows:
    """The rows of every page, each page once, in the order in which one machine takes them."""
    pages = {key: (uri, packed) for key, uri, packed in found}
    told = sorted((uri, key) for key, (uri, _) in pages.items() if not key.startswith(UNREAD))
    rows = as_rows(once(_thawed([pages[key][1] for _, key in told])))
    for key, (_, packed) in pages.items():
        if key.startswith(UNREAD):
            unread.update((problem.id, problem) for problem in thaw(packed)["problems"])
    rows[Problem] += sorted(unread.values(), key=lambda problem: problem.id)
    return rows


def _thawed(packed: Iterable[bytes]) -> Iterator[Found]:
    yield from map(thaw, packed)


def _write(to: str, rows: Rows) -> None:
    """The record, whole or not at all: beside the old one on this machine, by its list of files in a store."""
    tables = {name: to_arrow(record, rows.get(record, ())) for name, record in TABLES.items()}
    if is_remote(to):
        write_parts(Folder.of(to), tables)
        return
    with whole_or_nothing(Path(to)) as new:
        write_parts(Folder.of(new), tables)


@contextmanager
def _place(to: str, replace_old: bool) -> Iterator[str]:
    """Where the record goes, when it may be written there."""
    if not is_remote(to):
        if not (to.endswith(("/", "\\")) or is_folder(Path(to))):
            raise DragomanError(f"the engine spark writes a folder, and {to} is the name of a file", A_FOLDER)
        with destination(to, replace_old) as path:
            yield str(path)
        return
    if not replace_old and Folder.of(to).has(LIST):
        raise DragomanError(f"{to} exists already", "give another name, or --replace to write over it")
    yield to.rstrip("/")


@contextmanager
def _held(to: str, wait: float) -> Iterator[Folder]:
    """The folder of what was read, beside the record; on this machine one writer at a time."""
    if is_remote(to):
        head, _, name = to.rpartition("/")
        yield Folder.of(f"{head}/.{name}.pages/{PARTS}")
        return
    folder = folder_of(Path(to))
    with writing(folder, Path(to), wait):
        yield Folder.of(folder / PARTS)

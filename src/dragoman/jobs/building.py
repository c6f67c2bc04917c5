"""From pages to a record: a build, and pages added to one; whatever stops it, the next start goes on from there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.errors import DragomanError
from dragoman.jobs.across import reconcile
from dragoman.jobs.batch import BATCH_CHARACTERS, UNREAD, Rows
from dragoman.jobs.batch import uncollected as uncollected
from dragoman.jobs.keeping import Found, Means, as_rows, document_id, key_of, read_new
from dragoman.lexicon.lexicon import load_lexicon, words_digest
from dragoman.parse.parser import load_parser
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import TABLES, Document, Page, Problem, Run
from dragoman.store.kept import Kept, Manifest, folder_of
from dragoman.text.ids import stable_id

Progress = Callable[[int], None]
REBUILD = "build it again from all its pages, with --replace"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made: pages handed in, rows of each table, problems; pages read before, kept files found damaged."""

    pages: int
    documents: int
    problems: int
    rows: dict[str, int]
    before: int = 0
    damaged: int = 0


@dataclass(slots=True)
class Reading:
    """The pages of one record: their keys with their addresses, and what could not be read."""

    kept: Kept
    means: Means
    pages: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)
    new: int = 0

    def read(self, found: Iterable[Page | Problem], has: Callable[[Page], bool], progress: Progress | None) -> None:
        """Reads the pages that are not kept; those that the record `has` are passed over."""
        for many in read_new(self._unread(found, has), self.kept, self.means):
            self.new += many
            if progress is not None:
                progress(self.new)

    def _unread(self, found: Iterable[Page | Problem], has: Callable[[Page], bool]) -> Iterator[Page]:
        for item in found:
            if isinstance(item, Problem):
                self.problems[item.id] = item
            elif not has(item) and (key := key_of(item)) not in self.pages:
                self.pages[key] = item.uri
                if key not in self.kept.places:
                    yield item

    def rows(self) -> Rows:
        """The rows of every table, of all pages and across them; the order in which pages were given changes nothing."""
        lexicon = load_lexicon(self.means.words)
        with uncollected():
            rows = as_rows(once(self._found(sorted(self.pages, key=lambda key: (self.pages[key], key)))))
            rows[Problem] += sorted(self.problems.values(), key=lambda problem: problem.id)
            reconcile(rows, lexicon.names, self._again)
        return rows

    def _found(self, keys: list[str]) -> list[Found]:
        found, missing = self.kept.rows(keys)
        if missing:
            raise DragomanError(f"{len(missing)} of the pages kept in {self.kept.folder} were lost meanwhile", "start again")
        return [found[key] for key in keys]

    def _again(self, documents: list[Document]) -> list[Rows]:
        """The rows of documents whose day is known only now; those that were read so before are not read again."""
        keys = {key_of(document): document for document in documents}
        self.again.update(keys)
        for _ in read_new((d for key, d in keys.items() if key not in self.kept.places), self.kept, self.means):
            pass
        return [as_rows([found]) for found in self._found(list(keys))]

    def manifest(self) -> Manifest:
        """The pages by name, to be written beside the record."""
        return Manifest(self.kept.maker, self.pages, tuple(sorted(self.problems.values(), key=lambda p: p.id)))


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Pages without those that are in two places: one name, one content, one document."""
    seen: set[str] = set()
    for page in found:
        named = [document.id for document in page.get("documents", ())]
        if not seen.issuperset(named) or not named:
            seen.update(named)
            yield page


def build(
    paths: Iterable[Path | str],
    to: Path,
    words: Path | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
    wait: float = 0.0,
    characters: int = BATCH_CHARACTERS,
) -> Summary:
    """Read pages and write the record; `progress` hears the number of pages after each batch.

    `options` name the columns of tables and the limits of reading; `characters` are what a process reads at a time; `wait` is how
    many seconds to wait for another writer. What was read is kept beside the record, so that a build that
    was stopped goes on, and one of the same pages is done at once.

    Raises DragomanError when nothing can be started: no such words or model, a place that cannot be written, another writer.
    """
    from dragoman.store.lock import writing

    means = Means(words, model, processes, characters)
    maker, folder = means.maker(), folder_of(to)
    with writing(folder, to, wait):
        reading = Reading(Kept.open(folder, maker), means)
        return make(reading, to, paths, options, progress, runs_of(to), lambda page: False)


def add(
    paths: Iterable[Path | str],
    to: Path,
    words: Path | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
    wait: float = 0.0,
    characters: int = BATCH_CHARACTERS,
) -> Summary:
    """Add pages to a record: only those that it does not hold are read, and the record is what reading all at once would give.

    Raises DragomanError for a record that other words or another dragoman made, and for one whose pages are not kept beside it.
    """
    from dragoman.store.lock import writing
    from dragoman.store.read import addresses, connect

    connect(to).close()
    means = Means(words, model, processes, characters)
    maker, folder = means.maker(), folder_of(to)
    with writing(folder, to, wait):
        runs = runs_of(to)
        reading = Reading(kept := Kept.open(folder, maker), means)
        manifest = manifest_of(kept, to, runs)
        reading.pages.update(manifest.pages)
        reading.problems.update((problem.id, problem) for problem in manifest.problems)
        held = addresses(to)
        told = replace(options or ReadOptions(), known=frozenset(held.values()))
        return make(reading, to, paths, told, progress, runs, lambda page: document_id(page) in held)


def manifest_of(kept: Kept, to: Path, runs: list[Run]) -> Manifest:
    """The pages of a record that is to be added to; raises DragomanError when they cannot be had."""
    manifest = kept.manifest([run.id for run in runs])
    if manifest is None:
        raise DragomanError(f"what was read for {to} is not kept beside it (in {kept.folder.name})", REBUILD)
    if manifest.maker != kept.maker:
        raise DragomanError(f"{to} was made by another version of dragoman or with other words or another model", REBUILD)
    gone = [key for key in manifest.pages if key not in kept.places]
    if gone:
        raise DragomanError(f"{len(gone)} of the pages kept in {kept.folder.name} are damaged or gone", REBUILD)
    return manifest


def make(
    reading: Reading, to: Path, paths: Iterable[Path | str], options: ReadOptions | None, progress: Progress | None,
    runs: list[Run], has: Callable[[Page], bool],
) -> Summary:  # fmt: skip
    """Reads, compares across pages and writes; where nothing is new, the record stays as it is."""
    from dragoman.store.read import counts
    from dragoman.store.write import write_record

    started, kept = datetime.now(UTC), reading.kept
    _check_clock(to, runs, started)
    reading.read(read_paths(paths, replace(options or ReadOptions(), aside=to.absolute())), has, progress)
    if runs and not reading.new and kept.manifest([run.id for run in runs]) == reading.manifest():
        return Summary(runs[0].pages, runs[0].documents, runs[0].problems, counts(to), len(reading.pages))
    rows = reading.rows()
    rows[Run] = [run := this_run(rows, reading.means.words, reading.means.model, started)]
    kept.write_manifest([run.id], reading.manifest())
    write_record(to, {name: rows.get(record, []) for name, record in TABLES.items()})
    kept.sweep([run.id], {*reading.pages, *reading.again})
    made = {name: len(rows.get(record, [])) for name, record in TABLES.items()}
    return Summary(run.pages, run.documents, run.problems, made, len(reading.pages) - reading.new, len(kept.damaged))


def read_everything(
    paths: Iterable[Path | str],
    words: Path | None = None,
    model: str | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    options: ReadOptions | None = None,
) -> Rows:
    """The rows of every table from pages: batch by batch, then across all of them."""
    means = Means(words, model, processes)
    with TemporaryDirectory(prefix="dragoman-") as folder:
        reading = Reading(Kept(Path(folder), means.maker()), means)
        reading.read(read_paths(paths, options), lambda page: False, progress)
        return reading.rows()


def _check_clock(to: Path, runs: list[Run], now: datetime) -> None:
    """Raises when the clock stands before the record: days that pages print would be taken for days to come."""
    last = max((run.ended for run in runs), default=now)
    if last > now + A_DAY:
        raise DragomanError(f"the clock says {now:%Y-%m-%d}, but {to} was written on {last:%Y-%m-%d}", "set the clock")


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


def runs_of(to: Path) -> list[Run]:
    """The runs of a record that stands there; none where none can be read."""
    from dragoman.store.read import rows

    try:
        return rows(to, "runs") if to.exists() else []
    except DragomanError:
        return []

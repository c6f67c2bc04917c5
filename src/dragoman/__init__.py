"""Dragoman reads the news about relations between states and writes an auditable record of it.

import dragoman
record = dragoman.build(["pages/"], to="record.duckdb")
record.timeline("India", "Russia").to_pandas()
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Loaded first, so that its loading later does not put the package in the place of the function `read` below.
import dragoman.read  # noqa: F401

if TYPE_CHECKING:
    from datetime import date

    from dragoman.show.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "build", "open", "read"]


def build(
    paths: str | Path | Iterable[str | Path],
    to: str | Path | None = None,
    *,
    words: str | Path | None = None,
    model: str | None = None,
    processes: int = 1,
    replace: bool = False,
    progress: Callable[..., None] | None = None,
) -> "Record":
    """The record of these pages: files or folders. Without `to` it is written to a temporary folder.

    A page that cannot be read is a row of `record.problems()`; the run goes on.
    Raises DragomanError when nothing can be started.
    """
    import tempfile

    from dragoman import jobs
    from dragoman.show.record import Record
    from dragoman.store.place import may_write

    given = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    place = Path(to) if to is not None else Path(tempfile.mkdtemp(prefix="dragoman-")) / "record.duckdb"
    may_write(place, replace)
    folder = Path(words) if words else None
    jobs.build(given, to=place, words=folder, model=model, progress=progress, processes=processes)
    return Record(place)


def add(
    paths: str | Path | Iterable[str | Path],
    to: str | Path,
    *,
    words: str | Path | None = None,
    model: str | None = None,
    processes: int = 1,
    progress: Callable[..., None] | None = None,
) -> "Record":
    """The record with these pages added: only new ones are read, and the rows are those that reading all at once would give.

    Raises DragomanError when the record was made with other words, or what was read for it is not kept beside it.
    """
    from dragoman import jobs
    from dragoman.show.record import Record

    given, folder = [paths] if isinstance(paths, str | Path) else list(paths), Path(words) if words else None
    jobs.add(given, to=Path(to), words=folder, model=model, progress=progress, processes=processes)
    return Record(Path(to))


def open(path: str | Path) -> "Record":  # noqa: A001 - dragoman.open(path) reads as it is meant
    """The record in this DuckDB file or folder of Parquet files, opened for asking."""
    from dragoman.show.record import Record

    return Record.open(path)


def read(
    text: str,
    *,
    uri: str = "page",
    visited: "date | None" = None,
    words: str | Path | None = None,
    model: str | None = None,
) -> "Record":
    """The record of one page that is at hand as text or HTML, in memory only; `record.save(path)` keeps it.

    `visited` is the day on which the page was fetched, when it is known: no page is from a later day, and "2 days ago"
    counts from it. Raises DragomanError when there is no text in it.
    """
    from dragoman.jobs.alone import read_alone
    from dragoman.show.record import Record

    return Record(uri, held=read_alone(text, uri, visited, Path(words) if words else None, model))


def __getattr__(name: str) -> Any:
    """`dragoman.Record`, loaded when it is asked for: it needs DuckDB and pyarrow."""
    if name == "Record":
        from dragoman.show.record import Record

        return Record
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")

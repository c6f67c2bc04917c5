"""Dragoman reads the news about relations between states and writes an auditable record of it.

import dragoman
record = dragoman.build(["pages/"], to="record.duckdb")
record.timeline("Belarus", "China").to_pandas()
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.show.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "__version__", "build", "open"]


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


def open(path: str | Path) -> "Record":  # noqa: A001 - dragoman.open(path) reads as it is meant
    """The record in this DuckDB file or folder of Parquet files, opened for asking."""
    from dragoman.show.record import Record

    return Record.open(path)


def __getattr__(name: str) -> Any:
    """`dragoman.Record`, loaded when it is asked for: it needs DuckDB and pyarrow."""
    if name == "Record":
        from dragoman.show.record import Record

        return Record
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")

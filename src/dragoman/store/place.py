"""Where a record lies: one DuckDB file, or a folder of Parquet files."""

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.store.listed import listed

MAGIC = b"DUCK"


def is_folder(path: Path) -> bool:
    """Is the record here a folder of Parquet files (it is one already, or its name ends in .parquet)?"""
    return path.is_dir() or (path.suffix == ".parquet" and not path.exists())


def is_record(path: Path) -> bool:
    """Does something stand here that looks like a record?"""
    if path.is_dir():
        return any((path / f"{name}.parquet").exists() for name in ("documents", "runs"))
    return path.is_file() and path.open("rb").read(12)[8:] == MAGIC


def may_write(path: Path, replace: bool) -> None:
    """Raises when a record must not be written here: something is in the way, or there is no folder to put it in."""
    if path.is_dir() and not any(path.iterdir()):
        return
    if path.exists() and not replace:
        raise DragomanError(f"{path} exists already", "give another name, or --replace to write over it")
    if path.exists() and not is_record(path):
        raise DragomanError(f"{path} is no record of dragoman's, so it is not replaced", "give another name")
    if not path.absolute().parent.is_dir():
        raise DragomanError(f"there is no folder {path.parent}", "make it first, or give another name")


@contextmanager
def destination(name: str, replace: bool) -> Iterator[Path]:
    """The place that a user names for a record, when it may be written there; `name/` asks for a folder of Parquet."""
    path = Path(name)
    may_write(path, replace)
    if not name.endswith(("/", "\\")):
        yield path
        return
    if path.is_file():
        raise DragomanError(f"{path} is a file, so no folder can be made there", "give another name")
    with room(path):
        path.mkdir(exist_ok=True)
    try:
        yield path
    finally:
        if not any(path.iterdir()):
            path.rmdir()


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """A name beside `path` to write under; what was written takes the name `path` only when all went well."""
    with room(path):
        beside = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.absolute().parent))
        try:
            yield beside / "record"
            _take_place(beside / "record", path, beside / "old")
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _take_place(new: Path, path: Path, old: Path) -> None:
    if path.is_dir() or (path.exists() and new.is_dir()):
        path.rename(old)
    new.replace(path)


@contextmanager
def room(path: Path) -> Iterator[None]:
    """Says in words why nothing can be written at `path`: no room, no right, no folder."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DragomanError(f"no room left for {path}", "free some space or give another place") from error
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise DragomanError(f"{path} may not be written", "give a place where you may write") from error
        if isinstance(error, FileNotFoundError):
            raise DragomanError(f"there is no folder {path.parent}", "make it first, or give another name") from error
        raise DragomanError(f"{path} cannot be written ({error.strerror})", "give another place") from error


def parquet_files(path: Path) -> dict[str, list[Path]]:
    """The Parquet files of each table in a record's folder. Raises DragomanError when the folder is half a record."""
    parts = listed(path)
    if parts is not None:
        return {name: files for name, files in parts.items() if files}
    return {name: [path / f"{name}.parquet"] for name in TABLES if (path / f"{name}.parquet").is_file()}

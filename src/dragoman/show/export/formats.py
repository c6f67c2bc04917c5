"""A whole record out to a folder in one of the formats, and back in."""

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.naming import near
from dragoman.store.place import room
from dragoman.store.read import tables
from dragoman.store.schema import table_schema
from dragoman.store.write import write_tables

FORMATS = ("jsonl", "parquet", "csv")


class Format(Protocol):
    """What a module of this folder offers."""

    SUFFIX: str

    def write_table(self, table: pa.Table, path: Path) -> None: ...

    def read_table(self, path: Path, columns: pa.Schema) -> pa.Table: ...


def format_named(name: str) -> Format:
    """The module of a format: jsonl, parquet, csv."""
    if name.lower() not in FORMATS:
        raise DragomanError(f"there is no format {name!r}", f"one of {', '.join(FORMATS)}{near(name, FORMATS)}")
    return cast(Format, import_module(f"dragoman.show.export.{name.lower()}"))


def export_record(record: Path, to: Path, name: str, replace: bool = False) -> dict[str, int]:
    """Writes every table of a record into the folder; returns how many rows each has."""
    form, found = format_named(name), tables(record)
    if to.is_dir() and _formats_in(to) and not replace:
        raise DragomanError(f"{to} holds an export already", "give another folder, or --replace to write over it")
    with room(to):
        to.mkdir(parents=True, exist_ok=True)
        for table_name, table in found.items():
            form.write_table(table, to / f"{table_name}{form.SUFFIX}")
    return {table_name: table.num_rows for table_name, table in found.items()}


def import_record(folder: Path, to: Path) -> dict[str, int]:
    """Makes a record of an exported folder; returns how many rows each table has."""
    if not folder.is_dir():
        raise DragomanError(f"there is no folder {folder}", "give the folder that `dragoman export` wrote")
    form = format_named(_format_in(folder))
    found = {
        name: form.read_table(folder / f"{name}{form.SUFFIX}", table_schema(name))
        for name in TABLES
        if (folder / f"{name}{form.SUFFIX}").is_file()
    }
    write_tables(to, found)
    return {name: table.num_rows for name, table in found.items()}


def _formats_in(folder: Path) -> list[str]:
    return [name for name in FORMATS if (folder / f"documents.{name}").is_file()]


def _format_in(folder: Path) -> str:
    there = _formats_in(folder)
    if not there:
        raise DragomanError(f"{folder} holds no exported record (no documents.jsonl, .parquet or .csv)", "see `dragoman export`")
    if len(there) > 1:
        raise DragomanError(f"{folder} holds {' and '.join(there)}", "keep one format a folder")
    return there[0]

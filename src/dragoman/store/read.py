"""Opens a record, wherever it lies, and asks it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.store.listed import scanned
from dragoman.store.place import MAGIC, parquet_files
from dragoman.store.rows import fit, from_arrow
from dragoman.store.schema import table_schema

BUILD = "build one with: dragoman build PAGES --to RECORD"


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that reads the record and cannot change it; every table of the record is there, if need be empty."""
    if not path.exists():
        raise DragomanError(f"there is no record {path}", BUILD)
    try:
        connection = _open_folder(path) if path.is_dir() else _open_file(path)
        connection.execute("SET TimeZone = 'UTC'")
    except duckdb.Error as error:
        raise DragomanError(_why(path, error), BUILD) from error
    return connection


def held(given: Mapping[str, pa.Table]) -> duckdb.DuckDBPyConnection:
    """A connection to tables that lie in memory only."""
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    for name, record in TABLES.items():
        connection.register(name, fit(given[name], record) if name in given else table_schema(name).empty_table())
    return connection


def _open_file(path: Path) -> duckdb.DuckDBPyConnection:
    if path.open("rb").read(12)[8:] != MAGIC:
        raise DragomanError(f"{path} is not a record of dragoman's", BUILD)
    connection = duckdb.connect(str(path), read_only=True)
    there = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not {"documents", "entities"} <= there:
        connection.close()
        raise DragomanError(f"{path} is a DuckDB file, but not a record of dragoman's", BUILD)
    for name in TABLES.keys() - there:
        _add_empty(connection, name)
    return connection


def _open_folder(path: Path) -> duckdb.DuckDBPyConnection:
    files = parquet_files(path)
    if not {"documents", "entities"} <= files.keys():
        raise DragomanError(f"{path} is a folder, but not a record of dragoman's (it has no documents.parquet)", BUILD)
    connection = duckdb.connect()
    for name in TABLES:
        if name in files:
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM {scanned(files[name])}")
        else:
            _add_empty(connection, name)
    return connection


def _add_empty(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.register(name, table_schema(name).empty_table())


def _why(path: Path, error: duckdb.Error) -> str:
    said = str(error)
    if "lock" in said.lower():
        return f"{path} is being written by another program"
    if "version" in said.lower():
        return f"{path} was written by another version of DuckDB"
    return f"{path} cannot be read as a record"


def ask(connection: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any] | None = None) -> pa.Table:
    """What the record answers, as an Arrow table; values go in as parameters, never as text of the query."""
    return connection.sql(query, params=dict(given) if given else None).to_arrow_table()


def table(connection: duckdb.DuckDBPyConnection, name: str) -> pa.Table:
    """A whole table of the record, its columns and types those of its record class."""
    return fit(ask(connection, f"SELECT * FROM {name}"), TABLES[name])


def tables(path: Path) -> dict[str, pa.Table]:
    """Every table of a record."""
    with connect(path) as connection:
        return {name: table(connection, name) for name in TABLES}


def rows(path: Path, name: str) -> list[Any]:
    """The record objects of a table: rows(path, "events") -> list[Event]."""
    with connect(path) as connection:
        return from_arrow(TABLES[name], table(connection, name))


def counts(path: Path) -> dict[str, int]:
    """How many rows each table of a record has."""
    with connect(path) as connection:
        return {name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in TABLES}


def addresses(path: Path) -> dict[str, str]:
    """The documents of a record by id, with the address that each came from."""
    with connect(path) as connection:
        return dict(connection.sql("SELECT id, uri FROM documents").fetchall())

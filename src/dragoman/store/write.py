"""Writes a record: one DuckDB file or a folder of Parquet files, whole or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.store.order import ordered
from dragoman.store.place import is_folder, whole_or_nothing
from dragoman.store.rows import fit, to_arrow
from dragoman.store.schema import table_schema
from dragoman.store.unique import one_row_an_id

NO_ROOM = (duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException, duckdb.TransactionException)
"""How DuckDB says that a file cannot grow: which of these depends on where in the writing it happens."""


def write_record(path: Path, tables: Mapping[str, Sequence[Any]]) -> None:
    """Writes record objects, by table name; a table that is not given is written empty."""
    write_tables(path, {name: to_arrow(record, tables.get(name, ())) for name, record in TABLES.items()})


def write_tables(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Writes Arrow tables as a record, in place of what stood at `path`; a crash halfway leaves what stood there.

    A folder (or a name ending in .parquet) gets one Parquet file a table; any other name becomes a DuckDB file.
    """
    given = one_row_an_id({name: _table(name, tables) for name in TABLES})
    full = {name: ordered(table) for name, table in given.items()}
    with whole_or_nothing(path) as new:
        if is_folder(path):
            _write_parquet(new, full)
        else:
            _write_duckdb(new, full)


def _table(name: str, tables: Mapping[str, pa.Table]) -> pa.Table:
    given = tables.get(name)
    return table_schema(name).empty_table() if given is None else fit(given, TABLES[name])


def _write_parquet(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    folder.mkdir()
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")


def _write_duckdb(path: Path, tables: Mapping[str, pa.Table]) -> None:
    try:
        with duckdb.connect(str(path)) as connection:
            for name, table in tables.items():
                connection.register("rows_given", table)
                connection.execute(f"CREATE TABLE {name} AS SELECT * FROM rows_given")
                connection.unregister("rows_given")
                _explain(connection, name, table.schema)
            connection.execute("CHECKPOINT")
        _read_back(path, tables)
    except NO_ROOM as error:
        raise DragomanError(
            "the record cannot be written: no room is left for it", "free some space or give another place"
        ) from error


def _read_back(path: Path, tables: Mapping[str, pa.Table]) -> None:
    """Raises when the file does not hold every row: DuckDB closes a file on a full disk without a word."""
    with duckdb.connect(str(path), read_only=True) as connection:
        for name, table in tables.items():
            found = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
            if found != (table.num_rows,):
                raise duckdb.IOException(f"{name} was not written whole")


def _explain(connection: duckdb.DuckDBPyConnection, name: str, columns: pa.Schema) -> None:
    """Writes the meanings into the database itself, where any DuckDB client shows them: at one stroke, as each alone is slow."""
    said = [f"COMMENT ON TABLE {name} IS {_quoted(columns.metadata[b'about'].decode())}"]
    said += [f'COMMENT ON COLUMN {name}."{each.name}" IS {_quoted(each.metadata[b"about"].decode())}' for each in columns]
    connection.execute(";".join(("BEGIN", *said, "COMMIT")))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

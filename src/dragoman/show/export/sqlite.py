"""SQLite for Datasette: every table of the record, lists as JSON, full text of pages and statements, meanings as metadata."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.records import TABLES
from dragoman.show.export.part import Part
from dragoman.store.plain import plain
from dragoman.store.schema import table_schema

POINTING = {
    "document": "documents", "source": "documents", "copy_of": "documents", "story": "stories", "entity": "entities",
    "speaker": "entities", "addressee": "entities", "subject": "entities", "partner": "entities", "object": "entities",
    "event": "events", "statement": "statements",
}  # fmt: skip
SEARCHED = {"documents": ("title", "text"), "statements": ("speaker_text", "text"), "event_mentions": ("text",)}
KINDS = ((pa.types.is_integer, "INTEGER"), (pa.types.is_floating, "REAL"), (pa.types.is_boolean, "INTEGER"))


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes record.sqlite and metadata.json, which Datasette shows beside the tables."""
    place = folder / "record.sqlite"
    place.unlink(missing_ok=True)
    connection = sqlite3.connect(place)
    try:
        with connection:
            counts = {name: _fill(connection, name, part.record.table(name)) for name in TABLES}
            for name, columns in SEARCHED.items():
                _index_words(connection, name, columns)
        connection.execute("ANALYZE")
    finally:
        connection.close()
    (folder / "metadata.json").write_text(json.dumps(metadata(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return {"record.sqlite": sum(counts.values())}


def _fill(connection: sqlite3.Connection, name: str, table: pa.Table) -> int:
    columns = table_schema(name)
    connection.execute(f'CREATE TABLE "{name}" ({", ".join(_declared(name, column) for column in columns)})')
    marks = ", ".join("?" * len(columns))
    for batch in table.to_batches(max_chunksize=10_000):
        connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', _rows(batch))
    for column in columns.names:
        if column in POINTING or column in ("date_start", "published_start", "event_type", "measure", "relation"):
            connection.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
    return int(table.num_rows)


def _declared(table: str, column: pa.Field) -> str:
    kind = next((sql for test, sql in KINDS if test(column.type)), "TEXT")
    if column.name == "id":
        return '"id" TEXT PRIMARY KEY'
    # Links for Datasette to follow, not fences: SQLite checks none unless it is told to.
    pointing = POINTING.get(column.name)
    return f'"{column.name}" {kind}' + (f' REFERENCES "{pointing}" ("id")' if pointing else "")


def _rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    return zip(*([_cell(value) for value in column.to_pylist()] for column in batch.columns), strict=True)


def _cell(value: Any) -> Any:
    """A value as SQLite holds it: days as ISO 8601, lists as JSON."""
    value = plain(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _index_words(connection: sqlite3.Connection, name: str, columns: tuple[str, ...]) -> None:
    """A full-text index beside the table, under the name by which Datasette finds it."""
    listed = ", ".join(f'"{column}"' for column in columns)
    connection.execute(f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5 ({listed}, content="{name}")')
    connection.execute(f'INSERT INTO "{name}_fts" (rowid, {listed}) SELECT rowid, {listed} FROM "{name}"')


def metadata() -> dict[str, Any]:
    """What each table and column means, as Datasette reads it."""
    tables = {
        name: {
            "description": table_schema(name).metadata[b"about"].decode(),
            "columns": {column.name: column.metadata[b"about"].decode() for column in table_schema(name)},
        }
        for name in TABLES
    }
    return {"title": "A record of dragoman's", "databases": {"record": {"tables": tables}}}

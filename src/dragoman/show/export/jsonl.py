"""JSON Lines: one TABLE.jsonl a table, UTF-8, one object a line."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.store.plain import plain_line

SUFFIX = ".jsonl"


def write_table(table: pa.Table, path: Path) -> None:
    """Writes one table, a row a line."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for batch in table.to_batches(max_chunksize=10_000):
            file.writelines(plain_line(row) for row in batch.to_pylist())


def read_table(path: Path, columns: pa.Schema) -> pa.Table:
    """The table that `write_table` wrote; keys that the table does not know are left out."""
    return pa.Table.from_pylist([_row(found, columns) for found in _lines(path)], schema=columns)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _object(line, f"{path}:{number}")


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise DragomanError(f"{place}: not JSON ({error})", "mend the line, or export the record again") from error
    if not isinstance(found, dict):
        raise DragomanError(f"{place}: not an object", "each line holds one row as a JSON object")
    return found


def _row(found: dict[str, Any], columns: pa.Schema) -> dict[str, Any]:
    return {column.name: dated(found.get(column.name), column.type) for column in columns}


def dated(value: Any, kind: pa.DataType) -> Any:
    """The value with its days read: JSON has none of its own."""
    if isinstance(value, str) and pa.types.is_date32(kind):
        return date.fromisoformat(value)
    if isinstance(value, str) and pa.types.is_timestamp(kind):
        return datetime.fromisoformat(value)
    return value

"""CSV for spreadsheets: lists as JSON in their cell, and no cell of text that a spreadsheet would run as a formula.

A cell of text that begins with = + - @, a tab, a line break or an apostrophe gets an apostrophe before it, and empty
text (which is known to be empty) is one apostrophe; an empty cell is unknown. Reading takes the apostrophe away again.
"""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.show.export.jsonl import dated
from dragoman.store.plain import plain

SUFFIX = ".csv"
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
LONGEST_CELL = 2**31 - 1


def safe(text: str) -> str:
    """Text that a spreadsheet shows and never runs.

    >>> safe('=HYPERLINK("http://evil.example")'), safe("Minsk"), safe("")
    ('\\'=HYPERLINK("http://evil.example")', 'Minsk', "'")
    """
    return f"'{text}" if not text or text.startswith(RISKY) else text


def bare(cell: str) -> str:
    """The text that `safe` was given."""
    return cell.removeprefix("'")


def cell(value: Any) -> str:
    """A value as a cell: numbers as they are, text made safe, lists as JSON, nothing for the unknown."""
    value = plain(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return safe(value)
    return json.dumps(value, ensure_ascii=False)


def reader_of(kind: pa.DataType) -> Callable[[str], Any]:
    """What reads a cell of a column of this type."""
    if pa.types.is_string(kind):
        return bare
    if pa.types.is_date32(kind) or pa.types.is_timestamp(kind):
        return lambda text: dated(bare(text), kind)
    return json.loads


def write_table(table: pa.Table, path: Path) -> None:
    """Writes one table with a line of headings, as spreadsheets on Windows expect it (a byte order mark, CR LF)."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=10_000):
            out.writerows([cell(value) for value in row.values()] for row in batch.to_pylist())


def read_table(path: Path, columns: pa.Schema) -> pa.Table:
    """The table that `write_table` wrote; columns that the table does not know are left out."""
    readers = {column.name: reader_of(column.type) for column in columns}
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(_rows(csv.DictReader(file), readers, path))
    return pa.Table.from_pylist(rows, schema=columns)


def _rows(lines: csv.DictReader[str], readers: dict[str, Callable[[str], Any]], path: Path) -> Iterator[dict[str, Any]]:
    for line in lines:
        row = {}
        for name, read in readers.items():
            text = line.get(name) or ""
            try:
                row[name] = read(text) if text else None
            except ValueError as error:
                place, remedy = f"{path}:{lines.line_num}", "mend the cell, or export the record again"
                raise DragomanError(f"{place}: {name} cannot be {text[:40]!r}", remedy) from error
        yield row

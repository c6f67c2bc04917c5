"""A record as a folder of Parquet parts, by the month in which pages were printed; its list of files is written last.

What is on the list is the record. A folder without its list, or without a file on it, is half a record and is not opened.
"""

import json
import secrets
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dragoman.records import TABLES
from dragoman.store.listed import LIST
from dragoman.store.order import ordered
from dragoman.store.remote import Folder
from dragoman.store.rows import fit
from dragoman.store.schema import table_schema
from dragoman.store.unique import one_row_an_id

FORMAT = 1
NO_MONTH = "unknown"


def write_parts(folder: Folder, tables: Mapping[str, pa.Table]) -> None:
    """Writes the tables as parts, then the list that makes them a record; files that an older list named are deleted after."""
    given = {name: fit(tables[name], TABLES[name]) if name in tables else table_schema(name).empty_table() for name in TABLES}
    whole = one_row_an_id(given)
    months = _months(whole["documents"])
    stamp = secrets.token_hex(4)
    files = dict(part for name in TABLES for part in _write_table(folder, name, ordered(whole[name]), months, stamp))
    old = set(folder.files()) - files.keys() - {LIST}
    with folder.writing(LIST) as file:
        file.write(json.dumps({"format": FORMAT, "files": files}, indent=1).encode())
    folder.delete(sorted(name for name in old if name.split("/")[0] in {f"{table}.parquet" for table in TABLES}))


def _write_table(folder: Folder, name: str, table: pa.Table, months: pa.Table, stamp: str) -> Iterator[tuple[str, int]]:
    """The parts of one table, with their sizes."""
    for month, rows in _by_month(name, table, months):
        place = f"{name}.parquet/month={month}/{stamp}.parquet" if month else f"{name}.parquet/{stamp}.parquet"
        with folder.writing(place) as file:
            pq.write_table(rows, file, compression="zstd")
            size = file.tell()
        yield place, size


def _by_month(name: str, table: pa.Table, months: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """The rows of pages under the month of their page; what is made across pages lies together."""
    key = "id" if name == "documents" else "document"
    if key not in table.column_names or name == "copies" or not table.num_rows:
        yield "", table
        return
    at = pc.index_in(table[key], value_set=months["id"])
    month = pc.fill_null(pc.take(months["month"], at), NO_MONTH)
    for each in sorted(pc.unique(month).to_pylist()):
        yield each, table.filter(pc.equal(month, each))


def _months(documents: pa.Table) -> pa.Table:
    """The month of each document."""
    first = pc.coalesce(documents["published_start"], documents["published_end"])
    return pa.table({"id": documents["id"], "month": pc.fill_null(pc.strftime(first, "%Y-%m"), NO_MONTH)})

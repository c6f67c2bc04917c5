"""What makes two records the same record."""

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

import pyarrow as pa

from dragoman.records import TABLES
from dragoman.store.order import ordered
from dragoman.store.plain import plain_line
from dragoman.store.read import tables

CLOCK = {"runs": None, "documents": ("read_at",)}
"""What depends on the clock: the runs, and when a page was read."""


def digest(path: Path, clock: bool = True) -> str:
    """SHA-256 over every row of a record; without `clock` two builds of the same pages have the same digest."""
    return digest_tables(tables(path), clock)


def digest_tables(given: Mapping[str, pa.Table], clock: bool = True) -> str:
    """SHA-256 over the rows of the tables, whatever their order and wherever they lie."""
    total = hashlib.sha256()
    for name in TABLES:
        left_out: Collection[str] | None = () if clock else CLOCK.get(name, ())
        if left_out is None:
            continue
        table = ordered(given[name]).drop_columns(list(left_out))
        total.update(f"{name} {table.num_rows}\n".encode())
        for batch in table.to_batches(max_chunksize=10_000):
            for row in batch.to_pylist():
                total.update(plain_line(row).encode())
    return total.hexdigest()

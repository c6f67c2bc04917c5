"""Parquet: one TABLE.parquet a table, with its types and the meaning of each column."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.errors import DragomanError

SUFFIX = ".parquet"


def write_table(table: pa.Table, path: Path) -> None:
    """Writes one table."""
    pq.write_table(table, path, compression="zstd")


def read_table(path: Path, columns: pa.Schema) -> pa.Table:
    """The table as it lies there; the store fits it to `columns`."""
    try:
        return pq.ParquetFile(path).read()
    except pa.ArrowInvalid as error:
        raise DragomanError(f"{path} is not a Parquet file", "export the record again") from error

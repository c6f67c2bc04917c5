"""The order of rows in a record: by place, never by when a row was made."""

import pyarrow as pa
import pyarrow.compute as pc

KEYS = ("uri", "document", "start", "end", "id")


def ordered(table: pa.Table) -> pa.Table:
    """The rows by document, place in it and id, so that the same pages give the same record whoever read them first."""
    keys = [(key, "ascending") for key in KEYS if key in table.column_names]
    return table.take(pc.sort_indices(table, sort_keys=keys)) if keys and table.num_rows > 1 else table

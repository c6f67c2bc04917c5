"""What could not be read."""

import pyarrow as pa

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, rows_of


def problems_sheet(table: pa.Table, limit: int) -> Sheet:
    """What could not be read, and what to do about it."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("page"),
        Column("step", fixed=True),
        Column("what"),
        Column("what to do"),
    )
    lines = [Line((row["uri"], row["step"], row["what"], row["how_to_mend"] or "")) for row in rows]
    return Sheet(counted(table.num_rows, "problem"), columns, lines, notes)

"""Who is in the record."""

import pyarrow as pa

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, few, rows_of


def entities_sheet(table: pa.Table, limit: int) -> Sheet:
    """Who is in the record, most mentioned first."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("mentions", right=True, fixed=True),
        Column("name", style="bold"),
        Column("kind", fixed=True),
        Column("for", style="cyan", fixed=True),
        Column("sector", fixed=True),
        Column("id", style="dim"),
        Column("", style="yellow", fixed=True),
        Column("other names", style="dim"),
    )
    lines = [
        Line(
            (
                str(row["mentions"]),
                row["name"],
                row["kind"],
                row["country"] or "",
                row["sector"] or "",
                row["id"],
                "" if row["listed"] else "unlisted",
                few(row["aliases"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "entity", "entities"), columns, lines, notes)

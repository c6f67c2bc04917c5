"""The pages."""

import pyarrow as pa

from dragoman.show.days import pretty
from dragoman.show.naming import listed
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, page_name, rows_of, short


def documents_sheet(table: pa.Table, limit: int) -> Sheet:
    """The pages: day and how it was found, outlet, title, agencies, rows."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("published", style="cyan"),
        Column("by", style="dim"),
        Column("outlet"),
        Column("title", style="bold"),
        Column("agencies"),
        Column("rows", right=True, fixed=True),
        Column("file", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                pretty(row["published_start"], row["published_end"]) or "unknown",
                (row["published_from"] or "").replace("_", " "),
                row["outlet"] or "",
                row["title"] or "",
                listed(row["agencies"] or []),
                str(sum(row[name] for name in ("statements", "figures", "relations", "event_mentions"))),
                page_name(row["file"]) + (" (a copy)" if row["copy_of"] else ""),
                short(row["id"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "document"), columns, lines, notes)

"""What is said to hold."""

import pyarrow as pa

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import FAINT, MARKS, counted, page_name, rows_of, short


def relations_sheet(table: pa.Table, limit: int) -> Sheet:
    """Relations: what is said to hold, since when, and by which page."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("subject"),
        Column("relation", style="bold"),
        Column("object"),
        Column("from", style="cyan", fixed=True),
        Column("to", style="cyan", fixed=True),
        Column("", style="yellow", fixed=True),
        Column("via"),
        Column("page", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                row["subject_name"],
                row["relation"].replace("_", " "),
                row["object_name"] or "",
                row["valid_from"] or "",
                row["valid_to"] or "",
                MARKS.get(row["status"], row["status"]),
                " › ".join(row["via_names"]),
                page_name(row["outlet"] or row["file"]),
                short(row["id"]),
            ),
            style="dim" if row["status"] in FAINT else "",
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "relation"), columns, lines, notes)

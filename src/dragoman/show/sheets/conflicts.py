"""What cannot all be true."""

from collections.abc import Iterable

import pyarrow as pa

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, rows_of, short


def conflicts_sheet(table: pa.Table, limit: int) -> Sheet:
    """Conflicts, as an editor would note them."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("kind", style="yellow", fixed=True),
        Column("disputed", style="bold", share=2),
        Column("explanation", share=5),
        Column("reason", share=1),
        Column("rows", share=2, style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                row["kind"],
                row["slot"],
                row["explanation"],
                row["reason"] or "",
                _members(row["members"]),
                short(row["id"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "conflict"), columns, lines, notes)


def _members(members: Iterable[dict[str, str]]) -> str:
    return ", ".join(m["id"] if m["table"] == "words" else short(m["id"]) for m in members)

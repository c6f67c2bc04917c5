"""Numbers with their owners."""

from typing import Any

import pyarrow as pa

from dragoman.show.days import pretty
from dragoman.show.naming import listed
from dragoman.show.numbers import amount
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, page_name, rows_of, short


def figures_sheet(table: pa.Table, limit: int) -> Sheet:
    """Figures: period, value with its bound, change, and who says so."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("measure", style="bold"),
        Column("whose"),
        Column("period", style="cyan"),
        Column("value", right=True),
        Column("change", right=True),
        Column("who says so"),
        Column("page", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                row["measure"],
                " – ".join(filter(None, (row["subject_name"], row["partner_name"]))),
                pretty(row["period_start"], row["period_end"]),
                amount(row),
                change(row),
                listed(dict.fromkeys([*row["via_names"], *filter(None, [row["speaker_name"]])])) or row["speaker_text"] or "",
                page_name(row["outlet"] or row["file"]),
                short(row["id"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "figure"), columns, lines, notes)


def change(row: dict[str, Any]) -> str:
    """A change with its sign: '+13.2 %'."""
    percent = "" if row["change_percent"] is None else f"{row['change_percent']:+g} %"
    value = "" if row["change_value"] is None else f"{row['change_value']:+,.10g}"
    return ", ".join(filter(None, (percent, value)))

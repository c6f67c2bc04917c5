"""Who said what."""

from typing import Any

import pyarrow as pa

from dragoman.show.days import pretty
from dragoman.show.naming import shortened, shown
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, rows_of, short


def statements_sheet(table: pa.Table, limit: int, chains: bool) -> Sheet:
    """Statements: who, what, word for word or not, and through whom it reached the page."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("day", fixed=True, style="cyan"),
        Column("chain" if chains else "speaker", share=3 if chains else 2, style="bold"),
        Column("kind", fixed=True, style="dim"),
        Column("said", share=6),
        Column("via", share=2),
        Column("page", share=2, style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                pretty(row["date_start"], row["date_end"]),
                " › ".join(row["chain"]) if chains else row["speaker_name"] or row["speaker_text"] or "?",
                row["kind"],
                said(row),
                "" if chains else " › ".join(row["via_names"]),
                "" if chains else row["outlet"] or row["file"],
                short(row["id"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "statement"), columns, lines, notes)


def said(row: dict[str, Any]) -> str:
    """The words, in quotation marks when they are the speaker's own."""
    text = shortened(shown(row["text"]), 240)
    hedge = f"({row['hedge']}) " if row["hedge"] else ""
    return hedge + (f"“{text}”" if row["kind"] == "direct" else text)

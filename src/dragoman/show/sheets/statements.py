"""Who said what."""

from typing import Any

import pyarrow as pa

from dragoman.show.naming import shortened, shown
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, day, page_name, rows_of, short


def statements_sheet(table: pa.Table, limit: int, chains: bool) -> Sheet:
    """Statements: who, what, word for word or not, and through whom it reached the page."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("day", fixed=True, style="cyan"),
        Column("chain" if chains else "speaker", style="bold"),
        Column("via"),
        Column("kind", fixed=True, style="yellow"),
        Column("page", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                day(row),
                chain(row) if chains else row["speaker_name"] or row["speaker_text"] or "?",
                "" if chains or not row["via_names"] else f"via {' › '.join(row['via_names'])}{carried(row)}",
                row["kind"],
                "" if chains else page_name(row["outlet"] or row["file"]),
                short(row["id"]),
            ),
            under=said(row),
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "statement"), columns, lines, notes)


def chain(row: dict[str, Any]) -> str:
    """Page › agency › relay › speaker."""
    return " › ".join(map(page_name, row["chain"])) + carried(row)


def carried(row: dict[str, Any]) -> str:
    """A word that the relay was not named with these words but taken over from the sentence before."""
    return " (carried)" if row["carried"] else ""


def said(row: dict[str, Any]) -> str:
    """The words, in quotation marks when they are the speaker's own."""
    text = shortened(shown(row["text"]), 300)
    hedge = f"({row['hedge']}) " if row["hedge"] else ""
    return hedge + (f"“{text}”" if row["kind"] == "direct" else text)

"""Events by day."""

from typing import Any

import pyarrow as pa

from dragoman.show.naming import listed, shortened, shown
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import FAINT, MARKS, counted, day, page_name, rows_of, short


def parties(row: dict[str, Any]) -> str:
    """Who did it to whom, in words: 'Kenya → Somalia', or 'Kenya and Somalia' when it is mutual."""
    actors = listed(row["actor_names"])
    return f"{actors} → {listed(row['recipient_names'])}" if row["recipient_names"] else actors


def act(row: dict[str, Any]) -> str:
    """Event type and modes: 'CONSULT visit'."""
    return " ".join([row["event_type"], "/".join(row["mode"] or [])]).strip()


def timeline_sheet(table: pa.Table, title: str, limit: int, quote: bool, left_out: int = 0) -> Sheet:
    """Events by day: what, between whom, where, how many independent origins, where printed."""
    rows, notes = rows_of(table, limit)
    if left_out:
        notes.append(f"{counted(left_out, 'event')} denied or only imagined left out; --status all shows them")
    columns = (
        Column("day", fixed=True, style="cyan"),
        Column("event"),
        Column("parties"),
        Column("place"),
        Column("", style="yellow", fixed=True),
        Column("origins: in", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                day(row),
                act(row),
                parties(row),
                row["place"] or "",
                " ".join(filter(None, (MARKS.get(row["status"], row["status"]), "disputed" if row["conflicts"] else ""))),
                f"{row['origins']}: {', '.join(map(page_name, row['printed_in']))}",
                short(row["id"]),
            ),
            style="dim" if row["status"] in FAINT else "",
            under=f"“{shortened(shown(row['text']), 300)}”" if quote and row["text"] else "",
        )
        for row in rows
    ]
    return Sheet(f"{title}: {counted(table.num_rows, 'event')}", columns, lines, notes)

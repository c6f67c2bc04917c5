"""What cannot all be true."""

import re
from collections.abc import Iterable, Mapping

import pyarrow as pa

from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted, rows_of, short

DOCUMENT = re.compile(r"\bdoc_[0-9a-f]+\b")


def conflicts_sheet(table: pa.Table, limit: int, files: Mapping[str, str]) -> Sheet:
    """Conflicts, as an editor would note them; `files` names the documents."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("kind", style="yellow", fixed=True),
        Column("disputed", style="bold"),
        Column("reason"),
        Column("rows", style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (row["kind"], row["slot"], row["reason"] or "", _members(row["members"]), short(row["id"])),
            under=DOCUMENT.sub(lambda found: files.get(found[0], found[0]), row["explanation"]),
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "conflict"), columns, lines, notes)


def _members(members: Iterable[dict[str, str]]) -> str:
    return ", ".join(m["id"] if m["table"] == "words" else short(m["id"]) for m in members)

"""Each listing as a sheet: what a reader sees of a table that the record gave."""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from dragoman.show.days import pretty
from dragoman.show.naming import listed, shortened, shown
from dragoman.show.numbers import amount
from dragoman.show.sheet import Column, Line, Sheet

MARKS = {"actual": "", "future": "planned", "hypothetical": "perhaps", "negated": "did not", "asserted": ""}
FAINT = frozenset({"hypothetical", "negated", "denied"})
SHORT_ID = 9


def short(id_: str) -> str:
    """The beginning of an id, which `dragoman explain` takes for the whole.

    >>> short("ev_3fa9c1d2e4b5a6")
    'ev_3fa9c1'
    """
    prefix, _, digits = id_.partition("_")
    return f"{prefix}_{digits[:6]}" if digits else id_[: SHORT_ID + 3]


def parties(row: dict[str, Any]) -> str:
    """Who did it to whom, in words: 'Kenya → Somalia', or 'Kenya and Somalia' when it is mutual."""
    actors = listed(row["actor_names"])
    return f"{actors} → {listed(row['recipient_names'])}" if row["recipient_names"] else actors


def act(row: dict[str, Any]) -> str:
    """Event type and modes: 'CONSULT visit'."""
    return " ".join([row["event_type"], "/".join(row["mode"] or [])]).strip()


def rows_of(table: pa.Table, limit: int) -> tuple[list[dict[str, Any]], list[str]]:
    """The first rows, and a note on how many more there are."""
    rows = table.slice(0, limit).to_pylist() if limit else table.to_pylist()
    more = table.num_rows - len(rows)
    return rows, [f"… and {more} more; --limit 0 shows all"] if more > 0 else []


def counted(number: int, what: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(3, "entity", "entities"), counted(0, "event")
    ('1 event', '3 entities', 'no event')
    """
    return f"{number or 'no'} {what if number <= 1 else many or what + 's'}"


def timeline_sheet(table: pa.Table, title: str, limit: int, quote: bool) -> Sheet:
    """Events by day: what, between whom, where, how many independent origins, where printed."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("day", fixed=True, style="cyan"),
        Column("event", share=2),
        Column("parties", share=4),
        Column("place", share=2),
        Column("", style="yellow", share=1),
        Column("origins", right=True, fixed=True),
        Column("printed in", share=3, style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                pretty(row["date_start"], row["date_end"]) or "no day",
                act(row),
                parties(row),
                row["place"] or "",
                " ".join(
                    filter(None, (MARKS.get(row["status"], row["status"]), "disputed" if row["conflicts"] else ""))
                ),
                str(row["origins"]),
                listed(row["printed_in"]),
                short(row["id"]),
            ),
            style="dim" if row["status"] in FAINT else "",
            under=f"“{shortened(shown(row['text']), 300)}”" if quote and row["text"] else "",
        )
        for row in rows
    ]
    return Sheet(f"{title}: {counted(table.num_rows, 'event')}", columns, lines, notes)


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


def figures_sheet(table: pa.Table, limit: int) -> Sheet:
    """Figures: period, value with its bound, change, and who says so."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("measure", style="bold", share=2),
        Column("whose", share=3),
        Column("period", style="cyan", share=2),
        Column("value", right=True, share=3),
        Column("change", right=True, share=2),
        Column("who says so", share=3),
        Column("page", style="dim", share=2),
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
                listed([*row["via_names"], *filter(None, [row["speaker_name"]])]),
                row["outlet"] or row["file"],
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


def relations_sheet(table: pa.Table, limit: int) -> Sheet:
    """Relations: what is said to hold, since when, and by which page."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("subject", share=3),
        Column("relation", style="bold", share=2),
        Column("object", share=3),
        Column("from", style="cyan", fixed=True),
        Column("to", style="cyan", fixed=True),
        Column("", style="yellow", fixed=True),
        Column("via", share=2),
        Column("page", style="dim", share=2),
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
                row["outlet"] or row["file"],
                short(row["id"]),
            ),
            style="dim" if row["status"] in FAINT else "",
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "relation"), columns, lines, notes)


def entities_sheet(table: pa.Table, limit: int) -> Sheet:
    """Who is in the record, most mentioned first."""
    rows, notes = rows_of(table, limit)
    names = ("mentions", "documents", "name", "kind", "country", "sector", "id", "", "other names")
    columns = [
        Column(name, right=name in ("mentions", "documents"), fixed=name in names[:2], share=2) for name in names
    ]
    lines = [
        Line(
            (
                str(row["mentions"]), str(row["documents"]), row["name"], row["kind"], row["country"] or "",
                row["sector"] or "", row["id"], "" if row["listed"] else "unlisted", few(row["aliases"]),
            )
        )
        for row in rows
    ]  # fmt: skip
    return Sheet(counted(table.num_rows, "entity", "entities"), columns, lines, notes)


def few(names: Sequence[str] | None, most: int = 4) -> str:
    """The first names, and how many more."""
    names = names or []
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def documents_sheet(table: pa.Table, limit: int) -> Sheet:
    """The pages: day and how it was found, outlet, title, agencies, rows."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("published", style="cyan", share=2),
        Column("by", share=1, style="dim"),
        Column("outlet", share=2),
        Column("title", style="bold", share=5),
        Column("agencies", share=2),
        Column("rows", right=True, fixed=True),
        Column("file", share=3, style="dim"),
        Column("id", fixed=True, style="dim"),
    )
    lines = [
        Line(
            (
                pretty(row["published_start"], row["published_end"]) or "unknown",
                row["published_from"] or "",
                row["outlet"] or "",
                row["title"] or "",
                listed(row["agencies"] or []),
                str(sum(row[name] for name in ("statements", "figures", "relations", "event_mentions"))),
                row["file"] + (" (a copy)" if row["copy_of"] else ""),
                short(row["id"]),
            )
        )
        for row in rows
    ]
    return Sheet(counted(table.num_rows, "document"), columns, lines, notes)


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


def problems_sheet(table: pa.Table, limit: int) -> Sheet:
    """What could not be read, and what to do about it."""
    rows, notes = rows_of(table, limit)
    columns = (
        Column("page", share=3),
        Column("step", fixed=True),
        Column("what", share=4),
        Column("what to do", share=3),
    )
    lines = [Line((row["uri"], row["step"], row["what"], row["how_to_mend"] or "")) for row in rows]
    return Sheet(counted(table.num_rows, "problem"), columns, lines, notes)

"""`dragoman show`: what is in a record, in a screenful."""

from typing import Any

from dragoman.show import queries
from dragoman.show.days import pretty
from dragoman.show.record import Record
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.sheets.common import counted


def overview(record: Record, dyads: int = 10) -> dict[str, Any]:
    """Counts, span of days, busiest pairs of states, problems and runs, as plain values."""
    span = record.ask(queries.SPAN).to_pylist()[0]
    return {
        "record": str(record.path),
        "published_first": span["first"],
        "published_last": span["last"],
        "undated": span["undated"],
        "outlets": span["outlets"],
        "counts": record.counts(),
        "dyads": record.ask(queries.DYADS, limit=dyads).to_pylist(),
        "problems": record.problems().to_pylist(),
        "runs": record.table("runs").to_pylist(),
    }


def overview_sheets(found: dict[str, Any], names: dict[str, str]) -> list[Sheet]:
    """The overview for the eye."""
    counts = found["counts"]
    days = pretty(found["published_first"], found["published_last"]) or "no known days"
    title = f"{found['record']}: {counted(counts['documents'], 'document')}, {days}"
    if found["outlets"]:
        title += f", {counted(found['outlets'], 'outlet')}"
    notes = [f"{counted(found['undated'], 'document')} without a known day"] if found["undated"] else []
    tables = [Line((name, f"{rows:,}")) for name, rows in counts.items() if name not in ("runs", "problems")]
    sheets = [Sheet(title, (Column("table", style="bold"), Column("rows", right=True)), tables, notes)]
    if found["dyads"]:
        sheets.append(Sheet("Most events between", (Column("states"), Column("events", right=True)), _dyads(found, names)))
    return [*sheets, _made(found)]


def _dyads(found: dict[str, Any], names: dict[str, str]) -> list[Line]:
    return [
        Line((f"{names.get(d['one'], d['one'])} – {names.get(d['two'], d['two'])}", str(d["events"]))) for d in found["dyads"]
    ]


def _made(found: dict[str, Any]) -> Sheet:
    """How the record was made, and what could not be read."""
    notes = [f"{p['uri']}: {p['what']}" for p in found["problems"][:5]]
    if len(found["problems"]) > len(notes):
        notes.append("… `dragoman show RECORD --problems` lists all")
    columns = (Column("run"), Column("dragoman"), Column("model"), Column("words"), Column("pages", right=True))
    lines = [
        Line(
            (
                f"{run['started']:%Y-%m-%d %H:%M} UTC",
                run["version"],
                run["model"],
                run["words_digest"][:8],
                str(run["pages"]),
            )
        )
        for run in found["runs"]
    ]
    return Sheet(counted(len(found["problems"]), "problem"), columns, lines, notes)

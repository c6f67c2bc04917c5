"""What the listing commands share: the record they are given, --json and --limit, and how a table is printed."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.show.answer import Answer
    from dragoman.show.record import Record
    from dragoman.show.sheet import Sheet

RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="A record: the DuckDB file, or the folder of Parquet files.")]
Json = Annotated[bool, typer.Option("--json", help="Print the rows as a JSON array, all columns.")]
Limit = Annotated[int | None, typer.Option(min=0, help="Rows to print; 0 prints all. [default: 50; all with --json]")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="From this day, month or year on: 2023, 2023-03, 2023-03-01.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Up to this day, month or year, inclusive.")]

PRINTED = 50


def opened(path: Path) -> "Record":
    """The record, opened."""
    from dragoman.show.record import Record

    return Record.open(path)


def print_table(answer: "Answer", json: bool, limit: int | None, sheet: Callable[["pa.Table", int], "Sheet"]) -> None:
    """Prints an answer for a program (--json) or for the eye."""
    table = answer.arrow
    if json:
        print_json(table.slice(0, limit or None).to_pylist())
        return
    from dragoman.show.sheet import print_sheet

    print_sheet(sheet(table, PRINTED if limit is None else limit))


def print_json(rows: Sequence[dict[str, Any]]) -> None:
    """Prints rows as a JSON array, one object a line."""
    from dragoman.store.plain import plain_line

    lines = ",\n".join(plain_line(row).rstrip("\n") for row in rows)
    typer.echo(f"[\n{lines}\n]" if lines else "[]")

"""dragoman export RECORD --format jsonl --to DIR"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.common import RecordPath


def export(
    record: RecordPath,
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to, one file a table; made when missing.")],
    format_: Annotated[str, typer.Option("--format", help="jsonl, parquet or csv (safe to open in a spreadsheet).")] = "jsonl",
    replace: Annotated[bool, typer.Option("--replace", help="Write over an earlier export in the folder.")] = False,
) -> None:
    """Write the record's tables in a format that other programs read; `dragoman import` reads them back."""
    from dragoman.show.export.formats import export_record

    counts = export_record(record, to, format_, replace)
    typer.echo(f"{sum(counts.values()):,} rows of {len(counts)} tables in {to}")

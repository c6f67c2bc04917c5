"""dragoman export RECORD --format jsonl --to DIR"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.common import RecordPath, Since, Until

FORMATS = (
    "jsonl, parquet, csv (safe in a spreadsheet), sqlite (for Datasette): the whole record. gdelt, icews, polecat: events "
    "as those data sets have them. ftm (FollowTheMoney), jsonld (schema.org, Web Annotation, PROV), bibtex."
)


def export(
    record: RecordPath,
    to: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write to; made when missing.")],
    format_: Annotated[str, typer.Option("--format", help=FORMATS)] = "jsonl",
    since: Since = None,
    until: Until = None,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Only what passed between these two.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over an earlier export in the folder.")] = False,
) -> None:
    """Write the record in a format that other programs read; `dragoman import` reads jsonl, parquet and csv back."""
    from dragoman.show.export.views import export as written
    from dragoman.show.sheets.common import counted

    found = written(record, to, format_, since=since, until=until, between=between, replace=replace)
    what = f"of {len(found.files)} tables in" if found.whole else f"in {' and '.join(found.files)} in"
    typer.echo(f"{sum(found.files.values()):,} rows {what} {to}")
    if found.left_out:
        typer.echo(f"{counted(found.left_out, 'event')} left out: denied, only imagined, or still to come")
    if found.without_day:
        typer.echo(f"{counted(found.without_day, 'event')} without a known day: that column is empty")

"""dragoman import DIR --to RECORD"""

from pathlib import Path
from typing import Annotated

import typer


def import_record(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `dragoman export` wrote.")],
    to: Annotated[
        str,
        typer.Option(metavar="RECORD", help="The record to write; a name that ends in / or .parquet becomes a folder."),
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a record that is there.")] = False,
) -> None:
    """Make a record of an exported folder: the same record that was exported."""
    from dragoman.show.export import formats
    from dragoman.store.place import destination

    with destination(to, replace) as place:
        counts = formats.import_record(folder, place)
    typer.echo(f"{sum(counts.values()):,} rows of {len(counts)} tables in {to}")

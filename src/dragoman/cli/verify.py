"""dragoman verify RECORD"""

from dataclasses import asdict
from typing import Annotated

import typer

from dragoman.cli.common import Json, RecordPath, opened, print_json


def verify(
    record: RecordPath,
    expect: Annotated[str | None, typer.Option(metavar="DIGEST", help="The digest that the record must have.")] = None,
    json: Json = False,
) -> None:
    """Check that every span quotes its page, every reference leads to its row, every count adds up; print the digest."""
    from dragoman.show.sheet import print_sheet
    from dragoman.show.verify import verdict_sheets
    from dragoman.show.verify import verify as verified

    with opened(record) as opening:
        found = verified(opening)
    if json:
        print_json([asdict(found)])
    else:
        for number, sheet in enumerate(verdict_sheets(found)):
            if number:
                typer.echo()
            print_sheet(sheet)
    other = expect is not None and expect != found.digest
    if other:
        typer.echo(f"another record than expected: its digest is not {expect}", err=True)
    if found.faults or other:
        raise typer.Exit(1)

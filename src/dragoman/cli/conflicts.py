"""dragoman conflicts RECORD"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, opened, print_table


def conflicts(
    record: RecordPath,
    kind: Annotated[str | None, typer.Option(help="value, date, state or attribution.")] = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """What cannot all be true, each conflict in a sentence."""
    from dragoman.show.sheets.conflicts import conflicts_sheet

    with opened(record) as opening:
        table = opening.conflicts(kind=kind)
        print_table(table, json, limit, lambda rows, most: conflicts_sheet(rows, most, opening.files))

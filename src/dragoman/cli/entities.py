"""dragoman entities RECORD"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, opened, print_table


def entities(
    record: RecordPath,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Only this entity and those who act for it.")] = None,
    kind: Annotated[str | None, typer.Option(help="state, person, organisation, media, group or place.")] = None,
    unlisted: Annotated[bool, typer.Option("--unlisted", help="Only names that the words do not know.")] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Who is in the record, most mentioned first."""
    from dragoman.show.sheets.entities import entities_sheet

    with opened(record) as opening:
        table = opening.entities(name, kind=kind, listed=False if unlisted else None)
        print_table(table, json, limit, entities_sheet)

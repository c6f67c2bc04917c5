"""dragoman relations RECORD"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, opened, print_table


def relations(
    record: RecordPath,
    one: Annotated[str | None, typer.Argument(metavar="A", help="A party by any name.")] = None,
    two: Annotated[str | None, typer.Argument(metavar="B", help="The other party.")] = None,
    relation: Annotated[str | None, typer.Option(help="member_of, head_of_state, ally_of ... or a part of the name.")] = None,
    status: Annotated[str | None, typer.Option(help="asserted, expected, denied, ended or sought.")] = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """What is said to hold: offices, memberships, alliances, sanctions, with their days."""
    from dragoman.show.sheets.relations import relations_sheet

    with opened(record) as opening:
        print_table(opening.relations(one, two, relation=relation, status=status), json, limit, relations_sheet)

"""dragoman show RECORD"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, opened, print_json, print_table


def show(
    record: RecordPath,
    problems: Annotated[bool, typer.Option("--problems", help="List every problem, with what to do about it.")] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """What is in the record: its days, tables, busiest pairs of states, problems, and how it was made."""
    from dragoman.show.overview import overview, overview_sheets
    from dragoman.show.sheet import print_sheet
    from dragoman.show.sheets.problems import problems_sheet

    with opened(record) as opening:
        if problems:
            print_table(opening.problems(), json, limit, problems_sheet)
            return
        found = overview(opening)
        if json:
            print_json([found])
            return
        for number, sheet in enumerate(overview_sheets(found, opening.names)):
            if number:
                typer.echo()
            print_sheet(sheet)

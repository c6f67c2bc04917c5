"""dragoman figures RECORD"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, opened, print_table


def figures(
    record: RecordPath,
    measure: Annotated[str | None, typer.Option(help="trade, exports, visits, troops ... or a part of the name.")] = None,
    between: Annotated[tuple[str, str] | None, typer.Option(metavar="A B", help="Only figures between these two.")] = None,
    of: Annotated[str | None, typer.Option(metavar="NAME", help="Only figures of this party.")] = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Numbers with their owner, period, bound and change, and who says so."""
    from dragoman.show.sheets.figures import figures_sheet

    with opened(record) as opening:
        print_table(opening.figures(measure=measure, of=of, between=between), json, limit, figures_sheet)

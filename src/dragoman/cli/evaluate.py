"""dragoman evaluate RECORD GOLD, dragoman evaluate GOLD GOLD"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.common import Json, opened


def evaluate(
    record: Annotated[
        Path, typer.Argument(metavar="RECORD|GOLD", help="A record; or another coder's gold (.jsonl), to compare.")
    ],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Items that should be found, one a line of JSON Lines.")],
    column: Annotated[
        list[str] | None, typer.Option(help="Check only this column; may be repeated. [default: all given]")
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="List every miss, wrong value and extra row.")] = False,
    json: Json = False,
) -> None:
    """How right a record is by your own gold: precision, recall and F1 with intervals; or how far two coders agree."""
    from dragoman.cli.common import print_json
    from dragoman.show import evaluate as scoring
    from dragoman.show.sheet import print_sheet
    from dragoman.show.sheets.evaluation import agreement_sheets, evaluation_sheets

    wanted = scoring.read_gold(gold)
    items = scoring.only(wanted.items, column) if column else wanted.items
    if record.suffix.lower() in (".jsonl", ".ndjson"):
        found = scoring.agreement(scoring.read_gold(record).items, items)
        sheets = agreement_sheets(found)
    else:
        with opened(record) as opening:
            found = scoring.evaluate(opening, items) | {"skipped": wanted.skipped}
        sheets = evaluation_sheets(found, show)
    if json:
        print_json([found])
        return
    for number, sheet in enumerate(sheets):
        if number:
            typer.echo()
        print_sheet(sheet)

"""dragoman explain TABLE.COLUMN, dragoman explain RECORD ROW_ID"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError


def explain(
    what: Annotated[str, typer.Argument(metavar="TABLE|TABLE.COLUMN|RECORD", help="A table, a column, or a record.")],
    row: Annotated[
        str | None,
        typer.Argument(metavar="ROW_ID", help="With a record: a row's id, or its beginning; - reads ids from standard input."),
    ] = None,
    words: Annotated[
        Path | None, typer.Option("--words", metavar="DIR", help="The folder of words that the record was built with.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print what is known as JSON.")] = False,
) -> None:
    """What a column means and what makes it; or a row, its words in the page, and the rule that made it."""
    from dragoman.show.explain import explain_row, explain_table
    from dragoman.show.explain.draw import print_answer

    if row is None and Path(what).exists():
        raise DragomanError(f"which row of {what}?", "add its id, as every listing prints it, or the name of an entity")
    if row is None:
        found = [explain_table(what)]
    else:
        import sys

        from dragoman.cli.common import opened

        with opened(Path(what)) as record:
            ids = sys.stdin.read().split() if row == "-" else [row]
            found = [explain_row(record, id_, words) for id_ in ids]
    if json:
        from dragoman.cli.common import print_json

        print_json([each.plain() for each in found])
        return
    for number, each in enumerate(found):
        if number:
            typer.echo()
        print_answer(each)

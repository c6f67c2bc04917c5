"""dragoman words check"""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The words that dragoman reads with: names, offices, acts, cues, measures.", no_args_is_help=True)


@app.callback()
def words() -> None:
    """The words that dragoman reads with: names, offices, acts, cues, measures."""


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Option("--words", metavar="DIR", help="Your own folder of words, laid over ours.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the complaints as a JSON array.")] = False,
) -> None:
    """Check the words, and run the examples of each entry; every fault comes as file:line with its remedy."""
    from dragoman import proof

    found = list(proof.check_words(folder))
    if json:
        from dragoman.cli.common import print_json

        print_json([{"place": complaint.place, "what": complaint.what} for complaint in found])
    else:
        for complaint in found:
            typer.echo(str(complaint))
        typer.echo(f"{len(found) or 'no'} complaint{'' if len(found) == 1 else 's'}", err=bool(found))
    raise typer.Exit(1 if found else 0)

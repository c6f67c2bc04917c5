"""dragoman statements RECORD"""

from typing import Annotated, Literal

import typer

from dragoman.cli.common import Json, Limit, RecordPath, Since, Until, opened, print_table


def statements(
    record: RecordPath,
    speaker: Annotated[
        str | None, typer.Option("--speaker", "--by", metavar="NAME", help="Who said it; for a state, all who speak for it.")
    ] = None,
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Who is mentioned in what was said.")] = None,
    via: Annotated[str | None, typer.Option(metavar="NAME", help="Who relayed it: TASS, Kyodo, Reuters.")] = None,
    kind: Annotated[
        Literal["direct", "indirect", "mixed"] | None, typer.Option(help="direct (word for word), indirect or mixed.")
    ] = None,
    since: Since = None,
    until: Until = None,
    chains: Annotated[bool, typer.Option("--chains", help="Print the whole chain: page › agency › relay › speaker.")] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Who said what, word for word or not, and through whom it reached the page."""
    from dragoman.show.sheets.statements import statements_sheet

    with opened(record) as opening:
        table = opening.statements(speaker=speaker, about=about, via=via, kind=kind, since=since, until=until)
        print_table(table, json, limit, lambda rows, most: statements_sheet(rows, most, chains))

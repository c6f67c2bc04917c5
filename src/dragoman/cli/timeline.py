"""dragoman timeline RECORD A B"""

from typing import Annotated

import typer

from dragoman.cli.common import Json, Limit, RecordPath, Since, Until, opened, print_table


def timeline(
    record: RecordPath,
    one: Annotated[str | None, typer.Argument(metavar="A", help="A party by any name: India, IND, in, New Delhi, Modi.")] = None,
    two: Annotated[
        str | None, typer.Argument(metavar="B", help="The other party; without it all events that A takes part in.")
    ] = None,
    since: Since = None,
    until: Until = None,
    type_: Annotated[
        list[str] | None, typer.Option("--type", help="PLOVER event type, such as CONSULT; may be repeated.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(help="actual, future, hypothetical, negated or all; may be repeated. [default: actual and future]"),
    ] = None,
    quote: Annotated[bool, typer.Option("--quote", help="Print under each event the clause that tells it best.")] = False,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """What passed between two parties, day by day: a state's leaders and organs count as the state."""
    from dragoman.show.record import USUAL
    from dragoman.show.sheets.timeline import timeline_sheet

    wanted = None if status and "all" in status else status or USUAL
    with opened(record) as opening:
        table = opening.timeline(one, two, since=since, until=until, type=type_, status=wanted)
        title = " – ".join(opening.find(name).name for name in (one, two) if name) or "All events"
        whole = table if status else opening.timeline(one, two, since=since, until=until, type=type_, status=None)
        left_out = whole.num_rows - table.num_rows
        print_table(table, json, limit, lambda rows, most: timeline_sheet(rows, title, most, quote, left_out))

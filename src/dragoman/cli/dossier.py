"""dragoman dossier RECORD A B --to dossier.html"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.common import RecordPath, Since, Until, opened
from dragoman.errors import DragomanError


def dossier(
    record: RecordPath,
    one: Annotated[str, typer.Argument(metavar="A", help="A party by any name: India, IND, in, New Delhi, Modi.")],
    two: Annotated[str, typer.Argument(metavar="B", help="The other party.")],
    to: Annotated[Path, typer.Option(metavar="FILE", help="The file to write: .html, one page that needs nothing else, or .md.")],
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Rows of each kind at most.")] = 500,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
) -> None:
    """Write one file on two parties that can be mailed: events, statements, figures, conflicts, sources, method."""
    forms = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
    form = forms.get(to.suffix.lower())
    if form is None:
        raise DragomanError(f"{to} ends neither in .html nor in .md", "the ending says what to write")
    if to.exists() and not replace:
        raise DragomanError(f"{to} exists already", "give another name, or --replace to write over it")
    from dragoman.show import dossier as made
    from dragoman.store.place import room

    with opened(record) as opening:
        found = made.dossier(opening, one, two, since=since, until=until, limit=limit)
    text = made.html(found) if form == "html" else made.markdown(found)
    with room(to):
        to.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"{len(found.events)} events and {len(found.statements)} statements from {len(found.sources)} pages in {to}")

"""dragoman forget RECORD PAGE..."""

from typing import Annotated

import typer

from dragoman.cli import reading as given
from dragoman.cli.common import Json, RecordPath, print_json


def forget(
    record: RecordPath,
    pages: Annotated[list[str], typer.Argument(metavar="PAGE...", help="Addresses as the record prints them, or document ids.")],
    words: given.Words = None,
    model: given.Model = None,
    wait: given.Wait = 0.0,
    json: Json = False,
) -> None:
    """Take pages out of a record for good: their rows, what is kept of them beside it, and the search index."""
    from dragoman import jobs
    from dragoman.show.sheets.common import counted

    gone, summary = jobs.forget(pages, record, words=words, model=model, wait=wait)
    if json:
        print_json([{"forgotten": gone, "documents": summary.documents, "rows": summary.rows}])
        return
    for uri in gone:
        typer.echo(f"Forgotten: {uri}")
    typer.echo(f"{record} holds {counted(summary.documents, 'document')} now, as if it had never read the rest.")
    typer.echo(
        "Not touched: the pages' own files (a build that reads them brings them back), exports, backups, copies elsewhere."
    )

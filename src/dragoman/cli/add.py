"""dragoman add PATH... --to RECORD"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import reading as given


def add(
    paths: given.Pages,
    to: Annotated[Path, typer.Option(metavar="RECORD", help="The record to add to.")],
    words: given.Words = None,
    model: given.Model = None,
    processes: given.Processes = 1,
    text_column: given.TextColumn = None,
    title_column: given.TitleColumn = None,
    date_column: given.DateColumn = None,
    url_column: given.UrlColumn = None,
    author_column: given.AuthorColumn = None,
    outlet_column: given.OutletColumn = None,
    allow_private: given.AllowPrivate = False,
    follow: given.Follow = False,
    wait: given.Wait = 0.0,
) -> None:
    """Add pages to a record: only those that are new are read, and the record is what reading all at once would give."""
    from dragoman.cli.progress import Bar

    given.must_be_there(paths)
    with Bar() as bar:
        from dragoman import jobs

        options = given.read_options(
            text_column=text_column, title_column=title_column, date_column=date_column, url_column=url_column,
            author_column=author_column, outlet_column=outlet_column, allow_private=allow_private, follow=follow,
        )  # fmt: skip
        summary = jobs.add(
            paths, to=to, words=words, model=model, progress=bar.step, processes=processes, options=options, wait=wait
        )
    given.say(summary, str(to))

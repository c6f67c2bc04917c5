"""dragoman build PATH... --to RECORD"""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Pages: files, folders, https:// addresses, or - for standard input."),
    ],
    to: Annotated[
        str,
        typer.Option(metavar="RECORD", help="The record to write; a name that ends in / or .parquet becomes a folder."),
    ],
    words: Annotated[Path | None, typer.Option(metavar="DIR", help="Your own folder of words, laid over ours.")] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline for English.")] = None,
    processes: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read at once; each takes about 0.6 GB.")] = 1,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a record that is there.")] = False,
    text_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the text (tables, JSON Lines).")] = None,
    title_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the headline.")] = None,
    date_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the day of publication.")] = None,
    url_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the page's address.")] = None,
    author_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the authors.")] = None,
    outlet_column: Annotated[str | None, typer.Option(metavar="NAME", help="Column with the outlet.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch addresses inside private networks and on unusual ports too.")
    ] = False,
) -> None:
    """Read pages of news and write a record of what passed between states."""
    from dragoman.cli.progress import Bar, summary_lines
    from dragoman.store.place import destination

    if not any(path == "-" or path.startswith(("http://", "https://")) or Path(path).exists() for path in paths):
        raise DragomanError(f"there is no file or folder {' or '.join(paths[:3])}", "see how it is spelt")
    with destination(to, replace) as place, Bar() as bar:
        from dragoman import jobs
        from dragoman.read.options import ReadOptions

        options = ReadOptions(
            text_column=text_column, title_column=title_column, date_column=date_column,
            url_column=url_column, author_column=author_column, outlet_column=outlet_column, allow_private=allow_private,
        )  # fmt: skip
        summary = jobs.build(paths, to=place, words=words, model=model, progress=bar.step, processes=processes, options=options)
    for line in summary_lines(summary, to):
        typer.echo(line)
    raise typer.Exit(1 if summary.problems or not summary.pages else 0)

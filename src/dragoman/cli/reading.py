"""What `build` and `add` share: which pages, with which words, how they are read, and what is said at the end."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.read.options import ReadOptions

Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Pages: files, folders, https:// addresses of pages, feeds or OPML, - for standard input."
    ),
]
Words = Annotated[Path | None, typer.Option(metavar="DIR", help="Your own folder of words, laid over ours.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Another installed spaCy pipeline for English.")]
Processes = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read at once; each takes about 0.6 GB.")]
TextColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the text (tables, JSON Lines).")]
TitleColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the headline.")]
DateColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the day of publication.")]
UrlColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the page's address.")]
AuthorColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the authors.")]
OutletColumn = Annotated[str | None, typer.Option(metavar="NAME", help="Column with the outlet.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch addresses inside private networks and on unusual ports too.")
]
Follow = Annotated[bool, typer.Option("--follow", help="Fetch what saved feeds and lists of feeds (OPML) point to.")]
Wait = Annotated[float, typer.Option(metavar="SECONDS", min=0.0, help="Wait so long when somebody else writes the record.")]


def must_be_there(paths: list[str]) -> None:
    """Raises DragomanError when nothing of what is named can be read."""
    if not any(path == "-" or path.startswith(("http://", "https://")) or Path(path).exists() for path in paths):
        raise DragomanError(f"there is no file or folder {' or '.join(paths[:3])}", "see how it is spelt")


def read_options(**told: "str | bool | date | None") -> "ReadOptions":
    """The options of reading, loaded when they are needed."""
    from dragoman.read.options import ReadOptions

    return ReadOptions(**told)  # type: ignore[arg-type]


def say(summary: Any, to: str) -> None:
    """Prints what was done and leaves with the exit code that says so."""
    from dragoman.cli.progress import summary_lines

    for line in summary_lines(summary, to):
        typer.echo(line)
    raise typer.Exit(1 if summary.problems or not summary.pages else 0)

"""dragoman build PATH... --to RECORD"""

from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli import reading as given


class Engine(StrEnum):
    """What the work is done by."""

    LOCAL = "local"
    SPARK = "spark"


def build(
    paths: given.Pages,
    to: Annotated[
        str,
        typer.Option(metavar="RECORD", help="The record to write; a name that ends in / or .parquet becomes a folder."),
    ],
    words: given.Words = None,
    model: given.Model = None,
    processes: given.Processes = 1,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a record that is there.")] = False,
    text_column: given.TextColumn = None,
    title_column: given.TitleColumn = None,
    date_column: given.DateColumn = None,
    url_column: given.UrlColumn = None,
    author_column: given.AuthorColumn = None,
    outlet_column: given.OutletColumn = None,
    allow_private: given.AllowPrivate = False,
    follow: given.Follow = False,
    wait: given.Wait = 0.0,
    engine: Annotated[Engine, typer.Option(help="What reads: this machine, or Apache Spark (many machines).")] = Engine.LOCAL,
    master: Annotated[
        str | None, typer.Option(metavar="MASTER", help="With --engine spark: local[4], spark://host:7077, yarn, k8s://...")
    ] = None,
) -> None:
    """Read pages of news and write a record of what passed between states."""
    options = given.read_options(
        text_column=text_column, title_column=title_column, date_column=date_column, url_column=url_column,
        author_column=author_column, outlet_column=outlet_column, allow_private=allow_private, follow=follow,
    )  # fmt: skip
    if engine is Engine.SPARK:
        from dragoman.jobs.spreading import spread
        from dragoman.store.remote import is_remote

        if not any(is_remote(path) for path in paths):
            given.must_be_there(paths)
        given.say(spread(paths, to, words, model, master, options, replace_old=replace, wait=wait), to)
    from dragoman.cli.progress import Bar
    from dragoman.store.place import destination

    given.must_be_there(paths)
    with destination(to, replace) as place, Bar() as bar:
        from dragoman import jobs

        summary = jobs.build(
            paths, to=place, words=words, model=model, progress=bar.step, processes=processes, options=options, wait=wait
        )
    given.say(summary, to)

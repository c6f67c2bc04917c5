"""dragoman words check, dragoman words add, dragoman words coverage, dragoman words template"""

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


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The full name as papers print it, or the id of somebody known.")],
    folder: Annotated[Path, typer.Option("--words", metavar="DIR", help="Your own folder of words; made when missing.")],
    country: Annotated[str, typer.Option(metavar="ISO3", help="The state that the person acts for.")] = "",
    office: Annotated[str, typer.Option(metavar="OFFICE", help="head_of_state, foreign_minister, senator ...")] = "",
    of: Annotated[str, typer.Option(metavar="ID", help="State or organisation of the office. [default: the country]")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DAY", help="First day in office: 2024, 2024-07 or 2024-07-04.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DAY", help="Last day in office.")] = "",
    surname: Annotated[list[str] | None, typer.Option(help="A short form usable alone; may be repeated.")] = None,
    alias: Annotated[list[str] | None, typer.Option(help="Another spelling of the full name; may be repeated.")] = None,
    gender: Annotated[str, typer.Option(metavar="f|m|x", help="For she and he.")] = "",
    source: Annotated[str, typer.Option(help="Where the fact is from.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Add a person, or an office with its days, to your own words; says first what will change."""
    from dragoman.lexicon import additions
    from dragoman.lexicon.files import layers

    addition = additions.Addition(
        name=" ".join(name.split()), country=country.upper(), office=office, of=of, start=start, end=end,
        surnames=tuple(surname or ()), aliases=tuple(alias or ()), gender=gender, source=source,
    )  # fmt: skip
    additions.check_days(addition)
    folders = layers(folder if folder.is_dir() else None)
    for sentence in additions.consequences(addition, folders):
        typer.echo(sentence)
    rows = additions.rows_of(addition, folders)
    found = additions.faults(rows, folder) if rows else []
    for complaint in found:
        typer.echo(f"{complaint.place}: {complaint.what}", err=True)
    if found or not rows or dry_run:
        typer.echo("nothing was written", err=bool(found))
        raise typer.Exit(1 if found else 0)
    additions.append(rows, folder)
    typer.echo(f"written to {', '.join(str(folder / file) for file in rows)}; build again with --words {folder}")


@app.command()
def coverage(
    state: Annotated[str | None, typer.Argument(metavar="ISO3", help="Only this state.")] = None,
    folder: Annotated[
        Path | None, typer.Option("--words", metavar="DIR", help="Your own folder of words, laid over ours.")
    ] = None,
    since: Annotated[int, typer.Option(metavar="YEAR", help="First year asked for.")] = 2010,
    until: Annotated[int, typer.Option(metavar="YEAR", help="Last year asked for.")] = 2025,
    office: Annotated[str, typer.Option(metavar="OFFICE", help="Only this office: foreign_minister ...")] = "",
) -> None:
    """Say for each state and leading office in which years the words know nobody; `words add` fills a gap."""
    from dragoman.lexicon.coverage import coverage as rows_of
    from dragoman.lexicon.files import layers

    rows = [r for r in rows_of(layers(folder), since, until) if state in (None, r.state) and office in ("", r.office)]
    for row in rows:
        if row.missing:
            typer.echo(f"{row.state}  {row.office:19} {row.years}  ({row.name})")
    for name in dict.fromkeys(r.office for r in rows):
        mine = [r for r in rows if r.office == name]
        known, asked = sum(r.known for r in mine), sum(r.known + len(r.missing) for r in mine)
        typer.echo(f"{name}: {known} of {asked} years known ({known / max(1, asked):.0%})", err=True)


@app.command()
def template(
    pages: Annotated[list[Path], typer.Argument(metavar="PAGES", help="Pages of one outlet: files, folders, archives.")],
    folder: Annotated[Path, typer.Option("--words", metavar="DIR", help="Your own folder of words; made when missing.")],
    outlet: Annotated[str, typer.Option(metavar="NAME", help="What the entries are called by: dawn, addis-standard.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only print what would be written.")] = False,
) -> None:
    """Learn the lines that the pages of one outlet share, and write them to your own words as boilerplate."""
    from dragoman.clean.template import as_words, find_template
    from dragoman.lexicon.boilerplate import Boilerplate
    from dragoman.lexicon.files import layers
    from dragoman.read.paths import read_paths
    from dragoman.records import Page

    words = Boilerplate.load(layers(None))  # without your own, so that a second call finds all lines and replaces the first
    texts = [found.text for found in read_paths(list(pages)) if isinstance(found, Page)]
    lines = find_template(texts, words)
    for line in lines:
        typer.echo(f"{line.pages:4} of {len(texts)}  {line.kind:13} {line.text}")
    if not lines or dry_run:
        typer.echo("nothing was written", err=True)
        raise typer.Exit(0 if lines else 1)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "boilerplate.toml").open("a", encoding="utf-8") as out:
        out.write("\n" + as_words(lines, outlet))
    typer.echo(f"written to {folder / 'boilerplate.toml'}; build again with --words {folder}")

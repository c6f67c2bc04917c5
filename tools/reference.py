#!/usr/bin/env python3
"""Writes docs/reference from dragoman's own code: tables, commands, words. `--check` only says which are stale."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from dragoman.cli.main import app
from dragoman.lexicon.files import own_folder
from dragoman.records import TABLES
from dragoman.show.explain.column import type_in_words
from dragoman.show.explain.makers import maker_of
from dragoman.store.schema import schema

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
WRITTEN_BY = "<!-- Written by tools/reference.py from dragoman's own code. Do not edit: change the code and run it again. -->"


def cell(text: object) -> str:
    """Text as a cell of a Markdown table."""
    return re.sub(r"\s+", " ", str(text)).replace("|", "\\|").replace("<", "&lt;")


def about(column: Any) -> str:
    """What a column means."""
    return str(column.metadata[b"about"].decode())


def tables_page() -> Iterator[str]:
    """docs/reference/tables.md: every table and column of a record."""
    yield "# Tables of a record"
    yield "One DuckDB file, or a folder with one Parquet file a table. Every row points at the characters that say so."
    yield f"Tables: {', '.join(f'[{name}](#{name})' for name in TABLES)}."
    for name, record in TABLES.items():
        columns = schema(record)
        yield f"## {name}"
        yield columns.metadata[b"about"].decode()
        if found := maker_of(name):
            reads = f", which reads {', '.join(f'`{each}`' for each in found.reads)}" if found.reads else ""
            yield f"Made by `{found.function}`{reads}. {found.says}"
        rows = [
            f"| `{c.name}` | {cell(type_in_words(c.type))} | {'yes' if c.nullable else ''} | {cell(about(c))} |" for c in columns
        ]
        yield "\n".join(["| column | type | may be unknown | meaning |", "|---|---|---|---|", *rows])


def commands_page() -> Iterator[str]:
    """docs/reference/commands.md: every command with its arguments and options."""
    yield "# Commands"
    yield "Exit codes: 0 done; 1 done, with problems (their number is printed); 2 could not start."
    yield from commands_of(typer.main.get_command(app), "dragoman")


def commands_of(group: Any, path: str) -> Iterator[str]:
    """The commands of a group, and of the groups in it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_of(command, f"{path} {name}")
        else:
            yield from one_command(command, f"{path} {name}")


def one_command(command: Any, path: str) -> Iterator[str]:
    """One command: its usage, what it does, its parameters."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = [p.metavar if p.required else f"[{p.metavar}]" for p in arguments] + [
        f"--{p.name.rstrip('_')} {p.metavar}" for p in options if p.required
    ]
    yield f"## {path}"
    yield f"```\n{' '.join([path, *usage])}{' [OPTIONS]' if any(not p.required for p in options) else ''}\n```"
    yield re.sub(r"\s+", " ", command.help or "")
    rows = [f"| `{p.metavar or p.name.upper()}` | {cell(p.help or '')} |" for p in arguments]
    rows += [f"| `{spelled(p)}` | {cell(p.help or '')}{' Needed.' if p.required else ''} |" for p in options]
    yield "\n".join(["| | |", "|---|---|", *rows])


def spelled(option: Any) -> str:
    """An option as it is typed."""
    return ", ".join(option.opts) + (f" {option.metavar}" if option.metavar and not option.is_flag else "")


def words_page() -> Iterator[str]:
    """docs/reference/words.md: every file of the words, with its columns or kinds of entry."""
    yield "# Words"
    yield (
        "What dragoman knows is data that you can edit: tables as CSV, rules as TOML. Your own folder, given with "
        "`--words DIR`, lies over ours row by row: a row with the same key replaces ours. `dragoman words check` tests it. "
        "In CSV a cell that holds several values parts them by `|`; an empty cell is unknown."
    )
    folder = own_folder()
    for path in sorted(folder.rglob("*.csv")) + sorted(folder.rglob("*.toml")):
        yield f"## {path.relative_to(folder).as_posix()}"
        yield from csv_file(path) if path.suffix == ".csv" else toml_file(path)


def csv_file(path: Path) -> Iterator[str]:
    """The columns of a table."""
    with path.open(encoding="utf-8-sig") as file:
        yield "Columns: " + ", ".join(f"`{column}`" for column in file.readline().strip().split(",")) + "."


def toml_file(path: Path) -> Iterator[str]:
    """What the file says of itself, and the keys that its entries use."""
    text = path.read_text(encoding="utf-8")
    said = [line.removeprefix("#").removeprefix(" ") for line in text.splitlines()[: first_entry(text)] if line.startswith("#")]
    if said:
        yield "```text\n" + "\n".join(said).strip() + "\n```"
    for kind, entries in tomllib.loads(text).items():
        if isinstance(entries, list):
            keys = list(dict.fromkeys(key for entry in entries for key in entry))
            yield f"`[[{kind}]]` with {', '.join(f'`{key}`' for key in keys)}."


def first_entry(text: str) -> int:
    """Number of the line on which the first entry begins."""
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines) if line.startswith("[")), len(lines))


PAGES = {"tables.md": tables_page, "commands.md": commands_page, "words.md": words_page}


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check tells which are stale; the exit code is 1 when one is."""
    stale = []
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        text = "\n\n".join([WRITTEN_BY, *page()]) + "\n"
        place = FOLDER / name
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                place.write_text(text, encoding="utf-8")
    if "--check" in arguments and stale:
        print(f"docs/reference: {', '.join(stale)} stale; run python tools/reference.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

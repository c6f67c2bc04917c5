"""Words files with the line of each row: CSV tables and TOML entries, the user's folder laid over ours."""

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from dragoman.errors import WordsError

HEADER = re.compile(r"^\s*\[\[\s*([A-Za-z_]+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a words file: its cells or keys, and where it stands."""

    file: str
    line: int
    cells: dict[str, Any]

    @property
    def place(self) -> str:
        """file:line, as an editor wants it."""
        return f"{self.file}:{self.line}"

    @property
    def rule(self) -> str:
        """How a record's `rule` names this entry: events/consult.toml#meet."""
        return f"{self.file}#{self.cells['id']}"

    def text(self, column: str) -> str:
        """A cell's text; empty when the column is absent."""
        return str(self.cells.get(column) or "").strip()

    def list(self, column: str) -> tuple[str, ...]:
        """A cell that holds several values: a TOML list, or text parted by '|'."""
        value = self.cells.get(column) or ()
        if isinstance(value, str):
            value = value.split("|")
        return tuple(str(part).strip() for part in value if str(part).strip())


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong in a words file, with its remedy."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def own_folder() -> Path:
    """The words that come with dragoman."""
    return Path(str(resources.files("dragoman") / "words"))


def layers(user: Path | None) -> tuple[Path, ...]:
    """Our folder, then the user's over it."""
    if user is None:
        return (own_folder(),)
    if not user.is_dir():
        raise WordsError(f"{user}: no such folder of words", "give --words a folder laid out like dragoman's own words/")
    return own_folder(), user


@cache
def _csv_rows(path: Path, name: str) -> tuple[Row, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        try:
            return tuple(Row(name, reader.line_num, dict(cells)) for cells in reader)
        except (csv.Error, UnicodeDecodeError) as error:
            what = f"it is not UTF-8 ({error.reason})" if isinstance(error, UnicodeDecodeError) else str(error)
            raise WordsError(f"{name}:{reader.line_num if reader.line_num else 1}: {what}") from error


def forget_tables() -> None:
    """Read the tables anew: somebody wrote to one."""
    _csv_rows.cache_clear()


def table(name: str, folders: tuple[Path, ...], key: tuple[str, ...]) -> list[Row]:
    """Rows of a CSV table; a row of a later folder replaces one with the same key."""
    rows: dict[tuple[str, ...], Row] = {}
    for folder in folders:
        path = folder / name
        if path.exists():
            for number, row in enumerate(_csv_rows(path, name)):
                rows[tuple(row.text(k) for k in key) if key else (str(number), str(folder))] = row
    return list(rows.values())


@cache
def _toml_rows(path: Path, name: str) -> tuple[tuple[str, Row], ...]:
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise WordsError(f"{name}: it is not UTF-8 ({error.reason})") from error
    except tomllib.TOMLDecodeError as error:
        raise WordsError(f"{name}: {error}") from error
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := HEADER.match(line):
            lines.setdefault(found[1], []).append(number)
    return tuple(
        (kind, Row(name, lines.get(kind, [1] * len(entries))[n], entry))
        for kind, entries in data.items()
        if isinstance(entries, list)
        for n, entry in enumerate(entries)
    )


def entries(pattern: str, kind: str, folders: tuple[Path, ...]) -> Iterator[Row]:
    """Entries [[kind]] of the TOML files that match a pattern; an id in a later folder replaces the earlier one's."""
    rows: dict[tuple[str, str], Row] = {}
    for folder in folders:
        for path in sorted(folder.glob(pattern)):
            name = path.relative_to(folder).as_posix()
            for found, row in _toml_rows(path, name):
                if found == kind:
                    if "id" not in row.cells:
                        raise WordsError(f"{row.place}: entry without an id", "give it one, unique in its file")
                    rows[(name, str(row.cells["id"]))] = row
    yield from rows.values()

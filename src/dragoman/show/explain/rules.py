"""Where the rule of a row is written: an entry of the words, a row of a table, or a line of dragoman itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.lexicon.files import layers
from dragoman.show.explain.makers import HOUSE, maker_of

ENTRY = re.compile(r"(?P<file>[\w./-]+\.(?:toml|csv))(?:[#:](?P<key>\S+))?")
ID = re.compile(r"""^\s*id\s*=\s*["']([^"']+)["']""")


def explain_rule(rule: str, table: str, words: Path | None) -> Iterator[tuple[str, str]]:
    """Facts about a row's rule: its file:line, and what stands there."""
    for part in rule.split():
        if found := ENTRY.fullmatch(part.strip("(),;")):
            yield from _entry(found["file"], found["key"], words)
        elif place := _in_code(part, table):
            yield "written at", place


def _entry(file: str, key: str | None, words: Path | None) -> Iterator[tuple[str, str]]:
    for folder in reversed(layers(words)):
        path = folder / file
        if not path.is_file():
            continue
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        found = _toml_line(lines, key) if file.endswith(".toml") else _csv_line(lines, key)
        if found is not None:
            shown_as = path if words is not None and folder == words else Path("dragoman") / path.relative_to(HOUSE)
            yield "written at", f"{shown_as.as_posix()}:{found + 1}"
            yield "which says", " ".join(_said(lines, found) if file.endswith(".toml") else [lines[found]])
            return


def _toml_line(lines: list[str], key: str | None) -> int | None:
    """Number of the [[entry]] line whose id is the key."""
    start = None
    for number, line in enumerate(lines):
        if line.lstrip().startswith("[["):
            start = number
        elif (found := ID.match(line)) and found[1] == key:
            return number if start is None else start
    return None


def _said(lines: list[str], start: int) -> Iterator[str]:
    """The entry's own lines, without its examples."""
    for line in lines[start:]:
        if line is not lines[start] and line.lstrip().startswith("[["):
            return
        if line.lstrip().startswith("examples"):
            return
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def _csv_line(lines: list[str], key: str | None) -> int | None:
    """Number of the row that holds every part of the key in its cells; best one that begins with the first part."""
    parts = [part for part in re.split(r"[,|]", key or "") if part]
    cells = [re.split(r'[,|"]', line) for line in lines]
    first = (n for n, row in enumerate(cells) if parts and n and row[0] == parts[0] and set(parts) <= set(row))
    return next(first, next((n for n, row in enumerate(cells) if parts and n and set(parts) <= set(row)), None))


def _in_code(name: str, table: str) -> str | None:
    """file:line in the maker's part of the house where the rule's name is written."""
    found = maker_of(table)
    if found is None:
        return None
    folder = (HOUSE.parent / found.place.rpartition(":")[0]).parent
    written = re.compile(rf"""["']{re.escape(name)}["']""")
    for path in sorted(folder.glob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if written.search(line):
                return f"{path.relative_to(HOUSE.parent).as_posix()}:{number}"
    return None

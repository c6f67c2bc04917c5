"""Where the rule of a row is written: an entry of the words, a row of a table, or a line of dragoman itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from dragoman.lexicon.files import layers
from dragoman.lexicon.files import table as table_rows
from dragoman.records import TABLES
from dragoman.show.explain.makers import HOUSE, maker_of

ENTRY = re.compile(r"(?P<file>[\w./-]+\.(?:toml|csv))(?:[#:](?P<key>.+))?")
SEVERAL = re.compile(r"\s+(?=[\w./-]+\.(?:toml|csv)\b)")
ID = re.compile(r"""^\s*id\s*=\s*["']([^"']+)["']""")


def explain_rule(rule: str, table: str, words: Path | None) -> Iterator[tuple[str, str]]:
    """Facts about a row's rule: its file:line, and what stands there."""
    for part in SEVERAL.split(rule):
        if found := ENTRY.fullmatch(part.strip("(),; ")):
            yield from _entry(found["file"], found["key"] or "", words)
        elif place := _in_code(part, table):
            yield "written at", place
        if table == "mentions" and (meaning := _meaning(part, words)):
            yield "which means", meaning


def _meaning(rule: str, words: Path | None) -> str | None:
    """A sentence on why words stand for somebody, by the whole rule or by what follows its '#'."""
    says = {row.text("rule"): row.text("says") for row in table_rows("mention_rules.csv", layers(words), ("rule",))}
    stem, mark, way = rule.partition("#")
    return says.get(rule) or says.get(f"#{way}") or says.get(f"{stem}#") if mark else None


def _entry(file: str, key: str, words: Path | None) -> Iterator[tuple[str, str]]:
    for folder in reversed(layers(words)):
        path = folder / file
        if not path.is_file():
            continue
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        shown_as = (path if folder == words else Path("dragoman") / path.relative_to(HOUSE)).as_posix()
        if not key:
            yield "written at", shown_as
            return
        found = _toml_line(lines, key) if file.endswith(".toml") else _csv_line(lines, key)
        if found is not None and found < len(lines):
            yield "written at", f"{shown_as}:{found + 1}"
            yield "which says", " ".join(_said(lines, found) if file.endswith(".toml") else [lines[found]])
            return


def _toml_line(lines: list[str], key: str) -> int | None:
    """Number of the [[entry]] line whose id is the key; `say:clause` is the way `clause` of the entry `say`."""
    start = 0
    starts: dict[str, int] = {}
    for number, line in enumerate(lines):
        if line.lstrip().startswith("[["):
            start = number
        elif found := ID.match(line):
            starts.setdefault(found[1], start)
    return starts.get(key, starts.get(key.rpartition(":")[0], starts.get(key.partition(":")[0])))


def _said(lines: list[str], start: int) -> Iterator[str]:
    """The entry's own lines, without its examples."""
    for line in lines[start:]:
        if line is not lines[start] and line.lstrip().startswith("[["):
            return
        if line.lstrip().startswith("examples"):
            return
        if line.strip() and not line.lstrip().startswith("#"):
            yield line.strip()


def _csv_line(lines: list[str], key: str) -> int | None:
    """Number of the row that the key names: by its line (`101#name`), or by what its cells hold (`sco,BLR`)."""
    if line := re.match(r"(\d+)(?:#|$)", key):
        return int(line[1]) - 1
    parts = [part for part in re.split(r"[,|]", key.partition("#")[0] or key) if part]
    cells = [re.split(r'[,|"]', line) for line in lines]
    first = (n for n, row in enumerate(cells) if parts and n and row[0] == parts[0] and set(parts) <= set(row))
    return next(first, next((n for n, row in enumerate(cells) if parts and n and set(parts) <= set(row)), None))


def _in_code(name: str, table: str) -> str | None:
    """file:line in the maker's part of the house where the rule's name is written, or the stem that it is built on."""
    found = maker_of(table) if table in TABLES else None
    if found is None:
        return None
    folder = (HOUSE.parent / found.place.rpartition(":")[0]).parent
    stem, mark, _ = name.partition("#")
    written = [rf"""["']{re.escape(name)}["']"""] + [rf"""["']{re.escape(stem)}#"""] * bool(mark)
    return next((place for wanted in written if (place := _line_with(wanted, folder))), None)


def _line_with(wanted: str, folder: Path) -> str | None:
    for path in sorted(folder.glob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(wanted, line):
                return f"{path.relative_to(HOUSE.parent).as_posix()}:{number}"
    return None

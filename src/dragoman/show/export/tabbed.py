"""Tab-separated files as the other data sets write them: no quoting, one line a row, a fixed number of columns."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from dragoman.show.naming import shown

RISKY = "=+-@'"


def words(text: str | None) -> str:
    """Text from a page as a cell: one line, no quotation marks (readers take them for quoting), no formula.

    >>> words('=cmd|"calc"\\tKenya'), words("Minsk")
    ("cmd|'calc' Kenya", 'Minsk')
    """
    return shown(text).replace('"', "'").lstrip(RISKY)


def line(cells: Sequence[Any], columns: int, unknown: str) -> str:
    """One row; raises when its number of cells is wrong. `unknown` stands for what is not known."""
    if len(cells) != columns:
        raise ValueError(f"{len(cells)} cells in a row of {columns}")
    return "\t".join(unknown if cell is None or cell == "" else str(cell) for cell in cells) + "\n"


def write_lines(path: Path, rows: Iterable[Sequence[Any]], columns: int, unknown: str, heads: Sequence[str] = ()) -> int:
    """Writes the file; returns how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        if heads:
            file.write("\t".join(heads) + "\n")
        for cells in rows:
            file.write(line(cells, columns, unknown))
            count += 1
    return count

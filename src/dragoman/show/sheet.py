"""A listing ready for the eye: columns, rows, and a line or two under them. Rich on a terminal, plain in a pipe."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from dragoman.show.naming import shown

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing."""

    name: str
    right: bool = False
    style: str = ""
    fixed: bool = False
    """Never wrapped: days, numbers, ids."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a listing, and how it is to look; `under` is a quotation that stands below it."""

    cells: Sequence[str]
    style: str = ""
    under: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A listing: its heading, columns, lines, and what is said below."""

    title: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    notes: Sequence[str] = field(default=())

    def used(self) -> list[int]:
        """Numbers of the columns that hold anything at all."""
        return [n for n in range(len(self.columns)) if any(line.cells[n] for line in self.lines)]


def plain_lines(sheet: Sheet) -> Iterator[str]:
    """The listing as aligned lines without colour, for pipes and files: no line is wrapped or cut."""
    yield sheet.title
    used = sheet.used()
    rows = [[shown(line.cells[n]) for n in used] for line in sheet.lines]
    heads = [sheet.columns[n].name for n in used]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    if rows:
        yield ""
        yield _aligned(heads, widths, sheet, used)
    for line, row in zip(sheet.lines, rows, strict=True):
        yield _aligned(row, widths, sheet, used)
        if line.under:
            yield f"    {shown(line.under)}"
    if sheet.notes:
        yield ""
        yield from sheet.notes


def _aligned(cells: Sequence[str], widths: Sequence[int], sheet: Sheet, used: Sequence[int]) -> str:
    parts = (
        cell.rjust(width) if sheet.columns[n].right else cell.ljust(width)
        for cell, width, n in zip(cells, widths, used, strict=True)
    )
    return "  ".join(parts).rstrip()


def html_table(sheet: Sheet) -> str:
    """The listing as an HTML table without script or style of its own, for notebooks; every word of a page is escaped."""
    used = sheet.used()
    heads = "".join(f"<th>{escape(sheet.columns[n].name)}</th>" for n in used)
    rows = "".join(f"<tr>{_html_cells(sheet, line, used)}</tr>" for line in sheet.lines)
    notes = "".join(f"<p>{escape(note)}</p>" for note in sheet.notes)
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if sheet.lines else ""
    return f"<p><strong>{escape(shown(sheet.title))}</strong></p>{table}{notes}"


def _html_cells(sheet: Sheet, line: Line, used: Sequence[int]) -> str:
    cells = ((escape(shown(line.cells[n])), "right" if sheet.columns[n].right else "left") for n in used)
    return "".join(f'<td style="text-align:{side}">{cell}</td>' for cell, side in cells)


def rich_table(sheet: Sheet) -> "Table":
    """The listing as Rich draws it."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    used = sheet.used()
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, header_style="bold", expand=False)
    for n in used:
        column = sheet.columns[n]
        table.add_column(
            column.name,
            justify="right" if column.right else "left",
            style=column.style,
            no_wrap=column.fixed,
            overflow="fold",
        )
    for line in sheet.lines:
        table.add_row(*(Text(shown(line.cells[n])) for n in used), style=line.style)
    return table


def print_sheet(sheet: Sheet) -> None:
    """Prints the listing: drawn on a terminal, plain in a pipe."""
    if not sys.stdout.isatty():
        sys.stdout.writelines(f"{line}\n" for line in plain_lines(sheet))
        return
    from rich.console import Console

    draw(sheet, Console(highlight=False))


def draw(sheet: Sheet, console: "Console") -> None:
    """Draws the listing on a Rich console."""
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text(sheet.title, style="bold"))
    if sheet.lines and not any(line.under for line in sheet.lines):
        console.print()
        console.print(rich_table(sheet))
    elif sheet.lines:
        for line in sheet.lines:
            console.print()
            console.print(_one_line(sheet, line))
            if line.under:
                console.print(Padding(Text(shown(line.under), style="italic dim"), (0, 0, 0, 4)))
    if sheet.notes:
        console.print()
    for note in sheet.notes:
        console.print(Text(note, style="dim"))


def _one_line(sheet: Sheet, line: Line) -> object:
    from rich.text import Text

    text = Text(style=line.style)
    for n, cell in enumerate(line.cells):
        if cell:
            name = f" {sheet.columns[n].name.removesuffix('s' if cell == '1' else '')}" if sheet.columns[n].right else ""
            text.append(shown(cell) + name, style=sheet.columns[n].style).append("  ")
    return text

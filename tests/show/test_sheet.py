"""How a listing looks: drawn within a hundred columns, plain in a pipe."""

from pathlib import Path

import pytest
from rich.console import Console

from dragoman.show.record import Record
from dragoman.show.sheet import Column, Line, Sheet, draw, plain_lines
from dragoman.show.sheets.documents import documents_sheet
from dragoman.show.sheets.entities import entities_sheet
from dragoman.show.sheets.figures import figures_sheet
from dragoman.show.sheets.relations import relations_sheet
from dragoman.show.sheets.statements import statements_sheet
from dragoman.show.sheets.timeline import timeline_sheet

SHEET = Sheet(
    "Two rows",
    (Column("day", fixed=True), Column("what"), Column("nothing"), Column("rows", right=True)),
    [Line(("1 May 2024", "talks [red]in\x1b[31m Lomé", "", "1")), Line(("2", "a visit", "", "12"), under="“so it was”")],
    ["… and more"],
)


def drawn(sheet: Sheet, width: int = 100) -> list[str]:
    """The lines of a listing as a terminal of that width shows them."""
    console = Console(width=width, force_terminal=True, color_system=None, highlight=False)
    with console.capture() as captured:
        draw(sheet, console)
    return captured.get().splitlines()


def test_plain() -> None:
    assert list(plain_lines(SHEET)) == [
        "Two rows",
        "",
        "day         what                     rows",
        "1 May 2024  talks [red]in [31m Lomé     1",
        "2           a visit                    12",
        "    “so it was”",
        "",
        "… and more",
    ]


def test_empty_columns_and_rows_are_left_out() -> None:
    assert "nothing" not in "\n".join(plain_lines(SHEET))
    assert list(plain_lines(Sheet("none", SHEET.columns, [], []))) == ["none"]


def test_markup_of_a_page_is_text() -> None:
    assert "talks [red]in [31m Lomé" in "\n".join(drawn(SHEET))


@pytest.mark.parametrize("width", [60, 100, 200])
@pytest.mark.parametrize("which", ["timeline", "quote", "statements", "figures", "relations", "entities", "documents"])
def test_a_listing_keeps_within_the_terminal(which: str, width: int, sample: Path) -> None:
    with Record.open(sample) as record:
        sheet = {
            "timeline": lambda: timeline_sheet(record.timeline("KEN", status=None), "Kenya", 0, False),
            "quote": lambda: timeline_sheet(record.timeline("KEN", status=None), "Kenya", 0, True),
            "statements": lambda: statements_sheet(record.statements(), 0, True),
            "figures": lambda: figures_sheet(record.figures(), 0),
            "relations": lambda: relations_sheet(record.relations(), 0),
            "entities": lambda: entities_sheet(record.entities(), 0),
            "documents": lambda: documents_sheet(record.documents(), 0),
        }[which]()
    lines = drawn(sheet, width)
    assert max(map(len, lines)) <= width
    assert len(lines) > 2


def test_figures_say_value_bound_and_change(sample: Path) -> None:
    with Record.open(sample) as record:
        text = "\n".join(drawn(figures_sheet(record.figures(), 0), 140))
    for part in ("nearly 1.3 billion USD", "+12.5 %", "-3.25 %", "2023", "Kenya – Somalia"):
        assert part in text

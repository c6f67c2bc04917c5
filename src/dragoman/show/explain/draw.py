"""How an answer of `explain` is printed: drawn on a terminal, plain in a pipe."""

import sys
from typing import TYPE_CHECKING

from dragoman.show.explain.answer import Answer
from dragoman.show.naming import shown

if TYPE_CHECKING:
    from rich.console import Console


def print_answer(answer: Answer) -> None:
    """Prints an answer."""
    if sys.stdout.isatty():
        from rich.console import Console

        draw(answer, Console(highlight=False))
    else:
        sys.stdout.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in answer.lines())


def draw(answer: Answer, console: "Console") -> None:
    """Draws an answer on a Rich console: long values keep to their column."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console.print(Text(shown(answer.title), style="bold"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="cyan", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in answer.facts:
        grid.add_row(Text(shown(label)), Text(shown(value)))
    console.print(Padding(grid, (0, 0, 0, 2)))
    for passage in answer.passages:
        console.print(Padding(Text(shown(passage.place), style="cyan"), (1, 0, 0, 2)))
        console.print(Padding(Text.assemble(*passage.line()), (0, 0, 0, 4)))

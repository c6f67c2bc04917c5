"""The progress bar of a build, and its summary in words."""

import shlex
import sys
from types import TracebackType
from typing import Any, Self


class Bar:
    """A bar on the terminal while pages are read; silent where nobody watches."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=None)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, done: int, total: int | None = None) -> None:
        """Shows how many pages are read, and of how many."""
        if self._bar:
            self._bar.update(self._task, completed=done, total=total)


SAID = (
    ("statements", "statement"),
    ("figures", "figure"),
    ("relations", "relation"),
    ("events", "event"),
    ("conflicts", "conflict"),
)


def summary_lines(summary: Any, to: str) -> list[str]:
    """What a build did, in words; how many problems there were, and where they are listed."""
    from dragoman.show.naming import listed
    from dragoman.show.sheets.common import counted

    if not summary.pages:
        return ["Found no page to read: the folder holds no file that dragoman reads."]
    made = [counted(summary.rows[table], word) for table, word in SAID if summary.rows.get(table)]
    read = f"Read {counted(summary.pages, 'page')} into {counted(summary.documents, 'document')}"
    lines = [f"{read}: {listed(made) or 'no rows'}."]
    if summary.before:
        lines.append(f"{counted(summary.before, 'page')} of these had been read before.")
    if summary.damaged:
        lines.append(f"{counted(summary.damaged, 'file')} of kept pages had been damaged; those pages were read again.")
    if summary.problems:
        lines.append(f"{counted(summary.problems, 'problem')}; list them with: dragoman show {shlex.quote(to)} --problems")
    return [*lines, f"The record is {to}"]

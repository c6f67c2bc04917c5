"""Where things stand on a page."""

from dataclasses import dataclass

from dragoman.clean.dates import PrintedDay
from dragoman.clean.lines import Line


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's lines, the numbers of those that are headline, article, byline, dates; and the days that it prints."""

    lines: list[Line]
    title: int | None
    body: list[int]
    signed: tuple[int, ...] = ()
    dated: frozenset[int] = frozenset()
    days: tuple[PrintedDay, ...] = ()

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The article's paragraphs."""
        return [(self.lines[n].start, self.lines[n].end) for n in self.body]

    @property
    def paragraphs(self) -> list[str]:
        """The article's paragraphs as text."""
        return [self.lines[n].text for n in self.body]

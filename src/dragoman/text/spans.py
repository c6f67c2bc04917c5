"""Stretches of text: [start, end) in code points."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar


class HasSpan(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=HasSpan)


def overlap(a: HasSpan, b: HasSpan) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def within(inner: HasSpan, outer: HasSpan) -> bool:
    """Does the inner span lie wholly in the outer?"""
    return outer.start <= inner.start and inner.end <= outer.end


def trim(text: str, start: int, end: int, drop: str = " \t\r\n,;:") -> tuple[int, int]:
    """The span without the characters of `drop` at its ends.

    >>> trim("said: yes, ", 5, 11)
    (6, 9)
    """
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return start, end


class SpanIndex(Generic[T]):
    """Rows with spans, found by place in the text; rows keep their order of start."""

    def __init__(self, rows: Iterable[T]) -> None:
        self.rows: Sequence[T] = sorted(rows, key=lambda row: (row.start, -row.end))
        self._starts = [row.start for row in self.rows]
        self._longest = max((row.end - row.start for row in self.rows), default=0)

    def touching(self, start: int, end: int) -> list[T]:
        """Rows that share at least one character with [start, end)."""
        low = bisect_right(self._starts, start - self._longest - 1)
        high = bisect_right(self._starts, end - 1)
        return [row for row in self.rows[low:high] if row.end > start]

    def inside(self, start: int, end: int) -> list[T]:
        """Rows that lie wholly in [start, end)."""
        return [row for row in self.touching(start, end) if row.start >= start and row.end <= end]

    def at(self, place: int) -> list[T]:
        """Rows that cover the character at `place`."""
        return self.touching(place, place + 1)

    def before(self, place: int) -> list[T]:
        """Rows that end at or before `place`, nearest last."""
        high = bisect_right(self._starts, place)
        return [row for row in self.rows[:high] if row.end <= place]

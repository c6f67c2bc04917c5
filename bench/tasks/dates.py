"""Days of publication out of the text of pages, by dragoman's own cleaning."""

from collections.abc import Iterator
from typing import Any

from bench.tasks.plaintext import clean, day_of


def solve(rows: Iterator[dict[str, Any]], field: str = "visible_text") -> Iterator[dict[str, Any]]:
    """The day of each page; None where it is not known to the day."""
    for row in rows:
        yield {"id": row["id"], "date": day_of(clean(row, field))}

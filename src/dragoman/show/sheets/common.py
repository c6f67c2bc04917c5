"""What the sheets share: short ids, numbers with their nouns, the marks of a status."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from dragoman.show.days import pretty

MARKS = {"actual": "", "future": "planned", "hypothetical": "perhaps", "negated": "did not", "asserted": ""}
FAINT = frozenset({"hypothetical", "negated", "denied"})
SHORT_ID = 9
LONGEST_NAME = 20


def short(id_: str) -> str:
    """The beginning of an id, which `dragoman explain` takes for the whole.

    >>> short("ev_3fa9c1d2e4b5a6")
    'ev_3fa9c1'
    """
    prefix, _, digits = id_.partition("_")
    return f"{prefix}_{digits[:6]}" if digits else id_[: SHORT_ID + 3]


def rows_of(table: pa.Table, limit: int) -> tuple[list[dict[str, Any]], list[str]]:
    """The first rows, and a note on how many more there are."""
    rows = table.slice(0, limit).to_pylist() if limit else table.to_pylist()
    more = table.num_rows - len(rows)
    return rows, [f"… and {more} more; --limit 0 shows all"] if more > 0 else []


def page_name(name: str) -> str:
    """An outlet's name, or a file's, short enough for a column.

    >>> page_name("Coast Daily"), page_name("001_72b9d583e09cd180.txt")
    ('Coast Daily', '001_72b9d5…')
    """
    return name if len(name) <= LONGEST_NAME or " " in name else name[: LONGEST_NAME // 2] + "…"


def day(row: dict[str, Any]) -> str:
    """The day it happened on; for want of one, the day it was told."""
    told = pretty(row["told_start"], row["told_end"])
    return pretty(row["date_start"], row["date_end"]) or (f"told {told}" if told else "no day")


def counted(number: int, what: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "event"), counted(3, "entity", "entities"), counted(0, "event")
    ('1 event', '3 entities', 'no event')
    """
    return f"{number or 'no'} {what if number <= 1 else many or what + 's'}"


def few(names: Sequence[str] | None, most: int = 3) -> str:
    """The first names, and how many more."""
    names = names or []
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")

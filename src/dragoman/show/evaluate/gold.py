"""Gold: what a careful coder finds on a page, one item a line of JSON Lines.

{"table": "events", "document": "wire.txt", "start": 60, "end": 152, "event_type": "CONSULT", "actors": ["Kenya"]}
Any column of the table may stand there and is then checked; `COLUMN_any` lists values that are all right.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.show.naming import near
from dragoman.store.schema import table_schema

SCORED = {
    "documents": "documents",
    "mentions": "mentions",
    "times": "times",
    "statements": "statements",
    "figures": "figures",
    "relations": "relations",
    "events": "event_mentions",
    "event_mentions": "event_mentions",
}
"""Names that a gold line may use, and the table that is scored."""
ABOUT_THE_ITEM = frozenset(
    {"id", "table", "document", "start", "end", "text", "required", "note", "coder", "group", "symmetric", "none", "date_any"}
)
ALIASES = {"event": "event_type"}
SLIP = 0.8
"""A name as like as this to one of ours is a slip of the pen; others are tables of somebody's own."""
MEND = "see docs/guide/evaluating.md"


@dataclass(frozen=True, slots=True)
class Gold:
    """One item: where it stands, and which values of which columns are right."""

    place: str
    table: str
    document: str
    start: int | None
    end: int | None
    text: str | None
    required: bool
    symmetric: bool
    values: dict[str, list[Any]] = field(default_factory=dict)
    none: bool = False
    """True for a line that only says: this page was coded for this table (and may hold nothing)."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """The items of a file, and how many lines are about tables that are not scored."""

    items: list[Gold]
    skipped: dict[str, int]


def read_gold(path: Path) -> GoldFile:
    """The gold of a file; raises DragomanError with file:line at the first line that cannot be meant."""
    if not path.is_file():
        raise DragomanError(f"there is no gold file {path}", MEND)
    items: list[Gold] = []
    skipped: Counter[str] = Counter()
    for place, row in _rows(path):
        name = row.get("table")
        if name not in SCORED:
            if not isinstance(name, str) or get_close_matches(name.lower(), SCORED, 1, SLIP):
                raise DragomanError(
                    f"{place}: there is no table {name!r}{near(str(name), SCORED)}", f"one of {', '.join(SCORED)}"
                )
            skipped[name] += 1
            continue
        items.append(_item(row, place))
    return GoldFile(items, dict(skipped))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DragomanError(f"{place}: not JSON ({error})", MEND) from error
            if not isinstance(row, dict):
                raise DragomanError(f"{place}: not an object", MEND)
            yield place, row


def _item(row: dict[str, Any], place: str) -> Gold:
    table = SCORED[row["table"]]
    if not isinstance(row.get("document"), str):
        raise DragomanError(f"{place}: which document?", '"document" is the file name of a page of the record')
    span = [row.get(key) for key in ("start", "end")]
    if table != "documents" and not row.get("none"):
        _check_span(span, row, place)
    return Gold(
        place=place,
        table=table,
        document=row["document"].replace("\\", "/").rsplit("/", 1)[-1],
        start=span[0],
        end=span[1],
        text=row.get("text"),
        required=bool(row.get("required", True)),
        symmetric=bool(row.get("symmetric", False)),
        values=_values(row, table, place),
        none=bool(row.get("none", False)),
    )


def _check_span(span: list[Any], row: dict[str, Any], place: str) -> None:
    if span == [None, None] and row.get("text"):
        return
    if not all(isinstance(at, int) for at in span) or span[0] >= span[1]:
        raise DragomanError(f"{place}: where does it stand?", 'give "start" and "end" (characters, end exclusive), or "text"')


def _values(row: dict[str, Any], table: str, place: str) -> dict[str, list[Any]]:
    """The right values of each column that the line names."""
    columns, found = table_schema(table).names, {}
    for key, value in row.items():
        if key in ABOUT_THE_ITEM:
            continue
        name = key.removesuffix("_any")
        column = ALIASES.get(name, name)
        if column not in columns:
            raise DragomanError(f"{place}: {row['table']} has no column {name!r}{near(name, columns)}", MEND)
        if key.endswith("_any") and not isinstance(value, list):
            raise DragomanError(f"{place}: {key} must be a list of right values", MEND)
        if key.endswith("_any") or f"{key}_any" not in row:
            found[column] = list(value) if key.endswith("_any") else [value]
    return found


def only(items: Sequence[Gold], columns: Sequence[str]) -> list[Gold]:
    """The items with these columns alone; a column that no item names is refused."""
    named = {column for item in items for column in item.values}
    if unknown := [column for column in columns if column not in named]:
        raise DragomanError(
            f"no line of the gold names {unknown[0]!r}{near(unknown[0], named)}", f"there are {', '.join(sorted(named))}"
        )
    return [replace(item, values={name: right for name, right in item.values.items() if name in columns}) for item in items]

"""A listing that was asked for: how many rows it has, and any part of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dragoman.show.named import chain_of, names_column
from dragoman.show.web.wheres import Conditions, where
from dragoman.show.web.window import Window

CHUNK = 2000
NAMED = {
    "events": ("actors", "recipients"),
    "statements": ("speaker", "via", "addressee"),
    "figures": ("subject", "partner", "via", "speaker"),
    "relations": ("subject", "object", "via"),
}


@dataclass(frozen=True)
class Found:
    """Rows of one table that an address asks for, in order; nothing is looked up before it is needed."""

    window: Window
    table: str
    title: str
    view: str
    conditions: Conditions
    order: str
    asked: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def put(self) -> tuple[str, dict[str, Any]]:
        """The condition and its parameters."""
        return where(self.conditions, self.asked)

    @cached_property
    def total(self) -> int:
        """How many rows there are."""
        condition, given = self.put
        found = self.window.one(f"SELECT count(*) AS n FROM {self.view} WHERE {condition}", **given)
        return int(found["n"]) if found else 0

    def rows(self, limit: int, offset: int = 0) -> list[dict[str, Any]]:
        """Some of the rows, with the names of whom they speak of."""
        condition, given = self.put
        # Sorting narrow rows and then fetching the few that are shown takes half the time of sorting them whole.
        query = f"SELECT id FROM {self.view} WHERE {condition} ORDER BY {self.order} LIMIT $limit OFFSET $offset"
        found = self.window.ask(query, limit=limit, offset=offset, **given).column("id").to_pylist()
        return by_ids(self.window, self.table, self.view, found)

    def every(self) -> Iterator[dict[str, Any]]:
        """All rows, some thousand at a time."""
        condition, given = self.put
        query = f"SELECT * FROM {self.view} WHERE {condition} ORDER BY {self.order}"
        for batch in self.window.ask(query, **given).to_batches(max_chunksize=CHUNK):
            yield from named(self.window, self.table, batch.to_pylist())


def by_ids(window: Window, table: str, view: str, ids: list[str]) -> list[dict[str, Any]]:
    """The rows of these ids, in this order, with names."""
    found = window.rows_for(f"SELECT * FROM {view} WHERE id IN (SELECT unnest($ids::VARCHAR[]))", ids=ids) if ids else []
    rows = {row["id"]: row for row in named(window, table, found)}
    return [rows[id_] for id_ in ids if id_ in rows]


def named(window: Window, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with names beside ids; statements with their chain."""
    for row in rows:
        row.pop("web_n", None)
        for column in set(NAMED.get(table, ())) & row.keys():
            value = row[column]
            row[names_column(column)] = (
                [window.names.get(id_, id_) for id_ in value or ()] if isinstance(value, list) else window.names.get(value, value)
            )
        if table == "statements" and "agencies" in row:
            row["chain"] = chain_of(row)
    return rows

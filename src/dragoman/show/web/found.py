"""A listing that was asked for: how many rows it has, and any part of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dragoman.show.named import chain_of, names_column
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
    where: str
    order: str
    given: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def total(self) -> int:
        """How many rows there are."""
        found = self.window.one(f"SELECT count(*) AS n FROM {self.view} WHERE {self.where}", **self.given)
        return int(found["n"]) if found else 0

    def rows(self, limit: int, offset: int = 0) -> list[dict[str, Any]]:
        """Some of the rows, with the names of whom they speak of."""
        query = f"SELECT * FROM {self.view} WHERE {self.where} ORDER BY {self.order} LIMIT $limit OFFSET $offset"
        return named(self.window, self.table, self.window.rows_for(query, limit=limit, offset=offset, **self.given))

    def every(self) -> Iterator[dict[str, Any]]:
        """All rows, some thousand at a time."""
        query = f"SELECT * FROM {self.view} WHERE {self.where} ORDER BY {self.order}"
        for batch in self.window.ask(query, **self.given).to_batches(max_chunksize=CHUNK):
            yield from named(self.window, self.table, batch.to_pylist())


def named(window: Window, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with names beside ids; statements with their chain."""
    for row in rows:
        for column in set(NAMED.get(table, ())) & row.keys():
            value = row[column]
            row[names_column(column)] = (
                [window.names.get(id_, id_) for id_ in value or ()] if isinstance(value, list) else window.names.get(value, value)
            )
        if table == "statements" and "agencies" in row:
            row["chain"] = chain_of(row)
    return rows

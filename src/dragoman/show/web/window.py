"""A record as the site asks it: one state of the file, held while the file is rebuilt."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from threading import RLock
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.records import TABLES
from dragoman.show.overview import overview
from dragoman.show.record import Record
from dragoman.show.web.views import DYADS, LISTED, MADE, NUMBERED, SEEN, parameters
from dragoman.store import read
from dragoman.store.listed import scanned
from dragoman.store.place import parquet_files
from dragoman.store.schema import table_schema

Stamp = tuple[tuple[int, int, int], ...]


def stamp_of(path: Path) -> Stamp:
    """What changes when a record is written anew: inode, time and size of its files."""
    files = sorted(chain.from_iterable(parquet_files(path).values())) if path.is_dir() else [path]
    found = (file.stat() for file in files)
    return tuple((each.st_ino, each.st_mtime_ns, each.st_size) for each in found)


class Window(Record):
    """A record opened for many readers at once; what it answers does not change when the file is replaced."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        read.connect(self.path).close()  # says in words what is wrong with the file, if anything is
        self.stamp = stamp_of(self.path)
        self._lock = RLock()
        self._known_values: dict[tuple[str, str], list[str]] = {}
        self._known_sides: dict[str, list[str]] = {}
        self._connection = _held(self.path)
        for name, query in LISTED.items():
            numbered = f"SELECT *, row_number() OVER ()::INTEGER AS web_n FROM ({query})" if name in NUMBERED else query
            self._keep(name, numbered, parameters(query))
            self._connection.execute(f"CREATE INDEX {name}_id ON temp.{name} (id)")
        for name, query in MADE.items():
            self._keep(name, query, {})

    def _keep(self, name: str, query: str, given: dict[str, None]) -> None:
        self._connection.execute(f"CREATE TEMP TABLE {name} AS {query}", given or None)

    def ask(self, query: str, **given: Any) -> pa.Table:
        """As of any record; readers take turns."""
        with self._lock:
            return super().ask(query, **given)

    def table(self, name: str) -> pa.Table:
        """As of any record; readers take turns."""
        with self._lock:
            return super().table(name)

    def rows_for(self, query: str, **given: Any) -> list[dict[str, Any]]:
        """The rows of an answer as dicts."""
        found: list[dict[str, Any]] = self.ask(query, **given).to_pylist()
        return found

    def one(self, query: str, **given: Any) -> dict[str, Any] | None:
        """The first row of an answer."""
        return next(iter(self.rows_for(query, **given)), None)

    def row(self, table: str, id_: str) -> dict[str, Any] | None:
        """A row of one of the record's tables, by its whole id."""
        return self.one(f"SELECT * FROM {table} WHERE id = $id", id=id_)

    def side(self, name: str) -> list[str]:
        """Ids of a party and of all who act for it."""
        return self._side(name) or []

    def parties(self, one: str | None, two: str | None) -> tuple[list[str] | None, list[str] | None]:
        """Ids of two parties, of one or of none, each with those who act for it."""
        return self._sides(one, two)

    def values(self, table: str, column: str) -> list[str]:
        """The values that a column has in this record."""
        key = (table, column)
        if key not in self._known_values:
            self._known_values[key] = self._values(table, column)
        return self._known_values[key]

    def _side(self, name: str | None) -> list[str] | None:
        """As of any record; who acts for whom is looked up once."""
        if name is None:
            return None
        known = self.find(name)
        if known.id not in self._known_sides:
            self._known_sides[known.id] = self.directory.acts_for(known)
        return self._known_sides[known.id]

    @cached_property
    def seen(self) -> dict[str, Any]:
        """The overview; it does not change while the record is open."""
        return overview(self, DYADS) | {name: self.rows_for(query) for name, query in SEEN.items()}

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The agencies that pages credit and that are no entity of the record."""
        credited = self.rows_for("SELECT DISTINCT unnest(agencies) AS name FROM web_documents")
        return frozenset(row["name"] for row in credited) - set(self.names.values())

    @cached_property
    def run(self) -> dict[str, Any]:
        """The last run that made the record, with dragoman's version and the words' digest."""
        return self.one("SELECT * FROM runs ORDER BY started DESC LIMIT 1") or {}

    def texts(self, batch: int = 1000) -> Iterator[list[dict[str, Any]]]:
        """All pages, the latest first, some at a time: id, title, text."""
        order = "published_end DESC NULLS LAST, published_start DESC, uri, id"
        ids = [row["id"] for row in self.rows_for(f"SELECT id FROM web_documents ORDER BY {order}")]
        for first in range(0, len(ids), batch):
            part = ids[first : first + batch]
            query = "SELECT id, title, text FROM documents WHERE id IN (SELECT unnest($ids::VARCHAR[]))"
            found = {row["id"]: row for row in self.rows_for(query, ids=part)}
            yield [found[id_] for id_ in part]


def _held(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to this state of the record: an open file (which a new one does not disturb), or a copy in memory."""
    connection = duckdb.connect()
    if path.is_dir():
        there = parquet_files(path)
        for name, files in there.items():
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {scanned(files)}")
    else:
        connection.execute("ATTACH '{}' AS record (READ_ONLY)".format(str(path).replace("'", "''")))
        connection.execute("USE record")
        there = {row[0]: [path] for row in connection.execute("SHOW TABLES").fetchall()}
    for name in TABLES.keys() - there.keys():
        connection.register(name, table_schema(name).empty_table())
    connection.execute("SET TimeZone = 'UTC'")
    return connection

"""A record to ask in Python: every answer is a table for Arrow, pandas or polars that draws itself in a notebook."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.lexicon.files import layers
from dragoman.lexicon.plover import Ontology
from dragoman.records import TABLES
from dragoman.show import queries
from dragoman.show.answer import Answer
from dragoman.show.choices import chosen, days
from dragoman.show.named import with_chain, with_names
from dragoman.show.naming import near
from dragoman.show.sheets import every as sheets
from dragoman.show.who import Directory, Known
from dragoman.store import read
from dragoman.store.rows import from_arrow

if TYPE_CHECKING:
    from dragoman.show.dossier import Dossier
    from dragoman.show.explain.answer import Answer as Explained
    from dragoman.show.export.views import Exported

USUAL = ("actual", "future")
STATUSES = ("actual", "future", "hypothetical", "negated")


class Record:
    """What dragoman made of a pile of pages; opened for reading, never changed.

    record.timeline("Kenya", "Somalia", since="2023") gives what passed between the two, their leaders and organs.
    """

    def __init__(self, path: str | Path, held: Mapping[str, pa.Table] | None = None) -> None:
        self.path = Path(path)
        self._connection = read.connect(self.path) if held is None else read.held(held)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The record in this DuckDB file or folder of Parquet files."""
        return cls(path)

    def save(self, to: str | Path) -> Self:
        """Writes the record as a DuckDB file, or as a folder of Parquet files; returns it opened from there."""
        from dragoman.store.write import write_tables

        write_tables(Path(to), {name: self.table(name) for name in TABLES})
        return type(self)(to)

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def ask(self, query: str, **given: Any) -> pa.Table:
        """What the record answers to a query in SQL: record.ask("SELECT * FROM events WHERE quad = $quad", quad=4)."""
        return read.ask(self._connection, query, given)

    def table(self, name: str) -> pa.Table:
        """A whole table of the record."""
        if name not in TABLES:
            raise DragomanError(f"a record has no table {name!r}", f"it has {', '.join(TABLES)}{near(name, TABLES)}")
        return read.table(self._connection, name)

    def rows(self, name: str) -> list[Any]:
        """A whole table as record objects: record.rows("events") -> list[Event]."""
        return from_arrow(TABLES[name], self.table(name))

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        union = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS rows FROM {name}" for name in TABLES)
        found = dict(zip(*self.ask(union).to_pydict().values(), strict=True))
        return {name: found[name] for name in TABLES}

    @cached_property
    def directory(self) -> Directory:
        """Finds entities by any of their names."""
        return Directory(self.rows("entities"))

    @cached_property
    def names(self) -> dict[str, str]:
        """The name to show of each entity."""
        return {id_: entity.name for id_, entity in self.directory.entities.items()}

    @cached_property
    def files(self) -> dict[str, str]:
        """The file name of each document."""
        found = self.ask(f"SELECT d.id, {queries.FILE} AS file FROM documents d").to_pydict()
        return dict(zip(found["id"], found["file"], strict=True))

    def find(self, name: str) -> Known:
        """The entity that a name means: Belarus, BLR, by, Minsk. Raises DragomanError with what is near."""
        return self.directory.find(name)

    def _side(self, name: str | None) -> list[str] | None:
        return None if name is None else self.directory.acts_for(self.find(name))

    def _sides(self, one: str | None, two: str | None) -> tuple[list[str] | None, list[str] | None]:
        """The ids of two sides; whoever is asked for by name is not also counted on the other side."""
        first, second = self._side(one), self._side(two)
        if first is None or second is None:
            return first if first is not None else second, None
        if first == second:
            raise DragomanError(f"{one} and {two} are the same", "name two parties")
        small, large = sorted((first, second), key=len)
        large = [id_ for id_ in large if id_ not in small] or large
        return small, large

    def sides(self, one: str, two: str) -> tuple[list[str], list[str]]:
        """The ids of all who act for each of two parties: sides("Belarus", "China")."""
        first, second = self._sides(one, two)
        return first or [], second or []

    def timeline(
        self,
        one: str | None = None,
        two: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        type: str | Sequence[str] | None = None,  # noqa: A002
        status: str | Sequence[str] | None = USUAL,
    ) -> Answer:
        """What passed between two parties (or all that one took part in), by day; status=None leaves nothing out.

        Columns of `events`, with the parties' names, the best-told clause, where it is printed, and conflicts about it.
        """
        first, second = self._sides(one, two)
        types = chosen(type, sorted(Ontology.load(layers(None)).types), "event type", str.upper)
        statuses = chosen(status, STATUSES, "status")
        given = {"one": first, "two": second, "types": types, "statuses": statuses, **days(since, until)}
        found = self.ask(queries.TIMELINE, **given)
        table = with_names(found, self.names, "actors", "recipients")
        title = " – ".join(self.find(name).name for name in (one, two) if name) or "All events"
        return Answer(table, partial(sheets.timeline, title=title))

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        via: str | None = None,
        kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Answer:
        """Who said what: by speaker (a state: all who speak for it), by whom it is about, by who relayed it."""
        relays = self._side(via)
        names = None if relays is None else [self.names.get(id_, id_) for id_ in relays]
        given = {"speaker": self._side(speaker), "about": self._side(about), "via": relays, "via_names": names}
        found = self.ask(queries.STATEMENTS, kind=kind, **given, **days(since, until))
        return Answer(with_chain(with_names(found, self.names, "speaker", "via", "addressee")), sheets.statements)

    def figures(self, *, measure: str | None = None, of: str | None = None, between: tuple[str, str] | None = None) -> Answer:
        """Numbers with their owners: of one measure, of one party, or between two."""
        first, second = self._sides(*between) if between else (self._side(of), None)
        measures = chosen(measure, self._values("figures", "measure"), "measure", str.lower)
        found = self.ask(queries.FIGURES, measures=measures, one=first, two=second)
        return Answer(with_names(found, self.names, "subject", "partner", "via", "speaker"), sheets.figures)

    def relations(
        self, one: str | None = None, two: str | None = None, *, relation: str | None = None, status: str | None = None
    ) -> Answer:
        """What is said to hold between entities: offices, memberships, alliances, sanctions."""
        first, second = self._sides(one, two)
        kinds = chosen(relation, self._values("relations", "relation"), "relation", str.lower)
        found = self.ask(queries.RELATIONS, one=first, two=second, relations=kinds, status=status)
        return Answer(with_names(found, self.names, "subject", "object", "via"), sheets.relations)

    def entities(self, name: str | None = None, *, kind: str | None = None, listed: bool | None = None) -> Answer:
        """Who is in the record, most mentioned first; listed=False gives those that the words do not know."""
        return Answer(self.ask(queries.ENTITIES, ids=self._side(name), kind=kind, listed=listed), sheets.entities)

    def documents(self, *, since: str | None = None, until: str | None = None) -> Answer:
        """The pages with their day, outlet, title, and how many rows each gave."""
        return Answer(self.ask(queries.DOCUMENTS, **days(since, until)), sheets.documents)

    def conflicts(self, *, kind: str | None = None) -> Answer:
        """Rows that cannot all be true, each conflict in a sentence."""
        return Answer(self.ask(queries.CONFLICTS, kind=kind), partial(sheets.conflicts, files=self.files))

    def problems(self) -> Answer:
        """What could not be read, and what to do about it."""
        return Answer(self.ask(queries.PROBLEMS), sheets.problems)

    def explain(self, id_: str, *, words: str | Path | None = None) -> "Explained":
        """A row, its words in the page, and the rule that made it; print(...) shows it as `dragoman explain` does."""
        from dragoman.show.explain import explain_row

        return explain_row(self, id_, Path(words) if words else None)

    def dossier(self, one: str, two: str, *, since: str | None = None, until: str | None = None, limit: int = 500) -> "Dossier":
        """All that the record has on two parties; `.html()` and `.markdown()` give the file that can be mailed."""
        from dragoman.show.dossier import dossier

        return dossier(self, one, two, since=since, until=until, limit=limit)

    def export(
        self,
        to: str | Path,
        format: str = "jsonl",  # noqa: A002
        *,
        since: str | None = None,
        until: str | None = None,
        between: tuple[str, str] | None = None,
        replace: bool = False,
    ) -> "Exported":
        """Writes the record, or a part of it, into a folder in a format that other programs read."""
        from dragoman.show.export.views import export

        return export(self.path, Path(to), format, since=since, until=until, between=between, replace=replace)

    def _repr_html_(self) -> str:
        from dragoman.show.overview import overview, overview_sheets
        from dragoman.show.sheet import html_table

        return "".join(html_table(sheet) for sheet in overview_sheets(overview(self), self.names))

    def _values(self, table: str, column: str) -> list[str]:
        found = self.ask(f"SELECT DISTINCT {column} AS value FROM {table} ORDER BY value")
        return [value for value in found.column("value").to_pylist() if value]

"""Faults of the tables of names: codes nobody knows, ids twice, bad days, two holders of one office at once."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.files import Complaint, Row, table
from dragoman.lexicon.tables_shared import check_shared_names
from dragoman.text.dates import first_day, last_day


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is laid out: what tells two rows apart, which cells must be filled, what a cell may say."""

    name: str
    key: tuple[str, ...]
    filled: tuple[str, ...]
    days: tuple[str, str] | None = None
    allowed: tuple[tuple[str, str], ...] = ()  # column, words parted by blanks
    states: tuple[str, ...] = ()  # columns of state ids
    parties: tuple[str, ...] = ()  # columns of state or organisation ids
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


TABLES = (
    Table(
        "states.csv", ("id",), ("id", "name", "kind", "source"), allowed=(("kind", "state territory partial"),),
        states=("neighbours", "sovereign"),
    ),
    Table(
        "people.csv", ("id",), ("id", "name", "source"), allowed=(("gender", "m f x"),), parties=("country",),
    ),
    Table(
        "offices.csv", ("person", "office", "of", "from"), ("person", "office", "of", "source"), ("from", "to"),
        parties=("of",), people=("person",),
    ),
    Table(
        "organisations.csv", ("id",), ("id", "name", "kind", "source"), ("founded", "ended"),
        allowed=(("kind", "igo union alliance group organ"),), states=("country",), organisations=("parent",),
    ),
    Table(
        "memberships.csv", ("organisation", "member", "status", "from"), ("organisation", "member", "status", "source"),
        ("from", "to"), allowed=(("status", "member observer partner candidate suspended"),),
        parties=("member",), organisations=("organisation",),
    ),
    Table(
        "outlets.csv", ("id",), ("id", "name", "kind", "source"), states=("state",),
        allowed=(("kind", "wire broadcaster newspaper site presidency ministry government office"), ("state_owned", "yes no")),
    ),
    Table(
        "places.csv", ("name", "country", "stands_for"), ("name", "kind", "source"), states=("country",),
        allowed=(("kind", "capital seat city region"),), parties=("stands_for",),
    ),
)  # fmt: skip


def check_tables(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Every fault of the tables of names, as file:line with its remedy."""
    known = {
        name: {row.text("id") for row in table(f"{name}.csv", folders, ("id",))}
        for name in ("states", "organisations", "people")
    }
    for layout in TABLES:
        for folder in folders:
            yield from _twice(layout, table(layout.name, (folder,), ()))
        for row in table(layout.name, folders, layout.key):
            yield from _check_row(layout, row, known)
    yield from _check_states(table("states.csv", folders, ("id",)))
    yield from _check_domains(table("outlets.csv", folders, ("id",)))
    yield from _check_tenures(table("offices.csv", folders, ("person", "office", "of", "from")))
    yield from check_shared_names(folders)


def _twice(layout: Table, rows: Iterable[Row]) -> Iterator[Complaint]:
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = tuple(row.text(column) for column in layout.key)
        if key in first:
            what = f"{' '.join(filter(None, key))} is already on line {first[key].line}; keep one of the two rows"
            yield Complaint(row.place, what)
        first.setdefault(key, row)


def _check_row(layout: Table, row: Row, known: dict[str, set[str]]) -> Iterator[Complaint]:
    if None in row.cells:
        yield Complaint(row.place, "more cells than columns; put a cell that holds a comma in quotation marks")
    for column in layout.filled:
        if not row.text(column):
            yield Complaint(row.place, f"no {column}; {_why_filled(column)}")
    for column, words in layout.allowed:
        if row.text(column) and row.text(column) not in words.split():
            yield Complaint(row.place, f"{column} '{row.text(column)}' is none of: {', '.join(words.split())}")
    yield from _check_ids(row, layout.states, "states.csv", known["states"])
    yield from _check_ids(row, layout.organisations, "organisations.csv", known["organisations"])
    yield from _check_ids(row, layout.people, "people.csv", known["people"])
    yield from _check_ids(row, layout.parties, "states.csv or organisations.csv", known["states"] | known["organisations"])
    if layout.days:
        yield from _check_days(row, *layout.days)


def _why_filled(column: str) -> str:
    return "say where the fact is from, or 'from memory; unverified'" if column == "source" else "every row needs one"


def _check_ids(row: Row, columns: tuple[str, ...], where: str, known: set[str]) -> Iterator[Complaint]:
    for column in columns:
        for said in row.list(column):
            if said not in known:
                near = difflib.get_close_matches(said, known, 1, 0.6)
                hint = f"; did you mean {near[0]}?" if near else "; add it there, or empty the cell"
                yield Complaint(row.place, f"{column} '{said}' is not in {where}{hint}")


def _check_days(row: Row, since: str, until: str) -> Iterator[Complaint]:
    for column in (since, until):
        if row.text(column) and first_day(row.text(column)) is None:
            yield Complaint(row.place, f"{column} '{row.text(column)}' is no day; write 2024, 2024-07 or 2024-07-04")
    start, end = first_day(row.text(since)), last_day(row.text(until))
    if start and end and start > end:
        yield Complaint(row.place, f"{since} {row.text(since)} is after {until} {row.text(until)}; exchange or correct them")


def _check_states(rows: list[Row]) -> Iterator[Complaint]:
    for column, size in (("iso2", 2), ("iso3", 3), ("fips", 2), ("cameo", 3)):
        first: dict[str, Row] = {}
        for row in rows:
            code = row.text(column)
            if code and not (len(code) == size and code.isascii() and code.isalnum() and code.isupper()):
                yield Complaint(row.place, f"{column} '{code}' is no code of {size} capital letters; correct it or leave it empty")
            if code and code in first:
                yield Complaint(row.place, f"{column} {code} is {first[code].text('name')}'s on line {first[code].line}")
            first.setdefault(code, row)
    borders = {row.text("id"): set(row.list("neighbours")) for row in rows}
    for row in rows:
        for other in borders[row.text("id")] & borders.keys():
            if row.text("id") not in borders[other]:
                yield Complaint(row.place, f"{other} is a neighbour here, but {row.text('id')} is none in {other}'s row; mend one")


def _check_domains(rows: list[Row]) -> Iterator[Complaint]:
    first: dict[str, Row] = {}
    for row in rows:
        for domain in row.list("domain"):
            if domain in first:
                yield Complaint(row.place, f"domain {domain} is {first[domain].text('id')}'s on line {first[domain].line}")
            first.setdefault(domain, row)


def _check_tenures(rows: list[Row]) -> Iterator[Complaint]:
    """Two holders of one office at once; the day of the handover may be both's."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if first_day(row.text("from")) is not None:
            held[row.text("of"), row.text("office")].append(row)
    for (of, office), tenures in held.items():
        tenures.sort(key=lambda row: row.text("from"))
        for earlier, later in zip(tenures, tenures[1:], strict=False):
            end = last_day(earlier.text("to"))
            if end is None or end > (last_day(later.text("from")) or end):
                until = earlier.text("to") or "today"
                what = f"{earlier.text('person')} is {office} of {of} until {until}, line {earlier.line}, and "
                yield Complaint(later.place, f"{what}{later.text('person')} from {later.text('from')}; correct one of the days")

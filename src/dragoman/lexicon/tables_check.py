"""Faults of the tables of names: codes nobody knows, ids twice, bad days, two holders of one office at once."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from dragoman.lexicon.files import Complaint, Row, table
from dragoman.lexicon.tables_shared import check_parents, check_shared_names
from dragoman.text.dates import first_day, last_day

CODES = (("iso2", "[A-Z]{2}"), ("iso3", "[A-Z]{3}"), ("cow", "[1-9][0-9]{0,2}"), ("fips", "[A-Z]{2}"), ("cameo", "[A-Z]{3}"))
# Offices that several people hold side by side.
SHARED = {
    "chief_minister", "commander", "commissioner", "deputy_defence_minister", "deputy_foreign_minister",
    "deputy_head_of_government", "foreign_ministry_spokesperson", "governor", "lawmaker", "mayor", "minister",
    "opposition_figure", "opposition_leader", "politburo_member", "presidential_adviser", "presidential_aide",
    "regional_leader", "senator", "senior_adviser", "special_envoy", "spokesperson",
}  # fmt: skip


SECTORS = (
    "GOV MIL LEG JUD SPY COP PTY OPP REB UAF PRE PRM BUS LAB AGR CVL EDU ELI JRN MED HLH REL REF CRM SOC NGO IGO MNC UNK SET"
)
NAMED_KINDS = "armed_group party company ngo university force gang body"


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
        "states.csv", ("id",), ("id", "name", "kind", "source"), allowed=(("kind", "state territory partial former"),),
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
        "entities.csv", ("id",), ("id", "name", "sector", "kind", "source"), ("from", "to"),
        allowed=(("kind", NAMED_KINDS), ("sector", SECTORS)), states=("country",), organisations=("parent",),
    ),
    Table(
        "memberships.csv", ("organisation", "member", "status", "from"), ("organisation", "member", "status", "source"),
        ("from", "to"), allowed=(("status", "member observer partner candidate suspended"),),
        parties=("member",), organisations=("organisation",),
    ),
    Table(
        "outlets.csv", ("id",), ("id", "name", "kind", "source"), states=("state",),
        allowed=(
            ("kind", "wire broadcaster newspaper site presidency ministry government office"),
            ("state_owned", "yes no"),
        ),
    ),
    Table(
        "places.csv", ("name", "stands_for"), ("name", "kind", "source"), states=("country",),
        allowed=(("kind", "capital seat city region"),), parties=("stands_for",),
    ),
    Table("treaties.csv", ("id",), ("id", "name", "source"), ("adopted", "adopted")),
    Table("epithets.csv", ("epithet",), ("epithet", "entity", "source"), parties=("entity", "needs")),
    Table("titles.csv", ("title",), ("title", "office", "source")),
    Table(
        "roles.csv", ("role",), ("role", "forms", "sector", "kind", "source"),
        allowed=(("sector", SECTORS), ("kind", "person group organisation media")), states=("only", "never"),
    ),
    Table("ministries.csv", ("names",), ("names", "role", "source"), states=("states",)),
    Table(
        "heads.csv", ("words",), ("words", "kind", "source"),
        allowed=(("kind", "group organisation media"), ("sector", SECTORS), ("first", "yes")),
    ),
    Table("office_sectors.csv", ("office",), ("office", "sector", "source"), allowed=(("sector", SECTORS),)),
    Table("leading_offices.csv", ("state",), ("state", "office", "source"), states=("state",)),
    Table("rival_names.csv", ("name",), ("name", "against", "source")),
    Table("no_names.csv", ("phrase",), ("phrase", "source")),
    Table("group_heads.csv", ("word",), ("word", "source")),
    Table("outlet_words.csv", ("word", "place"), ("word", "place", "source"), allowed=(("place", "before after first last"),)),
    Table("mention_rules.csv", ("rule",), ("rule", "says", "source")),
    Table("spellings.csv", ("spellings",), ("spellings", "source")),
    Table("common_surnames.csv", ("surname",), ("surname", "why", "source")),
)  # fmt: skip


def check_tables(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Every fault of the tables of names, as file:line with its remedy."""
    files = {"states": ("states",), "organisations": ("organisations", "entities"), "people": ("people",)}
    known = {
        name: {row.text("id") for file in held for row in table(f"{file}.csv", folders, ("id",))} for name, held in files.items()
    }
    for layout in TABLES:
        for folder in folders:
            yield from _twice(layout, table(layout.name, (folder,), ()))
        for row in table(layout.name, folders, layout.key):
            yield from _check_row(layout, row, known)
    states = table("states.csv", folders, ("id",))
    yield from _check_codes(states)
    yield from _check_borders(states)
    yield from _check_owner(table("outlets.csv", folders, ("id",)), "domain")
    yield from _check_tenures(table("offices.csv", folders, ("person", "office", "of", "from")))
    yield from check_parents([r for f in ("organisations.csv", "entities.csv") for r in table(f, folders, ("id",))])
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
    yield from _check_ids(row, layout.organisations, "organisations.csv or entities.csv", known["organisations"])
    yield from _check_ids(row, layout.people, "people.csv", known["people"])
    parties = known["states"] | known["organisations"]
    yield from _check_ids(row, layout.parties, "states.csv, organisations.csv or entities.csv", parties)
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
        what = f"{since} {row.text(since)} is after {until} {row.text(until)}"
        yield Complaint(row.place, f"{what}; exchange or correct them")


def _check_codes(rows: list[Row]) -> Iterator[Complaint]:
    for column, code in CODES:
        yield from _check_owner(rows, column)
        for row in rows:
            if row.text(column) and not re.fullmatch(code, row.text(column)):
                what = f"{column} '{row.text(column)}' is no {column} code"
                yield Complaint(row.place, f"{what}; correct it or leave it empty")


def _check_owner(rows: list[Row], column: str) -> Iterator[Complaint]:
    """A code or a domain belongs to one row."""
    first: dict[str, Row] = {}
    for row in rows:
        for said in row.list(column):
            if said in first:
                what = f"{column} {said} is {first[said].text('name')}'s on line {first[said].line}"
                yield Complaint(row.place, f"{what}; keep it in one of the two rows")
            first.setdefault(said, row)


def _check_borders(rows: list[Row]) -> Iterator[Complaint]:
    """A neighbour's neighbour; parts of states have neighbours that do not name them."""
    borders = {row.text("id"): row.list("neighbours") for row in rows}
    for row in rows:
        here = row.text("id")
        for other in borders[here]:
            if row.text("kind") != "partial" and other in borders and here not in borders[other]:
                yield Complaint(row.place, f"{other} is a neighbour here, but {here} is none in {other}'s row; mend one")


def _check_tenures(rows: list[Row]) -> Iterator[Complaint]:
    """Two holders of one office at once; the day of the handover may be both's."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if first_day(row.text("from")) is not None:
            held[row.text("of"), row.text("office")].append(row)
    for (_, office), tenures in held.items():
        tenures.sort(key=lambda row: row.text("from"))
        for earlier, later in pairwise(tenures if office not in SHARED else []):
            end = first_day(earlier.text("to")) or date.max
            if end > (last_day(later.text("from")) or end):
                yield Complaint(later.place, _both_in_office(earlier, later))


def _both_in_office(earlier: Row, later: Row) -> str:
    until = earlier.text("to") or "today"
    first = f"{earlier.text('person')} is {earlier.text('office')} of {earlier.text('of')} until {until}"
    then = f"{later.text('person')} from {later.text('from')}"
    return f"{first} (line {earlier.line}) and {then}; correct one of the days"

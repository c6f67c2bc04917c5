"""What the checks find in a record."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dragoman.records import TABLES
from dragoman.show.record import Record
from dragoman.show.sheet import Column, Line, Sheet
from dragoman.show.verify.checks import Check, checks
from dragoman.store.digest import digest

MOST = 1_000
"""Faults of one promise that are told one by one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that breaks a promise."""

    table: str
    row: str
    promise: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a record was found to be: its digest, how many promises were asked of how many rows, and all faults."""

    digest: str
    promises: int
    rows: dict[str, int]
    faults: tuple[Fault, ...]


def verify(record: Record) -> Verdict:
    """Checks every span, id, reference, date, count and value of a record.

    The digest is over all rows but the hour of reading: two builds of the same pages with the same words have the same.
    """
    asked = [*checks(), *members()]
    faults = tuple(fault for check in asked for fault in broken(record, check))
    return Verdict(digest(record.path, clock=False), len(asked), record.counts(), faults)


def members() -> Iterator[Check]:
    """The rows that a conflict sets against each other are there; those of the words are none of the record's."""
    for table in TABLES:
        query = f"""
            SELECT c.id AS row, 'no row ' || c.one.id || ' in {table}' AS what
            FROM (SELECT id, unnest(members) AS one FROM conflicts) c ANTI JOIN {table} t ON t.id = c.one.id
            WHERE c.one."table" = '{table}'"""
        yield Check("references", "conflicts", f"its members lead to {table}", query)


def broken(record: Record, check: Check) -> Iterator[Fault]:
    """The rows that break one promise."""
    for row in record.ask(f"SELECT * FROM ({check.query}) ORDER BY row LIMIT {MOST}").to_pylist():
        yield Fault(check.table, str(row["row"]), check.promise, str(row["what"]))


def verdict_sheets(found: Verdict, limit: int = 20) -> list[Sheet]:
    """The verdict for the eye: rows and faults of each table, and the first faults of each promise."""
    count = {table: sum(fault.table == table for fault in found.faults) for table in TABLES}
    lines = [
        Line((table, f"{found.rows[table]:,}", str(count[table] or "none")), style="red" if count[table] else "")
        for table in TABLES
    ]
    total = f"{len(found.faults) or 'No'} fault{'' if len(found.faults) == 1 else 's'}"
    title = f"{total}; {found.promises} promises asked of {sum(found.rows.values()):,} rows"
    columns = (Column("table", style="bold"), Column("rows", right=True), Column("faults", right=True))
    sheets = [Sheet(title, columns, lines, [f"digest {found.digest}"])]
    for (table, promise), group in groupby(found.faults, lambda fault: (fault.table, fault.promise)):
        faults = list(group)
        notes = [f"… and {len(faults) - limit} more; --json tells all"] if len(faults) > limit else []
        told = [Line((fault.row, fault.what)) for fault in faults[:limit]]
        sheets.append(Sheet(f"{table}: {promise}", (Column("row", fixed=True), Column("what")), told, notes))
    return sheets

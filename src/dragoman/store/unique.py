"""One row for each id: what else would make every count wrong."""

import pyarrow as pa
import pyarrow.compute as pc

from dragoman.records import Problem
from dragoman.store.rows import to_arrow
from dragoman.text.ids import stable_id


def one_row_an_id(tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with each id once; rows that are equal are one row, rows that differ leave a problem behind."""
    kept = {name: first_of_each(table) for name, table in tables.items()}
    noted = [problem for name, table in tables.items() if (problem := _noted(name, table, kept[name]))]
    if noted:
        kept["problems"] = pa.concat_tables([kept["problems"], to_arrow(Problem, noted)])
    return kept


def first_of_each(table: pa.Table) -> pa.Table:
    """The first row of each id."""
    ids = table.column("id")
    if pc.count_distinct(ids).as_py() == table.num_rows:
        return table
    first = {id_: number for number, id_ in reversed(list(enumerate(ids.to_pylist())))}
    return table.take(sorted(first.values()))


def _noted(name: str, table: pa.Table, kept: pa.Table) -> Problem | None:
    if kept.num_rows == table.num_rows:
        return None
    rows = {row["id"]: row for row in kept.to_pylist()}
    lost = sorted({row["id"] for row in table.to_pylist() if row != rows[row["id"]]})
    if not lost:
        return None
    what = f"in {name} {len(lost)} of the ids stand for rows that differ ({', '.join(lost[:3])}); the first of each is kept"
    mend = "this is a fault of dragoman's: please report it with the pages"
    return Problem(id=stable_id("problem", "store", name, *lost), uri=name, step="store", what=what, how_to_mend=mend)

"""dragoman explain TABLE, dragoman explain TABLE.COLUMN"""

from dataclasses import Field, fields
from typing import Any

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.explain.answer import Answer
from dragoman.show.explain.makers import later_maker, maker_of, set_at
from dragoman.show.naming import near
from dragoman.store.schema import column_name, meaning, schema


def explain_table(what: str) -> Answer:
    """What a table or a column means, what makes it, and what that reads."""
    table, _, column = what.strip().partition(".")
    table = table.lower()
    if table not in TABLES:
        raise DragomanError(f"a record has no table {table!r}{near(table, TABLES)}", f"it has {', '.join(TABLES)}")
    return _column(table, column.lower()) if column else _table(table)


def _table(table: str) -> Answer:
    record = TABLES[table]
    facts = [("holds", (record.__doc__ or "").split("\n")[0]), *_made(table)]
    facts += [(column.name, column.metadata[b"about"].decode()) for column in schema(record)]
    return Answer(table, facts)


def _column(table: str, column: str) -> Answer:
    there: dict[str, Field[Any]] = {column_name(f.name): f for f in fields(TABLES[table])}
    if column not in there:
        raise DragomanError(f"{table} has no column {column!r}{near(column, there)}", f"it has {', '.join(there)}")
    kind = schema(TABLES[table]).field(column)
    facts = [
        ("means", meaning(there[column])),
        ("type", f"{type_in_words(kind.type)}{', or unknown' if kind.nullable else ''}"),
        *_made(table),
    ]
    if later := later_maker(table, column):
        facts += [("filled in later by", f"{later.function} ({later.place})"), ("which gives", later.says)]
    if line := set_at(table, there[column].name):
        facts.append(("set at", line))
    return Answer(f"{table}.{column}", facts)


def _made(table: str) -> list[tuple[str, str]]:
    found = maker_of(table)
    if found is None:
        return []
    facts = [("made by", f"{found.function} ({found.place})"), ("which gives", found.says)]
    return [*facts, ("and reads", ", ".join(found.reads))] if found.reads else facts


WORDS = {
    "string": "text",
    "int64": "whole number",
    "double": "number",
    "bool": "true or false",
    "date32[day]": "day",
    "int32": "whole number",
}


def type_in_words(kind: Any) -> str:
    """An Arrow type in words.

    >>> import pyarrow as pa
    >>> type_in_words(pa.list_(pa.string())), type_in_words(pa.list_(pa.list_(pa.int32())))
    ('list of text', 'list of spans [start, end]')
    """
    import pyarrow as pa

    if pa.types.is_list(kind):
        inner = kind.value_type
        return "list of spans [start, end]" if pa.types.is_list(inner) else f"list of {type_in_words(inner)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(field.name for field in kind) + "}"
    if pa.types.is_timestamp(kind):
        return "moment (UTC)"
    return WORDS.get(str(kind), str(kind))

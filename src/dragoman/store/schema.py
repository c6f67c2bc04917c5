"""The Arrow schema of a table, read off its record class: the one declaration of what a table holds."""

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from dragoman.records import TABLES, Span

SIMPLE: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


def column_name(field_name: str) -> str:
    """The column of a field: Python keeps `from` for itself, so the field is `from_` and the column is `from`."""
    return field_name.rstrip("_")


def meaning(field: Field[Any]) -> str:
    """What the field means, as its declaration says."""
    return str(field.metadata.get("about", ""))


def optional(kind: Any) -> tuple[Any, bool]:
    """A field's type without None, and whether it may be None.

    >>> optional(str | None)
    (<class 'str'>, True)
    """
    if get_origin(kind) in (Union, types.UnionType):
        kinds = [part for part in get_args(kind) if part is not type(None)]
        return kinds[0], len(kinds) < len(get_args(kind))
    return kind, False


def arrow_type(kind: Any) -> pa.DataType:
    """The Arrow type of a field's type; nested records become structs, tuples become lists.

    >>> arrow_type(tuple[str, ...])
    ListType(list<item: string>)
    """
    kind = optional(kind)[0]
    if kind in SIMPLE:
        return SIMPLE[kind]
    if kind == Span:
        return pa.list_(pa.int32())
    if get_origin(kind) is tuple:
        return pa.list_(arrow_type(get_args(kind)[0]))
    if is_dataclass(kind):
        return pa.struct(list(schema(kind)))  # type: ignore[arg-type]
    raise TypeError(f"a record cannot hold a {kind}")


@cache
def schema(record: type) -> pa.Schema:
    """The columns of a record class, with their meanings as metadata."""
    hints = get_type_hints(record)
    return pa.schema(
        [
            pa.field(
                column_name(f.name),
                arrow_type(hints[f.name]),
                nullable=optional(hints[f.name])[1],
                metadata={"about": meaning(f)},
            )
            for f in fields(record)
        ],
        metadata={"about": (record.__doc__ or "").split("\n")[0]},
    )


def table_schema(name: str) -> pa.Schema:
    """The columns of a table of the record."""
    return schema(TABLES[name])


def default(field: Field[Any]) -> Any:
    """What a field holds in a record that was written before the field existed."""
    return None if field.default is MISSING else field.default

"""Record objects to Arrow and back, by the schema of their class."""

from collections.abc import Callable, Iterable
from dataclasses import Field, fields, is_dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import pyarrow as pa

from dragoman.records import Span
from dragoman.store.schema import column_name, default, optional, schema

R = TypeVar("R")
Change = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


@cache
def encoder(kind: Any) -> Change:
    """What turns a field's value into what Arrow takes: nested records into dicts, times without a zone into UTC."""
    kind = optional(kind)[0]
    if is_dataclass(kind):
        names = [(column_name(f.name), f.name) for f in fields(kind)]
        return lambda value: None if value is None else {column: getattr(value, name) for column, name in names}
    if get_origin(kind) is tuple and kind != Span and is_dataclass(get_args(kind)[0]):
        inner = encoder(get_args(kind)[0])
        return lambda values: None if values is None else [inner(value) for value in values]
    if kind is datetime:
        return lambda value: value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value
    return _same


@cache
def decoder(kind: Any) -> Change:
    """What turns Arrow's value back into the field's: lists into tuples, dicts into nested records."""
    kind = optional(kind)[0]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = [(f.name, column_name(f.name), decoder(hints[f.name])) for f in fields(kind)]
        build: Callable[..., Any] = kind if isinstance(kind, type) else type(kind)
        return lambda value: None if value is None else build(**{n: change(value.get(c)) for n, c, change in parts})
    if kind == Span:
        return lambda value: None if value is None else tuple(value)
    if get_origin(kind) is tuple:
        inner = decoder(get_args(kind)[0])
        return lambda values: () if values is None else tuple(inner(value) for value in values)
    if kind is datetime:
        return lambda value: value if value is None else value.astimezone(UTC)
    return _same


def to_arrow(record: type, rows: Iterable[Any]) -> pa.Table:
    """A table of record objects."""
    rows, hints, columns = list(rows), get_type_hints(record), schema(record)
    arrays = []
    for number, f in enumerate(fields(record)):
        change = encoder(hints[f.name])
        values = [getattr(row, f.name) for row in rows]
        if change is not _same:
            values = [change(value) for value in values]
        arrays.append(pa.array(values, columns.field(number).type))
    return pa.Table.from_arrays(arrays, schema=columns)


def from_arrow(record: type[R], table: pa.Table) -> list[R]:
    """The record objects of a table; a column that the table lacks gets the field's default."""
    hints, count = get_type_hints(record), table.num_rows
    names = [f.name for f in fields(record)]  # type: ignore[arg-type]
    columns = [_column(f, hints[f.name], table, count) for f in fields(record)]  # type: ignore[arg-type]
    return [record(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]


def _column(field: Field[Any], kind: Any, table: pa.Table, count: int) -> list[Any]:
    if column_name(field.name) not in table.column_names:
        return [default(field)] * count
    values = table.column(column_name(field.name)).to_pylist()
    change = decoder(kind)
    return values if change is _same else [change(value) for value in values]


def fit(table: pa.Table, record: type) -> pa.Table:
    """The table with exactly the columns and types of the record class: missing ones empty, unknown ones left out."""
    arrays = []
    for f, column in zip(fields(record), schema(record), strict=True):
        if column.name in table.column_names:
            arrays.append(table.column(column.name).cast(column.type))
        else:
            empty = default(f)
            arrays.append(pa.array([list(empty) if isinstance(empty, tuple) else empty] * table.num_rows, column.type))
    return pa.Table.from_arrays(arrays, schema=schema(record))

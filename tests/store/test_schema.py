"""The schema is read off the record classes, nested ones too."""

from dataclasses import dataclass

import pyarrow as pa
import pytest

from dragoman.records import TABLES, Conflict, Document, Entity, Time
from dragoman.store.schema import arrow_type, schema


@pytest.mark.parametrize(
    ("record", "column", "kind", "nullable"),
    [
        (Document, "body", pa.list_(pa.list_(pa.int32())), False),
        (Document, "read_at", pa.timestamp("us", tz="UTC"), True),
        (Document, "outlet", pa.string(), True),
        (Entity, "cow", pa.int64(), True),
        (Entity, "listed", pa.bool_(), False),
        (
            Conflict,
            "members",
            pa.list_(pa.struct([pa.field("table", pa.string()), pa.field("id", pa.string())])),
            False,
        ),
        (Time, "date_start", pa.date32(), True),
    ],
)
def test_column(record: type, column: str, kind: pa.DataType, nullable: bool) -> None:
    found = schema(record).field(column)
    assert str(found.type).replace(" not null", "") == str(kind)
    assert found.nullable is nullable


def test_python_keyword_becomes_its_column() -> None:
    """`from` is a word of Python's, so the field is `from_`; readers of the record see `from`."""
    roles = schema(Entity).field("roles").type.value_type
    assert [field.name for field in roles] == ["office", "of", "from", "to"]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name: str) -> None:
    assert all(column.metadata[b"about"].strip() for column in schema(TABLES[name]))


def test_a_type_that_cannot_be_stored_is_refused() -> None:
    @dataclass
    class Odd:
        anything: object

    with pytest.raises(TypeError, match="cannot hold"):
        arrow_type(Odd)

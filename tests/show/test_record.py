"""The record asked in Python: names forgiven, values filtered, tables given back."""

from pathlib import Path

import pytest

import dragoman
from dragoman.errors import DragomanError
from dragoman.show.record import Record


@pytest.fixture(scope="module")
def record(sample: Path) -> Record:
    return dragoman.open(sample)


def ids(table: object) -> list[str]:
    return [id_.lstrip("evsmfgrl_").lstrip("0") for id_ in table.column("id").to_pylist()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "two", "more", "found", "why"),
    [
        ("KEN", "SOM", {}, ["2", "1"], "leaders act for their states; the plan counts"),
        ("som", "ken", {}, ["2", "1"], "the order of the two does not matter"),
        ("Kenya", "Mogadishu", {}, ["2", "1"], "a capital stands for its state"),
        ("Ruto", "Somalia", {}, ["1"], "a person is asked for alone"),
        ("William Ruto", "Hassan Sheikh Mohamud", {}, ["1"], "two people"),
        ("Ruto", "Kenya", {}, [], "nobody deals with himself"),
        ("ETH", "SOM", {}, [], "a denied threat is left out"),
        ("ETH", "SOM", {"status": None}, ["3"], "unless it is asked for"),
        ("ETH", "SOM", {"status": "negated"}, ["3"], "by its status"),
        ("ETH", "KEN", {"status": None}, [], "both deal with Somalia, not with each other"),
        ("SOM", None, {"status": None}, ["2", "1", "3"], "one party; undated last"),
        (None, None, {}, ["2", "1"], "everything"),
        ("KEN", "SOM", {"since": "2024-03-05"}, ["2"], "an interval that reaches past the day"),
        ("KEN", "SOM", {"until": "2024-02"}, ["2"], "an interval that begins before it"),
        ("KEN", "SOM", {"since": "2025"}, [], "nothing so late"),
        ("KEN", "SOM", {"type": "consult"}, ["1"], "types in any case"),
        ("KEN", "SOM", {"type": ["AGREE", "CONSULT"]}, ["2", "1"], "several types"),
        ("KEN", "SOM", {"type": "ASSAULT"}, [], "a type that no event has"),
        ("France", "SOM", {}, [], "a state that the record never mentions is known all the same"),
    ],
)
def test_timeline(record: Record, one: str, two: str, more: dict, found: list[str], why: str) -> None:
    assert ids(record.timeline(one, two, **more)) == found, why


def test_timeline_tells_all(record: Record) -> None:
    event = record.timeline("KEN", "SOM", type="CONSULT").to_pylist()[0]
    assert event["actor_names"] == ["Hassan Sheikh Mohamud"]
    assert event["recipient_names"] == ["William Ruto"]
    assert event["printed_in"] == ["Coast Daily", "Savanna News"]
    assert event["conflicts"] == ["cf_1"]
    assert event["text"].startswith("Kenyan President William Ruto received")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (lambda r: r.timeline("Keyna", "SOM"), "did you mean Kenya"),
        (lambda r: r.timeline("KEN", "Kenya"), "are the same"),
        (lambda r: r.timeline("KEN", since="March"), "write 2023, 2023-03 or 2023-03-01"),
        (lambda r: r.timeline("KEN", since="2024-02-30"), "no such day"),
        (lambda r: r.timeline("KEN", since="2024", until="2023"), "later than"),
        (lambda r: r.timeline("KEN", type="CONSLT"), "did you mean CONSULT"),
        (lambda r: r.timeline("KEN", status="maybe"), "there is no status"),
        (lambda r: r.figures(measure="weather"), "there is no measure"),
        (lambda r: r.table("event"), "did you mean event"),
        (lambda r: r.timeline(""), "nobody called"),
        (lambda r: r.timeline("x'; DROP TABLE events; --"), "nobody called"),
    ],
)
def test_a_miss_suggests(record: Record, asked: object, says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        asked(record)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("more", "found", "why"),
    [
        ({}, ["1", "2"], "all"),
        ({"speaker": "Kenya"}, ["1"], "who speaks for a state"),
        ({"speaker": "ruto"}, ["1"], "a surname"),
        ({"speaker": "SOM"}, [], "nobody from there speaks"),
        ({"about": "KEN"}, ["1"], "'our' is Kenya"),
        ({"via": "Kenya Broadcasting Corporation"}, ["1"], "the relay"),
        ({"kind": "indirect"}, ["2"], "not word for word"),
        ({"since": "2024-03-05"}, [], "later; what has no day is left out"),
    ],
)
def test_statements(record: Record, more: dict, found: list[str], why: str) -> None:
    assert ids(record.statements(**more)) == found, why


def test_chain_runs_from_page_to_speaker(record: Record) -> None:
    chains = record.statements().column("chain").to_pylist()
    assert chains == [
        ["Savanna News", "Kenya Broadcasting Corporation", "William Ruto"],
        ["denial.txt", 'a "spokesman"'],
    ]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, ["2", "1"]),
        ({"measure": "trade"}, ["1"]),
        ({"measure": "EXPORT"}, ["2"]),
        ({"between": ("Somalia", "Kenya")}, ["1"]),
        ({"between": ("Somalia", "Ethiopia")}, []),
        ({"of": "Kenya"}, ["2", "1"]),
    ],
)
def test_figures(record: Record, more: dict, found: list[str]) -> None:
    assert ids(record.figures(**more)) == found


def test_other_listings(record: Record) -> None:
    assert record.relations("Ruto", "Kenya").num_rows == 1
    assert record.relations(relation="head_of_state", status="denied").num_rows == 0
    assert record.entities(listed=False).column("name").to_pylist() == ["Amina Otieno"]
    assert record.entities("Kenya").num_rows == 3
    assert record.documents(since="2024").num_rows == 2
    assert record.documents().num_rows == 3
    assert record.conflicts(kind="value").num_rows == 0
    assert record.problems().num_rows == 1
    assert record.counts()["events"] == 3


def test_pandas_reads_the_answer(record: Record) -> None:
    pytest.importorskip("pandas")
    assert list(record.timeline("KEN", "SOM").to_pandas()["origins"]) == [1, 1]


def test_typed_rows(record: Record) -> None:
    assert {type(row).__name__ for row in record.rows("events")} == {"Event"}


def test_a_record_closes(sample: Path) -> None:
    with Record.open(sample) as record:
        assert repr(record).startswith("Record(")

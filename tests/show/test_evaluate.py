"""Precision and recall against a user's gold, and the agreement of two coders."""

import json
from pathlib import Path
from typing import Any

import pytest
import sample_record

from dragoman.errors import DragomanError
from dragoman.show.evaluate import agreement, evaluate, only, read_gold
from dragoman.show.evaluate.agreement import kappa
from dragoman.show.record import Record

VISIT = sample_record.span(sample_record.WIRE, "William Ruto received his Somali counterpart")
EVENT = {"table": "events", "document": "wire.txt", **VISIT, "event_type": "CONSULT", "actors": ["SOM"], "recipients": ["KEN"]}
SAID = {"table": "statements", "document": "wire.txt", "text": "Our border will open this year", "speaker": "Ruto"}


def gold(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def scored(sample: Path, tmp_path: Path, *rows: dict[str, Any]) -> dict[str, Any]:
    with Record.open(sample) as record:
        found: dict[str, Any] = evaluate(record, read_gold(gold(tmp_path / "gold.jsonl", *rows)).items)
        return found


@pytest.mark.parametrize(
    ("change", "right", "why"),
    [
        ({}, 1, "a state stands for its president"),
        ({"actors": ["Hassan Sheikh Mohamud"]}, 1, "by name"),
        ({"actors": ["Mohamud"]}, 1, "by surname"),
        ({"actors": ["KEN"], "recipients": ["SOM"]}, 1, "a meeting has no direction"),
        ({"actors": ["KEN", "SOM"], "recipients": []}, 1, "both act together"),
        ({"event_type": "ACCUSE"}, 0, "another type"),
        ({"event_type_any": ["AGREE", "CONSULT"]}, 1, "one of several right types"),
        ({"actors": ["ETH"]}, 0, "another state"),
        ({"actors": ["SOM", "ETH"]}, 0, "one actor is missing"),
        ({"mode": ["visit"]}, 1, "a list of words"),
        ({"mode": []}, 0, "nothing is right, something was found"),
        ({"date_start": "2024-03-01", "date_end": "2024-03-31"}, 1, "a day within the gold's interval"),
        ({"date_start": "2024-03-05"}, 0, "a day before it"),
        ({"place": "nairobi"}, 1, "capitals do not matter"),
        ({"place": None}, 0, "a place that should not be there"),
        ({"score": 4}, 1, "a number"),
        ({"cameo": "042"}, 0, "another code"),
    ],
)
def test_what_counts_as_right(sample: Path, tmp_path: Path, change: dict[str, Any], right: int, why: str) -> None:
    table = scored(sample, tmp_path, EVENT | change)["tables"]["event_mentions"]
    assert (table["right"], table["required"], table["rows"]) == (right, 1, 1), why


def test_precision_counts_the_rows_of_coded_pages_only(sample: Path, tmp_path: Path) -> None:
    table = scored(sample, tmp_path, EVENT)["tables"]["event_mentions"]
    assert (table["precision"], table["recall"], table["f1"]) == (1.0, 1.0, 1.0)
    assert table["precision_95"] is None, "one page gives no interval"
    table = scored(sample, tmp_path, EVENT, {"table": "events", "document": "copy.txt", "none": True})["tables"]["event_mentions"]
    assert (table["pages"], table["precision"], table["recall"]) == (2, 0.5, 1.0), "the copy was coded and holds nothing"
    assert table["precision_95"] == [0.0, 1.0]
    assert [row["document"] for row in table["extra"]] == ["copy.txt"]


def test_optional_items_excuse_a_row_and_are_not_missed(sample: Path, tmp_path: Path) -> None:
    table = scored(sample, tmp_path, EVENT | {"required": False})["tables"]["event_mentions"]
    assert (table["required"], table["precision"], table["recall"]) == (0, 1.0, None)
    far = EVENT | {"start": 0, "end": 4, "required": False}
    assert scored(sample, tmp_path, EVENT, far)["tables"]["event_mentions"]["recall"] == 1.0


def test_a_missing_page_counts_as_missed(sample: Path, tmp_path: Path) -> None:
    found = scored(sample, tmp_path, EVENT, EVENT | {"document": "lost.txt"})
    assert found["documents_missing"] == ["lost.txt"]
    assert found["tables"]["event_mentions"]["recall"] == 0.5


def test_an_item_may_be_found_by_its_words(sample: Path, tmp_path: Path) -> None:
    table = scored(sample, tmp_path, SAID)["tables"]["statements"]
    assert table["right"] == 1 and table["columns"] == {"speaker": {"checked": 1, "right": 1}}
    with pytest.raises(DragomanError, match=r"gold\.jsonl:1: 'Ruto' stands 3 times"):
        scored(sample, tmp_path, SAID | {"text": "Ruto"})


def test_other_tables(sample: Path, tmp_path: Path) -> None:
    figure = {"table": "figures", "document": "wire.txt", "text": "nearly 1.3 billion dollars", "value": 1.3e9, "unit": "USD",
              "measure": "trade", "subject": "Somalia", "partner": "Kenya"}  # fmt: skip
    office = {"table": "relations", "document": "wire.txt", "text": "President William Ruto", "relation": "head_of_state",
              "subject": "Ruto", "object": "Kenya", "valid_from": "2022"}  # fmt: skip
    page = {"table": "documents", "document": "wire.txt", "agencies": ["Savanna News"], "published_start": "2024-03-04"}
    found = scored(sample, tmp_path, figure, office, page)["tables"]
    assert [found[name]["right"] for name in ("figures", "relations", "documents")] == [1, 1, 1]


def test_the_same_numbers_every_time(sample: Path, tmp_path: Path) -> None:
    rows = (EVENT, EVENT | {"document": "copy.txt", "event_type": "ACCUSE"})
    assert scored(sample, tmp_path, *rows) == scored(sample, tmp_path, *rows)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"table": "event"}, "there is no table 'event'"),
        ({"table": "events"}, "which document"),
        ({"table": "events", "document": "a.txt"}, "where does it stand"),
        ({"table": "events", "document": "a.txt", "start": 9, "end": 3}, "where does it stand"),
        ({"table": "events", "document": "a.txt", "start": 0, "end": 3, "actor": []}, "did you mean actors"),
        ({"table": "events", "document": "a.txt", "start": 0, "end": 3, "actors_any": "KEN"}, "must be a list"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, row: dict[str, Any], says: str) -> None:
    with pytest.raises(DragomanError, match=says) as caught:
        read_gold(gold(tmp_path / "gold.jsonl", row))
    assert "gold.jsonl:1" in str(caught.value)


def test_tables_of_somebodys_own_are_counted(tmp_path: Path) -> None:
    assert read_gold(gold(tmp_path / "gold.jsonl", {"table": "headlines", "x": 1}, EVENT)).skipped == {"headlines": 1}


def test_only_some_columns(tmp_path: Path) -> None:
    items = read_gold(gold(tmp_path / "gold.jsonl", EVENT)).items
    assert only(items, ["actors"])[0].values == {"actors": [["SOM"]]}
    with pytest.raises(DragomanError, match="did you mean actors"):
        only(items, ["actor"])


def test_two_coders(tmp_path: Path) -> None:
    other = EVENT | {"start": EVENT["start"] + 3, "event_type": "AGREE"}
    alone = EVENT | {"start": 0, "end": 8}
    one = read_gold(gold(tmp_path / "one.jsonl", EVENT, alone, EVENT | {"document": "only-one.txt"})).items
    two = read_gold(gold(tmp_path / "two.jsonl", other)).items
    found = agreement(one, two)["tables"]["event_mentions"]
    assert (found["pages"], found["items"], found["both"]) == (1, [2, 1], 1)
    assert found["f1"] == pytest.approx(2 / 3)
    assert found["columns"]["event_type"] | {"kappa": None} == {"compared": 1, "agreed": 0, "kappa": None}
    assert found["columns"]["actors"] == {"compared": 1, "agreed": 1}


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], None),
        ([("a", "a")] * 3, None),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
    ],
)
def test_kappa(labels: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(labels) == expected

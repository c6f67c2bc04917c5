"""`dragoman verify`: a record as it was built keeps every promise; a record that was touched is found out."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

import dragoman
from dragoman.cli.main import app
from dragoman.show.verify import verify
from dragoman.show.verify.checks import INTERVALS, MANY, ONE, SPANS
from dragoman.store.schema import table_schema

ROOT = Path(__file__).resolve().parents[2]

TOUCHED = [
    ("UPDATE mentions SET start = start + 1, \"end\" = \"end\" + 1", "mentions", "quotes its page", "words moved by one"),
    ("UPDATE statements SET text = 'We never said this.'", "statements", "quotes its page", "a quotation that nobody printed"),
    ("UPDATE figures SET \"end\" = 10000000", "figures", "quotes its page", "a span past the end of its page"),
    ("UPDATE event_mentions SET trigger_start = -1", "event_mentions", "lies in its page", "a span before its page"),
    ("UPDATE statements SET speaker = 'nobody' WHERE speaker IS NOT NULL", "statements", "speaker leads", "an unknown speaker"),
    ("DELETE FROM documents WHERE id = (SELECT min(document) FROM mentions)", "mentions", "document leads to", "a lost page"),
    ("UPDATE events SET actors = ['XXX']", "events", "each of actors", "an actor who is no entity"),
    ("DELETE FROM event_mentions WHERE id = (SELECT min(id) FROM event_mentions)", "events", "of mentions", "a lost mention"),
    ("INSERT INTO mentions SELECT * FROM mentions LIMIT 1", "mentions", "each id stands once", "a row doubled"),
    ("UPDATE events SET date_start = DATE '2030-01-01', date_end = DATE '2029-01-01'", "events", "is not after", "a day turned"),
    ("UPDATE documents SET body = []", "statements", "read from the article", "rows from what is no article"),
    ("UPDATE event_mentions SET status = 'maybe'", "event_mentions", "status is a known one", "a status of one's own"),
    ("UPDATE relations SET confidence = 7", "relations", "how sure", "a confidence over one"),
    ("UPDATE mentions SET rule = ''", "mentions", "names its rule", "a row that nothing made"),
    ("UPDATE event_mentions SET quad = 5", "event_mentions", "quad is 1 to 4", "a fifth quad"),
    ("UPDATE documents SET language = 'de'", "documents", "another language", "events from a page in German"),
    ("UPDATE documents SET published_start = DATE '2099-01-01'", "documents", "after the day",
     "tomorrow's paper"),
    ("UPDATE events SET documents = [documents[1], 'doc_x']", "events", "its pages are those", "a page that tells nothing of it"),
    ("UPDATE events SET origins = 99", "events", "no more origins than pages", "origins out of thin air"),
    ("UPDATE documents SET story = NULL", "stories", "its pages know their story", "a story that its pages do not know"),
    ("UPDATE conflicts SET members = [{'table': 'figures', 'id': 'fg_x'}]", "conflicts", "lead to figures", "a lost member"),
    ("UPDATE runs SET documents = 1000", "runs", "as many documents", "pages that went missing"),
]  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("whole") / "visit.duckdb"
    dragoman.build(ROOT / "examples" / "visit-to-moscow", to=to).close()
    return to


def test_a_record_as_built_keeps_every_promise(whole: Path) -> None:
    with dragoman.open(whole) as record:
        found = verify(record)
    assert found.faults == ()
    assert found.promises > 90
    assert found.rows["mentions"] > 100


@pytest.mark.parametrize(("change", "table", "promise", "why"), TOUCHED, ids=[why for *_, why in TOUCHED])
def test_a_record_that_was_touched_is_found_out(
    whole: Path, tmp_path: Path, change: str, table: str, promise: str, why: str
) -> None:
    touched = shutil.copy(whole, tmp_path / "touched.duckdb")
    with duckdb.connect(str(touched)) as connection:
        connection.execute(change)
    with dragoman.open(touched) as record:
        found = verify(record)
    assert any(fault.table == table and promise in fault.promise for fault in found.faults), (why, found.faults[:5])


def test_two_builds_have_one_digest_and_a_touched_one_another(whole: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.duckdb"
    dragoman.build(ROOT / "examples" / "visit-to-moscow", to=again).close()
    run = CliRunner()
    expected = json.loads(run.invoke(app, ["verify", str(whole), "--json"]).output)[0]["digest"]
    assert len(expected) == 64
    assert run.invoke(app, ["verify", str(again), "--expect", expected]).exit_code == 0
    with duckdb.connect(str(again)) as connection:
        connection.execute("UPDATE entities SET name = 'Somebody else' WHERE id = 'RUS'")
    told = run.invoke(app, ["verify", str(again), "--expect", expected])
    assert told.exit_code == 1
    assert "another record than expected" in told.output


def test_a_fault_is_told_with_its_row_and_ends_in_one(whole: Path, tmp_path: Path) -> None:
    touched = shutil.copy(whole, tmp_path / "touched.duckdb")
    with duckdb.connect(str(touched)) as connection:
        connection.execute("UPDATE statements SET text = 'We never said this.'")
    told = CliRunner().invoke(app, ["verify", str(touched)])
    assert told.exit_code == 1
    assert "statements: quotes its page" in told.output
    assert "st_" in told.output


REFERRING = frozenset(
    "document entity speaker addressee subject object partner statement event via actors recipients copy_of story".split()
)


@pytest.mark.parametrize("table", sorted({table for table, *_ in (*SPANS, *ONE, *MANY)}))
def test_every_column_that_refers_is_asked(table: str) -> None:
    """A column that the contract gains must be asked about too."""
    kinds = {field.name: str(field.type) for field in table_schema(table)}
    starts = {name for name in kinds if name == "start" or name.endswith("_start")}
    assert {name for name in starts if kinds[name].startswith("int")} == {start for t, start, *_ in SPANS if t == table}
    assert {name for name in starts if "date" in kinds[name]} == {f"{what}_start" for t, what in INTERVALS if t == table}
    assert REFERRING & kinds.keys() <= {column for t, column, _ in (*ONE, *MANY) if t == table}

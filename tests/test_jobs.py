"""The work on batches: nothing lost, nothing doubled, the same record in any order."""

from pathlib import Path

import pytest

from dragoman import flow, jobs
from dragoman.records import Document, Entity, EventMention, Problem, Statement
from dragoman.store.digest import digest
from dragoman.store.read import rows

EXAMPLES = Path(__file__).parent.parent / "examples" / "visit-to-moscow"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "examples.duckdb"
    jobs.build([EXAMPLES], path)
    return path


def test_the_flow_is_in_order() -> None:
    makers = flow.check()
    assert makers[EventMention].__name__ == "code_events"


def test_a_step_that_reads_what_nobody_made_is_refused() -> None:
    with pytest.raises(TypeError, match="no earlier step makes"):
        flow.check(steps=flow.FLOW[2:])


def test_two_makers_of_one_record_are_refused() -> None:
    with pytest.raises(TypeError, match="two makers"):
        flow.check(steps=(*flow.FLOW, flow.FLOW[-1]))


def test_every_row_points_at_its_words(record: Path) -> None:
    texts = {d.id: d.text for d in rows(record, "documents")}
    for table in ("mentions", "times", "statements", "figures", "relations", "event_mentions"):
        found = rows(record, table)
        assert found or table == "relations", table
        assert all(texts[r.document][r.start : r.end] == r.text for r in found), table


def test_every_entity_referred_to_is_a_row(record: Path) -> None:
    known = {e.id for e in rows(record, "entities")}
    for event in rows(record, "event_mentions"):
        assert {*event.actors, *event.recipients, *event.via} <= known
    for statement in rows(record, "statements"):
        assert {statement.speaker, statement.addressee, *statement.via} - {None} <= known


def test_ids_are_unique(record: Path) -> None:
    for table in ("documents", "entities", "mentions", "statements", "figures", "relations", "event_mentions", "events"):
        ids = [r.id for r in rows(record, table)]
        assert len(ids) == len(set(ids)), table


def test_order_of_pages_and_number_of_processes_change_nothing(record: Path, tmp_path: Path) -> None:
    backwards = sorted(EXAMPLES.iterdir(), reverse=True)
    jobs.build(backwards, tmp_path / "backwards.duckdb", processes=2)
    assert digest(tmp_path / "backwards.duckdb", clock=False) == digest(record, clock=False)


def test_the_run_tells_what_made_it(record: Path) -> None:
    (run,) = rows(record, "runs")
    assert run.model.startswith("en_core_web_sm") and len(run.words_digest) == len(run.model_digest) == 64
    assert run.pages == run.documents == 5 and run.started <= run.ended


def test_a_step_that_breaks_costs_only_its_own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_statements(document: Document, entities: list[Entity]) -> "list[Statement]":
        raise ValueError("a broken step")

    steps = tuple(find_statements if s.__name__ == "find_statements" else s for s in flow.FLOW)
    monkeypatch.setattr(flow, "FLOW", steps)
    monkeypatch.setattr(flow.run, "__defaults__", (steps, None))
    found: dict = {}
    for rows_of_page in jobs.read_batch([page for page in jobs.read_paths([EXAMPLES]) if not isinstance(page, Problem)]):
        jobs.gather(found, rows_of_page)
    assert {p.step for p in found[Problem]} == {"find_statements"}
    assert found[EventMention] and not found[Statement]


def test_unreadable_pages_are_problems_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text((EXAMPLES / "harbour-post.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    summary = jobs.build([tmp_path, tmp_path / "nowhere.txt"], tmp_path / "out.duckdb")
    assert summary.documents == 1
    problems = rows(tmp_path / "out.duckdb", "problems")
    assert {Path(p.uri).name for p in problems} >= {"empty.txt", "binary.txt", "nowhere.txt"}
    assert all(p.how_to_mend for p in problems)


def test_the_same_page_twice_is_read_once(tmp_path: Path) -> None:
    page = EXAMPLES / "lantern.txt"
    summary = jobs.build([page, page, EXAMPLES], tmp_path / "out.duckdb")
    assert summary.documents == 5

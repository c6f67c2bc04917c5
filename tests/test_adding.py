"""Pages added, builds killed and repeated: the record is always the one that reading all at once, undisturbed, would give."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import jobs
from dragoman.errors import DragomanError
from dragoman.jobs import building, keeping
from dragoman.store import kept, lock
from dragoman.store.digest import digest
from dragoman.store.kept import folder_of
from dragoman.store.read import rows

EXAMPLES = Path(__file__).parent.parent / "examples" / "visit-to-moscow"
UNDATED = (
    "Indian Prime Minister Narendra Modi met Russian President Vladimir Putin in Moscow on Monday for their second meeting.\n"
)
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork.*:DeprecationWarning")
PAGES = sorted(EXAMPLES.iterdir())[:3]


@pytest.fixture(scope="module", autouse=True)
def unchanging() -> Iterator[None]:
    """Words and code that nobody edits while these tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "words_digest", lambda folder: str(folder))
        patch.setattr(keeping, "code_digest", lambda: "one")
        yield


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The example pages, a copy of one of them, one that only the others can date, and one that is no page."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "copy.txt").write_text((EXAMPLES / "harbour-post.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (folder / "undated.txt").write_text(UNDATED, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return [*PAGES, *sorted(folder.iterdir())]


@pytest.fixture(scope="module")
def whole(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of the record of all the pages, read at once."""
    path = tmp_path_factory.mktemp("whole") / "record.duckdb"
    jobs.build(pages, path)
    return digest(path, clock=False)


def test_pages_added_one_by_one_give_what_all_at_once_gives(pages: list[Path], whole: str, tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    jobs.build(pages[-1:], record)
    for page in reversed(pages[:-1]):
        jobs.add([page], record)
    assert digest(record, clock=False) == whole


def test_a_folder_record_can_be_added_to(pages: list[Path], whole: str, tmp_path: Path) -> None:
    record = tmp_path / "record.parquet"
    jobs.build(pages[:4], record)
    jobs.add(pages[4:], record)
    assert digest(record, clock=False) == whole


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), characters=st.sampled_from([1, 3_000, 9_000, 400_000]))
def test_order_and_batches_change_nothing(
    data: st.DataObject, characters: int, pages: list[Path], whole: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    order = data.draw(st.permutations(pages))
    first = data.draw(st.integers(1, len(order)))
    record = tmp_path_factory.mktemp("order") / "record.duckdb"
    jobs.build(order[:first], record, characters=characters)
    jobs.add(order, record, characters=characters)
    assert digest(record, clock=False) == whole


def test_processes_change_nothing(pages: list[Path], whole: str, tmp_path: Path) -> None:
    jobs.build(reversed(pages), tmp_path / "record.duckdb", processes=2, characters=2_000)
    assert digest(tmp_path / "record.duckdb", clock=False) == whole


def nobody(*_: object, **__: object) -> None:
    raise AssertionError("nothing is to be read again")


def test_an_unchanged_folder_is_not_read_again(pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "record.duckdb"
    first = jobs.build(pages, record)
    before = record.read_bytes()
    monkeypatch.setattr(keeping, "read_batch", nobody)
    for again in (jobs.build(pages, record), jobs.add(pages, record), jobs.add([pages[0]], record)):
        assert (again.pages, again.documents, again.rows) == (first.pages, first.documents, first.rows)
        assert again.before == len(pages) - 1, "all but the one that is no page"
    assert record.read_bytes() == before


def test_what_is_gone_from_the_folder_is_gone_from_the_next_build(pages: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    jobs.build(pages, record)
    jobs.build(pages[:3], record)
    assert len(rows(record, "documents")) == 3
    manifests = list(folder_of(record).glob("*.pages.json"))
    assert len(manifests) == 1


def test_the_same_page_from_another_folder_is_no_new_page(pages: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    jobs.build(pages, record)
    (tmp_path / "moved").mkdir()
    moved = tmp_path / "moved" / pages[0].name
    moved.write_bytes(pages[0].read_bytes())
    before = digest(record)
    jobs.add([moved], record)
    assert digest(record) == before
    jobs.build([*pages, moved], tmp_path / "both.duckdb")
    assert {d.id for d in rows(tmp_path / "both.duckdb", "documents")} == {d.id for d in rows(record, "documents")}


# --- killed -----------------------------------------------------------------------------------------------------------


def dies(work: Callable[[], object], module: object, name: str, at: int, after: bool) -> bool:
    """Does the work in another process, which is killed when a function is called for the nth time, or is done then."""
    child = os.fork()
    if child == 0:
        real, calls = getattr(module, name), iter(range(1, 1000))

        def deadly(*given: object, **more: object) -> object:
            last = next(calls) == at
            if last and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            done = real(*given, **more)
            if last:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        setattr(module, name, deadly)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


MOMENTS = [
    (keeping, "write_rows", 1, False), (keeping, "write_rows", 2, True), (kept.Kept, "write_manifest", 1, False),
    (kept.Kept, "write_manifest", 1, True), (kept, "_put", 2, False), (building, "reconcile", 1, False),
    (kept.Kept, "sweep", 1, False), (kept.Kept, "sweep", 1, True),
]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize(("module", "name", "at", "after"), MOMENTS, ids=lambda value: getattr(value, "__name__", str(value)))
@pytest.mark.parametrize("adding", [False, True], ids=["build", "add"])
def test_a_killed_run_goes_on_with_nothing_lost_or_doubled(
    adding: bool, module: object, name: str, at: int, after: bool, pages: list[Path], whole: str, tmp_path: Path
) -> None:
    record = tmp_path / "record.duckdb"

    def work() -> None:
        if adding:
            jobs.add(pages, record, characters=3_000)
        else:
            jobs.build(pages, record, characters=3_000)

    if adding:
        jobs.build(pages[:2], record)
    assert dies(work, module, name, at, after)
    assert not adding or len(rows(record, "documents")) in (2, len(pages) - 1), "the old record or the new one, whole"
    work()
    assert digest(record, clock=False) == whole
    assert not list(folder_of(record).glob(".half-*"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_was_read_before_a_kill_is_not_read_again(
    pages: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "record.duckdb"
    assert dies(lambda: jobs.build(pages[:5], record, characters=1), keeping, "write_rows", 3, True)
    read: list[int] = []
    real = keeping.read_batch
    monkeypatch.setattr(keeping, "read_batch", lambda batch, *more: read.append(len(batch)) or real(batch, *more))
    assert jobs.build(pages[:5], record, characters=1).before == 3
    assert sum(read) == 2


# --- two at once ------------------------------------------------------------------------------------------------------


def test_the_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    told = rf"is being written by process {os.getpid()} since .*; wait"
    with lock.writing(folder_of(record), record), pytest.raises(DragomanError, match=told):
        jobs.build(PAGES, record)
    jobs.build(PAGES[:1], record)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_the_second_writer_waits_when_asked_and_a_dead_one_hinders_nobody(tmp_path: Path) -> None:
    record, reading = tmp_path / "record.duckdb", os.pipe()
    child = os.fork()
    if child == 0:
        with lock.writing(folder_of(record), record):
            os.write(reading[1], b"x")
            signal.pause()
    os.read(reading[0], 1)
    with pytest.raises(DragomanError, match=str(child)), lock.writing(folder_of(record), record, wait=0.3):
        raise AssertionError("must not be reached")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with lock.writing(folder_of(record), record, wait=5):
        pass


def test_readers_are_never_blocked_and_see_one_record_whole(pages: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "record.duckdb"
    jobs.build(pages[:2], record)
    with duckdb.connect(str(record), read_only=True) as reader, lock.writing(folder_of(record), record):
        assert len(rows(record, "documents")) == 2, "a second reader, while somebody writes"
        assert reader.sql("SELECT count(*) FROM documents").fetchall() == [(2,)]
    with duckdb.connect(str(record), read_only=True) as reader:
        jobs.add(pages, record)
        assert reader.sql("SELECT count(*) FROM documents").fetchall() == [(2,)], "who reads goes on with what he opened"
    assert len(rows(record, "documents")) == len(pages) - 1


# --- what can go wrong ------------------------------------------------------------------------------------------------


@pytest.fixture
def record(pages: list[Path], tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "record.duckdb"
    jobs.build(pages[:3], path)
    yield path


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("how", ["spoilt", "cut", "emptied", "removed"])
def test_kept_pages_that_are_damaged_are_read_again_by_a_build_and_told_by_add(how: str, record: Path, pages: list[Path]) -> None:
    before = digest(record, clock=False)
    file = max(folder_of(record).glob("*.rows"), key=lambda path: path.stat().st_size)
    if how == "spoilt":
        spoil(file)
    elif how == "removed":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[: 0 if how == "emptied" else -10])
    with pytest.raises(DragomanError, match=r"3 of the pages kept in .* are damaged or gone; build it again"):
        jobs.add(pages, record)
    summary = jobs.build(pages[:3], record)
    assert (summary.before, summary.damaged) == (0, int(how != "removed"))
    assert digest(record, clock=False) == before


@pytest.mark.parametrize("how", ["no folder", "no manifest", "another's words"])
def test_a_record_that_cannot_be_added_to_says_why(how: str, record: Path, pages: list[Path], tmp_path: Path) -> None:
    words = None
    if how == "another's words":
        words = tmp_path / "words"
        words.mkdir()
        (words / "people.csv").write_text("id,name,surname,country,source\nann-oyelaran,Ann Oyelaran,Oyelaran,NGA,own\n")
    else:
        for path in folder_of(record).glob("*" if how == "no folder" else "*.json"):
            path.unlink()
    with pytest.raises(DragomanError, match="other words" if words else "is not kept beside it"):
        jobs.add(pages, record, words=words)
    assert len(rows(record, "documents")) == 3


def test_pages_kept_by_another_dragoman_are_not_taken(record: Path, pages: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "code_digest", lambda: "another")
    with pytest.raises(DragomanError, match="another version of dragoman"):
        jobs.add(pages, record)
    assert jobs.build(pages[:3], record).before == 0


def test_a_clock_that_went_backwards_is_told(record: Path, pages: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    class Early(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) - timedelta(days=40)

    monkeypatch.setattr(building, "datetime", Early)
    with pytest.raises(DragomanError, match=r"the clock says .*set the clock"):
        jobs.add(pages, record)


def test_a_record_inside_the_folder_of_its_pages_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(UNDATED)
    for name in ("record.duckdb", "record.parquet"):
        first, again = jobs.build([tmp_path], tmp_path / name), jobs.build([tmp_path], tmp_path / name)
        assert first.rows == again.rows
        assert again.before == 1 and again.documents == 1
        assert not (tmp_path / "record.parquet").exists() or again.problems == 1, "only the other record is no page"

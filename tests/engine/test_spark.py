"""Many machines: the record is the one that a single machine makes, whatever fails on the way."""

import importlib.util
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman import jobs
from dragoman.cli.main import app
from dragoman.engine import spark
from dragoman.errors import DragomanError
from dragoman.jobs.spreading import spread
from dragoman.show.record import Record
from dragoman.store.digest import digest
from dragoman.store.read import rows
from dragoman.store.remote import Folder

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples" / "visit-to-moscow"
OWN = ROOT / "tests" / "gold" / "pages"
UNDATED = (
    "Indian Prime Minister Narendra Modi met Russian President Vladimir Putin in Moscow on Monday for their second meeting.\n"
)
NO_SPARK = importlib.util.find_spec("pyspark") is None or not (os.environ.get("JAVA_HOME") or shutil.which("java"))
needs_spark = pytest.mark.skipif(NO_SPARK, reason="PySpark or Java is not installed")
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*use of fork.*:DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning"
)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """One session for all tests: it takes longer to start than all that is done with it."""
    with spark.session("local[2]") as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example pages and our own, a copy, a page that only others can date, an empty one, one of bytes that are no text."""
    folder = tmp_path_factory.mktemp("pages") / "pages"
    for source in (EXAMPLES, OWN):
        shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("*.toml", "*.jsonl", "*.json"))
    (folder / "copy.txt").write_text((EXAMPLES / "harbour-post.txt").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (folder / "undated.txt").write_text(UNDATED, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / ".hidden.txt").write_text(UNDATED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def record(session: Any, pages: Path) -> Path:
    """What Spark makes of the pages."""
    to = pages.parent / "spark"
    spread([pages], f"{to}/")
    return to


@needs_spark
def test_the_record_is_the_one_that_a_single_machine_makes(record: Path, pages: Path) -> None:
    jobs.build([pages], pages.parent / "local.duckdb")
    assert digest(record, clock=False) == digest(pages.parent / "local.duckdb", clock=False)
    assert {d.published_from for d in rows(record, "documents") if d.uri.endswith("undated.txt")} == {"other_document"}


@needs_spark
def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(record: Path) -> None:
    assert {Path(problem.uri).name for problem in rows(record, "problems")} == {"empty.txt", "picture.txt"}


@needs_spark
def test_pages_lie_under_their_month_and_are_opened_as_one_record(record: Path) -> None:
    assert (record / "documents.parquet" / "month=2024-07").is_dir()
    with Record.open(record) as opened:
        assert {"month"}.isdisjoint(opened.table("documents").column_names)
        assert len(opened.timeline("India", "Russia").arrow) > 3


@needs_spark
def test_a_second_run_reads_nothing_again_and_a_page_more_only_what_is_about_it(session: Any, record: Path, pages: Path) -> None:
    summary = spread([pages], f"{record}/", replace_old=True)
    assert summary.before == summary.pages - 2 > 10  # two files hold no page


@needs_spark
def test_a_worker_that_is_killed_costs_its_task_only(session: Any, tmp_path: Path) -> None:
    def killed_once(name: str) -> str:
        with (tmp_path / name).open("a") as file:
            file.write("tried\n")
        if name == "b" and spark.attempt() == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return name.upper()

    assert spark.mapped(killed_once, ["a", "b", "c"], session) == ["A", "B", "C"]
    assert [(tmp_path / name).read_text().count("tried") for name in "abc"] == [1, 2, 1]


@needs_spark
def test_short_paths_are_seen_from_where_the_command_was_given(
    session: Any, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages)
    spread(["undated.txt", "gone.txt"], f"{tmp_path}/record/")
    assert [document.uri for document in rows(tmp_path / "record", "documents")] == ["undated.txt"]
    assert [problem.what for problem in rows(tmp_path / "record", "problems")] == ["no such file or folder"]


@needs_spark
def test_a_task_that_always_fails_ends_the_run_with_its_own_words(session: Any) -> None:
    def refused(name: str) -> str:
        raise DragomanError(f"the words {name} are not here", "give every machine the same folder")

    with pytest.raises(DragomanError, match=r"the words mine are not here; give every machine the same folder"):
        spark.mapped(refused, ["mine"], session)


@needs_spark
def test_pages_and_record_by_address(session: Any, tmp_path: Path) -> None:
    to, page = f"file://{tmp_path}/far/record", f"file://{tmp_path}/pages/undated.txt"
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "undated.txt").write_text(UNDATED, encoding="utf-8")
    spread([page], to)
    assert [document.uri for document in rows(tmp_path / "far" / "record", "documents")] == [page]
    with pytest.raises(DragomanError, match="exists already"):
        spread([page], to)
    before = set(Folder.of(to).files())
    spread([f"file://{tmp_path}/pages"], to, replace_old=True)
    after = set(Folder.of(to).files())
    assert len(after) == len(before) and after & before == {"record.json"}


NO_JAVA = [
    ({"JAVA_HOME": "", "PATH": "/nowhere"}, "needs Java, and there is no java on the PATH; install Java 17"),
    ({"JAVA_HOME": "/nowhere"}, "needs Java, and JAVA_HOME is /nowhere, but there is no bin/java in it"),
]


@pytest.mark.parametrize(("told", "said"), NO_JAVA, ids=["none", "a home that is empty"])
@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed")
def test_without_java_it_is_said_before_any_work(
    told: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    found = CliRunner().invoke(app, ["build", str(EXAMPLES), "--engine", "spark", "--to", f"{tmp_path}/record/"])
    assert isinstance(found.exception, DragomanError) and said in str(found.exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="PySpark is not installed")
def test_an_old_java_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(DragomanError, match=r"needs Java 17 or later, and .* tells version 11"):
        spark.require()


def test_without_pyspark_it_is_said_before_any_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(DragomanError, match=r'PySpark, which is not installed; pip install "dragoman\[spark\]"'):
        spread([EXAMPLES], f"{tmp_path}/record/")
    assert list(tmp_path.iterdir()) == []


REFUSED = [
    ("record.duckdb", [str(EXAMPLES)], "writes a folder, and .* is the name of a file; let its name end in /"),
    ("record/", ["-"], "reads files, not standard input"),
    ("record/", ["https://news.example/"], "reads files, not https://news.example/; fetch them first"),
]


@pytest.mark.parametrize(("name", "given", "said"), REFUSED, ids=["a file", "standard input", "an address"])
@needs_spark
def test_what_it_cannot_do_is_said_before_any_work(name: str, given: list[str], said: str, tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=said):
        spread(given, f"{tmp_path}/{name}")
    assert not (tmp_path / name).exists()

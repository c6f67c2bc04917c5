"""The commands as a user types them: what is printed, and the exit code; never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import sample_record

from dragoman.cli import main as command_line
from dragoman.errors import DragomanError
from dragoman.store.digest import digest


def dragoman(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as stopped:
        patch.setattr(sys, "argv", ["dragoman", *words])
        command_line.main()
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


LISTINGS = ["documents", "timeline", "statements", "figures", "relations", "conflicts", "entities", "show"]


@pytest.mark.parametrize("listing", LISTINGS)
def test_listing_for_the_eye_and_for_programs(listing: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = dragoman(capsys, listing, str(sample))
    assert (code, err) == (0, "")
    assert "\x1b" not in out, "plain in a pipe"
    code, out, err = dragoman(capsys, listing, str(sample), "--json")
    rows = json.loads(out)
    assert code == 0
    assert rows
    assert all(isinstance(row, dict) for row in rows)


@pytest.mark.parametrize("listing", LISTINGS)
def test_listing_of_an_empty_record(listing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from dragoman.store.write import write_record

    write_record(tmp_path / "empty.duckdb", {})
    assert dragoman(capsys, listing, str(tmp_path / "empty.duckdb"))[0] == 0
    code, out, _ = dragoman(capsys, listing, str(tmp_path / "empty.duckdb"), "--json")
    assert code == 0
    assert isinstance(json.loads(out), list)


def test_timeline_line(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = dragoman(capsys, "timeline", str(sample), "Kenya", "Mogadishu", "--quote")
    assert out.startswith("Kenya – Somalia: 2 events\n")
    line = next(line for line in out.splitlines() if "CONSULT" in line)
    for part in (
        "4 Mar 2024",
        "CONSULT visit",
        "Hassan Sheikh Mohamud → William Ruto",
        "Nairobi",
        "disputed",
        "Coast Daily",
    ):
        assert part in line
    assert "“Kenyan President William Ruto received" in out


def test_timeline_says_what_it_leaves_out(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = dragoman(capsys, "timeline", str(sample), "SOM")
    assert "1 event denied or only imagined left out; --status all shows them" in out
    _, out, _ = dragoman(capsys, "timeline", str(sample), "SOM", "--status", "all")
    assert "did not" in out


def test_limit(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = dragoman(capsys, "entities", str(sample), "--limit", "2")
    assert "… and 6 more; --limit 0 shows all" in out
    assert len(json.loads(dragoman(capsys, "entities", str(sample), "--limit", "2", "--json")[1])) == 2
    assert len(json.loads(dragoman(capsys, "entities", str(sample), "--limit", "0", "--json")[1])) == 8


def test_a_page_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from dragoman.store.write import write_record

    page = sample_record.document("doc_1", "a.txt", "a\n\nb\n", title="\x1b[2J[red]boo\nnew\u202eline")
    write_record(tmp_path / "r.duckdb", {"documents": [page]})
    _, out, _ = dragoman(capsys, "documents", str(tmp_path / "r.duckdb"))
    assert "[2J[red]boo new line" in out
    assert not {"\x1b", "\u202e"} & set(out)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["timeline", "missing.duckdb"], "there is no record missing.duckdb; build one with"),
        (["timeline", "RECORD", "Keyna"], "did you mean Kenya"),
        (["timeline", "RECORD", "KEN", "--since", "soon"], "write 2023, 2023-03 or 2023-03-01"),
        (["export", "RECORD", "--to", "OUT", "--format", "xml"], "one of jsonl, parquet, csv"),
        (["import", "nowhere", "--to", "r.duckdb"], "there is no folder nowhere"),
        (["build", ".", "--to", "RECORD"], "exists already; give another name, or --replace"),
        (["build", "nowhere.txt", "--to", "OUT"], "there is no file or folder nowhere.txt"),
        (["explain", "evnts"], "did you mean events"),
        (["explain", "events.dat_start"], "did you mean date_start"),
        (["explain", "RECORD"], "which row of"),
        (["explain", "RECORD", "ev_404"], "no row has the id 'ev_404'"),
        (["frobnicate"], "No such command"),
        (["timeline"], "Missing argument"),
    ],
)
def test_what_cannot_start_gets_words_and_2(
    words: list[str], says: str, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [word.replace("RECORD", str(sample)).replace("OUT", str(tmp_path / "out")) for word in words]
    code, out, err = dragoman(capsys, *given)
    assert code == 2
    assert says in " ".join((out + err).split())
    assert "Traceback" not in out + err


def test_export_and_import(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = dragoman(capsys, "export", str(sample), "--format", "csv", "--to", str(tmp_path / "out"))
    assert (code, "tables in" in out) == (0, True)
    code, _, _ = dragoman(capsys, "import", str(tmp_path / "out"), "--to", str(tmp_path / "again") + "/")
    assert code == 0
    assert (tmp_path / "again" / "events.parquet").is_file()
    assert dragoman(capsys, "import", str(tmp_path / "out"), "--to", str(tmp_path / "again") + "/")[0] == 2


def fake_build(problems: int) -> object:
    """What stands for jobs.build: it writes the sample record and counts as told."""

    def build(paths: list[str], to: Path, **given: object) -> SimpleNamespace:
        sample_record.write(to)
        return SimpleNamespace(pages=4, documents=3, problems=problems, rows={"events": 3, "statements": 1}, before=0, damaged=0)

    return build


@pytest.mark.parametrize(("problems", "code"), [(0, 0), (1, 1)])
def test_build(
    problems: int, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman import jobs

    monkeypatch.setattr(jobs, "build", fake_build(problems))
    got, out, err = dragoman(capsys, "build", str(tmp_path), "--to", str(tmp_path / "new record.duckdb"))
    assert (got, err) == (code, "")
    assert "Read 4 pages into 3 documents: 1 statement and 3 events." in out
    assert ("1 problem; list them with: dragoman show" in out) is bool(problems)
    if problems:
        assert "'" in out.splitlines()[1], "a name with spaces is quoted, so that the command can be copied"


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pages").mkdir()
    code, out, _ = dragoman(capsys, "build", str(tmp_path / "pages"), "--to", str(tmp_path / "r.duckdb"))
    assert (code, out.startswith("Found no page to read")) == (1, True)


def test_build_reads_standard_input(tmp_path: Path) -> None:
    page = b"NAIROBI, 4 March 2024 - Kenyan President William Ruto received Somali President Hassan Sheikh Mohamud on Monday.\r\n"
    for name in ("one.duckdb", "two.duckdb"):
        command = [sys.executable, "-c", "from dragoman.cli.main import main; main()", "build", "-", "--to", name]
        run = subprocess.run(command, input=page, capture_output=True, cwd=tmp_path, check=False)
        assert (run.returncode, run.stderr) == (0, b"")
    assert digest(tmp_path / "one.duckdb", clock=False) == digest(tmp_path / "two.duckdb", clock=False)


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (DragomanError("no such model", "install it"), 2, "dragoman: no such model; install it\n"),
        (KeyboardInterrupt(), 130, "stopped"),
        (MemoryError(), 2, "not enough memory"),
        (OSError(5, "Input/output error", "/dev/broken"), 2, "/dev/broken: Input/output error"),
        (RuntimeError("odd\nthing"), 2, "a fault of dragoman's own: RuntimeError: odd thing"),
    ],
)
def test_whatever_happens_there_is_no_traceback(
    error: BaseException,
    code: int,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from dragoman import jobs

    def build(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(jobs, "build", build)
    got, _, err = dragoman(capsys, "build", str(tmp_path), "--to", str(tmp_path / "r.duckdb"))
    assert got == code
    assert says in err
    assert err.count("\n") == 1, "one line"
    assert not (tmp_path / "r.duckdb").exists()


def test_a_reader_that_leaves_early_is_no_fault(sample: Path) -> None:
    """`dragoman entities RECORD --json | head -1`"""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        run = subprocess.run(
            [sys.executable, "-c", "from dragoman.cli.main import main; main()", "entities", str(sample), "--json"],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (run.returncode, run.stderr) == (0, b"")

"""The commands dossier, evaluate and export's one-way formats, as they are typed."""

import json
import sys
from pathlib import Path

import pytest

from dragoman.cli.main import main


def dragoman(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    sys.argv = ["dragoman", *map(str, words)]
    with pytest.raises(SystemExit) as left:
        main()
    out, err = capsys.readouterr()
    return int(left.value.code or 0), out, err


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    row = {"table": "events", "document": "wire.txt", "start": 60, "end": 152, "event_type": "CONSULT", "actors": ["Somalia"]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row | {"recipients": ["Kenya"]}) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "begins"), [("out.html", "<!doctype html>"), ("out.md", "# Kenya and Somalia")])
def test_dossier(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, begins: str) -> None:
    code, out, _ = dragoman(capsys, "dossier", sample, "Kenya", "Somalia", "--to", tmp_path / name)
    assert (code, "2 events and 0 statements from 2 pages" in out) == (0, True)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    code, _, err = dragoman(capsys, "dossier", sample, "Kenya", "Somalia", "--to", tmp_path / name)
    assert (code, "exists already" in err) == (2, True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["dossier", "RECORD", "Kenya", "Somalia", "--to", "OUT.pdf"], "ends neither in .html nor in .md"),
        (["dossier", "RECORD", "Kenya", "Atlantis", "--to", "OUT.html"], "nobody called 'Atlantis'"),
        (["dossier", "RECORD", "Kenya", "Somalia", "--to", "OUT/none/x.html"], "there is no folder"),
        (["evaluate", "RECORD", "OUT.jsonl"], "there is no gold file"),
        (["evaluate", "OUT.duckdb", "GOLD"], "there is no record"),
        (["evaluate", "RECORD", "GOLD", "--column", "actor"], "did you mean actors"),
        (["export", "RECORD", "--format", "gdelt", "--between", "Kenya", "Atlantis", "--to", "OUT"], "nobody called 'Atlantis'"),
        (["export", "RECORD", "--format", "sqlite", "--since", "2024", "--to", "OUT"], "carries the whole record"),
    ],
)
def test_what_cannot_be_done(
    words: list[str], says: str, sample: Path, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"RECORD": str(sample), "GOLD": str(gold), "OUT": str(tmp_path / "out")}
    given = [next((word.replace(key, place) for key, place in places.items() if word.startswith(key)), word) for word in words]
    code, _, err = dragoman(capsys, *given)
    assert code == 2
    assert says in err and "Traceback" not in err


def test_evaluate(sample: Path, gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = dragoman(capsys, "evaluate", sample, gold, "--show")
    assert code == 0 and "1 of 1" in out and "event_mentions: no mistake" in out
    code, out, _ = dragoman(capsys, "evaluate", sample, gold, "--json")
    assert json.loads(out)[0]["tables"]["event_mentions"]["f1"] == 1.0
    code, out, _ = dragoman(capsys, "evaluate", gold, gold)
    assert code == 0 and "Two coders" in out and "1.000" in out


def test_export_says_what_it_left_out(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = dragoman(capsys, "export", sample, "--format", "polecat", "--to", tmp_path / "out")
    assert code == 0
    assert "2 rows in events.txt" in out and "1 event" in out and "left out" in out

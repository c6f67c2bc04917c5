"""`dragoman doctor`: all is well here, and what is not well is told with its remedy."""

import json
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from typer.testing import CliRunner

import dragoman
from dragoman.cli.main import app
from dragoman.errors import WordsError
from dragoman.show import doctor

RUN = CliRunner()


def test_all_is_well_here(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Kenya and Somalia signed a treaty in Nairobi on 4 March 2024.", encoding="utf-8")
    dragoman.build(tmp_path / "page.txt", to=tmp_path / "one.duckdb").close()
    told = RUN.invoke(app, ["doctor", str(tmp_path / "one.duckdb"), "--json"])
    assert told.exit_code == 0, told.output
    found = {one["what"]: one["found"] for one in json.loads(told.output)}
    assert {"Python", "dragoman", "spacy", "duckdb", "model", "words", "disk", "record"} <= found.keys()
    assert "weights" in found["model"]


def test_a_folder_of_words_with_a_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text('id,name\n"open', encoding="utf-8")
    told = RUN.invoke(app, ["doctor", "--words", str(tmp_path)])
    assert told.exit_code == 1
    assert "people.csv" in told.output


def test_no_record_there(tmp_path: Path) -> None:
    told = RUN.invoke(app, ["doctor", str(tmp_path / "nothing.duckdb")])
    assert told.exit_code == 1
    assert "nothing.duckdb" in told.output


@pytest.mark.parametrize(
    ("wanted", "found", "well"),
    [("duckdb>=1", None, True), ("duckdb>=999", None, False), ("no-such-package-at-all>=1", "missing", False)],
)
def test_packages(wanted: str, found: str | None, well: bool) -> None:
    finding = doctor.package(Requirement(wanted))
    assert (finding.remedy == "") is well
    assert found is None or finding.found == found


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 9, 1))
    assert doctor.disk(None).remedy


def test_words_with_a_fault_stop_a_build_before_any_page_is_read(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "people.csv").write_text("id,name,country,source\nx,Ana Oz,ZZZ,her imprint\n", encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("Kenya and Somalia signed a treaty in Nairobi.", encoding="utf-8")
    with pytest.raises(WordsError, match=r"people\.csv:2.*ZZZ"):
        dragoman.build(page, to=tmp_path / "none.duckdb", words=words)
    assert not (tmp_path / "none.duckdb").exists()

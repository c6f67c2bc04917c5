"""Columns of somebody's own table, named on the command line, reach the documents."""

from pathlib import Path

import duckdb
from typer.testing import CliRunner

from dragoman.cli.main import app

TABLE = """wann,kopf,inhalt
2021-05-04,Chile and Peru sign accord,"The foreign ministers of Chile and Peru signed an accord on trade in Lima, officials said."
"""


def test_build_takes_the_named_columns(tmp_path: Path) -> None:
    table, record = tmp_path / "table.csv", tmp_path / "record.duckdb"
    table.write_text(TABLE, encoding="utf-8")
    named = ["--text-column", "inhalt", "--title-column", "kopf", "--date-column", "wann"]
    assert CliRunner().invoke(app, ["build", str(table), "--to", str(record), *named]).exit_code == 0
    with duckdb.connect(str(record), read_only=True) as store:
        found = store.execute("select title, published_start::varchar, published_from from documents").fetchall()
    assert found == [("Chile and Peru sign accord", "2021-05-04", "metadata")]


def test_build_without_the_name_says_what_to_name(tmp_path: Path) -> None:
    table, record = tmp_path / "table.csv", tmp_path / "record.duckdb"
    table.write_text(TABLE, encoding="utf-8")
    assert CliRunner().invoke(app, ["build", str(table), "--to", str(record)]).exit_code == 1
    with duckdb.connect(str(record), read_only=True) as store:
        what, mend = store.execute("select what, how_to_mend from problems").fetchone() or ("", "")
    assert "inhalt" in what
    assert "--text-column" in mend

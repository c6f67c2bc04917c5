"""What is exported can be imported: the same record; and no cell of a CSV file is a formula."""

import csv
import json
from pathlib import Path

import pytest
import sample_record
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.export import csv as csv_format
from dragoman.show.export.formats import FORMATS, export_record, import_record
from dragoman.store.digest import digest
from dragoman.store.write import write_record


@pytest.mark.parametrize("name", FORMATS)
def test_there_and_back(sample: Path, tmp_path: Path, name: str) -> None:
    counts = export_record(sample, tmp_path / "out", name)
    assert counts["events"] == 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(f"{t}.{name}" for t in TABLES)
    import_record(tmp_path / "out", tmp_path / "again.duckdb")
    assert digest(tmp_path / "again.duckdb") == digest(sample)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_record_there_and_back(tmp_path: Path, name: str) -> None:
    write_record(tmp_path / "empty.duckdb", {})
    export_record(tmp_path / "empty.duckdb", tmp_path / "out", name)
    import_record(tmp_path / "out", tmp_path / "again.duckdb")
    assert digest(tmp_path / "again.duckdb") == digest(tmp_path / "empty.duckdb")


NASTY = [
    '=HYPERLINK("http://x")',
    "+1",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "'=1+1",
    "''",
    "'",
    "",
    " ",
    "a,b",
    'a"b',
    "a\r\nb",
    "é🇰🇪",
    "null",
    "None",
    "NaN",
    "true",
    "[]",
    "1e5",
    "\u2028",
    "x\x00y",
    ";",
    "0012",
]


@pytest.mark.parametrize("name", FORMATS)
def test_nasty_text_survives(tmp_path: Path, name: str) -> None:
    pages = [sample_record.document(f"doc_{n}", f"{n}.txt", "a\n\nb\n", title=text) for n, text in enumerate(NASTY)]
    write_record(tmp_path / "nasty.duckdb", {"documents": pages})
    export_record(tmp_path / "nasty.duckdb", tmp_path / "out", name)
    import_record(tmp_path / "out", tmp_path / "again.duckdb")
    assert digest(tmp_path / "again.duckdb") == digest(tmp_path / "nasty.duckdb")


def test_no_text_cell_is_a_formula(tmp_path: Path) -> None:
    pages = [sample_record.document(f"doc_{n}", f"{n}.txt", "a\n\nb\n", title=text) for n, text in enumerate(NASTY)]
    write_record(tmp_path / "nasty.duckdb", {"documents": pages})
    export_record(tmp_path / "nasty.duckdb", tmp_path / "out", "csv")
    with (tmp_path / "out" / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [value for row in csv.DictReader(file) for value in row.values()]
    assert not [value for value in cells if value.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text())
def test_safe_is_undone_by_bare(text: str) -> None:
    assert csv_format.bare(csv_format.safe(text)) == text
    assert not csv_format.safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_jsonl_is_as_the_contract_says(sample: Path, tmp_path: Path) -> None:
    export_record(sample, tmp_path, "jsonl")
    first = json.loads((tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert first["published_start"] == "2024-03-04"
    assert first["body"] == [[40, len(sample_record.COPY) - 1]] or isinstance(first["body"][0], list)
    assert first["read_at"] == "2024-03-05T08:30:00Z"
    roles = [json.loads(line)["roles"] for line in (tmp_path / "entities.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {"office": "head_of_state", "of": "KEN", "from": "2022-09-13", "to": None} in [role for each in roles for role in each]


def test_negative_numbers_stay_numbers(sample: Path, tmp_path: Path) -> None:
    """-3.25 is no formula: a spreadsheet shows it as a number, and pandas reads it as one."""
    pandas = pytest.importorskip("pandas")
    export_record(sample, tmp_path, "csv")
    figures = pandas.read_csv(tmp_path / "figures.csv")
    assert figures["change_percent"].min() == -3.25


def test_an_edited_file_with_windows_newlines_is_read(sample: Path, tmp_path: Path) -> None:
    export_record(sample, tmp_path / "out", "jsonl")
    for path in (tmp_path / "out").iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    import_record(tmp_path / "out", tmp_path / "again.duckdb")
    assert digest(tmp_path / "again.duckdb") == digest(sample)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("documents.jsonl", "{not json}\n", r"documents.jsonl:1: not JSON"),
        ("documents.jsonl", "\n[1]\n", r"documents.jsonl:2: not an object"),
        ("documents.csv", "id,published_start\r\nd1,yesterday\r\n", r"documents.csv:2: published_start cannot be"),
        ("documents.parquet", "PAR1 no", "not a Parquet file"),
        ("other.jsonl", "{}\n", "holds no exported record"),
    ],
)
def test_what_cannot_be_imported_gets_its_line(tmp_path: Path, file: str, content: str, says: str) -> None:
    (tmp_path / file).write_text(content)
    with pytest.raises(DragomanError, match=says):
        import_record(tmp_path, tmp_path / "record.duckdb")
    assert not (tmp_path / "record.duckdb").exists()


def test_an_export_is_not_written_over_unasked(sample: Path, tmp_path: Path) -> None:
    export_record(sample, tmp_path, "jsonl")
    with pytest.raises(DragomanError, match="holds an export already"):
        export_record(sample, tmp_path, "jsonl")
    export_record(sample, tmp_path, "jsonl", replace=True)


def test_an_unknown_format_suggests(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="did you mean parquet"):
        export_record(sample, tmp_path, "parket")

"""Pages that are forgotten are gone: from the record, from what is kept beside it, from the search index."""

import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from dragoman import jobs
from dragoman.cli.main import app
from dragoman.errors import DragomanError
from dragoman.store.digest import digest
from dragoman.store.kept import folder_of, search_index
from dragoman.store.read import rows

# A tells a story, B copies it, C has no day of its own but those of A's weekday, D stands alone.
A = """Ties in focus at the river

Tuesday, 7 May 2019

{lead}Kenya and Mali signed an agreement on customs in Nairobi on Monday, after three days of talks.

"We expect more of the same," Malian Foreign Minister Zanaxe Quodlibet said on Monday in Nairobi, where he met reporters.

Trade between Kenya and Mali rose by 12 percent to $3.4 billion last year, according to the Kenyan ministry of trade.
"""
B = A.format(lead="NAIROBI, May 7 (AFP) - ").replace("Ties in focus", "Neighbours sign")
D = """Norway sends help

Wednesday, 8 May 2019

Norway sent food aid to Chile after the floods, the Norwegian foreign ministry said in a statement on Wednesday evening in Oslo.
"""
PAGES = {"a.txt": A.format(lead=""), "b.txt": B, "c.txt": A.format(lead="").replace("Tuesday, 7 May 2019\n\n", ""), "d.txt": D}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    return tmp_path / "pages"


def built(folder: Path, record: Path, names: list[str]) -> Path:
    jobs.build([folder / name for name in names], record)
    return record


def kept_bytes(record: Path) -> bytes:
    """All that lies beside a record, with what is packed in it."""
    found = b""
    for path in folder_of(record).iterdir():
        data = path.read_bytes()
        found += data
        for at in (n for n in range(len(data) - 1) if data[n] == 0x78 and data[n + 1] in (0x01, 0x5E, 0x9C, 0xDA)):
            try:
                found += zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue
    return found


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gone=st.lists(st.sampled_from(sorted(PAGES)), min_size=1, max_size=3, unique=True))
def test_what_is_left_is_a_record_built_without_the_page(
    gone: list[str], folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("forget")
    record = built(folder, place / "record.duckdb", sorted(PAGES))
    told, summary = jobs.forget([str(folder / name) for name in gone], record)
    other = built(folder, place / "other.duckdb", [name for name in sorted(PAGES) if name not in gone])
    assert digest(record, clock=False) == digest(other, clock=False)
    assert summary.documents == len(PAGES) - len(gone) == len(rows(record, "documents"))
    assert told == sorted(str(folder / name) for name in gone)


def test_nothing_of_it_lies_in_or_beside_the_record(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["a.txt", "d.txt"])
    search_index(record).write_bytes(b"Zanaxe Quodlibet")
    assert b"Quodlibet" in kept_bytes(record), "or this test looks in the wrong place"
    jobs.forget([str(folder / "a.txt")], record)
    assert b"Quodlibet" not in kept_bytes(record)
    assert b"a.txt" not in kept_bytes(record)
    assert not search_index(record).exists()
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"Quodlibet" not in held


def test_by_the_id_of_its_document(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["a.txt", "d.txt"])
    document = next(d for d in rows(record, "documents") if d.uri.endswith("d.txt"))
    jobs.forget([document.id], record)
    assert [d.uri for d in rows(record, "documents")] == [str(folder / "a.txt")]


def test_the_last_page_can_be_forgotten(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["d.txt"])
    jobs.forget([str(folder / "d.txt")], record)
    assert rows(record, "documents") == [] and rows(record, "entities") == []


def test_a_page_that_could_not_be_read_is_forgotten_too(folder: Path, tmp_path: Path) -> None:
    (folder / "e.txt").write_text("  \n", encoding="utf-8")
    record = built(folder, tmp_path / "record.duckdb", ["d.txt", "e.txt"])
    assert rows(record, "problems")
    jobs.forget([str(folder / "e.txt")], record)
    assert rows(record, "problems") == []


def test_an_address_that_is_not_there_changes_nothing(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["a.txt", "d.txt"])
    before = record.read_bytes()
    with pytest.raises(DragomanError, match=r"holds no page nowhere\.txt"):
        jobs.forget([str(folder / "a.txt"), "nowhere.txt"], record)
    assert record.read_bytes() == before


def test_pages_can_be_added_after_one_was_forgotten(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["a.txt", "d.txt"])
    jobs.forget([str(folder / "d.txt")], record)
    jobs.add([folder / "b.txt"], record)
    other = built(folder, tmp_path / "other.duckdb", ["a.txt", "b.txt"])
    assert digest(record, clock=False) == digest(other, clock=False)


def test_the_command_says_what_it_did_and_did_not(folder: Path, tmp_path: Path) -> None:
    record = built(folder, tmp_path / "record.duckdb", ["a.txt", "d.txt"])
    done = CliRunner().invoke(app, ["forget", str(record), str(folder / "d.txt")])
    assert done.exit_code == 0
    assert "Forgotten" in done.output and "holds 1 document" in done.output and "backups" in done.output

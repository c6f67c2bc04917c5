"""Pages that break parsers, all the way to the record: nothing ends the build, and what can be read is read."""

import gzip
import zipfile
from pathlib import Path

import pytest

from dragoman import jobs
from dragoman.store.read import rows

STORY = "The foreign ministers of Chile and Peru signed an accord on trade in Lima on 4 May 2021, officials said."
BODY = f"<p>{STORY}</p><p>The accord enters into force in June, both ministries said in a joint statement.</p>"


def page(head: str, before: str = "", after: str = "") -> str:
    return f"<html><head>{head}</head><body>{before}<article>{BODY}</article>{after}</body></html>"


@pytest.mark.parametrize(
    ("why", "html"),
    [
        ("nested a hundred thousand deep", page("<title>Accord</title>", "<div>" * 100_000, "</div>" * 100_000)),
        ("nested inline tags", page("<title>Accord</title>", "<b><i>" * 20_000)),
        ("a script in the title", page("<title><script>alert('x')</script>Accord</title>")),
        ("a title that never ends", page("<title>Accord")),
        ("an attribute of a million letters", page(f"<title>Accord</title><meta content='{'x' * 1_000_000}'>")),
        ("JSON-LD that is no JSON", page("<title>Accord</title><script type='application/ld+json'>{{{[</script>")),
        ("a comment that never ends", page("<title>Accord</title>", after="<!-- ")),
        ("letters that nobody sees", page("<title>Acc\u200bord</title>", "<p>\u202e\u2066</p>")),
    ],
)
def test_html_that_breaks_parsers(why: str, html: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    (tmp_path / "other.txt").write_text(STORY, encoding="utf-8")
    summary = jobs.build([tmp_path], tmp_path / "record.duckdb")
    documents = rows(tmp_path / "record.duckdb", "documents")
    assert "other.txt" in {Path(document.uri).name for document in documents}, why
    assert summary.pages == 2, "a document or a problem for each page"
    problems = rows(tmp_path / "record.duckdb", "problems")
    assert len(documents) + len(problems) == 2
    assert all(problem.how_to_mend for problem in problems)
    told = [document for document in documents if document.uri.endswith("page.html")]
    assert all("<" not in (document.title or "") and "alert" not in (document.title or "") for document in told)


def test_a_folder_of_broken_things_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Each is one clear row with its place and its remedy; three good pages among them are read."""
    (tmp_path / "a.txt").write_bytes(STORY.encode()[:50] + b"\0" + STORY.encode()[50:])
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress((STORY + "\n").encode() * 400)[:-20])
    (tmp_path / "c.csv").write_text("wann,inhalt\n2021-05-04,x\n")
    (tmp_path / "d.warc").write_bytes(b"this is no crawl")
    (tmp_path / "e.zip").write_bytes(b"PK\x03\x04 cut")
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        archive.writestr("good.txt", STORY)
        archive.writestr("bad.bin", bytes(range(256)) * 20)
    jobs.build([tmp_path], tmp_path / "record.duckdb")
    names = {document.uri.rpartition("/")[2] for document in rows(tmp_path / "record.duckdb", "documents")}
    assert {"a.txt", "b.txt.gz", "good.txt"} <= names
    problems = rows(tmp_path / "record.duckdb", "problems")
    assert {problem.uri.removeprefix(str(tmp_path))[:3] for problem in problems} == {"/a.", "/b.", "/c.", "/d.", "/e.", "/f."}
    assert all(problem.what and problem.how_to_mend for problem in problems)

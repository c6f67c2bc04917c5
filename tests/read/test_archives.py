"""Archives, whole and broken: what stands before the break is read, and no bomb is unpacked."""

import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

STORY = "Ghana and Togo have settled their sea border after talks in Accra.\n"


def read(path: Path, **options: object) -> tuple[list[Page], list[Problem]]:
    found = list(read_paths([path], ReadOptions(**options)))  # type: ignore[arg-type]
    return [x for x in found if isinstance(x, Page)], [x for x in found if isinstance(x, Problem)]


def response(address: str, html: str, status: str = "200 OK", kind: str = "text/html", lie: int = 0) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{html}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-04T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{address}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) + lie}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def html(text: str) -> str:
    return f"<html><body><p>{text}</p></body></html>"


def test_gzip_of_text_and_of_rows(tmp_path: Path) -> None:
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": STORY}).encode()))
    pages, problems = read(tmp_path)
    assert [page.text for page in pages] == [STORY, STORY]
    assert not problems


def test_gzip_that_ends_early(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"text": f"{STORY} {n} {n * 7919}"}) for n in range(20_000)).encode()
    path = tmp_path / "rows.jsonl.gz"
    packed = gzip.compress(rows)
    path.write_bytes(packed[: len(packed) // 2])
    pages, problems = read(path)
    assert len(pages) > 1000
    assert len(problems) == 1
    assert "breaks off" in problems[0].what


def test_page_in_a_gzip_that_ends_early_is_given_as_far_as_it_goes(tmp_path: Path) -> None:
    story = "".join(f"{STORY} {n * 7919}\n" for n in range(5000))
    packed = gzip.compress(story.encode())
    (tmp_path / "page.txt.gz").write_bytes(packed[: len(packed) // 2])
    pages, problems = read(tmp_path / "page.txt.gz")
    assert story.startswith(pages[0].text)
    assert len(pages[0].text) > 1000
    assert "breaks off" in problems[0].what


def test_gzip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "page.txt.gz").write_bytes(gzip.compress(b"0" * 5_000_000))
    pages, problems = read(tmp_path / "page.txt.gz", max_bytes=1000)
    assert not pages
    assert "more than 1,000 bytes" in problems[0].what


def test_zip_of_any_of_them(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x.txt", STORY)
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.html", html(STORY))
        archive.writestr("a.txt", STORY)
        archive.writestr("rows.jsonl", json.dumps({"text": STORY}))
        archive.writestr("nested.zip", inner.getvalue())
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("empty.txt", "")
    pages, problems = read(path)
    assert [page.uri for page in pages] == [f"{path}!/a.txt", f"{path}!/b.html", f"{path}!/rows.jsonl#1"]
    assert [problem.what for problem in problems] == ["empty: there is no text in it", "archive inside an archive"]


def test_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 200_000)
        archive.writestr("b.txt", STORY)
    pages, problems = read(path, max_bytes=1000)
    assert [page.text for page in pages] == [STORY]
    assert problems[0].what == "too great when unpacked"


@pytest.mark.parametrize("name", ["page.zip", "page.warc", "page.txt.gz", "page.warc.gz"])
def test_archives_that_are_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"this is no archive at all, but plain words\n" * 10)
    pages, problems = read(tmp_path / name)
    assert not pages
    assert len(problems) == 1


@pytest.mark.parametrize("packed", [False, True])
def test_warc(tmp_path: Path, packed: bool) -> None:
    records = [
        response("https://example.org/1", html("One")),
        response("https://example.org/2", html("Gone"), status="404 Not Found"),
        response("https://example.org/3", "GIF8", kind="image/gif"),
        response("https://example.org/4", "Plain words", kind="text/plain; charset=utf-8"),
        response("https://example.org/5", ""),
    ]
    path = tmp_path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(b"".join(gzip.compress(r) if packed else r for r in records))
    pages, problems = read(path)
    assert [(page.uri, page.text.strip()) for page in pages] == [
        ("https://example.org/1", "One"), ("https://example.org/4", "Plain words"),
    ]  # fmt: skip
    assert {page.visited for page in pages} == {date(2021, 5, 4)}
    assert [problem.uri for problem in problems] == ["https://example.org/5"]


def test_warc_that_is_cut_or_lies_about_a_length_keeps_what_came_before(tmp_path: Path) -> None:
    records = [gzip.compress(response(f"https://example.org/{n}", html(f"Story {n}"))) for n in range(3)]
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(b"".join(records)[:-30])
    assert [page.uri for page in read(cut)[0]][:2] == ["https://example.org/0", "https://example.org/1"]
    lying = tmp_path / "lying.warc"
    one, two = response("https://example.org/1", html("One")), response("https://example.org/2", html("Two"), lie=9999)
    lying.write_bytes(one + two)
    assert read(lying)[0][0].uri == "https://example.org/1"

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
    uris = [f"{path}!/a.txt", f"{path}!/b.html", f"{path}!/nested.zip!/x.txt", f"{path}!/rows.jsonl#1"]
    assert [page.uri for page in pages] == uris
    assert [problem.what for problem in problems] == ["empty: there is no text in it"]


def test_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 200_000)
        archive.writestr("b.txt", STORY)
    pages, problems = read(path, max_bytes=1000)
    assert [page.text for page in pages] == [STORY]
    assert problems[0].what == "more than 10,000 bytes when unpacked"


def zipped(**files: bytes | str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return whole.getvalue()


def test_archives_one_in_another_are_read_three_deep_and_no_deeper(tmp_path: Path) -> None:
    deep = STORY.encode()
    for number in range(5):
        deep = zipped(**{f"in{number}_{'zip' if number else 'txt'}": deep, f"side{number}_txt": STORY})
    (tmp_path / "deep.zip").write_bytes(deep)
    pages, problems = read(tmp_path / "deep.zip")
    assert len(pages) == 3
    assert [problem.what for problem in problems] == ["archives more than 3 deep, one inside another"]
    assert problems[0].uri.endswith("!/in4.zip!/in3.zip!/in2.zip")


def test_a_zip_of_bombs_is_limited_as_a_whole(tmp_path: Path) -> None:
    """Each inner zip keeps to the limit of an entry; together they would be 2.5 MB of 200,000 bytes allowed."""
    bombs = {f"b{n:03}_zip": zipped(**{f"x{m}_txt": b"0" * 9_900 for m in range(5)}) for n in range(50)}
    (tmp_path / "bombs.zip").write_bytes(zipped(a_txt=STORY, **bombs))
    pages, problems = read(tmp_path / "bombs.zip", max_bytes=1000)
    assert [page.text for page in pages] == [STORY]
    assert len(problems) > 100
    assert {"file of more than 1,000 bytes", "more than 0 bytes when unpacked"} & {problem.what for problem in problems}


def test_a_zip_holds_gzips_and_crawls(tmp_path: Path) -> None:
    crawl = gzip.compress(response("https://example.org/1", html("One")))
    (tmp_path / "a.zip").write_bytes(zipped(p_txt_gz=gzip.compress(STORY.encode()), w_warc_gz=crawl))
    pages, problems = read(tmp_path / "a.zip")
    assert [page.text.strip() for page in pages] == [STORY.strip(), "One"]
    assert not problems


def test_one_bad_entry_of_a_zip_costs_only_itself(tmp_path: Path) -> None:
    data = bytearray(zipped(a_txt=STORY * 50, b_txt=STORY * 60, c_txt=STORY))
    at = data.index(b"b.txt") + len("b.txt") + 20
    data[at : at + 8] = b"\xff" * 8
    (tmp_path / "a.zip").write_bytes(bytes(data))
    pages, problems = read(tmp_path / "a.zip")
    assert {page.uri.rpartition("/")[2] for page in pages} >= {"a.txt", "c.txt"}
    assert len(problems) == 1
    assert "!/b.txt" in problems[0].uri


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


def crawl(packed: bool, second: bytes | None = None, **how: int) -> list[bytes]:
    """Four records, the second with a length that lies."""
    told = [response(f"https://example.org/{n}", html(f"Story {n} " + "word " * 30), **(how if n == 1 else {})) for n in range(4)]
    told[1] = second if second is not None else told[1]
    return [gzip.compress(one) for one in told] if packed else told


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("lie", [9, 50, 700, 99_999, -9, -60])
def test_warc_record_whose_length_lies_costs_nothing(tmp_path: Path, packed: bool, lie: int) -> None:
    """A length too great swallows the records behind it, one too small cuts the page and leaves the reader in its middle."""
    path = tmp_path / "lying.warc"
    path.write_bytes(b"".join(crawl(packed, lie=lie)))
    pages, problems = read(path)
    assert [page.uri for page in pages] == [f"https://example.org/{n}" for n in range(4)]
    assert [page.text.split()[-1] for page in pages] == ["word"] * 4
    assert all(page.text.count("word") == 30 for page in pages)
    assert len(problems) == 1
    assert "byte" in problems[0].what and problems[0].how_to_mend


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_what_is_no_record_is_stepped_over(tmp_path: Path, packed: bool) -> None:
    first, _, *rest = crawl(packed)
    path = tmp_path / "crawl.warc"
    path.write_bytes(first + b"this is no record\r\n" * 20 + b"".join(rest))
    pages, problems = read(path)
    assert [page.uri[-1] for page in pages] == ["0", "2", "3"]
    assert "380 bytes" in problems[0].what


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_warc_that_is_cut_keeps_what_came_before_and_says_so(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "cut.warc"
    path.write_bytes(b"".join(crawl(packed))[:-60])
    pages, problems = read(path)
    assert [page.uri[-1] for page in pages][:3] == ["0", "1", "2"]
    assert "breaks off after byte" in problems[0].what


def test_records_packed_in_one_piece_are_read_and_a_lie_among_them_is_told(tmp_path: Path) -> None:
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(b"".join(crawl(False))))
    assert len(read(path)[0]) == 4
    path.write_bytes(gzip.compress(b"".join(crawl(False, lie=50))))
    assert "in one piece" in read(path)[1][0].what
    assert "unpack" in (read(path)[1][0].how_to_mend or "")


def test_crawled_page_with_packed_body_and_the_servers_encoding(tmp_path: Path) -> None:
    body = gzip.compress("<html><body><p>Malmö och Århus</p></body></html>".encode("latin-1"))
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2021-05-04T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(head.encode() + http + b"\r\n\r\n")
    assert read(tmp_path / "a.warc")[0][0].text.strip() == "Malmö och Århus"

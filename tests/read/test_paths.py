"""Files and folders, good and bad: every page is read, every fault is one row that says what to do."""

import json
from pathlib import Path

import pytest

from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

STORY = "Chile and Peru agreed to reopen a border bridge.\r\n\r\nTrade had stopped in January.\n"


def read(*paths: Path, **options: object) -> tuple[list[Page], list[Problem]]:
    found = list(read_paths(paths, ReadOptions(**options)))  # type: ignore[arg-type]
    return [x for x in found if isinstance(x, Page)], [x for x in found if isinstance(x, Problem)]


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("utf-8", STORY.encode()),
        ("utf-8 with a mark", b"\xef\xbb\xbf" + STORY.encode()),
        ("utf-16 with a mark", STORY.encode("utf-16")),
        ("a western code page", "Malmö såg över bron till Köpenhamn, sade ministern på måndagen.\n".encode("cp1252")),
        ("a cyrillic code page", ("Министры двух стран встретились в Ереване в понедельник.\n" * 3).encode("cp1251")),
    ],
)
def test_text_is_the_files_own(tmp_path: Path, why: str, data: bytes) -> None:
    pages, problems = read(put(tmp_path, "page.txt", data))
    assert not problems
    assert "\ufffd" not in pages[0].text
    assert pages[0].text.endswith("\n")
    if "utf" in why:
        assert pages[0].text == STORY  # newlines as they were


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "binary"),
        ("zeros.txt", b"abc\x00def" * 50, "binary"),
        ("noise.txt", bytes(range(1, 32)) * 200, ""),
        ("shell.html", b"<html><head><script>var a = 1;</script></head><body></body></html>", "without any visible text"),
        ("note.docx", b"PK\x03\x04", "not read"),
        ("broken.jsonl", b"{not json}\n", "no JSON"),
        ("list.jsonl", b"[1, 2]\n", "no object"),
        ("other.jsonl", b'{"a": "b"}\n', "no column of text"),
        ("other.csv", b"a,b\n1,2\n", "no column of text"),
        ("empty.csv", b"", "empty"),
    ],
)
def test_bad_files_are_one_problem(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    good = put(tmp_path, "zz.txt", STORY)
    pages, problems = read(put(tmp_path, name, data), good)
    assert [page.text for page in pages] == [STORY]  # the rest is read
    assert len(problems) == 1
    assert said in problems[0].what
    assert problems[0].how_to_mend
    assert problems[0].step == "read"


def test_missing_path() -> None:
    pages, problems = read(Path("/no/such/place"))
    assert not pages
    assert problems[0].what == "no such file or folder"


def test_folder_is_walked_in_order_with_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt"):
        put(tmp_path, name, STORY + name)
    pages, problems = read(tmp_path)
    assert [Path(page.uri).relative_to(tmp_path).as_posix() for page in pages] == ["a/1.txt", "a/2.txt", "b.txt"]
    assert not problems


def test_loop_of_links_and_same_file_twice(tmp_path: Path) -> None:
    path = put(tmp_path, "inner/page.txt", STORY)
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    pages, problems = read(tmp_path, path, tmp_path)
    assert len(pages) == 1
    assert [problem.what for problem in problems] == ["no such file or folder"]


def test_equal_files_are_two_pages(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", STORY)
    put(tmp_path, "b.txt", STORY)
    pages, _ = read(tmp_path)
    assert len(pages) == 2
    assert pages[0].content_sha256 == pages[1].content_sha256


def test_jsonl_with_usual_and_given_columns(tmp_path: Path) -> None:
    rows = [
        {"url": "https://example.org/1", "headline": "One", "Body": STORY, "authors": ["Grace Mwangi"], "date": "2021-05-04T10"},
        {"text": STORY, "publisher": "Coast Daily", "date": "soon", "language": "en-GB"},
        {"text": "<html><body><p>Ghana and Togo talk.</p></body></html>"},
    ]
    path = put(tmp_path, "rows.jsonl", "\n".join(map(json.dumps, rows)) + "\n\n{\n")
    pages, problems = read(path)
    assert [page.uri for page in pages] == ["https://example.org/1", f"{path}#2", f"{path}#3"]
    assert (pages[0].title, pages[0].authors, str(pages[0].published)) == ("One", ("Grace Mwangi",), "2021-05-04")
    assert (pages[1].published, pages[1].outlet, pages[1].language) == (None, "Coast Daily", "en")
    assert pages[2].html
    assert pages[2].text.strip() == "Ghana and Togo talk."
    assert [problem.uri for problem in problems] == [f"{path}#5"]
    assert read(path, text_column="headline")[0][0].text == "One"
    assert "no column 'nope'" in read(path, text_column="nope")[1][0].what


def test_long_line_is_skipped_and_the_next_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 5000})
    path = put(tmp_path, "rows.jsonl", long + "\n" + json.dumps({"text": STORY}) + "\n")
    pages, problems = read(path, max_bytes=1000)
    assert [page.text for page in pages] == [STORY]
    assert "1,000 bytes" in problems[0].what
    assert "1,000 bytes" in read(put(tmp_path, "long.txt", "y" * 5000), max_bytes=1000)[1][0].what


def test_a_table_without_the_column_is_one_problem_not_one_a_row(tmp_path: Path) -> None:
    path = put(tmp_path, "rows.csv", "wann,inhalt\n" + "2021-05-04,Chile and Peru talk.\n" * 500)
    pages, problems = read(path)
    assert not pages
    assert [problem.uri for problem in problems] == [str(path)]
    assert "wann, inhalt" in problems[0].what
    assert "--text-column" in (problems[0].how_to_mend or "")
    assert "no column 'body'" in read(path, text_column="body")[1][0].what
    assert len(read(path, text_column="inhalt")[0]) == 500


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_any_delimiter(tmp_path: Path, mark: str) -> None:
    quoted = '"Two lines,\nand; a comma"'
    path = put(tmp_path, "rows.csv", f"url{mark}text\nhttps://example.org/1{mark}{quoted}\nhttps://example.org/2{mark}\n")
    pages, problems = read(path)
    assert [(page.uri, page.text) for page in pages] == [("https://example.org/1", "Two lines,\nand; a comma")]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("why", "html", "seen"),
    [
        ("blocks do not glue", "<div>Home</div><div>World</div><p>Peru</p>", ["Home", "World", "Peru"]),
        ("scripts and styles are not seen", "<style>p{}</style><script>x</script><p>Peru</p>", ["Peru"]),
        ("a script in the title", "<head><title><script>x</script></title></head><p>Peru</p>", ["Peru"]),
        ("unclosed tags", "<p>Peru<p>Chile<b>x", ["Peru", "Chilex"]),
    ],
)
def test_visible_text(tmp_path: Path, why: str, html: str, seen: list[str]) -> None:
    pages, _ = read(put(tmp_path, "page.html", f"<html>{html}</html>"))
    assert [line.strip() for line in pages[0].text.splitlines() if line.strip()] == seen, why


def test_html_with_a_declared_and_with_a_wrong_encoding(tmp_path: Path) -> None:
    body = "<html><head><meta charset='{}'></head><body><p>Malmö och Århus</p></body></html>"
    assert "Malmö" in read(put(tmp_path, "a.html", body.format("iso-8859-1").encode("latin-1")))[0][0].text
    assert "Malmö" in read(put(tmp_path, "b.html", body.format("ascii").encode()))[0][0].text
    assert "Malmö" in read(put(tmp_path, "c.html", body.format("no-such").encode()))[0][0].text


def test_html_nested_a_hundred_thousand_deep_does_not_end_the_run(tmp_path: Path) -> None:
    deep = "<html><body>" + "<div>" * 100_000 + "Peru" + "</div>" * 100_000 + "</body></html>"
    pages, problems = read(put(tmp_path, "deep.html", deep), put(tmp_path, "zz.txt", STORY))
    assert len(pages) + len(problems) == 2
    assert pages[-1].text == STORY

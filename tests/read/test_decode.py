"""Bytes of any hand: what is readable is read, what was mended is said with its place, and what is no text is refused."""

from pathlib import Path

import pytest

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decoded
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

PLAIN = "Peru’s minister met Chile’s envoy in Tacna. “No tariffs,” she said.\n" * 3


@pytest.mark.parametrize(
    ("why", "data", "declared", "text", "mended"),
    [
        ("nothing to mend", PLAIN.encode(), None, PLAIN, None),
        (
            "one NUL in a long page",
            PLAIN.encode()[:40] + b"\0" + PLAIN.encode()[40:],
            None,
            None,
            "1 NUL byte (the first is byte 40)",
        ),
        (
            "NULs in Windows' encoding",
            b"Espa\xf1a y Per\xfa: acuerdo\0 firmado\0",
            "cp1252",
            "España y Perú: acuerdo\ufffd firmado\ufffd",
            "2 NUL",
        ),
        (
            "a quotation pasted from Windows",
            PLAIN.encode() + b"\x93We agree\x94",
            None,
            PLAIN + "“We agree”",
            "2 bytes (the first is byte",
        ),
        ("UTF-8 cut in a letter", PLAIN.encode() + "é".encode()[:1], None, PLAIN + "Ã", "1 byte"),
        ("Latin-1 declared, UTF-8 sent", PLAIN.encode(), "iso-8859-1", PLAIN, None),
        ("Latin-1 declared, Windows sent", b"\x93No tariffs\x94", "ISO-8859-1", "“No tariffs”", None),
        (
            "GB2312 declared, its greater brother sent",
            "中国外交部発言人鎔".encode("gb18030"),
            "gb2312",
            "中国外交部発言人鎔",
            None,
        ),
        ("no such encoding declared", PLAIN.encode(), "utf-ate", PLAIN, None),
        ("UTF-16 without a mark", PLAIN.encode("utf-16-le"), None, PLAIN, None),
        (
            "a character that Windows lacks",
            b"Tacna \x81\x93ok\x94 " * 3,
            "windows-1252",
            None,
            "characters that windows-1252 does not have",
        ),
    ],
)
def test_decoded(why: str, data: bytes, declared: str | None, text: str | None, mended: str | None) -> None:
    found = decoded(data, declared)
    assert text is None or found.text == text, why
    assert (found.mended is None) == (mended is None), found.mended
    assert mended is None or mended in (found.mended or "")


@pytest.mark.parametrize("data", [b"\0" * 400, b"abc\0def\0" * 50, b"%PDF-1.7 words", bytes(range(1, 32)) * 20])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePage, match="binary"):
        decoded(data)


def test_ten_thousand_strange_bytes_take_no_time() -> None:
    data = ("Malmö och Köpenhamn. ".encode() * 3 + b"\x93x\x94") * 20_000
    assert (decoded(data).mended or "").startswith("40000 bytes")


def read(path: Path, data: bytes) -> tuple[list[Page], list[Problem]]:
    path.write_bytes(data)
    found = list(read_paths([path], ReadOptions()))
    return [x for x in found if isinstance(x, Page)], [x for x in found if isinstance(x, Problem)]


@pytest.mark.parametrize("name", ["page.txt", "page.html", "rows.jsonl"])
def test_a_mended_page_is_read_with_a_note(tmp_path: Path, name: str) -> None:
    before, after = {"page.html": ("<html><p>", "</p></html>"), "rows.jsonl": ('{"text": "', '"}')}.get(name, ("", ""))
    words = "Peru’s minister met Chile’s envoy in Tacna.\\n" if name == "rows.jsonl" else PLAIN
    pages, problems = read(tmp_path / name, (before + words).encode() + b"\x93Agreed\x94" + after.encode())
    assert "“Agreed”" in pages[0].text
    assert [problem.step for problem in problems] == ["decode"]
    assert "byte" in problems[0].what and problems[0].how_to_mend


def test_characters_that_nobody_sees_are_kept_in_text_and_dropped_from_html(tmp_path: Path) -> None:
    said = "Luka\u00adshenko \u200fmet\u200b Xi\u202c in \ufeffMinsk."
    assert read(tmp_path / "page.txt", said.encode())[0][0].text == said
    assert (
        read(tmp_path / "page.html", f"<html><p>{said}</p></html>".encode())[0][0].text.strip() == "Lukashenko met Xi in Minsk."
    )


def test_writing_from_right_to_left_is_read_whole(tmp_path: Path) -> None:
    said = "قال الوزير: «نرحب بالاتفاق». The minister said: “We welcome the deal.”\n"
    pages, problems = read(tmp_path / "page.txt", said.encode())
    assert pages[0].text == said
    assert not problems

"""Parquet, mails and feeds: what becomes a page, what a problem, and nothing is fetched or unfolded."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

DAY = datetime(2021, 5, 4, 8, tzinfo=UTC)
STORY = "Ghana and Togo have settled their sea border after talks in Accra."


def read(path: Path, **options: object) -> tuple[list[Page], list[Problem]]:
    found = list(read_paths([path], ReadOptions(**options)))  # type: ignore[arg-type]
    return [x for x in found if isinstance(x, Page)], [x for x in found if isinstance(x, Problem)]


def put(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def test_parquet_with_real_dates_and_lists(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    rows = [
        {"url": "https://example.org/1", "text": STORY, "authors": ["Ama Mensah"], "published": DAY},
        {"url": "https://example.org/2", "text": None, "authors": [], "published": None},
    ]
    pq.write_table(pa.Table.from_pylist(rows), path)
    pages, problems = read(path)
    assert [(p.uri, p.text, p.authors, p.published) for p in pages] == [
        ("https://example.org/1", STORY, ("Ama Mensah",), date(2021, 5, 4)),
    ]
    assert [problem.uri for problem in problems] == [f"{path}#2"]
    assert read(path, text_column="url")[0][0].text == "https://example.org/1"


def test_parquet_cut_short_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.Table.from_pylist([{"text": STORY}]), path)
    path.write_bytes(path.read_bytes()[:-40])
    pages, problems = read(path)
    assert not pages
    assert problems[0].what.startswith("no whole Parquet file")


@pytest.mark.parametrize("html", [False, True])
def test_mail(tmp_path: Path, html: bool) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Fwd: Ghana, Togo settle border", "Desk <desk@example.org>"
    mail["Date"] = "Tue, 04 May 2021 10:00:00 +0000"
    mail.set_content(f"<html><body><p>{STORY}</p></body></html>" if html else STORY, subtype="html" if html else "plain")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    pages, problems = read(put(tmp_path, "note.eml", bytes(mail)))
    assert not problems
    assert (pages[0].title, pages[0].text.strip()) == ("Ghana, Togo settle border", STORY)
    assert (pages[0].published, pages[0].visited) == (None, date(2021, 5, 4)), "sent is not published"


def test_mail_without_a_text(tmp_path: Path) -> None:
    assert read(put(tmp_path, "note.eml", "Subject: Ghana\n\n"))[1][0].what == "mail without a text"


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Coast Daily</title>
<item><title>Border settled</title><link>https://example.org/1</link><dc:creator>Ama Mensah</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>{STORY}</p><p>Second&nbsp;part.</p>]]></content:encoded>
<pubDate>Tue, 04 May 2021 10:00:00 GMT</pubDate></item>
<item><title>Nothing in it</title><link>https://example.org/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Daily</title><entry><title>Border settled</title>
<link rel="edit" href="https://example.org/e"/><link href="https://example.org/1"/><author><name>Ama Mensah</name></author>
<published>2021-05-04T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{STORY}</p>
<p>Second part.</p></div></content></entry></feed>"""


@pytest.mark.parametrize(("name", "data", "faults"), [("news.rss", RSS, 1), ("news.xml", ATOM, 0), ("news.atom", ATOM, 0)])
def test_feed(tmp_path: Path, name: str, data: str, faults: int) -> None:
    pages, problems = read(put(tmp_path, name, data))
    page = pages[0]
    assert (page.uri, page.title, page.authors) == ("https://example.org/1", "Border settled", ("Ama Mensah",))
    assert (page.outlet, page.published) == ("Coast Daily", date(2021, 5, 4))
    assert [line.replace("\u00a0", " ") for line in page.text.split("\n") if line] == [STORY, "Second part."]
    assert len(pages) == 1
    assert len(problems) == faults


BOMB = """<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
<rss><channel><title>x</title><item><title>t</title><description>Peru &b; &c; Chile</description></item></channel></rss>"""


def test_feed_unfolds_no_entity_and_reads_no_file(tmp_path: Path) -> None:
    pages, _ = read(put(tmp_path, "bomb.rss", BOMB))
    assert "aaaa" not in pages[0].text
    assert pages[0].text.split() == ["Peru", "&b;", "&c;", "Chile"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("other.xml", "<catalog><book/></catalog>", "no feed"),
        ("empty.rss", "", "no feed"),
        ("bare.rss", "<rss><channel><title>x</title></channel></rss>", "without entries"),
        ("list.opml", "<opml><body><outline xmlUrl='https://example.org/f'/></body></opml>", "a list of 1 feeds"),
        ("torn.rss", RSS[: RSS.index("</item>")], ""),
    ],
)
def test_other_xml_is_a_problem_and_a_torn_feed_is_mended(tmp_path: Path, name: str, data: str, said: str) -> None:
    pages, problems = read(put(tmp_path, name, data))
    assert [said in problem.what for problem in problems] == [True] * (not pages)
    assert bool(pages) == (not said)

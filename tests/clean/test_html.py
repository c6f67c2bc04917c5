"""HTML pages: the article mapped into the visible text, metadata as votes, and markup that breaks parsers."""

from datetime import UTC, date, datetime
from functools import cache

import pytest

from dragoman.clean.html import paragraph_spans
from dragoman.clean.page import clean_page
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

STORY = """<html lang="en"><head><title>Seoul and Hanoi sign chip accord | Gulf Daily</title>
<meta property="og:title" content="Seoul and Hanoi sign chip accord"><meta property="og:site_name" content="Gulf Daily">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Seoul and Hanoi sign
 chip accord","datePublished":"2021-05-04T10:00:00Z","author":{"@type":"Person","name":"Grace Mwangi"}}</script></head>
<body><nav><ul><li>Home</li><li>World</li></ul></nav><article><h1>Seoul and Hanoi sign chip accord</h1>
<p>By <b>Grace Mwangi</b></p><p>SEOUL, May 4 (Yonhap) -- South Korea and Vietnam on Tuesday signed an accord on the supply of
<a href="/chips">chips</a>, the foreign ministry said, after two years of talks between the two capitals.</p>
<h2>Tariffs</h2><p>The accord lowers tariffs on parts and sets up a joint office in Hanoi, which will open next year.</p>
<p>READ MORE: Five things to know about chips</p>
<p>Vietnam is the third-largest buyer of Korean goods, according to the trade ministry in Sejong.</p></article>
<footer>&copy; 2021 Gulf Daily</footer></body></html>"""


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def document(html: str, text: str) -> Document:
    read_at = datetime(2026, 3, 1, tzinfo=UTC)
    return clean_page(Page(uri="page.html", text=text, html=html, content_sha256="0", read_at=read_at), *words())


def visible(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, preserve_formatting=True, main_content=False))


def test_page_with_everything() -> None:
    made = document(STORY, visible(STORY))
    body = [made.text[start:end] for start, end in made.body]
    assert body[0].startswith("SEOUL, May 4 (Yonhap)")
    assert "of chips, the foreign" in body[0]  # the link's words are part of the sentence
    assert body[1] == "Tariffs"
    assert body[-1].endswith("in Sejong.")
    assert not any("READ MORE" in said or "Mwangi" in said or "Home" in said for said in body)
    assert (made.title, made.authors, made.agencies) == ("Seoul and Hanoi sign chip accord", ("Grace Mwangi",), ("Yonhap",))
    assert (made.outlet, made.place, made.published_from) == ("Gulf Daily", "Seoul", "metadata")
    assert made.published_start == made.published_end == date(2021, 5, 4)
    assert [part.kind for part in made.parts if made.text[part.start : part.end] == "Tariffs"] == ["heading"]


@pytest.mark.parametrize(
    ("why", "text", "paragraphs", "found"),
    [
        ("white space is not compared", "A  b\nc\n\nD e.", ("A b c", "D e."), ["A  b\nc", "D e."]),
        ("the same words twice, in order", "Yes.\nNo.\nYes.", ("Yes.", "No.", "Yes."), ["Yes.", "No.", "Yes."]),
        ("what the page does not show is left out", "A b.", ("Z.", "A b."), ["A b."]),
        (
            "a paragraph that is broken by a caption comes in sentences",
            "The first of the two sentences. [caption] The second of the two sentences.",
            ("The first of the two sentences. The second of the two sentences.",),
            ["The first of the two sentences.", "The second of the two sentences."],
        ),
        ("nothing", "", (), []),
    ],
)
def test_paragraphs_in_visible_text(why: str, text: str, paragraphs: tuple[str, ...], found: list[str]) -> None:
    assert [text[start:end] for start, end in paragraph_spans(text, paragraphs)] == found, why


@pytest.mark.parametrize(
    "html",
    ["", "<", "no markup at all", "<html>" + "<div>" * 20_000 + "x", "<!doctype html><html><body></body></html>", "\x00<p>x</p>"],
)
def test_broken_html_never_ends_the_run(html: str) -> None:
    made = document(html, "Some words that the page shows.")
    assert made.text == "Some words that the page shows."


GLUE = (
    ("links that touch", "<p>{a}<a href='/x'>Peru</a><a href='/y'>Chile</a> {b}</p>", "PeruChile", False),
    ("a break inside a paragraph", "<p>{a}<br>{b}</p>", "{a}{b}", True),
    ("blocks inside a cell", "<table><tr><td><div>{a}</div><div>{b}</div></td></tr></table>", "{a}{b}", True),
    ("a list without spaces", "<ul><li>{a}</li><li>{b}</li></ul>", "{a}{b}", True),
    ("a headline that touches a paragraph", "<h2>{a}</h2><p>{b}</p>", "{a}{b}", True),
    ("paragraphs without a space between", "<p>{a}</p><p>{b}</p>", "{a}{b}", True),
)
A = "The ministers of Peru and Chile met in Lima on Tuesday to talk about the border"
B = "Trade between the two countries rose by a tenth last year, both ministries said."


@pytest.mark.parametrize(("why", "html", "glued", "blocks"), GLUE, ids=[case[0] for case in GLUE])
def test_words_of_two_blocks_are_never_one_word(why: str, html: str, glued: str, blocks: bool) -> None:
    from dragoman.read.html import page_of_html

    page = page_of_html("x.html", f"<html><body><h1>Ministers meet</h1>{html.format(a=A, b=B)}</body></html>", "0")
    found = clean_page(page, *words())
    seen = page.text + " ".join(found.text[start:end] for start, end in found.body)
    assert (glued.format(a=A, b=B) not in seen) is blocks, why


def test_zero_width_and_right_to_left_marks_stay_in_the_text_and_move_no_span() -> None:
    from dragoman.read.html import page_of_html

    told = f"\u200fThe ministers\u200b of Peru and Chile\u00ad met in Lima on Tuesday\u202c to talk about the border. {B}"
    more = "Both sides will meet again in Santiago before the end of the year, the Peruvian minister told reporters in Lima."
    body = f"<article><h1>Ministers meet</h1><p>{told}</p><p>{more}</p></article>"
    page = page_of_html("x.html", f"<html><body>{body}</body></html>", "0")
    found = clean_page(page, *words())
    said = [found.text[start:end] for start, end in found.body]
    assert said[-1] == more
    assert said[0].endswith("both ministries said.")
    assert all(0 <= start < end <= len(found.text) for start, end in found.body)


def test_arabic_page_is_a_document_with_its_language() -> None:
    story = "التقى وزير الخارجية في مسقط نظيره الكويتي يوم الثلاثاء لبحث العلاقات بين البلدين. " * 4
    assert document(f"<html><body><p>{story}</p></body></html>", f"{story}\n\n{story}").language == "ar"

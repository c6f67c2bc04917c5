"""Pages in the manner of many outlets, all written by us: what each prints where, and what a document makes of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

import pytest

from dragoman.clean.page import clean_page, day_in_address
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

READ = datetime(2026, 3, 1, tzinfo=UTC)


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def document(text: str, uri: str = "page.txt", **more: object) -> Document:
    page = Page(uri=uri, text=text, content_sha256="0", read_at=READ, **more)  # type: ignore[arg-type]
    return clean_page(page, *words())


@dataclass(frozen=True)
class Style:
    """A page and what is on it."""

    why: str
    text: str
    title: str | None
    first: str
    last: str
    gone: tuple[str, ...]
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    place: str | None = None
    start: date | None = None
    end: date | None = None
    found_from: str | None = None


STYLES = (
    Style(
        why="a wire's page with two printed times: the second is an update, and 05/03/2019 is settled by 'on Tuesday'",
        text="""Skip to main content
World
Business

Chile and Peru agree to reopen border bridge

Published 05/03/2019, 09:12
Updated 06/03/2019, 10:40

By Grace Mwangi and Peter Novak

LIMA (Reuters) - The foreign ministers of Chile and Peru agreed on Tuesday to reopen a border bridge that was closed \
after floods in January, officials on both sides said.

The bridge carries about a third of the trade between Tacna and Arica, the Peruvian ministry said in a statement.

"This is good news for both our peoples," the Chilean minister told reporters after the talks in Lima.

(Reporting by Grace Mwangi; Editing by Anna Berg)

Our Standards: The Trust Principles
""",
        title="Chile and Peru agree to reopen border bridge",
        first="LIMA (Reuters) - The foreign ministers",
        last="after the talks in Lima.",
        gone=("Reporting by", "Published", "Skip to", "Our Standards"),
        authors=("Grace Mwangi", "Peter Novak"),
        agencies=("Reuters",),
        place="Lima",
        start=date(2019, 3, 5),
        end=date(2019, 3, 5),
        found_from="weekday",
    ),
    Style(
        why="the day of a visit on top, the true day in the dateline of a shared wire story",
        text="""Monday, 14 October 2024

Croatia and Slovenia to link power grids

Croatia and Slovenia to link power grids

Zagreb, 12 March 2022 (dpa/STA) - Croatia and Slovenia will link their power grids by a new line across the border, \
ministers of both countries said after a meeting in Zagreb.

The line is to cost 90 million euros, half of which the European Union has promised to pay.

Slovenia buys a tenth of its power from its southern neighbour, according to the grid's operator.
""",
        title="Croatia and Slovenia to link power grids",
        first="Zagreb, 12 March 2022 (dpa/STA)",
        last="according to the grid's operator.",
        gone=("Monday, 14 October",),
        agencies=("dpa", "STA"),
        place="Zagreb",
        start=date(2022, 3, 12),
        end=date(2022, 3, 12),
        found_from="dateline",
    ),
    Style(
        why="strokes around the wire, as in Moscow, and a day without a year: no guess of the year",
        text="""Envoys of Armenia and Kazakhstan discuss rail transit

YEREVAN, May 7. /TASS/. Envoys of Armenia and Kazakhstan discussed the transit of grain by rail in Yerevan on Tuesday, \
the Armenian government's press service reported.

The sides agreed to hold the next round of talks in Astana before the end of the summer, it said.

Read also
Grain exports rise for a third month
""",
        title="Envoys of Armenia and Kazakhstan discuss rail transit",
        first="YEREVAN, May 7. /TASS/.",
        last="before the end of the summer, it said.",
        gone=("Grain exports rise",),
        agencies=("TASS",),
        place="Yerevan",
    ),
    Style(
        why="an Asian wire: month and day in the dateline, the full day above the headline's line",
        text="""Home
Politics
N. Korea
Economy

(LEAD) S. Korea, Mongolia sign pact on rare earths

2021-09-14 15:20

SEOUL, Sept. 14 (Yonhap) -- South Korea and Mongolia signed a pact on rare earths on Tuesday, the trade ministry said, \
as Seoul looks for new sources of the metals.

Under the pact, Korean firms will survey three sites in the Gobi Desert over the next two years.

"We look forward to a long partnership," the Korean minister said at the signing in Ulaanbaatar.

(END)
""",
        title="(LEAD) S. Korea, Mongolia sign pact on rare earths",
        first="SEOUL, Sept. 14 (Yonhap)",
        last="at the signing in Ulaanbaatar.",
        gone=("2021-09-14", "Economy"),
        agencies=("Yonhap",),
        place="Seoul",
        start=date(2021, 9, 14),
        end=date(2021, 9, 14),
        found_from="printed",
    ),
    Style(
        why="an Indian daily: the wire in the byline, updated and published with the month first, ads inside the story",
        text="""India, Bangladesh sign water treaty after decade of talks

PTI
Published: June 03, 2020 18:05 IST

Advertisement

India and Bangladesh on Wednesday signed a treaty on the waters of a common river after ten years of talks, officials \
of the two countries said in Dhaka.

Advertisement

The treaty gives each side a fixed share in the dry months from December to May, the joint statement said.

READ MORE:
Five rivers that divide neighbours

Bangladesh's foreign minister called it a gift to the farmers of both countries, and thanked the negotiators.

Be the first to comment
Your email address will not be published. Required fields are marked *
""",
        title="India, Bangladesh sign water treaty after decade of talks",
        first="India and Bangladesh on Wednesday",
        last="and thanked the negotiators.",
        gone=("Advertisement", "Five rivers", "Be the first", "Published"),
        agencies=("PTI",),
        start=date(2020, 6, 3),
        end=date(2020, 6, 3),
        found_from="printed",
    ),
    Style(
        why="a British Sunday style: summary under the headline, name without 'by', age instead of a day: no day to be had",
        text="""Kenya and Somalia resume direct flights after two-year pause

The decision follows months of quiet talks, officials in both capitals say.

Anna Berg
2 hours ago

Kenya and Somalia have resumed direct flights between their capitals after a pause of two years, airport officials said.

The first aircraft landed in Mogadishu on Sunday morning with forty passengers on board, most of them traders.

Somalia's ambassador in Nairobi said that both governments wanted "more bridges and fewer walls" between them.

More from Africa
Ten things to know about the Horn
""",
        title="Kenya and Somalia resume direct flights after two-year pause",
        first="The decision follows months",
        last='"more bridges and fewer walls" between them.',
        gone=("2 hours ago", "Ten things", "Anna Berg"),
        authors=("Anna Berg",),
    ),
    Style(
        why="a ministry's readout: no headline words in the menu, day with points, nobody signs",
        text="""Ministry of Foreign Affairs
Press releases

Meeting of the Minister with the Ambassador of Portugal

17.11.2018

On 16 November, the Minister received the Ambassador of Portugal, who is about to leave Luanda, for a farewell call.

The Minister thanked the Ambassador for his work on the air services agreement between the two countries.

The two sides expressed the wish to hold the next joint commission in Lisbon in the first half of the coming year.

Print
Share
""",
        title="Meeting of the Minister with the Ambassador of Portugal",
        first="On 16 November, the Minister received",
        last="in the first half of the coming year.",
        gone=("Print", "17.11.2018"),
        start=date(2018, 11, 17),
        end=date(2018, 11, 17),
        found_from="printed",
    ),
    Style(
        why="a relay that names its source in its own words, day only as that of the visit: a bound, never a day",
        text="""Tuesday, 6 August 2024
HomeWorldAfricaGhana and Togo settle sea border

Ghana and Togo settle sea border

Ghana and Togo have settled their sea border after talks in Accra, ministers of the two countries said on Friday.

Ghana News Agency said, citing the foreign ministry, that the line follows the one that experts proposed last year.

Fishermen on both sides had asked for a clear line since three boats were seized near the border in the spring.

RELATED ARTICLES

Lome port breaks its own record
""",
        title="Ghana and Togo settle sea border",
        first="Ghana and Togo have settled",
        last="in the spring.",
        gone=("Lome port", "6 August", "HomeWorld"),
        agencies=("Ghana News Agency",),
        start=None,
        end=date(2024, 8, 6),
        found_from="bounds",
    ),
    Style(
        why="a German page: 'Von', the day in words, the reading time, comments under it",
        text="""Zum Inhalt springen
Startseite
Politik

Österreich und Ungarn streiten über Grenzkontrollen

Von Anna Berg
7. Mai 2019, 14:20 Uhr
Lesezeit: 3 Min.

Österreich und Ungarn streiten über die Kontrollen an ihrer gemeinsamen Grenze, die seit dem Winter wieder gelten.

Der ungarische Minister forderte am Dienstag in Wien, die Kontrollen bis zum Sommer aufzuheben, wie er sagte.

Kommentare
Schreiben Sie einen Kommentar
""",
        title="Österreich und Ungarn streiten über Grenzkontrollen",
        first="Österreich und Ungarn streiten",
        last="wie er sagte.",
        gone=("Kommentar", "Lesezeit", "7. Mai"),
        authors=("Anna Berg",),
        start=date(2019, 5, 7),
        end=date(2019, 5, 7),
        found_from="printed",
    ),
    Style(
        why="pasted without a headline: the byline stands inside the text, a year's figure bounds the day from below",
        text="""Morocco and Senegal opened a joint port office in Dakar, calling it a "gate" for traders of both coasts. The \
opening came a week after the two kings and presidents of the region met.
2 weeks Ago By Peter Novak
Senegal has long sold fish through Casablanca, and its traders asked for an office of their own for many years.
A longer shore
In 2021, Morocco's exports to Senegal rose by 12 percent to 300 million dollars, mostly cement and fruit.
Copyright @ 2020 Coast Digital""",
        title=None,
        first="Morocco and Senegal opened",
        last="mostly cement and fruit.",
        gone=("Peter Novak", "Copyright"),
        authors=("Peter Novak",),
        start=date(2022, 1, 1),
        end=None,
        found_from="bounds",
    ),
)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.why[:50])
def test_styles(style: Style) -> None:
    made = document(style.text)
    body = [made.text[start:end] for start, end in made.body]
    assert made.text == style.text
    assert made.title == style.title
    assert body[0].startswith(style.first)
    assert body[-1].endswith(style.last)
    assert not [words for words in style.gone for paragraph in body if words in paragraph]
    assert (made.authors, made.agencies, made.place) == (style.authors, style.agencies, style.place)
    assert (made.published_start, made.published_end, made.published_from) == (style.start, style.end, style.found_from)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.why[:50])
def test_evidence_and_parts_point_at_the_page(style: Style) -> None:
    made = document(style.text)
    for said in made.published_evidence:
        start, end = map(int, said.split("-"))
        assert made.text[start:end].strip()
    inside = {place for start, end in made.body for place in range(start, end)}
    assert all(part.kind in ("heading", "dateline") or part.start not in inside for part in made.parts)
    assert (style.title is None) == all(part.kind != "title" for part in made.parts)


def test_same_page_same_id_whatever_its_folder() -> None:
    text = STYLES[0].text
    assert document(text, "a/page.txt").id == document(text, "/elsewhere/page.txt").id
    assert document(text, "a/page.txt").id != document(text, "a/other.txt").id


@pytest.mark.parametrize("text", ["", " \n\n", "x", "\u200f\u200b", "•", "1 2 3\n" * 50, "a" * 90_000, "((((" * 5000, "By\n" * 9])
def test_odd_input_makes_a_document_without_a_word_too_much(text: str) -> None:
    made = document(text)
    assert made.text == text
    assert made.published_start is None


def test_other_languages_keep_their_body_and_name_their_language() -> None:
    made = document(STYLES[8].text)
    assert made.language == "de"
    assert made.body


def test_container_goes_before_print_but_not_past_the_day_of_reading() -> None:
    text = STYLES[3].text
    assert document(text, published=date(2021, 9, 15)).published_from == "metadata"
    assert document(text, published=date(2031, 9, 15)).published_start == date(2021, 9, 14)
    assert document(text, title="Told", authors=("Grace Mwangi",)).title == "Told"


def test_outlet_by_address_and_by_container() -> None:
    assert document(STYLES[3].text, "https://www.reuters.com/world/x").outlet == "Reuters"
    assert document(STYLES[3].text, "https://unheard-of.example/x").outlet == "unheard-of.example"
    assert document(STYLES[3].text, outlet="bbc.co.uk").outlet == "BBC"
    assert document(STYLES[3].text).outlet is None


@pytest.mark.parametrize(
    ("uri", "day"),
    [
        ("https://example.org/world/2021/05/04/talks", date(2021, 5, 4)),
        ("https://example.org/2021-05-04-talks.html", date(2021, 5, 4)),
        ("https://example.org/2021/13/04/talks", None),
        ("/crawls/2021/05/04/talks.txt", None),  # the day of a crawl is not the day of the news
    ],
)
def test_day_in_address(uri: str, day: date | None) -> None:
    assert day_in_address(uri) == day

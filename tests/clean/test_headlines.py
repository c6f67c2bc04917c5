"""Headlines and signatures among kickers, trails of links, notices and tables: where earlier readings went wrong."""

from datetime import UTC, datetime
from functools import cache

import pytest

from dragoman.clean.page import clean_page
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

HEAD = "Serbia and Kosovo agree to reopen the bridge"
BODY = """Serbia and Kosovo agreed on Friday to reopen the bridge over the Ibar, which both had closed to cars for years.

The bridge will be guarded by police of both sides, according to the text that the two negotiators signed in Brussels.

Lorries are to follow in the autumn, once the road to the bridge has been repaired, the negotiators told reporters.

Kosovo had asked for the step since spring, and Serbia gave way after a week of talks, a diplomat said in Brussels."""

TITLES = {
    "trail of links, kicker, headline": (
        f"Home | World |\nBridge: Serbia and Kosovo agree to reopen it\nRow over a river –\n{HEAD}\n\n{BODY}",
        HEAD,
    ),
    "a kicker in quotation marks that the article repeats": (f"Politics\n\n“The bridge in Kosovo”\n{HEAD}\n\n{BODY}", HEAD),
    "a notice for old browsers and a section before headline and byline": (
        "You are using a browser that is out of date, and some parts of this page may not be shown to you as they should.\n\n"
        f"World\n{HEAD}\nBy Ana Lopes 4 May 2023\n\n{BODY}",
        HEAD,
    ),
    "a deck with words in capitals under a headline that ends a trail": (
        f"Home\nFront Page\n• {HEAD}\nTALKS IN BRUSSELS: Serbia and Kosovo will have the bridge over the Ibar guarded by "
        f"police of both sides\n\n{BODY}",
        HEAD,
    ),
    "a section and the headline, then both as one line": (f"Balkans\n{HEAD}\nBalkans {HEAD}\n4 May 2023\n\n{BODY}", HEAD),
    "a row of links with words of the article": (f"Serbia | Kosovo | Brussels | Bridge | Police\n\n{HEAD}\n\n{BODY}", HEAD),
    "links parted by spaces": (f"SERBIA  KOSOVO  BRUSSELS  BRIDGE\n\n{HEAD}\n\n{BODY}", HEAD),
    "a headline of a paper with a short deck that is no kicker": (
        f"{HEAD}\nThe negotiators also spoke about lorries and the road in Brussels\n\n{BODY}",
        HEAD,
    ),
}

SIGNED = {
    "names without a mark between them": ("Ana Lopes Mark Obi Ines Kahn 8 May, 17:46", ("Ana Lopes", "Mark Obi", "Ines Kahn")),
    "a button glued to the name": ("7 May 2023\nIngrid Dahl Tips oss", ("Ingrid Dahl",)),
    "names with the town of both": ("Nour Khoury and Sami Aziz, Beirut", ("Nour Khoury", "Sami Aziz")),
    "an outlet in brackets behind the day is nobody": ("May 7, 2023 (Coast Japan)", ()),
    "tags of states are nobody": ("7 May 2023\nBy Reuters\nFrance Kenya Mali Army", ()),
}  # fmt: skip


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def read(text: str) -> Document:
    page = Page(uri="page.txt", text=text, content_sha256="0", read_at=datetime(2026, 1, 1, tzinfo=UTC))
    return clean_page(page, *words())


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES.keys())
def test_headline(text: str, title: str) -> None:
    found = read(text)
    assert found.title == title
    assert found.text[slice(*found.body[-1])].startswith("Kosovo had asked")


@pytest.mark.parametrize(("line", "names"), SIGNED.values(), ids=SIGNED.keys())
def test_signatures(line: str, names: tuple[str, ...]) -> None:
    assert read(f"World\n\n{HEAD}\n{line}\n\n{BODY}").authors == names


def test_names_over_a_day_above_the_headline_sign_it() -> None:
    assert read(f"News\nWorld\nPolitics\nAna Lopes\n4 May 2023\n{HEAD}\n\n{BODY}").authors == ("Ana Lopes",)


def test_what_a_page_says_of_its_author_ends_the_article() -> None:
    portrait = "Ana Lopes covers the Balkans for a paper in Lisbon, where she has lived since she left Zagreb in 2009."
    found = read(
        f"{HEAD}\nBy Ana Lopes\n\n{BODY}\n\n{portrait}\n\nShe has also written a book on rivers and on those who guard them."
    )
    assert found.text[slice(*found.body[-1])].startswith("Kosovo had asked")


def test_rows_of_figures_inside_an_article_are_its_text() -> None:
    rows = "\n".join(f"Crossing {name}: {number} lorries a day" for name, number in zip("ABCDEF", range(40, 46), strict=True))
    first, _, rest = BODY.partition("\n\n")
    found = read(f"{HEAD}\n\n{first}\n\n{rows}\n\n{rest}")
    assert sum("lorries a day" in found.text[start:end] for start, end in found.body) == 6


def test_initials_of_a_desk_do_not_cost_a_last_paragraph_of_names() -> None:
    found = read(f"{HEAD}\n\n{BODY}\n\nThe Kosovan negotiator will fly to Tirana and Skopje on Saturday. BTW KL MN\n\nRead more")
    assert found.text[slice(*found.body[-1])].startswith("The Kosovan")


def test_an_end_sign_does_not_cost_the_last_paragraph() -> None:
    found = read(f"{HEAD}\n\n{BODY} ■\n\nTags\nBalkans")
    assert found.text[slice(*found.body[-1])].endswith("■")


@pytest.mark.parametrize(
    ("opening", "place", "agencies"),
    [
        ("Tehran, IRNA – ", "Tehran", ("IRNA",)),
        ("Accra, May 3, GNA – ", "Accra", ("GNA",)),
        ("Addis Ababa, May 4 (ENA) —", "Addis Ababa", ("ENA",)),  # the day parts town and wire, not the town
        ("Dar es Salaam, May 4 (Xinhua) -- ", "Dar es Salaam", ("Xinhua",)),
        ("BAKU, Azerbaijan, May 6. ", "Baku", ()),
        ("Washington, DC – ", None, ()),  # no wire is called DC
    ],
)
def test_datelines(opening: str, place: str | None, agencies: tuple[str, ...]) -> None:
    found = read(f"{HEAD}\n\n{opening}{BODY}")
    assert (found.place, found.agencies) == (place, agencies)

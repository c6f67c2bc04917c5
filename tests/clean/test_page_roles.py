"""Every role of a line and of a date, in the ways of outlets of many regions (tests/cases/page_roles.toml)."""

import tomllib
from collections import defaultdict
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from dragoman.clean.page import clean_page
from dragoman.lexicon.boilerplate import KINDS, Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page

TABLE = Path(__file__).parent.parent / "cases" / "page_roles.toml"
ROLES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["role"]
DATES = {"published", "updated", "visited", "event", "copyright", "relative"}
STYLES, REGIONS = 8, 4
CARRIERS = {
    "Africa": (
        "Tanzania and Rwanda agree to share a customs post",
        "Tanzania and Rwanda agreed on Friday to share one customs post on the road that links their capitals.",
        "Lorries wait three days at the crossing, and traders on both sides have long asked for a single stop.",
        "The post will open before the rains, the two ministries said in a joint statement after the talks.",
        "Rwanda buys most of its fuel through the port of Dar es Salaam, which handles half of its imports.",
    ),
    "Asia": (
        "Nepal and Bhutan sign pact on river gauges",
        "Nepal and Bhutan signed a pact on Friday to share the readings of their river gauges in the monsoon.",
        "Engineers of the two countries will meet twice a year, according to the text that was given to reporters.",
        "Floods killed forty people on the border plains last year, and villagers said that no warning had come.",
        "The readings will also go to India, which lies downstream of both, the ministers told a news conference.",
    ),
    "Europe": (
        "Estonia and Portugal swap air patrols",
        "Estonia and Portugal will swap the crews of their air patrols from June, their defence ministers said.",
        "The crews will fly from each other's fields for four months, under an accord that was signed in Tallinn.",
        "Portuguese pilots have guarded the Baltic sky six times since the mission began, the ministry said.",
        "A second accord on training at sea is being drafted, and it could be ready before the next council.",
    ),
    "Americas": (
        "Chile and Paraguay plan a grain port",
        "Chile and Paraguay will build a grain port on the Pacific together, their presidents said on Friday.",
        "Paraguay has no coast of its own, and most of its soy goes down the river to the Atlantic by barge.",
        "The port will cost a billion dollars, half of it lent by a regional bank, according to the statement.",
        "Work is to begin within the year, the ministers of transport said after a meeting in Antofagasta.",
    ),
    "Middle East": (
        "Oman and Iraq open talks on power lines",
        "Oman and Iraq opened talks on Friday on a power line that would join their networks under the gulf.",
        "Iraq lacks power in summer, and has bought it from its neighbours for years at prices it calls unfair.",
        "The line would run for nine hundred kilometres, engineers of both sides told reporters in Muscat.",
        "A first study is to be ready within six months, according to a statement of the two ministries.",
    ),
    "Oceania": (
        "Tonga and Samoa merge their fishing patrols",
        "Tonga and Samoa will merge the boats of their fishing patrols, the leaders of both islands said.",
        "Foreign trawlers come close to the reefs at night, and neither of the two has enough boats alone.",
        "The boats will sail from Apia, under officers of both countries, according to the joint statement.",
        "New Zealand will pay for the fuel for the first two years, its high commissioner told reporters.",
    ),
}  # fmt: skip
CASES = [pytest.param(role, *case, id=f"{role['id']}: {case[2][:40]}") for role in ROLES for case in role["cases"]]


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


def page_with(region: str, line: str, place: str, lead: str = "") -> str:
    """A page of one region with the line in its place; a headline comes with the paragraph that it stands over."""
    title, *said = CARRIERS[region]
    said[:1] = [lead or said[0]]
    menu, head = (line, "") if place == "menu" else ("Home", line if place == "head" else "")
    title = line if place == "title" else title
    said[0] = line + said[0] if place == "open" else said[0]
    said[2:2] = [line] if place == "mid" else []
    foot = line if place == "foot" else ""
    return "\n\n".join(part for part in (f"{menu}\nEconomy\nCulture", title, head, *said, foot) if part)


def read(text: str) -> Document:
    page = Page(uri="page.txt", text=text, content_sha256="0", read_at=datetime(2026, 1, 1, tzinfo=UTC))
    return clean_page(page, *words())


def kind_at(document: Document, line: str) -> str:
    """What the characters of a line are: a part's kind, or body."""
    start = document.text.index(line)
    kinds = [part.kind for part in document.parts if part.start <= start < part.end]
    return kinds[0] if kinds else "body"


def days(document: Document) -> tuple[date | None, date | None]:
    return document.published_start, document.published_end


def told(role: str, document: Document, line: str, day: str) -> object:
    """What the page came out as, for one role, and what it should be."""
    meant = date.fromisoformat(day) if day and role in DATES else None
    if role == "published":
        return days(document), (meant, meant)
    if role == "updated":  # the day of an update is that of publication only where the story's own weekday proves it
        return (document.modified_start, days(document) == (meant, meant) and document.published_from != "weekday"), (
            meant,
            False,
        )
    if role in DATES:
        return (document.published_from not in ("printed", "weekday"), document.modified_start), (True, None)
    return kind_at(document, line.strip()), role


@pytest.mark.parametrize(
    ("role", "region", "style", "line", "more"),
    [(*p.values, *[""] * (5 - len(p.values))) for p in CASES],
    ids=[p.id for p in CASES],
)
def test_role(role: dict[str, object], region: str, style: str, line: str, more: str) -> None:
    place = str(role["place"])
    document = read(page_with(region, line, place, more if place == "title" else ""))
    found, wanted = told(str(role["id"]), document, line, more)
    assert found == wanted, f"{style}: {line}"
    paragraphs = [document.text[start:end] for start, end in document.body]
    own = [said for said in CARRIERS[region][2:] if not any(said in paragraph for paragraph in paragraphs)]
    assert not own, f"{style}: the article lost a paragraph"


def test_every_role_has_cases_of_many_styles_and_regions() -> None:
    assert {role["id"] for role in ROLES} == KINDS | DATES
    for role in ROLES:
        styles, regions = defaultdict(set), {case[0] for case in role["cases"]}
        for region, style, *_ in role["cases"]:
            styles[role["id"]].add((region, style))
        assert len(styles[role["id"]]) >= STYLES, f"{role['id']}: fewer than {STYLES} styles of outlet"
        assert len(regions) >= REGIONS, f"{role['id']}: fewer than {REGIONS} regions"

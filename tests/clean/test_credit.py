"""Datelines and credits in the manner of many wires."""

from functools import cache

import pytest

from dragoman.clean.credit import credited_in_body, credited_in_line, find_dateline
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets


@cache
def words() -> tuple[Boilerplate, Outlets]:
    return Boilerplate.load(layers(None)), Outlets.load(layers(None))


@pytest.mark.parametrize(
    ("said", "place", "agencies"),
    [
        ("LIMA (Reuters) - Chile and Peru agreed", "Lima", ("Reuters",)),
        ("LIMA (Reuters) -Chile and Peru agreed", "Lima", ("Reuters",)),
        ("MEXICO CITY (AP) — Mexico said", "Mexico City", ("AP",)),
        ("WASHINGTON, D.C. (AP) — Canada said", "Washington", ("AP",)),
        ("MOSCOW, March 5. /TASS/. Armenia said", "Moscow", ("TASS",)),
        ("SEOUL, May 7 (Yonhap) -- South Korea said", "Seoul", ("Yonhap",)),
        ("NAIROBI, May 7 (Xinhua) -- Kenya said", "Nairobi", ("Xinhua",)),
        ("Zagreb, 12 March 2022 (dpa/STA) - Croatia said", "Zagreb", ("dpa", "STA")),
        ("TEHRAN (IRNA) – Iran said", "Tehran", ("IRNA",)),
        ("(Reuters) - Ghana said", None, ("Reuters",)),
        ("NEW DELHI: India said", "New Delhi", ()),
        ("PARIS - France said", "Paris", ()),
        ("ANKARA — Turkey said", "Ankara", ()),
        ("Paris - a city that neither side names - was proposed", None, None),  # no capitals, no wire: a sentence
        ("The union (EU) - with its members - agreed", None, None),
        ("NATO: what it is for", None, None),
        ("LIVE: Talks in Oslo", None, None),
        ("ANALYSIS - Why the talks failed", None, None),
        ("He said (on Monday) - and meant it", None, None),
        ("", None, None),
    ],
)
def test_datelines(said: str, place: str | None, agencies: tuple[str, ...] | None) -> None:
    found = find_dateline(said, 0, *words())
    assert (found and found.place, found and found.agencies) == (place, agencies)


@pytest.mark.parametrize(
    ("said", "agencies"),
    [
        (["BelTA said, citing the ministry:"], ("BelTA",)),
        (["Ukrinform reports, citing the ministry, that talks began."], ("Ukrinform",)),
        (["Georgia and Romania signed a pact, Interfax reports."], ("Interfax",)),
        (["Georgia signed a pact.", "The two sides will meet again. (AFP)"], ("AFP",)),
        (["The minister spoke, according to state news agency KCNA."], ()),  # a source like any other, not the origin
        (['"We agreed," he told Kyodo in Osaka.'], ()),
        (["Guardian reporters said, citing officials, that it rained."], ()),
        ([], ()),
    ],
)
def test_credits_in_the_article(said: list[str], agencies: tuple[str, ...]) -> None:
    assert credited_in_body(said, words()[1]) == agencies


@pytest.mark.parametrize(
    ("said", "agencies"),
    [
        ("Source: Kyodo", ("Kyodo",)),
        ("© Agence France-Presse", ("AFP",)),
        ("AFP", ("AFP",)),
        ("By Reuters", ("Reuters",)),
        ("With inputs from PTI", ("PTI",)),
        ("Related: what Reuters found out about the talks between the neighbours", ()),
        ("© 2019 Coast Media", ()),
    ],
)
def test_credits_beside_the_article(said: str, agencies: tuple[str, ...]) -> None:
    found = credited_in_line(said, *words())
    assert tuple(name.removesuffix(" News") for name in found) == agencies

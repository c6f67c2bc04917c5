"""Lines that name people, and lines that only look so."""

from functools import cache

import pytest

from dragoman.clean.people import names_in_byline, people
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers


@cache
def words() -> Boilerplate:
    return Boilerplate.load(layers(None))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By Grace Mwangi and Peter Novak", ("Grace Mwangi", "Peter Novak")),
        ("By Grace Mwangi, Peter Novak & Anna Berg, Nairobi Bureau", ("Grace Mwangi", "Peter Novak", "Anna Berg")),
        ("By GRACE MWANGI", ("Grace Mwangi",)),
        ("By Grace MwangiStaff Writer", ("Grace Mwangi",)),  # a tag border glued the office to the name
        ("byGrace Mwangi", ("Grace Mwangi",)),
        ("Von Anna Berg und Jan-Peter Voss", ("Anna Berg", "Jan-Peter Voss")),
        ("Par Claire du Bois", ("Claire du Bois",)),
        ("By Ludwig van der Meer | May 7, 2019", ("Ludwig van der Meer",)),
        ("3 weeks Ago By Grace Mwangi", ("Grace Mwangi",)),
        ("12/04/2020 by Kay 24 Comments", ()),  # one word may be anybody's
        ("By Seán McDonald", ("Seán McDonald",)),  # no glue inside a name
        ("Written by Grace Mwangi on Monday", ("Grace Mwangi",)),
        ("By our diplomatic correspondent", ()),
        ("By Reuters Staff", ()),
        ("By The Associated Press", ()),
        ("By 2030 trade will double", ()),
        ("By the end of the year", ()),
        ("Bypass opened in Lagos", ()),
        ("By Amina Otieno in Nairobi and Claude Habimana in Kigali", ("Amina Otieno", "Claude Habimana")),  # towns between names
        ("By Ana Lopes, Mark Obi and Ines Kahn in Addis Ababa", ("Ana Lopes", "Mark Obi", "Ines Kahn")),
        ("By Ben Andrews", ("Ben Andrews",)),  # a given name that is a particle elsewhere
        ("Von Jasper RiemannBarbara Vogt", ("Jasper Riemann", "Barbara Vogt")),  # two authors glued at a tag border
        ("By Ama MensahNovember 7", ("Ama Mensah",)),  # a date glued to the name
        ("Court. Ruling by Mark Obi", ("Mark Obi",)),
        ("News | Published: 5 hours ago | " + "Top Story " * 12 + "| Written by Ama Mensah", ("Ama Mensah",)),
        ("", ()),
    ],
)
def test_bylines(said: str, names: tuple[str, ...]) -> None:
    assert names_in_byline(said, words()) == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Grace Mwangi; Peter Novak", ("Grace Mwangi", "Peter Novak")),
        ("Grace Mwangi, Reuters", ("Grace Mwangi",)),
        ("newsroom@example.org", ()),
        ("Editorial Board", ()),
    ],
)
def test_people_of_a_column(said: str, names: tuple[str, ...]) -> None:
    assert people(said, words()) == names

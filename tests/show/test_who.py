"""Forgiving names: codes, capitals, demonyms, surnames, accents; and what to say when a name may be two."""

import pytest

from dragoman.errors import DragomanError
from dragoman.records import Entity, Role
from dragoman.show.who import Directory

ENTITIES = [
    Entity(
        id="BLR",
        name="Belarus",
        kind="state",
        country="BLR",
        iso2="BY",
        iso3="BLR",
        aliases=("Belorussia",),
        fips="BO",
        cow=370,
    ),
    Entity(id="CHE", name="Switzerland", kind="state", country="CHE", iso2="CH", iso3="CHE", fips="SZ"),
    Entity(id="CHN", name="China", kind="state", country="CHN", iso2="CN", iso3="CHN", fips="CH"),
    Entity(id="CIV", name="Côte d'Ivoire", kind="state", country="CIV", iso2="CI", iso3="CIV"),
    Entity(
        id="alexander-lukashenko",
        name="Alexander Lukashenko",
        kind="person",
        country="BLR",
        aliases=("Alyaksandr Lukashenka",),
    ),
    Entity(id="kim-one", name="Kim Jong Un", kind="person", country="PRK", aliases=("Chairman Kim",)),
    Entity(id="kim-two", name="Kim Yo Jong", kind="person", country="PRK", aliases=("Madam Kim",)),
    Entity(id="sco", name="Shanghai Cooperation Organisation", kind="organisation", aliases=("SCO",)),
    Entity(id="person:zhang-ming", name="Zhang Ming", kind="person", roles=(Role(office="secretary_general", of="sco"),)),
    Entity(id="place:minsk", name="Minsk", kind="place"),
    Entity(id="place:brest", name="Brest Fortress", kind="place"),
]


@pytest.mark.parametrize(
    ("name", "id_", "why"),
    [
        ("Belarus", "BLR", "name"),
        ("BLR", "BLR", "iso3"),
        ("by", "BLR", "iso2, small letters"),
        ("370", "BLR", "COW number"),
        ("Minsk", "BLR", "a capital stands for its state, though a place has the very name"),
        ("Belorussia", "BLR", "former name"),
        ("  belarus ", "BLR", "blanks"),
        ("ch", "CHE", "ISO's code before FIPS's CH, which is China"),
        ("Cote d’Ivoire", "CIV", "no accent, curly apostrophe"),
        ("Lukashenko", "alexander-lukashenko", "surname"),
        ("lukashenka", "alexander-lukashenko", "surname in another spelling"),
        ("Shanghai Cooperation", "sco", "part of a name"),
        ("the SCO", "sco", "article"),
        ("Brest Fortress", "place:brest", "a place, when nobody else answers to it"),
        ("Zhang Ming", "person:zhang-ming", "unlisted person"),
        ("Peru", "PER", "not in the record, but in the words"),
        ("Peruvian", "PER", "demonym, from the words"),
    ],
)
def test_found(name: str, id_: str, why: str) -> None:
    assert Directory(ENTITIES).find(name).id == id_, why


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Kim", "may be Kim Jong Un .kim-one. or Kim Yo Jong"),
        ("Belerus", "did you mean .*Belarus"),
        ("qqqq", "lists who is there"),
        ("", "nobody called"),
        ("%", "nobody called"),
        ("x", "nobody called"),
    ],
)
def test_not_found(name: str, says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        Directory(ENTITIES).find(name)


def test_who_acts_for_whom() -> None:
    directory = Directory(ENTITIES)
    assert directory.acts_for(directory.find("Belarus")) == ["BLR", "alexander-lukashenko"]
    assert directory.acts_for(directory.find("SCO")) == ["person:zhang-ming", "sco"]
    assert directory.acts_for(directory.find("Lukashenko")) == ["alexander-lukashenko"]

"""People whom only a place, their own police or their number gives a state; and those whom nothing gives one."""

import pytest
from reading import read

from dragoman.records import Entity, Mention

GIVEN = [
    ("a town in the phrase", "Police in Kumasi fired shots.", "Police", "GHA/police"),
    ("a town before the noun", "Mumbai police arrested a man.", "Mumbai police", "IND/police"),
    ("after of", "The mayor of Osaka resigned.", "The mayor", "JPN/officials"),
    ("an island after of, with its nation", "Residents of the Greek island of Samos left.", "Residents", "GRC/civilians"),
    ("a state said as where", "Rebels in Mali attacked a town.", "Rebels", "MLI/rebels"),
    ("two words for the force", "The coast guard in Palermo saved them.", "The coast guard", "ITA/military"),
    ("the clause's place", "In Lagos, police met protesters.", "protesters", "NGA/protesters"),
    ("the clause's place behind a participle", "Troops fired in Conakry, killing protesters.", "protesters", "GIN/protesters"),
    ("whom their police arrest", "Thai police arrested students.", "students", "THA/students"),
    ("whom their police have arrested, in the passive", "Students were beaten by Chilean police.", "Students", "CHL/students"),
    ("soldiers whom rebels hold", "Colombian rebels freed three soldiers.", "three soldiers", "COL/military"),
    ("a people in another state", "Ethnic Turks in Bulgaria protested.", "Ethnic Turks", "BGR/civilians"),
    ("a people of another state", "The Albanians of Serbia voted.", "The Albanians", "SRB/civilians"),
    ("a people without a state", "Kurds in Ankara protested.", "Kurds", "TUR/civilians"),
    ("followers of one state in another", "Turkish-backed fighters in Syria fled.", "fighters", "SYR/armed-groups"),
    ("counted people", "Thousands of Iranians marched.", "Iranians", "IRN/civilians"),
    ("where they stay", "Guerrillas operating in Peru surrendered.", "Guerrillas", "PER/rebels"),
]  # fmt: skip

NOT_GIVEN = [
    ("troops may be anybody's", "Troops in Mali were moved.", "Troops"),
    ("tourists are from elsewhere", "Tourists in Bali complained.", "Tourists"),
    ("refugees are from elsewhere", "Refugees in Amman waited.", "Refugees"),
    ("diplomats are from elsewhere", "Diplomats in Geneva met.", "Diplomats"),
    ("foreign workers are not the place's", "Foreign workers in Doha protested.", "Foreign workers"),
    ("two states, no choice", "In Accra and in Lagos, police met protesters.", "protesters"),
    ("another clause's place", "Protesters fled as soldiers entered Dakar.", "Protesters"),
    ("an army strikes whom it strikes", "Syrian troops shot protesters.", "protesters"),
    ("two states side by side", "Courts in Peru and Chile hesitated.", "Courts"),
    ("a part of a word for a place", "They fled to rebel-held towns in Mali.", "rebel"),
    ("another country, whichever", "Oman sent aid to militias in the east of the country.", "militias"),
    ("a seat of many states", "Officials in Brussels hesitated.", "Officials"),
    ("a seat of courts", "Prosecutors in The Hague hesitated.", "Prosecutors"),
    ("a school is no people", "He visited a school in Kaunas.", "a school"),
    ("two nationals counted are those two", "Two Germans were hurt.", "Germans"),
]  # fmt: skip


def groups(text: str) -> dict[str, str]:
    """The groups that places or deeds give, by their words."""
    made = read(text, "2024-06-12")
    known = {entity.id for entity in made[Entity]}
    found = {m.text: m.entity for m in made[Mention] if m.rule.startswith("groups#")}
    assert set(found.values()) <= known
    return found


@pytest.mark.parametrize(("why", "text", "words", "entity"), GIVEN, ids=[row[0] for row in GIVEN])
def test_given(why: str, text: str, words: str, entity: str) -> None:
    assert groups(text).get(words) == entity


@pytest.mark.parametrize(("why", "text", "words"), NOT_GIVEN, ids=[row[0] for row in NOT_GIVEN])
def test_not_given(why: str, text: str, words: str) -> None:
    assert words not in groups(text)


def test_president_of_the_only_state() -> None:
    made = read("President Tarek Bolani broke his promise to the Zambian people.", None)
    assert next(e.country for e in made[Entity] if "bolani" in e.id) == "ZMB"


def test_president_beside_two_states_is_nobodys() -> None:
    made = read("President Tarek Bolani broke his promise to Zambia and Malawi.", None)
    assert next(e.country for e in made[Entity] if "bolani" in e.id) is None

"""Outlets that no table knows: which names are outlets, and whose they are."""

import pytest
from reading import read

from dragoman.records import Entity

CASES = [
    ("\"We wait,\" he told Radio Okapi.", {"media:radio-okapi": None}, "the word that begins the name"),
    ("The talks may resume, the Cypriot daily Politis reports.", {"media:politis": "CYP"}, "the word before the name; a demonym"),
    ("Borg told Times of Malta that he would go.", {"media:times-of-malta": None}, "a state inside the name"),
    ("Lao newspaper Vientiane Times quoted officials.", {"media:vientiane-times": "LAO"}, "a capital inside the name"),
    ("Algeria's APS news agency quoted him.", {"media:aps": "DZA"}, "the possessive is no part of the name"),
    ("Morocco's Le360 website wrote of a visit.", {"media:le360": "MAR"}, "digits, and the word behind the name"),
    ("The Sudanese envoy told Radio Dabanga of the dam.", {"media:radio-dabanga": None}, "a verb stands between the two"),
    ("The newspaper Monday quoted officials of the court.", {}, "a day is no name"),
    ("It was published on the Foreign Ministry website.", {}, "a ministry is no outlet"),
    ("Reuters news agency and the BBC reported it.", {}, "both are in the tables"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlets", "why"), CASES, ids=[why for _, _, why in CASES])
def test_unlisted_outlets(text: str, outlets: dict[str, str | None], why: str) -> None:
    found = {e.id: e.country for e in read(text)[Entity] if e.kind == "media" and e.id.startswith("media:")}
    assert found == outlets, why


def test_a_name_met_once_is_the_outlet_afterwards() -> None:
    made = read("The Cypriot daily Politis told of new talks. Politis expects them in May.")
    assert [e.id for e in made[Entity] if e.kind in ("media", "person")] == ["media:politis"]

"""Who is meant: cases in tests/cases/mentions.toml."""

import tomllib
from pathlib import Path

import pytest
from reading import read

from dragoman.records import Entity, Mention

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "mentions.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_mentions(case: dict[str, object]) -> None:
    made = read(str(case["text"]), case.get("on"))  # type: ignore[arg-type]
    found = [(m.text, m.entity) for m in made[Mention]]
    for words, entity in case.get("is", []):  # type: ignore[attr-defined]
        assert (words, entity) in found, found
    for unwanted in case.get("never", []):  # type: ignore[attr-defined]
        assert unwanted not in {part for pair in found for part in pair}, found


def test_every_mention_quotes_its_words_and_has_its_entity() -> None:
    text = "Xi Jinping met Vladimir Putin in Moscow. The two leaders praised their countries' ties, Xinhua said."
    made = read(text, "2023-03-21")
    entities = {e.id for e in made[Entity]}
    assert made[Mention]
    assert all(text[m.start : m.end] == m.text and m.entity in entities for m in made[Mention])


def test_an_unlisted_person_takes_the_state_before_the_name() -> None:
    made = read("Moldovan lawmaker Ion Plamadeala visited Vilnius.")
    assert {e.country for e in made[Entity] if e.id == "person:ion-plamadeala"} == {"MDA"}


def test_surnames_alone_never_link_two_documents() -> None:
    ids = {
        e.id
        for name in ("one.txt", "two.txt")
        for e in read(f"Mr Fesenko spoke to reporters about {name}.", name=name)[Entity]
        if e.kind == "person"
    }
    assert len(ids) == 2


def test_each_rule_has_a_sentence() -> None:
    """What `explain` says of a mention: a rule without a sentence would leave its reader with a line of code."""
    import re

    from dragoman.lexicon.files import own_folder

    code = "".join(p.read_text(encoding="utf-8") for p in (own_folder().parent / "resolve").glob("*.py"))
    rules = set(re.findall(r'"((?:people|pronouns|counterparts|text|roles|descriptions)#\w+)"', code))
    said = {line.split(",")[0] for line in (own_folder() / "mention_rules.csv").read_text(encoding="utf-8").splitlines()}
    assert len(rules) > 15
    assert rules <= said, rules - said


def test_a_body_that_no_table_knows_has_the_state_and_sector_that_its_name_tells() -> None:
    found = {e.id: e for e in read("Spain's Banco de Prueba signed a loan in Lima.")[Entity]}
    assert found["org:banco-de-prueba"].country == "ESP"


def test_the_states_of_those_who_are_named_have_rows() -> None:
    """Whoever asks for Brazil finds a page that names only its capital, and China only its leader."""
    found = {e.id: e.kind for e in read("Xi Jinping arrived in Brasilia on Wednesday.", "2024-11-20")[Entity]}
    assert found.get("BRA") == "state"
    assert found.get("CHN") == "state"

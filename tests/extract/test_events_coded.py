"""Who did what to whom: cases, bad input, the ontology, CAMEO both ways, the words' own examples."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from events_gold import GOLD, HELD, measure
from reading import document_of, read, tools

from dragoman import flow
from dragoman.extract.event_contexts import contexts_of
from dragoman.lexicon.acts import Acts, check_acts
from dragoman.lexicon.files import layers
from dragoman.records import Entity, EventMention, Part, Sentence

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "events.toml").read_text(encoding="utf-8"))["case"]


def party(one: str, made: dict[type, list[Any]]) -> str:
    """A party as cases write it: the state that it acts for, else its id in capitals."""
    entity = next(e for e in made[Entity] if e.id == one)
    return entity.country or entity.id.upper()


def row(event: EventMention, made: dict[type, list[Any]], dated: bool) -> str:
    """An event as cases write it."""
    sides = [",".join(sorted(party(one, made) for one in side)) or "-" for side in (event.actors, event.recipients)]
    extra = [*event.mode, event.status if event.status != "actual" else "", f"@{event.date_start}" if dated else ""]
    return " ".join([sides[0], event.event_type, sides[1], *filter(None, extra)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_cases(case: dict[str, Any]) -> None:
    made = read(case["text"], "2024-06-12")
    dated = any("@" in wanted for wanted in case["rows"])
    assert sorted(row(event, made, dated) for event in made[EventMention]) == sorted(case["rows"])


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "—", "a " * 900, "President President of of of", "(((((", "Iran attacked " * 60, "Iran\tIraq\n1\t2\t3"],
    ids=["empty", "blank", "dash", "400 words", "titles", "brackets", "loop", "table"],
)
def test_bad_input_throws_nothing(text: str) -> None:
    for event in read(text).get(EventMention, []):
        assert event.actors or event.recipients


def test_row_tells_where_it_came_from() -> None:
    text = "Lithuania praised Taiwan on Monday."
    (event,) = read(text, "2024-06-12")[EventMention]
    assert text[event.trigger_start : event.trigger_end] == "praised"
    assert event.text == text[event.start : event.end]
    assert event.rule == "events/support.toml#praise"
    assert (event.date_from or "").startswith("times:")
    assert (event.quad, event.score, event.cameo) == (1, 5.0, "051")


def test_rule_of_status_is_named() -> None:
    (event,) = read("Kenya will send food aid to Malawi.")[EventMention]
    assert event.rule.endswith("events/rules.toml#1-future-cooperation")


def test_said_to_have_happened() -> None:
    made = read('The Kenyan president said on Monday: "Uganda has attacked Rwanda."', "2024-06-12")
    events = [event for event in made[EventMention] if event.event_type == "ASSAULT"]
    assert events and events[0].statement is not None and events[0].via


def test_ids_repeat() -> None:
    texts = [read("Iran and Iraq signed a treaty.")[EventMention][0].id for _ in range(2)]
    assert texts[0] == texts[1]


@pytest.fixture(scope="module")
def acts() -> Acts:
    """Our acts."""
    return tools()[0].acts


def test_ontology(acts: Acts) -> None:
    types = acts.ontology.types
    assert len(types) == 16
    assert {code for code, kind in types.items() if kind.needs_recipient} >= {"AID", "COOPERATE", "SANCTION"}
    assert types["ACCUSE"].score == -3  # the manual's table loses the sign
    assert acts.ontology.score("CONSULT", ("visit",)) == 4
    assert acts.ontology.score("PROTEST", ("vandalize",)) == -5  # no score is printed for the mode


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("163", ("SANCTION", "discontinue")),  # the table of 2021 says COERCE
        ("116", ("SANCTION", "convict")),  # ... ACCUSE
        ("055", ("CONCEDE", "")),  # ... SUPPORT
        ("0871", ("CONCEDE", "")),  # ... RETREAT
        ("175", ("ASSAULT", "crowd-control")),  # ... a context in the mode's place
        ("204", ("ASSAULT", "unconventional")),  # ... FIGHT
        ("0234", None),
        ("010", None),
        ("1384", ("THREATEN", "violence")),
    ],
)
def test_cameo_to_plover(acts: Acts, code: str, wanted: tuple[str, str] | None) -> None:
    assert acts.ontology.from_cameo(code) == wanted


def test_cameo_there_and_back(acts: Acts) -> None:
    for (event, mode), code in acts.ontology.back.items():
        assert acts.ontology.from_cameo(code) == (event, mode)
    for code, kind in acts.ontology.types.items():
        assert acts.ontology.to_cameo(code, ())
        assert all(mode in kind.modes for (event, mode) in acts.ontology.back if event == code and mode)


def test_words_have_no_faults() -> None:
    assert [str(complaint) for complaint in check_acts(layers(None))] == []


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ('id = "x"\ncode = "CONSLT"\nverbs = ["meet"]\nexamples = ["A."]', "unknown type 'CONSLT'"),
        ('id = "x"\ncode = "CONSULT"\nexamples = ["A."]', "names no word"),
        ('id = "x"\ncode = "CONSULT"\nverbs = ["meet"]', "has no example"),
        ('id = "x"\ncode = "CONSULT"\nmode = ["walk"]\nverbs = ["meet"]\nexamples = ["A."]', "'walk' is no mode"),
        ('id = "x"\ncode = "CONSULT"\nverb = ["meet"]\nverbs = ["see"]\nexamples = ["A."]', "unknown key 'verb'"),
        ('id = "x"\ncode = "AID"\nverbs = ["give"]\nobject = ["@gold"]\nexamples = ["A."]', "no list 'gold'"),
    ],
)
def test_faults_are_told_in_the_editors_terms(tmp_path: Path, entry: str, what: str) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "mine.toml").write_text(f"[[act]]\n{entry}\n", encoding="utf-8")
    told = [str(complaint) for complaint in check_acts(layers(tmp_path))]
    assert any(line.startswith("events/mine.toml:1:") and what in line for line in told), told


def test_enough_words() -> None:
    acts = tools()[0].acts
    assert len(acts.verbs) + len(acts.nouns) + len(acts.adjectives) >= 400


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("William Ruto held talks with Samia Suluhu Hassan in Nairobi on Tuesday.", "Nairobi"),  # hung at her name
        ("Kais Saied talked with officials in Kyiv.", None),  # they may be there, and he on the telephone
        ("Turkey and Greece held talks in September.", None),
        ("Ghana and Togo agreed on a plan as they held talks in Peru.", "Peru"),
        ("Iran and Iraq met in Baghdad in May.", "Baghdad"),
        ("Spain met Malta in March in Kuala Lumpur.", "Kuala Lumpur"),
    ],
)
def test_place(text: str, place: str | None) -> None:
    assert [event.place for event in read(text, "2024-06-12")[EventMention] if event.event_type == "CONSULT"] == [place]


def test_words_of_a_dateline_are_nobody() -> None:
    text = "MOSCOW, 3 May 2024 - Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Nairobi."
    document = document_of(text, "2024-05-03")
    dated = replace(document, parts=(Part(start=0, end=text.index("Kenyan"), kind="dateline"),))
    made = flow.run(dated, *tools())
    assert [row(event, made, False) for event in made[EventMention]] == ["KEN,TZA CONSULT -"]


CONTEXTS = tomllib.loads((layers(None)[0] / "events" / "contexts.toml").read_text(encoding="utf-8"))["context"]


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context["id"])
def test_contexts_by_their_own_examples(context: dict[str, Any], acts: Acts) -> None:
    for text in context["examples"]:
        (sentence,) = read(text)[Sentence]
        assert f"sentence:{context['id']}" in contexts_of(sentence, acts)


def test_there_are_all_contexts(acts: Acts) -> None:
    assert len(acts.contexts) == 37
    (event,) = read("Norway praised Latvia.")[EventMention]
    assert event.context == ()


@pytest.mark.parametrize(("path", "full", "precision"), [(GOLD, 0.85, 0.90), (HELD, 0.95, 0.93)], ids=["gold", "held"])
def test_own_gold_stays_reached(path: Path, full: float, precision: float) -> None:
    scores, _, _ = measure(path)
    assert scores["full"] >= full
    assert scores["precision"] >= precision
    assert scores["false alarms"] <= 0.08


def test_the_guide_tells_every_rule(acts: Acts) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "how-dragoman-codes-an-event.md").read_text(encoding="utf-8")
    assert all(f"`{rule.rule.partition('#')[2]}`" in guide for rule in acts.rules)

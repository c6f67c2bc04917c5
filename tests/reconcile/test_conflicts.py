"""Figures and relations made by hand in, conflicts out; what differs for a good reason is none."""

from datetime import date

import pytest
from reading import tools

from dragoman.reconcile.amounts import amount_of
from dragoman.reconcile.calling import Calling, page_name
from dragoman.reconcile.conflict_events import event_conflicts
from dragoman.reconcile.conflict_figures import figure_conflicts
from dragoman.reconcile.conflict_growth import growth_conflicts
from dragoman.reconcile.conflict_relations import reference_conflicts, relation_conflicts
from dragoman.reconcile.conflict_slips import slip_conflicts
from dragoman.reconcile.conflict_statements import statement_conflicts
from dragoman.records import Document, Entity, EventMention, Figure, Relation, Statement
from dragoman.text.ids import stable_id

YEAR = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}


def figure(page: str, value: float | None = 5e9, **told) -> Figure:
    base = {
        "document": page, "start": 0, "end": 5, "text": "x", "measure": "trade", "subject": "VNM", "partner": "AGO",
        "value": value, "unit": "USD", "rule": "r", "confidence": 1.0, **YEAR,
    }  # fmt: skip
    base.update(told)
    return Figure(id=stable_id("fg", page, value, *map(str, told.items())), **base)


APART = [
    ("twenty percent apart", figure("b", 6e9)),
    ("nearly six is not five", figure("b", 6e9, comparator="nearly")),
    ("the sides of trade have no order", figure("b", 6e9, subject="AGO", partner="VNM")),
    ("more than eight", figure("b", 8e9, comparator="more than")),
    ("a range above", figure("b", 6e9, value_max=7e9)),
]
SENTENCES = [
    (figure("b", 6e9, comparator="nearly"), "nearly $6 billion [b]: different sources, 20 %"),
    (figure("b", 7e9, via=("XIN",)), "$7 billion by Xinhua [b]: different sources, 40 %"),
    (figure("b", 7e9, via=("VNM/figures",)), "$7 billion by Vietnamese figures [b]: different sources, 40 %"),
]


@pytest.mark.parametrize(("other", "told"), SENTENCES)
def test_an_explanation_names_pages_parties_and_money_as_a_reader_does(other, told):
    called = Calling(
        {"a": "A, a.txt"},
        {"VNM": "Vietnam", "AGO": "Angola", "XIN": "Xinhua", "VNM/figures": "figures of Vietnam"},
        {"VNM": "Vietnamese"},
    )
    (conflict,) = figure_conflicts([figure("a"), other], called, {})
    assert conflict.explanation == f"Trade between Angola and Vietnam in 2022: $5 billion [A, a.txt], {told} apart."


@pytest.mark.parametrize(
    ("uri", "outlet", "title", "name"),
    [
        ("/home/x/talks.txt", None, None, "talks.txt"),
        ("https://tass.com/world/1234567?utm=1", "TASS", "Talks", "TASS, 1234567"),
        ("C:\\\\news\\\\a.html", "Kyodo", None, "Kyodo, a.html"),
        ("https://example.org/" + "long-" * 30, "Example", "Talks held", "Example, “Talks held”"),
        ("a.txt", "a.txt", None, "a.txt"),
    ],
)
def test_a_page_is_named_by_outlet_and_file(uri, outlet, title, name):
    page = Document(id="doc_1", uri=uri, outlet=outlet, title=title, content_sha256="", text="")
    assert page_name(page) == name


MEETING = [
    ("rounded", figure("b", 4.87e9)),
    ("about", figure("b", 5.4e9, comparator="about")),
    ("at least", figure("b", 3e9, comparator="at least")),
    ("a range around", figure("b", 4e9, value_max=6e9)),
    ("another year", figure("b", 6e9, period_start=date(2023, 1, 1), period_end=date(2023, 12, 31))),
    ("half of the year", figure("b", 2e9, period_end=date(2022, 6, 30))),
    ("another measure", figure("b", 6e9, measure="exports")),
    ("another unit", figure("b", 6e9, unit="EUR")),
    ("another partner", figure("b", 6e9, partner="ZMB")),
    ("no period", figure("b", 6e9, period_start=None, period_end=None)),
    ("no owner", figure("b", 6e9, subject=None)),
    ("the same page", figure("a", 6e9)),
    ("a growth and a level", figure("b", None, change_percent=20.0)),
]


@pytest.mark.parametrize(("why", "other"), APART, ids=lambda v: v if isinstance(v, str) else "")
def test_figures_that_disagree(why, other):
    first = figure("a")
    (conflict,) = figure_conflicts([first, other], Calling({}, {"VNM": "Vietnam", "AGO": "Angola"}), {})
    assert {m.id for m in conflict.members} == {first.id, other.id}
    assert "Vietnam" in conflict.explanation and "2022" in conflict.explanation


@pytest.mark.parametrize(("why", "other"), MEETING, ids=lambda v: v if isinstance(v, str) else "")
def test_figures_that_differ_for_a_reason(why, other):
    assert list(figure_conflicts([figure("a"), other], Calling(), {})) == []


def test_copies_do_not_contradict_each_other():
    assert list(figure_conflicts([figure("a"), figure("b", 6e9)], Calling(), {"a": "o", "b": "o"})) == []


def test_ten_pages_against_one_are_one_conflict():
    many = [figure(f"p{n}") for n in range(10)]
    (conflict,) = figure_conflicts([*many, figure("b", 6e9)], Calling(), {})
    assert len(conflict.members) == 11 and "9 more" in conflict.explanation


@pytest.mark.parametrize("value", [0.0, -4.77e9, 1e-9, 1e300, 7.0])
def test_any_number_lies_in_its_own_interval(value):
    amount = amount_of(figure("a", value))
    assert amount is not None and amount.low <= value <= amount.high


def relation(page: str, **told) -> Relation:
    base = {
        "document": page, "start": 0, "end": 5, "text": "x", "relation": "member_of", "subject": "HRV", "object": "eu",
        "rule": "r", "confidence": 1.0, "as_of": date(2024, 6, 1),
    }  # fmt: skip
    base.update(told)
    return Relation(id=stable_id("re", page, *map(str, told.items())), **base)


RELATIONS = [
    ("since two different years", {"valid_from": "2013"}, {"valid_from": "2015"}, ["date"]),
    ("a year and a month of it", {"valid_from": "2013"}, {"valid_from": "2013-07"}, []),
    ("expected, then asserted", {"status": "expected", "valid_from": "2012"}, {"valid_from": "2013"}, []),
    ("held and denied in one month", {}, {"status": "denied"}, ["state"]),
    ("held and denied years apart", {}, {"status": "denied", "as_of": date(2010, 1, 1)}, []),
    ("another organisation", {"valid_from": "2013"}, {"valid_from": "2009", "object": "nato"}, []),
    (
        "an alliance has no one beginning",
        {"relation": "ally_of", "valid_from": "1990"},
        {"relation": "ally_of", "valid_from": "2001"},
        [],
    ),
]


@pytest.mark.parametrize(("why", "one", "other", "kinds"), RELATIONS, ids=[r[0] for r in RELATIONS])
def test_relations_that_disagree(why, one, other, kinds):
    assert [c.kind for c in relation_conflicts([relation("a", **one), relation("b", **other)], Calling(), {})] == kinds


TABLES = [
    ("as the table has it", {"valid_from": "2013"}, []),
    ("two years late", {"valid_from": "2015"}, ["reference"]),
    ("a month early", {"valid_from": "2013-06"}, []),
    ("without a date", {}, []),
    ("of what the table does not know", {"valid_from": "2015", "object": "org:bridge-club"}, []),
    ("expected for a year that is past", {"status": "expected", "valid_from": "2012"}, ["evident slip"]),
    ("expected for a year to come", {"status": "expected", "valid_from": "2030"}, []),
]


@pytest.mark.parametrize(("why", "told", "reasons"), TABLES, ids=[t[0] for t in TABLES])
def test_relations_against_the_tables(why, told, reasons):
    rows = [relation("a", **told)]
    found = [*reference_conflicts(rows, Calling(), tools()[0].names), *slip_conflicts([], rows, [], Calling())]
    assert [c.reason for c in found] == reasons


AIMS = [
    ("an aim that was past already", "Uganda wants to raise trade with Rwanda to $5 billion by 2022.", 1),
    ("an aim that was missed", "Uganda had wanted to raise trade with Rwanda to $5 billion by 2022.", 0),
    ("what was reached", "Trade between Uganda and Rwanda rose to $5 billion by 2022.", 0),
    ("an aim for another year", "Trade of $5 billion in 2022 will double by 2030.", 0),
]


@pytest.mark.parametrize(("why", "text", "slips"), AIMS, ids=[a[0] for a in AIMS])
def test_aims_for_a_year_that_is_past(why, text, slips):
    page = Document(id="a", uri="a.txt", content_sha256="", text=text, published_start=date(2024, 3, 4))
    place = text.index("$5 billion")
    told = figure("a", start=place, end=place + 10, subject="UGA", partner="RWA")
    assert len(list(slip_conflicts([page], [], [told], Calling()))) == slips


def growth(page: str, percent: float, year: int = 2022) -> Figure:
    days = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    return figure(page, None, unit="percent", change_percent=percent, **days)


LAST = {"period_start": date(2021, 1, 1), "period_end": date(2021, 12, 31)}
GROWTHS = [
    ("forty percent, where the levels tell of five", 5.25e9, 40.0, 1),
    ("as the levels have it", 7.04e9, 40.0, 0),
    ("rounded levels allow it", 6.5e9, 32.0, 0),
    ("a fall, where the levels rise", 5.25e9, -11.0, 1),
]


@pytest.mark.parametrize(("why", "now", "percent", "conflicts"), GROWTHS, ids=[g[0] for g in GROWTHS])
def test_growth_is_checked_against_levels(why, now, percent, conflicts):
    levels = [figure("a", 5.02e9, **LAST), figure("b", now)]
    found = list(growth_conflicts([*levels, growth("c", percent)], Calling(), {}))
    assert len(found) == conflicts
    assert not list(growth_conflicts([*levels, growth("b", percent)], Calling(), {}))
    assert not list(growth_conflicts([*levels, growth("c", percent, 2023)], Calling(), {}))


PEOPLE = [
    Entity(id="kuleba", name="Dmytro Kuleba", kind="person", country="UKR"),
    Entity(id="zelenskyy", name="Volodymyr Zelenskyy", kind="person", country="UKR"),
    Entity(id="sikorski", name="Radoslaw Sikorski", kind="person", country="POL"),
    Entity(id="UKR/GOV", name="government of Ukraine", kind="organisation", country="UKR"),
    Entity(id="pap", name="PAP", kind="media", country="POL"),
]
WORDS = "We shall not be counting the cost of this war in tons of wheat"


def said(page: str, speaker: str | None, text: str = WORDS, **told) -> Statement:
    base = {
        "document": page, "start": 0, "end": len(text), "text": text, "kind": "direct", "speaker": speaker, "rule": "r",
        "confidence": 1.0,
    }  # fmt: skip
    base.update(told)
    return Statement(id=stable_id("st", page, speaker, text, *map(str, told.items())), **base)


SPEAKERS = [
    ("guest and host", said("b", "sikorski"), 1),
    ("two of one state", said("b", "zelenskyy"), 1),
    ("the same", said("b", "kuleba"), 0),
    ("the state that he speaks for", said("b", "UKR/GOV"), 0),
    ("the agency that quotes him", said("b", "pap"), 0),
    ("nobody", said("b", None), 0),
    ("other words", said("b", "sikorski", "We shall not forget who stood at our border in that winter"), 0),
    ("words of reporters", said("b", "sikorski", kind="indirect"), 0),
    ("a few words", said("b", "sikorski", "the cost of this war"), 0),
    ("the same page", said("a", "sikorski"), 0),
    ("one who is relayed", said("b", "sikorski", via=("kuleba",)), 0),
]


@pytest.mark.parametrize(("why", "other", "conflicts"), SPEAKERS, ids=[s[0] for s in SPEAKERS])
def test_the_same_words_by_two_speakers(why, other, conflicts):
    called = Calling({"a": "a.txt", "b": "b.txt"}, {e.id: e.name for e in PEOPLE})
    found = list(statement_conflicts([said("a", "kuleba"), other], PEOPLE, called, {}))
    assert [c.kind for c in found] == ["attribution"] * conflicts
    if found:
        assert "Dmytro Kuleba [a.txt]" in found[0].explanation


def meeting(page: str, on: int, **told) -> EventMention:
    base = {
        "document": page, "start": 0, "end": 9, "text": "Sikorski met Kuleba", "trigger_start": 0, "trigger_end": 3,
        "event_type": "CONSULT", "quad": 1, "actors": ("kuleba", "sikorski"), "date_start": date(2024, 3, on),
        "date_end": date(2024, 3, on), "date_from": "times:t", "place": "Kyiv", "rule": "events/consult.toml#meet",
        "confidence": 1.0,
    }  # fmt: skip
    base.update(told)
    return EventMention(id=stable_id("evm", page, on, *map(str, told.items())), **base)


DAYS = [
    ("a day apart", meeting("b", 6), 1),
    ("the same day", meeting("b", 5), 0),
    ("a week apart", meeting("b", 13), 0),
    ("another town", meeting("b", 6, place="Lviv"), 0),
    ("no town", meeting("b", 6, place=None), 0),
    ("met again", meeting("b", 6, text="Sikorski met Kuleba again"), 0),
    ("the day of printing", meeting("b", 6, date_from="published"), 0),
    ("other people", meeting("b", 6, actors=("zelenskyy", "sikorski")), 0),
    ("planned", meeting("b", 6, status="future"), 0),
    ("one page", meeting("a", 6), 0),
]


@pytest.mark.parametrize(("why", "other", "conflicts"), DAYS, ids=[d[0] for d in DAYS])
def test_one_meeting_on_two_days(why, other, conflicts):
    pages = [
        Document(id=name, uri=name, content_sha256="", text="", published_start=date(2024, 3, 7), published_end=date(2024, 3, 7))
        for name in ("a", "b")
    ]
    found = list(event_conflicts(pages, [meeting("a", 5), other], PEOPLE, Calling(), {}))
    assert [c.kind for c in found] == ["date"] * conflicts

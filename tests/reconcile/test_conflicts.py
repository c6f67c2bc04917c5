"""Figures and relations made by hand in, conflicts out; what differs for a good reason is none."""

from datetime import date

import pytest
from reading import tools

from dragoman.reconcile.amounts import amount_of
from dragoman.reconcile.calling import Calling, page_name
from dragoman.reconcile.conflict_figures import figure_conflicts
from dragoman.reconcile.conflict_relations import reference_conflicts, relation_conflicts
from dragoman.records import Document, Figure, Relation
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
    assert [c.reason for c in reference_conflicts([relation("a", **told)], Calling(), tools()[0].names)] == reasons

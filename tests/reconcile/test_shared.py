"""Statements and figures of several pages in, what is one marked with its origins and outlets."""

from dataclasses import replace
from datetime import date

import pytest
from reconcile.test_conflicts import PEOPLE, WORDS, figure, said

from dragoman.reconcile.shared import count_figures, count_statements
from dragoman.records import Copy, Document

OUTLETS = {"a": "PAP", "b": "Ukrinform", "c": None}
PAGES = [Document(id=name, uri=name, content_sha256="", text="", outlet=outlet) for name, outlet in OUTLETS.items()]
OTHER_WORDS = "The price of the war, counted in tons of wheat, will not be counted by our country, the minister told"
TRANSLATED = "we will not count the cost of the war in tonnes of wheat"

STATEMENTS = [
    ("quoted in two pages", said("b", "kuleba"), True),
    ("cut", said("b", "kuleba", WORDS[:45]), True),
    ("by a page that does not know who said it", said("b", None), True),
    ("with other quotation marks and capitals", said("b", "kuleba", WORDS.upper()), True),
    ("by another speaker", said("b", "sikorski"), False),
    (
        "other words of the same speaker",
        said("b", "kuleba", "Our farmers and our lorries wait for an answer from Brussels"),
        False,
    ),
    ("two words", said("b", "kuleba", "of wheat"), False),
    ("nothing", said("b", "kuleba", ""), False),
]


@pytest.mark.parametrize(("why", "other", "one"), STATEMENTS, ids=[s[0] for s in STATEMENTS])
def test_one_statement(why, other, one):
    first, second = count_statements([said("a", "kuleba"), other], PEOPLE, PAGES, [])
    assert (first.same_as is not None and first.same_as == second.same_as) == one
    assert (first.origins, first.outlets) == ((2, 2) if one else (1, 1))


def test_a_translation_is_the_same_statement_unless_weeks_lie_between():
    text = "Poland never counted the cost of helping Ukraine, neither in wheat nor in ammunition or in zlotys"
    again = "Poland has never counted the costs of helping Ukraine - neither wheat, nor ammunition, nor zlotys"
    days = {"date_start": date(2024, 3, 5), "date_end": date(2024, 3, 5)}
    later = {"date_start": date(2024, 5, 5), "date_end": date(2024, 5, 5)}
    one, two = count_statements([said("a", "sikorski", text, **days), said("b", "sikorski", again, **days)], PEOPLE, PAGES, [])
    assert one.same_as == two.same_as is not None
    one, two = count_statements([said("a", "sikorski", text, **days), said("b", "sikorski", again, **later)], PEOPLE, PAGES, [])
    assert one.same_as is two.same_as is None


def test_copies_and_relays_are_one_origin_but_two_outlets():
    copy = Copy(id="c", document="b", source="a", kind="copy", share=1.0)
    first, _ = count_statements([said("a", "kuleba"), said("b", "kuleba")], PEOPLE, PAGES, [copy])
    assert (first.origins, first.outlets) == (1, 2)
    relayed = [said("a", "kuleba", via=("pap",)), said("b", "kuleba", via=("pap",))]
    assert [s.origins for s in count_statements(relayed, PEOPLE, PAGES, [])] == [1, 1]


FIGURES = [
    ("rounded", figure("b", 4.87e9), True),
    ("nearly", figure("b", 5.1e9, comparator="nearly"), True),
    ("twenty percent apart", figure("b", 6e9), False),
    ("another year", figure("b", 5e9, period_start=date(2023, 1, 1), period_end=date(2023, 12, 31)), False),
    ("another measure", figure("b", 5e9, measure="exports"), False),
    ("no period", figure("b", 5e9, period_start=None, period_end=None), False),
]


@pytest.mark.parametrize(("why", "other", "one"), FIGURES, ids=[f[0] for f in FIGURES])
def test_one_figure(why, other, one):
    first, second = count_figures([figure("a"), other], PAGES, [])
    assert (first.same_as is not None and first.same_as == second.same_as) == one
    assert (second.origins, second.outlets) == ((2, 2) if one else (1, 1))


def test_figures_without_a_period_are_one_when_printed_alike():
    bare = {"period_start": None, "period_end": None, "measure": "troops"}
    one, two, three = count_figures([figure("a", 120, **bare), figure("b", 120, **bare), figure("c", 121, **bare)], PAGES, [])
    assert one.same_as == two.same_as is not None and three.same_as is None


def test_order_and_everything_else_stay():
    rows = [said("b", "kuleba"), said("a", "kuleba"), said("c", "sikorski", TRANSLATED)]
    found = list(count_statements(rows, PEOPLE, PAGES, []))
    assert [replace(s, same_as=None, origins=1, outlets=1) for s in found] == rows

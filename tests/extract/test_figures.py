"""Sentences in, figures out: tests/cases/figures.toml, and the examples of words/measures.toml."""

import tomllib
from pathlib import Path

import pytest
from extract.figure_rows import row_of, row_wanted
from reading import read

from dragoman.lexicon.files import entries, layers
from dragoman.lexicon.measures import check_measures
from dragoman.records import Figure

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "figures.toml").read_text(encoding="utf-8"))["case"]
ROWS = [*entries("measures.toml", "measure", layers(None)), *entries("measures.toml", "rank", layers(None))]
EXAMPLES = [(row, example) for row in ROWS for example in row.cells["examples"]]
ODD = ["9" * 400, "$" * 200, "rose by by to to %", "1.234,5.6,7", "", "½½½", "hundred " * 150, "5 " + "million " * 90]
DAY = "2024-06-12"


def figures(text: str, day: str | None = DAY) -> list[Figure]:
    return read(text, day)[Figure]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_figures(case):
    assert [row_of(f) for f in figures(case["text"])] == [row_wanted(row) for row in case["rows"]]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[e["text"][:40] for _, e in EXAMPLES])
def test_examples_of_the_words(row, example):
    """Each entry of measures.toml reads its own example: measure, owner, partner, value and unit."""
    assert example["is"] in [in_short(f, example["is"]) for f in figures(example["text"])], row.place


def in_short(figure: Figure, wanted: str) -> str:
    """A figure as the examples write it; one that only moved is written by its change, or by '-' where the example does."""
    value = figure.value if figure.value is not None or " - percent" in wanted else figure.change_percent
    sides = f"{figure.subject or '-'} {figure.partner or '-'}"
    return f"{figure.measure} {sides} {'-' if value is None else f'{value:.12g}'} {figure.unit}"


def test_words_are_sound():
    assert not list(check_measures(layers(None)))


@pytest.mark.parametrize("text", ODD)
def test_odd_input_is_no_error(text):
    assert figures(f"Trade between Kenya and Uganda rose {text}.") is not None


def test_spans_and_ids():
    text = "Trade between Kenya and Uganda rose by 12% to $1.1 billion last year."
    (figure,) = figures(text)
    assert figure.text == text[figure.start : figure.end] == "rose by 12% to $1.1 billion"
    assert [f.id for f in figures(text)] == [figure.id]


def test_without_a_day_no_period_is_invented():
    (figure,) = figures("Trade between Kenya and Uganda rose by 12% to $1.1 billion last year.", None)
    assert figure.period_start is None and figure.period_end is None

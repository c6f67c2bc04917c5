"""Sentences in, relations out: tests/cases/relations.toml, and the examples of words/relations.toml."""

import tomllib
from pathlib import Path

import pytest
from reading import read

from dragoman.lexicon.files import entries, layers
from dragoman.lexicon.relations import KINDS, check_relations
from dragoman.records import Relation

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "relations.toml").read_text(encoding="utf-8"))["case"]
EXAMPLES = [(row, e) for kind in KINDS for row in entries("relations.toml", kind, layers(None)) for e in row.cells["examples"]]
DAY = "2024-06-12"


def row_of(relation: Relation) -> str:
    """A relation as the cells of a case."""
    parts = (relation.relation, relation.subject, relation.object, relation.status, relation.valid_from, relation.valid_to)
    return " ".join("-" if part is None else part.removeprefix("person:") for part in parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_relations(case):
    assert [row_of(r) for r in read(case["text"], DAY)[Relation]] == case["rows"]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[example[:50] for _, example in EXAMPLES])
def test_examples_of_the_words(row, example):
    """Each entry of relations.toml reads its own example as its relation (or as that relation's denial)."""
    found = {r.relation.removeprefix("not_") for r in read(example, DAY)[Relation]}
    assert row.text("relation").removeprefix("not_") in found


def test_words_are_sound():
    assert list(check_relations(layers(None))) == []


@pytest.mark.parametrize(
    "text",
    ["", ".", "Of of of.", "Members members members of of NATO NATO.", "since 1994", "X, the president of", "’s ally"],
)
def test_odd_texts_give_nothing_and_do_not_throw(text):
    assert read(text, DAY)[Relation] == []


def test_spans_are_those_of_the_page():
    text = "In short.\nUganda shares a border with Kenya."
    (relation,) = read(text, DAY)[Relation]
    assert text[relation.start : relation.end] == relation.text == "Uganda shares a border with Kenya"


def test_same_page_gives_same_ids():
    text = "Chad and Libya share a border."
    assert read(text, DAY)[Relation] == read(text, DAY)[Relation]

"""Sentences of many outlets, written before the reader saw them: tests/cases/relations_{fresh,apposed,latest}.toml."""

import tomllib
from pathlib import Path

import pytest
from reading import read

from dragoman.records import Relation

FILES = [Path(__file__).parents[1] / "cases" / f"relations_{name}.toml" for name in ("fresh", "apposed", "latest")]
CASES = [case for file in FILES for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
DAY = "2024-06-12"
SIDELESS = frozenset({"ally_of", "strategic_partner_of", "shares_border_with", "at_war_with"})


def canonical(row: str) -> str:
    """A row of a case, the sides of a symmetric relation in the order of their names."""
    relation, subject, other, *rest = row.split(" ")
    sides = sorted((subject, other)) if relation in SIDELESS else [subject, other]
    return " ".join((relation, *sides, *rest))


def row_of(relation: Relation) -> str:
    """A relation as a row: entities without the kind before their name, organs as their state."""
    cells = (relation.relation, relation.subject, relation.object, relation.status, relation.valid_from, relation.valid_to)
    return canonical(" ".join("-" if cell is None else cell.split(":")[-1].split("/")[0] for cell in cells))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_fresh_sentences(case):
    if case.get("missed"):
        pytest.xfail("known miss")
    found = {row_of(relation) for relation in read(case["text"], DAY)[Relation]}
    needed = {canonical(row) for row in case["rows"] if not row.startswith("?")}
    allowed = needed | {canonical(row[1:]) for row in case["rows"] if row.startswith("?")}
    assert needed <= found <= allowed

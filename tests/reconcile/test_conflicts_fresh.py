"""Small collections whose pages differ for good and for bad reasons: tests/cases/conflicts_fresh.toml."""

import tomllib
from pathlib import Path

import pytest
from reconcile.pages import Written, together

from dragoman.records import Conflict

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "conflicts_fresh.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_conflicts_fresh(case):
    if case.get("missed"):
        pytest.xfail("known miss")
    told = [page.partition(" | ") for page in case["pages"]]
    rows = together([Written(f"p{n}.txt", day, text, f"Outlet {n}") for n, (day, _, text) in enumerate(told)])
    assert [c.kind for c in rows[Conflict]] == case["conflicts"], [c.explanation for c in rows[Conflict]]

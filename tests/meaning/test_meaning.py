"""Meaning under change, in small: thirty of the drawn pages of bench/meaning.py, by the limits that the bench is held to."""

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

import meaning

PAGES, SEED = 30, 7
MOST = {"swap": 3.0, "add": 3.0, "date": 4.0, "negation": 5.0, "paraphrase": 5.0, "wrap": 4.0}
"""Failures in a hundred checks: a little over what 300 pages give, for thirty are few."""


@cache
def measured() -> tuple[dict[str, meaning.Count], list[meaning.Failure]]:
    return meaning.measure(PAGES, SEED)


@pytest.mark.parametrize("relation", sorted(MOST))
def test_changes_of_words_do_what_they_should(relation: str) -> None:
    counts, failures = measured()
    count = counts[relation]
    told = [f"{f.why}: {f.words}" for f in failures if f.relation.startswith(relation)]
    assert count.checks >= PAGES
    assert 100 * count.failed / count.checks <= MOST[relation], told[:10]


def test_most_sentences_give_an_event_to_check() -> None:
    counts, _ = measured()
    assert counts["negation"].empty * 5 < counts["negation"].checks


def test_a_page_that_is_changed_is_told_from_the_same_page() -> None:
    """The bench can fail: a page with its two states swapped has other rows."""
    from dataclasses import replace

    drawn = meaning.draw(3, SEED)
    one, other = meaning.Seen(drawn), meaning.Seen(replace(drawn, states=drawn.states[::-1]))
    assert any(meaning.difference(one.all(), other.all()))

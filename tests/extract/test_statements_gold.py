"""How many attributions of our gold are found, with the right speaker and chain: floors just under what is reached."""

from collections import Counter

import pytest
from statements_gold import counts, gold, shares


@pytest.fixture(scope="module")
def reached() -> Counter[str]:
    return counts()


def test_the_gold_is_large_and_of_many_hands() -> None:
    texts = gold()
    told = [t for text in texts for t in text.told if t.required]
    assert len(told) >= 300
    assert sum(1 for t in told if t.via) >= 50
    assert len({text.manner for text in texts}) >= 20
    assert {"direct", "indirect", "mixed"} == {t.kind for t in told}


@pytest.mark.parametrize("name", ["statements.jsonl", "statements_unseen.jsonl"])
def test_the_gold_repeats_its_texts(name: str) -> None:
    for text in gold(name):
        for told in text.told:
            assert text.text[told.start : told.end] == told.content


@pytest.mark.parametrize(
    ("what", "floor"),
    [
        ("found", 0.95),
        ("precision", 0.94),
        ("speaker", 0.95),
        ("via", 0.96),
        ("chain", 0.93),
        ("kind", 0.98),
        ("relayed chain", 0.83),
        ("addressee", 0.85),
    ],
)
def test_reading_does_not_fall(reached: Counter[str], what: str, floor: float) -> None:
    assert shares(reached)[what] >= floor, reached


@pytest.fixture(scope="module")
def later() -> Counter[str]:
    return counts(gold("statements_unseen.jsonl"))


@pytest.mark.parametrize(
    ("what", "floor"),
    [
        ("found", 0.92),
        ("precision", 0.95),
        ("speaker", 0.90),
        ("chain", 0.86),
        ("relayed chain", 0.86),
        ("addressee", 0.80),
    ],
)
def test_reading_of_the_later_gold_does_not_fall(later: Counter[str], what: str, floor: float) -> None:
    assert shares(later)[what] >= floor, later

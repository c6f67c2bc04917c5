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


def test_the_gold_repeats_its_texts() -> None:
    for text in gold():
        for told in text.told:
            assert text.text[told.start : told.end] == told.content


@pytest.mark.parametrize(
    ("what", "floor"),
    [
        ("found", 0.95),
        ("precision", 0.94),
        ("speaker", 0.93),
        ("via", 0.94),
        ("chain", 0.88),
        ("kind", 0.98),
        ("relayed chain", 0.68),
    ],
)
def test_reading_does_not_fall(reached: Counter[str], what: str, floor: float) -> None:
    assert shares(reached)[what] >= floor, reached

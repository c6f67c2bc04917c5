"""How many of our gold's mentions mean whom a reader says: floors just under what is reached."""

from collections import Counter

import pytest
from mentions_gold import gold, share, tables


@pytest.fixture(scope="module")
def found() -> dict[str, Counter[str]]:
    return tables()


def test_the_gold_is_large_and_of_many_states() -> None:
    marks = [mark for page in gold() for mark in page.marks]
    states = {answer for mark in marks for answers in mark.answers for answer in answers if len(answer) == 3 and answer.isupper()}
    assert len(marks) >= 400
    assert len(states) >= 60
    assert len({mark.form for mark in marks}) == 12


@pytest.mark.parametrize(
    ("form", "accuracy", "answered"),
    [
        ("all", 0.98, 0.965),
        ("pronouns and descriptions", 0.965, 0.915),
        ("name", 0.97, 0.98),
        ("surname", 0.97, 0.97),
        ("capital", 0.95, 0.95),
        ("unlisted", 0.95, 0.90),
        ("pair", 0.90, 0.85),
    ],
)
def test_resolution_does_not_fall(found: dict[str, Counter[str]], form: str, accuracy: float, answered: float) -> None:
    reached = share(found[form])
    assert reached[0] >= accuracy, (form, found[form])
    assert reached[1] >= answered, (form, found[form])

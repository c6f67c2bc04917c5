"""Nothing that stands on a page makes the reader of figures throw; what cannot be known is not invented."""

import pytest
from extract.test_figures import figures
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [
    "$", "€", "Rs", "pesos", "pounds", "crowns", "rupees", "dollars", "trade", "exports", "Chile's", "Nepal", "to", "from",
    "between", "and", "respectively", "1.234,5", "1,234.5", "12,34,567", "9" * 400, "0", "-5", "½", "bn", "million", "%",
    "per", "a third of", "doubled", "more than", "up", "its", "gas", "31 February", "25:00", "in 2022", "for every", ",",
    "(", ")", "’s", "troops", "tonnes", "٣", "²", "1e309", "NaN", "∞",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=22))
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for row in figures(text):
        assert text[row.start : row.end] == row.text
        assert row.value is None or abs(row.value) < 1e25
        assert row.value_max is None or row.value is None or row.value < row.value_max


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Argentina lent Bolivia 300 million pesos.", "ARS"),
        ("Norway granted Malawi 200 million crowns in food aid.", "NOK"),
        ("Egypt's imports from Sudan came to 6 billion pounds in 2022.", "EGP"),
        ("Britain's imports from Sudan came to 6 million pounds in 2022.", "GBP"),
        ("Nepal's imports from Bhutan came to 6 million rupees in 2022.", "NPR"),
        ("Germany gave Oman 5 million crowns in aid.", "crown"),  # neither has one: the word stays
        ("Canada gave Jordan $5 million in aid.", "USD"),  # the world's dollar: the page names no Canadian paper
        ("Canada gave Jordan C$5 million in aid.", "CAD"),
    ],
)
def test_whose_money(text: str, unit: str) -> None:
    assert [row.unit for row in figures(text)] == [unit]


@pytest.mark.parametrize(
    ("number", "value"), [("1.234,5 million", 1234.5e6), ("1,234.5 million", 1234.5e6), ("12,34,567", 1234567), ("9" * 400, None)]
)
def test_mixed_separators(number: str, value: float | None) -> None:
    rows = figures(f"Kenya's exports to Uganda came to ${number} in 2022.")
    assert [row.value for row in rows] == ([] if value is None else [value])

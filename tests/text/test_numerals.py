"""Numbers as people write them: value and kind for each, and what is passed over."""

import pytest

from dragoman.text.numerals import find_numerals, plain_value

CASES = [
    # digits and what parts them
    ("1,234.5", [(1234.5, "cardinal")], "English separators"),
    ("1.234,5", [(1234.5, "cardinal")], "continental separators"),
    ("1.234.567", [(1234567, "cardinal")], "points part thousands"),
    ("12,34,567 rupees", [(1234567, "cardinal")], "Indian groups"),
    ("4,5 billion", [(4.5e9, "cardinal")], "decimal comma"),
    ("1 234 567 men", [(1234567, "cardinal")], "spaces part thousands"),
    ("1\u202f234,5", [(1234.5, "cardinal")], "narrow no-break space"),
    ("1'234'567", [(1234567, "cardinal")], "Swiss apostrophes"),
    ("in 2014, 15 men", [(2014, "cardinal"), (15, "cardinal")], "a year and a count are two"),
    (".5 per cent", [(0.5, "cardinal")], "no digit before the point"),
    ("-3% and −4%", [(-3, "cardinal"), (-4, "cardinal")], "hyphen and minus sign"),
    ("minus 130 degrees", [(-130, "cardinal")], "minus in words"),
    ("5-10", [(5, "cardinal"), (10, "cardinal")], "the dash of a range is no minus"),
    ("1.5×10−3", [(0.0015, "cardinal")], "powers of ten"),
    ("2 1/2 hours, 3½ days", [(2.5, "cardinal"), (3.5, "cardinal")], "mixed numbers"),
    ("2/3 of it", [(2 / 3, "fraction")], "a slash fraction"),
    ("9" * 400, [], "400 digits are no amount"),
    ("1" + ",000" * 120, [], "400 digits with commas"),
    # scales
    ("$4.77bn", [(4.77e9, "cardinal")], "exact in whole units"),
    ("3.2 bn euros", [(3.2e9, "cardinal")], "bn apart"),
    ("25m barrels", [(25e6, "cardinal")], "m before a counted noun is million"),
    ("a 100 m sprint", [(100, "cardinal")], "m before a race is metre"),
    ("$5m", [(5e6, "cardinal")], "m behind money"),
    ("120k tonnes", [(120e3, "cardinal")], "k"),
    ("1.2 trillion yen", [(1.2e12, "cardinal")], "trillion"),
    ("three lakh crore rupees", [(3e12, "cardinal")], "scales multiply"),
    ("Rs 5 crore", [(5e7, "cardinal")], "crore"),
    ("RM120,000", [(120000, "cardinal")], "a code of money sticks to the number"),
    # words
    ("a hundred and twenty men", [(120, "cardinal")], "and inside"),
    ("twenty-five thousand three hundred and ten", [(25310, "cardinal")], "several scales"),
    ("two and a half million", [(2.5e6, "cardinal")], "and a half"),
    ("half a million", [(5e5, "cardinal")], "half a scale"),
    ("a half-dozen", [(6, "cardinal")], "half-dozen"),
    ("two dozen", [(24, "cardinal")], "dozen"),
    ("five six", [(5, "cardinal"), (6, "cardinal")], "two numbers side by side"),
    ("one billion", [(1e9, "cardinal")], "one"),
    ("one and two", [(1, "cardinal"), (2, "cardinal")], "and between numbers"),
    ("hundreds of people", [(100, "vague")], "hundreds"),
    ("tens of thousands", [(10000, "vague")], "tens of thousands"),
    ("hundreds of thousands", [(100000, "vague")], "hundreds of thousands"),
    # fractions and ordinals
    ("three-quarters less", [(0.75, "fraction")], "three-quarters"),
    ("two-thirds majority", [(2 / 3, "fraction")], "two-thirds"),
    ("a third of them", [(1 / 3, "fraction")], "a third of"),
    ("a third visit", [(3, "ordinal")], "a third visit is an ordinal"),
    ("the third quarter", [(3, "ordinal")], "a quarter of the year is no fraction"),
    ("half of them", [(0.5, "fraction")], "half of"),
    ("the first half of May", [(1, "ordinal")], "a half of the year is no fraction"),
    ("twenty-first visit", [(21, "ordinal")], "compound ordinal"),
    ("the 22nd round", [(22, "ordinal")], "digits with a suffix"),
    ("sixfold", [(6, "multiple")], "-fold in one word"),
    ("a 5-fold rise", [(5, "multiple")], "-fold with a hyphen"),
    # what holds digits and is no quantity
    ("at 10.45pm, 5 a.m., 17:30 and 0401 GMT", [], "clock times"),
    ("on 04/12/2023 and 2023-12-04", [], "dates in figures"),
    ("G20, MiG-29, COVID-19, F-16s and H5N1", [], "numbers in names"),
    ("call +44 20 7946 0958", [], "telephone"),
    ("version 7.2.1.4", [], "versions"),
    ("No. 10, p. 12", [], "numbered things"),
    ("24/7 and 9/11", [], "idioms"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), CASES, ids=[why for *_, why in CASES])
def test_numerals(text, wanted, why):
    found = [(n.value, n.kind) for n in find_numerals(text)]
    assert found == [(pytest.approx(value), kind) for value, kind in wanted], why


SPANS = ["5 billion euros", "about three-quarters less than", "Rs 12,34,567 crore", "a hundred and twenty men"]


@pytest.mark.parametrize("text", SPANS)
def test_spans_hold_the_number(text):
    for numeral in find_numerals(text):
        inner = text[numeral.start : numeral.end]
        assert inner == inner.strip(" ,")
        assert [n.value for n in find_numerals(inner)] == [numeral.value]


def test_too_long_to_be_an_amount():
    assert plain_value("9" * 400) is None
    assert plain_value("٣٤") is None

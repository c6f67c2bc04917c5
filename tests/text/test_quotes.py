"""Quotation marks: what is quoted, for every kind of mark and every kind of slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.quotes import find_quotations, outermost

CASES = [
    # why, text, what is quoted outermost
    ("straight", 'He said "yes" and "no".', ["yes", "no"]),
    ("curly", "“We agree,” she said.", ["We agree,"]),
    ("guillemets", "Il parle de «paix» et de guerre.", ["paix"]),
    ("German low and high", "„Das ist falsch“, sagte er.", ["Das ist falsch"]),
    ("German inverted guillemets", "Er nannte es »falsch« und ging.", ["falsch"]),
    ("Swedish: both marks alike", "Hon sade ”ja tack” igen.", ["ja tack"]),
    ("corner brackets", "他说「好」。", ["好"]),
    ("doubled single marks, as wires print them", "''We won't wait,'' he said.", ["We won't wait,"]),
    ("TeX marks", "``We will wait,'' he said.", ["We will wait,"]),
    ("single marks around speech", "'We agree,' the envoy said.", ["We agree,"]),
    ("curly single marks with a contraction inside", "‘We’re ready,’ the envoy said.", ["We’re ready,"]),
    (
        "possessive plural inside single marks",
        "'We want the states' rights respected,' he said.",
        ["We want the states' rights respected,"],
    ),
    ("apostrophes alone", "It's Laos' turn; don't ask O'Neill's '90s friends.", []),
    ("elision at the start of a word", "Tell 'em it is rock 'n' roll.", []),
    ("nested, only the outer one counts", "She said: “He called it ‘a disgrace’ twice.”", ["He called it ‘a disgrace’ twice."]),
    ("nested straight in curly", '“He wrote "never" on it,” she said.', ['He wrote "never" on it,']),
    ("opened curly, closed straight", '“We agree," he said.', ["We agree,"]),
    ("unclosed ends with its paragraph", 'He said: "We agree.\nThey left.', ["We agree."]),
    ("reopened in the next paragraph", '"We agree.\n"And we sign," he said.', ["We agree.", "And we sign,"]),
    ("the first mark was never closed", '"One thing. "Another thing," he said.', ["One thing. ", "Another thing,"]),
    ("odd count: a stray closing mark", "They left.” Then nothing.", []),
    ("inches", 'A 5\'10" man said "no".', ["no"]),
    ("empty", 'He said "" and left.', []),
    ("no marks", "Nobody spoke.", []),
    ("bracket before the mark", "The treaty (“the pact”) holds.", ["the pact"]),
]


@pytest.mark.parametrize(("why", "text", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_what_is_quoted(why, text, wanted):
    assert [text[slice(*q.inner)] for q in outermost(find_quotations(text))] == wanted


def test_a_paragraph_that_goes_on_says_so():
    first, second = find_quotations('"We agree.\n"And we sign," he said.')
    assert (first.closed, first.resumes, second.closed, second.resumes) == (False, False, True, True)


def test_nested_ones_know_their_depth():
    assert [q.depth for q in find_quotations("“He said ‘no’ and “never” again.”")] == [0, 1, 1]


def test_marks_belong_to_the_span():
    text = 'Oslo said "no".'
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == '"no"'


def test_doubled_marks_belong_to_the_span():
    text = "Oslo said ''no way''."
    (found,) = find_quotations(text)
    assert text[found.start : found.end] == "''no way''"


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "«", "''", "„"])
def test_two_hundred_marks_in_one_paragraph(mark):
    for text in (mark * 200, f"{mark} a" * 200, f"{mark}a{mark} " * 100, f"a{mark}b" * 201):
        for q in find_quotations(text):
            assert 0 <= q.start <= q.inner[0] <= q.inner[1] <= q.end <= len(text)


@given(st.text(alphabet="ab .,\n\"'“”„‘’«»`s", max_size=120))
def test_never_throws_and_stays_inside(text):
    for q in find_quotations(text):
        assert 0 <= q.start < q.inner[0] <= q.inner[1] <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]

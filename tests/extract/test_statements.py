"""Texts in, statements out: tests/cases/statements.toml, and the examples of words/reporting.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import read

from dragoman.extract.statements import find_statements
from dragoman.lexicon.files import entries, layers
from dragoman.lexicon.reporting import KINDS, Reporting, check_reporting
from dragoman.records import Document, Entity, Mention, Sentence, Statement, Time

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "statements.toml").read_text(encoding="utf-8"))["case"]
EXAMPLES = [(row, e) for kind in KINDS for row in entries("reporting.toml", kind, layers(None)) for e in row.cells["examples"]]


def statements(text: str) -> list[Statement]:
    return read(text)[Statement]


def row_of(statement: Statement, wanted: str) -> str:
    """A statement as a case writes it; the speaker by the name that the case uses."""
    speaker = wanted.split(" | ")[0].split(" < ")[0]
    known = {statement.speaker or "", statement.speaker_text or ""}
    who = " < ".join([speaker if speaker in known else f"{statement.speaker} ({statement.speaker_text})", *statement.via])
    return f"{who} | {statement.kind} | {statement.text}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_statements(case):
    found = sorted(statements(case["text"]), key=lambda s: (s.start, -s.end))
    wanted = [*case["rows"], *[""] * len(found)]
    assert [row_of(s, w) for s, w in zip(found, wanted, strict=False)] == case["rows"]
    for field, value in case.get("also", {}).items():
        assert getattr(found[0], field) == value


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=[e["text"][:40] for _, e in EXAMPLES])
def test_examples_of_the_words(row, example):
    """Each entry of reporting.toml reads its own example: content and speaker, and the medium and hedge where given."""
    made = read(example["text"])
    found = made[Statement]
    if row.cells.get("emit") is False:
        found = list(widened(made))
    wanted = example["content"].strip('".')
    same = [s for s in found if s.text.strip('".') == wanted and named(s, example["speaker"], made[Entity])]
    assert same, [(s.speaker_text, s.text) for s in found]
    for field in ("medium", "hedge"):
        assert example.get(field) in (None, getattr(same[0], field))


def widened(made):
    wide = Reporting.widened(layers(None))
    return find_statements(made[Document][0], made[Sentence], made[Mention], made[Entity], made[Time], wide)


def named(statement: Statement, speaker: str, entities: list[Entity]) -> bool:
    names = {e.name for e in entities if e.id == statement.speaker} | {statement.speaker_text or ""}
    return any(n and (speaker in n or n in speaker) for n in names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_spans_repeat_the_text(case):
    for s in statements(case["text"]):
        assert case["text"][s.start : s.end] == s.text
        for part in ("speaker", "cue"):
            start, end = getattr(s, f"{part}_start"), getattr(s, f"{part}_end")
            text = s.cue if part == "cue" else s.speaker_text
            assert (start is None and text is None) or case["text"][start:end] == text
        assert 0 < s.confidence <= 1
        assert re.fullmatch(r"reporting\.toml#[\w-]+:[\w-]+", s.rule)


def test_ids_are_unique_and_stable():
    text = "\n".join(case["text"] for case in CASES)
    first, second = statements(text), statements(text)
    assert len({s.id for s in first}) == len(first)
    assert [s.id for s in first] == [s.id for s in second]


def test_wishes_and_views_when_widened():
    made = read("Georgia wants to join the union. Estonia fears that the cable will be cut.")
    assert made[Statement] == []
    assert [s.text for s in widened(made)] == ["to join the union", "the cable will be cut"]


def test_a_relay_that_is_carried_says_so_and_is_less_sure():
    text = '"We trade," Xi Jinping said, according to Xinhua.\n"We build," Xi said.'
    first, second = statements(text)
    assert (first.via, first.carried, second.via, second.carried) == (("xinhua",), False, ("xinhua",), True)
    assert second.confidence < first.confidence


def test_the_day_of_saying():
    (found,) = read("The border will reopen, the Polish interior minister said on Tuesday.", "2024-06-12")[Statement]
    assert found.date_start is not None
    assert found.date_start.isoformat() == "2024-06-11"


def test_our_words_have_no_fault():
    assert [str(c) for c in check_reporting(layers(None))] == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('lemmas = ["burble"]\nframes = ["clause"]', "no example"),
        ('lemmas = ["burble"]\nframes = ["sideways"]\nexamples = [{ text = "He burbled.", content = "He" }]', "sideways"),
        ('lemmas = ["burble"]\nframes = ["about"]\nexamples = [{ text = "He burbled.", content = "He" }]', "prepositions"),
        ('frames = ["clause"]\nexamples = [{ text = "He burbled.", content = "He" }]', "lemmas"),
        ('lemmas = ["burble"]\nframes = ["clause"]\nexamples = [{ text = "He burbled.", content = "She" }]', "does not stand"),
    ],
)
def test_a_faulty_entry_is_told_with_its_line(tmp_path, entry, told):
    (tmp_path / "reporting.toml").write_text(f'\n[[cue]]\nid = "burble"\n{entry}\n', encoding="utf-8")
    complaints = [str(c) for c in check_reporting((tmp_path,))]
    assert any(c.startswith("reporting.toml:2:") and told in c for c in complaints)


def test_a_users_verb_is_read(tmp_path):
    entry = '[[cue]]\nid = "burble"\nlemmas = ["gurgle"]\nframes = ["clause"]\nexamples = []\n'
    (tmp_path / "reporting.toml").write_text(entry, encoding="utf-8")
    assert "gurgle" in Reporting.load((*layers(None), tmp_path)).verbs


BAD = [
    ('"We agree," he said. ' * 100).strip(), "«“„”»‘’''``\"" * 20, "Xi said “a «b „c” d» e.",
    "RT @x: “Xi said” pic.twitter.com/abc https://t.co/x",
    '"' * 200, "“ " * 200 + "he said.", "He said: \"We agree. “And more', ‘and «then.", "Said said said, said he said.",
    ":\n:\n:",
    "according to", "According to Xinhua.", "He said:", "A: ?\nQ: !", "“”", "said", "quoted as saying", "X" * 3000, "\n\n", "",
]  # fmt: skip


@pytest.mark.parametrize("text", BAD, ids=[repr(t[:25]) for t in BAD])
def test_odd_pages_are_read_without_an_exception(text):
    for s in statements(text):
        assert text[s.start : s.end] == s.text


SHUFFLED = (
    "\" “ ” ' Xi said , . : that he according to \n Xinhua quoted « » „ ‘ ’ '' `` ( ) — ; "
    "Q: A: put it not but would by as in an interview with asked"
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(SHUFFLED.split(" ")),
        max_size=25,
    )
)
def test_any_order_of_words_is_read(words):
    text = " ".join(words)
    for s in statements(text):
        assert text[s.start : s.end] == s.text

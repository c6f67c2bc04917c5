"""Interviews without labels: who answers, what is an answer, and pages that only ask."""

import pytest
from reading import read

from dragoman.records import Statement

MET = "Moldovan Foreign Minister Mihai Popsoi met our reporter in Chisinau on Monday."
CASES = [
    (
        "two answers, and the page goes on behind the last",
        f"{MET}\nWorried?\nNot at all. We have prepared for every trick.\nGas?\nOur pipes were tested.\nHe left for Bonn.",
        ["Not at all. We have prepared for every trick.", "Our pipes were tested."],
    ),
    (
        "an answer of two paragraphs",
        f"{MET}\nWhy did you close the base?\nWe had no choice.\nThe lease had run out.\nWill you reopen it?\nI doubt it.",
        ["We had no choice.", "The lease had run out.", "I doubt it."],
    ),
    (
        "questions that the paper answers itself",
        "Lithuania closed two crossings.\nWhy?\nThe government fears smugglers.\nWhat next?\nParliament votes in May.",
        [],
    ),
    ("one question is a headline", f"{MET}\nWho pays?\nWe all do, in the end.", []),
    (
        "two people may be answering",
        "Ghana's John Mahama and Togo's Faure Gnassingbe came to Lome.\nWho pays?\nWe do.\nWho builds?\nWe do that, too.",
        [],
    ),
    (
        "a label tells who of the two",
        "Mahama and Faure Gnassingbe met.\nWho pays?\nGnassingbe: We do, as ever.\nWho builds?\nOur own engineers will.",
        ["We do, as ever", "Our own engineers will."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "answers"), CASES, ids=[why for why, *_ in CASES])
def test_answers(why: str, text: str, answers: list[str]) -> None:
    found = [s for s in read(text, "2024-06-12")[Statement] if s.rule == "reporting.toml#turn:block" or s.rule.endswith(":turn")]
    assert [s.text for s in found] == answers
    assert len({s.speaker for s in found}) <= 1 and all(s.speaker for s in found)

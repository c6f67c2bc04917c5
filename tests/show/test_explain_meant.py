"""A mention explained in a sentence, for each form and for the rules that lead to it."""

from functools import cache

import pytest

import dragoman
from dragoman.show.explain import explain_row
from dragoman.show.explain.meant import sentence_of
from dragoman.show.record import Record

PAGE = """Talks in Astana

ASTANA, July 4, 2024 - Kazakh President Kassym-Jomart Tokayev met Xi Jinping in Astana on Thursday. Tokayev said he valued
the visit, and the Chinese leader thanked him for it. Beijing will buy more Kazakh grain, Xinhua said.

Kazakh officials said both sides had agreed on a railway. The engineer Bolat Sarsenuly, who drew the plans, was not there.
"""
# words, which of them, what the sentence says
CASES = (
    ("Kazakh", 0, "“Kazakh” stands for Kazakhstan: states.csv has it as the adjective or the people of Kazakhstan."),
    ("Kassym-Jomart Tokayev", 0, "“Kassym-Jomart Tokayev” is Kassym-Jomart Tokayev: people.csv has this name."),
    ("Tokayev", 0, "“Tokayev” means Kassym-Jomart Tokayev: the page has the full name, “Kassym-Jomart Tokayev”."),
    ("he", 0, "“he” means Kassym-Jomart Tokayev: the nearest person before it who fits: subjects first, and who is told, "
     "thanked or says it of himself; last called “Tokayev”."),
    ("the Chinese leader", 0, "“the Chinese leader” means Xi Jinping: “Chinese” names China, and offices.csv has Xi Jinping as "
     "head of state and party leader of China on 4 Jul 2024."),
    ("Beijing", 0, "“Beijing” stands for China: it is the capital, and here it acts rather than tells where."),
    ("Astana", 0, "“Astana” is Astana: the town only tells where."),
    ("Kazakh officials", 0, "“Kazakh officials” means the officials of Kazakhstan: the words name Kazakhstan and a role, and "
     "nobody is known to be meant in person."),
    ("both sides", 0, ""),  # in whatever order
    ("Bolat Sarsenuly", 0, "“Bolat Sarsenuly” is Bolat Sarsenuly, whom no table knows: the recogniser of names took these words "
     "for a person."),
)  # fmt: skip


@cache
def page() -> Record:
    return dragoman.read(PAGE)


def mentioned(words: str, which: int) -> dict[str, object]:
    found = page().ask("SELECT * FROM mentions WHERE text = $words ORDER BY start, entity", words=words).to_pylist()
    assert found, f"nobody is meant by {words}"
    return found[which]


@pytest.mark.parametrize(("words", "which", "says"), CASES, ids=[case[0] for case in CASES])
def test_a_mention_reads_like_a_sentence(words: str, which: int, says: str) -> None:
    said = sentence_of(page(), mentioned(words, which))
    if words == "both sides":
        assert said.startswith(("“both sides” means China and Kazakhstan: ", "“both sides” means Kazakhstan and China: "))
    else:
        assert said == says


def test_explain_begins_with_the_sentence() -> None:
    row = mentioned("the Chinese leader", 0)
    answer = explain_row(page(), str(row["id"]))
    assert answer.title == f"{sentence_of(page(), row)} ({row['id']})"
    assert dict(answer.facts)["rule"] == row["rule"]

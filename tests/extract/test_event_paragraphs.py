"""Events of clauses and short paragraphs in the styles of many outlets: answers, each other, the two, thanks, capitals."""

from events_gold import GOLD, measure, rows

PARAGRAPHS = GOLD.with_name("events_paragraphs.jsonl")


def test_paragraphs_stay_reached() -> None:
    scores, wrong, _ = measure(PARAGRAPHS)
    assert scores["full"] >= 0.84, wrong
    assert scores["precision"] >= 0.84, wrong


def test_paragraphs_are_many_and_between_many() -> None:
    told = [line.split() for row in rows(PARAGRAPHS) for line in row["events"]]
    states = {one for actors, _, recipients, *_ in told for side in (actors, recipients) for one in side.split(",")} - {"-"}
    assert len(told) >= 140
    assert len(states) >= 80

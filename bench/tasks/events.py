"""Solvers of the event tasks: type given the parties, events end to end, and sentences that hold none."""

from collections.abc import Iterator
from typing import Any

from bench.tasks.common import document_of, read_text, tools
from dragoman.extract.event_acts import Found, acts_in
from dragoman.extract.events import judge
from dragoman.lexicon.acts import Acts
from dragoman.parse.sentences import read_sentences
from dragoman.records import Entity, EventMention, Sentence
from dragoman.text.tree import subtree

Row = dict[str, Any]
# The gold codes the Red Cross and Amnesty as IGO.
SECTORS = {"IGO": "IGO", "UNO": "IGO", "EUR": "IGO", "NGO": "IGO", "ISM": "ISM", "IMG": "IMG", "MNC": "MNC"}
APPEALS = "02"
THRESHOLD = 0.3


def code_of(entity: Entity) -> str:
    """ISO code of the country that an entity acts for, else its kind among those that act for none."""
    if entity.country is None and entity.sector in ("REB", "UAF") and entity.kind in ("organisation", "group"):
        return "IMG"  # international militant group
    return entity.country or SECTORS.get(entity.sector or "", "IGO" if entity.kind == "organisation" else "")


def events_of(text: str) -> tuple[list[EventMention], dict[str, Entity]]:
    """Events that dragoman finds in a text, appeals left out as CAMEO's gold does; entities by id."""
    made = read_text(text)
    entities = {entity.id: entity for entity in made.get(Entity, [])}
    found = [one for one in made.get(EventMention, []) if one.confidence >= THRESHOLD]
    return [one for one in found if not (one.cameo or "").startswith(APPEALS) and one.status != "negated"], entities


def solve(rows: Iterator[Row]) -> Iterator[Row]:
    """Events of each sentence, surest first, with the countries of their parties."""
    for row in rows:
        found, entities = events_of(row["input"]["text"])
        yield {"id": row["id"], "events": [plain(one, entities) for one in sorted(found, key=lambda e: -e.confidence)]}


def plain(event: EventMention, entities: dict[str, Entity]) -> Row:
    """An event with country codes for its parties."""
    return {
        "event_type": event.event_type,
        "actors": [code for one in event.actors if (code := code_of(entities[one]))],
        "recipients": [code for one in event.recipients if (code := code_of(entities[one]))],
    }


def solve_types(rows: Iterator[Row]) -> Iterator[Row]:
    """The type of the act between two given phrases."""
    lexicon, parser = tools()
    for row in rows:
        sides = [tuple(row["input"][f"{side}_span"] or (0, 0)) for side in ("source", "target")]
        sentences = list(read_sentences(document_of(row["input"]["text"], paragraphs=False), parser, lexicon.names))
        ranked = sorted(acts_of(sentences, lexicon.acts), key=lambda act: -fit(*act, sides, lexicon.acts))
        types = [judged[0] for sentence, found in ranked if (judged := judge(sentence, found, lexicon.acts))]
        yield {"id": row["id"], "event_types": list(dict.fromkeys(types))}


def acts_of(sentences: list[Sentence], words: Acts) -> list[tuple[Sentence, Found]]:
    """All acts of a text, each with its sentence."""
    return [(sentence, found) for sentence in sentences for found in acts_in(sentence, words)]


def fit(sentence: Sentence, found: Found, sides: list[tuple[int, int]], words: Acts) -> float:
    """How well an act's places hold the given phrases: the source among its doers, the target among the rest."""
    places = [found.act.actor, found.act.recipient]
    score = found.act.confidence / 2
    for order, (start, end) in zip(places, sides, strict=True):
        if touches(sentence, [i for slot in order for i in found.slots.get(slot, [])], start, end):
            score += 1
        elif touches(sentence, [i for slot in found.slots.values() for i in slot], start, end):
            score += 0.5
    return score if not found.is_noun or found.by == "object" else score - 0.5


def touches(sentence: Sentence, heads: list[int], start: int, end: int) -> bool:
    """Does one of the phrases overlap a span of the page?"""
    words = [sentence.tokens[k] for head in heads for k in subtree(sentence, head, ("relcl", "acl"))]
    return any(word.start < end and word.end > start for word in words)

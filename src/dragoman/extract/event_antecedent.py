"""Whom an act answers, and who "the two" are: the parties of what was told just before."""

from dataclasses import dataclass

from dragoman.lexicon.acts import Acts
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children

ANSWERING = ("ACCUSE", "REJECT", "SUPPORT", "SANCTION")
JOINT = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
DEFINITE = ("the", "this", "that", "such", "these")
BACK = 2  # sentences that an answer looks back
PAIR_BACK = 6


@dataclass(frozen=True, slots=True)
class Told:
    """An event that was coded before, and how many sentences ago."""

    event: EventMention
    ago: int


def is_definite(sentence: Sentence, i: int) -> bool:
    """Does the noun take up something told: "the move", "this decision", "such remarks"?"""
    return any(
        sentence.tokens[k].lemma.lower() in ("the", "this", "that", "such", "these") for k in children(sentence, i, "det", "amod")
    )


def is_answer(sentence: Sentence, nouns: list[int], words: Acts) -> bool:
    """Is one of the nouns a deed or a saying taken up again: "rejected **the accusation**", "condemned **the launch**"?"""
    return any(
        is_definite(sentence, i)
        and (words.holds("answered_deeds", lemma) or words.holds("answered_words", lemma))
        and is_bare(sentence, i)
        for i in nouns
        if (lemma := sentence.tokens[i].lemma.lower())
    )


def is_bare(sentence: Sentence, i: int) -> bool:
    """Does nothing else say which one is meant: "the visit", but not "the visits **made by** envoys"?"""
    below = children(sentence, i, "poss", "acl", "relcl", "prep")
    return all(sentence.tokens[k].lemma == "as" for k in below)


def answered(
    sentence: Sentence, nouns: list[int], actors: list[str], told: tuple[Told, ...], entities: dict[str, Entity], words: Acts
) -> list[str]:
    """Whose deed or word is answered, where one state's alone was told just before; nobody when two could be meant.

    "Rwanda accused Burundi of arming rebels. Gitega rejected **the accusation**" answers Rwanda.
    """
    own = {states(one, entities) for one in actors}
    if not own or not is_answer(sentence, nouns, words):
        return []
    lemmas = {sentence.tokens[i].lemma.lower() for i in nouns}
    deed = {lemma for lemma in lemmas if not words.holds("answered_words", lemma)}
    codes = {act.code for lemma in deed for act in words.nouns.get(lemma, ())}
    codes |= {"AGREE"} if "CONSULT" in codes else set()
    deeds = [one for one in told if one.ago <= BACK and one.event.status in ("actual", "future")]
    deeds = [one for one in deeds if not codes or one.event.event_type in codes]
    deeds = [one for one in deeds if {states(who, entities) for who in one.event.actors} - own]
    if not deeds:
        return []
    nearest = min(one.ago for one in deeds)
    sides = {tuple(others(one.event, own, entities)) for one in deeds if one.ago == nearest}
    addressed = {side for side in sides if side}
    return list(addressed.pop()) if len(addressed) == 1 else []


def others(event: EventMention, own: set[str], entities: dict[str, Entity]) -> list[str]:
    """Who did what is answered; of a meeting all sides but one's own."""
    sides = event.actors
    if event.event_type in JOINT and not event.recipients:
        sides = event.actors
    elif event.event_type == "CONSULT":
        sides = (*event.actors, *event.recipients)
    return [one for one in sides if states(one, entities) not in own]


def pair_of(told: tuple[Told, ...], entities: dict[str, Entity]) -> tuple[str, ...]:
    """Who "the two" are: both sides of the last act between two states; empty when none was told nearby."""
    for one in sorted(told, key=lambda one: one.ago):
        sides = list(dict.fromkeys((*one.event.actors, *one.event.recipients)))
        if one.ago <= PAIR_BACK and len(sides) == 2 and len({states(side, entities) for side in sides}) == 2:
            return tuple(sides)
    return ()


def states(one: str, entities: dict[str, Entity]) -> str:
    """The state that a party acts for; the party itself where it acts for none."""
    entity = entities.get(one)
    return (entity.country if entity is not None else None) or one

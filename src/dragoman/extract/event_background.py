"""Acts that a noun only recalls: the second time a page names them they are no further row."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.event_acts import Found
from dragoman.lexicon.acts import Acts
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Coded:
    """An event, and whether a noun only recalls it."""

    event: EventMention
    is_recalled: bool


def is_recalled(sentence: Sentence, found: Found, words: Acts) -> bool:
    """Does a noun recall the act without telling it: "watched **his visit** closely", but not "paid a visit"?"""
    if not found.is_noun:
        return False
    verb = None if found.light is None else sentence.tokens[found.light].lemma
    return not (found.by == "object" and verb is not None and words.holds("light_verbs", verb))


def is_standing(sentence: Sentence, found: Found, words: Acts) -> bool:
    """Is it a war that goes on, named in passing: "its backing of Russia's **war** in Ukraine"?"""
    if not found.is_noun or found.by in ("object", "subject"):
        return False
    up = sentence.tokens[sentence.tokens[found.trigger].head]
    if up.lemma == "of" and sentence.tokens[up.head].lemma in ("year", "month", "decade"):
        return True  # "signed after years of talks"
    return words.holds("standing_acts", sentence.tokens[found.trigger].lemma.lower())


def without_recalled(coded: list[Coded], entities: dict[str, Entity]) -> Iterator[EventMention]:
    """Events of a page without those that a noun recalls and another tells, or recalled before, at least as fully."""
    kept: list[int] = []
    for n, one in enumerate(coded):
        others = [other for m, other in enumerate(coded) if m != n and (not other.is_recalled or m in kept)]
        if not one.is_recalled or not any(adds_nothing(one.event, other.event, entities) for other in others):
            kept.append(n)
            yield one.event


def adds_nothing(event: EventMention, other: EventMention, entities: dict[str, Entity]) -> bool:
    """Same type and status, no other sides, no other day, no other place: "the talks" after "met in Baku on Monday"."""
    if (event.event_type, event.status) != (other.event_type, other.status) or not same_sides(event, other, entities):
        return False
    return not (has_other_day(event, other) or (event.place and event.place != other.place))


def same_sides(event: EventMention, other: EventMention, entities: dict[str, Entity]) -> bool:
    """Do the states of one stand among those of the other, on the same side where both have two?"""
    actors, recipients = states(event.actors, entities), states(event.recipients, entities)
    first, second = states(other.actors, entities), states(other.recipients, entities)
    if recipients and second:
        return actors <= first and recipients <= second
    return actors | recipients <= first | second


def states(parties: tuple[str, ...], entities: dict[str, Entity]) -> frozenset[str]:
    """The states that parties act for; the party itself where it acts for none."""
    return frozenset(entities[one].country or one for one in parties)


def has_other_day(event: EventMention, other: EventMention) -> bool:
    """Does it bring a day of its own that the other's does not lie in?"""
    if event.date_start is None or not (event.date_from or "").startswith("times:"):
        return False
    if other.date_start is None or event.date_end is None:
        return True
    return not event.date_start <= other.date_start <= event.date_end

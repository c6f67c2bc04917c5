"""Which entities the arguments of an act stand for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_clause import in_clause
from dragoman.extract.event_home import apart_from, at_home_only, is_other_side
from dragoman.extract.event_implied import blamed_for, fallback, is_outrage
from dragoman.extract.event_slots import ADJUNCT, doer, heads, verb_slots
from dragoman.extract.event_who import Scene, at, entities_at, of_several
from dragoman.text.tree import ancestors, children, subject

ONE_SIDED = ("REJECT", "THREATEN", "SANCTION")


@dataclass(frozen=True, slots=True)
class Parties:
    """Who did it and to whom, as entity ids, and the words that said so."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    loose: bool = False


def parties_of(scene: Scene, found: Found, code: str) -> Parties:
    """Actors and recipients of an act, from the arguments of its own clause only; a refusal has one side."""
    if found.act.each and code not in ONE_SIDED:
        return everyone(scene, found)
    slots = with_light_verb(scene, found)
    actors, _ = fill(scene, slots, found.act.actor)
    if code == "ACCUSE" and (blamed := blamed_for(replace(scene, apart=frozenset(actors)), slots.get("object", []))):
        return Parties(tuple(actors), tuple(blamed))
    for apart in apart_from(scene, actors, code)[: 1 if is_outrage(scene, slots, code) else None]:
        recipients, slot = fill(replace(scene, apart=apart), slots, found.act.recipient, clause=found.complement)
        recipients = recipients if code != "PROTEST" or slot != "in" else at_home_only(scene, actors, recipients)
        if recipients:
            break
    else:
        recipients, slot = fallback(scene, found, code, slots, actors), "in"
    return Parties(tuple(actors), tuple(recipients), loose=slot in ("in", "for", "of", "clause"))


def everyone(scene: Scene, found: Found) -> Parties:
    """All sides of a reciprocal act: "X and Y signed", "X signed with Y", "talks between X and Y"."""
    slots = with_light_verb(scene, found)
    first: list[str] = []
    for slot in found.act.actor:
        first += [one for one in entities_at(scene, slots.get(slot, [])) if one not in first]
    countries = {scene.entities[one].country for one in first} - {None}
    home = frozenset(one for one, entity in scene.entities.items() if entity.country in countries and not is_other_side(entity))
    second, _ = fill(replace(scene, apart=home | frozenset(first)), slots, found.act.recipient)
    sides = without_hosts(scene, found, tuple(dict.fromkeys((*first, *second))))
    if len(first) < 2 and second and "visit" in found.act.mode:
        return Parties(tuple(first), tuple(one for one in second if one not in first))
    return Parties(sides, ())


def without_hosts(scene: Scene, found: Found, sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides without states whose own people are among them, and without the body whose meeting it is.

    "In the Beijing talks Xi said" has one side; at the SCO summit Xi and Modi met, the SCO did not;
    an interview is no meeting.
    """
    people = {scene.entities[one].country for one in sides if scene.entities[one].kind != "state"}
    absent = ("media", "place") if found.act.code == "CONSULT" else ("media",)
    sides = tuple(one for one in sides if scene.entities[one].kind not in absent)
    kept = [one for one in sides if not (scene.entities[one].kind == "state" and one in people)]
    owners = entities_at(scene, found.slots.get("possessor", []))
    if found.is_noun and len(owners) == 1 and scene.entities[owners[0]].kind in ("organisation", "group"):
        kept = [one for one in kept if one != owners[0]]
    return tuple(kept)


def with_light_verb(scene: Scene, found: Found) -> dict[str, list[int]]:
    """The places around an act; a noun's with those of the verb that it leans on.

    "held talks with", "arrived for talks with", "said after talks with": the clause's doer is one of the sides.
    """
    slots = {name: list(words) for name, words in found.slots.items()}
    if own := of_speaker(scene, found, [*slots.get("subject", []), *slots.get("possessor", [])]):
        slots["subject"] = own
    if not found.is_noun or found.light is None:
        return reported_subject(scene, found, slots)
    sentence, verb = scene.sentence, found.light
    is_light = found.by == "object" and scene.words.holds("light_verbs", sentence.tokens[verb].lemma)
    owned = bool(entities_at(scene, slots["possessor"]))
    if is_light or (found.act.code == "CONSULT" and found.by in ADJUNCT and not (owned and found.by == "for")):
        who = doer(sentence, verb)
        slots["subject"] = [] if who is None else heads(sentence, [who])
    happens = found.by == "subject" and scene.words.holds("happening_verbs", sentence.tokens[verb].lemma)
    if is_light or happens:
        for name, words in verb_slots(sentence, verb).items():
            if name not in ("subject", "object", "verb", "in"):
                slots.setdefault(name, []).extend(w for w in words if w != found.trigger)
    return slots


def of_speaker(scene: Scene, found: Found, words: list[int]) -> list[int]:
    """The speaker, where the doers are his by a word that nobody resolved: "Chad said **its** forces had withdrawn"."""
    sentence = scene.sentence
    owners = [k for i in words for k in (i, *children(sentence, i, "poss")) if sentence.tokens[k].tag == "PRP$"]
    if not owners or any(at(scene, k) for k in owners):
        return []
    for up in ancestors(sentence, found.trigger):
        if scene.words.holds("saying_verbs", sentence.tokens[up].lemma) and (who := subject(sentence, up)) is not None:
            return heads(sentence, [who])
    return []


def reported_subject(scene: Scene, found: Found, slots: dict[str, list[int]]) -> dict[str, list[int]]:
    """The places, with a pronoun subject that nobody resolved read as the speaker: "Iran said it would"."""
    sentence = scene.sentence
    who = slots.get("subject", [])
    if len(who) == 1 and sentence.tokens[who[0]].lemma.lower() in ("it", "they", "he", "she") and not at(scene, who[0]):
        for up in ancestors(sentence, found.trigger):
            if sentence.tokens[up].pos == "VERB" and (speaker := subject(sentence, up)) is not None and speaker != who[0]:
                slots["subject"] = heads(sentence, [speaker])
                break
    return slots


def fill(scene: Scene, slots: dict[str, list[int]], order: Iterable[str], clause: int | None = None) -> tuple[list[str], str]:
    """Entities of the first place in the order that has any, and which place it was."""
    for slot in order:
        if slot == "clause":
            found = list(dict.fromkeys(in_clause(scene, clause, slots.get("subject", []))))
        elif slot == "who":  # the clause's subject, when it is an actor itself
            who = [] if clause is None else heads(scene.sentence, children(scene.sentence, clause, "nsubj", "nsubjpass"))
            found = list(dict.fromkeys(one for i in who for one in (of_several(scene, i) or at(scene, i))))
        else:
            found = entities_at(scene, slots.get(slot, []))
        if found:
            return found, slot
    return [], ""

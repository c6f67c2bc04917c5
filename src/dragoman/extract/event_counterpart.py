"""To whom an act is done whose own words name nobody: "telephoned **him**", "recalled **its ambassador**"."""

from dataclasses import replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_antecedent import states
from dragoman.extract.event_parties import Parties
from dragoman.extract.event_slots import verb_slots
from dragoman.extract.event_who import NEIGHBOURS, Scene, entities_at, is_unplaced
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children

CHAINED = ("conj", "advcl")
BACK = 4  # sentences that "its ambassador" looks back
PLACES = ("object", "dative", "with", "to", "against", "from", "on")
CUTTING = ("SANCTION",)
LIFTING = ("CONCEDE", "RETREAT")
TAKEN_UP = ("the", "both", "these", "those", "all")
IMPOSED = ("SANCTION", "COERCE")


def with_counterpart(scene: Scene, found: Found, code: str, parties: Parties) -> Parties:
    """Parties with the other side, where the words before name one and the act's own words none.

    "Did not meet **Ruto** but telephoned him", "sued **Chad**, accusing it of", "left a treaty with **Mali** and froze
    most trade" go on with whom the verb before had; "recalled its ambassador" is done to whom its state last dealt with.
    """
    own = {states(one, scene.entities) for one in parties.actors}
    if code in LIFTING and not (parties.actors or parties.recipients):
        return replace(parties, actors=tuple(who_imposed(scene, found)), loose=True)
    if len(own) != 1 or is_addressed(scene, parties, own) or (found.is_noun and not is_state_visit(scene, found)):
        return parties
    abroad = replace(scene, apart=own_side(scene, own))
    others = entities_at(abroad, [] if found.is_noun else spoken_to(abroad, found, code))
    if not others and (found.is_noun or is_own_relation(scene, found)):
        others = last_dealt_with(scene, own) or sole_other(scene, own)
    if not others and code == "ASSAULT" and is_land_taken(found):
        fought = tuple(one for one in scene.told if one.event.event_type == "ASSAULT")
        others = last_dealt_with(replace(scene, told=fought), own, back=1)
    others = [one for one in others if not is_unplaced(scene.entities[one]) and states(one, scene.entities) not in own]
    if not others:
        return parties
    if found.act.each and "visit" not in found.act.mode:
        return replace(parties, actors=(*parties.actors, *others), loose=True)
    return replace(parties, recipients=tuple(others), loose=True)


def who_imposed(scene: Scene, found: Found) -> list[str]:
    """Who had imposed, in the two sentences before, what is lifted now: "**Both bans** have been lifted"."""
    sentence = scene.sentence
    nouns = [i for i in found.slots.get("object", []) if sentence.tokens[i].head == found.trigger]
    taken_up = [i for i in nouns if any(sentence.tokens[k].lemma.lower() in TAKEN_UP for k in children(sentence, i, "det"))]
    if found.is_noun or not taken_up or not all(is_deed(scene, i) for i in nouns):
        return []
    told = [one.event for one in scene.told if one.ago <= 2 and one.event.event_type in IMPOSED]
    return list(dict.fromkeys(actor for event in told for actor in event.actors))


def is_deed(scene: Scene, i: int) -> bool:
    """Is the noun a deed told before, and nothing else says which: the bans, but not "the ban **on maize**"?"""
    sentence = scene.sentence
    is_named = scene.words.holds("answered_deeds", sentence.tokens[i].lemma.lower())
    return is_named and not children(sentence, i, "prep", "relcl", "acl", "poss", "amod", "compound")


def is_addressed(scene: Scene, parties: Parties, own: set[str]) -> bool:
    """Is anybody but the actors' own side addressed already?"""
    return any(states(one, scene.entities) not in own for one in parties.recipients)


def own_side(scene: Scene, own: set[str]) -> frozenset[str]:
    """All entities that act for the actors' state."""
    return frozenset(one for one in scene.entities if states(one, scene.entities) in own)


def spoken_to(scene: Scene, found: Found, code: str) -> list[int]:
    """Words for whom the verb that this one goes on with was done to; none where this one's object is no pronoun."""
    sentence = scene.sentence
    objects = [i for place in ("object", "dative", "with") for i in found.slots.get(place, [])]
    goes_on = code in CUTTING and bool(objects) and not any(sentence.tokens[i].pos == "PROPN" for i in objects)
    if not goes_on and not any(sentence.tokens[i].tag == "PRP" for i in objects):
        return []
    i = found.trigger
    while sentence.tokens[i].dep in CHAINED and sentence.tokens[i].head != i and not children(sentence, i, "nsubj", "nsubjpass"):
        i = sentence.tokens[i].head
        slots = verb_slots(sentence, i)
        for place in PLACES:
            words = [k for k in slots.get(place, []) if not is_pronoun(sentence, k)]
            if entities_at(scene, words):
                return words
    return []


def is_pronoun(sentence: Sentence, i: int) -> bool:
    """Is the word him, it or them, or a noun with its or their before it?"""
    return sentence.tokens[i].tag == "PRP" or any(sentence.tokens[k].tag == "PRP$" for k in children(sentence, i, "poss"))


def is_own_relation(scene: Scene, found: Found) -> bool:
    """Is the object what ties a state to one other: "its own **ambassador**", "its far larger **neighbour**"?"""
    sentence = scene.sentence
    for i in found.slots.get("object", []):
        lemma = sentence.tokens[i].lemma.lower()
        tie = scene.words.holds("diplomats", lemma) or lemma in NEIGHBOURS
        if tie and any(sentence.tokens[k].tag == "PRP$" for k in children(sentence, i, "poss")):
            return True
    return False


def is_state_visit(scene: Scene, found: Found) -> bool:
    """Is somebody of the page on a visit whose host goes without saying: "said Ruto, who is on a state **visit**"?"""
    carrying = None if found.light is None else scene.sentence.tokens[found.light].lemma
    return found.act.code == "CONSULT" and "visit" in found.act.mode and found.by == "on" and carrying in ("be", "arrive", "come")


def is_land_taken(found: Found) -> bool:
    """Is it a town or land that is captured, by an entry that asks for one?"""
    return "territory" in found.act.object and "town" in found.act.object


def last_dealt_with(scene: Scene, own: set[str], back: int = BACK) -> list[str]:
    """The one other state in the last acts told in which the actors' state had a part; none when there are two."""
    for ago in range(back + 1):
        told = [one.event for one in scene.told if one.ago == ago]
        sides = [{states(one, scene.entities) for one in (*event.actors, *event.recipients)} for event in told]
        others = {one for side in sides if side & own for one in side - own if one in scene.entities}
        if others:
            return list(others) if len(others) == 1 else []
    return []


def sole_other(scene: Scene, own: set[str]) -> list[str]:
    """The one other state that the sentence before names."""
    if scene.earlier is None:
        return []
    named = [m.entity for m in scene.mentions.inside(scene.earlier.start, scene.earlier.end) if m.entity in scene.entities]
    others = {states(one, scene.entities) for one in named} - own
    others = {one for one in others if one in scene.entities and scene.entities[one].kind == "state"}
    return list(others) if len(others) == 1 else []

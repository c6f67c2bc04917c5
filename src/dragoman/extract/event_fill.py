"""The places around an act filled with entities: those of its light verb, the speaker for "its forces"."""

from collections.abc import Iterable

from dragoman.extract.event_acts import Found
from dragoman.extract.event_clause import in_clause
from dragoman.extract.event_slots import ADJUNCT, doer, heads, verb_slots
from dragoman.extract.event_who import Scene, at, entities_at, of_several
from dragoman.text.tree import ancestors, children, subject


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
    token = sentence.tokens[found.trigger]
    if token.dep == "relcl" and len(who) == 1 and sentence.tokens[who[0]].tag == "PRP" and who[0] > token.head:
        above = next((k for k in ancestors(sentence, token.head) if sentence.tokens[k].pos == "VERB"), None)
        if above is not None and set(at(scene, who[0])) & set(entities_at(scene, [token.head])):
            chief = doer(sentence, above)  # "**Lula** refused to meet Milei, whom he called ...": he is not Milei
            return {**slots, "subject": slots["subject"] if chief is None else heads(sentence, [chief])}
    if len(who) == 1 and sentence.tokens[who[0]].lemma.lower() in ("it", "they", "he", "she") and not at(scene, who[0]):
        for up in ancestors(sentence, found.trigger):
            if sentence.tokens[up].pos == "VERB" and (speaker := subject(sentence, up)) is not None and speaker != who[0]:
                slots["subject"] = heads(sentence, [speaker])
                break
    return slots


def fill(
    scene: Scene, slots: dict[str, list[int]], order: Iterable[str], clause: int | None = None, is_asked: bool = False
) -> tuple[list[str], str]:
    """Entities of the first place in the order that has any, and which place it was."""
    for slot in order:
        if slot == "clause":
            found = list(dict.fromkeys(in_clause(scene, clause, slots.get("subject", []), is_asked)))
        elif slot == "who":  # the clause's subject, when it is an actor itself
            who = [] if clause is None else heads(scene.sentence, children(scene.sentence, clause, "nsubj", "nsubjpass"))
            found = list(dict.fromkeys(one for i in who for one in (of_several(scene, i) or at(scene, i))))
        else:
            found = entities_at(scene, slots.get(slot, []))
        if found:
            return found, slot
    return [], ""

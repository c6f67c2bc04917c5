"""Which entities the arguments of an act stand for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_slots import ADJUNCT, doer, heads, verb_slots
from dragoman.extract.event_who import Scene, at, entities_at, entities_of, of_several
from dragoman.records.entity import Entity
from dragoman.records.sentence import Sentence
from dragoman.text.tree import after_preposition, agent, ancestors, children, subject, subtree

# Acts between a state and its own people are acts of home politics.
PEOPLE = (
    "REB", "OPP", "CVL", "LAB", "EDU", "UAF", "PTY", "REL", "MED", "AGR", "JRN", "CRM", "SOC", "REF", "JUD", "LEG", "PRE",
)  # fmt: skip
DISPERSING = ("disperse", "quell", "contain", "repel", "subdue", "break", "stop", "suppress", "evict", "push", "drive")
INTERNAL = ("COERCE", "ASSAULT", "CONCEDE", "REJECT", "PROTEST", "SANCTION", "ACCUSE")
CONTENT_PLACES = (
    "own", "subject", "object", "dative", "between", "to", "from", "on", "with", "against", "by", "for", "of", "in", "into",
)  # fmt: skip
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


def blamed_for(scene: Scene, nouns: list[int]) -> list[str]:
    """Whose deed is blamed, by "by" anywhere in the phrase: "condemned the shelling of hospitals in Juba **by Chad**"."""
    sentence = scene.sentence
    for i in nouns:
        by = [k for k in subtree(sentence, i, ("relcl", "acl", "conj", "advcl")) if sentence.tokens[k].text.lower() == "by"]
        doers = [p for k in by for p in children(sentence, k, "pobj")]
        if found := entities_at(scene, heads(sentence, doers)):
            return found
    return []


def at_home_only(scene: Scene, actors: list[str], places: list[str]) -> list[str]:
    """The state in which a protest is, where it is the protesters' own; the town that it fills is no party to it."""
    own = {scene.entities[one].country for one in actors}
    return [one for one in places if scene.entities[one].kind != "place" and scene.entities[one].country in own]


def is_outrage(scene: Scene, slots: dict[str, list[int]], code: str) -> bool:
    """Is it blamed what was done to somebody, maybe to one's own: "condemned the arrest of a Ghanaian"?"""
    lemmas = [scene.sentence.tokens[i].lemma.lower() for i in slots.get("object", [])]
    return code == "ACCUSE" and any(scene.words.holds("outrages", lemma) for lemma in lemmas)


def apart_from(scene: Scene, actors: list[str], code: str) -> list[frozenset[str]]:
    """Who can be no recipient: first all of the actors' own side; then, for acts done at home, the actors alone."""
    countries = {scene.entities[one].country for one in actors} - {None}
    own = frozenset(one for one, entity in scene.entities.items() if entity.country in countries)
    if code in INTERNAL:
        return [own | frozenset(actors), frozenset(actors)]
    return [own | frozenset(actors), frozenset(actors) | same_camp(scene, actors, own, code)]


def same_camp(scene: Scene, actors: list[str], own: frozenset[str], code: str) -> frozenset[str]:
    """Those of the actors' own state who are no other side at home: a government's ministers, but not its opposition."""
    is_power = not any((scene.entities[one].sector or "") in PEOPLE for one in actors)
    if is_power:
        free = ("place",) if code == "THREATEN" else ()  # "will extend the curfew in Abidjan"
        return frozenset(
            one for one in own if (scene.entities[one].sector or "") not in PEOPLE and scene.entities[one].kind not in free
        )
    return frozenset(one for one in own if scene.entities[one].kind == "place")


def fallback(scene: Scene, found: Found, code: str, slots: dict[str, list[int]], actors: list[str]) -> list[str]:
    """Recipients that no argument names outright.

    Who must act for a threat to be dropped is the one threatened ("unless Chad withdraws"); people without a
    nationality, in an act of their own state, are its own ("Egyptian police arrested demonstrators").
    """
    sentence = scene.sentence
    if code == "THREATEN":
        for k in [c for up in (found.complement, found.trigger) if up is not None for c in children(sentence, up, "advcl")]:
            if any(scene.words.holds("conditions", sentence.tokens[m].lemma) for m in children(sentence, k, "mark")):
                return entities_at(replace(scene, apart=frozenset(actors)), children(sentence, k, "nsubj"))
    if code in ("REJECT", "SUPPORT", "ACCUSE") and any(is_vote(scene, i) for i in slots.get("object", [])):
        return winner(scene)
    if scene.words.ontology.types[code].quad >= 3 and actors and any(is_own(sentence, i) for i in slots.get("object", [])):
        return [one for one in reporter(scene, found) if one not in actors]
    if sentence.tokens[found.trigger].dep == "conj" and any(is_own(sentence, i) for i in slots.get("object", [])):
        first = verb_slots(sentence, sentence.tokens[found.trigger].head)
        return entities_at(replace(scene, apart=frozenset(actors)), first["object"])
    if code == "ASSAULT":
        for k in children(sentence, found.trigger, "advcl", "xcomp"):  # "opened fire to disperse a crowd of Fijians"
            if sentence.tokens[k].lemma in DISPERSING:
                return list(in_clause(replace(scene, apart=frozenset(actors)), k, slots.get("subject", [])))
    if code == "PROTEST" and (wanted := demanded(replace(scene, apart=frozenset(actors)), found)):
        return wanted
    if code in INTERNAL and (makers := made_by(replace(scene, apart=frozenset(actors)), slots.get("object", []))):
        return makers
    if code in (*INTERNAL, "RETREAT", "REQUEST") and len(actors) == 1:
        words = [i for slot in found.act.recipient for i in slots.get(slot, [])]
        words += [k for i in words for k in after_preposition(sentence, i, "by", "from", "of")]
        own = scene.entities[actors[0]]
        acts_at_home = own.sector != "MIL" and own.kind != "person"
        if acts_at_home and own.country in scene.entities and any(is_local(scene, i) for i in words):
            return [own.country]
    return []


def made_by(scene: Scene, nouns: list[int]) -> list[str]:
    """Whose doing the object is: "broke up a rally staged by **Fijians**"."""
    parts = [k for i in nouns for k in children(scene.sentence, i, "acl") if scene.sentence.tokens[k].tag == "VBN"]
    doers = [who for k in parts if (who := agent(scene.sentence, k)) is not None]
    return entities_at(scene, heads(scene.sentence, doers))


def demanded(scene: Scene, found: Found) -> list[str]:
    """Of whom protesters want something: "marched to demand that **the president** resign", "struck in protest at **Fiji**"."""
    sentence = scene.sentence
    for verb in (found.trigger, *([] if found.light is None else [found.light])):
        for k in children(sentence, verb, "advcl", "xcomp"):
            if wanted := list(in_clause(scene, k)):
                return wanted
        for k in after_preposition(sentence, verb, "in"):
            if sentence.tokens[k].lemma == "protest" and (wanted := entities_at(scene, after_preposition(sentence, k))):
                return wanted
    return []


def is_own(sentence: Sentence, i: int) -> bool:
    """Is the word a pronoun, or a noun with one for its owner: "shelled **its** positions", "invited **him**"?"""
    return sentence.tokens[i].tag == "PRP" or any(sentence.tokens[k].tag == "PRP$" for k in children(sentence, i, "poss"))


def reporter(scene: Scene, found: Found) -> list[str]:
    """Who says so, in the sentence: "**Azerbaijan** said that Armenia had shelled its positions"."""
    for up in ancestors(scene.sentence, found.trigger):
        if scene.sentence.tokens[up].pos == "VERB" and (who := subject(scene.sentence, up)) is not None:
            speaker = entities_at(scene, heads(scene.sentence, [who]))
            if speaker:
                return speaker
    return []


def is_vote(scene: Scene, i: int) -> bool:
    """Is the word an election or its result?"""
    words = [i, *children(scene.sentence, i, "compound", "amod")]
    return any(scene.words.holds("elections", scene.sentence.tokens[k].lemma.lower()) for k in words)


def winner(scene: Scene) -> list[str]:
    """The state whose vote was told of just before: "since **he** won the election. Kenya rejected the results"."""
    for sentence in (scene.sentence, scene.earlier):
        for token in () if sentence is None else sentence.tokens:
            if token.pos == "VERB" and scene.words.holds("winning_verbs", token.lemma) and sentence is not None:
                who = subject(sentence, token.i)
                won = [] if who is None else entities_of(replace(scene, sentence=sentence), who)
                if won:
                    return [country if (country := scene.entities[one].country) in scene.entities else one for one in won]
    return []


def is_local(scene: Scene, i: int) -> bool:
    """Is the word people at home: protesters, the opposition, a newspaper?"""
    return scene.words.holds("locals", scene.sentence.tokens[i].lemma.lower())


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


def is_other_side(entity: Entity) -> bool:
    """Does a state hold talks with it as with another side: rebels, the opposition, a union, a body of states?"""
    return entity.kind != "person" and (entity.sector or "") in ("REB", "OPP", "PTY", "UAF", "LAB", "IGO", "PRM")


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


def in_clause(scene: Scene, clause: int | None, doers: Iterable[int] = ()) -> Iterator[str]:
    """Entities that a complement clause acts upon: "agreed to lend money to **Ghana**", "said **Israel** must".

    Whose words the doers are is none of them: "Ali's network threatened to strike **Chad**" threatens no Ali.
    """
    if clause is None:
        return
    slots = verb_slots(scene.sentence, clause)
    own = children(scene.sentence, clause, "nsubj", "nsubjpass")
    deeper = children(scene.sentence, clause, "xcomp", "ccomp")
    if deeper and not own and not slots["object"]:  # "willing to continue to **strengthen** ties with"
        yield from in_clause(scene, deeper[0], doers)
        return
    slots["subject"] = [i for i in slots["subject"] if i not in set(doers)]
    for place in CONTENT_PLACES:
        found = entities_at(scene, heads(scene.sentence, own) if place == "own" else slots.get(place, []))
        if found:
            yield from found
            return

"""Who or what cannot do what the words seem to say: an offensive that accuses, a tourist who pays a visit of state."""

from dragoman.extract.event_acts import Found
from dragoman.extract.event_parties import Parties
from dragoman.extract.event_who import Scene, entities_at
from dragoman.records.entity import Entity
from dragoman.text.tree import children

SPOKEN = ("ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE", "CONSULT")
# Ordinary people: what they do abroad is no act between states.
ORDINARY = ("CVL", "EDU", "LAB", "BUS", "AGR", "REF", "CRM", "MED", "ELI")


def is_unfit(scene: Scene, found: Found, code: str, parties: Parties) -> bool:
    """Is the doer, or what is said of another, no act: a war threatens, a nurse travels, gangs kill at home?"""
    if code in SPOKEN and is_thing(scene, found):
        return True
    doers = [scene.entities[one] for one in parties.actors]
    if code == "CONSULT" and "visit" in found.act.mode and doers and not found.is_noun:
        return all(is_ordinary(one) for one in doers)
    if code == "ASSAULT" and doers and scene.words.holds("combat_verbs", scene.sentence.tokens[found.trigger].lemma):
        return all(is_ordinary(one) or (one.sector == "MIL" and is_one(scene, found)) for one in doers)
    return code == "THREATEN" and is_forecast(scene, found, parties)


def is_thing(scene: Scene, found: Found) -> bool:
    """Is the subject something that happens and says nothing: "the **offensive** now threatens Goma"?"""
    tokens = scene.sentence.tokens
    nouns = [tokens[i].lemma.lower() for i in found.slots.get("subject", []) if tokens[i].tag in ("NN", "NNS")]
    return bool(nouns) and not found.is_noun and any(scene.words.holds("silent_subjects", noun) for noun in nouns)


def is_ordinary(entity: Entity) -> bool:
    """Is it people without office, or a person of whom only name and state are known?"""
    if entity.kind == "person":
        return not entity.listed and entity.sector in (None, *ORDINARY)
    return entity.kind == "group" and entity.sector in ORDINARY


def is_one(scene: Scene, found: Found) -> bool:
    """Is it a single soldier, "**a former** British soldier", who fights for nobody's state?"""
    tokens = scene.sentence.tokens
    return any(tokens[i].tag == "NN" and any(tokens[k].text.lower() in ("a", "former", "one") for k in scene.sentence.children[i])
               for i in found.slots.get("subject", []))  # fmt: skip


def is_forecast(scene: Scene, found: Found, parties: Parties) -> bool:
    """Is it a warning of what a third side does: "officials warned that **Iran is delivering** missiles"?"""
    sentence = scene.sentence
    if found.complement is None or sentence.tokens[found.trigger].lemma != "warn" or found.slots.get("object"):
        return False
    who = entities_at(scene, children(sentence, found.complement, "nsubj", "nsubjpass"))
    own = {scene.entities[one].country for one in parties.actors} - {None}
    return bool(who) and not {scene.entities[one].country for one in who} & own

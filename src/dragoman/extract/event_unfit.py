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
    is_visit = code in ("CONSULT", "AGREE") and "visit" in found.act.mode and not found.is_noun
    if doers and is_somebody_ordinary(scene, found) and (is_visit or is_combat(scene, found)):
        return True
    if code == "CONSULT" and "visit" in found.act.mode and doers and not found.is_noun:
        return all(is_ordinary(one) for one in doers)
    if code == "ASSAULT" and doers and is_combat(scene, found):
        return all(is_ordinary(one) or (one.sector == "MIL" and is_one(scene, found)) for one in doers)
    return code == "THREATEN" and is_forecast(scene, found, parties)


def is_combat(scene: Scene, found: Found) -> bool:
    """Does the word tell of fighting, which single volunteers do for themselves?"""
    return scene.words.holds("combat_verbs", scene.sentence.tokens[found.trigger].lemma)


def is_somebody_ordinary(scene: Scene, found: Found) -> bool:
    """Is the doer told as ordinary people: "a Dutch **woman** who travelled to Syria"?"""
    tokens = scene.sentence.tokens
    doers = found.slots.get("object" if found.act.actor[:1] == ("object",) else "subject", [])
    return any(scene.words.holds("ordinary_people", tokens[i].lemma.lower()) for i in doers)


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


def is_forecast_of_another(scene: Scene, parties: Parties) -> bool:
    """Does somebody of another state say what they will do: "'Chad will attack', the **Libyan** analyst said"?"""
    speaker = scene.entities.get(scene.speaker or "")
    if speaker is None or speaker.kind == "media" or speaker.id in parties.actors:
        return False
    return speaker.country not in {scene.entities[one].country for one in parties.actors}

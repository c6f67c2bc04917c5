"""What a saying does beyond its verb: whom it answers, warnings of one's own deeds, denials, a state's protest."""

from dataclasses import replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_antecedent import ANSWERING, answered, is_answer
from dragoman.extract.event_parties import Parties
from dragoman.extract.event_slots import heads
from dragoman.extract.event_who import Scene, entities_at
from dragoman.lexicon.acts import Acts
from dragoman.records.sentence import Sentence
from dragoman.text.tree import auxiliaries, children


def with_antecedent(scene: Scene, found: Found, code: str, parties: Parties) -> Parties:
    """Parties with whom the act answers, where its own words name nobody: "rejected **the accusation**"."""
    own = {scene.entities[one].country for one in parties.actors} - {None}
    abroad = [one for one in parties.recipients if scene.entities[one].country not in own]
    if abroad or not parties.actors or found.is_noun or code not in ANSWERING or found.act.each:
        return parties
    nouns = found.slots.get("object", [])
    who = answered(scene.sentence, nouns, list(parties.actors), scene.told, scene.entities, scene.words)
    return replace(parties, recipients=tuple(who), loose=True) if who else parties


def own_warning(scene: Scene, found: Found) -> tuple[str, str, str] | None:
    """A threat where somebody warns of what his own side may do: "Peru **could expel** the envoy, its minister warned"."""
    sentence = scene.sentence
    token = sentence.tokens[found.trigger]
    up = sentence.tokens[token.head]
    if token.dep != "ccomp" or up.lemma not in ("warn", "threaten") or found.act.code == "none":
        return None
    hostile = scene.words.ontology.types[found.act.code].quad == 4
    if not hostile or not any(aux.tag == "MD" for aux in auxiliaries(sentence, found.trigger)):
        return None
    doers, warners = (entities_at(scene, heads(sentence, children(sentence, i, "nsubj"))) for i in (found.trigger, up.i))
    same = {scene.entities[one].country for one in doers} & {scene.entities[one].country for one in warners} - {None}
    return ("THREATEN", "actual", "") if same else None


def is_denial(sentence: Sentence, found: Found, words: Acts) -> bool:
    """Is an accusation denied in so many words: "rejected the accusations by Chad"; not "rejected the accusation"?"""
    told = [i for i in found.slots.get("object", []) if words.holds("accusations", sentence.tokens[i].lemma.lower())]
    return found.act.code == "REJECT" and bool(told) and not is_answer(sentence, told, words)


def by_state(scene: Scene, found: Found, words: Acts) -> Found:
    """A state's protest as what it is, disapproval: "**Belgrade protested** against the seizure" marches nowhere."""
    token = next((scene.sentence.tokens[i] for i in found.slots.get("subject", [])), None)
    if found.act.code != "PROTEST" or token is None or token.tag != "NNP":
        return found
    named = [m for m in scene.mentions.touching(token.start, token.end) if m.form in ("name", "metonym")]
    if not any(scene.entities[m.entity].kind == "state" for m in named if m.entity in scene.entities):
        return found
    kind = words.ontology.types["ACCUSE"]
    act = replace(
        found.act, code="ACCUSE", mode=("disapprove",), cameo=kind.cameo, recipient=("against", "over", "to", "at", "about")
    )
    slots = {**found.slots, "object": found.slots.get("object") or found.slots.get("against", [])}
    return replace(found, act=act, slots=slots)

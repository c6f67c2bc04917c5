"""Are there parties enough to make an event of an act?"""

from dragoman.extract.event_acts import Found, act_at
from dragoman.extract.event_antecedent import is_answer
from dragoman.extract.event_counterpart import is_land_taken
from dragoman.extract.event_parties import Parties
from dragoman.extract.event_who import Scene, is_company, is_international, is_unplaced
from dragoman.text.tree import children, head_of_span, subtree

MAIN = ("ROOT", "ccomp", "conj")
# What has nobody on the other side is a manner of speaking: "Trump defied the odds".
TWO_SIDED = ("SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "COERCE")


def is_enough(scene: Scene, found: Found, code: str, parties: Parties) -> bool:
    """Are there parties enough: one of them international, a recipient where the type asks for one?"""
    everyone = (*parties.actors, *parties.recipients)
    is_main = scene.sentence.tokens[found.trigger].dep in (*MAIN, "acomp")
    if found.act.confidence < 0.6 and not found.is_noun and not is_main:
        return False
    if not everyone or not is_international(everyone, scene.entities):
        return False
    is_two_sided = bool(parties.actors and parties.recipients) or (
        len(parties.actors) > 1 and (found.act.each or code == "AGREE" or bool(found.slots.get("between")))
    )
    if found.act.each and parties.actors and is_hosting(scene, found, code):
        return True
    public = [one for one in parties.actors if not is_private(scene, one)]
    if len(public) > 1 and not parties.recipients and is_mutual(scene, found):
        return True
    if parties.actors and len(public) < (2 if found.act.each and not parties.recipients else 1):
        return False
    if code == "PROTEST" and parties.recipients and (not found.is_noun or found.by == "object"):
        return True  # "thousands marched against Togo": a crowd needs no name
    if found.is_noun:
        return is_two_sided
    if found.act.each or scene.words.ontology.types[code].needs_recipient:
        return is_two_sided
    if code in ("ACCUSE", "REJECT", "SUPPORT") and parties.actors and takes_up(scene, found):
        return True
    if code in ("REQUEST", "REJECT") and is_to_nobody(scene, found, parties):
        return True
    if code in TWO_SIDED and not is_told_outright(scene, found):
        return is_two_sided
    if code == "ASSAULT" and is_at_home(scene, everyone) and is_crime(scene, found):
        return False
    if code == "ASSAULT" and not is_two_sided:
        if is_land_taken(found) and found.slots.get("subject"):
            return bool(parties.actors)
        return is_armed(scene, found) or any(hurts(scene, i) for i in found.slots.get("object", []))
    if scene.sentence.tokens[found.trigger].dep in ("acl", "amod", "relcl"):  # "talks demanded by Kyiv" is background
        return is_two_sided or (code == "MOBILIZE" and bool(parties.actors))
    if found.act.needs_recipient or (code == "AGREE" and not is_act(scene, found.complement)):
        return is_two_sided
    return bool(parties.actors) or is_armed(scene, found)


def is_hosting(scene: Scene, found: Found, code: str) -> bool:
    """Is a state to be the host of many: "Doha **will host** the next summit of the heads of state"?"""
    token = scene.sentence.tokens[found.trigger]
    who = [m for i in found.slots.get("subject", []) for m in scene.mentions.touching(*span(scene, i))]
    return code == "AGREE" and token.lemma == "host" and token.dep in MAIN and any(m.form in ("name", "metonym") for m in who)


def span(scene: Scene, i: int) -> tuple[int, int]:
    """First and last character of a word."""
    return scene.sentence.tokens[i].start, scene.sentence.tokens[i].end


def is_told_outright(scene: Scene, found: Found) -> bool:
    """Does a main clause tell it, with an object that its entry asks for: "Cuba rejected the resolution"?"""
    token = scene.sentence.tokens[found.trigger]
    if found.act.code == "AGREE":  # "said it was prepared to impose martial law"
        return is_act(scene, found.complement)
    return token.dep in MAIN and bool(found.act.object - {"*"}) and found.act.code != "SUPPORT"


def is_to_nobody(scene: Scene, found: Found, parties: Parties) -> bool:
    """Does a state ask or refuse something outright, of nobody by name: "Rabat **called for** dialogue"?"""
    sentence = scene.sentence
    if not parties.actors or sentence.tokens[found.trigger].dep not in MAIN or found.is_noun:
        return False
    if any(scene.entities[one].kind == "person" and not scene.entities[one].listed for one in parties.actors):
        return False
    if found.act.code == "REQUEST":
        return any(scene.words.holds("wanted_of_all", sentence.tokens[i].lemma.lower()) for i in found.slots.get("for", []))
    refused = None if found.complement is None else next(act_at(sentence, found.complement, scene.words), None)
    return refused is not None and refused.act.code in ("RETREAT", "CONCEDE")


def is_at_home(scene: Scene, everyone: tuple[str, ...]) -> bool:
    """Are all parties of one state?"""
    return len({scene.entities[one].country or one for one in everyone}) < 2


def is_crime(scene: Scene, found: Found) -> bool:
    """Is it done by criminals of no state: "fighting between **gangs** killed nine in Port-au-Prince"?"""
    who = [*found.slots.get("subject", []), *found.slots.get("by", []), *found.slots.get("in", [])]
    who += children(scene.sentence, found.trigger, "nsubj")
    below = [k for i in who for k in subtree(scene.sentence, i)]
    return any(scene.words.holds("criminals", scene.sentence.tokens[k].lemma.lower()) for k in below)


def takes_up(scene: Scene, found: Found) -> bool:
    """Does a main clause answer what was told before: "welcomed **the visit**", "called **the plan** a provocation"?"""
    is_main = scene.sentence.tokens[found.trigger].dep in MAIN
    return is_main and is_answer(scene.sentence, found.slots.get("object", []), scene.words)


def is_mutual(scene: Scene, found: Found) -> bool:
    """Do several do it to one another: "accused **each other**", "lowered **their** ties"?"""
    sentence = scene.sentence
    below = subtree(sentence, found.trigger, ("relcl",))
    for i in below:
        said = sentence.tokens[i].text.lower()
        if i and f"{sentence.tokens[i - 1].text} {said}".lower() in ("each other", "one another"):
            return True
        if said in ("one", "other") and any(
            sentence.tokens[k].lemma.lower() in ("another", "each") for k in sentence.children[i]
        ):
            return True
    told = [k for k in found.slots.get("object", []) if scene.words.holds("ties", sentence.tokens[k].lemma.lower())]
    return any(sentence.tokens[k].text.lower() == "their" for i in told for k in children(sentence, i, "poss"))


def is_private(scene: Scene, one: str) -> bool:
    """Is it a person known by name alone, without office, state or title, or a company?"""
    entity = scene.entities[one]
    if is_company(entity):
        return True
    if not is_unplaced(entity) or entity.sector is not None:
        return False
    named = scene.mentions.inside(scene.sentence.start, scene.sentence.end)
    heads = [head_of_span(scene.sentence, m.start, m.end) for m in named if m.entity == one]
    titles = [scene.sentence.tokens[k].lemma.lower() for i in heads if i is not None for k in scene.sentence.children[i]]
    return not any(scene.words.holds("leaders", title) for title in titles)


def is_act(scene: Scene, clause: int | None) -> bool:
    """Does a promise name an act: "agreed to resign"?"""
    return clause is not None and next(act_at(scene.sentence, clause, scene.words), None) is not None


def hurts(scene: Scene, i: int) -> bool:
    """Is the word people or their houses: "killed a hundred fighters"?"""
    return scene.words.holds("violent_targets", scene.sentence.tokens[i].lemma.lower())


def is_armed(scene: Scene, found: Found) -> bool:
    """Is somebody hurt by a weapon, or by people of whom nothing is told: "a roadside bomb killed two Danes"?"""
    slots = found.slots
    who = [*slots.get("subject", []), *slots.get("by", []), *slots.get("in", [])]
    is_told = scene.sentence.tokens[found.trigger].dep in MAIN
    lemmas = [scene.sentence.tokens[i].lemma.lower() for i in who]
    return is_told and found.act.code == "ASSAULT" and any(scene.words.holds("weapons", lemma) for lemma in lemmas)

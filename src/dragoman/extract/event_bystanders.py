"""Those that an act's words name and that have no part in it: where one meets, whereto soldiers are moved."""

from dataclasses import replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_parties import Parties
from dragoman.extract.event_who import Scene, entities_at, is_unplaced
from dragoman.text.tree import after_preposition, children

WHERE = ("in", "at")
REFUGE = frozenset({"asylum", "shelter", "refuge", "harbour", "harbor"})
UNPEOPLED = ("MOBILIZE", "RETREAT", "AID")


def without_bystanders(scene: Scene, found: Found, code: str, parties: Parties) -> Parties:
    """Parties without the place of a meeting agreed on, and without names of towns that nobody knows.

    "Agreed to meet again **in Brazil**" binds no Brazil; "moved 130 soldiers **to Boa Vista**" has no Boa Vista against it.
    """
    recipients = parties.recipients
    if code in ("ASSAULT", "COERCE"):  # "killed by a US strike on a mosque": nobody strikes himself
        recipients = tuple(one for one in recipients if one not in parties.actors or scene.entities[one].kind != "state")
    if code == "CONSULT":
        recipients = tuple(one for one in recipients if not is_nowhere(scene, one))
    is_refuge = bool(found.act.object & REFUGE) or scene.sentence.tokens[found.trigger].lemma in REFUGE
    if code in UNPEOPLED and not is_refuge:
        recipients = tuple(one for one in recipients if not is_unplaced(scene.entities[one]) and not is_nowhere(scene, one))
    if code in ("REQUEST", "REJECT") and found.complement is not None:  # "refused to engage **in Geneva**"
        hosts = entities_at(scene, venues(scene, found.complement))
        recipients = tuple(one for one in recipients if one not in hosts or scene.entities[one].kind != "place")
    if code == "AGREE" and found.complement is not None and is_meeting(scene, found.complement):
        hosts = entities_at(scene, venues(scene, found.complement))
        sides = {scene.entities[one].country for one in parties.actors} - {None}
        recipients = tuple(one for one in recipients if one not in hosts or scene.entities[one].country in sides)
    if code == "ASSAULT" and not found.is_noun:
        raids = [i for i in found.slots.get("in", []) if scene.words.holds("attacks", scene.sentence.tokens[i].lemma.lower())]
        raiders = entities_at(scene, owners(scene, raids))
        recipients = tuple(one for one in recipients if one not in raiders)
        if raiders and not parties.actors:  # "were killed in **Syrian air strikes**"
            return replace(parties, actors=tuple(raiders), recipients=recipients)
    return parties if recipients == parties.recipients else replace(parties, recipients=recipients)


def owners(scene: Scene, nouns: list[int]) -> list[int]:
    """Whose raids they are: "**Syrian** strikes", "strikes by **Syria**"; where they fell does not tell."""
    own = [k for i in nouns for k in children(scene.sentence, i, "poss", "amod", "compound", "nmod") if not is_land(scene, k)]
    return own + [k for i in nouns for k in after_preposition(scene.sentence, i, "by", "from")]


def is_land(scene: Scene, i: int) -> bool:
    """Does the word name a town or a region, where raids fell: "the **Afrin** offensive"?"""
    token = scene.sentence.tokens[i]
    named = [m for m in scene.mentions.touching(token.start, token.end) if m.entity in scene.entities]
    return any(scene.entities[m.entity].kind == "place" for m in named)


def is_nowhere(scene: Scene, one: str) -> bool:
    """Is it a place of no state: a sea?"""
    return scene.entities[one].kind == "place" and scene.entities[one].country is None


def is_meeting(scene: Scene, clause: int) -> bool:
    """Is it agreed to meet: "to meet again", "to hold a summit", "to resume talks"?"""
    if scene.words.holds("meeting_verbs", scene.sentence.tokens[clause].lemma.lower()):
        return True
    told = children(scene.sentence, clause, "dobj")
    return any(scene.words.holds("meetings", scene.sentence.tokens[k].lemma.lower()) for k in told)


def venues(scene: Scene, clause: int) -> list[int]:
    """Words for the place of what is agreed on."""
    roots = [clause, *children(scene.sentence, clause, "dobj", "advmod")]
    return [noun for root in roots for noun in after_preposition(scene.sentence, root, *WHERE)]

"""All sides of what is done together: talks, treaties, drills; without hosts, venues and what the talks are about."""

from dataclasses import dataclass, replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_fill import fill, with_light_verb
from dragoman.extract.event_home import is_other_side
from dragoman.extract.event_who import Scene, entities_at
from dragoman.text.tree import children


@dataclass(frozen=True, slots=True)
class Parties:
    """Who did it and to whom, as entity ids, and the words that said so."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    loose: bool = False


def everyone(scene: Scene, found: Found) -> Parties:
    """All sides of a reciprocal act: "X and Y signed", "X signed with Y", "talks between X and Y"."""
    slots = with_light_verb(scene, found)
    slots = without_topic(scene, found, slots)
    first: list[str] = []
    for slot in found.act.actor:
        first += [one for one in entities_at(scene, slots.get(slot, [])) if one not in first]
    if not first and not found.is_noun and slots.get("subject"):
        return Parties((), ())  # "I met refugees across Chad and Niger": who met them is nobody known
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
    own = [scene.entities[one] for one in sides if scene.entities[one].kind != "state"]
    people = {one.country for one in own if not is_other_side(one)}  # "Bogota and the ELN" are two
    absent = ("media", "place") if found.act.code == "CONSULT" else ("media",)
    sides = tuple(one for one in sides if scene.entities[one].kind not in absent and not is_region(scene, one))
    kept = [one for one in sides if not (scene.entities[one].kind == "state" and one in people)]
    owners = entities_at(scene, found.slots.get("possessor", []))
    if found.is_noun and len(owners) == 1 and scene.entities[owners[0]].kind in ("organisation", "group"):
        kept = [one for one in kept if one != owners[0]]
    return tuple(kept)


def is_region(scene: Scene, one: str) -> bool:
    """Is it the states of a part of the world, whoever they are: "a meeting of **Central Asian states**"?"""
    entity = scene.entities[one]
    return entity.kind == "group" and entity.listed and entity.sector is None and entity.country is None


def without_topic(scene: Scene, found: Found, slots: dict[str, list[int]]) -> dict[str, list[int]]:
    """The places of talks without the town that they are named after and the land that they are about.

    "The **Oslo** talks", "Putin's **Syrian** dialogue", "Qatar hosted **Afghan** talks"; not "Iran-Oman talks".
    """
    owners = slots.get("possessor", [])
    if not found.is_noun or found.act.code != "CONSULT" or not owners:
        return slots
    tokens = scene.sentence.tokens
    named = [
        i
        for i in owners
        if tokens[i].dep != "poss" and tokens[i].head == found.trigger and not children(scene.sentence, i, "conj")
    ]
    towns = {i for i in named if is_town(scene, i)} if len(named) == 1 else set()
    is_held = found.by == "object" and bool(entities_at(scene, slots.get("subject", [])))
    is_owned = any(tokens[i].dep == "poss" for i in owners)
    about = {i for i in named if tokens[i].pos == "ADJ"} if len(named) == 1 and (is_held or is_owned) else set()
    return {**slots, "possessor": [i for i in owners if i not in towns | about]}


def is_town(scene: Scene, i: int) -> bool:
    """Does the word name a town, be it a capital that often stands for its state?"""
    token = scene.sentence.tokens[i]
    named = [m for m in scene.mentions.touching(token.start, token.end) if m.entity in scene.entities]
    return any(scene.entities[m.entity].kind == "place" or m.form == "metonym" for m in named)

"""Who of a state can be another side for it: its rebels and unions, not its ministers."""

from dragoman.extract.event_who import Scene
from dragoman.records.entity import Entity

# Acts between a state and its own people are acts of home politics.
PEOPLE = (
    "REB", "OPP", "CVL", "LAB", "EDU", "UAF", "PTY", "REL", "MED", "AGR", "JRN", "CRM", "SOC", "REF", "JUD", "LEG", "PRE",
)  # fmt: skip
INTERNAL = ("COERCE", "ASSAULT", "CONCEDE", "REJECT", "PROTEST", "SANCTION", "ACCUSE")


def apart_from(scene: Scene, actors: list[str], code: str) -> list[frozenset[str]]:
    """Who can be no recipient: first all of the actors' own side; then, for acts done at home, the actors alone."""
    countries = {scene.entities[one].country for one in actors} - {None}
    own = frozenset(one for one, entity in scene.entities.items() if entity.country in countries)
    if code in INTERNAL:
        return [own | frozenset(actors), frozenset(actors)]
    return [own | frozenset(actors), frozenset(actors) | same_camp(scene, actors, own)]


def same_camp(scene: Scene, actors: list[str], own: frozenset[str]) -> frozenset[str]:
    """Those of the actors' own state who are no other side at home: a government's ministers, but not its opposition."""
    is_power = not any((scene.entities[one].sector or "") in PEOPLE for one in actors)
    if is_power:
        return frozenset(one for one in own if (scene.entities[one].sector or "") not in PEOPLE)
    return frozenset(one for one in own if scene.entities[one].kind == "place")


def at_home_only(scene: Scene, actors: list[str], places: list[str]) -> list[str]:
    """The state in which a protest is, where it is the protesters' own; the town that it fills is no party to it."""
    own = {scene.entities[one].country for one in actors}
    return [one for one in places if scene.entities[one].kind != "place" and scene.entities[one].country in own]


def is_other_side(entity: Entity) -> bool:
    """Does a state hold talks with it as with another side: rebels, the opposition, a union, a body of states?"""
    return entity.kind != "person" and (entity.sector or "") in ("REB", "OPP", "PTY", "UAF", "LAB", "IGO", "PRM")

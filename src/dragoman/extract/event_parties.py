"""Which entities the arguments of an act stand for: the doer, and to whom it is done."""

from dataclasses import replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_clause import is_somebody
from dragoman.extract.event_fill import fill, with_light_verb
from dragoman.extract.event_home import apart_from, at_home_only
from dragoman.extract.event_implied import blamed_for, fallback, is_outrage
from dragoman.extract.event_joint import Parties as Parties
from dragoman.extract.event_joint import everyone
from dragoman.extract.event_who import Scene
from dragoman.text.tree import is_passive

ONE_SIDED = ("REJECT", "THREATEN", "SANCTION")


def parties_of(scene: Scene, found: Found, code: str) -> Parties:
    """Actors and recipients of an act, from the arguments of its own clause only; a refusal has one side."""
    if found.act.each and code not in ONE_SIDED:
        return everyone(scene, found)
    slots = with_light_verb(scene, found)
    actors, _ = fill(scene, slots, doer_places(scene, found, slots))
    if code == "ACCUSE" and (blamed := blamed_for(replace(scene, apart=frozenset(actors)), slots.get("object", []))):
        return Parties(tuple(actors), tuple(blamed))
    for apart in apart_from(scene, actors, code)[: 1 if is_outrage(scene, slots, code) else None]:
        asked = is_asked(scene, slots, code)
        order = [place for place in found.act.recipient if not (asked and place == "clause")]
        recipients, slot = fill(replace(scene, apart=apart), slots, order, clause=found.complement, is_asked=code == "REQUEST")
        recipients = recipients if code != "PROTEST" or slot != "in" else at_home_only(scene, actors, recipients)
        if recipients:
            break
    else:
        recipients, slot = fallback(scene, found, code, slots, actors), "in"
    return Parties(tuple(actors), tuple(recipients), loose=slot in ("in", "for", "of", "clause"))


def doer_places(scene: Scene, found: Found, slots: dict[str, list[int]]) -> list[str]:
    """Places to seek the doer in; where a subject does it, known or not, nobody named by "by" or "in" does.

    "Her mother lodged a claim against a decision **by Chad**" is no deed of Chad's.
    """
    is_told = not found.is_noun and bool(slots.get("subject")) and not is_passive(scene.sentence, found.trigger)
    if not is_told or "subject" not in found.act.actor[:1]:
        return list(found.act.actor)
    return [place for place in found.act.actor if place not in ("by", "in", "at", "of")]


def is_asked(scene: Scene, slots: dict[str, list[int]], code: str) -> bool:
    """Is somebody asked, be it nobody known: "lobbied **partners** to leave Chad" asks nothing of Chad?"""
    return code == "REQUEST" and any(is_somebody(scene, i) for i in slots.get("object", []))

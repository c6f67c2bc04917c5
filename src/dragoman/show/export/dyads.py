"""Events with lists of parties, written out pair by pair, as CAMEO's data sets have them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.records import Entity
from dragoman.text.ids import stable_id

VISIT, HOST = "042", "043"
DIGITS = 13
"""Hexadecimal digits of a number that a spreadsheet, R and JavaScript all hold exactly (52 bits)."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """One event seen as who -> whom; a reciprocal event gives two, one each way."""

    number: int
    event: dict[str, Any]
    actor: str | None
    recipient: str | None
    cameo: str


def pairs(event: dict[str, Any], entities: Mapping[str, Entity], cameo: str) -> Iterator[tuple[str | None, str | None, str]]:
    """Actor, recipient and CAMEO code of each pair.

    A meeting of Kenya and Somalia is written twice, each way; a visit of Kenya to Somalia is 042 one way and
    043 the other, as CAMEO's coders did. Two parties of one state do not meet each other.
    """
    actors, recipients = event["actors"], event["recipients"]
    if recipients:
        directed = [(a, r) for a in actors for r in recipients if a != r]
    elif len(actors) > 1:
        yield from ((a, b, cameo) for a in actors for b in actors if a != b and not _same_state(a, b, entities))
        return
    else:
        yield from ((a, None, cameo) for a in actors)
        return
    visit = cameo in (VISIT, HOST)
    for actor, recipient in directed:
        yield actor, recipient, VISIT if visit else cameo
        if cameo.startswith("04"):
            yield recipient, actor, HOST if visit else cameo


def _same_state(one: str, two: str, entities: Mapping[str, Entity]) -> bool:
    countries = [found.country for id_ in (one, two) if (found := entities.get(id_))]
    return len(countries) == 2 and countries[0] is not None and countries[0] == countries[1]


def dyads(
    events: list[dict[str, Any]], entities: Mapping[str, Entity], codes: Mapping[str, str], sides: list[set[str]] | None = None
) -> Iterator[Dyad]:
    """Every pair of every event, each with a number of its own; `sides` keeps the pairs across two parties only.

    `codes` gives the CAMEO code of each event by its id.
    """
    taken: set[int] = set()
    for event in events:
        for actor, recipient, cameo in pairs(event, entities, codes[event["id"]]):
            if sides and not _across(actor, recipient, sides):
                continue
            yield Dyad(_number(taken, event["id"], actor, recipient, cameo), event, actor, recipient, cameo)


def _across(actor: str | None, recipient: str | None, sides: list[set[str]]) -> bool:
    one, two = sides
    return (actor in one and recipient in two) or (actor in two and recipient in one)


def _number(taken: set[int], *parts: str | None) -> int:
    """A number that is the same in every export of the record, and no other row's."""
    turn = 0
    while (number := int(stable_id("n", *parts, turn)[2 : 2 + DIGITS], 16)) in taken:
        turn += 1
    taken.add(number)
    return number

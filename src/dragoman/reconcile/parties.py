"""Who is meant on each side, compared across documents: a state and its leader are one party."""

from dataclasses import dataclass

from dragoman.records.entity import Entity
from dragoman.records.event import EventMention


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the state it acts for, and the person when one is named."""

    state: str
    person: str | None


class Parties:
    """Looks up parties by entity id."""

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}

    def party(self, entity: str) -> Party:
        """The party of an entity: its state, or itself when it acts for none."""
        known = self.entities.get(entity)
        state = (known.country if known else None) or entity.split("/")[0]
        return Party(state, entity if known is not None and known.kind == "person" else None)

    def of(self, mention: EventMention) -> tuple[Party, ...]:
        """All parties of a mention, actors first."""
        return tuple(self.party(entity) for entity in (*mention.actors, *mention.recipients))

    def states(self, mention: EventMention) -> tuple[str, ...]:
        """The states on all sides, in order."""
        return tuple(sorted({party.state for party in self.of(mention)}))

    def directed(self, mention: EventMention) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """States that act and states acted upon."""
        acting, acted = ({self.party(e).state for e in side} for side in (mention.actors, mention.recipients))
        return tuple(sorted(acting)), tuple(sorted(acted))

    def people(self, mention: EventMention) -> dict[str, set[str]]:
        """People named for each state."""
        found: dict[str, set[str]] = {}
        for party in self.of(mention):
            if party.person:
                found.setdefault(party.state, set()).add(party.person)
        return found


def can_be_same(one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Is no state stood for by two different people? Xi met Lukashenko; Li met Lukashenko: two meetings."""
    return all(one[state] & other[state] for state in one.keys() & other.keys())

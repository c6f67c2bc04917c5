"""Reference -> Entity: everybody whom a document speaks of, once, and the states that they act for."""

from collections.abc import Iterator

from dragoman.lexicon.names import Names
from dragoman.records import Entity, Reference


def find_entities(references: list[Reference], names: Names) -> Iterator[Entity]:
    """The entities of a document, then the states of those who stand for one, named or not.

    "Lula arrived in Brasilia" speaks of a person and a town: whoever asks for Brazil finds both by its row.
    """
    met = {r.entity.id: r.entity for r in reversed(references)}
    yield from met.values()
    countries = dict.fromkeys(e.country for e in met.values() if e.country and e.country not in met)
    yield from (state for country in countries if (state := names.entity(country)) is not None)

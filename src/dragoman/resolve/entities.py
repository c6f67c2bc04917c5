"""Reference -> Entity: everybody whom a document speaks of, once."""

from collections.abc import Iterator

from dragoman.records import Entity, Reference


def find_entities(references: list[Reference]) -> Iterator[Entity]:
    """The entities of a document in the order of their first mention."""
    yield from {r.entity.id: r.entity for r in reversed(references)}.values()

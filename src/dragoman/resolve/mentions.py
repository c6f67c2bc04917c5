"""Reference -> Mention: where each entity is meant."""

from collections.abc import Iterator

from dragoman.records import Mention, Reference


def find_mentions(references: list[Reference]) -> Iterator[Mention]:
    """The mentions of a document in the order of the text."""
    yield from (r.mention for r in references)

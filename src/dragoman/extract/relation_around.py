"""What is known of a document when one of its sentences is read for relations."""

from dataclasses import dataclass

from dragoman.lexicon.relations import RelationWords
from dragoman.records import Document, Entity, Mention, Statement, Time
from dragoman.text.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a document when a sentence is read.

    `leads` gives for a sentence's start the subject's place before it; `titles` the offices of a title in small letters.
    """

    document: Document
    mentions: SpanIndex[Mention]
    times: SpanIndex[Time]
    statements: SpanIndex[Statement]
    entities: dict[str, Entity]
    words: RelationWords
    leads: dict[int, int]
    titles: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Side:
    """An entity at a word of the sentence; -1 when the word stands in another sentence."""

    word: int
    entity: str
    kind: str

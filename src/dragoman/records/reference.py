"""Who is meant where, as one document tells it: a mention with the entity as far as it is known there."""

from dataclasses import dataclass

from dragoman.records.about import about
from dragoman.records.entity import Entity
from dragoman.records.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A mention and its entity: what `resolve` finds, before it is parted into two tables."""

    mention: Mention = about("Where it stands.")
    entity: Entity = about("Who is meant.")
    is_subject: bool = about("True when it is the subject of its clause.", False)
    sentence: int = about("Number of its sentence in the document.", 0)

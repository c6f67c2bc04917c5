"""Conflicts: rows that cannot all be true, explained in a sentence."""

from collections.abc import Iterator

from dragoman.lexicon.names import Names
from dragoman.reconcile.calling import Calling
from dragoman.reconcile.conflict_events import event_conflicts
from dragoman.reconcile.conflict_figures import figure_conflicts
from dragoman.reconcile.conflict_growth import growth_conflicts
from dragoman.reconcile.conflict_relations import reference_conflicts, relation_conflicts
from dragoman.reconcile.conflict_slips import slip_conflicts
from dragoman.reconcile.conflict_statements import statement_conflicts
from dragoman.reconcile.origins import origins_of
from dragoman.records.across import Conflict, Copy
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.figure import Figure
from dragoman.records.relation import Relation
from dragoman.records.statement import Statement


def find_conflicts(
    documents: list[Document],
    figures: list[Figure],
    relations: list[Relation],
    statements: list[Statement],
    event_mentions: list[EventMention],
    entities: list[Entity],
    copies: list[Copy],
    names: Names,
) -> Iterator[Conflict]:
    """Disagreements about one slot: "trade of 2022: $5 billion by Chinese figures, nearly $6 billion elsewhere".

    Another year, another measure, a rounded number are no conflict; nothing is merged away.
    """
    called = Calling.of(documents, entities, names)
    origins = origins_of(documents, copies)
    found = [
        *figure_conflicts(figures, called, origins), *relation_conflicts(relations, called, origins),
        *reference_conflicts(relations, called, names), *growth_conflicts(figures, called, origins),
        *statement_conflicts(statements, entities, called, origins),
        *event_conflicts(documents, event_mentions, entities, called, origins),
        *slip_conflicts(documents, relations, figures, called),
    ]  # fmt: skip
    yield from sorted({conflict.id: conflict for conflict in found}.values(), key=lambda conflict: conflict.id)

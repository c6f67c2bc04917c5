"""Statements and figures that several pages print, with how many origins and outlets stand behind them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from dragoman.reconcile.amounts import amount_of, change_of
from dragoman.reconcile.conflict_figures import slots
from dragoman.reconcile.groups import by_key, components, pairs
from dragoman.reconcile.origins import independent, sources_of
from dragoman.reconcile.sayings import group_statements
from dragoman.records.across import Copy
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.figure import Figure
from dragoman.records.statement import Statement
from dragoman.text.ids import stable_id

R = TypeVar("R", Statement, Figure)


def count_statements(
    statements: list[Statement], entities: list[Entity], documents: list[Document], copies: list[Copy]
) -> Iterator[Statement]:
    """All statements, those that are one marked as such: five papers with one quotation from one wire are one origin."""
    yield from _marked("ss", statements, group_statements(statements, entities), documents, copies)


def count_figures(figures: list[Figure], documents: list[Document], copies: list[Copy]) -> Iterator[Figure]:
    """All figures, those that are one marked as such: $4.87 billion and "nearly $5 billion" of one year's trade."""
    yield from _marked("sf", figures, group_figures(figures), documents, copies)


def group_figures(figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one slot whose values can both be right, in groups of two and more; without a period the print must agree."""
    by_id = {one.id: one for one in sorted(figures, key=lambda f: f.id)}
    links = []
    for (kind, *_), group in by_key(by_id.values(), slots).items():
        ordered = sorted(group, key=lambda f: (f.value or 0.0, f.change_percent or 0.0, f.id))
        links += [(a.id, b.id) for a, b in pairs(ordered) if _one(a, b, kind)]
    for group in by_key(by_id.values(), _printed).values():
        links += [(group[0].id, other.id) for other in group[1:]]
    return [[by_id[name] for name in names] for names in components(by_id, links) if len(names) > 1]


def _one(a: Figure, b: Figure, kind: str) -> bool:
    one, other = (amount_of(a), amount_of(b)) if kind == "value" else (change_of(a), change_of(b))
    return one is not None and other is not None and one.meets(other)


def _printed(figure: Figure) -> Iterator[tuple[object, ...]]:
    """What a figure without a period is compared by; round numbers of no one prove nothing."""
    if figure.period_start is None and figure.subject and figure.value is not None and figure.value >= 10:
        yield figure.measure, figure.subject, figure.partner, figure.unit, figure.value, figure.value_max


def _marked(prefix: str, rows: list[R], groups: list[list[R]], documents: list[Document], copies: list[Copy]) -> Iterator[R]:
    sources, outlets = sources_of(documents, copies), {d.id: d.outlet for d in documents}
    told: Mapping[str, tuple[str, int, int]] = {
        row.id: (
            stable_id(prefix, group[0].id),
            independent([(r.document, r.via) for r in group], sources),
            _outlets(group, outlets),
        )
        for group in groups
        for row in group
    }
    for row in rows:
        same_as, origins, printed = told.get(row.id, (None, 1, 1))
        yield replace(row, same_as=same_as, origins=origins, outlets=printed)


def _outlets(group: list[R], outlets: Mapping[str, str | None]) -> int:
    return len({outlets.get(row.document) or row.document for row in group})

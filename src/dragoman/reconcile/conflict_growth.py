"""Growth checked against levels: up 40 % in a year in which the levels tell of 5 %."""

import math
from collections.abc import Iterator
from datetime import date

from dragoman.reconcile.amounts import Amount, amount_of, change_of
from dragoman.reconcile.calling import Calling, amount, change, sentence
from dragoman.reconcile.conflict_figures import UNDIRECTED, slot_of
from dragoman.reconcile.groups import by_key
from dragoman.records.across import Conflict, Member
from dragoman.records.figure import Figure
from dragoman.text.ids import stable_id

POINTS = 2.0  # prices and exchange rates move a growth rate by as much
MOST = 12
Slot = tuple[str, ...]


def growth_conflicts(figures: list[Figure], called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """Changes of a whole year that no level of that year and the year before allows, however rounded.

    One that any two levels allow is right; a page that prints a growth with its own level is compared as a level.
    """
    ordered = sorted((f for f in figures if _year(f) is not None and f.subject), key=lambda f: f.id)
    levels = by_key((f for f in ordered if f.value is not None and f.unit), lambda f: [(*_slot(f), str(_year(f)))])
    for figure in (f for f in ordered if f.change_percent is not None and f.value in (None, f.change_percent)):
        year = _year(figure) or 0
        now, before = (levels.get((*_slot(figure), str(y)), [])[:MOST] for y in (year, year - 1))
        ratios = [(a, b) for a in now for b in before if a.unit == b.unit and figure.id not in (a.id, b.id)]
        mine = {origins.get(figure.document, figure.document)}
        others = {origins.get(f.document, f.document) for pair in ratios for f in pair}
        if ratios and not mine & others and not any(_allows(a, b, figure) for a, b in ratios):
            yield _conflict(figure, *ratios[0], called)


def _slot(figure: Figure) -> Slot:
    sides = ((figure.subject or "").split("/")[0], (figure.partner or "").split("/")[0])
    return (figure.measure, *(sorted(sides) if figure.measure in UNDIRECTED else sides))


def _year(figure: Figure) -> int | None:
    """The calendar year that a figure counts."""
    start, end = figure.period_start, figure.period_end
    if start is None or end is None or start.year != end.year:
        return None
    return start.year if (start, end) == (date(start.year, 1, 1), date(start.year, 12, 31)) else None


def _allows(now: Figure, before: Figure, growth: Figure) -> bool:
    """Does a change lie between the least and the greatest that two levels allow?"""
    a, b, told = amount_of(now), amount_of(before), change_of(growth)
    if a is None or b is None or told is None or b.low <= 0 or math.isinf(a.high + b.high):
        return True
    return Amount(100 * (a.low / b.high - 1) - POINTS, 100 * (a.high / b.low - 1) + POINTS).meets(told)


def _conflict(figure: Figure, now: Figure, before: Figure, called: Calling) -> Conflict:
    real = 100 * ((now.value or 0.0) / (before.value or 1.0) - 1)
    year = _year(figure) or 0
    slot = f"{slot_of(figure, called)} (change)"
    levels = (
        f"{amount(before)} in {year - 1} [{called.page(before.document)}], {amount(now)} in {year} [{called.page(now.document)}]"
    )
    return Conflict(
        id=stable_id("cf", "growth", figure.id, now.id, before.id), kind="value", slot=slot,
        members=tuple(Member(table="figures", id=f.id) for f in (figure, now, before)), reason="levels",
        explanation=f"{sentence(slot)}: {change(figure)} [{called.page(figure.document)}], but {levels}: {real:+.0f} %.",
    )  # fmt: skip

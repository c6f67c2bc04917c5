"""Figures of one thing, one pair and one period whose values cannot both be right."""

from collections.abc import Iterator
from datetime import timedelta

from dragoman.reconcile.amounts import Amount, amount_of, change_of
from dragoman.reconcile.calling import Calling, amount, change, day, sentence
from dragoman.reconcile.days import shifted
from dragoman.reconcile.groups import by_key, pairs
from dragoman.records.across import Conflict, Member
from dragoman.records.figure import Figure
from dragoman.text.ids import stable_id

MOST_MEMBERS = 20
TOWARDS = {"exports": "to", "imports": "from", "investment": "in", "aid": "to", "loan": "to"}
UNDIRECTED = frozenset({"trade", "visits"})


def figure_conflicts(figures: list[Figure], called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """Values of the same measure, parties, period and unit that do not meet, in documents of different origin.

    All figures that print one value stand on one side: ten pages against one are one conflict, not ten.
    """
    for key, group in sorted(by_key(sorted(figures, key=lambda f: f.id), slots).items()):
        sides = by_key(group, _value if key[0] == "value" else _change)
        for one, other in pairs(sorted(sides.values(), key=lambda side: side[0].id)):
            if _apart(one[0], other[0], key[0]) and not _origins(one, origins) & _origins(other, origins):
                yield _conflict(one[:MOST_MEMBERS], other[:MOST_MEMBERS], called, key[0])


def _value(figure: Figure) -> list[tuple[object, ...]]:
    return [(figure.value, figure.value_max, figure.comparator)]


def _change(figure: Figure) -> list[tuple[object, ...]]:
    return [(figure.change_percent, figure.comparator if figure.value is None else None)]


def _origins(side: list[Figure], origins: dict[str, str]) -> set[str]:
    return {origins.get(figure.document, figure.document) for figure in side}


def slots(figure: Figure) -> Iterator[tuple[str, ...]]:
    """The slot that a figure fills; none without an owner and a whole period."""
    if figure.period_start is None or figure.period_end is None or not figure.subject:
        return
    if figure.measure in UNDIRECTED and not figure.partner:
        return
    sides = (figure.subject.split("/")[0], (figure.partner or "").split("/")[0])
    slot = (figure.measure, *(sorted(sides) if figure.measure in UNDIRECTED else sides))
    period = (figure.period_start.isoformat(), figure.period_end.isoformat())
    if figure.value is not None and figure.unit and not (figure.measure == "visits" and figure.unit == "ordinal"):
        yield ("value", *slot, *period, figure.unit)
    if figure.change_percent is not None:
        yield ("change", *slot, *period)


def _apart(a: Figure, b: Figure, what: str) -> bool:
    one, other = _amount(a, what), _amount(b, what)
    return one is not None and other is not None and not one.meets(other)


def _amount(figure: Figure, what: str) -> Amount | None:
    return amount_of(figure) if what == "value" else change_of(figure)


def _conflict(one: list[Figure], other: list[Figure], called: Calling, what: str) -> Conflict:
    sides = sorted((one, other), key=lambda side: (side[0].value or side[0].change_percent or 0.0, side[0].id))
    a, b = one[0], other[0]
    slot = slot_of(a, called) + (" (change)" if what == "change" else "")
    told = ", ".join(
        f"{_printed(side[0], what)}{_by(side[0], called)} [{called.several(f.document for f in side)}]" for side in sides
    )
    return Conflict(
        id=stable_id("cf", what, a.id, b.id),
        kind="value",
        slot=slot,
        members=tuple(Member(table="figures", id=figure.id) for figure in (*one, *other)),
        reason="other source",
        explanation=f"{sentence(slot)}: {told}: different sources, {_distance(a, b, what)}.",
    )


def slot_of(figure: Figure, called: Calling) -> str:
    """ "trade between Belarus and China in 2022"."""
    subject, partner = called.entity(figure.subject), called.entity(figure.partner)
    pair = f" of {subject}" + (f" {TOWARDS.get(figure.measure, 'with')} {partner}" if partner else "")
    if partner and figure.measure in UNDIRECTED:
        pair = f" between {' and '.join(sorted((subject, partner)))}"
    return f"{figure.measure}{pair} {_period(figure)}"


def _period(figure: Figure) -> str:
    start, end = figure.period_start, figure.period_end
    if start is None or end is None:
        return "at no given time"
    if (start.year, start.month, start.day, end.month, end.day) == (end.year, 1, 1, 12, 31):
        return f"in {start.year}"
    if start == end:
        return f"on {day(start)}"
    if (start.year, start.month, start.day) == (end.year, end.month, 1) and shifted(end, timedelta(days=1)).day == 1:
        return f"in {start:%B %Y}"
    return f"from {day(start)} to {day(end)}"


def _printed(figure: Figure, what: str) -> str:
    """The value with its comparator: "nearly $6 billion", "up 33 %"."""
    return change(figure) if what == "change" else amount(figure)


def _by(figure: Figure, called: Calling) -> str:
    return f" by {called.source(figure.via[-1])}" if figure.via else ""


def _distance(a: Figure, b: Figure, what: str) -> str:
    if what == "change":
        return f"{abs((a.change_percent or 0) - (b.change_percent or 0)):g} points apart"
    low, high = sorted((abs(a.value or 0.0), abs(b.value or 0.0)))
    return f"{round(100 * (high - low) / low)} % apart" if low else "one of them nought"

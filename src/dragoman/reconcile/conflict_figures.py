"""Figures of one thing, one pair and one period whose values cannot both be right."""

from collections.abc import Iterator

from dragoman.reconcile.amounts import Amount, amount_of, change_of
from dragoman.reconcile.groups import by_key, pairs
from dragoman.records.across import Conflict, Member
from dragoman.records.figure import Figure
from dragoman.text.ids import stable_id

UNDIRECTED = frozenset({"trade", "visits"})
COUNTED = frozenset({"count", "percent", "rank"})


def figure_conflicts(figures: list[Figure], called: dict[str, str], origins: dict[str, str]) -> Iterator[Conflict]:
    """Two figures of the same measure, parties, period and unit, in documents of different origin, that do not meet."""
    for key, group in sorted(by_key(sorted(figures, key=lambda f: f.id), _keys).items()):
        for a, b in pairs(group):
            apart = _apart(a, b, key[0])
            if apart and a.document != b.document and origins.get(a.document) != origins.get(b.document):
                yield _conflict(a, b, called, key[0])


def _keys(figure: Figure) -> Iterator[tuple[str, ...]]:
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


def _conflict(a: Figure, b: Figure, called: dict[str, str], what: str) -> Conflict:
    first, second = sorted((a, b), key=lambda f: f.id)
    slot = _slot(first, called) + (" (change)" if what == "change" else "")
    one, other = _printed(first, what), _printed(second, what)
    said = f"{slot}: {one}{_by(first, called)} [{first.document}], {other}{_by(second, called)} [{second.document}]"
    return Conflict(
        id=stable_id("cf", what, first.id, second.id), kind="value", slot=slot,
        members=(Member(table="figures", id=first.id), Member(table="figures", id=second.id)), reason="other source",
        explanation=f"{said}: different sources, {_distance(first, second, what)}.",
    )  # fmt: skip


def _slot(figure: Figure, called: dict[str, str]) -> str:
    """ "trade between Belarus and China in 2022"."""
    subject = called.get(figure.subject or "", figure.subject or "")
    partner = called.get(figure.partner or "", figure.partner or "")
    pair = f" between {subject} and {partner}" if partner and figure.measure in UNDIRECTED else f" of {subject}" + (
        f" with {partner}" if partner else "")  # fmt: skip
    start, end = figure.period_start, figure.period_end
    whole = start is not None and end is not None and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    period = (
        f"in {start.year}"
        if whole and start is not None and end is not None and start.year == end.year
        else f"from {start} to {end}"
    )
    return f"{figure.measure}{pair} {period}"


def _printed(figure: Figure, what: str) -> str:
    """The value with its comparator: "nearly 6 billion USD"."""
    if what == "change":
        return f"{figure.comparator + ' ' if figure.comparator and figure.value is None else ''}{figure.change_percent:+g} %"
    value, unit = figure.value or 0.0, figure.unit or ""
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{figure.comparator + ' ' if figure.comparator else ''}{value / size:g}{word} {unit}".strip()
    return f"{figure.comparator + ' ' if figure.comparator else ''}{value:g} {unit}".strip()


def _by(figure: Figure, called: dict[str, str]) -> str:
    return f" by {called.get(figure.via[-1], figure.via[-1])}" if figure.via else ""


def _distance(a: Figure, b: Figure, what: str) -> str:
    if what == "change":
        return f"{abs((a.change_percent or 0) - (b.change_percent or 0)):g} points apart"
    low, high = sorted((abs(a.value or 0.0), abs(b.value or 0.0)))
    return f"{round(100 * (high - low) / low)} % apart" if low else "one of them nought"

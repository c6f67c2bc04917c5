"""The timeline of two parties as a drawing: events by month, cooperation above the line and conflict below, and their score."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

WIDTH, TOP, BAND, SCORES = 940, 16, 84, 56
LEFT = 34
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
MOST_MONTHS = 144


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of one kind in one month."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    says: str
    since: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the drawing needs: bars, the score's points, the labels of the axes, and the same as a table."""

    bars: list[Bar]
    points: list[tuple[float, float, str]]
    ticks: list[tuple[float, str]]
    zero: float
    most: int
    score_zero: float
    height: float
    rows: list[dict[str, Any]]
    unit: str


def chart(rows: Sequence[dict[str, Any]]) -> Chart | None:
    """The drawing of (month, quad, events, score) rows; None when nothing has a day."""
    if not rows:
        return None
    first, last = min(row["month"] for row in rows), max(row["month"] for row in rows)
    by_year = months_between(first, last) > MOST_MONTHS
    bins = _bins(rows, by_year)
    count = (last.year - first.year if by_year else months_between(first, last)) + 1
    step = (WIDTH - LEFT) / max(count, 12)
    sums = [(sum(b["quads"][:2]), sum(b["quads"][2:])) for b in bins]
    most = max(max(up, down) for up, down in sums)
    up_most, down_most = max(up for up, _ in sums), max(down for _, down in sums)
    scale = BAND / most
    zero = TOP + up_most * scale
    bars = [bar for b in bins for bar in _bars(b, LEFT + _place(b["month"], first, by_year) * step, step, zero, scale)]
    score_zero = zero + down_most * scale + 22 + SCORES / 2
    points = [
        (
            LEFT + (_place(b["month"], first, by_year) + 0.5) * step,
            score_zero - b["score"] * SCORES / 20,
            f"{b['label']}: {b['score']:+.1f}",
        )
        for b in bins
        if b["score"] is not None
    ]
    ticks = _ticks(first, count, step, by_year)
    return Chart(bars, points, ticks, zero, most, score_zero, score_zero + SCORES / 2 + 22, bins, "year" if by_year else "month")


def months_between(first: date, last: date) -> int:
    """Whole months from one month to another.

    >>> months_between(date(2022, 11, 1), date(2023, 2, 1))
    3
    """
    return (last.year - first.year) * 12 + last.month - first.month


def _place(month: date, first: date, by_year: bool) -> int:
    return month.year - first.year if by_year else months_between(first, month)


def _bins(rows: Sequence[dict[str, Any]], by_year: bool) -> list[dict[str, Any]]:
    """One entry a month (or year): events by quad, and the mean score."""
    found: dict[date, dict[str, Any]] = {}
    for row in rows:
        month = row["month"].replace(month=1) if by_year else row["month"]
        at = found.setdefault(month, {"month": month, "quads": [0, 0, 0, 0], "sum": 0.0, "scored": 0})
        at["quads"][row["quad"] - 1] += row["events"]
        at["sum"] += row["score"] or 0.0
        at["scored"] += row["scored"]
    for month, at in found.items():
        at["score"] = at["sum"] / at["scored"] if at["scored"] else None
        at["since"] = f"{month:%Y}" if by_year else f"{month:%Y-%m}"
        at["label"] = f"{month:%Y}" if by_year else f"{month:%b %Y}"
    return [found[month] for month in sorted(found)]


def _bars(b: dict[str, Any], x: float, step: float, zero: float, scale: float) -> list[Bar]:
    width, up, down, bars = min(max(step * 0.72, 1.5), 26), zero, zero, []
    for quad, events in enumerate(b["quads"], 1):
        if not events:
            continue
        height = max(events * scale, 1.5)
        up -= height if quad <= 2 else 0
        says = f"{b['label']}: {events} {QUADS[quad - 1]}"
        bars.append(Bar(x + (step - width) / 2, up if quad <= 2 else down, width, height, quad, says, b["since"]))
        down += height if quad > 2 else 0
    return bars


def _ticks(first: date, count: int, step: float, by_year: bool) -> list[tuple[float, str]]:
    """Labels under the drawing: each January, or each month when there are few."""
    if by_year:
        every = max(1, count // 12)
        return [(LEFT + (n + 0.5) * step, str(first.year + n)) for n in range(0, count, every)]
    months = [(n, first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1) for n in range(count)]
    if count <= 14:
        return [(LEFT + (n + 0.5) * step, f"{date(y, m, 1):%b}{f' {y}' if m == 1 or n == 0 else ''}") for n, y, m in months]
    return [(LEFT + (n + 0.5) * step, str(y)) for n, y, m in months if m == 1]

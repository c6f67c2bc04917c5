"""The figure of a dossier: a dot an event, cooperation above the line and conflict below, each dot a link to its row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

WIDTH, SIDE, MOST_DOTS, MOST_BINS = 960.0, 28.0, 12, 62
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True)
class Dot:
    """One event, or (when there are too many) several."""

    x: float
    y: float
    radius: float
    quad: int
    event: str
    says: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Several events of one kind, when there are too many for dots."""

    x: float
    y: float
    width: float
    height: float
    quad: int
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the drawing needs."""

    dots: list[Dot]
    bars: list[Bar]
    ticks: list[tuple[float, str]]
    zero: float
    height: float
    unit: str
    undrawn: int


def chart(events: Sequence[dict[str, Any]]) -> Chart | None:
    """The drawing of the events whose day is known well enough; None when there are none.

    The unit of time is the finest that leaves at most 62 columns: day, month, quarter, year.
    """
    dated = [row for row in events if row["date_start"] and row["date_end"]]
    unit = _unit(dated)
    placed = [row for row in dated if _column(row["date_start"], unit) == _column(row["date_end"], unit)]
    if not placed:
        return None
    first, last = min(row["date_start"] for row in placed), max(row["date_start"] for row in placed)
    count = max(_column(last, unit) - _column(first, unit) + 1, 8)
    step = (WIDTH - 2 * SIDE) / count
    stacks = _stacks(placed, unit, _column(first, unit))
    most = {up: max((len(rows) for (_, side), rows in stacks.items() if side == up), default=0) for up in (True, False)}
    dotted = max(most.values()) <= MOST_DOTS
    size = min(step * 0.92, 20.0) if dotted else 160.0 / max(most.values())
    zero = 16 + max(most[True] * size, 24)
    dots: list[Dot] = []
    bars: list[Bar] = []
    for (column, up), rows in stacks.items():
        x = SIDE + (column + 0.5) * step
        if dotted:
            dots += [_dot(row, x, zero + (-1 if up else 1) * (n + 0.5) * size, size) for n, row in enumerate(rows)]
        else:
            bars += _bars(rows, x, zero, up, size, step)
    height = zero + max(most[False] * size, 12) + 30
    return Chart(dots, bars, _ticks(first, count, step, unit), zero, height, unit, len(events) - len(placed))


def _unit(dated: Sequence[dict[str, Any]]) -> str:
    """The finest unit of time that leaves few enough columns."""
    days = [day for row in dated for day in (row["date_start"], row["date_end"])]
    return next((unit for unit in UNITS if days and _column(max(days), unit) - _column(min(days), unit) < MOST_BINS), "year")


def _stacks(placed: Sequence[dict[str, Any]], unit: str, first: int) -> dict[tuple[int, bool], list[dict[str, Any]]]:
    """Events by column and side of the line (up is cooperation), those in words next to the line."""
    found: dict[tuple[int, bool], list[dict[str, Any]]] = defaultdict(list)
    for row in sorted(placed, key=lambda row: (row["quad"] in (2, 4), row["id"])):
        found[_column(row["date_start"], unit) - first, row["quad"] <= 2].append(row)
    return found


def _dot(row: dict[str, Any], x: float, y: float, size: float) -> Dot:
    return Dot(round(x, 1), round(y, 1), round(size * 0.42, 1), row["quad"], row["id"], said_of(row))


def said_of(row: dict[str, Any]) -> str:
    """What a dot says when it is pointed at."""
    parties = ", ".join(row["actor_names"]) + (f" → {', '.join(row['recipient_names'])}" if row["recipient_names"] else "")
    return f"{row['date_start']} {' '.join([row['event_type'], *row['mode']])}: {parties}"


def _bars(rows: list[dict[str, Any]], x: float, zero: float, up: bool, size: float, step: float) -> list[Bar]:
    found, at = [], zero
    for quad in (1, 2) if up else (3, 4):
        number = sum(row["quad"] == quad for row in rows)
        if number:
            high = number * size
            y, at = (at - high, at - high) if up else (at, at + high)
            width = step * 0.8
            found.append(
                Bar(round(x - width / 2, 1), round(y, 1), round(width, 1), round(high, 1), quad, f"{number} of {QUADS[quad - 1]}")
            )
    return found


UNITS = ("day", "month", "quarter", "year")


def _column(day: date, unit: str) -> int:
    """The number of the day's column, counted from the year 0."""
    if unit == "day":
        return day.toordinal()
    months = day.year * 12 + day.month - 1
    return months if unit == "month" else months // 3 if unit == "quarter" else day.year


def _ticks(first: date, count: int, step: float, unit: str) -> list[tuple[float, str]]:
    """Some eight labels under the axis."""
    labels = [_label(first, column, unit) for column in range(count)]
    every = max(1, -(-count // 8))
    return [(round(SIDE + (column + 0.5) * step, 1), labels[column]) for column in range(0, count, every)]


def _label(first: date, column: int, unit: str) -> str:
    """The name of a column."""
    if unit == "day":
        day = first + timedelta(days=column)
        return f"{day.day} {day:%b %Y}"
    if unit == "year":
        return str(first.year + column)
    months = _column(first, "month") + column if unit == "month" else (_column(first, "quarter") + column) * 3
    year, month = divmod(months, 12)
    return f"{date(year, month + 1, 1):%b %Y}" if unit == "month" else f"{year} Q{month // 3 + 1}"

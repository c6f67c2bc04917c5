"""Figures as intervals: what a printed number may mean."""

import math
from dataclasses import dataclass

from dragoman.records.figure import Figure

# How far the truth may lie from the number, as factors below and above it.
REACH = {
    "about": (0.9, 1.1), "nearly": (0.93, 1.0), "more than": (1.0, 1.15), "at least": (1.0, math.inf),
    "less than": (0.85, 1.0), "up to": (0.0, 1.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """From the least to the greatest value that the words allow."""

    low: float
    high: float

    def meets(self, other: "Amount") -> bool:
        """Can both be true?"""
        return self.low <= other.high and other.low <= self.high


def amount_of(figure: Figure) -> Amount | None:
    """The values that a figure allows: "$5 billion" 4.5 to 5.5 billion, "$4.77 billion" 4.765 to 4.775."""
    return _amount(figure.value, figure.value_max, figure.comparator)


def change_of(figure: Figure) -> Amount | None:
    """The changes in percent that a figure allows."""
    return _amount(figure.change_percent, None, figure.comparator if figure.value is None else None)


def _amount(value: float | None, value_max: float | None, comparator: str | None) -> Amount | None:
    if value is None:
        return None
    if value_max is not None:
        return Amount(min(value, value_max), max(value, value_max))
    half = rounding(value) / 2
    if comparator in REACH:
        low, high = REACH[comparator]
        ends = sorted((value * low if low else 0.0, value * high))
        return Amount(ends[0], ends[1])
    return Amount(value - half, value + half)


def rounding(value: float) -> float:
    """One in the last digit that was printed, as far as trailing noughts tell; a tenth of the value at most.

    >>> rounding(5_000_000_000), rounding(4_770_000_000), rounding(33)
    (500000000.0, 10000000.0, 1.0)
    """
    if value == 0:
        return 0.0
    digits = f"{abs(value):.6g}"
    number, _, power = f"{abs(float(digits)):.5e}".partition("e")
    kept = len(number.replace(".", "").rstrip("0"))
    return float(min(10.0 ** (int(power) - kept + 1), abs(value) / 10 if abs(value) >= 10 else 1.0))

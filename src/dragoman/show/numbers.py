"""Values of figures as people read them."""

from typing import Any

LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number in few characters.

    >>> number(4_770_000_000), number(1235), number(0.5), number(31), number(100 / 3)
    ('4.77 billion', '1,235', '0.5', '31', '33.33')
    """
    for size, name in LARGE:
        if abs(value) >= size:
            return f"{value / size:.6g} {name}"
    if value == int(value):
        return f"{value:,.0f}"
    return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.3g}"


def amount(row: dict[str, Any]) -> str:
    """A figure's value with its bound and unit: 'nearly 5.8 billion USD', '10–12 visits'."""
    if row["value"] is None:
        return ""
    value = number(row["value"]) + ("" if row["value_max"] is None else f"–{number(row['value_max'])}")
    return " ".join(filter(None, (row["comparator"], value, _unit(row["unit"]))))


def _unit(unit: str | None) -> str:
    if unit in (None, "count", "ordinal", "rank"):
        return ""
    return "%" if unit == "percent" else str(unit)

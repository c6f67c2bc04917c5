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
    """A figure's value with its bound and unit: 'nearly 5.8 billion USD', '31 years', '2nd'."""
    if row["value"] is None:
        return ""
    if row["unit"] in ("ordinal", "rank") and row["value_max"] is None:
        return nth(row["value"])
    value = number(row["value"]) + ("" if row["value_max"] is None else f"–{number(row['value_max'])}")
    return " ".join(filter(None, (row["comparator"], value, _unit(row))))


def nth(value: float) -> str:
    """An ordinal in figures.

    >>> nth(2), nth(11), nth(23), nth(101)
    ('2nd', '11th', '23rd', '101st')
    """
    whole = int(value)
    ending = "th" if whole % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole:,}{ending}"


def _unit(row: dict[str, Any]) -> str:
    unit, one = row["unit"], row["value"] == 1 and row["value_max"] is None
    if unit in (None, "count", "ordinal", "rank"):
        return ""
    if unit == "percent":
        return "%"
    written_out = str(unit).islower() and not str(unit).endswith("s")
    return several(str(unit)) if written_out and not one else str(unit)


def several(unit: str) -> str:
    """A unit that is written out, of more than one.

    >>> several("year"), several("century"), several("foot"), several("barrel per day"), several("cubic metre")
    ('years', 'centuries', 'feet', 'barrels per day', 'cubic metres')
    """
    word, per, rest = unit.partition(" per ")
    if word.endswith("foot"):
        return word.removesuffix("foot") + "feet" + per + rest
    plural = f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"
    return plural + per + rest

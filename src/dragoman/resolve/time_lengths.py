"""Lengths of time and what comes again and again: durations with the days they reach over, sets, vague references."""

from datetime import date

from dragoman.resolve.time_meaning import Meaning
from dragoman.resolve.time_reading import PUBLISHED, Before, Reading
from dragoman.text.calendar import Interval, add_units, day_or_none, last_of_month

LETTERS = {
    "D": "D", "W": "W", "WE": "WE", "M": "M", "Q": "Q", "Y": "Y", "DE": "Y", "CE": "Y", "TH": "H", "TM": "M", "TS": "S",
    "2W": "W",
}  # fmt: skip
TIMES = {"DE": 10, "CE": 100, "2W": 2}
HALVES = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "DE": (10, "Y"), "CE": (100, "Y")}


def length_value(amount: float, unit: str) -> str:
    """TIMEX3 value of a length; 0 is an unknown number.

    >>> length_value(2, "DE"), length_value(2.5, "TH"), length_value(0, "M"), length_value(5.5, "TH")
    ('P20Y', 'PT2H30M', 'PXM', 'PT5H30M')
    """
    clock = "T" if unit.startswith("T") else ""
    if not amount:
        return f"P{clock}X{unit if unit in ('DE', 'CE') else LETTERS.get(unit, 'D')}"
    whole, rest = divmod(amount, 1)
    if rest and unit in HALVES:
        size, finer = HALVES[unit]
        said = f"{whole * TIMES.get(unit, 1):g}{LETTERS[unit]}" if whole else ""
        more = f"{rest * size:g}{LETTERS[finer]}"
        if unit in TIMES:
            return f"P{whole * TIMES[unit] + rest * size:g}Y"
        return f"P{clock}{said}{more}" if finer.startswith("T") == bool(clock) else f"P{said}T{more}"
    return f"P{clock}{amount * TIMES.get(unit, 1):g}{LETTERS.get(unit, 'D')}"


def _amount(meaning: Meaning) -> float:
    """How many; 0 when the words leave it open: "several years", "months-long". "Year-long" is one."""
    parts = meaning.parts
    told = [float(parts[name]) for name in ("number", "halfof", "fraction", "few") if name in parts]
    return sum(told) if told or "plural" in parts else 1.0


def read_length(meaning: Meaning, before: Before) -> Reading | None:
    """ "31-year", "two and a half hours", "the past three years": the last also with the days it reaches over."""
    unit = meaning.word("unit") or meaning.word("plural")
    amount = _amount(meaning)
    days = _reach(before.today, amount, unit, meaning.number("span") or 0) if "span" in meaning.parts else None
    mod = "APPROX" if "number2" in meaning.parts else None
    return Reading("DURATION", length_value(amount, unit), days, PUBLISHED if days else None, mod=mod)


def _reach(today: date | None, amount: float, unit: str, sign: int) -> Interval | None:
    """Days from so long before today up to today, or from today on; None for parts of days and vague lengths."""
    if today is None or not amount or not sign or unit.startswith("T") or amount % 1:
        return None
    steps = int(amount) * (2 if unit == "2W" else 1)
    other = add_units(today, sign * steps, "W" if unit in ("2W", "WE") else unit)
    if other is None:
        return None
    return (other, today) if sign < 0 else (today, other)


def read_first(meaning: Meaning, before: Before) -> Reading | None:
    """ "The first ten months of 2023": a length, with the days when the year is told or plain."""
    unit, amount = meaning.word("unit"), meaning.number("number") or 0
    value = length_value(amount, unit)
    year, anchor = meaning.number("year"), None
    if year is None and before.today:
        step = meaning.word("of").partition(":")[2]
        done = unit == "M" and before.today.month > amount
        year, anchor = before.today.year + (int(step) if step else (0 if done else -1)), PUBLISHED
    if year is None or unit != "M" or not 0 < amount <= 12:
        return Reading("DURATION", value)
    begin = 1 if (meaning.number("edgeword") or 1) > 0 else 13 - amount
    start = day_or_none(year, begin, 1)
    days = (start, last_of_month(year, begin + amount - 1)) if start else None
    return Reading("DURATION", value, days, anchor)


def read_set(meaning: Meaning, before: Before) -> Reading | None:
    """Every day, twice a week, annually: how often."""
    if said := meaning.word("adverb"):
        return Reading("SET", said)
    return Reading("SET", length_value(meaning.number("other") or 1, meaning.word("unit")))


def read_set_weekday(meaning: Meaning, before: Before) -> Reading | None:
    """Every Thursday is XXXX-WXX-4."""
    return Reading("SET", f"XXXX-WXX-{meaning.number('weekday')}")


def read_set_month(meaning: Meaning, before: Before) -> Reading | None:
    """Every July is XXXX-07."""
    return Reading("SET", f"XXXX-{meaning.number('month') or 0:02d}")


def read_set_part(meaning: Meaning, before: Before) -> Reading | None:
    """Every morning is XXXX-XX-XXTMO."""
    return Reading("SET", f"XXXX-XX-XXT{meaning.word('part')}")


def read_reference(meaning: Meaning, before: Before) -> Reading | None:
    """Now, recently, soon: a vague present, past or future, which dates nothing."""
    return Reading("DATE", meaning.word("value"))

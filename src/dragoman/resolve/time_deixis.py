"""Expressions counted from somewhere: from the day of printing ("last week") or from a date before ("the next day")."""

from datetime import date

from dragoman.resolve.time_meaning import Meaning
from dragoman.resolve.time_reading import PUBLISHED, Before, Reading, first_day, shifted, symbolic
from dragoman.text.calendar import (
    add_days,
    add_months,
    day_or_none,
    days_of,
    unit_of,
    value_at,
    weekday_on_or_after,
    weekday_on_or_before,
)

LOW_CONFIDENCE = 0.6
HALF_OF = {"Y": (6, "M"), "DE": (5, "Y"), "CE": (50, "Y"), "TH": (30, "TM")}  # half a year is six months
KEEPS_GRAIN = "M Q H Y"  # "a year earlier" than a quarter is that quarter a year before


def base_of(told: str, unit: str, before: Before) -> tuple[date | None, str | None, int]:
    """The day to count from, what gave it, and how many units on: "mentioned:-1" counts from the last date read."""
    place, _, step = told.partition(":")
    if place == "mentioned" and (known := before.last(unit)):
        return first_day(known[0]), known[1], int(step)
    return before.today, PUBLISHED if before.today else None, int(step or 0)


def read_unit(meaning: Meaning, before: Before) -> Reading | None:
    """ "This week", "last month", "the following year", "that day"."""
    unit, told = meaning.word("unit"), meaning.word("which")
    if unit.startswith("T"):
        return None
    if unit == "D" and told == "published:1":
        told = "mentioned:1"  # "the next day" follows the day just told of
    base, anchor, step = base_of(told, unit, before)
    if unit == "D" and told == "mentioned:1" and anchor == PUBLISHED:
        return Reading("DATE", symbolic("D"), None, None, LOW_CONFIDENCE)  # a day that nothing told before
    sure = 1.0 if anchor != PUBLISHED or told.startswith(PUBLISHED) else LOW_CONFIDENCE
    return Reading("DATE", shifted(base, step, unit), None, anchor, sure)


def read_day_of_month(meaning: Meaning, before: Before) -> Reading | None:
    """ "The 14th of last month"."""
    base, anchor, step = base_of(meaning.word("which"), "M", before)
    month = add_months(base, step) if base else None
    number = meaning.number("day") or 1
    if month is None:
        return Reading("DATE", f"XXXX-XX-{number:02d}")
    day = day_or_none(month.year, month.month, number)
    return Reading("DATE", day.isoformat(), None, anchor) if day else None


def read_the_unit(meaning: Meaning, before: Before) -> Reading | None:
    """ "The weekend", "the quarter", "for the year": the one just told of, else the one that the day of printing gives."""
    unit = meaning.word("unit")
    if unit.startswith("T"):
        return None
    if unit != "WE" and unit != "Y" and (known := before.last(unit, unit)):
        return Reading("DATE", known[0].partition("T")[0], None, known[1], LOW_CONFIDENCE)
    step = -1 if unit == "Q" or (unit == "WE" and before.today and before.today.isoweekday() < 6) else 0
    return Reading("DATE", shifted(before.today, step, unit), None, PUBLISHED if before.today else None, LOW_CONFIDENCE)


def read_year_end(meaning: Meaning, before: Before) -> Reading | None:
    """ "By year-end": the end of the year of printing."""
    return Reading("DATE", shifted(before.today, 0, "Y"), None, PUBLISHED if before.today else None, mod="END")


def read_dayword(meaning: Meaning, before: Before) -> Reading | None:
    """Yesterday, today, tomorrow and the days beside them."""
    step = meaning.number("dayword") or meaning.number("beforeyesterday") or 0
    return Reading("DATE", shifted(before.today, step, "D"), None, PUBLISHED if before.today else None)


def read_weekday(meaning: Meaning, before: Before) -> Reading | None:
    """A weekday: by its "last" or "next", by its week, else by tense: past is the latest on or before the day of printing."""
    weekday, told = meaning.number("weekday") or 1, meaning.word("which")
    if week := meaning.word("of"):
        base, anchor, step = base_of(week, "W", before)
        monday = add_days(base, 7 * step - base.isoweekday() + 1) if base else None
        day = add_days(monday, weekday - 1) if monday else None
    else:
        base, anchor, step = base_of(told, "D", before)
        day = _weekday_from(base, weekday, told, step, meaning.tense) if base else None
        if base and (weeks := meaning.number("fromweek")):
            day = weekday_on_or_after(base, weekday) if weeks > 0 else weekday_on_or_before(base, weekday)
            day = day and add_days(day, 7 * weeks * (meaning.number("number") or 1))
    return Reading("DATE", day.isoformat() if day else f"XXXX-WXX-{weekday}", None, anchor if day else None)


def _weekday_from(base: date, weekday: int, told: str, step: int, tense: str | None) -> date | None:
    if told and step < 0:
        return (day := add_days(base, -1)) and weekday_on_or_before(day, weekday)
    if told and step > 0:
        return (day := add_days(base, 1)) and weekday_on_or_after(day, weekday)
    if told:
        return add_days(base, weekday - base.isoweekday())
    return weekday_on_or_after(base, weekday) if tense == "future" else weekday_on_or_before(base, weekday)


def read_ago(meaning: Meaning, before: Before) -> Reading | None:
    """ "Two years ago", "a week earlier", "three days later"."""
    unit, told = meaning.word("unit"), meaning.word("direction")
    amount = meaning.number("number") or meaning.number("few") or 0
    place, _, sign = told.partition(":")
    if "halfof" in meaning.parts and unit in HALF_OF:
        amount, unit = 2 * amount * HALF_OF[unit][0] + HALF_OF[unit][0], HALF_OF[unit][1]
    if not amount:
        return Reading("DATE", "PAST_REF" if sign == "-1" else "FUTURE_REF")
    if unit == "Y" and amount == 1 and sign == "-1" and (place == "mentioned" or meaning.compared):
        return _year_before(before)
    if unit.startswith("T"):
        anchor = PUBLISHED if before.today and place == PUBLISHED else None
        day = before.today.isoformat() if before.today and anchor else symbolic("D")
        return Reading("TIME", f"{day}TXX:XX", _hours_around(before.today) if anchor else None, anchor)
    step = amount * int(sign)
    if unit in ("DE", "CE"):
        step, unit = step * (10 if unit == "DE" else 100), "Y"
    base, anchor, _ = base_of(told, unit, before)
    if place == "mentioned" and anchor == PUBLISHED and step > 0:
        return Reading("DATE", symbolic(unit), None, None, LOW_CONFIDENCE)
    sure = 1.0 if place == PUBLISHED or anchor != PUBLISHED else LOW_CONFIDENCE
    about = _weeks_around(base) if unit == "Y" and step == -1 and place == PUBLISHED else None
    return Reading("DATE", shifted(base, step, unit), about, anchor, sure)


def _weeks_around(today: date | None) -> tuple[date, date] | None:
    """Four weeks to either side of the day a year before: "a year ago" is seldom the day itself, never eleven months off."""
    then = add_months(today, -12) if today else None
    first, last = (add_days(then, -28), add_days(then, 28)) if then else (None, None)
    return (first, last) if first and last else None


def _hours_around(today: date | None) -> tuple[date, date] | None:
    """An hour of the day of printing or of the night before."""
    yesterday = add_days(today, -1) if today else None
    return (yesterday, today) if yesterday and today else None


def _year_before(before: Before) -> Reading:
    """The month, quarter or half last told of, one year before; else the year before that of printing."""
    known = before.last("Y", KEEPS_GRAIN)
    unit = unit_of(known[0]) if known else None
    day = first_day(known[0]) if known else None
    if known and day and unit and (moved := add_months(day, -12)):
        return Reading("DATE", value_at(moved, unit), None, known[1], 0.8)
    return Reading("DATE", shifted(before.today, -1, "Y"), None, PUBLISHED if before.today else None, 0.8)


def read_year_earlier(meaning: Meaning, before: Before) -> Reading | None:
    """ "The year-earlier quarter", "the year-ago third quarter": a year before the period last told of."""
    if ordinal := meaning.number("ordinal"):
        known = before.last("Y")
        base = first_day(known[0]) if known else before.today
        anchor = known[1] if known else (PUBLISHED if base else None)
        return Reading("DATE", f"{base.year - 1:04d}-Q{ordinal}" if base else f"XXXX-Q{ordinal}", None, anchor)
    known = before.last("Q", "Q") if meaning.word("unit") in ("Q", "") else None
    if known is None:
        return _year_before(before)
    day = first_day(known[0])
    moved = add_months(day, -12) if day else None
    return Reading("DATE", value_at(moved, "Q") if moved else "XXXX-QX", None, known[1])


def read_year_period(meaning: Meaning, before: Before) -> Reading | None:
    """ "The 2021 quarter": the quarter last told of, in that year."""
    year, known = meaning.number("year") or 0, before.last("Q", "Q")
    quarter = known[0][-1] if known else "X"
    return Reading("DATE", f"{year:04d}-Q{quarter}", days_of(f"{year:04d}"), known[1] if known else None)


def read_part(meaning: Meaning, before: Before) -> Reading | None:
    """ "This morning", "last night", "the next morning", "at noon", "10:35 a.m.": a part of a day, and of which."""
    told = meaning.word("which")
    if told == "published:1":
        told = "mentioned:1"
    base, anchor, step = base_of(told, "D", before)
    day = shifted(base, step, "D")
    return Reading("DATE", day, None, anchor)


def clock_of(meaning: Meaning) -> str:
    """What follows the T of a value: "EV", "10:35", "17:00Z"; empty when no part of the day is told."""
    hour = meaning.number("hour")
    if hour is None:
        return meaning.word("part")
    if "ampm" in meaning.parts:
        hour = hour % 12 + (meaning.number("ampm") or 0)
    elif meaning.word("part") in ("AF", "EV") and hour < 12:
        hour += 12
    return f"{hour:02d}:{meaning.number('minute') or 0:02d}{meaning.word('zone')}"


def with_clock(reading: Reading, meaning: Meaning) -> Reading:
    """The reading with the part of the day that the words add to it."""
    clock = clock_of(meaning)
    if not clock or reading.type != "DATE" or (days_of(reading.value) is None and "XX" not in reading.value):
        return reading
    return Reading("TIME", f"{reading.value}T{clock}", reading.days, reading.anchor, reading.confidence, reading.mod)

"""Resolution: from what the words mean and the day of printing to TIMEX3 values and days."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from dragoman.records.document import Document
from dragoman.records.time import Time
from dragoman.resolve import time_dates as dates
from dragoman.resolve import time_deixis as deixis
from dragoman.resolve import time_lengths as lengths
from dragoman.resolve.time_meaning import NEED_TENSE, Meaning
from dragoman.resolve.time_reading import PUBLISHED, Before, Reading, first_day
from dragoman.text.calendar import Interval, days_of
from dragoman.text.ids import stable_id

UNGUIDED = 0.8
HALF_KNOWN = 0.5
Reader = Callable[[Meaning, Before], Reading | None]
READERS: dict[str, Reader] = {
    "day": dates.read_calendar, "month": dates.read_calendar, "quarter": dates.read_calendar,
    "half": dates.read_calendar, "season": dates.read_calendar, "numeric": dates.read_numeric,
    "day-of-month": deixis.read_day_of_month, "year": dates.read_year,
    "decade": dates.read_decade, "century": dates.read_century, "feast": dates.read_feast,
    "weekday": deixis.read_weekday, "dayword": deixis.read_dayword, "unit": deixis.read_unit,
    "the-unit": deixis.read_the_unit, "year-end": deixis.read_year_end, "ago": deixis.read_ago,
    "year-earlier": deixis.read_year_earlier, "year-period": deixis.read_year_period, "part": deixis.read_part,
    "bare-part": deixis.read_part, "clock": deixis.read_part, "first": lengths.read_first,
    "length": lengths.read_length, "span": lengths.read_length, "age": lengths.read_length, "set": lengths.read_set,
    "set-weekday": lengths.read_set_weekday, "set-part": lengths.read_set_part, "set-month": lengths.read_set_month,
    "ref": lengths.read_reference,
}  # fmt: skip


def resolve(document: Document, meanings: Iterable[Meaning]) -> list[Time]:
    """Time rows of a document. When its day of printing is an interval, a row holds what all days of it have in common."""
    said = list(meanings)
    ids = [stable_id("tm", document.id, m.start, m.end) for m in said]
    begin, end = document.published_start, document.published_end
    if begin is None or end is None:  # "not before October" anchors nothing
        begin = end = None
    first = _read_all(said, ids, begin)
    last = first if begin == end else _read_all(said, ids, end)
    undated = first if begin is None or first == last else _read_all(said, ids, None)
    rows = []
    for meaning, row, one, other, bare in zip(said, ids, first, last, undated, strict=True):
        if one and other:
            days = _hull(_days(one), _days(other))
            if one.value != other.value:
                one = replace(bare or one, anchor=one.anchor, confidence=min(one.confidence, HALF_KNOWN))
            rows.append(_row(document, meaning, row, one, days))
    return rows


def read(meaning: Meaning, before: Before) -> Reading | None:
    """What one expression comes to after those before it."""
    reader = READERS.get(meaning.kind)
    reading = reader(meaning, before) if reader else None
    return deixis.with_clock(reading, meaning) if reading else None


def _read_all(meanings: list[Meaning], ids: list[str], today: date | None) -> list[Reading | None]:
    readings: list[Reading | None] = []
    told: list[tuple[str, str]] = []
    places = {meaning.start: n for n, meaning in enumerate(meanings)}
    for meaning, row in zip(meanings, ids, strict=True):
        said = places.get(meaning.said) if meaning.said is not None else None
        if said is None:
            reading = read(meaning, Before(today, told))
        else:
            reading = _read_said(meaning, meanings[said], ids[said], Before(today, told))
        readings.append(reading)
        if reading and _moves(meaning, reading):
            told.append((reading.value, row))
    return readings


def _read_said(meaning: Meaning, day: Meaning, row: str, before: Before) -> Reading | None:
    """What an expression in a quotation comes to, counted from the day it was said."""
    said = read(day, before)
    reading = read(meaning, replace(before, today=first_day(said.value) if said else None))
    return replace(reading, anchor=row) if reading and reading.anchor == PUBLISHED else reading


def _moves(meaning: Meaning, reading: Reading) -> bool:
    """Does the story go on from here? Not from a year that it is only compared with."""
    if meaning.kind in ("year-earlier", "year-period") or (meaning.kind == "ago" and meaning.compared):
        return False
    return reading.type in ("DATE", "TIME") and days_of(reading.value) is not None


def _days(reading: Reading) -> Interval | None:
    return reading.days or (days_of(reading.value) if reading.type in ("DATE", "TIME") else None)


def _is_unguided(meaning: Meaning, reading: Reading) -> bool:
    """Was a year or week chosen without a verb that tells which way to look?"""
    told = {"which", "of", "year"} & meaning.parts.keys()
    return meaning.kind in NEED_TENSE and not told and meaning.tense is None and reading.anchor is not None


def _hull(one: Interval | None, other: Interval | None) -> Interval | None:
    return (min(one[0], other[0]), max(one[1], other[1])) if one and other else None


def _row(document: Document, meaning: Meaning, row: str, reading: Reading, days: Interval | None) -> Time:
    return Time(
        id=row,
        document=document.id,
        start=meaning.start,
        end=meaning.end,
        text=document.text[meaning.start : meaning.end],
        type=reading.type,
        value=reading.value,
        date_start=days[0] if days else None,
        date_end=days[1] if days else None,
        mod=reading.mod or meaning.mod,
        tense=meaning.tense,
        rule=meaning.rule,
        anchor=reading.anchor,
        confidence=min(reading.confidence, UNGUIDED) if _is_unguided(meaning, reading) else reading.confidence,
    )

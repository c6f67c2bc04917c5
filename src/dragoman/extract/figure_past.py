"""The level that a figure left, as a figure of its own: "up from $6.7 billion a year earlier"."""

import re
from dataclasses import replace
from datetime import date

from dragoman.extract.figure_claims import Claim
from dragoman.extract.figure_period import Period
from dragoman.extract.figure_quantities import Quantity
from dragoman.records import Document, Time

# What puts the level left one year before the one told.
YEAR_BEFORE = re.compile(
    r"\s(?:in\s)?(?:(?:the|a)\s)?(?:year|12\smonths)\s(?:earlier|ago|before)\b|\sin\sthe\ssame\speriod\s(?:a|last)\syear"
    r"|\s(?:in\s)?the\s(?:previous|preceding|prior)\s(?:(?:fiscal|financial)\b|(?:fiscal\s|financial\s)?year\b)"
)
NEAR = 24


def left_behind(claim: Claim) -> Claim | None:
    """The claim of the level left, where a level is told as well; None where only a step or nothing was left."""
    if claim.past is None or claim.level is None:
        return None
    level = claim.level
    past = claim.past
    if past.unit is None and past.kind == "bare" and _goes_without(past, level):
        past = replace(past, unit=level.unit, kind=level.kind, shared=level.shared)  # "up from 10.1 billion"
    return Claim(claim.named, past, None, None, None, claim.noun) if past.kind == level.kind else None


def _goes_without(past: Quantity, level: Quantity) -> bool:
    """May the level left do without its unit: "from 10.1 billion" dollars, "from 320,000" barrels a day?"""
    if level.kind == "money":
        return past.numeral.scaled
    return level.kind == "physical" and past.numeral.digits and level.value / 100 < past.value < level.value * 100


def past_period(document: Document, claim: Claim, times: list[Time], period: Period | None) -> Period | None:
    """The days that the level left counts: the time right behind it, or the year before the figure's own."""
    assert claim.past is not None
    end = claim.past.end
    if YEAR_BEFORE.match(document.text[end : end + 40]):
        return (_year_before(period[0]), _year_before(period[1])) if period else None
    for time in times:
        if time.type == "DATE" and 0 <= time.start - end < NEAR and time.date_start and time.date_end:
            between = document.text[end : time.start]
            return (time.date_start, time.date_end) if re.fullmatch(r"\s(?:in|during|of|for)\s(?:the\s)?", between) else None
    return None


def _year_before(day: date) -> date:
    last = day.month == 2 and day.day == 29
    return date(day.year - 1, day.month, 28 if last else day.day)

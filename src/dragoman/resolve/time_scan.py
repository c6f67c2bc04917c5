"""Recognition of time expressions: what is said ("weekday Monday", "year, one before"), not yet which day it is."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from dragoman.lexicon.time_firsts import DIGIT, TOKEN
from dragoman.lexicon.times import Part, TimeRule, TimeWords
from dragoman.records.document import Span
from dragoman.resolve.time_join import joined, led, placed, stretched
from dragoman.resolve.time_meaning import Meaning
from dragoman.text.calendar import day_or_none

LEAP_YEAR = 2000
LOOK_BACK = 40
# Classes that fill another's place.
ALIASES = {"singular": "unit", "ageunit": "unit", "side": "direction", "midday": "part", "endword": "edgeword"}


def scan(text: str, spans: Iterable[Span], words: TimeWords) -> Iterator[Meaning]:
    """Time expressions of the spans (paragraphs) of a text, in order; the longest readings, none overlapping."""
    for start, end in spans:
        found = _longest(_readings(text, start, end, words))
        found = list(led(text, joined(text, found, words.joins), words.leads, start))
        yield from placed(text, stretched(text, found, words.stretches))


def _readings(text: str, start: int, end: int, words: TimeWords) -> Iterator[tuple[int, Meaning]]:
    """What each rule reads, tried only where a word stands that it can begin with."""
    past = [start] * len(words.rules)  # a rule goes on behind what it has matched
    anywhere = words.by_first.get("", ())
    for place, word in _tokens(text, start, end):
        for order in (*words.by_first.get(word, ()), *anywhere):
            rule = words.rules[order]
            if place < past[order] or (match := rule.pattern.match(text, place, end)) is None:
                continue
            past[order] = match.end()
            if _stands(text, match, rule, start) and (meaning := _meaning(match, rule, words)):
                yield order, meaning


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Places of words, digits and marks, in small letters; all digits are alike."""
    for token in TOKEN.finditer(text, start, end):
        said = token[0]
        yield token.start(), said.lower() if said[0].isalpha() else DIGIT if said[0].isdecimal() else said


def _stands(text: str, match: re.Match[str], rule: TimeRule, start: int) -> bool:
    """Do the words around a match allow it: "2004" the year, not "2004 troops"?"""
    if rule.before_not and rule.before_not.match(text, match.end()):
        return False
    if rule.before and not rule.before.match(text, match.end()):
        return False
    if rule.after or rule.after_not:
        ahead = text[max(start, match.start() - LOOK_BACK) : match.start()]
        if rule.after_not and rule.after_not.search(ahead):
            return False
        return rule.after is None or rule.after.search(ahead) is not None
    return True


def _meaning(match: re.Match[str], rule: TimeRule, words: TimeWords) -> Meaning | None:
    parts = dict(rule.fixed)
    for group, said in match.groupdict().items():
        if said is not None:
            name = group.partition("__")[0]
            parts[ALIASES.get(name, name)] = words.classes[name.rstrip("0123456789")].value(said)
    if "spoken" in parts:  # "nineteen ninety-six"
        parts["year"] = int(parts.pop("spoken")) + (years := int(parts.pop("number", 0)))
        if years >= 100:  # "eighteen thousand jobs"
            return None
    return Meaning(match.start(), match.end(), rule.kind, parts, rule.rule) if _is_sound(parts) else None


def _is_sound(parts: dict[str, Part]) -> bool:
    """Is there such a day and hour? 31 February and 25:00 are nothing."""
    year = int(parts.get("year", LEAP_YEAR))
    if "and" in parts and int(parts["day2"]) - int(parts["day"]) != 1:
        return False  # 3 and 17 May are no stretch of days
    for month, day in (("month", "day"), ("month2", "day2")):
        if day in parts:
            named = int(parts.get(month, parts.get("month", parts.get("monthnumber", 1))))
            if day_or_none(year, named, int(parts[day])) is None:
                return False
    hour, minute = int(parts.get("hour", 0)), int(parts.get("minute", 0))
    if "ampm" in parts and not 1 <= hour <= 12:
        return False
    return hour < 24 or (hour == 24 and minute == 0)


def _longest(readings: Iterable[tuple[int, Meaning]]) -> list[Meaning]:
    ranked = sorted(readings, key=lambda r: (r[1].start - r[1].end, r[0], r[1].start))
    taken: list[Meaning] = []
    for _, meaning in ranked:
        place = bisect_right(taken, meaning.start, key=attrgetter("start"))
        free = place == 0 or taken[place - 1].end <= meaning.start
        if free and (place == len(taken) or taken[place].start >= meaning.end):
            taken.insert(place, meaning)
    return taken

"""Recognition of time expressions: what is said ("weekday Monday", "year, one before"), not yet which day it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.times import Part, TimeJoin, TimeLead, TimeRule, TimeWords, flatten
from dragoman.records.document import Span
from dragoman.text.calendar import day_or_none

LEAP_YEAR = 2000
LOOK_BACK = 40
ALIASES = {"singular": "unit", "ageunit": "unit", "side": "direction", "midday": "part"}  # classes that fill another's place
WORDS = re.compile(r"[a-z]+|\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A time expression and what its words mean, before anybody asks what day it is.

    "Monday evening" is kind weekday with the parts {weekday: 1, part: EV}.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, Part]
    rule: str
    mod: str | None = None
    tense: str | None = None
    compared: bool = False

    def number(self, name: str) -> int | None:
        """A part as a whole number; None when the words do not give it."""
        value = self.parts.get(name)
        return int(value) if isinstance(value, int | float) else None

    def word(self, name: str) -> str:
        """A part as a word; empty when the words do not give it."""
        value = self.parts.get(name)
        return value if isinstance(value, str) else ""


def scan(text: str, spans: Iterable[Span], words: TimeWords) -> Iterator[Meaning]:
    """Time expressions of the spans (paragraphs) of a text, in order; the longest readings, none overlapping."""
    for start, end in spans:
        found = _longest(_readings(text, start, end, words))
        joined = _joined(text, found, words.joins)
        yield from _led(text, joined, words.leads, start)


def _readings(text: str, start: int, end: int, words: TimeWords) -> Iterator[tuple[int, Meaning]]:
    there = {word.lower() for word in WORDS.findall(text, start, end)}
    for order, rule in enumerate(words.rules):
        if all(there & need for need in rule.needs):
            for match in rule.pattern.finditer(text, start, end):
                if _stands(text, match, rule, start) and (meaning := _meaning(match, rule, words)):
                    yield order, meaning


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
        if not any(meaning.start < other.end and other.start < meaning.end for other in taken):
            taken.append(meaning)
    return sorted(taken, key=lambda meaning: meaning.start)


def _names(meaning: Meaning) -> set[str]:
    """How joins and leads may call a meaning: by its kind, and by its unit: "unit:Y"."""
    return {meaning.kind, f"{meaning.kind}:{meaning.word('unit')}"}


def _joined(text: str, meanings: list[Meaning], joins: tuple[TimeJoin, ...]) -> list[Meaning]:
    """Meanings with those put together that are one expression: "June" and "last year"."""
    done: list[Meaning] = []
    for meaning in meanings:
        last = done[-1] if done else None
        if last and (join := _join_of(text, last, meaning, joins)):
            done[-1] = _together(last, meaning, join)
        else:
            done.append(meaning)
    return [meaning for meaning in done if meaning.kind != "tail-part"]


def _join_of(text: str, left: Meaning, right: Meaning, joins: tuple[TimeJoin, ...]) -> TimeJoin | None:
    for join in joins:
        if join.left & _names(left) and join.right & _names(right) and join.glue.fullmatch(text, left.end, right.start):
            clash = (left.parts.keys() & right.parts.keys()) - {"which", "unit"}
            return None if clash else join
    return None


def _together(left: Meaning, right: Meaning, join: TimeJoin) -> Meaning:
    """One meaning of two; it keeps the kind of the finer one, and the other's year or week under a name of its own."""
    finer, wider = (right, left) if join.rule.endswith(("#year-then-part", "#clock-then-day")) else (left, right)
    lent = {("of" if name == "which" else name): value for name, value in wider.parts.items() if name != "unit"}
    if wider.kind == "the-unit":
        lent["of"] = "mentioned:0"
    return replace(finer, start=left.start, end=right.end, parts={**lent, **finer.parts}, rule=finer.rule)


def _led(text: str, meanings: list[Meaning], leads: tuple[TimeLead, ...], start: int) -> Iterator[Meaning]:
    """Meanings with the mod that the words before them give: "early June", "more than two weeks", "since 2019"."""
    floor = start
    for meaning in meanings:
        for lead in leads:
            if meaning.kind in lead.kinds:
                low = max(floor, meaning.start - LOOK_BACK)
                if found := lead.pattern.search(text[low : meaning.start]):
                    mod = lead.mods[flatten(found["said"])]
                    begin = low + found.start() if lead.inside else meaning.start
                    meaning = replace(meaning, start=begin, mod=mod if lead.inside or not meaning.mod else meaning.mod)
        floor = meaning.end
        yield meaning

"""Expressions that belong together, and the words before them: "June" + "last year", "early June", "from ... to ..."."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.lexicon.times import Part, TimeJoin, TimeLead, TimeStretch, flatten
from dragoman.resolve.time_meaning import Meaning

LOOK_BACK = 40
CLOCKS = frozenset({"clock", "bare-part"})
DAYS = frozenset({"day", "weekday", "dayword"})
STOP = re.compile(r"[.!?](?=\s|$)|\n\n")


def _names(meaning: Meaning) -> set[str]:
    """How joins and leads may call a meaning: by its kind, and by its unit: "unit:Y"."""
    return {meaning.kind, f"{meaning.kind}:{meaning.word('unit')}"}


def joined(text: str, meanings: list[Meaning], joins: tuple[TimeJoin, ...]) -> list[Meaning]:
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
    finer, wider = (right, left) if join.keeps_right else (left, right)
    lent = {("of" if name == "which" else name): value for name, value in wider.parts.items() if name != "unit"}
    if wider.kind == "the-unit":
        lent["of"] = "mentioned:0"
    return replace(finer, start=left.start, end=right.end, parts={**lent, **finer.parts}, rule=finer.rule)


def led(text: str, meanings: list[Meaning], leads: tuple[TimeLead, ...], start: int) -> Iterator[Meaning]:
    """Meanings with the mod that the words before them give: "early June", "more than two weeks", "since 2019"."""
    floor = start
    for meaning in meanings:
        for lead in leads:
            if meaning.kind in lead.kinds and (lead.inside or not meaning.is_range):
                low = max(floor, meaning.start - LOOK_BACK)
                if found := lead.pattern.search(text[low : meaning.start]):
                    mod = lead.mods[flatten(found["said"])]
                    begin = low + found.start() if lead.inside else meaning.start
                    meaning = replace(meaning, start=begin, mod=mod if lead.inside or not meaning.mod else meaning.mod)
        floor = meaning.end
        yield meaning


def stretched(text: str, meanings: list[Meaning], stretches: tuple[TimeStretch, ...]) -> list[Meaning]:
    """Meanings with the ends of stretches marked: "from 2019 to 2021", "between March and May 2022" (both of 2022)."""
    done = list(meanings)
    for n, (left, right) in enumerate(pairwise(meanings)):
        for stretch in stretches:
            ahead = text[max(0, left.start - LOOK_BACK) : left.start]
            glue = stretch.glue.fullmatch(text, left.end, right.start)
            if glue and {left.kind, right.kind} <= stretch.kinds and stretch.opens.search(ahead):
                done[n] = replace(left, mod="ON_OR_AFTER", parts={**_lent(left, right), **left.parts})
                done[n + 1] = replace(right, mod="ON_OR_BEFORE")
    return done


def placed(text: str, meanings: list[Meaning]) -> Iterator[Meaning]:
    """Meanings with clock times set on the day just told in their sentence: "on Tuesday the jet rose at 18:00 GMT"."""
    last: Meaning | None = None
    for meaning in meanings:
        if meaning.kind in CLOCKS and last and last.kind in DAYS and not STOP.search(text, last.end, meaning.start):
            meaning = replace(meaning, parts={"which": "mentioned:0", **meaning.parts})
        yield meaning
        last = meaning


def _lent(left: Meaning, right: Meaning) -> dict[str, Part]:
    """The year of the later end, for an earlier one that has none."""
    if "month" not in left.parts or {"year", "of", "which"} & left.parts.keys() or "month" not in right.parts:
        return {}
    if (left.number("month") or 0) > (right.number("month") or 0):
        return {}
    return {name: right.parts[name] for name in ("year", "of") if name in right.parts}

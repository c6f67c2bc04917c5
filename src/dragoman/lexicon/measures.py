"""Measures, units, currencies, bounds and words of change: words/measures.toml, units.csv, currencies.csv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from dragoman.lexicon.files import Complaint, Row, entries
from dragoman.lexicon.units import Unit, Units, check_units
from dragoman.text.number_words import ORDINALS, PARTS, SCALES, SMALL

FILE = "measures.toml"
KINDS = frozenset({"money", "share", "count", "bare", "ordinal", "rank", "time", "physical"})
TIMES_OF_DAY = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "millisecond"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A thing that figures measure: the words that name it and those that bring in its owner and partner."""

    id: str
    rule: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    giving: tuple[str, ...] = ()
    receiving: tuple[str, ...] = ()
    motion: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    deaths: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    hosting: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    thanking: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    living: tuple[str, ...] = ()
    making: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    gifts: tuple[str, ...] = ()
    tellers: tuple[str, ...] = ()
    uprooted: bool = False
    least: int = 0
    units: tuple[str, ...] = ()
    owner_by: tuple[str, ...] = ()
    partner_by: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sign: int = 1
    mutual: bool = False
    ownerless: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A word that moves a figure: up, down, or by a multiple."""

    id: str
    sign: int
    times: float | None
    verbs: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is known of measures before reading; the compiled expressions are matched beside a number."""

    measures: tuple[Measure, ...]
    ranks: tuple[Measure, ...]
    changes: tuple[Change, ...]
    units: dict[str, Unit]
    symbols: dict[str, Unit]
    signs: dict[str, Unit]
    money_of: dict[str, dict[str, str]]  # state -> shared word of money -> code
    si: dict[str, tuple[str, float]]  # unit -> dimension, and what one is in the SI's unit of it
    bounds: dict[str, str]
    bounds_after: dict[str, str]
    exact: frozenset[str]
    unit_after: re.Pattern[str]
    sign_before: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]
    number_words: frozenset[str]
    named_before: re.Pattern[str]
    moving: frozenset[str]
    firsts: frozenset[str]
    fiscal: dict[str, tuple[int, int]]
    of_kind: dict[str, tuple[Measure, ...]]  # kind of unit -> measures that a noun or verb names
    ends: frozenset[str]  # last words of the nouns that name them
    acts: frozenset[str]  # and the verbs

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The words of figures, the user's folder laid over ours."""
        units = Units.load(folders)
        comparators = list(entries(FILE, "comparator", folders))
        before = {p: str(c.cells["id"]) for c in comparators for p in c.list("before")}
        after = {p: str(c.cells["id"]) for c in comparators for p in c.list("after")}
        exact = frozenset(p for c in comparators if c.cells.get("exact") for p in c.list("before"))
        named = {w: row.rule for row in entries(FILE, "named", folders) for w in row.list("before")}
        changes = tuple(_change(row) for row in entries(FILE, "change", folders))
        firsts = {w: row.rule for row in entries(FILE, "first", folders) for w in row.list("words")}
        measures = tuple(_measure(row) for row in entries(FILE, "measure", folders))
        named_so = [m for m in measures if "time" not in m.kinds and not m.uprooted]
        counting = {**SMALL, **SCALES, **ORDINALS, **PARTS, **firsts}
        return cls(
            measures,
            tuple(_measure(row) for row in entries(FILE, "rank", folders)),
            changes,
            units.words, units.symbols, units.signs, units.money_of, units.si, before, after, exact,
            units.pattern(),
            re.compile(rf"(?<![A-Za-z])(?:{_either(units.signs)})\s?$"),
            re.compile(rf"(?:^|(?<=[\s(\"“‘'–—-]))(?:{_either(before)})[\s\-]*[\"“‘']?\s*$", re.IGNORECASE),
            re.compile(rf"[\"”’']?[\s]*(?:{_either(after)})(?![A-Za-z])", re.IGNORECASE),
            frozenset(counting) | {f"{word}s" for word in counting},
            re.compile(rf"\b(?:{_either(named)})[\s\-]*$"),
            frozenset(word for change in changes for word in change.verbs | change.nouns),
            frozenset(firsts),
            {state: _day(row) for row in entries(FILE, "fiscal", folders) for state in row.list("states")},
            {kind: tuple(m for m in named_so if kind in m.kinds) for kind in KINDS},
            frozenset(noun.split(" ")[-1] for m in named_so for noun in m.nouns),
            frozenset(verb for m in named_so for verb in m.verbs),
        )  # fmt: skip


def _either(phrases: dict[str, Any]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))


LISTS = (
    "nouns", "verbs", "counted", "giving", "receiving", "motion", "persons", "deaths", "held", "having", "hosting", "units",
    "acts", "unlike", "sums", "thanking", "lands", "towns", "living", "making", "flows",
    "gifts", "tellers", "owner_by", "partner_by", "kinds",
)  # fmt: skip


def _measure(row: Row) -> Measure:
    lists = {name: row.list("not" if name == "unlike" else name) for name in LISTS}
    return Measure(
        id=row.text("measure") or row.text("id"), rule=row.rule,
        sign=int(row.cells.get("sign", 1)), least=int(row.cells.get("least", 0)),
        mutual=bool(row.cells.get("mutual") or row.cells.get("partner")), ownerless=bool(row.cells.get("ownerless")),
        uprooted=bool(row.cells.get("uprooted")), **lists,
    )  # fmt: skip


def _day(row: Row) -> tuple[int, int]:
    """Month and day: "04-01"."""
    month, _, day = row.text("starts").partition("-")
    return int(month), int(day)


def _change(row: Row) -> Change:
    times = row.cells.get("times")
    return Change(
        str(row.cells["id"]), int(row.cells.get("sign", 1)), float(times) if times else None,
        frozenset(row.list("verbs")), frozenset(row.list("nouns")), frozenset(row.list("adverbs")),
    )  # fmt: skip


def check_measures(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong in the words of figures, with the remedy."""
    for kind in ("measure", "rank", "comparator", "change", "named", "first", "fiscal"):
        for row in entries(FILE, kind, folders):
            if not row.cells.get("examples"):
                yield Complaint(row.place, f"'{row.cells['id']}' has no example: add one sentence that it must read")
            if kind == "measure" and (odd := set(row.list("kinds")) - KINDS):
                yield Complaint(row.place, f"kinds {sorted(odd)} are unknown: use {', '.join(sorted(KINDS))}")
            if kind == "change" and row.cells.get("sign") not in (1, -1):
                yield Complaint(row.place, "sign must be 1 (up) or -1 (down)")
    yield from check_units(folders)

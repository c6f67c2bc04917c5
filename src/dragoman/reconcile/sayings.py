"""One statement in several pages: the same words quoted again, or the same speaker's words in another translation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from zlib import crc32

from dragoman.reconcile.days import shifted
from dragoman.reconcile.groups import by_key, components, pairs
from dragoman.reconcile.stems import COMMON, short_stem
from dragoman.records.entity import Entity
from dragoman.records.statement import Statement

WORD = re.compile(r"\w+(?:['’]\w+)?")
RUN, LEAST_WORDS = 5, 6
QUOTED, TRANSLATED = 0.7, 0.6
MARKING, LEAST_STEMS = 6, 5
SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement ready to be compared: its runs of five words, and the stems of its words."""

    statement: Statement
    runs: frozenset[int]
    stems: frozenset[str]


def group_statements(statements: list[Statement], entities: list[Entity]) -> list[list[Statement]]:
    """Statements that are one, in groups of two and more: "no third party" in Xinhua's English and in BelTA's."""
    known = {entity.id: entity for entity in entities}
    by_id = {one.id: one for one in sorted(statements, key=lambda s: s.id)}
    links = ((a.id, b.id) for a, b in like_sayings(list(by_id.values())) if may_be_one(a, b, known))
    return [[by_id[name] for name in group] for group in components(by_id, links) if len(group) > 1]


def like_sayings(statements: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs whose words are the same, whoever is named as their speaker."""
    made = [one for one in map(saying, statements) if one.runs]
    met: set[tuple[str, str]] = set()
    for _, group in sorted(by_key(made, _keys).items()):
        for a, b in pairs(group):
            names = (a.statement.id, b.statement.id)
            if names not in met and _alike(a, b):
                yield a.statement, b.statement
            met.add(names)


def saying(statement: Statement) -> Saying:
    """What a statement is compared by; one of few words has no runs and is like no other."""
    words = [word.lower() for word in WORD.findall(statement.text)]
    runs = {crc32(" ".join(words[n : n + RUN]).encode()) for n in range(len(words) - RUN + 1)}
    stems = {short_stem(word) for word in words if len(word) > 3 and word not in COMMON}
    return Saying(statement, frozenset(runs if len(words) >= LEAST_WORDS else ()), frozenset(stems))


def _keys(one: Saying) -> Iterator[tuple[str, str]]:
    yield from (("run", str(run)) for run in sorted(one.runs)[:MARKING])
    if one.statement.speaker:
        longest = sorted(one.stems, key=lambda s: (-len(s), s))
        yield from ((one.statement.speaker, word) for word in longest[:MARKING])


def _alike(a: Saying, b: Saying) -> bool:
    """Do they share most of the shorter one's runs; or, of one speaker at one time, most of its stems?"""
    if len(a.runs & b.runs) >= QUOTED * min(len(a.runs), len(b.runs)):
        return True
    shared = len(a.stems & b.stems)
    same_speaker = a.statement.speaker is not None and a.statement.speaker == b.statement.speaker
    enough = shared >= LEAST_STEMS and shared >= TRANSLATED * max(len(a.stems), len(b.stems))
    return same_speaker and enough and _one_time(a.statement, b.statement)


def _one_time(a: Statement, b: Statement) -> bool:
    """Is there no day that tells them apart?"""
    for one, other in ((a, b), (b, a)):
        if one.date_end is not None and other.date_start is not None and shifted(one.date_end, SLACK) < other.date_start:
            return False
    return True


def may_be_one(a: Statement, b: Statement, known: dict[str, Entity]) -> bool:
    """May the speakers be one: the same, one of them unknown, or a state and who speaks for it?"""
    one, other = a.speaker, b.speaker
    if one is None or other is None or one == other or one in b.via or other in a.via:
        return True
    first, second = known.get(one), known.get(other)
    if first is None or second is None or "media" in (first.kind, second.kind):
        return True
    same_state = first.country is not None and first.country == second.country
    return same_state and not first.kind == second.kind == "person"

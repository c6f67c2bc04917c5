"""Which two mentions report one happening: keys bring them together, a comparison decides."""

import re
from collections.abc import Iterator
from datetime import timedelta

from dragoman.reconcile.event_facts import MONTHS, TIGHT, Facts, Reader, Sure, keys
from dragoman.reconcile.groups import by_key, pairs
from dragoman.reconcile.parties import can_be_same
from dragoman.records.event import EventMention

BY_DOING = re.compile(r"\bby\s+$")
SHARED_WORDS = 3
PRINTED_LATER = timedelta(days=6)
COMPARED = 20


def links(mentions: list[EventMention], reader: Reader) -> Iterator[tuple[str, str]]:
    """Pairs that report one happening; but for copies no chain of pairs joins two different days."""
    everything = [reader.facts(mention) for mention in mentions]
    sure = Sure(everything)
    joined: dict[str, list[Facts]] = {}
    for _, group in sorted(by_key(everything, keys).items()):
        ordered = sorted(group, key=lambda f: (f.width, f.days is None, f.days or (), f.mention.id))
        for a, b in pairs(ordered) if len(ordered) > 1 else ():
            ours, theirs = joined.get(a.mention.id, [a]), joined.get(b.mention.id, [b])
            if ours is not theirs and same(a, b, sure, reader) and _compatible(ours, theirs):
                merged = ours + theirs
                for one in merged:
                    joined[one.mention.id] = merged
                yield a.mention.id, b.mention.id


def _compatible(ours: list[Facts], theirs: list[Facts]) -> bool:
    """May everything joined with one be joined with everything joined with the other?"""
    return all(not differ(x, y) for x in ours[:COMPARED] for y in theirs[:COMPARED])


def same(a: Facts, b: Facts, sure: Sure, reader: Reader) -> bool:
    """Do two mentions between the same states report one happening?"""
    if differ(a, b):
        return False
    if _copied(a, b):
        return True
    if a.mention.document == b.mention.document and _by_doing(a, b, reader):
        return True
    if a.act != b.act or (not a.is_meeting and a.directed != b.directed):
        return False
    if a.days is None or b.days is None:
        return _undated(a, b)
    if not a.is_meeting and not _alike(a, b):
        return False
    return (a.width <= TIGHT and b.width <= TIGHT) or _only_one_inside(a, b, sure)


def differ(a: Facts, b: Facts) -> bool:
    """Does anything tell two mentions apart: their days, people, places, ordinals, a denial?"""
    if _copied(a, b):
        return False
    if a.days is not None and b.days is not None and (a.days[1] < b.days[0] or b.days[1] < a.days[0]):
        return True
    one, other = a.mention, b.mention
    if (one.status == "negated") != (other.status == "negated"):
        return True
    if one.place and other.place and one.document != other.document and not _same_place(one.place, other.place):
        return True
    ordinals_differ = bool(a.ordinals) and bool(b.ordinals) and not a.ordinals & b.ordinals
    return ordinals_differ or not can_be_same(a.people, b.people)


def _copied(a: Facts, b: Facts) -> bool:
    """Is it one clause, printed by a page and by its copy?"""
    if a.origin != b.origin or a.mention.document == b.mention.document or a.mention.rule != b.mention.rule:
        return False
    if a.days is not None and b.days is not None and abs(a.days[0] - b.days[0]) > PRINTED_LATER:
        return False  # the same words a month later: it happened again
    return len(a.words & b.words) * 5 >= len(a.words | b.words) * 4


def _same_place(a: str, b: str) -> bool:
    """ "Beijing" and "the Great Hall in Beijing" are; a hall and a town may be: only two towns differ for sure."""
    if {a, b} & MONTHS:
        return True
    one, other = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return one in other or other in one or " " in one or " " in other


def _by_doing(a: Facts, b: Facts, reader: Reader) -> bool:
    """ "backed the invasion by allowing Moscow to use its territory": one act told as the other's means."""
    first, second = sorted((a.mention, b.mention), key=lambda m: m.trigger_start)
    before = reader.text.get(first.document, "")[max(0, second.trigger_start - 8) : second.trigger_start]
    inside = first.start <= second.trigger_start < first.end + 60
    return inside and bool(BY_DOING.search(before)) and a.directed[0] == b.directed[0]


def _alike(a: Facts, b: Facts) -> bool:
    """Do two sentences share enough words, or the entry of the act and two of its words?"""
    shared = len(a.words & b.words)
    return shared >= SHARED_WORDS or (a.mention.rule.split()[0] == b.mention.rule.split()[0] and shared >= 2)


def _undated(a: Facts, b: Facts) -> bool:
    """A mention without a day joins one of its own document, or of its story, that tells the same."""
    if a.mention.document == b.mention.document:
        return (a.is_meeting and bool(a.people) and a.people == b.people) or _alike(a, b)
    return _alike(a, b) and (a.story == b.story or not a.is_meeting)


def _only_one_inside(a: Facts, b: Facts, sure: Sure) -> bool:
    """Is there but one day that "in March" can mean?"""
    wide = max((a, b), key=lambda f: (f.width, f.mention.id))
    inside = [f.days[0] for f in sure.inside(wide) if f.days and can_be_same(f.people, wide.people)]
    return bool(inside) and max(inside) - min(inside) <= TIGHT

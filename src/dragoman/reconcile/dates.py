"""Days of publication that other pages prove, and bounds that the page's own facts set."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.lexicon.names import Names
from dragoman.reconcile.date_bounds import Bounds, bounds_of, is_dated
from dragoman.reconcile.date_copies import date_by_copies
from dragoman.reconcile.days import shifted
from dragoman.reconcile.event_facts import ORDINAL, act_of
from dragoman.reconcile.groups import by_key
from dragoman.reconcile.parties import Parties, can_be_same
from dragoman.records.across import Copy, Dating
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.figure import Figure
from dragoman.records.relation import Relation
from dragoman.records.time import Time

WEEKDAY = "XXXX-WXX-"
AFTERWARDS, WEEK = timedelta(days=2), timedelta(days=6)
LONGEST_BOUNDS = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting that an undated page puts on a weekday, or counts: "their second meeting this year"."""

    mention: EventMention
    weekday: int | None
    ahead: bool

    @property
    def ordinals(self) -> frozenset[str]:
        """Which of several it is: "second"."""
        return ordinals_of(self.mention)


def ordinals_of(mention: EventMention) -> frozenset[str]:
    """The ordinals in a report: "second"; a first time is told of much."""
    return frozenset(word.lower() for word in ORDINAL.findall(mention.text)) - {"first"}


@dataclass(frozen=True, slots=True)
class Match:
    """A day on which a dated page has the same meeting."""

    day: date
    told: Told
    proof: EventMention
    weight: int


def date_documents(
    documents: list[Document], event_mentions: list[EventMention], times: list[Time], figures: list[Figure],
    relations: list[Relation], entities: list[Entity], copies: list[Copy], names: Names,
) -> Iterator[Dating]:  # fmt: skip
    """A dating for each page without a day that others, or its own facts, can date.

    "Lukashenko held talks with Xi in Beijing on Monday" has no date; a dated page has the same talks on Monday, 4 December 2023.
    Only pages that carry a day of their own date others, so no page is dated by one that it dated.
    """
    parties = Parties(entities)
    dated = {d.id: d for d in documents if is_dated(d)}
    known = _known(event_mentions, dated, parties)
    mine = by_key(event_mentions, lambda mention: [mention.document])
    spoken = by_key(times, lambda time: [time.document])
    twins = by_key(copies, lambda copy: [copy.document, copy.source])
    facts = bounds_of(documents, times, figures, relations, event_mentions, names)
    for document in sorted(documents, key=lambda d: d.id):
        if document.id not in dated:
            bounds = facts.get(document.id, Bounds())
            told = list(_told(document, mine.get(document.id, []), spoken.get(document.id, [])))
            found = [match for one in told for match in _matches(one, known, parties) if bounds.allow(match.day)]
            dating = (
                _by_others(document, found, told)
                or date_by_copies(document, twins, dated, bounds)
                or _by_bounds(document, bounds)
            )
            if dating is not None:
                yield dating


def _key(mention: EventMention, parties: Parties) -> tuple[str, ...]:
    return (act_of(mention), *parties.states(mention))


def _known(
    mentions: list[EventMention], dated: dict[str, Document], parties: Parties
) -> dict[tuple[str, ...], list[EventMention]]:
    """Events on one sure day in dated pages, by act and states."""
    found: dict[tuple[str, ...], list[EventMention]] = {}
    for mention in sorted(mentions, key=lambda m: m.id):
        one_day = mention.date_start is not None and mention.date_start == mention.date_end
        if one_day and mention.document in dated and mention.status in ("actual", "future"):
            found.setdefault(_key(mention, parties), []).append(mention)
    return found


def _told(document: Document, mentions: list[EventMention], times: list[Time]) -> Iterator[Told]:
    """Events of an undated page that stand with a weekday, or that it counts."""
    named = [(time, _weekday(time)) for time in times]
    for mention in mentions:
        for time, weekday in named:
            if weekday is not None and mention.start <= time.start < mention.end + 1 and mention.status in ("actual", "future"):
                yield Told(mention, weekday, mention.status == "future")
        if ordinals_of(mention) and mention.status == "actual":
            yield Told(mention, None, False)


def _weekday(time: Time) -> int | None:
    """Monday is 0; None when the expression names no weekday that nothing anchors."""
    found = time.type in ("DATE", "TIME") and time.value.startswith(WEEKDAY) and time.value[len(WEEKDAY) : len(WEEKDAY) + 1]
    return int(found) - 1 if found and found.isdigit() else None


def _matches(told: Told, known: dict[tuple[str, ...], list[EventMention]], parties: Parties) -> Iterator[Match]:
    """The same meeting on the same weekday in dated pages; two named people weigh more than two states."""
    for other in known.get(_key(told.mention, parties), []):
        day = other.date_start
        if (
            day is None
            or not _may_be_then(told, other, day)
            or not can_be_same(parties.people(told.mention), parties.people(other))
        ):
            continue
        mine, theirs = parties.people(told.mention), parties.people(other)
        shared = sum(bool(mine.get(state, set()) & people) for state, people in theirs.items())
        place = bool(told.mention.place) and told.mention.place == other.place
        if shared:
            yield Match(day, told, other, shared + place + bool(told.ordinals & ordinals_of(other)))


def _may_be_then(told: Told, other: EventMention, day: date) -> bool:
    """Is it the same weekday; for what is only counted, the same count? "Second" and "third" are never one meeting."""
    counted = ordinals_of(other)
    if told.ordinals and counted and not told.ordinals & counted:
        return False
    return bool(told.ordinals & counted) if told.weekday is None else day.weekday() == told.weekday


def _by_others(document: Document, found: list[Match], told: list[Told]) -> Dating | None:
    """The day that the matches agree on; None when two days are about as well supported."""
    support = Counter[date]()
    for match in {(m.day, m.told.mention.id): m for m in sorted(found, key=lambda m: m.weight)}.values():
        support[match.day] += match.weight
    ranked = sorted(support.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    day = ranked[0][0]
    proofs = [match for match in found if match.day == day]
    tenses = {one.ahead for one in told if one.weekday == day.weekday()}
    # "will meet on Monday" is told in the week before; with "arrived on Monday" beside it, on the day itself.
    start, end = (shifted(day, -WEEK), day) if tenses == {True} else (day, day if True in tenses else shifted(day, AFTERWARDS))
    return Dating(
        document=document.id, start=start, end=end, published_from="other_document",
        evidence=tuple(dict.fromkeys(_evidence(proofs))),
    )  # fmt: skip


def _evidence(proofs: list[Match]) -> Iterator[str]:
    for match in sorted(proofs, key=lambda m: (-m.weight, m.told.mention.start, m.proof.id))[:4]:
        yield f"{match.told.mention.start}-{match.told.mention.end}"
        yield f"{match.proof.document}:{match.proof.start}-{match.proof.end}"


def _by_bounds(document: Document, bounds: Bounds) -> Dating | None:
    """The interval that the page's own facts leave, when it is no longer than three years."""
    if bounds.first is None or bounds.last is None or not timedelta(0) <= bounds.last - bounds.first <= LONGEST_BOUNDS:
        return None
    start, end = document.published_start, document.published_end
    if start is not None and end is not None and end - start <= bounds.last - bounds.first:
        return None
    return Dating(document=document.id, start=bounds.first, end=bounds.last, published_from="bounds", evidence=bounds.evidence)

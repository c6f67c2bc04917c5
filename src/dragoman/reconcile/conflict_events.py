"""One meeting that two sources put on different days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.reconcile.calling import Calling, day, listed
from dragoman.reconcile.event_facts import MEETING, act_of
from dragoman.reconcile.groups import by_key, pairs
from dragoman.reconcile.parties import Parties
from dragoman.records.across import Conflict, Member
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.text.ids import stable_id

AGAIN = re.compile(r"\b(again|second|third|another|also|later|earlier|next|both days|two-day|three-day)\b", re.IGNORECASE)
APART, PRINTED_APART = timedelta(days=3), timedelta(days=14)
MOST_MEMBERS = 10
Side = list[EventMention]


def event_conflicts(
    documents: list[Document], mentions: list[EventMention], entities: list[Entity], called: Calling, origins: dict[str, str]
) -> Iterator[Conflict]:
    """Meetings of the same people in the same place, a few days apart by two sources of one week.

    Who meets on two days in a row is told so by some page, and is no conflict.
    """
    parties = Parties(entities)
    printed = {d.id: d.published_start for d in documents}
    told = [m for m in sorted(mentions, key=lambda m: m.id) if _is_sure(m, parties)]
    for _, group in sorted(by_key(told, lambda m: [_key(m, parties)]).items()):
        days = by_key(group, lambda m: [m.date_start])
        for (one, side), (other, facing) in pairs(sorted(days.items(), key=lambda item: str(item[0]))):
            if one is not None and other is not None and abs(one - other) <= APART and _disagree(side, facing, printed, origins):
                yield _conflict(side[:MOST_MEMBERS], facing[:MOST_MEMBERS], one, other, called)


def _is_sure(mention: EventMention, parties: Parties) -> bool:
    """Is it a meeting of named people that the page itself puts on one day?"""
    one_day = mention.date_start is not None and mention.date_start == mention.date_end
    dated = one_day and (mention.date_from or "").startswith("times") and mention.place is not None
    if not dated or mention.status != "actual" or act_of(mention) not in MEETING or AGAIN.search(mention.text):
        return False
    return len(parties.people(mention)) == len(parties.states(mention)) > 1


def _key(mention: EventMention, parties: Parties) -> tuple[str, ...]:
    people = sorted(name for named in parties.people(mention).values() for name in named)
    return ((mention.place or "").split()[-1].lower(), *people)


def _disagree(side: Side, facing: Side, printed: dict[str, date | None], origins: dict[str, str]) -> bool:
    """Do no two reports of the sides share an origin, and were all printed about the same time?"""
    mine, theirs = ({origins.get(m.document, m.document) for m in one} for one in (side, facing))
    days = [when for m in (*side, *facing) if (when := printed.get(m.document)) is not None]
    return not mine & theirs and len(days) > 1 and max(days) - min(days) <= PRINTED_APART


def _conflict(side: Side, facing: Side, one: date, other: date, called: Calling) -> Conflict:
    first = side[0]
    met = f"when {listed(called.entity(name) for name in (*first.actors, *first.recipients))} met in {first.place}"
    told = ", ".join(f"on {day(when)} [{called.several(m.document for m in s)}]" for when, s in ((one, side), (other, facing)))
    return Conflict(
        id=stable_id("cf", "day", *sorted(m.id for m in (*side, *facing))), kind="date", slot=met,
        members=tuple(Member(table="event_mentions", id=m.id) for m in (*side, *facing)), reason="other source",
        explanation=f"{met[:1].upper()}{met[1:]}: {told}: different sources.",
    )  # fmt: skip

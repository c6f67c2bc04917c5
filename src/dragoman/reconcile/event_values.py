"""What an event takes from its mentions: the best-supported of each value."""

from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date
from typing import TypeVar

from dragoman.reconcile.origins import independent
from dragoman.records.event import Event, EventMention
from dragoman.text.ids import stable_id

T = TypeVar("T", bound=Hashable)
STATUSES = ("actual", "negated", "future", "hypothetical")
Days = dict[str, tuple[date | None, date | None]]


def event_of(mentions: list[EventMention], sources: dict[str, str], outlets: dict[str, str | None], days: Days) -> Event:
    """One event from its mentions; a plan that came true is actual."""
    status = min((mention.status for mention in mentions), key=lambda s: STATUSES.index(s) if s in STATUSES else len(STATUSES))
    telling = [mention for mention in mentions if mention.status == status]
    best = max(telling, key=_weight)
    start, end = interval(mentions)
    documents = tuple(dict.fromkeys(sorted(mention.document for mention in mentions)))
    reported = [first for name in documents if (first := days.get(name, (None, None))[0]) is not None]
    actors, recipients = _sides(telling)
    return Event(
        id=stable_id("ev", mentions[0].id), event_type=_most(m.event_type for m in telling) or best.event_type,
        mode=tuple(sorted({mode for mention in telling for mode in mention.mode})), cameo=best.cameo, quad=best.quad,
        score=best.score, actors=actors, recipients=recipients, date_start=start, date_end=end,
        place=_most(m.place for m in mentions if m.place), status=status, mentions=tuple(m.id for m in mentions),
        documents=documents, origins=independent([(m.document, m.via) for m in mentions], sources),
        outlets=len({outlets.get(name) or name for name in documents}), first_reported=min(reported, default=None),
    )  # fmt: skip


def _weight(mention: EventMention) -> tuple[float, int, str]:
    return mention.confidence, len(mention.actors) + len(mention.recipients), mention.id


def _most(values: Iterable[T]) -> T | None:
    """The value given most often; of equals the least by its name."""
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _sides(mentions: list[EventMention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients that most mentions give; of equals those that name most."""
    counted = Counter((mention.actors, mention.recipients) for mention in mentions)
    return min(counted, key=lambda sides: (-counted[sides], -len(sides[0]) - len(sides[1]), sides))


def interval(mentions: list[EventMention]) -> tuple[date | None, date | None]:
    """The narrowest interval that most dated mentions agree with."""
    dated = [(m.date_start, m.date_end or date.max) for m in mentions if m.date_start is not None]
    spans = [(start, end) for start, end in dated if start is not None and end is not None]
    if not spans:
        return None, None
    agreed = Counter({span: sum(span[0] >= s and span[1] <= e for s, e in spans) for span in spans})
    start, end = min(agreed, key=lambda span: (-agreed[span], span[1] - span[0], span))
    return start, None if end == date.max else end

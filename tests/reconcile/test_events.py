"""Mentions in, events out: made by hand, so that each rule of joining is seen alone; and piles of mentions stay cheap."""

import random
import time
from datetime import date, timedelta

import pytest

from dragoman.reconcile.events import join_events
from dragoman.records import Document, Entity, EventMention
from dragoman.text.ids import stable_id

PEOPLE = {"ruto": "KEN", "museveni": "UGA", "raila": "KEN"}
ENTITIES = [Entity(id=s, name=s, kind="state", country=s) for s in ("KEN", "UGA", "RWA", "TZA")]
ENTITIES += [Entity(id=p, name=p.title(), kind="person", country=s) for p, s in PEOPLE.items()]


def report(page: str, day: str | None, **told) -> EventMention:
    """A report of a meeting on a day, or between two days ("2024-03-01..2024-03-31")."""
    first, _, last = (day or "").partition("..")
    base = {
        "document": page, "start": 0, "end": 20, "text": "Ruto met Museveni", "trigger_start": 5, "trigger_end": 8,
        "event_type": "CONSULT",
        "quad": 1, "actors": ("ruto", "museveni"), "rule": "events/consult.toml#meet", "confidence": 0.9, "date_from": "times:t1",
        "date_start": date.fromisoformat(first) if first else None,
        "date_end": date.fromisoformat(last or first) if first else None,
    }  # fmt: skip
    base.update(told)
    return EventMention(id=stable_id("evm", page, day, *map(str, told.items())), **base)


def page(name: str, text: str = "Ruto met Museveni", outlet: str | None = None) -> Document:
    return Document(id=name, uri=name, content_sha256="", text=text, body=((0, len(text)),), outlet=outlet or name)


def events(*mentions: EventMention) -> list:
    pages = [page(name) for name in sorted({m.document for m in mentions})]
    return list(join_events(pages, list(mentions), [], ENTITIES, [], []))


DAY = report("a", "2024-03-06")
JOINED = [
    ("the same day in two pages", report("b", "2024-03-06")),
    ("the month in one, the day in the other", report("b", "2024-03-01..2024-03-31")),
    ("announced", report("b", "2024-03-06", status="future", event_type="AGREE")),
    ("the states where the other names the leaders", report("b", "2024-03-06", actors=("KEN", "UGA"))),
    ("a hall of the town", report("b", "2024-03-06", place="State House in Entebbe")),
]
PARTED = [
    ("another day", report("b", "2024-03-09")),
    ("another month", report("b", "2024-04-01..2024-04-30")),
    ("another person for the same state", report("b", "2024-03-06", actors=("raila", "museveni"))),
    ("another state", report("b", "2024-03-06", actors=("ruto", "RWA"))),
    ("denied", report("b", "2024-03-06", status="negated")),
    ("no day and another page", report("b", None)),
    ("told to happen often", report("b", "2024-01-01..2024-12-31", text="Ruto met Museveni several times")),
    ("an act of another kind", report("b", "2024-03-06", rule="events/accuse.toml#accuse", event_type="ACCUSE")),
    ("counted as another", report("b", "2024-01-01..2024-12-31", text="their third meeting")),
]


@pytest.mark.parametrize(("why", "other"), JOINED, ids=lambda v: v if isinstance(v, str) else "")
def test_one_event(why, other):
    (event,) = events(DAY, other)
    assert set(event.mentions) == {DAY.id, other.id}
    assert (event.status, event.date_start, event.date_end) == ("actual", date(2024, 3, 6), date(2024, 3, 6))


@pytest.mark.parametrize(("why", "other"), PARTED, ids=lambda v: v if isinstance(v, str) else "")
def test_two_events(why, other):
    first = report("a", "2024-03-06", text="their second meeting") if "counted" in why else DAY
    assert len(events(first, other)) == 2


def test_a_month_with_two_meetings_joins_neither():
    found = events(DAY, report("b", "2024-03-27"), report("c", "2024-03-01..2024-03-31"))
    assert len(found) == 3


def test_no_chain_joins_two_days():
    """A wide interval may lie around both days; it must not make one event of them."""
    wide = report("c", "2024-03-05..2024-03-08")
    for event in events(DAY, report("b", "2024-03-08"), wide):
        assert len(set(event.mentions)) <= 2


def test_every_mention_has_one_event():
    mentions = [report(f"p{n}", f"2024-03-{n % 28 + 1:02}") for n in range(60)]
    found = events(*mentions)
    assert sorted(m for e in found for m in e.mentions) == sorted(m.id for m in mentions)


def test_copies_count_once():
    pages = [page("a", outlet="A"), page("b", outlet="B")]
    from dragoman.records import Copy

    copy = Copy(id="c", document="b", source="a", kind="exact", share=1.0)
    (event,) = join_events(pages, [DAY, report("b", "2024-03-06")], [], ENTITIES, [copy], [])
    assert (event.origins, event.outlets) == (1, 2)


def test_piles_of_mentions_stay_linear():
    chance, states = random.Random(1), [e.id for e in ENTITIES if e.kind == "state"]
    day = date(2024, 1, 1)

    def pile(n: int) -> float:
        mentions = [
            report(
                f"p{i // 10}", str(day + timedelta(days=chance.randrange(365))), actors=tuple(chance.sample(states, 2)), start=i,
                place=chance.choice(["Entebbe", "Kigali", None]),
            )
            for i in range(n)
        ]  # fmt: skip
        began = time.process_time()
        events(*mentions)
        return time.process_time() - began

    small, large = pile(2000), pile(8000)
    assert large < 8 * small + 1

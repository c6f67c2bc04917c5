"""Piles of pages that would break a careless reader: they end, stay cheap, and say what they are."""

import random
import time
from datetime import date

import pytest
from reconcile.pages import Written, together

from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.origins import origins_of
from dragoman.reconcile.stories import group_stories
from dragoman.records import Conflict, Copy, Document, Event, Story

REPORT = (
    "{city}, 4 March 2024 - {a} and {b} agreed on Monday to reopen the ferry between their coasts after a decade.\n"
    "{boss} met the {c} transport minister in the old harbour office, and both signed a protocol of twelve pages.\n"
    "The first boats are to leave in May, with lorries on board from June, the harbour master of {city} told reporters.\n"
    "Fishermen on the northern shore have asked for a longer pause in winter, when storms close the narrow mouth of the bay."
)
NAMES = [
    {"city": "Dakar", "a": "Senegal", "b": "Cape Verde", "c": "Cape Verdean", "boss": "Awa Sarr"},
    {"city": "Suva", "a": "Fiji", "b": "Tonga", "c": "Tongan", "boss": "Jone Vula"},
]


def written(number: int, text: str, day: str | None = "2024-03-05") -> Document:
    """A page of its own outlet."""
    when = date.fromisoformat(day) if day else None
    body = tuple((at, at + len(line)) for line in text.split("\n") for at in [text.index(line)])
    return Document(
        id=f"d{number:05}", uri=f"d{number:05}", content_sha256="", text=text, body=body, outlet=f"Outlet {number}",
        published_start=when, published_end=when,
    )  # fmt: skip


def test_a_thousand_identical_pages_are_one_origin_and_one_story_and_cheap():
    pages = [written(n, REPORT.format(**NAMES[0])) for n in range(1000)]
    began = time.process_time()
    copies = list(find_copies(pages))
    stories = list(group_stories(pages, copies, []))
    assert time.process_time() - began < 10
    assert len(copies) == 999 and {copy.kind for copy in copies} == {"exact"}
    assert len(set(origins_of(pages, copies).values())) == len(stories) == 1


def test_a_page_with_every_name_changed_joins_no_event():
    """The words are one hoax or template: the copy is told, the happenings of two pairs of states are not joined."""
    rows = together(
        [Written("a", "2024-03-05", REPORT.format(**NAMES[0])), Written("b", "2024-03-05", REPORT.format(**NAMES[1]))]
    )
    assert [copy.kind for copy in rows[Copy]] == ["copy"]
    assert all(len(event.documents) == 1 for event in rows[Event])


def test_days_that_contradict_each_other_in_one_page_end_in_one_interval():
    text = (
        "Published 1 January 2020\nUpdated 5 May 2031\n"
        "OSLO, 31 February 2024 - Norwegian Prime Minister Jonas Gahr Store met Finnish President Alexander Stubb in Oslo "
        "on Monday, 5 March 2024, on Tuesday, the day before, the ministry said on Friday, 1 January 1999."
    )
    rows = together([Written("a", "2024-03-05", text), Written("b", None, text)])
    for document in rows[Document]:
        assert (document.published_start is None) == (document.published_end is None)
        assert document.published_start is None or document.published_start <= document.published_end


def test_a_circle_of_copies_is_one_origin():
    names = ["d00000", "d00001", "d00002"]
    pages = [written(n, f"{REPORT.format(**NAMES[0])} {n}") for n in range(3)]
    circle = [
        Copy(id=f"c{n}", document=name, source=names[(n + 1) % 3], kind="copy", share=1.0, direction_from="credit")
        for n, name in enumerate(names)
    ]
    assert len(set(origins_of(pages, circle).values())) == 1
    assert len(list(group_stories(pages, circle, []))) == 1


def test_pages_that_credit_each_other_have_no_first():
    first, second = REPORT.format(**NAMES[0]), REPORT.format(**NAMES[0]) + " It will cost nothing for children."
    rows = together(
        [
            Written("a", "2024-03-05", first, "Agency A", agencies=("Agency B",)),
            Written("b", "2024-03-05", second, "Agency B", agencies=("Agency A",)),
        ]
    )
    assert len(rows[Copy]) == 1 and rows[Copy][0].direction_from != "credit"
    assert len({document.origin for document in rows[Document]}) == 1


def test_pages_from_the_future_are_read_like_any_other():
    text = "Greek Prime Minister Kyriakos Mitsotakis met Cypriot President Nikos Christodoulides in Athens on Monday."
    rows = together([Written("a", "2091-03-06", text), Written("b", "9999-12-31", text), Written("c", None, text)])
    assert {document.published_start for document in rows[Document]} >= {date(2091, 3, 6), date(9999, 12, 31)}


PILE = [
    Written("a", "2024-03-05", REPORT.format(**NAMES[0]), "Agency A"),
    Written("b", "2024-03-06", REPORT.format(**NAMES[0]) + " Tickets are sold from today.", "Paper B", ("Agency A",)),
    Written("c", None, "Senegal and Cape Verde agreed to reopen the ferry. Trade between them was $90 million in 2023."),
    Written("d", "2024-03-08", "Trade between Senegal and Cape Verde was $60 million in 2023, a port said.", "Paper D"),
    Written("e", "2024-05-20", "Senegal and Cape Verde reopened the ferry. Cape Verde is a member of ECOWAS.", "Paper E"),
    Written("f", "2024-05-21", "Cape Verde is not a member of ECOWAS, Agency Q claimed. Fiji met Tonga in Suva.", "Agency Q"),
    Written("g", None, REPORT.format(**NAMES[0]) + " No more is known."),
]


@pytest.fixture(scope="module")
def whole() -> dict[type, list[str]]:
    return kept(PILE)


def kept(pages: list[Written]) -> dict[type, list[str]]:
    """What is made across pages, and the pages with what was written into them, in no order."""
    rows = together(pages)
    return {record: sorted(map(repr, rows[record])) for record in (Document, Copy, Story, Event, Conflict)}


@pytest.mark.parametrize("chance", range(4))
def test_any_order_of_pages_gives_the_same_record(whole, chance):
    pages = PILE[:]
    random.Random(chance).shuffle(pages)
    assert kept(pages) == whole


def test_an_aim_for_a_year_to_come_does_not_date_a_page():
    text = "Uganda and Rwanda want to raise their trade to $500 million by 2040, ministers said after talks in Gatuna."
    (document,) = together([Written("a", None, text)])[Document]
    assert document.published_start is None

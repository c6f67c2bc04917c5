"""Collections of pages in, events, days and conflicts out: tests/cases/collections.toml."""

import tomllib
from pathlib import Path

import pytest
from reconcile.pages import Written, event_at, together

from dragoman.records import Conflict, Document

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "collections.toml").read_text(encoding="utf-8"))["collection"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_collections(case):
    pages = [Written(p["name"], p.get("day"), p["text"], p.get("outlet"), tuple(p.get("agencies", ()))) for p in case["pages"]]
    rows = together(pages)
    for group in case.get("same", ()):
        assert len({event_at(rows, *report) for report in group}) == 1, group
    for group in case.get("apart", ()):
        assert len({event_at(rows, *report) for report in group}) == len(group), group
    for name, days in case.get("dated", {}).items():
        document = next(d for d in rows[Document] if d.uri == name)
        assert [str(d) for d in (document.published_start, document.published_end) if d] == days
    if "conflicts" in case:
        assert [c.kind for c in rows[Conflict]] == case["conflicts"], [c.explanation for c in rows[Conflict]]


def test_any_order_of_pages_gives_the_same_events():
    pages = [Written(p["name"], p.get("day"), p["text"]) for p in CASES[0]["pages"]]
    one, other = together(pages), together(pages[::-1])
    for record in (Conflict, *(t for t in one if t.__name__ in ("Event", "Copy", "Story"))):
        assert sorted(map(repr, one[record])) == sorted(map(repr, other[record]))

"""A dossier: all that is between two parties, readable without anything else, and safe whatever a page says."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import sample_record

from dragoman.errors import DragomanError
from dragoman.show.dossier import dossier, html, markdown
from dragoman.show.dossier.chart import MOST_DOTS, chart
from dragoman.show.dossier.text import plain
from dragoman.show.record import Record
from dragoman.store.write import write_record

SCRIPT = "</title><script>alert(1)</script><img src=x onerror=alert(1)> \u202eevil\x1b[31m {{ 7*7 }} [x](javascript:alert(1)) `c`"


class Page(HTMLParser):
    """What a browser would find in the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def hostile(path: Path) -> Path:
    """The sample with markup wherever a page or its address gives text."""
    tables = sample_record.tables()
    tables["documents"] = [
        replace(d, title=SCRIPT, outlet=SCRIPT, agencies=(SCRIPT,), uri=f"javascript:alert('{SCRIPT}')")
        for d in tables["documents"]
    ]
    tables["entities"] = [replace(e, name=SCRIPT) if e.kind == "person" else e for e in tables["entities"]]
    tables["statements"] = [replace(s, text=SCRIPT, hedge=SCRIPT, kind="direct") for s in tables["statements"]]
    tables["figures"] = [replace(f, measure=SCRIPT, unit=SCRIPT) for f in tables["figures"]]
    tables["events"] = [replace(e, place=SCRIPT) for e in tables["events"]]
    tables["conflicts"] = [replace(c, slot=SCRIPT, explanation=SCRIPT) for c in tables["conflicts"]]
    write_record(path, tables)
    return path


def test_it_holds_what_is_between_the_two(sample: Path) -> None:
    with Record.open(sample) as record:
        found = dossier(record, "Kenya", "Somalia")
    assert [row["id"] for row in found.events] == ["ev_00000000000002", "ev_00000000000001"]
    assert [row["measure"] for row in found.figures] == ["trade"]
    assert (len(found.sources), found.origins, found.outlets) == (2, 1, 2), "a copy is no second origin"
    assert [row["id"] for row in found.conflicts] == ["cf_1"], "a conflict about a report is one about its event"
    assert found.run is not None and found.version == "0.1.0"


def test_the_page_asks_for_nothing_and_leads_everywhere(sample: Path) -> None:
    with Record.open(sample) as record:
        page = Page(html(dossier(record, "Kenya", "Somalia")))
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = [attrs["href"] or "" for tag, attrs in page.tags if tag == "a"]
    assert targets and all(target.startswith("#") and target[1:] in ids for target in targets)
    assert {"h1", "svg", "table", "figcaption"} <= names
    for said in ("Hassan Sheikh Mohamud", "nearly 1.3 billion USD", "Savanna News", "One page says Monday", "abab", "0.1.0"):
        assert said in page.words


def test_a_hostile_page_shows_as_text(tmp_path: Path) -> None:
    with Record.open(hostile(tmp_path / "hostile.duckdb")) as record:
        text = html(dossier(record, "Kenya", "Somalia"))
    page = Page(text)
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert not [attrs for tag, attrs in page.tags if tag == "a" and not (attrs["href"] or "").startswith("#")]
    assert "<script>alert(1)</script>" in page.words, "it is shown, as words"
    assert "\u202e" not in text and "\x1b" not in text
    assert "{{ 7*7 }}" in page.words
    assert "default-src 'none'" in text


def test_markdown_says_the_same_and_runs_nothing(sample: Path, tmp_path: Path) -> None:
    with Record.open(sample) as record:
        text = markdown(dossier(record, "Kenya", "Somalia"))
    for said in ("# Kenya and Somalia", "## Events", "CONSULT visit", "nearly 1.3 billion USD", "## Sources", "1. ", "`rn_1`"):
        assert said in text
    with Record.open(hostile(tmp_path / "hostile.duckdb")) as record:
        text = markdown(dossier(record, "Kenya", "Somalia"))
    assert not re.search(r"(?<!\\)<", text) and not re.search(r"(?<!\\)\](?<!\\)\(", text)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("# heading", r"\# heading"),
        ("1. list", r"1\. list"),
        ("- item", r"\- item"),
        ("a_b*c", r"a\_b\*c"),
        ("a|b", r"a\|b"),
        ("&lt;", r"\&lt;"),
        ("one\n\n# two", r"one \# two"),
        (None, ""),
    ],
)
def test_plain_markdown(given: str | None, expected: str) -> None:
    assert plain(given) == expected


def test_nothing_between_two_is_said(sample: Path) -> None:
    with Record.open(sample) as record:
        found = dossier(record, "Kenya", "Ethiopia")
        assert "holds no event" in html(found) and "None." in markdown(found)
        with pytest.raises(DragomanError, match="nobody called"):
            dossier(record, "Kenya", "Atlantis")
        with pytest.raises(DragomanError, match="the same"):
            dossier(record, "Kenya", "Kenya")


def test_days_narrow_it(sample: Path) -> None:
    with Record.open(sample) as record:
        found = dossier(record, "Kenya", "Somalia", since="2024-03-05", until="2024-12")
        assert [row["id"] for row in found.events] == ["ev_00000000000002"]
        assert "from 2024-03-05 until 2024-12" in html(found)


def event(day: date | None, quad: int = 1, end: date | None = None, id_: str = "ev_1") -> dict[str, Any]:
    names = {"actor_names": ["Kenya"], "recipient_names": [], "event_type": "CONSULT", "mode": []}
    return {"id": id_, "date_start": day, "date_end": end or day, "quad": quad, **names}


def test_the_chart_draws_a_dot_an_event() -> None:
    found = chart(
        [event(date(2024, 3, 4)), event(date(2024, 3, 5), 4), event(None), event(date(2024, 1, 1), 1, date(2024, 12, 31))]
    )
    assert found is not None
    up, down = found.dots
    assert up.y < found.zero < down.y and (up.quad, down.quad) == (1, 4)
    assert found.unit == "month" and found.undrawn == 2, "no day, or a whole year: not drawn, but counted"


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2024, 1, 30), date(2024, 2, 2), "day"),
        (date(2023, 1, 1), date(2024, 12, 31), "month"),
        (date(2014, 1, 1), date(2024, 12, 31), "quarter"),
        (date(1950, 1, 1), date(2024, 12, 31), "year"),
    ],
)
def test_the_chart_chooses_its_unit(first: date, last: date, unit: str) -> None:
    found = chart([event(first), event(last)])
    assert found is not None and found.unit == unit
    assert 2 <= len(found.ticks) <= 8
    assert all(0 <= dot.x <= 960 for dot in found.dots)


def test_many_events_become_bars() -> None:
    found = chart([event(date(2024, 3, 4), n % 4 + 1, id_=f"ev_{n}") for n in range(8 * MOST_DOTS)])
    assert found is not None and not found.dots
    assert {bar.quad for bar in found.bars} == {1, 2, 3, 4}
    assert all(bar.y >= 0 and bar.y + bar.height <= found.height for bar in found.bars)


def test_no_day_no_chart() -> None:
    assert chart([event(None)]) is None and chart([]) is None

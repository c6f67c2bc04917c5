"""Pages without a day in, their days by other pages out."""

import pytest
from reconcile.pages import Written, together
from reconcile.test_copies import CUT, WIRE

from dragoman.records import Document

FIRST = "Zambian President Hakainde Hichilema held his {} meeting with Angolan President Joao Lourenco{}."
TODAY, UNDATED = "2024-05-03", "undated"
DATED = Written("wire", TODAY, WIRE)


def days(*pages: Written) -> list[str]:
    """What the page called `undated` is dated."""
    document = next(d for d in together(list(pages))[Document] if d.uri == UNDATED)
    return [str(day) for day in (document.published_start, document.published_end) if day]


CASES = [
    ("a cut of a dated report came with it or after", [DATED, Written(UNDATED, None, CUT)], ["2024-05-03", "2024-05-05"]),
    ("the same text: nobody knows who came first", [DATED, Written(UNDATED, None, WIRE)], ["2024-05-01", "2024-05-05"]),
    (
        "it credits the dated one",
        [Written("wire", TODAY, WIRE, "Andina"), Written(UNDATED, None, WIRE, "El Universo", ("Andina",))],
        ["2024-05-03", "2024-05-05"],
    ),
    (
        "two days of one text, a year apart, date nothing",
        [Written("wire", TODAY, WIRE), Written("later", "2025-05-03", WIRE), Written(UNDATED, None, WIRE)],
        [],
    ),
    ("nobody dates a page by one that has no day itself", [Written("wire", None, WIRE), Written(UNDATED, None, WIRE)], []),
    (
        "no weekday, but counted: the second meeting",
        [
            Written("one", "2024-03-05", FIRST.format("second", " on Tuesday")),
            Written("two", "2024-09-10", FIRST.format("third", " on Tuesday")),
            Written(UNDATED, None, FIRST.format("second", "")),
        ],
        ["2024-03-05", "2024-03-07"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "pages", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_dates_by_other_pages(why, pages, wanted):
    assert days(*pages) == wanted


def test_the_evidence_points_into_the_other_page():
    rows = together([Written("wire", TODAY, WIRE), Written(UNDATED, None, CUT)])
    wire, undated = (next(d for d in rows[Document] if d.uri == name) for name in ("wire", UNDATED))
    own, other = undated.published_evidence
    assert undated.published_from == "other_document"
    assert own.split("-")[0].isdigit() and other.startswith(f"{wire.id}:")

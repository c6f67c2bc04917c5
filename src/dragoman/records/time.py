"""Expressions of time and the days they mean."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression (TIMEX3) with the days it means."""

    id: str = about("Depends on the document and the place in it.")
    document: str = about("Document it is in.")
    start: int = about("First character, a code point of documents.text.")
    end: int = about("One past the last character.")
    text: str = about("The words as printed.")
    type: str = about("TIMEX3 type: DATE, TIME, DURATION or SET.")
    value: str = about("TIMEX3 value: 2023-03-01, 2022-Q2, P3D, PRESENT_REF; XXXX-WXX-1 when nothing anchors it.")
    date_start: date | None = about("First day meant; None for sets, plain durations and what nothing anchors.", None)
    date_end: date | None = about("Last day meant.", None)
    mod: str | None = about("TIMEX3 mod: BEFORE, AFTER, ON_OR_BEFORE, LESS_THAN, MORE_THAN, APPROX, START, MID, END ...", None)
    tense: str | None = about(
        "Where its verb looks, past or future, which a bare 'Monday' follows; None when it does not tell.", None
    )
    rule: str = about("Entry of the words that read it: times.toml#weekday.")
    anchor: str | None = about("What it was counted from: 'published', another time's id, or None.", None)
    confidence: float = about("0 to 1.", 1.0)

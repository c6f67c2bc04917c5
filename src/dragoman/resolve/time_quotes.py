"""Inside a quotation time is counted from the day it was said: "We leave tomorrow," he said on Monday."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.records.document import Span
from dragoman.resolve.time_join import STOP
from dragoman.resolve.time_meaning import Meaning
from dragoman.text.quotes import Quotation, find_quotations, outermost
from dragoman.text.spans import SpanIndex

COUNTED = frozenset({"dayword", "unit", "part", "weekday", "ago"})
SAYING = frozenset({"day", "weekday", "dayword"})
SHORTEST = 25  # characters; what is shorter is a word in marks rather than a speech
REACH = 160


def with_day_said(text: str, spans: Sequence[Span], meanings: Sequence[Meaning]) -> Iterator[Meaning]:
    """The meanings; one inside a quotation with the place of the day, outside it, on which it was said."""
    speeches = [q for q in outermost(find_quotations(text, spans)) if q.closed and q.end - q.start > SHORTEST]
    if not speeches:
        yield from meanings
        return
    quoted = SpanIndex(speeches)
    outside = [m for m in meanings if m.kind in SAYING and _looks_back(m) and not quoted.at(m.start)]
    for meaning in meanings:
        speech = next(iter(quoted.at(meaning.start)), None)
        if speech and meaning.kind in COUNTED and (day := _day_of(text, speech, outside)):
            meaning = replace(meaning, said=day.start)
        yield meaning


def _looks_back(meaning: Meaning) -> bool:
    return meaning.tense == "past" or (meaning.number("dayword") or 0) < 0


def _day_of(text: str, speech: Quotation, days: Sequence[Meaning]) -> Meaning | None:
    """The nearest day told in the sentence that the speech stands in: behind it first, as news is written."""
    behind = (m for m in days if 0 <= m.start - speech.end < REACH and not STOP.search(text, speech.end, m.start))
    ahead = (m for m in reversed(days) if 0 <= speech.start - m.end < REACH and not STOP.search(text, m.end, speech.start))
    return next(behind, None) or next(ahead, None)

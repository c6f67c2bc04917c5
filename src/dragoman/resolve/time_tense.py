"""Which way an expression without a year or week looks: back ("met on Friday") or ahead ("will meet on Friday")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.lexicon.times import TimeWords
from dragoman.resolve.time_scan import Meaning

NEED_TENSE = frozenset({"day", "month", "weekday", "quarter", "season", "half", "feast"})
STOPS = re.compile(r"[.;?!](?=\s|$)|\n\n")
COMPARED = re.compile(r"\b(?:from|than|compared|against|versus|vs|same|like|up|down)\b", re.IGNORECASE)
REACH = 160
NEAR = 22


def with_tense(text: str, meanings: Iterable[Meaning], words: TimeWords) -> Iterator[Meaning]:
    """The meanings, each with the tense of its clause and whether it is compared with."""
    for meaning in meanings:
        if meaning.kind in NEED_TENSE:
            meaning = replace(meaning, tense=tense_at(text, meaning.start, meaning.end, words))
        elif meaning.kind == "ago":
            ahead = clause_before(text, meaning.start)
            meaning = replace(meaning, compared=COMPARED.search(ahead) is not None)
        yield meaning


def clause_before(text: str, place: int) -> str:
    """The sentence up to a place, at most 160 characters of it."""
    ahead = text[max(0, place - REACH) : place]
    stops = list(STOPS.finditer(ahead))
    return ahead[stops[-1].end() :] if stops else ahead


def tense_at(text: str, start: int, end: int, words: TimeWords) -> str | None:
    """'past' or 'future' by the nearest verb of the sentence, first to the left; None when there is none."""
    ahead = clause_before(text, start)
    behind = text[end : end + REACH]
    if stop := STOPS.search(behind):
        behind = behind[: stop.start()]
    past, future = _last(words.past, ahead), _last(words.future, ahead)
    if past < 0 and future < 0:
        first, then = words.past.search(behind), words.future.search(behind)
        if then and (first is None or then.start() < first.start()):
            return "future"
        return "past" if first else None
    return "future" if future >= 0 and (future > past or past - future < NEAR) else "past"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    place = -1
    for match in pattern.finditer(text):
        place = match.end()
    return place

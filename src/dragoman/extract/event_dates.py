"""When an act was done: from its own clause, from the statement it stands in, or from the page's day."""

from dataclasses import dataclass
from datetime import date

from dragoman.extract.event_acts import Found
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.statement import Statement
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import clause_words, subtree

NEWS = ("VBD", "VBZ", "VBN", "VBP")
SPEECH = ("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE")


@dataclass(frozen=True, slots=True)
class Day:
    """An interval, what gave it, and how far it may be trusted."""

    start: date | None
    end: date | None
    source: str | None
    trust: float


UNKNOWN = Day(None, None, None, 1.0)


def day_of(sentence: Sentence, found: Found, code: str, document: Document, times: SpanIndex[Time], said: Statement | None) -> Day:
    """Day of an act.

    "met on Monday" has it in its clause, "the invasion of Ukraine in February 2022" in its noun phrase;
    what is said happened in the saying is dated like the saying; else only the page's own news takes its day.
    """
    time = own_time(sentence, found, times)
    if time is not None:
        if time.mod in ("BEFORE", "AFTER") or time.date_start is None:
            return UNKNOWN
        return Day(time.date_start, time.date_end, f"times:{time.id}", 1.0)
    if code in SPEECH and said is not None and said.date_start is not None:
        return Day(said.date_start, said.date_end, "statement", 0.95)
    if document.published_start is not None and is_news(sentence, found, code):
        return Day(document.published_start, document.published_end, "published", 0.9)
    return UNKNOWN


def own_time(sentence: Sentence, found: Found, times: SpanIndex[Time]) -> Time | None:
    """The time expression of an act: in its noun phrase, else in its clause, nearest first."""
    scopes = [subtree(sentence, found.trigger, ("relcl", "conj"))] if found.is_noun else [clause_words(sentence, found.trigger)]
    if found.is_noun and found.light is not None and found.by in ("object", "subject", "during", "at", "in", "for"):
        scopes.append(clause_words(sentence, found.light))
    place = sentence.tokens[found.trigger].start
    for scope in scopes:
        inside = [time for time in times.inside(sentence.start, sentence.end) if time.type in ("DATE", "TIME") and covers(sentence, time, scope)]
        if inside:
            return min(inside, key=lambda time: abs(time.start - place))
    return None


def covers(sentence: Sentence, time: Time, scope: list[int]) -> bool:
    """Does the expression stand among the words of a scope?"""
    return any(time.start <= sentence.tokens[i].start < time.end for i in scope)


def is_news(sentence: Sentence, found: Found, code: str) -> bool:
    """Is the act told as the page's own news: its first paragraphs, or speech in simple past there?"""
    if found.is_noun and found.by != "object":
        return False
    verb = sentence.tokens[found.trigger if not found.is_noun or found.light is None else found.light]
    if verb.tag not in NEWS:
        return False
    return sentence.paragraph <= 1 or (code in SPEECH and sentence.paragraph <= 3)

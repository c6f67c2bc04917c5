"""When an act was done: from its own clause, from the statement it stands in, or from the page's day."""

from dataclasses import dataclass
from datetime import date

from dragoman.extract.event_acts import Found
from dragoman.extract.event_who import Scene
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.statement import Statement
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import auxiliaries, children, head_of_span, span_of, subtree

OTHER_CLAUSE = ("appos", "relcl", "advcl", "acl", "ccomp", "parataxis", "pcomp")
# A noun shares its carrier's day where the carrier does it, or tells of it as it happens.
CARRIED = ("object", "subject", "during", "at", "in", "for", "on", "after")
SPEECH = ("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE")


@dataclass(frozen=True, slots=True)
class Day:
    """An interval, what gave it, and how far it may be trusted."""

    start: date | None
    end: date | None
    source: str | None
    trust: float


UNKNOWN = Day(None, None, None, 1.0)
# "since 2019" and "by 2030" bound something; they are no day on which it was done.
# How far into an article its head reaches, where the page shows few paragraphs.
HEAD = 900
BOUNDS = ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER")


def day_of(
    scene: Scene, found: Found, judged: tuple[str, str], document: Document, times: SpanIndex[Time], said: Statement | None
) -> Day:
    """Day of an act.

    "met on Monday" has it in its clause, "the invasion of Ukraine in February 2022" in its noun phrase;
    what is said happened in the saying is dated like the saying; else only the page's own news takes its day.
    """
    sentence, (code, status) = scene.sentence, judged
    near = own_times(sentence, found, times) or (set_for(scene, times) if status == "future" else [])
    latest = document.published_end if status == "actual" else None
    for time in near:
        if time.mod not in BOUNDS and time.date_start is not None and not (latest and time.date_start > latest):
            return Day(time.date_start, time.date_end, f"times:{time.id}", 1.0)
    if any(is_past_bound(time, document) or time.date_start is None for time in near):
        return UNKNOWN
    if document.published_end is not None and (since := began(sentence, found, near, times)) is not None:
        return Day(since.date_start, document.published_end, f"times:{since.id}", 0.8)
    if code in SPEECH and said is not None and said.date_start is not None:
        return Day(said.date_start, said.date_end, "statement", 0.95)
    if document.published_start is not None and is_news(document, sentence, found, code, said):
        return Day(document.published_start, document.published_end, "published", 0.9)
    return UNKNOWN


def set_for(scene: Scene, times: SpanIndex[Time]) -> list[Time]:
    """The day that the next sentence sets for what is planned: "They will meet. The talks are scheduled for Monday"."""
    later = scene.later
    if later is None or later.paragraph != scene.sentence.paragraph or scene.mentions.touching(later.start, later.end):
        return []
    root = next((token for token in later.tokens if token.dep == "ROOT"), None)
    if root is None or not scene.words.holds("scheduling_verbs", root.lemma):
        return []
    return [time for time in times.inside(later.start, later.end) if distance(later, time, root.i) >= 0]


def is_past_bound(time: Time, document: Document) -> bool:
    """Does it say that the act lies before or after a day gone by: "had left by Friday"? "By 2030" is what was agreed on."""
    if time.mod not in ("BEFORE", "AFTER", "ON_OR_BEFORE"):
        return False
    return time.date_start is None or document.published_end is None or time.date_start <= document.published_end


def began(sentence: Sentence, found: Found, near: list[Time], times: SpanIndex[Time]) -> Time | None:
    """The time since which something has been done again and again: "has spoken to him several times since 2022"."""
    verb = found.trigger if not found.is_noun or found.light is None else found.light
    if sentence.tokens[verb].pos != "VERB" or not any(aux.lemma == "have" for aux in auxiliaries(sentence, verb)):
        return None
    inner: list[Time] = []
    for k in children(sentence, verb, "advcl"):
        if any(sentence.tokens[m].lemma == "since" for m in children(sentence, k, "mark")):
            inner += times.inside(*span_of(sentence, subtree(sentence, k)))
    since = [time for time in near if time.mod == "ON_OR_AFTER"] + inner
    return next((time for time in since if time.type == "DATE" and time.date_start is not None), None)


def own_times(sentence: Sentence, found: Found, times: SpanIndex[Time]) -> list[Time]:
    """Time expressions of an act: those below its noun, its verb or its light verb, the nearest first."""
    roots = [found.trigger]
    if found.is_noun and found.light is not None and found.by in CARRIED:
        roots.append(found.light)
    if found.complement is not None and found.act.code not in SPEECH:  # "allowed its base to be used a year ago"
        roots.append(found.complement)
    here = times.inside(sentence.start, sentence.end)
    for root in roots:
        steps = {time: distance(sentence, time, root) for time in here}
        near = sorted((time for time, far in steps.items() if far >= 0), key=lambda time: steps[time])
        if near:
            return near
    return when_times(sentence, found.trigger, here)


def when_times(sentence: Sentence, verb: int, here: list[Time]) -> list[Time]:
    """The time that a when-clause hangs on: "in September 2011, **when he visited** Cairo"."""
    token = sentence.tokens[verb]
    if token.dep not in ("advcl", "relcl"):
        return []
    if not any(sentence.tokens[k].lemma.lower() == "when" for k in children(sentence, verb, "advmod", "mark")):
        return []
    up = sentence.tokens[token.head]
    covering = [time for time in here if time.start <= up.start < time.end and time.type == "DATE"]
    return covering or [time for time in here if distance(sentence, time, up.i) >= 0]


def distance(sentence: Sentence, time: Time, root: int) -> int:
    """Steps in the tree from a time expression up to a word; -1 when it stands in another clause or no day is meant."""
    if time.type not in ("DATE", "TIME"):
        return -1
    i = head_of_span(sentence, time.start, time.end)
    steps = 0
    while i is not None and i != root:
        token = sentence.tokens[i]
        if token.dep in OTHER_CLAUSE or token.head == i or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            return -1
        i, steps = token.head, steps + 1
    return steps if i == root else -1


def is_news(document: Document, sentence: Sentence, found: Found, code: str, said: Statement | None) -> bool:
    """Is the act told as the page's own news: at its head, or as something said in simple past or present?"""
    if found.is_noun and found.by not in ("object", "during", "after", "at"):
        return False
    verb = sentence.tokens[found.trigger if not found.is_noun or found.light is None else found.light]
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return False
    helping = auxiliaries(sentence, verb.i)
    if verb.dep != "ccomp" and any(aux.text.lower() == "had" for aux in helping):
        return False  # "had urged restraint" came before what the page tells
    if sentence.paragraph <= 1 and sentence.start < document.body[0][0] + HEAD:
        return True
    has_perfect = any(aux.lemma == "have" for aux in helping)
    return code in SPEECH and not has_perfect and (verb.tag in ("VBD", "VBZ", "VBG") or said is not None)

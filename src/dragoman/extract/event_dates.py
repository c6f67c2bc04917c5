"""When an act was done: from its own clause, from the statement it stands in, or from the page's day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extract.event_acts import Found
from dragoman.extract.event_times import SPEECH, distance, own_times
from dragoman.extract.event_who import Scene
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.statement import Statement
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import ancestors, auxiliaries, children, head_of_span, span_of, subtree


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
SPAN = re.compile(r"P(\d{1,3})([DWMY])")
WEEKDAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", re.IGNORECASE)
EARLIER = ("after", "since", "when", "because", "until")
RECENT = 62
WHEN = re.compile(r"\b(?:in|since|during|until)\s+(?:early |late |mid-)?$", re.IGNORECASE)
BOUNDS = ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER")


def day_of(
    scene: Scene, found: Found, judged: tuple[str, str], document: Document, times: SpanIndex[Time], said: Statement | None
) -> Day:
    """Day of an act.

    "met on Monday" has it in its clause, "the invasion of Ukraine in February 2022" in its noun phrase;
    what is said happened in the saying is dated like the saying; else only the page's own news takes its day.
    """
    sentence, (code, status) = scene.sentence, judged
    near = own_times(sentence, found, times, document) or (set_for(scene, times) if status == "future" else [])
    latest = document.published_end if status == "actual" and code != "AGREE" else None
    for time in near:
        if status == "future" and (coming := next_weekday(time, document)) is not None:
            return coming
        if (
            time.mod not in BOUNDS
            and not is_deadline(sentence, time, code)
            and time.date_start is not None
            and not (latest and time.date_start > latest)
        ):
            return Day(time.date_start, time.date_end, f"times:{time.id}", 1.0)
        if time.mod == "AFTER" and latest and time.date_start and (latest - time.date_start).days <= RECENT:
            return Day(time.date_start, latest, f"times:{time.id}", 0.8)  # "sent aid after last month's earthquake"
    if any(is_past_bound(time, document) or time.date_start is None for time in near):
        return UNKNOWN
    if document.published_end is not None and (since := began(sentence, found, near, times)) is not None:
        return Day(since.date_start, document.published_end, f"times:{since.id}", 0.8)
    if code in SPEECH and said is not None and said.date_start is not None:
        return Day(said.date_start, said.date_end, "statement", 0.95)
    if (counted := counted_from(sentence, found, document, times)) is not None:
        return counted
    if (
        document.published_start is not None
        and not is_background(scene, found)
        and not is_past_story(document, sentence.tokens[found.trigger].start, times)
        and is_news(document, sentence, found, code, said)
    ):
        return Day(document.published_start, document.published_end, "published", 0.9)
    return UNKNOWN


def is_deadline(sentence: Sentence, time: Time, code: str) -> bool:
    """Does it say by when something is to be done: "agreed to reopen the road **by the end of May**"?"""
    i = head_of_span(sentence, time.start, time.end)
    while i is not None and sentence.tokens[i].dep == "pobj":
        prep = sentence.tokens[sentence.tokens[i].head]
        if prep.text.lower() in ("by", "until", "till", "before"):
            return code in SPEECH
        i = prep.head if prep.text.lower() == "of" else None
    return False


def next_weekday(time: Time, document: Document) -> Day | None:
    """The coming weekday where a bare one was read as the last: "is due in Lusaka **on Friday**"."""
    day, page = time.date_start, document.published_end
    if day is None or page is None or day != time.date_end or not 0 < (page - day).days < 7 or not WEEKDAY.match(time.text):
        return None
    return Day(day + timedelta(days=7), day + timedelta(days=7), f"times:{time.id}", 0.9)


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


def is_background(scene: Scene, found: Found) -> bool:
    """Is it told as what had long been so, or as what went before: "**has long** accused", "after it **expelled**"?"""
    sentence = scene.sentence
    verb = found.trigger if not found.is_noun or found.light is None else found.light
    told = {sentence.tokens[k].text.lower() for k in children(sentence, verb, "advmod", "npadvmod")}
    if any(scene.words.holds("background_adverbs", word) for word in told):
        return True
    token = sentence.tokens[verb]
    marks = {sentence.tokens[k].text.lower() for k in children(sentence, verb, "mark", "advmod")}
    if (
        token.dep == "advcl"
        and token.tag in ("VBD", "VBN")
        and not marks.isdisjoint(("after", "since", "when", "because", "until"))
    ):
        return True
    if any(is_before_news(sentence, up) for up in ancestors(sentence, verb)):
        return True
    since = [k for k in children(sentence, verb, "advcl", "prep") if is_since(sentence, k)]
    return bool(since) and any(aux.lemma == "have" for aux in auxiliaries(sentence, verb))


def is_before_news(sentence: Sentence, i: int) -> bool:
    """Is it a clause of what went before: "weeks **after** Lima said that it was leaving"?"""
    token = sentence.tokens[i]
    marks = {sentence.tokens[k].text.lower() for k in children(sentence, i, "mark")}
    return token.dep == "advcl" and token.tag in ("VBD", "VBN") and not marks.isdisjoint(("after", "since", "until"))


def is_since(sentence: Sentence, k: int) -> bool:
    """Does the clause or phrase tell since when?"""
    return sentence.tokens[k].lemma == "since" or any(sentence.tokens[m].lemma == "since" for m in children(sentence, k, "mark"))


def counted_from(sentence: Sentence, found: Found, document: Document, times: SpanIndex[Time]) -> Day | None:
    """The day counted back from what it came before: "recalled its envoy on Tuesday, **a day after** Addis signed"."""
    token = sentence.tokens[found.trigger]
    if token.dep not in ("advcl", "pcomp") or token.pos != "VERB":
        return None
    spans = [time for time in times.inside(sentence.start, sentence.end) if time.type == "DURATION"]
    for time in spans:
        i = head_of_span(sentence, time.start, time.end)
        if i is None or not is_after(sentence, i, found.trigger):
            continue
        main = [one for one in times.inside(sentence.start, sentence.end) if distance(sentence, one, token.head) >= 0]
        start = main[0].date_start if main and main[0].date_start else document.published_start
        end = main[0].date_end if main and main[0].date_end else document.published_end
        back = ago(time.value, start, end)
        return None if back is None else Day(*back, f"times:{time.id}", 0.8)
    return None


def is_after(sentence: Sentence, i: int, verb: int) -> bool:
    """Does the span of time stand right before the "after" of a clause?"""
    last = max(subtree(sentence, i, ("advcl", "prep", "relcl")))
    return last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text.lower() == "after" and i < verb


def ago(value: str, start: date | None, end: date | None) -> tuple[date, date] | None:
    """The days that lie a span before others: a day to the day, months and years to the month."""
    found = SPAN.fullmatch(value)
    if found is None or start is None or end is None:
        return None
    count, unit = int(found[1]), found[2]
    if unit in "DW":
        back = timedelta(days=count * (7 if unit == "W" else 1))
        slack = timedelta(days=3 if unit == "W" else 0)
        return start - back - slack, end - back + slack
    months = start.year * 12 + start.month - 1 - count * (12 if unit == "Y" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def is_past_story(document: Document, at: int, times: SpanIndex[Time]) -> bool:
    """Does the paragraph tell of days long gone: "In 1975 he fled to Damascus. He **asked** Libya for arms"?"""
    first = next((start for start, end in document.body if start <= at < end), at)
    told = [time for time in times.inside(first, at) if time.type == "DATE" and is_when(document, time)]
    start, end = (told[-1].date_start, told[-1].date_end) if told else (None, None)
    if document.published_start is None or start is None or end is None:
        return False
    return (end - start).days > RECENT or (document.published_start - end).days > RECENT


def is_when(document: Document, time: Time) -> bool:
    """Does it say when something happened: "in 2015", "last March"; not the year in a name, "the 2015 deal"?"""
    return not time.text.isdigit() or WHEN.search(document.text[max(0, time.start - 12) : time.start]) is not None


def is_news(document: Document, sentence: Sentence, found: Found, code: str, said: Statement | None) -> bool:
    """Is the act told as the page's own news: at its head, or as something said in simple past or present?"""
    if found.is_noun and found.by not in ("object", "during", "after", "at"):
        return False
    verb = sentence.tokens[found.trigger if not found.is_noun or found.light is None else found.light]
    if verb.dep == "acl" and verb.tag == "VBN":
        return False  # "rebels backed by Chad": what they are, not what came today
    if verb.pos not in ("VERB", "AUX", "ADJ"):
        return False
    helping = auxiliaries(sentence, verb.i)
    if verb.dep != "ccomp" and any(aux.text.lower() == "had" for aux in helping):
        return False  # "had urged restraint" came before what the page tells
    if (
        verb.dep == "advcl"
        and verb.tag in ("VBD", "VBZ")
        and any(sentence.tokens[k].lemma in ("as", "while") for k in children(sentence, verb.i, "mark"))
    ):
        return True  # "the report came as he began a visit"
    if sentence.paragraph <= 1 and sentence.start < document.body[0][0] + HEAD:
        return True
    has_perfect = any(aux.lemma == "have" for aux in helping)
    return code in SPEECH and not has_perfect and (verb.tag in ("VBD", "VBZ", "VBG") or said is not None)

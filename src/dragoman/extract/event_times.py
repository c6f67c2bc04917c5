"""Which time expressions belong to an act: those of its own clause and its noun, not those of what it speaks of."""

from dragoman.extract.event_acts import Found
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import children, head_of_span

OTHER_CLAUSE = ("appos", "relcl", "advcl", "acl", "ccomp", "parataxis", "pcomp")
# A noun shares its carrier's day where the carrier does it, or tells of it as it happens.
CARRIED = ("object", "subject", "during", "at", "in", "for", "on", "after")
SPEECH = ("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE")
WITHIN = ("amod", "nummod", "compound", "nmod")
BLAMING = ("ACCUSE", "REJECT", "REQUEST")


def own_times(sentence: Sentence, found: Found, times: SpanIndex[Time], document: Document) -> list[Time]:
    """Time expressions of an act: those below its noun, its verb or its light verb, the nearest first."""
    roots = [found.trigger]
    if sentence.tokens[found.trigger].pos == "ADJ":  # "is due in Quito on Friday"
        roots.append(sentence.tokens[found.trigger].head)
    if found.is_noun and found.light is not None and found.by in CARRIED:
        roots.append(found.light)
    if found.complement is not None and found.act.code not in SPEECH:  # "allowed its base to be used a year ago"
        roots.append(found.complement)
    here = times.inside(sentence.start, sentence.end)
    for root in roots:
        steps = {time: distance(sentence, time, root) for time in here}
        near = sorted((time for time, far in steps.items() if far >= 0), key=lambda time: steps[time])
        near = [time for time in near if not is_of_object(sentence, time, found, document)]
        if near:
            return near
    if found.act.code == "AGREE" and found.complement is not None:  # "agreed to meet again in November"
        later = [time for time in here if distance(sentence, time, found.complement) >= 0 and is_ahead(time, document)]
        if later:
            return later
    return when_times(sentence, found.trigger, here)


def is_ahead(time: Time, document: Document) -> bool:
    """Does it begin after the page was published?"""
    return time.date_start is not None and document.published_end is not None and time.date_start > document.published_end


def is_of_object(sentence: Sentence, time: Time, found: Found, document: Document) -> bool:
    """Does it date what is spoken of, not the speaking: "condemned Israel's attack **on April 1**"?"""
    if found.is_noun or found.act.code not in BLAMING:
        return False
    i = head_of_span(sentence, time.start, time.end)
    deeds = [k for k in found.slots.get("object", []) if children(sentence, k, "poss")]
    if any(sentence.tokens[k].end < time.start for k in deeds) and is_old(time, document):
        return True
    while i is not None and i != found.trigger and sentence.tokens[i].head != i:
        token = sentence.tokens[i]
        if token.dep in ("dobj", "nsubjpass") and token.head == found.trigger:
            return bool(children(sentence, i, "poss"))
        if token.dep == "pobj" and sentence.tokens[token.head].lemma in ("for", "over", "about"):
            return not (time.start >= token.start and sentence.tokens[token.head].head == i)
        i = token.head
    return False


def is_old(time: Time, document: Document) -> bool:
    """Does it lie too far back for what a page tells as said?"""
    if time.date_end is None or document.published_start is None:
        return False
    return (document.published_start - time.date_end).days > 3


def when_times(sentence: Sentence, verb: int, here: list[Time]) -> list[Time]:
    """The time that a when-clause hangs on: "in September 2011, **when he visited** Cairo"."""
    token = sentence.tokens[verb]
    adverbs = {sentence.tokens[k].lemma.lower() for k in children(sentence, verb, "advmod")}
    if token.dep == "conj" and (adverbs & {"there", "then"} or is_of_both(sentence, verb)):
        return [time for time in here if distance(sentence, time, token.head) >= 0]  # "flew to Baku in May and agreed there"
    if token.dep == "conj" and goes_on(sentence, verb):
        return [time for time in here if distance(sentence, time, token.head) >= 0]  # "flew to Baku on Monday and signed a pact"
    if token.dep not in ("advcl", "relcl"):
        return []
    marks = {sentence.tokens[k].lemma.lower() for k in children(sentence, verb, "advmod", "mark")}
    up = sentence.tokens[token.head]
    if marks & {"when", "where"}:
        covering = [time for time in here if time.start <= up.start < time.end and time.type == "DATE"]
        return covering or [time for time in here if distance(sentence, time, up.i) >= 0]
    if "after" in marks:  # "broke down in 2013 after Ankara condemned": the same year, hardly the same day
        return [time for time in here if is_long(time) and distance(sentence, time, up.i) >= 0]
    return []


def goes_on(sentence: Sentence, verb: int) -> bool:
    """Does the same doer go on, in the same past tense: "flew to Baku on Monday and **signed** a pact"?"""
    token = sentence.tokens[verb]
    has_own = children(sentence, verb, "nsubj", "nsubjpass", "aux", "neg")
    return token.tag == "VBD" and sentence.tokens[token.head].tag == "VBD" and not has_own


def is_of_both(sentence: Sentence, verb: int) -> bool:
    """Is its subject both sides of what was told before it: "visited Havana in April, and **the two sides** agreed"?"""
    who = children(sentence, verb, "nsubj")
    return any(sentence.tokens[k].lemma in ("two", "both") for i in who for k in (i, *sentence.children[i]))


def is_long(time: Time) -> bool:
    """Is it a month or more?"""
    return time.date_start is not None and time.date_end is not None and (time.date_end - time.date_start).days >= 27


def distance(sentence: Sentence, time: Time, root: int) -> int:
    """Steps in the tree from a time expression up to a word; -1 when it stands in another clause or no day is meant."""
    if time.type not in ("DATE", "TIME"):
        return -1
    i = head_of_span(sentence, time.start, time.end)
    steps, head = 0, i
    while i is not None and i != root:
        token = sentence.tokens[i]
        if i == head and token.text.isdigit() and token.dep in WITHIN and token.head != root:
            return -1  # "left the **2015** nuclear deal"
        is_own = token.dep == "acl" and token.head == root and sentence.tokens[root].pos == "NOUN"  # "a loan granted in May"
        if (
            (token.dep in OTHER_CLAUSE and not is_own)
            or token.head == i
            or (token.dep == "conj" and token.pos in ("VERB", "AUX"))
        ):
            return -1
        i, steps = token.head, steps + 1
    return steps if i == root else -1

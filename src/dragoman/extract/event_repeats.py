"""Events that another event of their sentence tells already; deeds side by side are two."""

from collections.abc import Iterator

from dragoman.extract.event_background import Coded
from dragoman.records.event import EventMention
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children

DEEDS = ("SANCTION", "COERCE", "RETREAT", "REJECT", "AID", "ACCUSE")


def without_repeats(coded: list[Coded], sentence: Sentence) -> Iterator[Coded]:
    """Events of a sentence without those that another tells more fully: "shelled Juba, killing twenty"."""
    for n, one in enumerate(coded):
        others = (other.event for m, other in enumerate(coded) if m != n and (not is_same(one.event, other.event) or m < n))
        if not any(is_told_by(one.event, other) and not is_further(one.event, other, sentence) for other in others):
            yield one


def is_further(event: EventMention, other: EventMention, sentence: Sentence) -> bool:
    """Is it a deed of its own, next to another: "left the treaty **and froze** trade", "sued Chad, **accusing** it of"?"""
    if event.rule == other.rule or event.event_type not in DEEDS:
        return False
    at = {token.start: token for token in sentence.tokens}
    verbs = [at[one.trigger_start] for one in (event, other) if one.trigger_start in at]
    if len(verbs) < 2 or any(token.pos not in ("VERB", "AUX") for token in verbs):
        return False
    first, second = sorted(verbs, key=lambda token: token.start)
    if event.event_type == "ACCUSE":
        return second.dep == "advcl" and second.tag == "VBG" and second.lemma == "accuse"
    return second.dep == "conj" and bool(children(sentence, first.i, "dobj")) and bool(children(sentence, second.i, "dobj"))


def is_same(a: EventMention, b: EventMention) -> bool:
    """Do two events have the same type, parties and status?"""
    return (a.event_type, a.actors, a.recipients, a.status) == (b.event_type, b.actors, b.recipients, b.status)


def is_told_by(event: EventMention, other: EventMention) -> bool:
    """Does another event of the same type have all its parties, in no other direction?"""
    is_reverse = bool(event.recipients and other.recipients) and set(event.recipients) <= set(other.actors)
    return (
        not (is_reverse and set(event.actors) <= set(other.recipients))
        and (event.event_type, event.status) == (other.event_type, other.status)
        and {*event.actors, *event.recipients} <= {*other.actors, *other.recipients}
        and set(event.recipients) <= {*other.recipients, *other.actors}
    )

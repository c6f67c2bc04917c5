"""Who did what to whom: events of one document, by PLOVER 2.0."""

from collections.abc import Iterator

from dragoman.extract.event_acts import Found, act_at, acts_in
from dragoman.extract.event_dates import day_of
from dragoman.extract.event_parties import Parties, Scene, is_company, is_international, is_unplaced, parties_of
from dragoman.extract.event_status import status_of
from dragoman.lexicon.acts import Acts
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.mention import Mention
from dragoman.records.sentence import Sentence
from dragoman.records.statement import Statement
from dragoman.records.time import Time
from dragoman.text.ids import stable_id
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import after_preposition, clause_words, head_of_span, phrase, span_of, subtree

LONGEST = 200
MAIN = ("ROOT", "ccomp", "conj")
# What has nobody on the other side is a manner of speaking: "Trump defied the odds".
TWO_SIDED = ("SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "COERCE")


def code_events(
    document: Document,
    sentences: list[Sentence],
    mentions: list[Mention],
    entities: list[Entity],
    times: list[Time],
    statements: list[Statement],
    words: Acts,
) -> Iterator[EventMention]:
    """Events of one document, in the order told.

    "Xi told Lukashenko ..." says something and does nothing; "Xi thanked Lukashenko" is SUPPORT;
    "China's trade rose" has one party and makes no event.
    """
    known = {entity.id: entity for entity in entities}
    named, dated = SpanIndex(mentions), SpanIndex(times)
    said = SpanIndex(statements)
    for sentence in sentences:
        if sentence.heading or len(sentence.tokens) > LONGEST or is_sport(sentence, words):
            continue
        if named.touching(sentence.start, sentence.end):
            scene = Scene(sentence, named, known, words)
            coded = (event_of(document, scene, found, dated, said) for found in acts_in(sentence, words))
            yield from without_repeats([event for event in coded if event is not None])


def is_sport(sentence: Sentence, words: Acts) -> bool:
    """Is a sentence about sport, by its words: a striker, a semi-final?"""
    return any(words.holds("sports", token.lemma.lower()) for token in sentence.tokens)


def without_repeats(events: list[EventMention]) -> Iterator[EventMention]:
    """Events of a sentence without those that another tells more fully: "shelled Juba, killing twenty"."""
    for n, event in enumerate(events):
        others = (other for m, other in enumerate(events) if m != n and (not is_same(event, other) or m < n))
        if not any(is_told_by(event, other) for other in others):
            yield event


def is_same(a: EventMention, b: EventMention) -> bool:
    """Do two events have the same type, parties and status?"""
    return (a.event_type, a.actors, a.recipients, a.status) == (b.event_type, b.actors, b.recipients, b.status)


def is_told_by(event: EventMention, other: EventMention) -> bool:
    """Does another event of the same type have all its parties?"""
    return (
        (event.event_type, event.status) == (other.event_type, other.status)
        and {*event.actors, *event.recipients} <= {*other.actors, *other.recipients}
        and set(event.recipients) <= {*other.recipients, *other.actors}
    )


def event_of(
    document: Document, scene: Scene, found: Found, times: SpanIndex[Time], statements: SpanIndex[Statement]
) -> EventMention | None:
    """The event of an act that was found, or None when its parties or its status give none."""
    sentence, words = scene.sentence, scene.words
    judged = judge(sentence, found, words)
    if judged is None:
        return None
    code, status, rule = judged
    parties = parties_of(scene, found, code)
    if not is_enough(scene, found, code, parties):
        return None
    mode = found.act.mode if code == found.act.code else ()
    trigger = sentence.tokens[found.trigger]
    said = saying(statements, trigger.start, trigger.end)
    day = day_of(sentence, found, code, document, times, said)
    start, end = clause_span(sentence, found)
    return EventMention(
        id=stable_id("evm", document.id, trigger.start, code, found.act.rule),
        document=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        trigger_start=trigger.start,
        trigger_end=trigger.end,
        event_type=code,
        mode=mode,
        cameo=found.act.cameo if code == found.act.code else words.ontology.to_cameo(code, mode),
        quad=words.ontology.types[code].quad,
        score=words.ontology.score(code, mode),
        actors=parties.actors,
        recipients=parties.recipients,
        date_start=day.start,
        date_end=day.end,
        date_from=day.source,
        place=place_of(document, sentence, found),
        status=status,
        statement=said.id if said else None,
        via=relays(said, parties),
        rule=f"{found.act.rule} {rule}" if rule else found.act.rule,
        confidence=round(confidence(found, parties) * day.trust, 3),
    )


def judge(sentence: Sentence, found: Found, words: Acts) -> tuple[str, str, str] | None:
    """Type, status and rule of status of an act; None when a rule makes no event of it."""
    status = status_of(sentence, found.trigger, words).status
    if status == "actual" and found.act.code == "AGREE" and inner_quad(sentence, found, words) == 4:
        status = "hostile"
    if status == "future" and found.is_noun and words.ontology.types[found.act.code].quad == 4:
        return None  # "any coming war" is a forecast, nobody's threat
    if found.act.if_cooperative and inner_quad(sentence, found, words) in (1, 2):
        return found.act.if_cooperative, status, ""
    if status == "negated" and found.act.if_negated:
        return found.act.if_negated, "actual", ""
    for rule in words.rules:
        if rule.status == status and ("*" in rule.codes or found.act.code in rule.codes):
            if rule.becomes is None:
                return None
            return (found.act.code if rule.becomes == "same" else rule.becomes), rule.new_status, rule.rule
    return found.act.code, status, ""


def inner_quad(sentence: Sentence, found: Found, words: Acts) -> int:
    """Quad of the act that is promised: 4 for "ready to close its border"; 0 when it names none."""
    if found.complement is None:
        return 0
    lemma = sentence.tokens[found.complement].lemma.lower()
    if words.holds("cooperative_verbs", lemma) or words.holds("hostile_verbs", lemma):
        return 1 if words.holds("cooperative_verbs", lemma) else 4
    inner = next(act_at(sentence, found.complement, words), None)
    return 0 if inner is None or inner.act.code == "none" else words.ontology.types[inner.act.code].quad


def is_enough(scene: Scene, found: Found, code: str, parties: Parties) -> bool:
    """Are there parties enough: one of them international, a recipient where the type asks for one?"""
    everyone = (*parties.actors, *parties.recipients)
    is_main = scene.sentence.tokens[found.trigger].dep in (*MAIN, "acomp")
    if found.act.confidence < 0.6 and not found.is_noun and not is_main:
        return False
    if not everyone or not is_international(everyone, scene.entities):
        return False
    is_two_sided = bool(parties.actors and parties.recipients) or (
        len(parties.actors) > 1 and (found.act.each or code == "AGREE" or bool(found.slots.get("between")))
    )
    public = [one for one in parties.actors if not is_private(scene, one)]
    if parties.actors and len(public) < (2 if found.act.each and not parties.recipients else 1):
        return False
    if found.is_noun:
        return is_two_sided
    if found.act.each or scene.words.ontology.types[code].needs_recipient:
        return is_two_sided
    if code in TWO_SIDED and not is_told_outright(scene, found):
        return is_two_sided
    if code == "ASSAULT" and not is_two_sided:
        return is_armed(scene, found) or any(hurts(scene, i) for i in found.slots.get("object", []))
    if scene.sentence.tokens[found.trigger].dep in ("acl", "amod", "relcl"):  # "talks demanded by Kyiv" is background
        return is_two_sided
    if found.act.needs_recipient or (code == "AGREE" and not is_act(scene, found.complement)):
        return is_two_sided
    return bool(parties.actors) or is_armed(scene, found)


def is_told_outright(scene: Scene, found: Found) -> bool:
    """Does a main clause tell it, with an object that its entry asks for: "Cuba rejected the resolution"?"""
    token = scene.sentence.tokens[found.trigger]
    if found.act.code == "AGREE":  # "said it was prepared to impose martial law"
        return is_act(scene, found.complement)
    return token.dep in MAIN and bool(found.act.object - {"*"}) and found.act.code != "SUPPORT"


def is_private(scene: Scene, one: str) -> bool:
    """Is it a person known by name alone, without office, state or title, or a company?"""
    entity = scene.entities[one]
    if is_company(entity):
        return True
    if not is_unplaced(entity) or entity.sector is not None:
        return False
    named = scene.mentions.inside(scene.sentence.start, scene.sentence.end)
    heads = [head_of_span(scene.sentence, m.start, m.end) for m in named if m.entity == one]
    titles = [scene.sentence.tokens[k].lemma.lower() for i in heads if i is not None for k in scene.sentence.children[i]]
    return not any(scene.words.holds("leaders", title) for title in titles)


def is_act(scene: Scene, clause: int | None) -> bool:
    """Does a promise name an act: "agreed to resign"?"""
    return clause is not None and next(act_at(scene.sentence, clause, scene.words), None) is not None


def hurts(scene: Scene, i: int) -> bool:
    """Is the word people or their houses: "killed a hundred fighters"?"""
    return scene.words.holds("violent_targets", scene.sentence.tokens[i].lemma.lower())


def is_armed(scene: Scene, found: Found) -> bool:
    """Is somebody hurt by a weapon, or by people of whom nothing is told: "a roadside bomb killed two Danes"?"""
    slots = found.slots
    who = [*slots.get("subject", []), *slots.get("by", []), *slots.get("in", [])]
    is_told = scene.sentence.tokens[found.trigger].dep in MAIN
    lemmas = [scene.sentence.tokens[i].lemma.lower() for i in who]
    return is_told and found.act.code == "ASSAULT" and any(scene.words.holds("weapons", lemma) for lemma in lemmas)


def confidence(found: Found, parties: Parties) -> float:
    """How sure an act is: its entry's own, less for background nouns and for parties found from afar."""
    sure = found.act.confidence
    if found.is_noun and found.by != "object":
        sure *= 0.85
    if not parties.actors or (not parties.recipients and not found.act.each):
        sure *= 0.8
    return sure * (0.9 if parties.loose else 1.0)


def saying(statements: SpanIndex[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement that covers a word."""
    around = [one for one in statements.touching(start, end) if one.start <= start and one.end >= end]
    return min(around, key=lambda one: one.end - one.start, default=None)


def relays(said: Statement | None, parties: Parties) -> tuple[str, ...]:
    """Who relays an event that is only said to have happened; the speaker last, unless he did it himself."""
    if said is None:
        return ()
    speaker = () if said.speaker is None or said.speaker in parties.actors else (said.speaker,)
    return tuple(dict.fromkeys((*said.via, *speaker)))


def clause_span(sentence: Sentence, found: Found) -> tuple[int, int]:
    """First and last character of the clause that tells an act."""
    if not found.is_noun:
        return span_of(sentence, clause_words(sentence, found.trigger))
    words = subtree(sentence, found.trigger, ("relcl", "conj"))
    if found.light is not None and found.by == "object":
        words = sorted({*words, *clause_words(sentence, found.light)})
    return span_of(sentence, words)


def place_of(document: Document, sentence: Sentence, found: Found) -> str | None:
    """Where it was done, as printed: "in Beijing", "at the Diaoyutai State Guesthouse"."""
    for i in (found.trigger, *([found.light] if found.light is not None and found.by in ("object", "at", "during") else [])):
        for noun in after_preposition(sentence, i, "in", "at"):
            if sentence.tokens[noun].pos == "PROPN":
                start, end = span_of(sentence, phrase(sentence, noun))
                return document.text[start:end]
    return None

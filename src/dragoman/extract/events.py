"""Who did what to whom: events of one document, by PLOVER 2.0."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.event_acts import Found, act_at, acts_in
from dragoman.extract.event_antecedent import Told, pair_of
from dragoman.extract.event_background import Coded, is_recalled, is_standing, without_recalled
from dragoman.extract.event_bystanders import without_bystanders
from dragoman.extract.event_contexts import contexts_of
from dragoman.extract.event_counterpart import with_counterpart
from dragoman.extract.event_dates import day_of
from dragoman.extract.event_enough import is_enough
from dragoman.extract.event_illocution import by_state, is_denial, own_warning, with_antecedent
from dragoman.extract.event_parties import Parties, parties_of
from dragoman.extract.event_place import place_of
from dragoman.extract.event_repeats import without_repeats
from dragoman.extract.event_status import status_of
from dragoman.extract.event_unfit import is_forecast_of_another, is_unfit
from dragoman.extract.event_who import Scene
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
from dragoman.text.tree import clause_words, first_conjunct, is_negated, span_of, subtree

LONGEST = 200
DECIDED = ("CONSULT", "AID", "COOPERATE", "RETREAT")
BY_CONTENT = {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "RETREAT": "yield", "CONCEDE": "yield"}


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
    coded: list[Coded] = []
    before: list[tuple[int, EventMention]] = []
    for n, (sentence, earlier, later) in enumerate(zip(sentences, (None, *sentences), (*sentences[1:], None), strict=False)):
        if sentence.heading or len(sentence.tokens) > LONGEST:
            continue
        if named.touching(sentence.start, sentence.end) or (before and has_pair(sentence, words)):
            scene = Scene(sentence, named, known, words, earlier=earlier, later=later)
            here: list[Coded] = []
            for act in acts_in(sentence, words):
                told = tuple(Told(event, n - m) for m, event in (*before[-12:], *((n, one.event) for one in here)))
                scene = replace(scene, told=told, pair=pair_of(told, known))
                one = code(document, scene, act, dated, said)
                here += [] if one is None or (is_sport(sentence, words) and not is_summit(one.event, known)) else [one]
            kept = list(without_repeats(here, sentence))
            before += [(n, one.event) for one in kept]
            coded += kept
    yield from without_recalled(coded, known)


def has_pair(sentence: Sentence, words: Acts) -> bool:
    """May a sentence speak of two sides told of before: "the two ministers agreed"?"""
    return any(token.lemma.lower() in ("two", "both") or words.holds("paired", token.lemma.lower()) for token in sentence.tokens)


def code(
    document: Document, scene: Scene, found: Found, times: SpanIndex[Time], statements: SpanIndex[Statement]
) -> Coded | None:
    """The event of an act with how it is told, or None when it gives none."""
    event = event_of(document, scene, found, times, statements)
    if event is None or is_standing(scene.sentence, found, scene.words):
        return None
    return Coded(event, is_recalled(scene.sentence, found, scene.words))


def is_sport(sentence: Sentence, words: Acts) -> bool:
    """Is a sentence about sport, by its words: a striker, a semi-final?"""
    text = sentence.text.lower()
    if any("-" in word and word in text for word in words.lists.get("sports", ())):
        return True
    return any(words.holds("sports", token.lemma.lower()) for token in sentence.tokens)


def is_summit(event: EventMention, known: dict[str, Entity]) -> bool:
    """Is it known people who met, be it at a match: "the presidents shook hands during the World Cup"?"""
    sides = [known[one] for one in (*event.actors, *event.recipients)]
    return event.event_type == "CONSULT" and all(one.kind == "person" and one.listed for one in sides)


def event_of(
    document: Document, scene: Scene, found: Found, times: SpanIndex[Time], statements: SpanIndex[Statement]
) -> EventMention | None:
    """The event of an act that was found, or None when its parties or its status give none."""
    sentence, words = scene.sentence, scene.words
    found = by_state(scene, found, words)
    judged = own_warning(scene, found) or judge(sentence, found, words)
    if judged is None or is_denial(sentence, found, words):
        return None
    code, status, rule = judged
    trigger = sentence.tokens[found.trigger]
    said = saying(statements, trigger.start, trigger.end)
    scene = replace(scene, speaker=said.speaker if said else None)
    parties = with_antecedent(scene, found, code, parties_of(scene, found, code))
    parties = with_counterpart(scene, found, code, without_bystanders(scene, found, code, parties))
    if not is_enough(scene, found, code, parties):
        if not found.act.if_alone or len({*parties.actors, *parties.recipients}) != 1 or status != "actual":
            return None
        code, found = found.act.if_alone, alone(found, words)  # a drill of one country
        parties = parties_of(scene, found, code)
    if is_unfit(scene, found, code, parties) or (code == "THREATEN" and rule and is_forecast_of_another(scene, parties)):
        return None
    mode = found.act.mode if code == found.act.code and not is_taken_place(scene, found) else ()
    mode = mode or modes_by_content(sentence, found, code, words)
    day = day_of(scene, found, (code, status), document, times, said)
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
        context=contexts_of(sentence, words),
        cameo=found.act.cameo if code == found.act.code else words.ontology.to_cameo(code, mode),
        quad=words.ontology.types[code].quad,
        score=words.ontology.score(code, mode),
        actors=parties.actors,
        recipients=parties.recipients,
        date_start=day.start,
        date_end=day.end,
        date_from=day.source,
        place=place_of(document, scene, found, times),
        status=status,
        statement=said.id if said else None,
        via=relays(said or uttered(statements, sentence, trigger.start), parties),
        rule=f"{found.act.rule} {rule}" if rule else found.act.rule,
        confidence=round(confidence(found, parties) * day.trust, 3),
    )


def is_taken_place(scene: Scene, found: Found) -> bool:
    """Is it land that is captured, nobody abducted: "first captured Mosul"?"""
    tokens = [scene.sentence.tokens[i] for i in found.slots.get("object", [])]
    named = [m for token in tokens for m in scene.mentions.touching(token.start, token.end) if m.form in ("name", "metonym")]
    return "abduct" in found.act.mode and any(scene.entities[m.entity].kind in ("state", "place") for m in named)


def alone(found: Found, words: Acts) -> Found:
    """An act meant for several that one does alone, as the type that its entry gives for that."""
    kind = words.ontology.types[found.act.if_alone]
    near = ("against", "near", "along", "off")
    act = replace(found.act, code=kind.code, each=False, actor=kind.actor, recipient=near, cameo=kind.cameo)
    return replace(found, act=act)


def modes_by_content(sentence: Sentence, found: Found, code: str, words: Acts) -> tuple[str, ...]:
    """The mode of a REQUEST or REJECT by what is asked or refused: "refused to meet", "asked for weapons"."""
    if code not in ("REQUEST", "REJECT"):
        return ()
    inner = None if found.complement is None else next(act_at(sentence, found.complement, words), None)
    what = found.act.code if found.act.code != code else inner.act.code if inner is not None else ""
    if what in BY_CONTENT:
        return (BY_CONTENT[what],)
    asked = [sentence.tokens[i].lemma.lower() for i in (*found.slots.get("for", []), *found.slots.get("object", []))]
    if found.complement is not None:
        asked.append(sentence.tokens[found.complement].lemma.lower())
    if any(words.holds("yielding_verbs", lemma) for lemma in asked):
        return ("yield",)
    if code == "REQUEST" and any(words.holds("aid", lemma) for lemma in asked):
        return ("assist",)
    return ()


def judge(sentence: Sentence, found: Found, words: Acts) -> tuple[str, str, str] | None:
    """Type, status and rule of status of an act; None when a rule makes no event of it."""
    status = status_of(sentence, found.trigger, words).status
    status = found.act.status if found.act.status and status == "actual" else status
    if found.act.code == "AGREE" and found.complement is not None and is_negated(sentence, found.complement):
        return ("AGREE", status, "") if inner_quad(sentence, found, words) >= 3 and status == "actual" else None
    if status == "actual" and found.act.code in DECIDED and is_decided(sentence, found.trigger):
        status = "future"
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


def is_decided(sentence: Sentence, i: int) -> bool:
    """Is it only decided on: "the **decision** to withdraw", "decided to send aid"?"""
    token = sentence.tokens[first_conjunct(sentence, i)]
    up = sentence.tokens[token.head]
    return token.dep in ("acl", "xcomp") and token.tag == "VB" and up.lemma in ("decision", "decide", "choose", "opt")


def inner_quad(sentence: Sentence, found: Found, words: Acts) -> int:
    """Quad of the act that is promised: 4 for "ready to close its border"; 0 when it names none."""
    if found.complement is None:
        return 0
    lemma = sentence.tokens[found.complement].lemma.lower()
    if words.holds("cooperative_verbs", lemma) or words.holds("hostile_verbs", lemma):
        return 1 if words.holds("cooperative_verbs", lemma) else 4
    inner = next(act_at(sentence, found.complement, words), None)
    return 0 if inner is None or inner.act.code == "none" else words.ontology.types[inner.act.code].quad


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


def uttered(statements: SpanIndex[Statement], sentence: Sentence, at: int) -> Statement | None:
    """The statement that an act makes, so that its relays are the act's: "IRNA said that Mali **urged** Togo to wait"."""
    here = statements.touching(sentence.start, sentence.end)
    made = (one for one in here if one.cue_start is not None and one.cue_end is not None and one.cue_start <= at < one.cue_end)
    return next(made, None)


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

"""Sides that the words leave open: the owner told before, the pair of the sentence, the state whose ministry counts its dead."""

import re

from dragoman.extract.figure_owner import Scene, party_of
from dragoman.extract.figure_parties import Sides
from dragoman.records import Entity, Statement
from dragoman.text.spans import SpanIndex

OTHER_SIDE = re.compile(
    r"\b(?:to|from|with|into|for)\s(?:the|its|his|that|this)\s(?:[a-z-]+\s){0,2}"
    r"(?:republic|kingdom|country|neighbou?rs?|island|nation|state|sultanate|emirate|ally|partner)\b(?!['’]s?)"
)
HELPING = re.compile(r"\s(?:more\s)?to\s(?:help|support|assist|aid|back|equip|rebuild)\s(?:the\s)?")
CIVIL = frozenset({"person", "people", "civilian", "child", "woman", "man", "resident", "villager", "other"})


def carried_sides(scene: Scene, owner: str | None) -> Sides:
    """Sides of "and 900 | in Ivory Coast": the owner before, and the state that follows."""
    after = [m for m in scene.mentions if m.start >= scene.quantity.end and m.start - scene.quantity.end < 12]
    partner = party_of(after[0].entity, scene.entities, False) if after else None
    return owner, partner if partner != owner else None


def pair_said(scene: Scene) -> tuple[str, str] | None:
    """The only two states that stand before the measure: "Ruto and Museveni agreed to raise trade between their countries"."""
    start = scene.sentence.tokens[scene.named.token].start
    near = [p for m in scene.mentions if m.start < start and (p := party_of(m.entity, scene.entities, False)) is not None]
    states = [p for p in dict.fromkeys(near) if p in scene.entities and scene.entities[p].kind == "state"]
    return (states[0], states[1]) if len(states) == 2 else None


def pair_acting(scene: Scene) -> tuple[str, str] | None:
    """Two states that agree about their trade: "Mongolia and Kyrgyzstan set a goal of increasing trade"."""
    pair = pair_said(scene)
    before = [m for m in scene.mentions if pair and party_of(m.entity, scene.entities, False) in pair]
    if not pair or len(before) < 2:
        return None
    joined = scene.sentence.text[before[0].end - scene.sentence.start : before[1].start - scene.sentence.start]
    return pair if joined.strip() in ("and", "and the") else None


def helped(scene: Scene) -> str | None:
    """Whom money is given to help: "pledged $60 million to support **Lebanon's** army"."""
    for mention in scene.mentions:
        gap = scene.sentence.text[scene.quantity.end - scene.sentence.start : mention.start - scene.sentence.start]
        if mention.start > scene.quantity.end and HELPING.fullmatch(gap):
            return party_of(mention.entity, scene.entities, False)
    return None


def is_hinted(scene: Scene) -> bool:
    """Is the other side only described: "exports to the neighbouring country", "supplies to the republic"?"""
    near = scene.sentence.tokens[max(0, scene.named.token - 4) : scene.named.token + 9]
    return (
        OTHER_SIDE.search(scene.sentence.text[near[0].start - scene.sentence.start : near[-1].end - scene.sentence.start])
        is not None
    )


def with_other(owner: str | None, pair: Sides | None) -> Sides | None:
    """The owner with the other state of a pair that it belongs to; the pair itself where no owner is told."""
    if pair is None or None in pair or owner not in (None, *pair):
        return None
    return pair if owner in (None, pair[0]) else (pair[1], pair[0])


def toll_teller(scene: Scene, said: SpanIndex[Statement], people: dict[str, Entity]) -> str | None:
    """Whose people a toll counts that a health ministry or the like of one state tells, unless another place is named."""
    tellers, noun = scene.named.measure.tellers, scene.noun
    start, end = scene.quantity.start, scene.quantity.end
    if noun is not None and scene.sentence.tokens[noun].lemma.lower() not in CIVIL:
        return None
    source = statement_around(said, start, end)
    speaker = people.get(source.speaker or "") if source else None
    who = (source.speaker_text or "").lower() if source else ""
    if speaker is None or speaker.country not in people or not any(word in who for word in tellers):
        return None
    for mention in scene.mentions:
        where = scene.sentence.text[: mention.start - scene.sentence.start].rstrip().lower()
        place = people.get(mention.entity)
        named = mention.form != "demonym" and mention.start > start  # "in Israeli strikes" is no place
        elsewhere = place is not None and named and (place.country or place.id) != speaker.country
        if elsewhere and where.endswith((" in", " near", " at")):
            return None
    return speaker.country


def speaking_for(scene: Scene, said: SpanIndex[Statement]) -> str | None:
    """The state in the speaker's title: "our wheat", **Jordanian** Trade Minister Yousef Shamali said."""
    source = statement_around(said, scene.quantity.start, scene.quantity.end)
    title = (source.speaker_text or "") if source else ""
    states = [party_of(m.entity, scene.entities, False) for m in scene.mentions if m.form == "demonym" and m.text in title]
    return next((state for state in states if state), None)


def statement_around(said: SpanIndex[Statement], start: int, end: int) -> Statement | None:
    """The narrowest statement that holds a span."""
    around = [s for s in said.touching(start, end) if s.start <= start and end <= s.end]
    return min(around, key=lambda s: s.end - s.start, default=None)

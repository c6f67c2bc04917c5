"""Sides that the words leave open: the owner told before, the pair of the sentence, the state whose ministry counts its dead."""

from dragoman.extract.figure_owner import Scene, Sides, party_of
from dragoman.records import Entity, Statement
from dragoman.text.spans import SpanIndex

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


def statement_around(said: SpanIndex[Statement], start: int, end: int) -> Statement | None:
    """The narrowest statement that holds a span."""
    around = [s for s in said.touching(start, end) if s.start <= start and end <= s.end]
    return min(around, key=lambda s: s.end - s.start, default=None)

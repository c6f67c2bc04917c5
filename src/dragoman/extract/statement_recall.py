"""Speakers whom only the sentences before know: the ministry, the statement, it, he."""

import re

from dragoman.extract.statement_scene import Scene
from dragoman.records import Entity, Mention, Sentence, Statement
from dragoman.text.tree import children

BODIES = ("organisation", "group", "media")
NEAR = 400  # characters within which somebody is still meant
BEFORE = 60  # characters in front of a name that may hold its title
DOUBLED = re.compile(r"(.)\1+")
PRONOUNS = frozenset({"i", "we", "they", "you", "it", "this", "that", "these", "those"})
HE, SHE = frozenset({"he", "him"}), frozenset({"she", "her"})


def recalled(scene: Scene, sentence: Sentence, head: int, last: Statement | None) -> str | None:
    """Entity that an unresolved phrase stands for; None when the sentences before leave it open.

    'Oman's foreign ministry spoke of progress. "We are close," the ministry said.' The ministry is Oman's.
    """
    token = sentence.tokens[head]
    low = token.text.lower()
    if low in HE or low in SHE or low == "it":
        return _last_speaker(scene, token.start, low, last)
    if token.text[:1].isupper() and low not in PRONOUNS and not children(sentence, head, "det"):
        return _surname(scene, token.start, token.text)
    if not any(sentence.tokens[k].text.lower() == "the" for k in children(sentence, head, "det")):
        return None
    if scene.text[token.start :].lower().startswith(("head of state", "head of government")):
        return _last_speaker(scene, token.start, "he", last)
    if any(sentence.tokens[k].dep in ("prep", "poss", "relcl", "appos", "acl") for k in sentence.children[head]):
        return None
    first = min(sentence.children[head]) + 1
    words = scene.text[sentence.tokens[min(first, head)].start : token.end].lower()
    if scene.words.media.get(low) == "statement":
        return _whose_text(scene, token.start, low, last)
    return _body(scene, token.start, words) or _titled(scene, token.start, words, last)


def _last_speaker(scene: Scene, place: int, pronoun: str, last: Statement | None) -> str | None:
    entity = scene.entities.get(last.speaker) if last and last.speaker else None
    if last is None or entity is None or not 0 <= place - (last.cue_end or last.end) < NEAR:
        return None
    if pronoun == "it":
        telling = scene.entities.get(last.via[-1]) if last.via else entity
        return telling.id if telling is not None and telling.kind in BODIES else None
    other = SHE if pronoun in HE else HE
    since = scene.mentions.inside(max(last.end, last.cue_end or 0), place)
    if entity.kind != "person" or any(_is_somebody_else(scene, m, entity) for m in since):
        return None
    return None if any(m.entity == entity.id and m.text.lower() in other for m in scene.mentions.rows) else entity.id


def _is_somebody_else(scene: Scene, mention: Mention, person: Entity) -> bool:
    found = scene.entities.get(mention.entity)
    return mention.form == "name" and found is not None and found.kind == "person" and found.id != person.id


def _before(scene: Scene, place: int, kinds: tuple[str, ...], forms: tuple[str, ...] = ("name", "description")) -> list[Mention]:
    found = [m for m in scene.mentions.before(place) if m.form in forms]
    return [m for m in found if (e := scene.entities.get(m.entity)) is not None and e.kind in kinds]


def _surname(scene: Scene, place: int, name: str) -> str | None:
    """The only person named before with that last name, doubled letters apart: Zelenskyy is Zelensky."""
    bare = DOUBLED.sub(r"\1", name.lower())
    named = _before(scene, place, ("person",), ("name",))
    people = {m.entity for m in named if DOUBLED.sub(r"\1", m.text.split()[-1].lower()) == bare}
    return people.pop() if len(people) == 1 else None


def _body(scene: Scene, place: int, words: str) -> str | None:
    """The body named last in whose name the words stand: the ministry, the directorate."""
    word = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    named = [m for m in _before(scene, place, BODIES) if word.search(m.text)]
    return named[-1].entity if named else None


def _titled(scene: Scene, place: int, words: str, last: Statement | None) -> str | None:
    """The only person who was named with that title, or the one of several who spoke last."""
    word = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    named = [m for m in _before(scene, place, ("person",), ("name",)) if word.search(_title(scene, m))]
    people = list(dict.fromkeys(m.entity for m in named))
    if len(people) == 1:
        return people[0]
    return last.speaker if last is not None and last.speaker in people and place - last.end < NEAR else None


def _title(scene: Scene, mention: Mention) -> str:
    """What stands in front of a name, within its sentence."""
    front = scene.text[max(0, mention.start - BEFORE) : mention.start]
    return re.split(r"[.!?;,\"“”]\s|\n", front)[-1]


def _whose_text(scene: Scene, place: int, noun: str, last: Statement | None) -> str | None:
    """Who issued the statement spoken of just before; nobody when it was a joint one."""
    low = max(0, place - NEAR)
    places = [low + m.start() for m in re.finditer(rf"\b{re.escape(noun)}\b", scene.text[low:place], re.IGNORECASE)]
    if not places:
        return None
    if "joint" in scene.text[max(0, places[-1] - 25) : places[-1]].lower():
        return None
    if last is not None and last.medium == "statement" and last.speaker and place - last.end < NEAR:
        return last.speaker
    start = max(scene.text.rfind(stop, 0, places[-1]) for stop in (". ", "\n", '" '))
    inside = [m for m in _before(scene, places[-1], (*BODIES, "person", "state")) if m.start > start]
    speakers = [m for m in inside if not _is_media(scene.entities.get(m.entity))]
    return speakers[0].entity if len({m.entity for m in speakers}) == 1 else None


def _is_media(entity: Entity | None) -> bool:
    return entity is not None and (entity.kind == "media" or entity.sector == "JRN")

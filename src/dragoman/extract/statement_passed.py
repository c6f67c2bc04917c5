"""Outlets that a sentence names as having passed on what was said, outside its words: in a statement carried by KCNA."""

from collections.abc import Callable, Iterator

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_speaker import mention_at
from dragoman.records import Mention, Sentence
from dragoman.text.tree import agent, subtree

Place = Callable[[Scene, Sentence, int], int | None]
SPEAKING = frozenset({"speak", "talk"})
REACH = 9  # words between "interview with" and the outlet's name


def outlet_in(scene: Scene, sentence: Sentence, head: int) -> Mention | None:
    """The outlet in a noun phrase: **Radio Okapi**, the newspaper **Daily Nation**, Iranian **state television**."""
    if (whole := _outlet_at(scene, sentence, head)) is not None and whole.form == "name":
        return whole
    words = [k for k in subtree(sentence, head) if abs(k - head) < REACH]
    found = [m for k in words if (m := _outlet_at(scene, sentence, k)) is not None]
    return min(found, key=lambda m: m.form != "name", default=None)


def _outlet_at(scene: Scene, sentence: Sentence, k: int) -> Mention | None:
    found = mention_at(scene, sentence, k)
    entity = scene.entities.get(found.entity) if found else None
    outlet = entity is not None and (entity.kind == "media" or (entity.sector == "JRN" and entity.kind != "person"))
    return found if outlet else None


def passed_on(scene: Scene, frame: Frame) -> Iterator[Mention]:
    """Outlets named outside the content by "carried by X", "in an interview with X", "speaking to X"."""
    yield from _beside(scene, frame, (_passing_place, _talking_place))
    if frame.form == "source":  # according to a ministry statement carried by SUNA
        yield from _found(scene, frame, (_passing_place,))


def spoken_to(scene: Scene, frame: Frame) -> Iterator[Mention]:
    """Outlets that the frame names as spoken to: in an interview with X, speaking to X."""
    yield from _beside(scene, frame, (_talking_place,))


def _beside(scene: Scene, frame: Frame, places: tuple[Place, ...]) -> Iterator[Mention]:
    if frame.form in ("source", "noun", "turn", "block", "continued") or frame.content is None:
        return
    yield from _found(scene, frame, places)


def _found(scene: Scene, frame: Frame, places: tuple[Place, ...]) -> Iterator[Mention]:
    sentence = frame.sentence
    if frame.content is None:
        return
    for token in sentence.tokens:
        inside = frame.content[0] <= token.start < frame.content[1] and not _in_hole(frame, token.start)
        if inside or scene.quoted[token.start]:
            continue
        place = next((k for find in places if (k := find(scene, sentence, token.i)) is not None), None)
        if place is not None and (found := outlet_in(scene, sentence, place)) is not None and found.start > token.start:
            yield found


def _in_hole(frame: Frame, place: int) -> bool:
    return any(a <= place < b for a, b in (frame.clause, *frame.holes))


def _passing_place(scene: Scene, sentence: Sentence, i: int) -> int | None:
    """The word that names the outlet behind "carried by", "broadcast on"."""
    token = sentence.tokens[i]
    if token.lemma.lower() in scene.words.passing and (token.tag == "VBN" or _by_follows(sentence, i)):
        return agent(sentence, i) or _after(sentence, i, ("by", "on"))
    return None


def _talking_place(scene: Scene, sentence: Sentence, i: int) -> int | None:
    """The word that names the outlet behind "speaking to", "in an interview with"."""
    token, lemma = sentence.tokens[i], sentence.tokens[i].lemma.lower()
    if lemma == "ask" and token.tag == "VBN":  # Asked by Lusa whether ...
        return agent(sentence, i)
    if lemma in SPEAKING and token.tag == "VBG":
        return _after(sentence, i, ("to", "with"))
    if lemma in scene.words.talks and token.pos == "NOUN" and i and sentence.tokens[i - 1].tag != "PRP$":
        return _after(sentence, i, ("to", "with", "for", "on"))
    return None


def _by_follows(sentence: Sentence, i: int) -> bool:
    """Is it a participle that the parser took for a noun: an interview **broadcast by** Bloomberg?"""
    return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text.lower() == "by"


def _after(sentence: Sentence, i: int, prepositions: tuple[str, ...]) -> int | None:
    """Head of the phrase behind the first of some prepositions right after a word."""
    for token in sentence.tokens[i + 1 : i + 4]:
        if token.text.lower() in prepositions:
            below = [k for k in sentence.children[token.i] if k > token.i and sentence.tokens[k].dep in ("pobj", "pcomp")]
            return below[0] if below else None
        if token.pos in ("VERB", "PUNCT"):
            return None
    return None

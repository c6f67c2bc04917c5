"""Where an act was done."""

from dragoman.extract.event_acts import Found
from dragoman.extract.event_who import Scene
from dragoman.records.document import Document
from dragoman.records.time import Time
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import after_preposition, phrase, span_of

NOWHERE = ("person", "media", "group")
MET = ("with", "object", "between")
SHARED = ("object", "at", "during")


def place_of(document: Document, scene: Scene, found: Found, times: SpanIndex[Time]) -> str | None:
    """Where it was done, as printed: "in Beijing", "at the Diaoyutai State Guesthouse"; "in May" is no place."""
    shared = [found.light] if found.light is not None and found.by in SHARED else []
    held = found.slots.get("object", []) if found.act.code == "CONSULT" else []  # "held talks in Lima"
    met = [i for slot in MET for i in found.slots.get(slot, []) if found.act.code == "CONSULT" and is_person(scene, i)]
    for i in (found.trigger, *shared, *held, *met):
        for noun in after_preposition(scene.sentence, i, "in", "at"):
            if is_place(scene, noun, times):
                start, end = span_of(scene.sentence, phrase(scene.sentence, noun))
                return document.text[start:end]
    return None


def is_person(scene: Scene, i: int) -> bool:
    """Is the word of a person's name? What the parser hangs there ("with Samia Suluhu Hassan in Nairobi") is of the meeting."""
    token = scene.sentence.tokens[i]
    meant = (scene.entities.get(m.entity) for m in scene.mentions.touching(token.start, token.end))
    return token.pos == "PROPN" and any(entity is not None and entity.kind == "person" for entity in meant)


def is_place(scene: Scene, i: int, times: SpanIndex[Time]) -> bool:
    """Is the word a name of no person and no time?"""
    token = scene.sentence.tokens[i]
    if token.pos != "PROPN" or times.touching(token.start, token.end):
        return False
    kinds = [scene.entities[m.entity].kind for m in scene.mentions.touching(token.start, token.end) if m.entity in scene.entities]
    return not any(kind in NOWHERE for kind in kinds)

"""Reported speech inside reported speech: whether the inner one is a statement of its own."""

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_speaker import mention_of
from dragoman.records import Entity
from dragoman.text.tree import ancestors

TOLD = frozenset({"clause", "saying", "source", "quote-only", "quoted-clause", "phrase-clause"})  # words that are repeated
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def speaker_entity(scene: Scene, frame: Frame) -> Entity | None:
    """Who speaks in a frame, when it is known."""
    found = mention_of(scene, frame.sentence, frame.speaker) if frame.speaker is not None else None
    return scene.entities.get(found.entity) if found else None


def adds_speaker(scene: Scene, outer: Frame, inner: Frame) -> bool:
    """Does speech inside speech name somebody else who spoke: Kyiv said Fico had told it that ...?

    Not "Oman said it welcomed the truce", "the envoy wrote that his country asked why", "Delhi said Riyadh promised to pay".
    """
    if inner.speaker is None or outer.speaker is None:
        return False
    one, other = speaker_entity(scene, outer), speaker_entity(scene, inner)
    if one is None or other is None:
        return inner.form in TOLD and inner.sentence.tokens[inner.speaker].pos != "PRON"
    return one.id != other.id and (other.kind == "person" or (inner.form in TOLD and other.country != one.country))


def is_tail_of(scene: Scene, outer: Frame, inner: Frame) -> bool:
    """Does the outer clause stand behind what a person says in the inner one: Fico promised help, his office said?"""
    if outer.content is None or outer.speaker is None or inner.speaker is None or outer.form != "clause":
        return False
    if outer.clause[0] < outer.content[1] or inner.sentence.tokens[inner.verb].tag not in FINITE or not _is_main(outer, inner):
        return False
    one, other = speaker_entity(scene, outer), speaker_entity(scene, inner)
    return other is not None and other.kind == "person" and (one is None or one.id != other.id)


def _is_main(outer: Frame, inner: Frame) -> bool:
    """Is the inner cue the main verb of what the outer one is put behind?"""
    tokens = inner.sentence.tokens
    above = [inner.verb, *ancestors(inner.sentence, inner.verb)]
    path = [k for k in above if k != outer.verb][: above.index(outer.verb) if outer.verb in above else None]
    return all(tokens[k].dep in ("ccomp", "conj", "ROOT", "parataxis") for k in path)

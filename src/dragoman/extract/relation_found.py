"""A relation as a sentence's words give it, before its status and days are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_sides import is_bloc, last_bloc, only
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence
from dragoman.text import tree

MEMBERSHIPS = frozenset({"member_of", "observer_of", "partner_of"})


@dataclass(frozen=True, slots=True)
class Found:
    """A relation as read: its frame, its sides, and the words it hangs on."""

    frame: Frame
    subject: Side
    other: Side | None
    anchor: int
    predicate: int
    words: tuple[int, ...]


def pairs_of(
    around: Around, frame: Frame, subjects: list[Side], others: list[Side], anchor: int, predicate: int, words: list[int]
) -> Iterator[Found]:
    """Every subject with every other side; those of a symmetric relation with each other when no other is named."""
    subjects, others = only(subjects, frame.subject_kinds), only(others, frame.other_kinds)
    if frame.relation in MEMBERSHIPS:
        others = [side for side in others if is_bloc(around, side)]
    if frame.symmetric and not others and len(subjects) == 2:
        subjects, others = subjects[:1], subjects[1:]
    for subject in subjects:
        for other in others:
            if subject.entity != other.entity:
                yield Found(frame, subject, other, anchor, predicate, tuple(words))


def fits(sentence: Sentence, noun: int, frame: Frame) -> bool:
    """Does the noun have the modifiers that the frame demands, and none that it forbids?"""
    around = {sentence.tokens[k].lemma.lower() for k in tree.children(sentence, noun, "amod", "compound", "nmod", "advmod")}
    return not around & frame.unless and (not frame.modifiers or bool(around & frame.modifiers))


def bloc_at(around: Around, sentence: Sentence, word: int) -> list[Side]:
    """What "the organisation" stands for."""
    if sentence.tokens[word].lemma.lower() in around.words.listed("bloc"):
        return last_bloc(around, sentence, sentence.tokens[word].start)
    return []

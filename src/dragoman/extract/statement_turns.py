"""Transcripts and interviews: SPEAKER: words."""

import re

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import word_at

TURN = re.compile(r"[\"“]?([A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|[a-z]{2,3})){0,9}): +(?=\S)")
SIGNED = re.compile(r"[\"”»’']\s*[―—–]\s*([A-Z][\w.'’-]+(?: [\w.'’-]+){0,5}),?[^.\"“”]{0,60}$")
SIGNATURE = Cue(rule="reporting.toml#signature", kind="turn", says="say", frames=frozenset())
CUE = Cue(rule="reporting.toml#turn", kind="turn", says="say", frames=frozenset())


def turn_of(scene: Scene, sentences: list[Sentence], paragraph: tuple[int, int]) -> Frame | None:
    """The turn that a paragraph is, when it begins with a name in capitals or of a known person and a colon."""
    found = TURN.match(scene.text, *paragraph)
    if found is None or not sentences or paragraph[1] - found.end() < 8:
        return None
    sentence = sentences[0]
    head = word_at(sentence, found.end(1) - 1)
    if head is None:
        return None
    people = [m for m in scene.mentions.at(found.end(1) - 1) if m.form == "name"]
    known = any((e := scene.entities.get(m.entity)) is not None and e.kind == "person" for m in people)
    if not (known or (scene.is_transcript and found[1].isupper() and len(found[1]) > 2)):
        return None
    return Frame(sentence, CUE, "turn", [], head, found.span(1), (found.end(), paragraph[1]), verb=head, settled=True)


def signed(scene: Scene, sentences: list[Sentence], paragraph: tuple[int, int]) -> Frame | None:
    """A paragraph that is one quotation with its speaker's name after a dash: "We are one river." ― Name"""
    if not sentences or not scene.is_quoted(paragraph[0]):
        return None
    found = SIGNED.search(scene.text, max(paragraph[0], paragraph[1] - 120), paragraph[1])
    quotations = scene.quotations.inside(*paragraph)
    if (
        found is None
        or not quotations
        or quotations[-1].end > found.start() + 1
        or quotations[0].end < found.start() - 300 < paragraph[0]
    ):
        return None
    sentence, end = sentences[-1], found.start(1) + len(found[1].rstrip("."))
    head = word_at(sentence, end - 1)
    if head is None:
        return None
    return Frame(
        sentence,
        SIGNATURE,
        "turn",
        [],
        head,
        (found.start(1), end),
        (quotations[0].start, quotations[-1].end),
        verb=head,
        settled=True,
    )

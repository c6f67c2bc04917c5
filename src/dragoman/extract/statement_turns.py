"""Transcripts and interviews: SPEAKER: words."""

import re

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import word_at

TURN = re.compile(r"[\"“]?([A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|[a-z]{2,3})){0,9})(?: \([\w .'’-]{2,40}\))?: +(?=\S)")
SIGNED = re.compile(r"[\"”»’']\s*[―—–]\s*([A-Z][\w.'’-]+(?: [\w.'’-]+){0,5}),?[^.\"“”]{0,60}$")
QUESTION = re.compile(r"(?:Q|Question|QUESTION): +(?=\S)")
ANSWER = re.compile(r"(?:A|Answer|ANSWER): +(?=\S)")
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


def is_question(scene: Scene, paragraph: tuple[int, int]) -> bool:
    """Is the paragraph an interviewer's question: Q: When will the border reopen?"""
    return QUESTION.match(scene.text, *paragraph) is not None


def answer_of(scene: Scene, sentences: list[Sentence], paragraph: tuple[int, int]) -> Frame | None:
    """The answer that a paragraph is, spoken by the only person named before the first question."""
    found = ANSWER.match(scene.text, *paragraph)
    asked = next((start for start, end in scene.document.body if QUESTION.match(scene.text, start, end)), None)
    if found is None or asked is None or asked > paragraph[0]:
        return None
    named = [m for m in scene.mentions.before(asked) if m.form == "name"]
    people = [m for m in named if (e := scene.entities.get(m.entity)) is not None and e.kind == "person"]
    if len({m.entity for m in people}) != 1:
        return None
    for sentence in sentences:
        if sentence.start <= people[0].start < sentence.end and (head := word_at(sentence, people[0].end - 1)) is not None:
            clause, content = (paragraph[0], found.end()), (found.end(), paragraph[1])
            return Frame(sentence, CUE, "block", [], head, clause, content, None, outlets_in(scene, sentence), head, settled=True)
    return None


def outlets_in(scene: Scene, sentence: Sentence) -> tuple[int, ...]:
    """The outlet that the sentence which names the answerer says it was: Ana Costa spoke to **Kathimerini**."""
    found = [m for m in scene.mentions.inside(sentence.start, sentence.end) if m.form == "name"]
    outlets = [m for m in found if (e := scene.entities.get(m.entity)) is not None and e.kind == "media"]
    heads = [word_at(sentence, m.end - 1) for m in outlets[:1]]
    return tuple(head for head in heads if head is not None)


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

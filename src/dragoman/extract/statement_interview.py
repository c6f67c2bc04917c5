"""Interviews whose answers have no label: a paragraph that asks, and the paragraphs that answer it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_turns import CUE, outlets_in, turn_of
from dragoman.records import Mention, Sentence
from dragoman.text.tree import word_at

FEWEST = 2  # questions
LONGEST = 300  # characters of a question
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b(?!['’]?\.)")
MEETING = re.compile(r"\b(?:interview\w*|met|meets|spoke|speaks|talk\w*|sat down|sits down|asked|asks|answer\w*|tells|told)\b")


@dataclass(frozen=True, slots=True)
class Interview:
    """The paragraphs of a page that ask and that answer, by their place in the body, and where the answerer is named."""

    questions: frozenset[int]
    answers: frozenset[int]
    speaker: Mention


def find_interview(scene: Scene, sentences: list[Sentence]) -> Interview | None:
    """The interview that a page is; None where fewer than two questions stand alone or nobody says "I" or "we" in between.

    "Why did you leave?" / "We had no choice." / "And now?" / "I do not know." after an introduction that names one person.
    """
    body = scene.document.body
    asked = [n for n, paragraph in enumerate(body) if _asks(scene, paragraph)]
    if len(asked) < FEWEST or any(b - a == 1 for a, b in pairwise(asked)):
        return None
    answers = [n for n in range(asked[0] + 1, len(body)) if n not in asked and (n < asked[-1] or n == asked[-1] + 1)]
    ours = [n for n in answers if _first_person(scene, body[n])]
    if not answers or len(ours) * 2 < len(answers):
        return None
    speaker = _labelled(scene, sentences, answers) or _introduced(scene, sentences, body[asked[0]][0])
    return Interview(frozenset(asked), frozenset(answers), speaker) if speaker else None


def said_in(scene: Scene, interview: Interview, sentences: list[Sentence], number: int) -> Frame | None:
    """The answer that a paragraph of an interview is."""
    start, end = scene.document.body[number]
    named = interview.speaker
    home = next((s for s in sentences if s.start <= named.start < s.end), None)
    head = word_at(home, named.end - 1) if home is not None else None
    if home is None or head is None:
        return None
    return Frame(home, CUE, "block", [], head, (start, start), (start, end), None, outlets_in(scene, home), head, settled=True)


def _asks(scene: Scene, paragraph: tuple[int, int]) -> bool:
    text = scene.text[paragraph[0] : paragraph[1]].rstrip()
    return text.endswith("?") and len(text) <= LONGEST and not scene.is_quoted(paragraph[0])


def _first_person(scene: Scene, paragraph: tuple[int, int]) -> bool:
    found = FIRST_PERSON.finditer(scene.text, *paragraph)
    return any(not scene.is_quoted(match.start()) for match in found)


def _labelled(scene: Scene, sentences: list[Sentence], answers: list[int]) -> Mention | None:
    """Who the first answer says is answering: "Costa: We had no choice." """
    spoken = turn_of(scene, [s for s in sentences if s.paragraph == answers[0]], scene.document.body[answers[0]])
    if spoken is None:
        return None
    return next((m for m in scene.mentions.at(spoken.clause[1] - 1) if _is_person(scene, m)), None)


def _introduced(scene: Scene, sentences: list[Sentence], stop: int) -> Mention | None:
    """The only person named before the first question, else the first one named in a sentence that tells of the meeting."""
    before = [m for m in scene.mentions.before(stop) if m.form == "name" and _is_person(scene, m)]
    if len({m.entity for m in before}) == 1:
        return before[0]
    meetings = [s for s in sentences if s.start < stop and MEETING.search(s.text)]
    met = [[m for m in before if s.start <= m.start < s.end] for s in meetings]
    first = {found[0].entity: found[0] for found in met if found}
    return next(iter(first.values())) if len(first) == 1 else None


def _is_person(scene: Scene, mention: Mention) -> bool:
    entity = scene.entities.get(mention.entity)
    return entity is not None and entity.kind == "person"

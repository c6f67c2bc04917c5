"""Clauses behind a sentence that tell who said it, where the parser saw none: ..., Kuwait's agency KUNA reported on Sunday."""

import re
from collections.abc import Iterator

from dragoman.extract.statement_arguments import addressee_of
from dragoman.extract.statement_nouns import NOUN_PHRASE
from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_speaker import can_speak, mention_at
from dragoman.records import Sentence
from dragoman.text.tree import children

INNER = ("CCONJ",)  # the leaders of Oman and Qatar
AFTER = frozenset({"ADP", "NUM", "PROPN", "NOUN", "DET", "ADJ", "ADV", "PUNCT", "SYM", "PRON", "X"})
RETIRED = frozenset({"retd", "ret", "rtd", "retired", "retd.", "ret."})  # Brig Gen (Retd) Ana Costa said
OF = frozenset({"acting", "deputy", "of", "for", "in", "at", "to", "here"})
COMMAS = (",", '"', "”", "''", "’")
VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD"})
HAVE = frozenset({"has", "have", "had"})
NO_TELLERS = frozenset({"who", "which", "that", "this", "it", "what", "there"})


def relay_tails(scene: Scene, sentence: Sentence, frames: list[Frame]) -> Iterator[Frame]:
    """A speaker with its verb after the last comma of a sentence; an outlet's is a source."""
    fronted = {f.verb for f in frames if f.content and f.content[0] < f.clause[0]}
    for t in sentence.tokens[4:]:
        if t.i in fronted or scene.quoted[t.start] or t.pos not in ("VERB", "NOUN", "AUX"):
            continue
        cues = scene.words.verbs.get(t.lemma.lower(), ())
        cue = next((c for c in cues if "clause" in c.frames and not c.only_subject), None)
        if cue is None or any(f.verb == t.i and f.content and f.content[0] > t.start for f in frames):
            continue
        v = _helped(sentence, t.i)
        first = _start(sentence, v)
        if first is None or not any(k.tag in VERBAL for k in sentence.tokens[: first - 1]):
            continue
        head = _head(sentence, first, v)
        outlet = _is_outlet(scene, sentence, v - 1)
        if not outlet and (not _is_last(sentence, t.i) or not can_speak(scene, sentence, head) or t.tag == "VBG"):
            continue
        tokens, form = sentence.tokens, "source" if outlet else "clause"
        clause = (tokens[first].start, t.end)
        content = (tokens[0].start, tokens[first - 1].start)
        told = None if outlet else addressee_of(sentence, t.i, cue)
        yield Frame(sentence, cue, form, [t.i], v - 1 if outlet else head, clause, content, told, verb=t.i)


def without_tails(frames: list[Frame], tails: list[Frame]) -> list[Frame]:
    """Frames whose verb was found to end the sentence are left to the tail."""
    verbs = {f.verb for f in tails}
    return [f for f in frames if f.verb not in verbs]


def _helped(sentence: Sentence, v: int) -> int:
    """The first word of the verb: the minister **has** said."""
    return v - 1 if v and sentence.tokens[v].tag == "VBN" and sentence.tokens[v - 1].text.lower() in HAVE else v


def _start(sentence: Sentence, v: int) -> int | None:
    """First word of the noun phrase between a comma and a verb; a title between commas belongs to it."""
    tokens, first = sentence.tokens, v
    apart = v > 1 and tokens[v - 1].text == ","
    first -= apart
    while first > 0 and _in_phrase(sentence, first - 1):
        first -= 1
    if apart and first > 2 and tokens[first - 1].text == "," and first < v - 1:  # the minister, Yusuf Tuggar, has said
        title = first - 1
        while title > 0 and _in_phrase(sentence, title - 1):
            title -= 1
        first = title if tokens[title].pos == "DET" or tokens[title].tag == "PRP$" else v
    if tokens[first].text.lower() in NO_TELLERS and first < v - 1:  # a treaty, which the two sides agreed in March
        return None
    return first if 2 < first < v and tokens[first - 1].text in COMMAS else None


def _in_phrase(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.text in "()":
        near = {t.text.lower() for t in sentence.tokens[max(0, i - 2) : i + 3]}
        return bool(near & RETIRED)
    return token.pos in NOUN_PHRASE or token.tag in ("POS", "HYPH") or token.text.lower() in OF or token.pos in INNER


def _head(sentence: Sentence, first: int, v: int) -> int:
    """The word that governs the phrase: the **leaders** of the three countries."""
    if sentence.tokens[v - 1].text == ",":  # the minister, Yusuf Tuggar, has said
        return v - 2
    stop = next((k for k in range(first + 1, v) if sentence.tokens[k].pos == "ADP"), v)
    return stop - 1


def _is_outlet(scene: Scene, sentence: Sentence, i: int) -> bool:
    found = mention_at(scene, sentence, i)
    entity = scene.entities.get(found.entity) if found and found.end == sentence.tokens[i].end else None
    return entity is not None and entity.kind == "media"


def _is_last(sentence: Sentence, v: int) -> bool:
    """Is there nothing but a day, a place or the one told behind the verb, and is the one before it no relative pronoun?"""
    tokens = sentence.tokens
    rest = tokens[v + 1 :]
    if tokens[v - 1].text.lower() in NO_TELLERS or len(rest) > 12 or any(t.text in ('"', "“", ":", ",") for t in rest):
        return False
    helps = [k for k in children(sentence, v, "aux", "auxpass") if k < v and tokens[k].text.lower() not in HAVE]
    helped = bool(helps) or tokens[_helped(sentence, v) - 1].text.lower() in NO_TELLERS
    return not helped and all(t.pos in AFTER for t in rest)


WHILE = re.compile(r",?\s+(?:while|whereas)\s")


def parted(scene: Scene, frames: list[Frame]) -> list[Frame]:
    """Frames whose content ends before another speaker's turn: "A said X, while B said Y" is not all said by A."""
    for frame in frames:
        for other in frames:
            if frame.content is None or other is frame or other.speaker == frame.speaker:
                continue
            start, end = frame.content
            if start < other.clause[0] < end and not scene.is_quoted(start):
                turn = max((m.start() for m in WHILE.finditer(scene.text, start, other.clause[0] + 8)), default=None)
                if turn is not None and turn <= other.clause[0]:
                    frame.content = (start, turn)
    return frames

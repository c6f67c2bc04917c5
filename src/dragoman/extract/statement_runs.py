"""Indirect speech that goes on without a cue: The port would open in May, she said. It would serve both countries."""

from collections.abc import Iterator

from dragoman.extract.statement_chain import Link
from dragoman.extract.statement_scene import Frame, Scene
from dragoman.records import Sentence
from dragoman.text.tree import children

TOLD = frozenset({"clause", "source"})
BACKSHIFTED = frozenset({"would", "could", "might"})
OPEN = frozenset({"if", "unless", "whether", "first", "likely", "perhaps", "probably"})  # words of a reporter who weighs things
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
LONGEST = 2  # sentences that a run may have


def runs(scene: Scene, sentences: list[Sentence], links: list[Link]) -> Iterator[Link]:
    """Sentences right behind an indirect statement, in its paragraph, that tense and subject show to be told still."""
    told = {id(link.frame.sentence): link for link in links if link.frame.content is not None}
    source: Link | None = None
    length = 0
    for sentence in sentences:
        if id(sentence) in told:
            source, length = told[id(sentence)], 0
            continue
        busy = any(f.content and f.content[0] < sentence.end and sentence.start < f.content[1] for f in (k.frame for k in links))
        if source is None or busy or length >= LONGEST or not goes_on(scene, source.frame, sentence):
            source = None
            continue
        length += 1
        yield _carried(source, sentence)


def goes_on(scene: Scene, frame: Frame, sentence: Sentence) -> bool:
    """Is a sentence in the tense of what was told before it, about somebody or something that was named before?"""
    cue = frame.sentence.tokens[frame.verb]
    if frame.form not in TOLD or frame.content is None or (frame.form == "clause" and cue.tag not in ("VBD", "VBN")):
        return False
    inside = [t for t in frame.sentence.tokens if frame.content[0] <= t.start < frame.content[1]]
    if not any(t.text.lower() in BACKSHIFTED for t in inside) or any(scene.quoted[sentence.start : sentence.end]):
        return False
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if root is None or any(t.text.lower() in OPEN for t in sentence.tokens):
        return False
    shifted = any(sentence.tokens[k].text.lower() in BACKSHIFTED for k in children(sentence, root.i, "aux"))
    return shifted and _points_back(sentence, root.i)


def _points_back(sentence: Sentence, root: int) -> bool:
    """Is the subject a pronoun or something known: **it** would, **the line** would?"""
    for k in children(sentence, root, "nsubj", "nsubjpass"):
        token = sentence.tokens[k]
        dets = (sentence.tokens[d].text.lower() for d in children(sentence, k, "det", "poss"))
        return token.text.lower() in ("it", "he", "she", "they") or any(d in POINTING for d in dets)
    return False


def _carried(source: Link, sentence: Sentence) -> Link:
    f = source.frame
    content = (sentence.start, sentence.end)
    frame = Frame(f.sentence, f.cue, "run", f.words, f.speaker, f.clause, content, f.addressee, f.relays, f.verb, settled=True)
    return Link(frame, list(source.relays), list(source.sources), list(source.unknown))

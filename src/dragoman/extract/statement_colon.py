"""Quotations after a colon without a reporting verb: The premier attacked the deal: "..."; Minister Ana Costa: "..." """

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_speaker import can_speak, mention_at, phrase_span
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.quotes import Quotation
from dragoman.text.tree import subject

COLON = Cue(rule="reporting.toml#colon", kind="turn", says="say", frames=frozenset())
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SHORTEST = 4  # words: anything less may be a title


def colon_frames(scene: Scene, sentences: list[Sentence], frames: list[Frame]) -> list[Frame]:
    """Frames of quotations that nobody has claimed and that follow a colon in their sentence."""
    found = []
    for sentence in sentences:
        for q in scene.quotations.inside(sentence.start, sentence.end):
            taken = any(f.content and f.content[0] < q.end and q.start < f.content[1] for f in frames)
            if not taken and (frame := _frame(scene, sentence, q)) is not None:
                found.append(frame)
    return found


def _frame(scene: Scene, sentence: Sentence, q: Quotation) -> Frame | None:
    before = [t for t in sentence.tokens if t.end <= q.start]
    if len(before) < 2 or before[-1].text != ":" or len(scene.text[q.start : q.end].split()) < SHORTEST:
        return None
    verbs = [t.i for t in before if t.tag in FINITE and t.pos in ("VERB", "AUX") and not scene.quoted[t.start]]
    head = _first_head(sentence, before[-1].i) if not verbs else subject(sentence, verbs[0])
    if head is None or head >= before[-1].i:
        return None
    if not (_is_somebody(scene, sentence, head) or (not verbs and can_speak(scene, sentence, head))):
        return None
    words = verbs[:1]
    first, last = phrase_span(sentence, head)
    clause = (first, max(last, before[-1].end))
    return Frame(sentence, COLON, "turn", words, head, clause, (q.start, q.end), verb=words[0] if words else head, settled=True)


def _first_head(sentence: Sentence, stop: int) -> int:
    """The word that governs a verbless stretch: China's **embassy** in Lusaka: "..." """
    inside = [t.i for t in sentence.tokens[:stop] if t.pos in ("NOUN", "PROPN")]
    above = [i for i in inside if sentence.tokens[i].head == i or sentence.tokens[i].head >= stop]
    return above[0] if above else stop - 1


def _is_somebody(scene: Scene, sentence: Sentence, head: int) -> bool:
    """A person, or the person an unknown name stands for; a body or a state does other things before a colon."""
    found = mention_at(scene, sentence, head)
    entity = scene.entities.get(found.entity) if found else None
    if entity is not None:
        return entity.kind == "person" or (entity.kind == "group" and sentence.tokens[head].tag == "NN")
    return sentence.tokens[head].pos in ("PROPN", "PRON", "NOUN") and can_speak(scene, sentence, head)

"""Frames with a relay in them: X quoted Y as saying ..., Y was quoted by X as saying ..."""

from dragoman.extract.statement_clauses import following, fronted
from dragoman.extract.statement_passed import outlet_in
from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import phrase_span
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import agent, children, is_passive, span_of, subject, subtree


def saying_frame(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> Frame | None:
    """Xinhua quoted Xi as saying ...; Xi was quoted by Xinhua as saying ..."""
    saying = _after_as(sentence, v)
    if saying is None:
        return None
    passive = is_passive(sentence, v) and bool(children(sentence, v, "nsubjpass", "agent"))
    quoted = (
        subject(sentence, v)
        if passive
        else next((k for k in children(sentence, v, "dobj", "nsubj", "ccomp") if v < k < saying), None)
    )
    quoted = quoted if quoted is not None else next((k for k in children(sentence, saying, "nsubj") if v < k), None)
    if quoted is None:
        quoted = _noun_between(sentence, v, saying) if not passive else None
    if quoted is None:
        return None
    active = (subject(sentence, v), _outlet_before(scene, sentence, v), _noun_before(scene, sentence, v))
    passives = (agent(sentence, v), _by(sentence, saying))
    relay = next((k for k in (passives if passive else active) if k is not None), None)
    frame = Frame(sentence, cue, "saying", [v, saying], quoted, span_of(sentence, [v, saying]), verb=v)
    if relay is not None and relay != quoted:
        frame.relays = (relay,)
    ends = [phrase_span(sentence, k) for k in (quoted, relay) if k is not None]
    frame.clause = (min(frame.clause[0], *(s for s, _ in ends)), max(frame.clause[1], *(e for _, e in ends)))
    below = [k for k in children(sentence, saying, "ccomp", "dobj", "xcomp", "parataxis") if k > saying]
    if sentence.tokens[saying].lemma == "tell" and (told := _told(sentence, saying)) is not None:
        frame.content, frame.addressee = told
    elif below:
        frame.content = following(sentence, saying, [w for k in below for w in subtree(sentence, k)], set())
    elif front := [k for k in children(sentence, v, "ccomp", "parataxis") if k < v]:
        frame.content = fronted(sentence, frame, [w for k in front for w in subtree(sentence, k)])
    return frame


def _told(sentence: Sentence, saying: int) -> tuple[Chars, int] | None:
    """What follows "that" in "as telling reporters that ...", and who was told."""
    tokens = sentence.tokens
    that = next((t.i for t in tokens[saying + 1 : saying + 16] if t.text.lower() == "that"), None)
    told = next((t.i for t in tokens[saying + 1 : that] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    if that is None or told is None or that + 2 >= len(tokens):
        return None
    return (tokens[that + 1].start, tokens[-1].end), told


def _outlet_before(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The outlet named right before a verb whose subject the parser missed: Lao daily **Vientiane Times** on Monday quoted X."""
    for k in range(v - 1, max(-1, v - 8), -1):
        if sentence.tokens[k].pos in ("VERB", "AUX"):
            return None
        if (found := outlet_in(scene, sentence, k)) is not None and found.end >= sentence.tokens[k].end:
            return k
    return None


def _noun_before(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The noun before a verb whose subject the parser missed: "...," the press **service** quoted X as saying."""
    first = v
    while first > 0 and sentence.tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        first -= 1
    opens = first > 0 and (scene.quoted[sentence.tokens[first - 1].start] or sentence.tokens[first - 1].text == ",")
    return v - 1 if opens and first < v and sentence.tokens[v - 1].pos in ("NOUN", "PROPN") else None


def _after_as(sentence: Sentence, v: int) -> int | None:
    tokens = sentence.tokens
    for i in range(v + 1, min(len(tokens) - 1, v + 25)):
        if (
            tokens[i].text.lower() == "as"
            and tokens[i + 1].tag == "VBG"
            and tokens[i + 1].lemma in ("say", "tell", "add", "write", "state", "claim", "warn")
        ):
            return i + 1
    return None


def _noun_between(sentence: Sentence, v: int, saying: int) -> int | None:
    nouns = [t.i for t in sentence.tokens[v + 1 : saying - 1] if t.pos in ("PROPN", "NOUN", "PRON")]
    heads = [i for i in nouns if sentence.tokens[i].head not in nouns or sentence.tokens[i].head == i]
    heads = [i for i in heads if sentence.tokens[i].dep != "pobj"] or heads
    return heads[0] if heads else None


def _by(sentence: Sentence, saying: int) -> int | None:
    """The relay in "was quoted as saying by Kyodo"."""
    for by in children(sentence, saying, "agent", "prep"):
        if sentence.tokens[by].lemma == "by":
            return next(iter(children(sentence, by, "pobj")), None)
    return None

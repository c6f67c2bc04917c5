"""Frames of reporting verbs: who speaks, and which of the verb's frames the sentence fills."""

from collections.abc import Iterator

from dragoman.extract.statement_arguments import addressee_of, after_phrase, argument_words, asked_of, core_words, has_phrase
from dragoman.extract.statement_clauses import after_that, clause_content
from dragoman.extract.statement_matrix import matrix_of
from dragoman.extract.statement_saying import saying_frame
from dragoman.extract.statement_scene import DATELINE, Chars, Frame, Scene
from dragoman.extract.statement_speaker import can_speak, mention_at, phrase_span
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import agent, children, is_negated, is_passive, span_of, subject

ORDER = (
    "saying",
    "clause",
    "phrase-clause",
    "bid",
    "call-on",
    "as",
    "name",
    "about",
    "phrase",
    "object",
    "to",
    "quoted",
    "quoted-clause",
    "quote-only",
)
GUARDED = frozenset(
    {"suggest", "confirm", "stress", "predict", "mention", "propose", "belief", "wish", "knowledge", "condemn", "judge", "rule"}
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LOOSE_CLAUSE = frozenset({"say", "ask", "tell", "write", "answer", "announce"})
DENYING = frozenset({"deny", "belief", "wish", "knowledge", "stance"})
AIMING = frozenset(  # went on to say, preferred to stress
    "go come continue begin proceed start appear seem hasten rush prefer choose dare".split()
)
UNSAID = frozenset({"will", "shall", "may", "might", "should", "must", "would", "could", "'ll"})


def verb_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """Frames of all reporting verbs of a sentence outside quotation marks; at most one a verb."""
    for token in sentence.tokens:
        if token.pos not in ("VERB", "AUX") or scene.quoted[token.start] or token.text.lower() in scene.words.sources:
            continue
        cues = scene.words.verbs.get(token.lemma.lower())
        if cues is None:
            continue
        fitting = sorted({(ORDER.index(form), form, cue.rule): (form, cue) for cue in cues for form in _forms(cue)}.items())
        frames = (_frame(scene, sentence, token.i, form, cue) for _, (form, cue) in fitting)
        waiting: Frame | None = None
        for frame in frames:
            if frame is not None and frame.content is not None:
                yield frame
                break
            waiting = waiting or frame
        else:
            if waiting is not None:
                yield waiting


def _own(scene: Scene, sentence: Sentence, v: int, *labels: str) -> list[int]:
    """Dependents of a cue outside quotation marks: "No retreat," he shouted has no "no"."""
    return [k for k in children(sentence, v, *labels) if not scene.quoted[sentence.tokens[k].start]]


def _speaker(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The verb's subject, never a word of the quotation beside it."""
    first = v
    while sentence.tokens[first].dep == "conj" and not children(sentence, first, "nsubj") and sentence.tokens[first].head < first:
        first = sentence.tokens[first].head  # When the guest spoke, the **king** laughed and said ...
    if len(children(sentence, first, "nsubj")) > 1 and (own := _own(scene, sentence, first, "nsubj")):
        return own[-1]
    found = subject(sentence, v)
    if found is not None and sentence.tokens[found].tag == "VBG":  # Reacting, a spokesman told ...
        found = next((k for k in children(sentence, found, "appos") if sentence.tokens[k].pos in ("NOUN", "PROPN")), found)
    if found is None or _is_scenery(scene, sentence, found):
        found = _right_before(scene, sentence, v, found)
    if found is not None and found < v:  # "To know Kyiv, Klitschko said, ...": the name right before the verb speaks
        for k in children(sentence, found, "appos"):
            if k == v - 1 and sentence.tokens[k].pos == "PROPN":
                return k
    return None if found is None or scene.quoted[sentence.tokens[found].start] else found


def _is_scenery(scene: Scene, sentence: Sentence, k: int) -> bool:
    """Is a subject the town of the dateline, or of "In Kyiv, ..." at the start?"""
    if k > 12 or sentence.tokens[k].pos != "PROPN":
        return False
    dateline = DATELINE.match(scene.text, sentence.start, sentence.end)
    in_town = 0 < k < 4 and sentence.tokens[0].pos == "ADP" and sentence.tokens[0].head > k and sentence.tokens[k + 1].text == ","
    return in_town or (dateline is not None and sentence.tokens[k].start < dateline.end())


def _right_before(scene: Scene, sentence: Sentence, v: int, scenery: int | None) -> int | None:
    """The name that stands before a verb whose subject the parser missed: "OSLO (dpa) - Norway's **Store** on Friday said"."""
    tokens = sentence.tokens
    if scenery is None and not (0 < v < 6 and tokens[0].pos == "PROPN" and tokens[v].tag in FINITE):
        return None
    first = 0
    if scenery is not None and (dateline := DATELINE.match(scene.text, sentence.start, sentence.end)):
        first = next((t.i for t in tokens if t.start >= dateline.end()), v)
    elif scenery is not None:
        first = scenery + 1
    names = [t.i for t in tokens[first:v] if t.pos in ("PROPN", "NOUN") and t.dep not in ("npadvmod", "pobj", "compound", "poss")]
    known = [k for k in names if mention_at(scene, sentence, k) is not None and can_speak(scene, sentence, k)]
    return known[0] if known else scenery


def _forms(cue: Cue) -> frozenset[str]:
    """A verb that takes a clause takes a quoted object too: reported "2,521 incidents"."""
    return cue.frames | {"quoted"} if "clause" in cue.frames else cue.frames


def _frame(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue) -> Frame | None:
    if form == "saying":
        return saying_frame(scene, sentence, v, cue)
    if _is_unsaid(scene, sentence, v, cue):
        return None
    if cue.particle and not any(sentence.tokens[k].lemma == cue.particle for k in children(sentence, v, "prt", "advmod", "prep")):
        return None
    misread = _misread(scene, sentence, v)
    passive = is_passive(sentence, v) and misread is None
    if misread is None and sentence.tokens[v].tag == "VBN" and sentence.tokens[v].dep in ("acl", "amod") and not passive:
        return None  # tariffs announced in May
    if form != "as" and not passive and misread is None and _is_aside(sentence, v):
        return None
    above = matrix_of(scene, sentence, v)
    found = misread if misread is not None else _speaker(scene, sentence, v if above is None else above)
    speaker = agent(sentence, v) if passive else found
    if passive and form not in ("clause", "quote-only") and not (form == "as" and speaker is not None):
        return None
    if speaker is None and not passive:
        speaker = _inverted(scene, sentence, v)
    if speaker is not None and not _fits(scene, sentence, speaker, form, cue):
        return None
    if speaker is None and (form != "clause" or not _is_impersonal(sentence, v)):
        return None
    frame = _begin(scene, sentence, v, form, cue, speaker)
    content = _content(scene, sentence, v, form, cue, frame, passive)
    put_so = form == "phrase-clause" and has_phrase(sentence, v, cue)
    if content is None and form not in ("clause", "quote-only", "quoted-clause") and not put_so:
        return None
    if speaker is None and content is None:
        return None
    frame.content = content
    return frame


def _misread(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The speaker of a main verb that the parser took for a participle: One of the envoys who signed **called** Orban a fake."""
    token = sentence.tokens[v]
    if token.dep not in ("acl", "amod", "relcl") or token.tag not in ("VBN", "VBD") or children(sentence, v, "agent", "nsubj"):
        return None
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), token)
    if root.pos not in ("NOUN", "PROPN", "NUM", "PRON") or root.i >= v:
        return None
    finite = [t for t in sentence.tokens if t.tag in ("VBZ", "VBP", "VBD", "MD") and t.i != v and not scene.quoted[t.start]]
    if any(not _is_below_relative(sentence, t.i, v) for t in finite):
        return None
    return root.i if can_speak(scene, sentence, root.i) else None


def _is_aside(sentence: Sentence, v: int) -> bool:
    """Is the verb a participle of what is done to the subject: "**Accused** of theft, Ana Ruiz left", "when **asked**"?"""
    token = sentence.tokens[v]
    hangs = token.dep in ("advcl", "prep", "acl", "pcomp")
    if token.tag != "VBN" or not hangs or children(sentence, v, "aux", "nsubj", "dobj"):
        return False
    before = sentence.tokens[v - 1].text.lower() if v else ""
    return not before or before in ("when", "if", "as", "than", "while", "once", "though", ",")


def _is_below_relative(sentence: Sentence, i: int, v: int) -> bool:
    """Does a finite verb stand in a relative clause, or in what the verb at v says?"""
    while sentence.tokens[i].head != i:
        if i == v or sentence.tokens[i].dep == "relcl":
            return True
        i = sentence.tokens[i].head
    return False


def _is_impersonal(sentence: Sentence, v: int) -> bool:
    """It was announced that ...: a statement without a speaker."""
    own = children(sentence, v, "nsubjpass", "nsubj", "expl")
    return any(sentence.tokens[k].text.lower() == "it" for k in own) and any(k > v for k in children(sentence, v, "ccomp"))


def _begin(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, speaker: int | None) -> Frame:
    words = [k for k in _own(scene, sentence, v, "aux", "auxpass", "neg", "prt") if abs(k - v) < 6] + [v]
    start, end = span_of(sentence, words)
    if speaker is not None:
        first, last = phrase_span(sentence, speaker)
        if last <= start and sentence.tokens[speaker].start < start and not _far(scene, last, start):
            start = min(start, first)
        elif first >= end and not _far(scene, end, first):
            end = max(end, last)
    return Frame(sentence, cue, form, sorted(words), speaker, (start, end), verb=v)


def _far(scene: Scene, start: int, end: int) -> bool:
    """Do two places lie too far apart, or in different quotations, to be one clause?"""
    return end - start > 160 or any(scene.quoted[i] for i in range(start, end))


def _fits(scene: Scene, sentence: Sentence, speaker: int, form: str, cue: Cue) -> bool:
    token = sentence.tokens[speaker]
    if cue.only_subject:
        return token.lemma.lower() in cue.only_subject or token.text.lower() in cue.only_subject
    if token.dep == "expl" or token.text.lower() in ("this", "that", "which", "there", "what"):
        return False
    if token.text.lower() == "it" and mention_at(scene, sentence, speaker) is None:
        return form in ("clause",) and cue.says in LOOSE_CLAUSE
    if (
        form in ("clause", "quoted-clause")
        and cue.says not in GUARDED
        and token.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
    ):
        return True
    return can_speak(scene, sentence, speaker)


def _is_unsaid(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> bool:
    """Did it not happen: did not say, if he says, may say?"""
    if cue.says in DENYING:
        return False
    denied = [k for k in _own(scene, sentence, v, "neg") if k < v]  # not "stressed not speed but depth"
    if denied or any(is_negated(sentence, k) for k in _own(scene, sentence, v, "nsubj", "nsubjpass")):
        return True
    if any(sentence.tokens[k].lemma in ("if", "unless", "whether") for k in _own(scene, sentence, v, "mark")):
        return True
    helping = [sentence.tokens[k].text.lower() for k in _own(scene, sentence, v, "aux")]
    if "to" in helping and sentence.tokens[sentence.tokens[v].head].lemma not in AIMING:
        return True
    return any(word in UNSAID for word in helping)


def _inverted(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """A speaker after the verb that the parser took for its object: "...," said the Omani minister."""
    after_quotation = v > 0 and scene.quoted[sentence.tokens[v - 1].start]
    at_start = v == 0 and sentence.start > 1 and any(scene.quoted[sentence.start - 3 : sentence.start])
    if after_quotation or at_start:
        for k in children(sentence, v, "dobj", "attr", "oprd", "dep", "npadvmod"):
            if k > v and can_speak(scene, sentence, k):
                return k
    if v > 2 and sentence.tokens[v].tag in FINITE and sentence.tokens[v - 1].text == ",":  # "..., warned Baron Waqa"
        fronted = any(k < v for k in children(sentence, v, "ccomp"))
        for k in children(sentence, v, "dobj", "npadvmod", "oprd", "attr") if fronted else ():
            if k <= v + 5 and sentence.tokens[k].pos == "PROPN" and can_speak(scene, sentence, k):
                return k
    if v == 0 and sentence.tokens[v].tag == "VBD":  # Said the envoy: "..."
        return _first_name(scene, sentence, range(1, min(8, len(sentence.tokens))))
    closed = next((i for i in range(v - 1, max(-1, v - 25), -1) if scene.quoted[sentence.tokens[i].start]), None)
    return None if closed is None else _first_name(scene, sentence, range(closed + 1, v))


def _first_name(scene: Scene, sentence: Sentence, places: range) -> int | None:
    """The last word of the first noun phrase of a stretch, when it is somebody: "...," **Flynn**, an aide, said."""
    found = None
    for i in places:
        if sentence.tokens[i].pos in ("PROPN", "NOUN", "PRON"):
            found = i
        elif found is not None or sentence.tokens[i].pos not in ("DET", "ADJ", "NUM"):
            break
    return found if found is not None and can_speak(scene, sentence, found) else None


def _content(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, frame: Frame, passive: bool) -> Chars | None:
    if form in ("clause", "phrase-clause"):
        if form == "phrase-clause" and not has_phrase(sentence, v, cue):
            return None
        frame.addressee = addressee_of(sentence, v, cue)
        found = clause_content(scene, sentence, v, frame)
        return after_that(sentence, v, found) if form == "phrase-clause" else found
    if form in ("quote-only", "quoted-clause"):
        frame.addressee = addressee_of(sentence, v, cue)
        return None
    if form == "phrase":
        return after_phrase(scene, sentence, v, cue)
    if form in ("bid", "call-on") or cue.tells:
        frame.addressee = asked_of(sentence, v)
    words = argument_words(scene, sentence, v, form, cue, frame)
    if not words:
        return None
    frame.settled = True
    return span_of(sentence, core_words(scene, sentence, words, form))

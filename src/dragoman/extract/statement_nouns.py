"""Frames without a reporting verb: according to X, X's warning that ..., X is adamant that ..."""

from collections.abc import Iterator

from dragoman.extract.statement_matrix import without_added
from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import can_speak, phrase_span
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import after_preposition, ancestors, children, is_negated, is_passive, span_of, subject, subtree

NOUN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
LIGHT = frozenset(
    {"make", "issue", "repeat", "reiterate", "release", "give", "have", "renew", "voice", "express", "raise", "deliver", "send"}
)


def source_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """according to X, as reported by X, citing X: the sentence around it is what X says."""
    tokens = sentence.tokens
    low = [t.text.lower() for t in tokens]
    for i in range(len(tokens) - 1):
        if low[i] not in scene.words.source_starts or scene.quoted[tokens[i].start]:
            continue
        for size in (4, 3, 2, 1):
            cue = scene.words.sources.get(" ".join(low[i : i + size])) if i + size < len(tokens) else None
            if cue is not None and (frame := _source(scene, sentence, i, size, cue)) is not None:
                yield frame
                break


def _source(scene: Scene, sentence: Sentence, i: int, size: int, cue: Cue) -> Frame | None:
    tokens = sentence.tokens
    words = list(range(i, i + size))
    head = _speaker_after(sentence, i, size)
    if head is None:
        return None
    while head + 1 < len(tokens) and tokens[head].lemma.lower() in scene.words.relays and tokens[head + 1].tag == "NNP":
        head += 1  # state news agency **SONNA**
    if cue.named and not (tokens[head].pos == "PROPN" and (i == 0 or tokens[i - 1].text in ',;"”')):
        return None
    if cue.relays and not can_speak(scene, sentence, head):
        return None
    last = max(k for k in subtree(sentence, head) if k >= i) if subtree(sentence, head)[-1] < len(tokens) else head
    last = _phrase_end(sentence, head, last)
    clause = (tokens[i].start, tokens[last].end)
    frame = Frame(sentence, cue, "source", words, head, clause, verb=i)
    frame.content = _around(scene, sentence, i, last)
    return frame if frame.content else None


def _speaker_after(sentence: Sentence, i: int, size: int) -> int | None:
    """Head of the noun phrase after the cue's last word."""
    last = i + size - 1
    misread = [k for verb in children(sentence, last, "pcomp") for k in children(sentence, verb, "dobj")]
    for k in [*children(sentence, last, "pobj", "dobj"), *children(sentence, i, "pobj", "dobj"), *misread]:
        if k > last:
            return k
    inside = [t.i for t in sentence.tokens[last + 1 : last + 12]]
    run = []
    for k in inside:
        if sentence.tokens[k].pos not in NOUN_PHRASE and sentence.tokens[k].tag != "POS":
            break
        run.append(k)
    nouns = [k for k in run if sentence.tokens[k].pos in ("NOUN", "PROPN", "PRON")]
    return nouns[-1] if nouns else None


def _phrase_end(sentence: Sentence, head: int, last: int) -> int:
    """Where the speaker's phrase stops: before a comma that starts the told clause, when it stands first."""
    for k in range(head + 1, last + 1):
        token = sentence.tokens[k]
        if token.text == "," and any(t.pos in ("VERB", "AUX") for t in sentence.tokens[k : last + 1]):
            return k - 1
    return last


def _around(scene: Scene, sentence: Sentence, i: int, last: int) -> Chars | None:
    """The clause that the phrase belongs to: what stands before it, else what comes after."""
    tokens = sentence.tokens
    before = [t for t in tokens[:i] if t.pos != "PUNCT"]
    after = [t for t in tokens[last + 1 :] if t.pos != "PUNCT"]
    if len(before) >= 3 or (before and any(t.pos in ("VERB", "AUX") for t in before)):
        if any(t.pos in ("VERB", "AUX") for t in before):
            return before[0].start, _closed(scene, before[-1].end)
        if any(t.pos in ("VERB", "AUX") for t in after):  # "The talks, according to Kyodo, will resume"
            return before[0].start, _closed(scene, after[-1].end)
        return before[0].start, _closed(scene, before[-1].end)
    if after:
        return after[0].start, _closed(scene, after[-1].end)
    return None


def _closed(scene: Scene, end: int) -> int:
    """The end of a clause with the bracket that closes it."""
    return end + 1 if scene.text[end : end + 1] == ")" else end


def noun_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """The claim that ..., X's promise to ..., X expressed concern that ..."""
    for token in sentence.tokens:
        if token.pos != "NOUN" or scene.quoted[token.start]:
            continue
        for cue in scene.words.nouns.get(token.lemma.lower(), ()):
            frame = _noun(scene, sentence, token.i, cue)
            if frame is not None:
                yield frame
                break


def _noun(scene: Scene, sentence: Sentence, n: int, cue: Cue) -> Frame | None:
    clause = _clause_of(sentence, n, cue)
    if clause is None or _only_where(scene, sentence, n):
        return None
    verb = sentence.tokens[n].head if sentence.tokens[n].dep in ("dobj", "nsubjpass", "attr") else None
    helped = verb is not None and sentence.tokens[verb].lemma.lower() in (cue.helpers or LIGHT)
    if cue.helpers and not helped:
        helped = bool(children(sentence, n, "poss"))
        verb = None
        if not helped:
            return None
    speaker = _owner(sentence, n)
    if speaker is not None and helped and sentence.tokens[speaker].tag == "PRP$":  # Portugal repeated its promise to ...
        speaker = None
    words = [n]
    if speaker is None and helped and verb is not None:
        if is_negated(sentence, verb):
            return None
        speaker = subject(sentence, verb) if not is_passive(sentence, verb) else None
        words = [verb, n]
    speaker = speaker if speaker is not None else _owner(sentence, n)
    if speaker is not None and not can_speak(scene, sentence, speaker):
        return None
    if speaker is None and (cue.infinitive or cue.helpers):
        return None
    if not helped and any(sentence.tokens[k].text.lower() == "to" for k in children(sentence, clause, "aux")):
        return None
    content = without_added(scene, sentence, [k for k in subtree(sentence, clause) if k > n])
    if content and sentence.tokens[content[0]].text.lower() == "that":
        content = content[1:]
    if not content:
        return None
    spans = [span_of(sentence, words)] + ([phrase_span(sentence, speaker)] if speaker is not None else [])
    around = (min(s for s, _ in spans), max(e for _, e in spans))
    return Frame(sentence, cue, "noun", words, speaker, around, span_of(sentence, content), verb=n, settled=True)


def _only_where(scene: Scene, sentence: Sentence, n: int) -> bool:
    """Does the noun only tell where a verb's clause was said: denied **in remarks** to EFE that ...?"""
    token = sentence.tokens[n]
    over = sentence.tokens[token.head]
    above = sentence.tokens[over.head]
    return (
        token.dep == "pobj" and over.lemma in ("in", "during", "at") and above.i < n and above.lemma.lower() in scene.words.verbs
    )


def _clause_of(sentence: Sentence, n: int, cue: Cue) -> int | None:
    """The that-clause (or infinitive) that a noun governs, itself or through its preposition phrase."""
    low = sentence.tokens
    places = [n, *(k for by in children(sentence, n, "prep") for k in children(sentence, by, "pobj"))]
    head = sentence.tokens[n].head
    for place in [*places, *([head] if sentence.tokens[n].dep == "dobj" else [])]:
        for k in children(sentence, place, "acl", "ccomp", "relcl", "advcl"):
            if k < n:
                continue
            if any(low[m].text.lower() == "that" for m in children(sentence, k, "mark")):
                return k
            if (
                cue.infinitive
                and place == n
                and low[k].dep == "acl"
                and any(low[m].text.lower() == "to" for m in children(sentence, k, "aux"))
            ):
                return k
    return None


def _owner(sentence: Sentence, n: int) -> int | None:
    """Whose claim: Iran's claim, a claim by Iran, claims from Iran."""
    for k in children(sentence, n, "poss"):
        return k
    for k in after_preposition(sentence, n, "by", "from", "of"):
        return k
    return None


def adjective_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """X is adamant that ..."""
    for token in sentence.tokens:
        if token.pos != "ADJ" or scene.quoted[token.start]:
            continue
        for cue in scene.words.adjectives.get(token.lemma.lower(), ()):
            clauses = [k for k in children(sentence, token.i, "ccomp", "xcomp", "prep") if k > token.i]
            clauses += [k for k in children(sentence, token.head, "ccomp") if k > token.i and token.dep == "acomp"]
            if not clauses or token.dep not in ("acomp", "amod", "ROOT", "conj", "oprd"):
                continue
            speaker = next((subject(sentence, a) for a in ancestors(sentence, token.i) if subject(sentence, a) is not None), None)
            if speaker is None or not can_speak(scene, sentence, speaker):
                continue
            content = [k for k in subtree(sentence, clauses[0]) if k > token.i]
            if content and sentence.tokens[content[0]].text.lower() == "that":
                content = content[1:]
            if content:
                first, last = phrase_span(sentence, speaker)
                around = (min(first, token.start), max(last, token.end))
                yield Frame(sentence, cue, "adjective", [token.i], speaker, around, span_of(sentence, content), settled=True)
                break

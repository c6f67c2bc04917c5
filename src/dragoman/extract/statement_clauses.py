"""What was said, when it is a clause: before the cue, around it or after it."""

from itertools import takewhile

from dragoman.extract.statement_asides import as_said, first_text, has_that, interrupted, is_parenthesis
from dragoman.extract.statement_matrix import matrix_of
from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import phrase_words
from dragoman.records import Sentence
from dragoman.text.tree import ancestors, children, span_of, subtree

GOING_ON = frozenset({"since", "because", "although", "though", "whether", "unless", "until", "if", "given", "so"})


def clause_content(scene: Scene, sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """Content of a verb that takes a clause: before it, around it or after it."""
    tokens = sentence.tokens
    speaker = set(phrase_words(sentence, frame.speaker)) if frame.speaker is not None else set()
    clauses = [k for k in children(sentence, v, "ccomp", "parataxis", "csubj") if k not in speaker]
    clauses += [k for k in children(sentence, v, "xcomp", "advcl") if k > v and has_that(sentence, k)]
    clauses = [k for k in clauses if not is_parenthesis(scene, sentence, k)]
    clauses = _behind_break(sentence, v, clauses)
    if (rest := as_said(scene, sentence, v, frame)) is not None:
        return rest
    if (around := interrupted(sentence, v, frame)) is not None:
        return around
    if not clauses and is_parenthesis(scene, sentence, v):
        below = set(subtree(sentence, v))
        return fronted(sentence, frame, [k for k in subtree(sentence, tokens[v].head) if k not in below and k < v])
    clauses = clauses or _that_below(sentence, v)
    if not clauses:
        return None
    first = clauses[0]
    words = subtree(sentence, first)
    if words[0] < v:
        before = first < v
        if before and words[-1] < v:
            left = [k for k in subtree(sentence, v) if k < v and k not in speaker]
            return fronted(sentence, frame, [left[0] if left else words[0], *words])
        return span_of(sentence, [k for k in words if k not in speaker and k != v])
    reasons = [k for k in children(sentence, v, "advcl") if k > first and first_text(sentence, k) in GOING_ON]
    for later in [*clauses[1:], *reasons]:
        if later > v:
            words += subtree(sentence, later)
    words += _goes_on(scene, sentence, v, max(words) + 1)
    words = _without_coordinated(scene, sentence, v, words)
    return following(sentence, v, _without_told(sentence, v, words) if frame.cue.tells else words, speaker)


def _behind_break(sentence: Sentence, v: int, clauses: list[int]) -> list[int]:
    """Clauses after the cue only, when what stands before it ends in a semicolon or colon: Talks failed; Oslo says it waits."""
    after = [k for k in clauses if k > v]
    if not after or not any(k < v for k in clauses):
        return clauses
    before = max(subtree(sentence, k)[-1] for k in clauses if k < v)
    return after if any(t.text in (";", ":", "—") for t in sentence.tokens[before : before + 3]) else clauses


def _goes_on(scene: Scene, sentence: Sentence, v: int, stop: int) -> list[int]:
    """What the parser cut off what was said: after a colon, or "but she knows ..." which it hung on the cue."""
    tokens = sentence.tokens
    if stop < len(tokens) - 1 and tokens[stop].text == ":":
        return list(range(stop, len(tokens) - 1))
    for k in children(sentence, v, "conj"):
        own = children(sentence, k, "nsubj")
        pronoun = bool(own) and tokens[own[0]].tag == "PRP" and tokens[k].lemma.lower() not in scene.words.verbs
        if pronoun and stop <= own[0] <= stop + 3 and not scene.quoted[tokens[own[0]].start]:
            return list(range(stop, subtree(sentence, k)[-1] + 1))
        first = subtree(sentence, k)[0]
        joined = stop < first <= stop + 2 and tokens[stop].text == "," and tokens[k].lemma.lower() not in scene.words.verbs
        if joined and not scene.quoted[tokens[first].start] and _is_still_told(sentence, k, own):
            return list(range(stop, subtree(sentence, k)[-1] + 1))
    return []


def _is_still_told(sentence: Sentence, k: int, own: list[int]) -> bool:
    """Is a clause joined to the cue told as well: said it would take time, **but would bring peace**?"""
    if children(sentence, k, "expl"):
        return True
    return not own and any(sentence.tokens[a].text.lower() in ("would", "could", "might") for a in children(sentence, k, "aux"))


def _without_coordinated(scene: Scene, sentence: Sentence, v: int, words: list[int]) -> list[int]:
    """What was said without a reporting verb that belongs to the speaker again: ... and warned of more."""
    for w in sorted(words):
        if w > v and sentence.tokens[w].lemma.lower() in scene.words.verbs and matrix_of(scene, sentence, w) == v:
            first = subtree(sentence, w)[0]
            stop = first - 1 if first > 0 and sentence.tokens[first - 1].pos in ("CCONJ", "PUNCT") else first
            return [k for k in words if k < stop]
    return words


def _without_told(sentence: Sentence, v: int, words: list[int]) -> list[int]:
    """What was said without the one told, whom the parser took for its first words: told broadcaster **ORTM that** ..."""
    after = sorted(k for k in words if k > v)
    for n, k in enumerate(after[:6]):
        token = sentence.tokens[k]
        if token.text.lower() == "that" and n and token.tag == "IN":
            return after[n:]
        if token.pos not in ("PROPN", "NOUN", "ADJ", "DET") and not token.text.isupper():
            return words
    return words


def after_that(sentence: Sentence, v: int, found: Chars | None) -> Chars | None:
    """The clause of "made clear that ..." without "clear that"."""
    that = next((t for t in sentence.tokens[v + 1 : v + 6] if t.text.lower() == "that"), None)
    return (that.end + 1, found[1]) if found and that is not None and found[0] <= that.start < found[1] else found


def fronted(sentence: Sentence, frame: Frame, words: list[int]) -> Chars | None:
    start, end = span_of(sentence, words)
    if start < frame.clause[0]:
        end = min(max(end, start), frame.clause[0]) if end > frame.clause[0] else frame.clause[0]
    return (start, end) if end > start else None


def following(sentence: Sentence, v: int, words: list[int], speaker: set[int]) -> Chars | None:
    kept = sorted(k for k in words if k > v and k not in speaker)
    while kept and (sentence.tokens[kept[0]].text.lower() in ("that", ",", ":") or sentence.tokens[kept[0]].pos == "PUNCT"):
        first = sentence.tokens[kept[0]]
        if first.text.lower() == "that" and first.dep != "mark" and not _is_conjunction(sentence, first.i):
            break
        if first.text in "\"“„«‘'":
            break
        kept.pop(0)
    return span_of(sentence, kept) if kept else None


def _that_below(sentence: Sentence, v: int) -> list[int]:
    """A that-clause that the parser hung on a noun after the verb: told a briefing **that China opposed it**."""
    for mark in sentence.tokens[v + 1 :]:
        if mark.text.lower() == "that" and mark.head > mark.i and (mark.dep == "mark" or _is_conjunction(sentence, mark.i)):
            path = takewhile(lambda k: k != v and not _is_clause(sentence, k), ancestors(sentence, mark.head))
            last = next(reversed([mark.head, *path]))
            return [mark.head] if sentence.tokens[last].head == v and last != v else []
    return []


def _is_clause(sentence: Sentence, k: int) -> bool:
    """Is the word a verb of a clause, not the gerund of "told reporters after **seeing** Li off that ..."?"""
    token = sentence.tokens[k]
    return token.pos in ("VERB", "AUX") and not (token.tag == "VBG" and token.dep == "pcomp")


def _is_conjunction(sentence: Sentence, i: int) -> bool:
    """Is a "that" which the parser took for a relative pronoun a conjunction, its clause having subject and object?"""
    token = sentence.tokens[i]
    if token.tag != "WDT" or token.dep not in ("dobj", "nsubj"):
        return False
    labels = ("nsubj", "nsubjpass") if token.dep == "nsubj" else ("dobj", "attr", "acomp")
    return bool(children(sentence, token.head, "nsubj", "nsubjpass")) and any(
        k != i for k in children(sentence, token.head, *labels)
    )

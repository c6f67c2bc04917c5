"""Cues thrown into the midst of what was said: The goal, he said, is peace."""

from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.records import Sentence
from dragoman.text.tree import children, subtree

FINITE = frozenset({"VBD", "VBZ", "VBP"})
BREAKS = frozenset({",", ";", ":", ".", "–", "—", "--", '"', "”", "''", "(", ")"})
CLOSING = frozenset({'"', "”", "''", "»"})
OPENING = frozenset({'"', "“", "``", "«", "„"})
GOING_ON = frozenset({"since", "because", "although", "though", "whether", "unless", "until", "if", "given", "so"})


LEADING_ON = frozenset({"WRB", "VBZ", "VBD", "IN"})
CARRYING_ON = frozenset({"that", "for", "to", "without", "between", "from"})  # a plan, he said, for the mines


def interrupted(sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """The whole sentence when "X said" stands between commas in the midst of it: The goal, he said, is peace."""
    tokens = sentence.tokens
    low = next((t.i for t in tokens if t.start >= frame.clause[0]), v)
    high = next((t.i for t in reversed(tokens) if t.end <= frame.clause[1]), v)
    if low < 2 or tokens[low - 1].text not in BREAKS or has_clause_after(sentence, v):
        return None
    if tokens[low - 1].text in CLOSING and tokens[low - 2].text != ",":
        return None
    while (
        high + 1 < len(tokens)
        and high < v + 9
        and tokens[high + 1].text not in BREAKS
        and tokens[high + 1].pos not in ("VERB", "AUX")
    ):
        high += 1
    if high + 4 >= len(tokens) or tokens[high + 1].text != ",":
        return None
    goes_on = tokens[high + 2].text.lower() in GOING_ON
    if tokens[high + 2].text.lower() in CARRYING_ON and _is_complete(sentence, 0, low):
        return tokens[0].start, tokens[-1].end
    leads_on = low > 2 and tokens[low - 2].tag in LEADING_ON and low < 6  # That is why, he argued, the talks ...
    if tokens[high + 2].pos == "CCONJ" or (_is_complete(sentence, 0, low) and not goes_on and not leads_on):
        return None
    if not any(t.tag in FINITE or t.tag == "MD" for t in tokens[high + 2 :]):
        return None
    if (tokens[high + 2].tag == "VBG" and tokens[high + 2].dep != "csubj") or (
        tokens[high + 2].text in OPENING and tokens[low - 1].text not in CLOSING
    ):
        return None
    return tokens[0].start, tokens[-1].end


def as_said(scene: Scene, sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """What "As the envoy said, ..." or "..., as the envoy said." speaks of: the rest of the sentence."""
    tokens = sentence.tokens
    low = next((t.i for t in tokens if t.start >= frame.clause[0]), v)
    high = next((t.i for t in reversed(tokens) if t.end <= frame.clause[1]), v)
    things = [k for k in children(sentence, v, "ccomp", "dobj") if tokens[k].text.lower() != "it"]  # as he put it
    if low == 0 or tokens[low - 1].text.lower() != "as" or high + 1 >= len(tokens) or things:
        return None
    comma = next((t.i for t in tokens[high + 1 : high + 5] if t.text == ","), None)
    if comma is not None and tokens[comma + 1].text.lower() in scene.words.sources:  # as he put it, citing X, ...
        comma = next((t.i for t in tokens[comma + 1 : comma + 12] if t.text == ","), comma)
        low = low if low > 1 else 1
        return (tokens[comma + 1].start, tokens[-1].end) if low == 1 and comma + 2 < len(tokens) else None
    if low == 1 and comma is not None and comma + 2 < len(tokens) and _no_verb(sentence, high + 1, comma):
        return tokens[comma + 1].start, tokens[-1].end
    if low > 4 and tokens[low - 2].text == "," and tokens[high + 1].text == ".":
        return tokens[0].start, tokens[low - 2].start
    thrown_in = low > 2 and tokens[low - 2].text == "," and tokens[high + 1].text == "," and tokens[v].tag in FINITE
    if thrown_in and any(t.tag in FINITE or t.tag == "MD" for t in tokens[high + 2 :]) and _no_verb(sentence, 0, low - 2):
        return tokens[0].start, tokens[-1].end  # Peru, as one of its envoys pointed out, ...
    return None


def _no_verb(sentence: Sentence, first: int, stop: int) -> bool:
    return not any(t.pos in ("VERB", "AUX") for t in sentence.tokens[first:stop])


def has_clause_after(sentence: Sentence, v: int) -> bool:
    return any(k > v and has_that(sentence, k) for k in children(sentence, v, "ccomp"))


def _is_complete(sentence: Sentence, first: int, last: int) -> bool:
    """Do these words hold a main clause: a finite verb with its subject, not after though, if, when or who?"""
    for t in sentence.tokens[first:last]:
        if t.tag not in FINITE and t.tag != "MD":
            continue
        verb = t.head if t.dep in ("aux", "auxpass") else t.i
        own = [k for k in children(sentence, verb, "nsubj", "nsubjpass", "expl") if first <= k < last]
        below = sentence.tokens[verb].dep in ("relcl", "advcl", "acl", "pcomp") or bool(children(sentence, verb, "mark"))
        if own and first <= verb < last and not below:
            return True
    return False


def is_parenthesis(scene: Scene, sentence: Sentence, v: int) -> bool:
    """Is it a clause thrown in after a comma, which has no content after it: "..., Kyodo said, and ..."?"""
    token = sentence.tokens[v]
    if (
        token.dep not in ("ccomp", "parataxis", "conj", "advcl")
        or token.head >= v
        or token.lemma.lower() not in scene.words.verbs
    ):
        return False
    own = children(sentence, v, "nsubj", "nsubjpass")
    if not own or children(sentence, v, "ccomp", "xcomp", "dobj", "mark", "cc") or own[0] > v + 6:
        return False
    first = min(subtree(sentence, own[0])[0], v)
    return first > 0 and sentence.tokens[first - 1].text in (",", '"', "”", "–", "—")


def first_text(sentence: Sentence, k: int) -> str:
    return sentence.tokens[subtree(sentence, k)[0]].text.lower()


def has_that(sentence: Sentence, k: int) -> bool:
    return any(sentence.tokens[m].text.lower() == "that" for m in children(sentence, k, "mark"))

"""The reporting verb that a later one belongs to: said it was late, adding that ..."""

from dragoman.extract.statement_scene import Scene
from dragoman.extract.statement_speaker import can_speak, mention_at
from dragoman.records import Sentence
from dragoman.text.tree import ancestors, children, subtree

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def matrix_of(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The reporting verb that a verb is really coordinated with, when the parser hung it into what was said.

    "He said he would order a review **and warned** against hackers"; "She said it was late, **adding** that ..."
    """
    token = sentence.tokens[v]
    if children(sentence, v, "nsubj", "nsubjpass") or token.dep not in ("conj", "advcl"):
        return None
    joined = (
        token.dep == "conj"
        and token.tag in FINITE
        and (sentence.tokens[token.head].tag != token.tag or _after_thing(scene, sentence, v))
    )
    adding = token.dep == "advcl" and token.tag == "VBG" and _after_comma(sentence, v)
    if not joined and not adding:
        return None
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), token)
    if adding and root.i < v and root.i != token.head and root.lemma.lower() in scene.words.verbs:
        return root.i
    for above in ancestors(sentence, v):
        over = sentence.tokens[above]
        if over.dep == "ccomp" and over.head < above:
            matrix = sentence.tokens[over.head]
            same = matrix.tag == token.tag or adding
            return matrix.i if same and matrix.lemma.lower() in scene.words.verbs else None
        if over.dep in ("relcl", "acl"):
            return None
    return None


def _after_thing(scene: Scene, sentence: Sentence, v: int) -> bool:
    """Is it joined by ", and" to a clause whose subject cannot speak: said jobs were at stake, and called it rash?"""
    own = children(sentence, sentence.tokens[v].head, "nsubj", "nsubjpass")
    if own and _is_speaker(scene, sentence, own[0], sentence.tokens[v].head):
        return True
    joined = v > 1 and sentence.tokens[v - 1].pos == "CCONJ" and sentence.tokens[v - 2].text in (",", '"', "”")
    return joined and bool(own) and not can_speak(scene, sentence, own[0])


def _is_speaker(scene: Scene, sentence: Sentence, k: int, verb: int) -> bool:
    """Is the inner subject the speaker again: China said it was opposed to the test and warned Seoul?"""
    above = sentence.tokens[verb]
    matrix = sentence.tokens[above.head]
    if above.dep != "ccomp" or matrix.i > verb or matrix.lemma.lower() not in scene.words.verbs:
        return False
    inner = mention_at(scene, sentence, k)
    outer = [m for s in children(sentence, matrix.i, "nsubj") if (m := mention_at(scene, sentence, s)) is not None]
    return inner is not None and inner.form == "pronoun" and any(m.entity == inner.entity for m in outer)


def _after_comma(sentence: Sentence, v: int) -> bool:
    first = subtree(sentence, v)[0]
    return first > 0 and sentence.tokens[first - 1].text in (",", '"', "”")


def without_added(scene: Scene, sentence: Sentence, words: list[int]) -> list[int]:
    """Words of an object without ", calling it ..." behind it, which belongs to the cue before."""
    for w in words:
        token = sentence.tokens[w]
        if token.tag == "VBG" and token.lemma.lower() in scene.words.verbs and matrix_of(scene, sentence, w) is not None:
            return [k for k in words if k < subtree(sentence, w)[0] - 1]
    return words

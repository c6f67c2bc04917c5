"""What a number counts: the noun behind it, found in the tree and, where the tree fails, by reading on."""

from dragoman.extract.figure_quantities import Quantity
from dragoman.records import Sentence, Token
from dragoman.text.tree import children

MODIFIERS = frozenset({"nummod", "amod", "compound", "quantmod", "nmod", "poss", "advmod", "npadvmod", "det", "meta"})
PLAIN = frozenset({"NOUN", "PROPN"})


def counted_noun(sentence: Sentence, quantity: Quantity) -> int | None:
    """The word that is counted: "troops" of "2,500 more Kenyan troops", "people" of "dozens of people"; None when none is."""
    last = _last_word(sentence, quantity)
    partitive = _after_of(sentence, last)
    if partitive is not None:
        return partitive
    head = _by_tree(sentence, last)
    return head if head is not None else _by_reading(sentence, last)


def _last_word(sentence: Sentence, quantity: Quantity) -> int:
    last = quantity.first
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].start < quantity.number_end:
        last += 1
    return last


def _after_of(sentence: Sentence, last: int) -> int | None:
    """ "two of the deputies", "hundreds of people"."""
    tokens = sentence.tokens
    of = last + 1
    if of >= len(tokens) or tokens[of].text.lower() != "of":
        return None
    for k in children(sentence, of, "pobj"):
        return k
    return _by_reading(sentence, of)


def _by_tree(sentence: Sentence, last: int) -> int | None:
    i = last
    for _ in range(4):
        token = sentence.tokens[i]
        if token.dep not in MODIFIERS or token.head == i:
            return None
        i = token.head
        head = sentence.tokens[i]
        if head.pos in PLAIN and i > last and head.dep != "compound":
            return i if _nothing_parts(sentence, last, i) else None
    return None


def _nothing_parts(sentence: Sentence, last: int, noun: int) -> bool:
    return not any(_parts(t) or t.text in ",;:()" for t in sentence.tokens[last + 1 : noun])


def _by_reading(sentence: Sentence, last: int) -> int | None:
    """The end of the run of nouns that follows, past adjectives: "12 | newly built patrol boats"."""
    found = None
    for token in sentence.tokens[last + 1 : last + 7]:
        if token.pos in PLAIN:
            found = token.i
        elif found is not None or not _may_modify(token):
            break
    return found


def _parts(token: Token) -> bool:
    """Does the word end the noun phrase: a finite verb or a preposition?"""
    return token.pos in ("VERB", "AUX", "ADP") and token.tag not in ("VBN", "VBG")


def _may_modify(token: Token) -> bool:
    if token.tag in ("VBN", "VBG", "HYPH", "POS") or token.text == "-":
        return True
    return token.pos in ("ADJ", "NUM", "ADV", "DET", "PRON") and token.tag not in ("DT", "WDT", "PRP")

"""What an entry of the words asks of the words around an act: nouns, particles, patterns that bar it."""

from dragoman.lexicon.acts import Act, Acts
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children, conjuncts, subtree

WILDCARD = 4
REACH = 16
PARTICLES = ("prt", "prep", "advmod", "advcl", "agent", "acomp", "dative", "intj")
PREFIXES = ("co", "cease", "re", "pre", "post", "non", "anti", "counter")


def says(sentence: Sentence, i: int, act: Act) -> bool:
    """Is one of the words that the entry looks for within reach after word i: called the plan "a **model** of its kind"?"""
    if not act.says:
        return True
    reach = sentence.tokens[i + 1 : i + 1 + REACH]
    return any(token.lemma.lower() in act.says or token.text.lower() in act.says for token in reach)


def says_within(sentence: Sentence, clause: int, act: Act) -> bool:
    """Does a clause told first hold one of the words that the entry looks for: "Iran was **behind** it, Oslo said"?"""
    told = (sentence.tokens[k] for k in subtree(sentence, clause))
    return any(token.lemma.lower() in act.says or token.text.lower() in act.says for token in told)


def is_there(sentence: Sentence, k: int, wanted: frozenset[str], words: Acts) -> bool:
    """Does what follows a preposition fit: anything but a day for "*"; "fired **on April 13**" is fired at nobody?"""
    if "*" in wanted or "NAME" in wanted:
        return not words.holds("calendar", sentence.tokens[k].lemma.lower()) and is_about(sentence, k, wanted, words)
    return is_about(sentence, k, wanted, words)


def has_particle(sentence: Sentence, i: int, particle: str) -> bool:
    """Does the verb have its particle: call off, come under?"""
    return any(sentence.tokens[k].text.lower() == particle for k in children(sentence, i, *PARTICLES))


def is_about(sentence: Sentence, i: int, wanted: frozenset[str], words: Acts) -> bool:
    """Is the noun, a noun coordinated with it, or what it is a measure of, among the wanted words?"""
    if "*" in wanted:
        return True
    for one in conjuncts(sentence, i):
        token = sentence.tokens[one]
        joined = prefixed(sentence, one)
        if joined:
            return joined in wanted
        if token.lemma.lower() in wanted or token.text.lower() in wanted:
            return True
        if "NAME" in wanted and token.pos == "PROPN":
            return True
        modifiers = [sentence.tokens[k].lemma.lower() for k in children(sentence, one, "compound", "nmod", "amod")]
        if any(f"{word} {token.lemma.lower()}" in wanted for word in modifiers):
            return True
        if words.holds("containers", token.lemma.lower()) and any(word in wanted for word in modifiers):
            return True
        if any(sentence.tokens[k].text in wanted for k in (*children(sentence, one, "quantmod", "nmod"), one)):
            return True
        if words.holds("transparent_nouns", token.lemma.lower()) or token.pos == "NUM" or token.tag in ("CD", "$"):
            below = [p for k in children(sentence, one, "prep") for p in children(sentence, k, "pobj")]
            if any(is_about(sentence, p, wanted, words) for p in below):
                return True
    return False


def is_doer(sentence: Sentence, i: int, wanted: frozenset[str], words: Acts) -> bool:
    """Is the subject among the wanted words: a name, be it tagged as none at the head of a sentence, or he and she?"""
    token = sentence.tokens[i]
    is_titled = token.text[:1].isupper() and token.tag != "NNS" and not children(sentence, i, "det")
    if "NAME" in wanted and (token.tag == "PRP" or is_titled):
        return token.text.lower() not in ("it", "they", "we", "i", "you")
    return is_about(sentence, i, wanted, words)


def prefixed(sentence: Sentence, i: int) -> str:
    """A word that the parser cut at its hyphen, whole again: "co-operation", "cease-fire"; empty when it was not cut."""
    if i < 2 or sentence.tokens[i - 1].text != "-" or sentence.tokens[i - 1].start != sentence.tokens[i - 2].end:
        return ""
    first = sentence.tokens[i - 2].text.lower()
    return f"{first}-{sentence.tokens[i].lemma.lower()}" if first in PREFIXES else ""


def is_barred(sentence: Sentence, i: int, act: Act) -> bool:
    """Does one of the entry's "not" patterns cover the word: "receive * from"?"""
    return any(pattern_covers(sentence, i, pattern) for pattern in act.unless)


def pattern_covers(sentence: Sentence, i: int, pattern: tuple[str, ...]) -> bool:
    """Does the pattern match the words around i with i inside the match? "*" is up to four words."""
    first = max(0, i - 2 * len(pattern) - WILDCARD)
    starts = (k for k in range(first, i + 1) if pattern[0] in (sentence.tokens[k].lemma.lower(), sentence.tokens[k].text.lower()))
    return any(covers(sentence, start, i, pattern) for start in starts)


def covers(sentence: Sentence, at: int, i: int, pattern: tuple[str, ...]) -> bool:
    """Does the pattern match from `at` and reach word i?"""
    if not pattern:
        return at > i
    if pattern[0] == "*":
        return any(covers(sentence, at + skip, i, pattern[1:]) for skip in range(WILDCARD + 1))
    if at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    return pattern[0] in (token.lemma.lower(), token.text.lower()) and covers(sentence, at + 1, i, pattern[1:])

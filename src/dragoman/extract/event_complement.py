"""Clauses that complete a word: what is promised, asked or refused, and what kind of clause tells it."""

from dragoman.records.sentence import Sentence
from dragoman.text.tree import children

# Clauses that tell what else happened, not what was promised.
ASIDE = ("as", "while", "when", "after", "before", "since", "because", "although", "though", "where", "amid")


def gerunds(sentence: Sentence, i: int) -> list[int]:
    """Verbs after a preposition below the word: accused of attacking, and below its object: urged X to stop."""
    preps = [k for k in children(sentence, i, "prep") if sentence.tokens[k].text.lower() not in ASIDE]
    found = [p for k in preps for p in children(sentence, k, "pcomp")]
    for k in children(sentence, i, "dobj"):
        found += [c for c in children(sentence, k, "acl", "relcl") if clause_kind(sentence, c) in ("to", "that")]
    return found


def clause_kind(sentence: Sentence, k: int) -> str:
    """to, other (another's "to": wants Iraq to pay), that, ing, or empty."""
    token = sentence.tokens[k]
    if any(sentence.tokens[a].tag == "TO" for a in children(sentence, k, "aux")):
        return "other" if token.dep == "ccomp" and children(sentence, k, "nsubj", "nsubjpass") else "to"
    has_that = any(sentence.tokens[a].lemma == "that" for a in children(sentence, k, "mark"))
    if token.dep == "ccomp" or (token.dep == "acl" and has_that):
        return "that"
    return "ing" if token.tag == "VBG" and token.dep in ("xcomp", "pcomp") else ""


def is_obliged(sentence: Sentence, k: int) -> bool:
    """Does the clause say that somebody must: must, has to, needs to?"""
    if sentence.tokens[k].dep != "ccomp":
        return False
    if any(sentence.tokens[a].lemma.lower() == "must" for a in children(sentence, k, "aux")):
        return True
    has_to = any(clause_kind(sentence, c) == "to" for c in children(sentence, k, "xcomp"))
    return has_to and sentence.tokens[k].lemma in ("have", "need")

"""Sides that hang on a figure by words of their own: who thanks for it, who is accused of it, whose people are counted."""

from dragoman.lexicon.measures import Measure
from dragoman.records import Mention, Sentence
from dragoman.text.tree import ancestors, children, clause_head, conjuncts, head_of_span, subject

ABOVE = frozenset({"for", "of", "over", "from"})


def charged(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """Who is thanked for, accused of or praised for what word i belongs to, and that verb: "thanked **Japan** for sending"."""
    for up in ancestors(sentence, i):
        token = sentence.tokens[up]
        if token.pos not in ("VERB", "AUX"):
            continue
        prep = sentence.tokens[token.head]
        if token.dep != "pcomp" or prep.text.lower() not in ABOVE:
            return None
        found = children(sentence, prep.head, "dobj")
        return (found[0], prep.head) if found else None
    return None


def thanks(sentence: Sentence, i: int, measure: Measure) -> int | None:
    """The verb of thanking that word i stands under: "thanked the Irish side for EUR 5 million"."""
    verb = clause_head(sentence, i)
    said = charged(sentence, i)
    verb = said[1] if said else verb
    objects = {sentence.tokens[k].lemma.lower() for k in children(sentence, verb, "dobj")}
    is_thanks = sentence.tokens[verb].lemma in measure.thanking or bool(objects & set(measure.thanking))
    return verb if measure.thanking and is_thanks else None


def thanked(sentence: Sentence, verb: int) -> list[int]:
    """Words of who is thanked: the object, or behind "to" where thanks are expressed."""
    found = children(sentence, verb, "dobj", "dative")
    for k in [*found, verb]:
        for to in children(sentence, k, "prep", "dative"):
            if sentence.tokens[to].text.lower() == "to":
                found += children(sentence, to, "pobj")
    return found


def doers(sentence: Sentence, verb: int) -> list[int]:
    """The words of a verb's subject, coordinated ones included."""
    who = subject(sentence, verb)
    return conjuncts(sentence, who) if who is not None else []


def among(sentence: Sentence, mentions: list[Mention], words: list[int]) -> Mention | None:
    """The first mention on one of the words, or as a name or demonym before it: "the **French** side"."""
    wanted = set(words)
    for mention in mentions:
        token = head_of_span(sentence, mention.start, mention.end)
        if token is not None and (token in wanted or sentence.tokens[token].head in wanted):
            return mention
    return None


def land_of(sentence: Sentence, mentions: list[Mention], i: int, states: frozenset[str]) -> str | None:
    """The state whose people are counted: the nearest above the number, beside it, or the subject: "Fiji, a country of ..."."""
    named = {head_of_span(sentence, m.start, m.end): m.entity for m in mentions if m.entity in states}
    for up in [i, *ancestors(sentence, i)]:
        if up in named:
            return named[up]
        beside = [*children(sentence, up, "appos"), *children(sentence, up, "nsubj")]
        if found := next((named[k] for k in beside if k in named), None):
            return found
        if sentence.tokens[up].pos in ("VERB", "AUX"):
            return None
    return None

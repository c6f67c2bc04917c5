"""Shares of what somebody trades, and of what the whole world has: "half of its gas", "70 per cent of the world's cobalt"."""

from dragoman.extract.figure_named import Named, phrase_at
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence
from dragoman.text.tree import children

WORLD = frozenset({"world", "global", "worldwide"})


def find_share(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "28% of Australia's exports": a share of something measured; "4% of GDP" is a measure's own unit."""
    share = next((m for m in words.measures if m.id == "share"), None)
    after = next((t.i for t in sentence.tokens if t.start >= quantity.end), len(sentence.tokens))
    if share is None or after >= len(sentence.tokens) or sentence.tokens[after].text.lower() != "of":
        return None
    if (world := _share_of_world(sentence, quantity, after, share)) is not None:
        return world
    for i in range(after + 1, min(after + 8, len(sentence.tokens))):
        token = sentence.tokens[i]
        if (token.pos in ("VERB", "AUX", "ADP") and token.tag not in ("VBN", "VBG")) or token.text in ",;:()":
            break
        listed = any(phrase_at(sentence, i, m.nouns) for m in words.measures if "money" in m.kinds and m.id != "gdp")
        if listed and token.dep != "compound":
            return Named(share, i, after + 1, "share")
    return _share_traded(sentence, quantity, after, share)


def _share_traded(sentence: Sentence, quantity: Quantity, of: int, share: Measure) -> Named | None:
    """ "imports 55 percent of its wheat from France", "half of Slovakia's oil comes from Russia": goods that have an owner."""
    token = sentence.tokens[quantity.token]
    verb = sentence.tokens[token.head]
    goods = next(iter(children(sentence, of, "pobj")), None)
    if goods is None or not children(sentence, goods, "poss"):
        return None
    trading = (*share.giving, *share.receiving)
    giver = sentence.tokens[verb.head] if verb.text.lower() == "with" else verb  # "provides Spain with 30% of its gas"
    moved = token.dep in ("dobj", "pobj") and giver.lemma in trading
    misread = any(t.tag == "NNS" and t.lemma in trading for t in sentence.tokens[max(0, quantity.first - 3) : quantity.first])
    comes = verb.pos == "VERB" and token.dep == "nsubj" and verb.lemma in share.having
    return Named(share, goods, of + 1, "share") if moved or misread or comes else None


def _share_of_world(sentence: Sentence, quantity: Quantity, of: int, share: Measure) -> Named | None:
    """ "produces 70 per cent of the world's cobalt", "accounts for 60 percent of global output": who does owns the share."""
    goods = next(iter(children(sentence, of, "pobj")), None)
    if goods is None or not any(t.text.lower() in WORLD for t in sentence.tokens[of + 1 : of + 3]):
        return None
    token = sentence.tokens[quantity.token]
    verb = sentence.tokens[token.head]
    verb = sentence.tokens[verb.head] if token.dep == "pobj" and verb.text.lower() == "for" else verb
    makes = verb.lemma in (*share.making, *share.giving, *share.receiving) and token.dep in ("dobj", "pobj")
    return Named(share, goods, of + 1, "world") if makes else None

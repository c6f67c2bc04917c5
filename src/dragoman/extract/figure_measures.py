"""What a quantity measures: the noun or verb near it that words/measures.toml lists."""

import re
from collections.abc import Iterator

from dragoman.extract.figure_changes import Moved
from dragoman.extract.figure_counts import find_counted, find_handed, find_moved, find_number, find_times_gone
from dragoman.extract.figure_flows import find_flow
from dragoman.extract.figure_named import NEAR, Named, distance, noun_phrase, phrase_at
from dragoman.extract.figure_people import find_inhabitants, find_uprooted
from dragoman.extract.figure_quantities import Quantity
from dragoman.extract.figure_ranks import find_numbered, find_rank
from dragoman.extract.figure_residents import find_residents
from dragoman.extract.figure_shares import find_share
from dragoman.lexicon.measures import Measures
from dragoman.records import Sentence
from dragoman.text.tree import ancestors, children, subject

FARTHEST = 7


def find_measure(sentence: Sentence, quantity: Quantity, noun: int | None, moved: Moved | None, words: Measures) -> Named | None:
    """What the quantity measures; None when nothing near it is listed."""
    if quantity.kind == "ordinal":
        return find_rank(sentence, quantity, words) or find_numbered(sentence, quantity, noun, words)
    if quantity.kind in ("time", "age"):
        return find_lasting(sentence, quantity, words)
    if quantity.kind in ("bare", "vague"):
        return (
            find_residents(sentence, quantity, noun, words)
            or find_inhabitants(sentence, quantity, noun, words)
            or find_counted(sentence, quantity, noun, words)
            or find_uprooted(sentence, quantity, noun, words)
            or find_times_gone(sentence, noun, words)
            or find_number(sentence, quantity, moved, words)
            or find_moved(sentence, noun, moved, words)
            or _nearest(sentence, quantity, moved, words)
            or find_handed(sentence, quantity, noun, words)
        )
    if quantity.kind == "share" and moved is None and (share := find_share(sentence, quantity, words)) is not None:
        return share
    found = _nearest(sentence, quantity, moved, words) or _meant(sentence, quantity, moved, words)
    found = found or _given(sentence, quantity, words) or find_flow(sentence, quantity, moved, words)
    worth = find_worth(sentence, quantity, words) if quantity.kind == "money" and moved is None else None
    if found and worth and found.by == "verb" and found.measure.id == worth.measure.id:
        return worth  # "paid $5 billion in compensation"
    if found and worth and distance(sentence, quantity.token, worth.token) >= distance(sentence, quantity.token, found.token):
        worth = None
    return worth or found


def find_worth(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "a $2 billion arms deal", "a contract worth 30 million euros"."""
    for measure in words.measures:
        near = [t.i for t in sentence.tokens if phrase_at(sentence, t.i, measure.sums) and t.dep != "compound"]
        above = list(ancestors(sentence, quantity.token))[:NEAR]
        below = [i for i in near if quantity.token in list(ancestors(sentence, i))[:2] and not _is_aim(sentence, i)]
        fits = [i for i in near if i in above] + below
        if fits:
            i = min(fits, key=lambda i: (distance(sentence, quantity.token, i), abs(i - quantity.token)))
            return Named(measure, i, i, "noun", noun_phrase(sentence, quantity, i))
    return None


def _is_aim(sentence: Sentence, i: int) -> bool:
    """Is it what money is for: "200 million euros for **projects** in Tunisia"?"""
    return sentence.tokens[sentence.tokens[i].head].text.lower() == "for"


def find_lasting(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "31-year rule" -> tenure; "three hours of talks" and "a friendship more than 30 years old" -> duration."""
    tokens = sentence.tokens
    after = next((t.i for t in tokens if t.start >= quantity.end), len(tokens))
    for measure in words.measures:
        if "time" not in measure.kinds or (measure.units and quantity.unit not in measure.units):
            continue
        for i in range(after, min(after + 4, len(tokens))):
            if tokens[i].pos == "NOUN" and tokens[i].dep != "compound" and phrase_at(sentence, i, measure.nouns):
                return Named(measure, i, i, "noun")
            if tokens[i].pos not in ("ADJ", "NOUN") and tokens[i].text.lower() not in ("of", "in"):
                break
        rest = sentence.text[quantity.end - sentence.start :].lstrip()
        if held := next((h for h in measure.held if rest.lower().startswith(h)), None):
            return Named(measure, after + held.count(" "), after, "noun")
        left = sentence.text[: quantity.start - sentence.start].lower()
        if any(re.search(rf"\b{re.escape(h)}\s+(?:for|since)\s+$", left) for h in measure.held):
            return Named(measure, quantity.first - 2, quantity.first - 2, "noun")
        aged = _subject_noun(sentence, quantity.token) if quantity.kind == "age" else None
        if aged is not None and phrase_at(sentence, aged, measure.nouns):
            return Named(measure, aged, aged, "noun")
    return None


def _subject_noun(sentence: Sentence, i: int) -> int | None:
    for up in ancestors(sentence, i):
        for k in children(sentence, up, "nsubj"):
            return k
    return None


def measure_words(sentence: Sentence, kind: str, words: Measures) -> Iterator[Named]:
    """Nouns and verbs of the sentence that name a measure which this kind of unit may have; the longest phrase at each word."""
    fits = words.of_kind.get({"multiple": "share"}.get(kind, kind), ())
    for token in sentence.tokens:
        best: tuple[int, Named] | None = None
        if token.lemma.lower() not in words.ends and not (token.pos == "VERB" and token.lemma in words.acts):
            continue
        for measure in fits:
            length = phrase_at(sentence, token.i, measure.nouns) if token.pos in ("NOUN", "PROPN", "X") else None
            if length and (best is None or length > best[0]):
                best = (length, Named(measure, token.i, token.i - length + 1, "noun"))
            acts = token.pos == "VERB" and token.lemma in measure.verbs and not measure.persons and measure.id != "share"
            if acts and best is None:
                best = (1, Named(measure, token.i, token.i, "verb"))
        if best:
            yield best[1]


def _meant(sentence: Sentence, quantity: Quantity, moved: Moved | None, words: Measures) -> Named | None:
    """The measure that "it" means as the subject of what moves: "the war hit its economy: it shrank by 20%"."""
    if moved is None or sentence.tokens[moved.token].pos != "VERB":
        return None
    who = subject(sentence, moved.token)
    if who is None or sentence.tokens[who].text.lower() not in ("it", "they", "which", "this"):
        return None
    before = [named for named in measure_words(sentence, quantity.kind, words) if named.token < who and named.by == "noun"]
    return before[-1] if before else None


def _given(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """Money that is the object of giving: "pledged 12 million euros to Tunisia"; whose and to whom must both be told."""
    token = sentence.tokens[quantity.token]
    verb = sentence.tokens[token.head]
    if quantity.kind != "money" or token.dep != "dobj" or verb.pos != "VERB":
        return None
    measure = next((m for m in words.measures if m.gifts and verb.lemma in m.gifts), None)
    return Named(measure, verb.i, verb.i, "given") if measure else None


def _is_unit(sentence: Sentence, quantity: Quantity, word: int) -> bool:
    """Is the word what the share is a share of: "4 percent of **GDP**"?"""
    of = sentence.tokens[sentence.tokens[word].head]
    return quantity.kind == "share" and of.text.lower() == "of" and 0 <= of.start - quantity.end <= 2


def _nearest(sentence: Sentence, quantity: Quantity, moved: Moved | None, words: Measures) -> Named | None:
    """The measure word nearest in the tree to the quantity or to what moves it."""
    found: list[tuple[float, int, Named]] = []
    places = [quantity.token, *([moved.token] if moved else [])]
    for named in measure_words(sentence, quantity.kind, words):
        token = sentence.tokens[named.token]
        if named.measure.id == "gdp" and _is_unit(sentence, quantity, named.token):
            continue  # "4 percent of GDP"
        if named.token != quantity.token and quantity.start <= token.start and token.end <= quantity.end:
            continue
        far = min(distance(sentence, place, named.token) for place in places)
        if far <= (NEAR if quantity.kind in ("bare", "vague") and moved is None else FARTHEST):
            found.append((far, abs(named.token - quantity.token), named))
    whole = [f for f in found if not any(o.first <= f[2].token < o.token for *_, o in found)]  # "GDP per capita", not "GDP"
    chosen = min(whole, key=lambda f: f[:2])[2] if whole else None
    if chosen and chosen.by == "verb" and chosen.measure.id == "exports":  # "delivered military aid worth $2 billion"
        return next((n for *_, n in whole if n.measure.gifts and chosen.token < n.token < quantity.token), chosen)
    return chosen

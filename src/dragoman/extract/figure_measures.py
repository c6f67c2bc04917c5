"""What a quantity measures: the noun or verb near it that words/measures.toml lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.figure_changes import Moved
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence
from dragoman.text.tree import ancestors, children, subtree

FARTHEST = 7
NEAR = 3  # for a number without a unit: "a population of 2.6 million", "a toll of 50"
CROSSING = {"conj": 2, "advcl": 3, "ccomp": 4, "relcl": 3, "acl": 2, "parataxis": 4, "pcomp": 1}


@dataclass(frozen=True, slots=True)
class Named:
    """A measure and the word of the sentence that names it."""

    measure: Measure
    token: int
    first: int  # first word of the phrase
    by: str  # noun, verb, counted, rank, motion, share, thing
    name: str = ""  # the noun phrase, where the measure has no name of its own

    @property
    def id(self) -> str:
        """What the record calls the measure."""
        return self.name or self.measure.id


def find_measure(sentence: Sentence, quantity: Quantity, noun: int | None, moved: Moved | None, words: Measures) -> Named | None:
    """What the quantity measures; None when nothing near it is listed."""
    if quantity.kind == "ordinal":
        return _ranked(sentence, quantity, words) or _numbered(sentence, quantity, noun, words)
    if quantity.kind in ("time", "age"):
        return _lasting(sentence, quantity, words)
    if quantity.kind in ("bare", "vague"):
        return (
            _counted(sentence, quantity, noun, words)
            or _times_gone(sentence, noun, words)
            or _nearest(sentence, quantity, moved, words)
            or _handed(sentence, quantity, noun, words)
        )
    if quantity.kind == "share" and moved is None and (share := _share(sentence, quantity, words)) is not None:
        return share
    found = _nearest(sentence, quantity, moved, words)
    worth = _worth(sentence, quantity, words) if quantity.kind == "money" and moved is None else None
    if found and worth and distance(sentence, quantity.token, worth.token) >= distance(sentence, quantity.token, found.token):
        worth = None
    return worth or found


def _share(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "28% of Australia's exports": a share of something measured; "4% of GDP" is a measure's own unit."""
    share = next((m for m in words.measures if m.id == "share"), None)
    after = next((t.i for t in sentence.tokens if t.start >= quantity.end), len(sentence.tokens))
    if share is None or after >= len(sentence.tokens) or sentence.tokens[after].text.lower() != "of":
        return None
    for i in range(after + 1, min(after + 8, len(sentence.tokens))):
        token = sentence.tokens[i]
        if (token.pos in ("VERB", "AUX", "ADP") and token.tag not in ("VBN", "VBG")) or token.text in ",;:()":
            return None
        listed = any(phrase_at(sentence, i, m.nouns) for m in words.measures if "money" in m.kinds and m.id != "gdp")
        if listed and token.dep != "compound":
            return Named(share, i, after + 1, "share")
    return None


def _handed(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "expelled 15 diplomats", "38 people were sanctioned": the object of an act that counts; its noun phrase is the measure."""
    if noun is None or sentence.tokens[noun].pos != "NOUN" or (sentence.tokens[noun].tag != "NNS" and quantity.value != 1):
        return None
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    if token.dep == "conj" and sentence.tokens[token.head].dep in ("dobj", "pobj"):  # "38 people and three firms"
        token = sentence.tokens[token.head]
        verb = sentence.tokens[token.head]
    if token.dep == "pobj":  # "sanctions on 38 people", not "evacuated on 15 flights"
        above = sentence.tokens[verb.head]
        if verb.text.lower() not in ("on", "of", "against") or above.dep not in ("dobj", "nsubjpass"):
            return None
        verb = sentence.tokens[above.head]
    for measure in words.measures:
        if verb.pos == "VERB" and verb.lemma in measure.acts and token.dep in ("dobj", "nsubjpass", "pobj") and quantity.value >= measure.least:
            if sentence.tokens[noun].lemma.lower() not in measure.unlike:
                return Named(measure, noun, noun, "thing", noun_phrase(sentence, quantity, noun))
    return None


def _worth(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "a $2 billion arms deal", "a contract worth 30 million euros"."""
    for measure in words.measures:
        near = [t.i for t in sentence.tokens if phrase_at(sentence, t.i, measure.sums) and t.dep != "compound"]
        above = list(ancestors(sentence, quantity.token))[:NEAR]
        fits = [i for i in near if i in above or quantity.token in list(ancestors(sentence, i))[:2]]
        if fits:
            i = min(fits, key=lambda i: (distance(sentence, quantity.token, i), abs(i - quantity.token)))
            return Named(measure, i, i, "noun", noun_phrase(sentence, quantity, i))
    return None


def noun_phrase(sentence: Sentence, quantity: Quantity, noun: int) -> str:
    """The noun with its own nouns and adjectives, without number, names and demonyms: "arms deal", "diplomats"."""
    tokens = sentence.tokens
    first = noun
    while first > 0 and ((tokens[first - 1].dep in ("compound", "amod") and tokens[first - 1].pos in ("NOUN", "ADJ")) or tokens[first - 1].text == "-"):
        if (tokens[first - 1].start < quantity.end and tokens[first - 1].end > quantity.start) or tokens[first - 1].text[0].isupper():
            break
        first -= 1
    return sentence.text[tokens[first].start - sentence.start : tokens[noun].end - sentence.start].lower()


def lemma_run(sentence: Sentence, end: int, length: int) -> str:
    """The dictionary forms of the `length` words that end with word `end`."""
    return " ".join(t.lemma.lower() for t in sentence.tokens[max(0, end - length + 1) : end + 1])


def phrase_at(sentence: Sentence, end: int, phrases: tuple[str, ...]) -> int | None:
    """How many words long the longest listed phrase is that ends here; None when none does."""
    fits = [n for p in phrases if lemma_run(sentence, end, n := p.count(" ") + 1) == p]
    return max(fits, default=None)


def _ranked(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "second-largest import partner": an ordinal, a superlative, and a noun of rank."""
    tokens = sentence.tokens
    after = next((t.i for t in tokens if t.start >= quantity.number_end and t.text not in "-–"), len(tokens))
    if after >= len(tokens) or not (tokens[after].tag in ("JJS", "RBS") or tokens[after].text.lower().endswith("est")):
        return None
    best: tuple[int, Named] | None = None
    for i in range(after + 1, min(after + 7, len(tokens))):
        if tokens[i].text in ",;:()" or (tokens[i].pos in ("VERB", "AUX") and tokens[i].tag not in ("VBG", "VBN")):
            break
        for rank in words.ranks:
            if (length := phrase_at(sentence, i, rank.nouns)) and (best is None or length >= best[0]):
                best = (length, Named(rank, i, i - length + 1, "rank"))
    return best[1] if best else None


def _numbered(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "his second trip to China": what is counted by its number. A first trip is told as news, not as a count."""
    if noun is None or quantity.value < 2:
        return None
    for measure in words.measures:
        if "ordinal" in measure.kinds and (length := phrase_at(sentence, noun, measure.counted)):
            return Named(measure, noun, noun - length + 1, "counted")
    return None


def _counted(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "5,000 troops" -> troops; "three soldiers were killed" and "12 dead" -> casualties."""
    victims = next((m for m in words.measures if m.persons), None)
    if victims and (verb := _harm(sentence, quantity, noun, victims)) is not None:
        return Named(victims, verb, verb, "verb")
    if noun is None:
        return None
    for measure in words.measures:
        length = phrase_at(sentence, noun, measure.counted)
        if length and "count" in measure.kinds and quantity.value >= measure.least:
            return Named(measure, noun, noun - length + 1, "counted")
    return None


def _harm(sentence: Sentence, quantity: Quantity, noun: int | None, victims: Measure) -> int | None:
    """The verb that makes the counted people victims: killed, wounded, died."""
    tokens = sentence.tokens
    word = noun if noun is not None else quantity.token
    if noun is not None and tokens[noun].lemma.lower() not in victims.persons:
        return None
    up = tokens[tokens[word].head] if tokens[word].head != word else None
    if up and up.pos == "VERB" and up.lemma in victims.verbs and tokens[word].dep in ("nsubj", "nsubjpass", "dobj", "obj"):
        return up.i if up.lemma in ("die", "perish") or tokens[word].dep != "nsubj" or _participle(sentence, up.i) else None
    for k in children(sentence, word, "acl", "relcl", "amod"):
        if tokens[k].lemma in victims.verbs and tokens[k].tag in ("VBN", "VBD") and _of_itself(sentence, k):
            return k
    if up and up.text.lower() == "of" and tokens[up.head].lemma in victims.deaths:  # "the deaths of 12 people"
        return up.head
    after = next((t for t in tokens if t.start >= quantity.end), None)
    if noun is None and after is not None and ((after.lemma in victims.verbs and after.tag in ("VBN", "VBD", "JJ")) or after.text.lower() == "dead"):
        return after.i
    return None


def _of_itself(sentence: Sentence, verb: int) -> bool:
    """ "soldiers who were killed", not "children whose parents were killed" nor "fighters who killed ..."."""
    if sentence.tokens[verb].dep != "relcl":
        return not children(sentence, verb, "dobj")
    subjects = [sentence.tokens[k] for k in children(sentence, verb, "nsubj", "nsubjpass")]
    who = all(t.tag in ("WP", "WDT") for t in subjects)
    return who and (sentence.tokens[verb].lemma in ("die", "perish") or any(t.dep == "nsubjpass" for t in subjects))


def _participle(sentence: Sentence, verb: int) -> bool:
    """ "12 killed, 30 wounded" in a list: the tagger takes the participle for a verb with a subject."""
    return sentence.tokens[verb].tag == "VBN" and not children(sentence, verb, "dobj")


def _times_gone(sentence: Sentence, noun: int | None, words: Measures) -> Named | None:
    """ "has gone to China 15 times", "visited Cuba four times"."""
    if noun is None or sentence.tokens[noun].lemma.lower() != "time":
        return None
    for up in ancestors(sentence, noun):
        token = sentence.tokens[up]
        if token.pos not in ("VERB", "AUX"):
            continue
        for measure in words.measures:
            if token.lemma in measure.motion and any(sentence.tokens[k].text.lower() == "to" for k in children(sentence, up, "prep")):
                return Named(measure, up, up, "motion")
            if measure.motion and token.lemma in measure.verbs:
                return Named(measure, up, up, "motion")
        return None
    return None


def _lasting(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "31-year rule" -> tenure; "three hours of talks" and "a friendship more than 30 years old" -> duration."""
    tokens = sentence.tokens
    after = next((t.i for t in tokens if t.start >= quantity.end), len(tokens))
    for measure in words.measures:
        if "time" not in measure.kinds or (measure.units and quantity.unit not in measure.units):
            continue
        for i in range(after, min(after + 4, len(tokens))):
            if tokens[i].pos == "NOUN" and tokens[i].dep != "compound" and phrase_at(sentence, i, measure.nouns):
                return Named(measure, i, i, "noun")
            if tokens[i].pos not in ("ADJ", "NOUN", "ADP") or (tokens[i].pos == "ADP" and tokens[i].text.lower() not in ("of", "in")):
                break
        rest = sentence.text[quantity.end - sentence.start :].lstrip()
        if held := next((h for h in measure.held if rest.lower().startswith(h)), None):
            return Named(measure, after + held.count(" "), after, "noun")
        left = sentence.text[: quantity.start - sentence.start].lower()
        if any(re.search(rf"\b{re.escape(h)}\s+(?:for|since)\s+$", left) for h in measure.held):
            return Named(measure, quantity.first - 2, quantity.first - 2, "noun")
        if quantity.kind == "age" and (aged := _subject_noun(sentence, quantity.token)) is not None:
            if phrase_at(sentence, aged, measure.nouns):
                return Named(measure, aged, aged, "noun")
    return None


def _subject_noun(sentence: Sentence, i: int) -> int | None:
    for up in ancestors(sentence, i):
        for k in children(sentence, up, "nsubj"):
            return k
    return None


def measure_words(sentence: Sentence, kind: str, words: Measures) -> Iterator[Named]:
    """Nouns and verbs of the sentence that name a measure which this kind of unit may have; the longest phrase at each word."""
    for token in sentence.tokens:
        best: tuple[int, Named] | None = None
        for measure in words.measures:
            if (kind not in measure.kinds and not (kind == "multiple" and "share" in measure.kinds)) or "time" in measure.kinds:
                continue
            length = phrase_at(sentence, token.i, measure.nouns) if token.pos in ("NOUN", "PROPN") else None
            if length and (best is None or length > best[0]):
                best = (length, Named(measure, token.i, token.i - length + 1, "noun"))
            if token.pos == "VERB" and token.lemma in measure.verbs and best is None and not measure.persons and measure.id != "share":
                best = (1, Named(measure, token.i, token.i, "verb"))
        if best:
            yield best[1]


def _nearest(sentence: Sentence, quantity: Quantity, moved: Moved | None, words: Measures) -> Named | None:
    """The measure word nearest in the tree to the quantity or to what moves it."""
    found: list[tuple[float, int, Named]] = []
    places = [quantity.token, *([moved.token] if moved else [])]
    for named in measure_words(sentence, quantity.kind, words):
        if named.token != quantity.token and sentence.tokens[named.token].start >= quantity.start and sentence.tokens[named.token].end <= quantity.end:
            continue
        far = min(distance(sentence, place, named.token) for place in places)
        if far <= (NEAR if quantity.kind in ("bare", "vague") and moved is None else FARTHEST):
            found.append((far, abs(named.token - quantity.token), named))
    return min(found, key=lambda f: f[:2])[2] if found else None


def distance(sentence: Sentence, a: int, b: int) -> float:
    """Steps between two words through the tree; going over into another clause costs more."""
    up_a, up_b = [a, *ancestors(sentence, a)], [b, *ancestors(sentence, b)]
    common = next((i for i in up_a if i in up_b), None)
    if common is None:
        return 99.0
    edges = up_a[: up_a.index(common)] + up_b[: up_b.index(common)]
    return float(sum(1 + CROSSING.get(sentence.tokens[i].dep, 0) for i in edges))


def inside_phrase(sentence: Sentence, noun: int, i: int) -> bool:
    """Does word i stand in the noun's own phrase?"""
    return i in subtree(sentence, noun, without=("relcl", "acl", "advcl", "conj"))

"""Counted people that are no troops: who lives in a country, who fled or was moved out of their homes."""

from dragoman.extract.figure_named import Named, noun_phrase
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence

FEWEST = 1000  # inhabitants of a country
FEWEST_UPROOTED = 20


def find_inhabitants(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "a country of 800,000 people", "home to 3 million", "with 1.2 million inhabitants"."""
    measure = next((m for m in words.measures if m.lands), None)
    lemma = sentence.tokens[noun].lemma.lower() if noun is not None else None
    if measure is None or quantity.value < FEWEST or (lemma is not None and lemma not in (*measure.persons, *measure.counted)):
        return None
    token = noun if noun is not None else quantity.token
    if lemma in measure.counted and not _is_land_before(sentence, quantity, measure.towns):
        return Named(measure, token, token, "peopled")
    if _is_land_before(sentence, quantity, measure.lands) or tells_home(sentence, quantity, measure):
        return Named(measure, token, token, "peopled")
    if _is_land_before(sentence, quantity, measure.towns):
        return Named(measure, token, token, "town")
    return None


def _is_land_before(sentence: Sentence, quantity: Quantity, lands: tuple[str, ...]) -> bool:
    """The "country" of "a country of about 5 million", right before the quantity."""
    start = next((t.i for t in sentence.tokens if t.end > quantity.start), quantity.first)
    if start < 2 or sentence.tokens[start - 1].text.lower() not in ("of", "with"):
        return False
    return sentence.tokens[start - 2].lemma.lower() in lands


def tells_home(sentence: Sentence, quantity: Quantity, measure: Measure) -> bool:
    """Do "home to" or the like stand right before the quantity?"""
    start = sentence.text[: quantity.start - sentence.start].rstrip().lower()
    return any(start.endswith(said) for said in measure.held)


def find_uprooted(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "45,000 people fled", "90,000 people were moved out": counted people who had to go; their noun phrase is the measure."""
    measure = next((m for m in words.measures if m.uprooted), None)
    if measure is None or noun is None or quantity.value < FEWEST_UPROOTED:
        return None
    token = sentence.tokens[noun]
    if token.lemma.lower() not in measure.persons and not token.text[0].isupper():
        return None
    verb = sentence.tokens[token.head]
    if token.dep == "pobj" and verb.text.lower() == "of":  # "thousands of people fled"
        token = sentence.tokens[sentence.tokens[verb.head].i]
        verb = sentence.tokens[token.head]
    particle = sentence.tokens[verb.i + 1].text.lower() if verb.i + 1 < len(sentence.tokens) else ""
    moved = token.dep == "nsubjpass" or verb.lemma == "move"
    acts = verb.lemma in measure.verbs and token.dep in ("nsubj", "nsubjpass")
    if verb.pos == "VERB" and (acts or (f"{verb.lemma} {particle}" in measure.verbs and moved)):
        return Named(measure, noun, noun, "counted", noun_phrase(sentence, quantity, noun))
    return None

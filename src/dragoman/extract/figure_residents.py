"""People counted by nation: who of it lives in another state, and peoples that are no state's citizens."""

from dragoman.extract.figure_named import Named
from dragoman.extract.figure_people import tells_home
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence
from dragoman.text.tree import children

ETHNIC = "ethnic"


def find_residents(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "home to 800,000 Moroccans", "60,000 Belarusians live in Lithuania"; "70,000 ethnic Georgians" are nobody's citizens."""
    measure = next((m for m in words.measures if m.living), None)
    if measure is None or noun is None or quantity.value < measure.least:
        return None
    if (ethnic := _ethnic(sentence, quantity, noun, measure)) is not None:
        return ethnic
    if not (_is_nation(sentence, noun) or _is_of_nation(sentence, noun, measure)):
        return None
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    lives = token.dep == "nsubj" and verb.lemma in measure.living and _tells_where(sentence, verb.i)
    hosted = token.dep == "dobj" and verb.lemma in measure.hosting
    return Named(measure, noun, noun, "resident") if lives or hosted or tells_home(sentence, quantity, measure) else None


def _ethnic(sentence: Sentence, quantity: Quantity, noun: int, measure: Measure) -> Named | None:
    before = sentence.tokens[noun - 1]
    if not noun or before.text.lower() != ETHNIC or not _is_nation(sentence, noun):
        return None
    return Named(measure, noun, noun - 1, "ethnic", f"{ETHNIC} {sentence.tokens[noun].text.lower()}")


def _is_nation(sentence: Sentence, noun: int) -> bool:
    """ "Moroccans", "Chinese": a capitalised plural, or one of its own."""
    token = sentence.tokens[noun]
    return token.text[0].isupper() and token.text.endswith(("s", "ese", "ish", "i", "ch", "ss"))


def _is_of_nation(sentence: Sentence, noun: int, measure: Measure) -> bool:
    """ "Myanmar nationals", "Jordanian citizens"."""
    token = sentence.tokens[noun]
    own = [sentence.tokens[k] for k in children(sentence, noun, "amod", "compound", "nmod", "poss")]
    return token.lemma.lower() in measure.persons and any(t.text[0].isupper() for t in own)


def _tells_where(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[k].text.lower() == "in" for k in children(sentence, verb, "prep"))

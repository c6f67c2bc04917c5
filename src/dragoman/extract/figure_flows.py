"""What comes and goes and is only told by its rise or fall: "arrivals from Morocco fell by 69%"."""

from dragoman.extract.figure_changes import Moved
from dragoman.extract.figure_named import Named, noun_phrase, phrase_at
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence
from dragoman.text.tree import children, subject


def find_flow(sentence: Sentence, quantity: Quantity, moved: Moved | None, words: Measures) -> Named | None:
    """What rose or fell by a share: a listed noun, or whatever "the number of" stands before; its noun phrase is the measure."""
    measure = next((m for m in words.measures if m.flows), None)
    if measure is None or moved is None or moved.compares or quantity.kind not in ("share", "multiple"):
        return None
    who = _mover(sentence, moved.token)
    if who is None or quantity.unit == "percentage point":
        return None
    if sentence.tokens[who].lemma.lower() == "number":
        thing = _below(sentence, who, ("of",))
        return _named(sentence, quantity, thing, measure) if thing is not None else None
    return _named(sentence, quantity, who, measure) if phrase_at(sentence, who, measure.flows) else None


def _mover(sentence: Sentence, i: int) -> int | None:
    """The word for what moves: the subject of the verb, or what the noun of change is one in: "a 69% drop in **arrivals**"."""
    token = sentence.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        return _below(sentence, i, ("in", "of"))
    return subject(sentence, i if token.pos in ("VERB", "AUX") else token.head)


def _below(sentence: Sentence, i: int, prepositions: tuple[str, ...]) -> int | None:
    for k in children(sentence, i, "prep"):
        if sentence.tokens[k].text.lower() in prepositions:
            return next(iter(children(sentence, k, "pobj")), None)
    return None


def _named(sentence: Sentence, quantity: Quantity, noun: int, measure: Measure) -> Named | None:
    plural = sentence.tokens[noun].tag == "NNS"
    return Named(measure, noun, noun, "flow", noun_phrase(sentence, quantity, noun)) if plural else None

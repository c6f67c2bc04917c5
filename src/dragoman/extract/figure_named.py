"""A measure and the word that names it; how far two words stand apart in the tree."""

from dataclasses import dataclass

from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure
from dragoman.records import Sentence
from dragoman.text.tree import ancestors

NEAR = 3  # for a number without a unit: "a population of 2.6 million", "a toll of 50"
GENERAL = frozenset({"new", "further", "additional", "other", "more", "latest", "similar"})  # tell nothing of what is measured
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


def lemma_run(sentence: Sentence, end: int, length: int) -> str:
    """The dictionary forms of the `length` words that end with word `end`."""
    return " ".join(t.lemma.lower() for t in sentence.tokens[max(0, end - length + 1) : end + 1])


def phrase_at(sentence: Sentence, end: int, phrases: tuple[str, ...]) -> int | None:
    """How many words long the longest listed phrase is that ends here; None when none does."""
    last = sentence.tokens[end].lemma.lower()
    fits = [n for p in phrases if p.endswith(last) and lemma_run(sentence, end, n := p.count(" ") + 1) == p]
    return max(fits, default=None)


def distance(sentence: Sentence, a: int, b: int) -> float:
    """Steps between two words through the tree; going over into another clause costs more."""
    up_a, up_b = [a, *ancestors(sentence, a)], [b, *ancestors(sentence, b)]
    common = next((i for i in up_a if i in up_b), None)
    if common is None:
        return 99.0
    edges = up_a[: up_a.index(common)] + up_b[: up_b.index(common)]
    return float(sum(1 + CROSSING.get(sentence.tokens[i].dep, 0) for i in edges))


def noun_phrase(sentence: Sentence, quantity: Quantity, noun: int) -> str:
    """The noun with its own nouns and adjectives, without number, names and demonyms: "arms deal", "diplomats"."""
    tokens = sentence.tokens
    first = noun
    if tokens[noun].text[0].isupper() and not _opens(sentence, noun):
        return "people"  # "eight Cubans"
    while first > 0:
        before = tokens[first - 1]
        belongs = (before.dep in ("compound", "amod") and before.pos in ("NOUN", "ADJ")) or before.text == "-"
        named = before.text[0].isupper() and not _opens(sentence, first - 1)
        belongs &= before.text.lower() not in GENERAL
        if not belongs or named or (before.start < quantity.end and before.end > quantity.start):
            break
        first -= 1
    return sentence.text[tokens[first].start - sentence.start : tokens[noun].end - sentence.start].lower()


def _opens(sentence: Sentence, i: int) -> bool:
    """Is it a common noun that only the sentence's beginning writes large: "**Arrivals** from Cuba fell"?"""
    return i == 0 and sentence.tokens[i].tag in ("NN", "NNS")

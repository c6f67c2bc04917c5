"""What an act is about: PLOVER's contexts, by words of the sentence."""

from itertools import pairwise

from dragoman.lexicon.acts import Acts
from dragoman.records.sentence import Sentence


def contexts_of(sentence: Sentence, words: Acts) -> tuple[str, ...]:
    """Contexts of a sentence with their scope: "sentence:military" where it speaks of troops.

    A context qualifies no type: what is told beside an election is not electoral.
    """
    lemmas = [token.lemma.lower() for token in sentence.tokens]
    forms = [token.text.lower() for token in sentence.tokens]
    said = {*lemmas, *forms, *pairs(lemmas), *pairs(forms)}
    return tuple(f"sentence:{context}" for context, named in words.contexts if not named.isdisjoint(said))


def pairs(words: list[str]) -> list[str]:
    """Words that stand side by side, two by two: human rights."""
    return [f"{first} {second}" for first, second in pairwise(words)]

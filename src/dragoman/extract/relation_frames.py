"""Relations that a noun, a verb or an adjective states: "an ally of Y", "X joined Y", "X is dependent on Y"."""

from collections.abc import Callable, Iterator

from dragoman.extract.relation_around import Around
from dragoman.extract.relation_found import Found
from dragoman.extract.relation_nouns import read_noun
from dragoman.extract.relation_verbs import read_adjective, read_misread_verb, read_verb
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence

Reader = Callable[[Around, Sentence, int, Frame], Iterator[Found]]


def framed(around: Around, sentence: Sentence) -> Iterator[Found]:
    """Relations of one sentence, in the order of their words."""
    words = around.words
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("NOUN", "PROPN"):
            yield from _each(around, sentence, token.i, words.nouns.get(lemma, ()), read_noun)
            yield from _each(around, sentence, token.i, words.verbs.get(lemma, ()), read_misread_verb)
        elif token.pos in ("VERB", "AUX"):
            yield from _each(around, sentence, token.i, words.verbs.get(lemma, ()), read_verb)
        elif token.pos == "ADJ":
            yield from _each(around, sentence, token.i, words.adjectives.get(lemma, ()), read_adjective)


def _each(around: Around, sentence: Sentence, word: int, frames: tuple[Frame, ...], read: Reader) -> Iterator[Found]:
    """What the first frame gives that fits the word."""
    for frame in frames:
        found = list(read(around, sentence, word, frame))
        if found:
            yield from found
            return

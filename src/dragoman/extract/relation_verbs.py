"""Relations that a verb or an adjective states: "Croatia joined the European Union", "X is dependent on Y"."""

from collections.abc import Iterator

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_found import MEMBERSHIPS, Found, bloc_at, fits, pairs_of
from dragoman.extract.relation_meant import antecedent
from dragoman.extract.relation_nouns import others_of_noun
from dragoman.extract.relation_sides import beside, last_bloc, only, sides_at, subject_sides, wisher
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence
from dragoman.text import tree


def read_verb(around: Around, sentence: Sentence, verb: int, frame: Frame) -> Iterator[Found]:
    """ "Croatia joined the European Union", "Iran faces sanctions from the United States"."""
    noun = _noun_with(sentence, verb, frame) if frame.nouns else None
    if frame.nouns and noun is None:
        return
    passive = tree.is_passive(sentence, verb)
    subjects = _places(around, sentence, verb, noun, frame.subject, passive, True)
    others = _places(around, sentence, verb, noun, frame.other, passive, frame.loose)
    if not only(others, frame.other_kinds) and frame.elliptic and _stands_alone(around, sentence, verb):
        others = last_bloc(around, sentence, sentence.tokens[verb].start)
    if not others and frame.relation in MEMBERSHIPS:
        others = _bloc_meant(around, sentence, verb if noun is None else noun, frame)
    yield from pairs_of(around, frame, subjects, others, verb, verb, tree.clause_words(sentence, verb))


def _bloc_meant(around: Around, sentence: Sentence, word: int, frame: Frame) -> list[Side]:
    """ "observer status in the organisation", "the club to which Croatia belongs": the organisation named last."""
    for place in tree.after_preposition(sentence, word, *frame.other):
        meant = antecedent(around, sentence, place)
        blocs = bloc_at(around, sentence, place if meant is None else meant)
        if blocs:
            return blocs
    return []


def _stands_alone(around: Around, sentence: Sentence, verb: int) -> bool:
    """Has the verb no object, or just "the organisation"? "... and expects to be admitted"."""
    objects = [*tree.objects(sentence, verb), *tree.after_preposition(sentence, verb, "to", "into")]
    blocs = around.words.listed("bloc")
    if objects:
        return any(sentence.tokens[o].lemma.lower() in blocs for o in objects)
    joins = sentence.tokens[verb].lemma.lower() in around.words.listed("joins")
    return tree.is_passive(sentence, verb) or (joins and _only_dated(around, sentence, verb))


def _only_dated(around: Around, sentence: Sentence, verb: int) -> bool:
    """Does nothing but a date complete it: "When Finland joined in 2023"?"""
    near = tree.children(sentence, verb, "prep", "prt", "xcomp", "npadvmod")
    inner = [k for p in near for k in (tree.children(sentence, p) if sentence.tokens[p].dep == "prep" else [p])]
    return bool(inner) and all(around.times.at(sentence.tokens[k].start) for k in inner)


def _noun_with(sentence: Sentence, verb: int, frame: Frame) -> int | None:
    """The noun that completes the verb: its object, or after a preposition ("under sanctions"), through "a raft of"."""
    near = [*tree.children(sentence, verb, "dobj", "attr", "nsubjpass", "acomp"), *tree.after_preposition(sentence, verb)]
    for word in near:
        for inner in (*tree.conjuncts(sentence, word), *tree.after_preposition(sentence, word, "of", "to", "as")):
            if sentence.tokens[inner].lemma.lower() in frame.nouns and fits(sentence, inner, frame):
                return inner
    return None


def _places(
    around: Around, sentence: Sentence, verb: int, noun: int | None, places: tuple[str, ...], passive: bool, loose: bool
) -> list[Side]:  # fmt: skip
    """Entities at the places that a frame names."""
    for source in (noun, verb) if noun is not None else (verb,):
        found: list[Side] = []
        for place in places:
            for word in _words_at(sentence, verb, source, place, passive):
                found += wisher(around, sentence, word) or sides_at(around, sentence, word, loose)
            if source == verb and place == "subject" and not (passive or found):
                found += subject_sides(around, sentence, verb)
            if source == noun and place in ("poss", "compound", "demonym"):
                found += beside(around, sentence, source, *(("amod", "compound", "nmod") if place == "demonym" else (place,)))
        if found:
            return found
    return []


def read_misread_verb(around: Around, sentence: Sentence, word: int, frame: Frame) -> Iterator[Found]:
    """A verb that the parser took for a noun behind a name: "Armenia borders Georgia and Iran", "Djibouti hosts a base"."""
    before = [k for k in tree.children(sentence, word, "compound", "nmod", "amod") if k == word - 1]
    noun = _noun_with(sentence, word, frame) if frame.nouns else None
    if sentence.tokens[word].tag != "NNS" or not before or (frame.nouns and noun is None):
        return
    after = tree.children(sentence, word, "appos", "dobj", "npadvmod", "dep")[:1]
    if not after or any(t.pos == "PUNCT" for t in sentence.tokens[word + 1 : after[0]]):
        return
    others = [side for k in after for side in sides_at(around, sentence, k)] if frame.other[:1] == ("object",) else []
    others = others or _places(around, sentence, word, noun, frame.other, False, frame.loose)
    yield from pairs_of(
        around, frame, sides_at(around, sentence, before[0]), others, word, word, tree.clause_words(sentence, word)
    )


def _words_at(sentence: Sentence, verb: int, source: int, place: str, passive: bool) -> list[int]:
    """Words at a place: of the verb itself, or after a preposition at the verb or its noun."""
    if place not in ("subject", "object", "object-with"):
        lengths = tree.after_preposition(sentence, source, "of")  # "shares a border of 500 km with Cambodia"
        through = [word for length in lengths for word in tree.after_preposition(sentence, length, place)]
        return tree.after_preposition(sentence, source, place) or through
    if source != verb:
        return []
    if place == "subject":
        doer = tree.agent(sentence, verb) if passive else tree.subject(sentence, verb)
        return _by_whom(sentence, verb) if doer is None and passive else [] if doer is None else [doer]
    if place == "object":
        patient = tree.subject(sentence, verb) if passive else None
        return ([] if patient is None else [patient]) if passive else tree.objects(sentence, verb)
    return [w for o in tree.objects(sentence, verb) for w in tree.after_preposition(sentence, o, "with")]


def _by_whom(sentence: Sentence, verb: int) -> list[int]:
    """The doer that hangs on another word of a passive: "recognised as president by Argentina"."""
    near = tree.after_preposition(sentence, verb, "as")
    return [doer for word in near for doer in tree.after_preposition(sentence, word, "by")]


def read_adjective(around: Around, sentence: Sentence, word: int, frame: Frame) -> Iterator[Found]:
    """ "is heavily dependent on India", "subject to a raft of sanctions"."""
    head = sentence.tokens[word].head
    holder = tree.subject(sentence, head) if sentence.tokens[head].pos in ("AUX", "VERB") else head
    subjects = [] if holder is None else sides_at(around, sentence, holder, frame.loose)
    if frame.nouns:
        noun = _noun_with(sentence, word, frame)
        others = [] if noun is None else others_of_noun(around, sentence, noun, frame)
    else:
        others = others_of_noun(around, sentence, word, frame) or others_of_noun(around, sentence, head, frame)
    yield from pairs_of(around, frame, subjects, others, word, head, sorted({word, *tree.subtree(sentence, word)}))

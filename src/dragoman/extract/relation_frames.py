"""Relations that a noun, a verb or an adjective states: "an ally of Y", "X joined Y", "X is dependent on Y"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.extract.relation_sides import (
    Around,
    Side,
    before_dash,
    beside,
    is_bloc,
    last_bloc,
    of_last_sentence,
    only,
    sides_at,
)
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence
from dragoman.text import tree


@dataclass(frozen=True, slots=True)
class Found:
    """A relation as read: its frame, its sides, and the words it hangs on."""

    frame: Frame
    subject: Side
    other: Side | None
    anchor: int
    predicate: int
    words: tuple[int, ...]


MEMBERSHIPS = frozenset({"member_of", "observer_of", "partner_of"})
Reader = Callable[[Around, Sentence, int, Frame], Iterator[Found]]


def framed(around: Around, sentence: Sentence) -> Iterator[Found]:
    """Relations of one sentence, in the order of their words."""
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in ("NOUN", "PROPN"):
            yield from _each(around, sentence, token.i, around.words.nouns.get(lemma, ()), _noun)
        elif token.pos in ("VERB", "AUX"):
            yield from _each(around, sentence, token.i, around.words.verbs.get(lemma, ()), _verb)
        elif token.pos == "ADJ":
            yield from _each(around, sentence, token.i, around.words.adjectives.get(lemma, ()), _adjective)


def _each(around: Around, sentence: Sentence, word: int, frames: tuple[Frame, ...], read: Reader) -> Iterator[Found]:
    """What the first frame gives that fits the word."""
    for frame in frames:
        found = list(read(around, sentence, word, frame))
        if found:
            yield from found
            return


def _pairs(
    around: Around, frame: Frame, subjects: list[Side], others: list[Side], anchor: int, predicate: int, words: list[int]
) -> Iterator[Found]:
    """Every subject with every other side; those of a symmetric relation with each other when no other is named."""
    subjects, others = only(subjects, frame.subject_kinds), only(others, frame.other_kinds)
    if frame.relation in MEMBERSHIPS:
        others = [side for side in others if is_bloc(around, side)]
    if frame.symmetric and not others and len(subjects) == 2:
        subjects, others = subjects[:1], subjects[1:]
    for subject in subjects:
        for other in others:
            if subject.entity != other.entity:
                yield Found(frame, subject, other, anchor, predicate, tuple(words))


# ---- nouns
def _noun(around: Around, sentence: Sentence, noun: int, frame: Frame) -> Iterator[Found]:
    """ "Pakistan, China's ally", "Cuba is an ally of Venezuela", "see themselves as strategic partners"."""
    if not _fits(sentence, noun, frame):
        return
    others = _others_of_noun(around, sentence, noun, frame)
    holders, predicate = holders_of(around, sentence, noun)
    if holders:
        yield from _pairs(around, frame, holders, others, noun, predicate, tree.phrase(sentence, noun))


def _fits(sentence: Sentence, noun: int, frame: Frame) -> bool:
    """Does the noun have the modifiers that the frame demands, and none that it forbids?"""
    around = {sentence.tokens[k].lemma.lower() for k in tree.children(sentence, noun, "amod", "compound", "nmod", "advmod")}
    return not around & frame.unless and (not frame.modifiers or bool(around & frame.modifiers))


def _others_of_noun(around: Around, sentence: Sentence, noun: int, frame: Frame) -> list[Side]:
    found: list[Side] = []
    for place in frame.other:
        if place in ("poss", "compound"):
            found += beside(around, sentence, noun, place)
        elif place == "demonym":
            found += beside(around, sentence, noun, "amod", "compound", "nmod")
        else:
            for word in tree.after_preposition(sentence, noun, place):
                found += sides_at(around, sentence, word, frame.loose) or _bloc(around, sentence, word)
    return found


def _bloc(around: Around, sentence: Sentence, word: int) -> list[Side]:
    """What "the organisation" stands for."""
    if sentence.tokens[word].lemma.lower() in around.words.listed("bloc"):
        return last_bloc(around, sentence, sentence.tokens[word].start)
    return []


def holders_of(around: Around, sentence: Sentence, noun: int) -> tuple[list[Side], int]:
    """Of whom a role noun is said, and the word that says it."""
    token = sentence.tokens[noun]
    head = token.head
    if token.dep in ("attr", "oprd", "acomp", "dobj") and sentence.tokens[head].pos in ("AUX", "VERB"):
        if token.dep == "dobj" and sentence.tokens[head].lemma != "become":
            return _described(around, sentence, noun), noun
        return _subject(around, sentence, head), head
    if token.dep == "pobj" and sentence.tokens[head].lemma.lower() == "as":
        verb = sentence.tokens[head].head
        return _seen_as(around, sentence, verb), verb
    if token.dep == "appos":
        return sides_at(around, sentence, head) or before_dash(around, sentence, noun), noun
    below = [side for k in tree.children(sentence, noun, "appos") for side in sides_at(around, sentence, k)]
    if below or token.dep in ("compound", "nmod"):
        return below or [side for side in sides_at(around, sentence, head) if _is_named(around, sentence, head)], noun
    return before_dash(around, sentence, noun) or _described(around, sentence, noun) or _spoken_of(around, sentence, noun), noun


def _is_named(around: Around, sentence: Sentence, word: int) -> bool:
    """Is the word part of a name: "China's ally Pakistan", not "the member country"?"""
    return any(m.form == "name" for m in around.mentions.at(sentence.tokens[word].start))


def _described(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Who a description in place of a name means: "The close ally of Putin is on a visit"."""
    token = sentence.tokens[noun]
    meant = [m for m in around.mentions.at(token.start) if m.form == "description" and m.start < token.start]
    return [Side(noun, e.id, e.kind) for m in meant if (e := around.entities.get(m.entity)) is not None]


def _spoken_of(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Whom "The close ally of Putin" means at the beginning of a sentence: the one that the sentence before was about."""
    definite = any(sentence.tokens[k].text == "The" for k in tree.children(sentence, noun, "det"))
    if definite and sentence.tokens[noun].dep in ("nsubj", "nsubjpass") and tree.phrase(sentence, noun)[0] == 0:
        return of_last_sentence(around, sentence)
    return []


def _subject(around: Around, sentence: Sentence, verb: int) -> list[Side]:
    word = tree.subject(sentence, verb)
    return [] if word is None else sides_at(around, sentence, word)


def _seen_as(around: Around, sentence: Sentence, verb: int) -> list[Side]:
    """Who is called something: the object, or the subject of a passive and of "see themselves as"."""
    if sentence.tokens[verb].pos not in ("VERB", "AUX"):
        return sides_at(around, sentence, verb)
    objects = tree.objects(sentence, verb)
    reflexive = any(sentence.tokens[o].text.lower().endswith(("self", "selves")) for o in objects)
    if reflexive or not objects:
        return _subject(around, sentence, verb)
    return [side for word in objects for side in sides_at(around, sentence, word)]


# ---- verbs
def _verb(around: Around, sentence: Sentence, verb: int, frame: Frame) -> Iterator[Found]:
    """ "Croatia joined the European Union", "Iran faces sanctions from the United States"."""
    noun = _noun_with(sentence, verb, frame) if frame.nouns else None
    if frame.nouns and noun is None:
        return
    passive = tree.is_passive(sentence, verb)
    subjects = _places(around, sentence, verb, noun, frame.subject, passive, True)
    others = _places(around, sentence, verb, noun, frame.other, passive, frame.loose)
    if not only(others, frame.other_kinds) and frame.elliptic and _stands_alone(around, sentence, verb):
        others = last_bloc(around, sentence, sentence.tokens[verb].start)
    yield from _pairs(around, frame, subjects, others, verb, verb, tree.clause_words(sentence, verb))


def _stands_alone(around: Around, sentence: Sentence, verb: int) -> bool:
    """Has the verb no object, or just "the organisation"? "... and expects to be admitted"."""
    objects = [*tree.objects(sentence, verb), *tree.after_preposition(sentence, verb, "to", "into")]
    blocs = around.words.listed("bloc")
    return (not objects and tree.is_passive(sentence, verb)) or any(sentence.tokens[o].lemma.lower() in blocs for o in objects)


def _noun_with(sentence: Sentence, verb: int, frame: Frame) -> int | None:
    """The noun that completes the verb: its object, or after a preposition ("under sanctions"), through "a raft of"."""
    near = [*tree.children(sentence, verb, "dobj", "attr", "nsubjpass", "acomp"), *tree.after_preposition(sentence, verb)]
    for word in near:
        for inner in (*tree.conjuncts(sentence, word), *tree.after_preposition(sentence, word, "of", "to", "as")):
            if sentence.tokens[inner].lemma.lower() in frame.nouns and _fits(sentence, inner, frame):
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
                found += sides_at(around, sentence, word, loose)
            if source == noun and place in ("poss", "compound", "demonym"):
                found += beside(around, sentence, source, *(("amod", "compound", "nmod") if place == "demonym" else (place,)))
        if found:
            return found
    return []


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


# ---- adjectives
def _adjective(around: Around, sentence: Sentence, word: int, frame: Frame) -> Iterator[Found]:
    """ "is heavily dependent on India", "subject to a raft of sanctions"."""
    head = sentence.tokens[word].head
    holder = tree.subject(sentence, head) if sentence.tokens[head].pos in ("AUX", "VERB") else head
    subjects = [] if holder is None else sides_at(around, sentence, holder, frame.loose)
    if frame.nouns:
        noun = _noun_with(sentence, word, frame)
        others = [] if noun is None else _others_of_noun(around, sentence, noun, frame)
    else:
        others = _others_of_noun(around, sentence, word, frame) or _others_of_noun(around, sentence, head, frame)
    yield from _pairs(around, frame, subjects, others, word, head, sorted({word, *tree.subtree(sentence, word)}))

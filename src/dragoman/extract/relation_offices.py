"""Offices that a sentence states: "Modi, India's prime minister since 2014", "became Slovakia's prime minister in 2023"."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_found import Found
from dragoman.extract.relation_nouns import holders_of
from dragoman.extract.relation_sides import beside, sides_at
from dragoman.extract.relation_titles import OFFICES, can_be_led, office_of, shades_of, title_in
from dragoman.lexicon.names import Names
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence
from dragoman.text import tree

PERSON = frozenset({"person"})
BODIES = frozenset({"state", "organisation"})


def stated_offices(around: Around, sentence: Sentence, names: Names) -> Iterator[Found]:
    """Offices of one sentence that its tree tells; those told by words side by side are read elsewhere."""
    for token in sentence.tokens:
        if token.pos in ("NOUN", "PROPN") and token.dep in ("attr", "oprd", "appos", "pobj"):
            yield from _office(around, sentence, names, token.i)
        if token.pos in ("NOUN", "PROPN"):
            yield from _named_after(around, sentence, names, token.i)


def _named_after(around: Around, sentence: Sentence, names: Names, noun: int) -> Iterator[Found]:
    """ "its president, John Mahama", "the Minister of Foreign Affairs of Cyprus, Constantinos Kombos"."""
    named = tree.children(sentence, noun, "appos")
    people = [s for k in named for s in sides_at(around, sentence, k) if s.kind == "person" and s.word == k]
    told = (
        [t for k in tree.conjuncts(sentence, noun) if (t := _title_at(around, sentence, names, k)) is not None] if people else []
    )
    # "Deputy Prime Minister and Minister of Foreign Affairs": the office that a relation is named after
    main = [t for t in told if set(t.offices) & OFFICES and not t.is_lesser] or [t for t in told if not t.is_lesser]
    for who in people if main else ():
        for body in _bodies(around, sentence, noun) or _bodies(around, sentence, main[0].noun):
            of, person = around.entities[body.entity], around.entities[who.entity]
            office = office_of(names, main[0].offices, of, person) if can_be_led(of) else None
            if office is not None and body.entity != who.entity:
                frame = office_frame(office if office in OFFICES else "holds_office", "ended" if main[0].is_over else "asserted")
                yield Found(frame, who, body, main[0].noun, noun, (*tree.phrase(sentence, noun), who.word))


@dataclass(frozen=True, slots=True)
class Title:
    """A title at a noun: the offices that it may mean; is it a deputy's, is it over?"""

    noun: int
    offices: tuple[str, ...]
    is_lesser: bool
    is_over: bool


def _title_at(around: Around, sentence: Sentence, names: Names, noun: int) -> Title | None:
    """The title that ends in a noun, or goes on after it: "Minister of Foreign Affairs"."""
    words = [sentence.tokens[k].text.lower() for k in (*tree.children(sentence, noun, "compound", "amod", "nmod"), noun)]
    offices, length = title_in(around.titles, words)
    if not offices:
        words = [sentence.tokens[k].text.lower() for k in tree.phrase(sentence, noun) if sentence.tokens[k].pos != "DET"]
        offices, length = next(((found, n) for n in (4, 3) if (found := title_in(around.titles, words[:n])[0])), ((), 0))
        return Title(noun, offices, False, False) if offices else None
    shades = around.words.listed("ended") | around.words.listed("title-modifier")
    lesser = bool(set(words[: len(words) - length]) - shades)  # a deputy does not hold the office
    return Title(noun, offices, lesser, shades_of(around, words, length))


def _office(around: Around, sentence: Sentence, names: Names, noun: int) -> Iterator[Found]:
    before = tree.children(sentence, noun, "compound", "amod", "nmod")
    words = [sentence.tokens[k].text.lower() for k in (*before, noun)]
    offices, length = title_in(around.titles, words)
    if not offices or set(words[: len(words) - length]) & around.words.listed("lesser") or not _can_say(around, sentence, noun):
        return
    holders, predicate = _holders(around, sentence, noun)
    for who in (side for side in holders if side.kind == "person" and side.word != noun):
        for body in _bodies(around, sentence, noun):
            of, person = around.entities[body.entity], around.entities[who.entity]
            office = office_of(names, offices, of, person) if can_be_led(of) else None
            if office is not None:
                relation = office if office in OFFICES else "holds_office"
                frame = office_frame(relation, "ended" if shades_of(around, words, length) else "asserted")
                yield Found(frame, who, body, noun, predicate, tuple(tree.phrase(sentence, noun)))


def _can_say(around: Around, sentence: Sentence, noun: int) -> bool:
    """Is it an apposition, a predicate of "be" and its like, or what somebody is made: "was elected president"?"""
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head].lemma.lower()
    return token.dep in ("appos", "attr") or verb in around.words.listed("inchoative") or (token.dep == "pobj" and verb == "as")


def _holders(around: Around, sentence: Sentence, noun: int) -> tuple[list[Side], int]:
    """Who holds it; "Parliament elected Sandu president" names him as the verb's object."""
    token = sentence.tokens[noun]
    if token.dep == "oprd" and not tree.is_passive(sentence, token.head):
        named = [side for word in tree.objects(sentence, token.head) for side in sides_at(around, sentence, word)]
        return named, token.head
    return holders_of(around, sentence, noun)


def _bodies(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Of what: "India's", "of India"; "Indian" only where the verb says who holds it."""
    of = [side for word in tree.after_preposition(sentence, noun, "of") for side in sides_at(around, sentence, word)]
    found = beside(around, sentence, noun, "poss") or of
    if not found and sentence.tokens[noun].dep in ("attr", "oprd"):
        found = beside(around, sentence, noun, "amod", "compound", "nmod")
    return [side for side in found if side.kind in BODIES]


def office_frame(relation: str, status: str, begins: bool = False) -> Frame:
    """An office as a frame; `begins`: the day in its clause is that of the beginning."""
    return Frame(
        rule="titles.csv", relation=relation, words=frozenset(), nouns=frozenset(), modifiers=frozenset(), unless=frozenset(),
        subject=(), other=(), subject_kinds=PERSON, other_kinds=BODIES, status=status, begins=begins, symmetric=False,
        elliptic=False, loose=False, greeted=False,
    )  # fmt: skip

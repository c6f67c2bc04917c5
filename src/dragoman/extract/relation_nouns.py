"""Relations that a noun states: "Pakistan, China's ally", "Mongolia is an observer", "Mali's withdrawal from ECOWAS"."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_found import MEMBERSHIPS, Found, bloc_at, fits, pairs_of
from dragoman.extract.relation_sides import before_dash, beside, companions, last_bloc, of_last_sentence, sides_at, subject_sides
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence
from dragoman.text import tree

COPULAS = frozenset({"be", "are", "is", "was", "were", "remain"})


def read_noun(around: Around, sentence: Sentence, noun: int, frame: Frame) -> Iterator[Found]:
    """ "Pakistan, China's ally", "Cuba is an ally of Venezuela", "see themselves as strategic partners"."""
    if not fits(sentence, noun, frame):
        return
    others = others_of_noun(around, sentence, noun, frame)
    if frame.subject != ("subject",):
        yield from _act(around, sentence, noun, frame, others)
        return
    holders, predicate = holders_of(around, sentence, noun)
    if frame.relation in MEMBERSHIPS and holders and sentence.tokens[noun].dep in ("attr", "dobj"):
        holders = [*holders, *companions(around, sentence, sentence.tokens[noun].head)]
    if holders:
        if {side.entity for side in others} == {side.entity for side in holders}:
            others = _whose_view(around, sentence, noun)
        if not others and frame.elliptic and _is_bare(sentence, noun):
            others = last_bloc(around, sentence, sentence.tokens[noun].start)
        yield from pairs_of(around, frame, holders, others, noun, predicate, tree.phrase(sentence, noun))


def _act(around: Around, sentence: Sentence, noun: int, frame: Frame, others: list[Side]) -> Iterator[Found]:
    """ "Mali's withdrawal from ECOWAS", "EU sanctions against Syria": both sides stand at the noun; its verb tells the day."""
    subjects = _sides_of_noun(around, sentence, noun, frame.subject, frame.loose)
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head].lemma.lower() if token.dep in ("nsubj", "nsubjpass", "dobj") else ""
    if frame.greeted:
        if verb in around.words.listed("greets"):  # else wished for, or resisted
            yield from pairs_of(around, frame, subjects, others, noun, token.head, tree.phrase(sentence, noun))
        return
    if verb in around.words.listed("undoes") or (token.dep == "dobj" and verb in around.words.verbs):
        if frame.relation != "sanctioned_by" or token.dep == "dobj" or tree.is_negated(sentence, token.head):
            return  # told by the verb: "lifted its sanctions on Burundi"; or undone: "its suspension was lifted"
        frame = replace(frame, status="ended")
    predicate = token.head if token.dep in ("nsubj", "nsubjpass") else noun
    yield from pairs_of(around, frame, subjects, others, noun, predicate, tree.phrase(sentence, noun))


def _is_bare(sentence: Sentence, noun: int) -> bool:
    """Is it said of somebody without more words: "while Mongolia is an observer"?"""
    more = tree.children(sentence, noun, "prep", "poss", "compound", "relcl", "acl")
    return sentence.tokens[noun].dep == "attr" and all(sentence.tokens[k].lemma == "since" for k in more)


def _whose_view(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Whose partner it is when "its" cannot be the holder's own: "Indonesia considers Vietnam its partner"."""
    if sentence.tokens[noun].dep in ("ccomp", "oprd") and tree.children(sentence, noun, "poss"):
        return subject_sides(around, sentence, sentence.tokens[noun].head)
    return []


def others_of_noun(around: Around, sentence: Sentence, noun: int, frame: Frame) -> list[Side]:
    """The other side, at the places around a noun that its frame names."""
    return _sides_of_noun(around, sentence, noun, frame.other, frame.loose)


def _sides_of_noun(around: Around, sentence: Sentence, noun: int, places: tuple[str, ...], loose: bool) -> list[Side]:
    found: list[Side] = []
    for place in places:
        if place in ("poss", "compound"):
            found += beside(around, sentence, noun, place)
        elif place == "status":
            found += _in_status(around, sentence, noun)
        elif place == "wish":
            found += _wisher(around, sentence, noun)
        elif place == "demonym":
            found += beside(around, sentence, noun, "amod", "compound", "nmod")
        else:
            for word in tree.after_preposition(sentence, noun, place):
                found += sides_at(around, sentence, word, loose) or bloc_at(around, sentence, word)
    return found


def _in_status(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Where one is given a status: "accession to the status of observer in the Arctic Council"."""
    near = [k for k in tree.after_preposition(sentence, noun, "to") if sentence.tokens[k].lemma.lower() == "status"]
    deep = [i for k in near for i in (k, *tree.after_preposition(sentence, k, "of"))]
    lemmas = {sentence.tokens[j].lemma.lower() for i in deep for j in (i, *tree.children(sentence, i))}
    places = [w for i in deep for w in tree.after_preposition(sentence, i, "in", "at", "of", "to", "with")]
    return [side for w in places if "observer" in lemmas for side in sides_at(around, sentence, w)]


def _wisher(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """Who wants it: "Turkey's bid for membership of the European Union"."""
    by = sentence.tokens[noun].head
    wish = sentence.tokens[by].head
    if sentence.tokens[noun].dep != "pobj" or sentence.tokens[wish].lemma.lower() not in around.words.listed("wish"):
        return []
    return beside(around, sentence, wish, "poss", "compound", "amod", "nmod")


def holders_of(around: Around, sentence: Sentence, noun: int) -> tuple[list[Side], int]:
    """Of whom a role noun is said, and the word that says it."""
    first = tree.first_conjunct(sentence, noun)
    if sentence.tokens[first].dep == "attr":  # "our neighbour and our ally"
        noun = first
    token = sentence.tokens[noun]
    head = token.head
    if token.dep in ("attr", "oprd", "acomp", "dobj") and sentence.tokens[head].pos in ("AUX", "VERB"):
        if token.dep == "dobj" and sentence.tokens[head].lemma != "become" and sentence.tokens[head].text != "founding":
            return _described(around, sentence, noun), noun
        return subject_sides(around, sentence, head), head
    if token.dep == "pobj" and sentence.tokens[head].lemma == "among":  # "Both are among our closest allies"
        verb = sentence.tokens[head].head
        return subject_sides(around, sentence, verb) if sentence.tokens[verb].lemma in COPULAS else [], verb
    if token.dep in ("ccomp", "oprd") and (called := tree.children(sentence, noun, "nsubj")):
        return [side for word in called for side in sides_at(around, sentence, word)], head
    if token.dep == "pobj" and sentence.tokens[head].lemma.lower() == "as":
        verb = sentence.tokens[head].head
        return _seen_as(around, sentence, verb), verb
    if token.dep == "appos":
        return sides_at(around, sentence, head) or before_dash(around, sentence, noun), noun
    if token.dep == "nsubj" and (name := _name_behind(sentence, noun)) is not None:
        return sides_at(around, sentence, name), noun
    below = [side for k in tree.children(sentence, noun, "appos") for side in sides_at(around, sentence, k)]
    if below or token.dep in ("compound", "nmod"):
        return below or [side for side in sides_at(around, sentence, head) if _is_named(around, sentence, head)], noun
    return before_dash(around, sentence, noun) or _described(around, sentence, noun) or _spoken_of(around, sentence, noun), noun


def _name_behind(sentence: Sentence, noun: int) -> int | None:
    """The name right behind a role that the parser gave the same verb: "Yerevan's ally Moscow kept silent"."""
    beside_it = [k for k in tree.children(sentence, sentence.tokens[noun].head, "nsubj") if k > noun]
    first = min(tree.subtree(sentence, beside_it[0], without=("appos", "conj")), default=0) if beside_it else 0
    return beside_it[0] if beside_it and first == noun + 1 and sentence.tokens[beside_it[0]].pos == "PROPN" else None


def _is_named(around: Around, sentence: Sentence, word: int) -> bool:
    """Is the word part of a name: "China's ally Pakistan", not "the member country"?"""
    return any(m.form in ("name", "metonym") for m in around.mentions.at(sentence.tokens[word].start))


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


def _seen_as(around: Around, sentence: Sentence, verb: int) -> list[Side]:
    """Who is called something: the object, or the subject of a passive and of "see themselves as"."""
    if sentence.tokens[verb].pos not in ("VERB", "AUX"):
        return sides_at(around, sentence, verb)
    objects = tree.objects(sentence, verb)
    reflexive = any(sentence.tokens[o].text.lower().endswith(("self", "selves")) for o in objects)
    if reflexive or not objects:
        return subject_sides(around, sentence, verb)
    return [side for word in objects for side in sides_at(around, sentence, word)]

"""The two sides of a relation: which entities stand at a word."""

from collections.abc import Iterable, Iterator

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_meant import antecedent, equated, misread_subject, ours, pair_before
from dragoman.lexicon.name_tables import TREATY
from dragoman.records import Mention, Sentence
from dragoman.text import tree


def sides_at(around: Around, sentence: Sentence, word: int, loose: bool = False) -> list[Side]:
    """Entities of a noun phrase and of those coordinated with it: "Ukraine and Russia" gives both."""
    found: list[Side] = []
    for head in tree.conjuncts(sentence, word):
        found += (_below(around, sentence, head) if loose else []) or _of_head(around, sentence, head)
        found += _listed_on(around, sentence, head, found)
        if sentence.tokens[head].dep == "conj" and sentence.tokens[head].pos in ("VERB", "AUX"):
            break
    return list({side.entity: side for side in found}.values())


def _listed_on(around: Around, sentence: Sentence, head: int, found: list[Side]) -> Iterator[Side]:
    """States of a list that the parser took for one explained by the next: "Indonesia, Malaysia and Laos"."""
    if found and found[-1].kind == "state" and sentence.tokens[head].pos == "PROPN":
        for k in tree.children(sentence, head, "appos"):
            if any(m.form == "name" for m in around.mentions.at(sentence.tokens[k].start)):
                yield from (side for side in sides_at(around, sentence, k) if side.kind == "state")


def _of_head(around: Around, sentence: Sentence, head: int) -> list[Side]:
    """Entities whose mention ends with, or is governed by, the word."""
    token = sentence.tokens[head]
    covering = [m for m in around.mentions.at(token.start) if tree.head_of_span(sentence, m.start, m.end) == head]
    if any(time.end - time.start >= m.end - m.start for time in around.times.at(token.start) for m in covering):
        return []
    if not covering and token.lemma.lower() in ("number", "range", "host", "member", "majority"):
        return [side for inner in tree.after_preposition(sentence, head, "of") for side in sides_at(around, sentence, inner)]
    if not covering:
        return _not_named(around, sentence, head)
    covering = [m for m in covering if m.form == "pronoun"] or covering
    longest = max((m.end - m.start for m in covering), default=0)
    return [side for m in covering if m.end - m.start == longest for side in _side(around, head, m)]


def _not_named(around: Around, sentence: Sentence, head: int) -> list[Side]:
    """Whom a word means that no mention covers: "which", "Both", "our", "five Indian states"."""
    token = sentence.tokens[head]
    if token.lemma.lower() in around.words.listed("region"):
        parts = tree.children(sentence, head, "amod", "compound", "poss", "nmod")
        whole = [side for k in parts for side in _of_head(around, sentence, k) if side.kind == "state"]
        if whole:
            return whole
    if token.text.lower() == "our":
        country = ours(around, token.start)
        return [Side(head, country, "state")] if country else []
    meant = antecedent(around, sentence, head)
    meant = equated(sentence, head) if meant is None else meant
    if meant is not None and meant != head:
        return sides_at(around, sentence, meant)
    return pair_before(around, sentence, head)


def subject_sides(around: Around, sentence: Sentence, verb: int) -> list[Side]:
    """Who does what a verb tells; a name that the parser took for an adjective included."""
    word = tree.subject(sentence, verb)
    word = misread_subject(around, sentence, verb) if word is None else word
    return [] if word is None else wisher(around, sentence, word) or sides_at(around, sentence, word)


def companions(around: Around, sentence: Sentence, verb: int) -> list[Side]:
    """Who is it together with a subject: "Peru, along with Chile and Mexico, is a member"."""
    subject = tree.subject(sentence, verb)
    found = [] if subject is None else tree.after_preposition(sentence, subject, "alongside")
    between = [k for k in tree.children(sentence, verb, "prep") if subject is not None and subject < k < verb]
    for k in (*tree.children(sentence, subject, "prep", "advmod"), *between) if subject is not None else ():
        lemma, told = sentence.tokens[k].lemma.lower(), {sentence.tokens[j].lemma.lower() for j in tree.children(sentence, k)}
        if lemma in ("along", "together"):
            found += tree.after_preposition(sentence, k, "with")
        elif lemma == "with" and told & {"along", "together"}:
            found += tree.children(sentence, k, "pobj")
    return [side for word in found for side in sides_at(around, sentence, word)]


def wisher(around: Around, sentence: Sentence, word: int) -> list[Side]:
    """Whose wish it is: "Georgia's bid to join NATO", "Thailand submitted a request to become a member"."""
    if sentence.tokens[word].lemma.lower() not in around.words.listed("wish"):
        return []
    own = beside(around, sentence, word, "poss", "compound", "amod", "nmod")
    return own or (subject_sides(around, sentence, sentence.tokens[word].head) if sentence.tokens[word].dep == "dobj" else [])


def _side(around: Around, word: int, mention: Mention) -> Iterator[Side]:
    entity = around.entities.get(mention.entity)
    if entity is not None:
        yield Side(word, entity.id, "treaty" if entity.id.startswith(TREATY) else entity.kind)


def _below(around: Around, sentence: Sentence, head: int) -> list[Side]:
    """The owner behind a word for what is the owner's: "the Putin administration", "trade with Russia"."""
    if sentence.tokens[head].lemma.lower() not in around.words.listed("regime"):
        return []
    before = tree.children(sentence, head, "compound", "poss", "amod", "nmod")
    places = before, tree.after_preposition(sentence, head, "from", "with", "of")
    for owned in places:  # "US support in wars with Iran" is America's
        sides = [_state_of(around, side) for k in owned for side in _of_head(around, sentence, k)]
        if sides:
            return sides
    return []


def _state_of(around: Around, side: Side) -> Side:
    """The state of a leader whose name its administration bears."""
    country = around.entities[side.entity].country
    return Side(side.word, country, "state") if side.kind == "person" and country in around.entities else side


def beside(around: Around, sentence: Sentence, noun: int, *deps: str) -> list[Side]:
    """Owner or demonym before a noun: "China's ally", "the Chinese ally", "a NATO member"."""
    return [side for k in tree.children(sentence, noun, *deps) for side in sides_at(around, sentence, k)]


def only(sides: Iterable[Side], kinds: frozenset[str]) -> list[Side]:
    """Sides of the kinds that a frame allows."""
    return [side for side in sides if side.kind in kinds]


def is_bloc(around: Around, side: Side) -> bool:
    """Is it an organisation of states? One that no table lists must call itself a union, a council, a league ..."""
    entity = around.entities.get(side.entity)
    if entity is None or entity.kind == "media":
        return False
    named = {word.lower() for word in entity.name.split()}
    return entity.sector == "IGO" if entity.listed else bool(named & around.words.listed("bloc"))


def before_dash(around: Around, sentence: Sentence, noun: int) -> list[Side]:
    """The name that an apposition follows at once: "the visit by Mnangagwa - an ally of Beijing"."""
    opens = [k for k in tree.phrase(sentence, noun) if sentence.tokens[k].dep in ("det", "poss") and k < noun]
    if sentence.tokens[noun].dep in ("poss", "compound", "amod") or not opens:
        return []
    start = sentence.tokens[opens[0]].start
    near = [m for m in around.mentions.before(start) if m.end >= start - 4 and m.start >= sentence.start]
    gap = around.document.text[near[-1].end : start] if near else "x"
    if near and gap.strip(" ,–—-(\n") == "" and gap.strip():
        return [side for m in near if m.end == near[-1].end for side in _side(around, noun, m)]
    return []


def of_last_sentence(around: Around, sentence: Sentence) -> list[Side]:
    """Whom the sentence before was about: "Mnangagwa flew to Minsk. The close ally of Lukashenko ..."."""
    place = around.leads.get(sentence.start)
    return (
        [] if place is None else [side for m in around.mentions.at(place) if m.form != "demonym" for side in _side(around, -1, m)]
    )


def last_bloc(around: Around, sentence: Sentence, place: int) -> list[Side]:
    """The organisation named last in this paragraph before a place: what "the organisation" or nothing at all stands for."""
    start, _ = around.document.body[sentence.paragraph] if sentence.paragraph >= 0 else (sentence.start, 0)
    named = [m for m in around.mentions.before(place) if m.start >= start - 600]
    for mention in reversed(named):
        entity = around.entities.get(mention.entity)
        if entity is not None and entity.kind in ("organisation", "group") and entity.sector == "IGO":
            return [Side(-1, entity.id, entity.kind)]
    return []

"""he, its, both sides, his counterpart, the report: whom words without a name mean. Abstains when two readings stay."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, is_subject_word, state_of
from dragoman.text import tree

MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
THING, MANY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "themselves"})
COUNTERPARTS = frozenset({"counterpart", "counterparts"})
OTHERS = frozenset({"guest", "host", "visitor", "interlocutor"})
SOURCES = frozenset({"report", "agency", "broadcaster", "outlet", "newspaper", "channel", "readout"})
COUNTRY, BODY = frozenset({"country", "nation"}), frozenset({"bloc", "alliance", "organisation", "organization", "union", "agency"})
PAIR_OF_STATES = frozenset({"sides", "countries", "nations", "states", "capitals", "neighbours", "neighbors", "parties", "governments", "peoples"})
PAIR_OF_PEOPLE = frozenset({"leaders", "presidents", "ministers", "men", "pair", "politicians", "premiers", "diplomats"})
SAID_OF_NOBODY = frozenset({"say", "argue", "think", "believe", "expect", "hope", "report", "understand", "suggest", "claim", "know"})
MARGIN = 0.75


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody whom a word may mean, and how well he fits."""

    entity: Entity
    score: float


def add_stand_ins(cast: Cast, sentence: Sentence, number: int) -> None:
    """References for the pronouns and descriptions of one sentence, in order."""
    for token in sentence.tokens:
        word = token.text.lower()
        if word in MALE or word in FEMALE:
            _one(cast, sentence, number, token, _person_like(cast, "m" if word in MALE else "f"), "pronouns#person")
        elif word in THING and not _is_empty(sentence, token) and not _nearer_thing(cast, sentence, number, token):
            _one(cast, sentence, number, token, _thing_like(sentence, token), "pronouns#thing")
        elif word in MANY:
            _several(cast, sentence, number, token)
        elif word in COUNTRY and tree.children(sentence, token.i, "poss"):
            _own_country(cast, sentence, number, token)
        elif word in COUNTERPARTS or word in OTHERS:
            _other_side(cast, sentence, number, token)
        elif token.pos in ("NOUN", "PROPN") and _is_definite(sentence, token):
            _definite(cast, sentence, number, token, word)


def _person_like(cast: Cast, gender: str) -> Callable[[Entity], bool]:
    if gender == "f":  # most people whom the news names are men: "she" needs a sign that a woman is meant
        return lambda entity: entity.kind == "person" and cast.names.gender(entity) == "f"
    return lambda entity: entity.kind == "person" and cast.names.gender(entity) != "f"


def _thing_like(sentence: Sentence, token: Token) -> Callable[[Entity], bool]:
    governor = sentence.tokens[token.head]
    speaks = token.dep == "nsubj" and governor.lemma in ("quote", "report", "say", "add", "cite", "write", "note", "tell")
    kinds = ("media", "organisation", "state") if speaks else ("state", "organisation", "group", "media")
    return lambda entity: entity.kind in kinds


def _is_empty(sentence: Sentence, token: Token) -> bool:
    """Is it the "it" of "it is time", "it rained", "make it clear that"?"""
    governor = sentence.tokens[token.head]
    if token.dep == "expl" or token.dep == "nsubj" and governor.lemma in ("seem", "appear", "rain", "snow", "happen"):
        return True
    if token.dep == "nsubjpass" and governor.lemma in SAID_OF_NOBODY:
        return True
    return token.dep == "nsubj" and governor.lemma == "be" and bool(tree.children(sentence, governor.i, "acomp", "attr", "ccomp"))


def _nearer_thing(cast: Cast, sentence: Sentence, number: int, token: Token) -> bool:
    """Is a thing that acts nowhere the likelier antecedent: "The plan drew doubt as it did not end the war"?"""
    clause = tree.clause_head(sentence, token.i)
    nouns = [t for t in sentence.tokens[: token.i] if t.dep in ("nsubj", "nsubjpass")]
    if token.dep == "poss" or not nouns:
        nouns = [t for t in nouns if tree.clause_head(sentence, t.i) == clause] if nouns else []
    if not nouns and token.dep in ("nsubj", "nsubjpass") and number:
        before = cast.sentences[number - 1]
        nouns = [t for t in before.tokens if t.dep in ("nsubj", "nsubjpass") and before.tokens[t.head].dep == "ROOT"]
    return bool(nouns) and nouns[-1].pos == "NOUN" and not any(
        r.mention.start <= nouns[-1].start < r.mention.end for r in cast.references
    )  # fmt: skip


def _is_definite(sentence: Sentence, token: Token) -> bool:
    dets = [sentence.tokens[k].lemma for k in tree.children(sentence, token.i, "det", "predet", "nummod")]
    return any(d in ("the", "both", "two", "this") for d in dets)


def choices(cast: Cast, sentence: Sentence, number: int, token: Token, fits: Callable[[Entity], bool]) -> list[Choice]:
    """Earlier entities that a word at this place may mean, best first.

    Nearer sentences weigh more, subjects more than others; a possessive prefers the subject of its own clause.
    """
    scores: dict[str, float] = {}
    kept: dict[str, Entity] = {}
    for reference in cast.before(token.start, fits, within=3, now=number):
        score = _fit(cast, sentence, number, token, reference)
        if score is not None and score > scores.get(reference.entity.id, -9.0):
            scores[reference.entity.id], kept[reference.entity.id] = score, reference.entity
    taken = _named_in_clause(cast, sentence, number, token)
    ranked = sorted((id for id in scores if id not in taken), key=lambda id: -scores[id])
    return [Choice(kept[id], scores[id]) for id in ranked]


def _named_in_clause(cast: Cast, sentence: Sentence, number: int, token: Token) -> set[str]:
    """Whom the same clause names after the word: "the country bought less from China" is not China."""
    clause = tree.clause_head(sentence, token.i)
    return {
        r.entity.id
        for r in cast.references
        if r.sentence == number and r.mention.start > token.end and r.mention.form == "name" and token.dep != "poss"
        and (word := tree.word_at(sentence, r.mention.start)) is not None and tree.clause_head(sentence, word) == clause
    }  # fmt: skip


def _fit(cast: Cast, sentence: Sentence, number: int, token: Token, reference: Reference) -> float | None:
    score = -2.0 * (number - reference.sentence) + (1.5 if reference.is_subject else 0.0)
    if reference.mention.form in ("demonym", "metonym"):
        score -= 0.75
    if reference.sentence != number:
        return score
    word = tree.word_at(sentence, reference.mention.start)
    if word is None:
        return score
    if token.dep not in ("poss",) and _same_clause(sentence, word, token.i) and token.text.lower() not in ("himself", "itself", "herself"):
        return None  # "Modi met him": not himself
    if _is_told(sentence, word, token.i):
        score += 2.5
    if token.dep == "poss" and is_subject_word(sentence, word) and _same_clause(sentence, word, token.i):
        score += 1.0
    return score


def _is_told(sentence: Sentence, word: int, pronoun: int) -> bool:
    """ "told Lavrov that the president would meet with him": who is told is whom the clause speaks of."""
    token = sentence.tokens[word]
    told = sentence.tokens[token.head].lemma in ("tell", "inform", "assure", "remind", "promise", "warn", "advise")
    dep = sentence.tokens[pronoun].dep
    return told and token.dep in ("dobj", "dative") and dep in ("dobj", "pobj", "dative") and token.head in tree.ancestors(sentence, pronoun)


def _same_clause(sentence: Sentence, a: int, b: int) -> bool:
    return tree.clause_head(sentence, a) == tree.clause_head(sentence, b)


def _one(cast: Cast, sentence: Sentence, number: int, token: Token, fits: Callable[[Entity], bool], rule: str) -> None:
    ranked = choices(cast, sentence, number, token, fits)
    if ranked and (len(ranked) == 1 or ranked[0].score - ranked[1].score >= MARGIN):
        confidence = 0.75 if len(ranked) == 1 else 0.65
        cast.add(sentence, number, token.start, token.end, ranked[0].entity, "pronoun", rule, confidence)


def _several(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """they, their: the nearest coordination of two or more before it."""
    for group in _coordinations(cast, token.start, number):
        for entity in group:
            cast.add(sentence, number, token.start, token.end, entity, "pronoun", "pronouns#they", 0.55)
        return


def _coordinations(cast: Cast, place: int, number: int) -> list[list[Entity]]:
    near = [r for r in cast.references if r.mention.end <= place and number - r.sentence <= 1 and r.mention.form in ("name", "demonym", "pair", "metonym")]
    near.sort(key=lambda r: r.mention.start)
    found = []
    for a, b in zip(near, near[1:], strict=False):
        between = cast.document.text[a.mention.end : b.mention.start].strip()
        if a.entity.id != b.entity.id and a.entity.kind == b.entity.kind and between in ("and", "", ", and", "'s and"):
            found.append([a.entity, b.entity])
    return found[::-1]


def main_pair(cast: Cast, kind: str) -> list[Entity]:
    """The two states (or two people of different states) that a document is mostly about; empty when it is not of two."""
    counted = cast.count(lambda e: e.kind == kind and (kind == "state" or state_of(e) is not None and bool(e.roles or e.sector == "GOV")))
    ranked = sorted(counted, key=lambda id: -counted[id])[:3]
    if len(ranked) < 2 or len(ranked) == 3 and counted[ranked[1]] <= counted[ranked[2]]:
        return []
    pair = [cast.entity(id) for id in ranked[:2]]
    return pair if state_of(pair[0]) != state_of(pair[1]) else []


def _own_country(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """ "his country": the state of whom the possessive means."""
    owner = tree.children(sentence, token.i, "poss")[0]
    said = [r for r in cast.references if r.mention.start == sentence.tokens[owner].start and r.entity.kind == "person"]
    state = cast.names.entity(said[-1].entity.country) if said and said[-1].entity.country else None
    if state is not None:
        start = sentence.tokens[owner].start
        cast.add(sentence, number, start, token.end, state, "description", "pronouns#own_country", said[-1].mention.confidence)


def _definite(cast: Cast, sentence: Sentence, number: int, token: Token, word: str) -> None:
    """ "the report", "the country", "the bloc", "both sides", "the two leaders"."""
    start = sentence.tokens[min([token.i, *tree.children(sentence, token.i, "det", "predet", "nummod", "amod")])].start
    if any(r.mention.start < token.end and r.mention.end > token.start for r in cast.references if r.sentence == number):
        return
    inside = [r for r in cast.references if start <= r.mention.start < token.start and r.entity.kind == "media"]
    if word in SOURCES and inside:  # "the Kyodo report": the outlet says it
        cast.add(sentence, number, start, token.end, inside[-1].entity, "description", "pronouns#report", 0.9)
        return
    if word in PAIR_OF_STATES or word in PAIR_OF_PEOPLE:
        if _says_two(sentence, token) or word in ("sides", "leaders", "pair", "capitals"):
            for entity in _pair(cast, token, number, "person" if word in PAIR_OF_PEOPLE else "state"):
                cast.add(sentence, number, start, token.end, entity, "pair", "pronouns#pair", 0.7)
        return
    fits: Callable[[Entity], bool] | None = None
    if word in SOURCES:
        fits = lambda e: e.kind == "media" or e.sector == "JRN"  # noqa: E731
    elif word in COUNTRY and sentence.tokens[token.head].dep != "compound":
        fits = lambda e: e.kind == "state"  # noqa: E731
    elif word in BODY:
        fits = lambda e: e.kind == "organisation"  # noqa: E731
    if fits is not None:
        ranked = choices(cast, sentence, number, token, fits)
        if ranked and (len(ranked) == 1 or ranked[0].score - ranked[1].score >= MARGIN or word in SOURCES):
            cast.add(sentence, number, start, token.end, ranked[0].entity, "description", f"pronouns#{word}", 0.6)


def _says_two(sentence: Sentence, token: Token) -> bool:
    return any(sentence.tokens[k].lemma in ("two", "both") for k in tree.children(sentence, token.i, "det", "predet", "nummod", "preconj"))


def _pair(cast: Cast, token: Token, number: int, kind: str) -> list[Entity]:
    local = [g for g in _coordinations(cast, token.start, number) if all(e.kind == kind for e in g)]
    return local[0] if local else main_pair(cast, kind)


def _other_side(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """ "his Chinese counterpart", "the guest": the one across the table."""
    start = sentence.tokens[min([token.i, *tree.children(sentence, token.i, "det", "poss", "amod")])].start
    if token.i + 1 < len(sentence.tokens) and sentence.tokens[token.i + 1].tag == "NNP":
        return  # the name that follows says who
    states = {r.entity.id for r in cast.references if start <= r.mention.start < token.end and r.entity.kind == "state"}
    for place in tree.after_preposition(sentence, token.i, "in", "from"):
        at = sentence.tokens[place]
        states |= {r.entity.id for r in cast.references if r.mention.start <= at.start < r.mention.end and r.entity.kind == "state"}
    pair = main_pair(cast, "person")
    subject = next((r.entity for r in cast.before(start, lambda e: e.kind == "person", within=0, now=number)), None)
    fitting = [p for p in pair if (p.country in states if states else subject is not None and p.id != subject.id)]
    if len(fitting) == 1:
        cast.add(sentence, number, start, token.end, fitting[0], "description", "pronouns#counterpart", 0.7)

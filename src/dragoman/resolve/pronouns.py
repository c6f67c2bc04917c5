"""he, its, they, his counterpart, the report: whom words without a name mean. Abstains when two readings stay."""

from collections.abc import Callable

from dragoman.lexicon.name_tables import TREATY
from dragoman.records import Entity, Sentence, Token
from dragoman.resolve.cast import Cast
from dragoman.resolve.choices import SAYING, choices, clear_choice
from dragoman.resolve.counterparts import COUNTERPARTS, OTHERS, add_other_side
from dragoman.resolve.descriptions import COUNTRY, SOURCES, add_description, role_at
from dragoman.resolve.neighbours import ANOTHER, NEIGHBOUR, add_neighbour, adjectives, is_neighbour
from dragoman.resolve.pairs import add_pair, coordinations, is_pair_word
from dragoman.resolve.placed_groups import add_placed_group
from dragoman.text import tree

MALE, FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
THING, MANY = frozenset({"it", "its", "itself"}), frozenset({"they", "them", "their", "themselves"})
SAID_OF_NOBODY = frozenset(
    {"say", "argue", "think", "believe", "expect", "hope", "report", "understand", "suggest", "claim", "know"}
)
DONE_TO_STATES = frozenset(
    "accuse attack invade bomb strike recognise recognize sanction threaten urge tell ask warn join leave lead found fund "
    "arm help support back aid isolate punish expel suspend admit blame criticise criticize condemn oblige force press "
    "pressure visit defend protect surround encircle ally cite quote deter provoke destroy defeat weaken strengthen supply "
    "sue represent rule govern".split()
)
BODIES = frozenset({"government", "military", "parliament", "police", "court", "party", "opposition", "intelligence"})
MEMBERS = frozenset(
    "member state country nation ally partner party signatory neighbour neighbor exporter importer supplier buyer power "
    "branch offshoot arm front group organisation organization threat enemy sponsor aggressor colony".split()
)


def add_stand_ins(cast: Cast, sentence: Sentence, number: int) -> None:
    """References for the pronouns and descriptions of one sentence, in order."""
    for token in sentence.tokens:
        word = token.text.lower()
        if word in MALE or word in FEMALE:
            if not _nearer_person(cast, sentence, token):
                _one(cast, sentence, number, token, _person_like(cast, "m" if word in MALE else "f"), "pronouns#person")
        elif word in THING:
            if not _is_empty(cast, sentence, token) and not _nearer_thing(cast, sentence, number, token):
                _one(cast, sentence, number, token, _thing_like(sentence, token), "pronouns#thing")
        elif word in MANY:
            _several(cast, sentence, number, token)
        elif (word in COUNTRY or word in NEIGHBOUR) and is_neighbour(sentence, token):
            _neighbour(cast, sentence, number, token)
        elif word in COUNTRY and adjectives(sentence, token) & ANOTHER:
            continue  # "the host country", "the same nation"
        elif word in COUNTRY and tree.children(sentence, token.i, "poss"):
            _own_country(cast, sentence, number, token)
        elif word in COUNTERPARTS or word in OTHERS:
            add_other_side(cast, sentence, number, token)
        elif token.pos in ("NOUN", "PROPN"):
            _noun(cast, sentence, number, token, word)
    for token in sentence.tokens:
        if token.pos in ("NOUN", "PROPN"):
            add_placed_group(cast, sentence, number, token)


def _neighbour(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    if _is_definite(sentence, token) or tree.children(sentence, token.i, "poss"):
        parts = [token.i, *tree.children(sentence, token.i, "det", "amod", "poss", "nummod", "compound")]
        add_neighbour(cast, sentence, number, token, sentence.tokens[min(parts)].start)


def _person_like(cast: Cast, gender: str) -> Callable[[Entity], bool]:
    if gender == "f":  # most people whom the news names are men: "she" needs a sign that a woman is meant
        return lambda entity: entity.kind == "person" and cast.names.gender(entity) == "f"
    return lambda entity: entity.kind == "person" and cast.names.gender(entity) != "f"


def _thing_like(sentence: Sentence, token: Token) -> Callable[[Entity], bool]:
    governor = sentence.tokens[token.head]
    speaks = token.dep == "nsubj" and governor.lemma in ("quote", "report", "say", "add", "cite", "write", "note", "tell")
    kinds = ("media", "organisation", "group", "state") if speaks else ("state", "organisation", "group", "media")
    return lambda entity: entity.kind in kinds and not _is_plural(entity) and not entity.id.startswith(TREATY)


def _is_plural(entity: Entity) -> bool:
    """Officials, troops: no "it"."""
    return entity.kind == "group" and not entity.listed and any(a.endswith("s") and not a.endswith("ss") for a in entity.aliases)


def _is_empty(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Is it the "it" of "it is time", "it rained", "make it clear that", "it has taken them months"?"""
    governor = sentence.tokens[token.head]
    if token.dep == "expl" or (token.dep == "nsubj" and governor.lemma in ("seem", "appear", "rain", "snow", "happen", "emerge")):
        return True
    if token.dep == "nsubjpass" and governor.lemma in SAID_OF_NOBODY:
        return True
    if token.dep == "nsubj" and governor.lemma == "take" and tree.children(sentence, governor.i, "npadvmod", "dative"):
        return True
    if (token.text.lower() != "itself" and token.dep == "dobj" and governor.lemma not in DONE_TO_STATES) or _is_called(
        token, governor
    ):
        return True
    if token.dep == "nsubj" and _is_said_by_person(cast, sentence, token):
        return True
    is_be = governor.lemma == "be" or governor.text in ("'s", "’s")
    return token.dep == "nsubj" and is_be and _says_what_it_is(sentence, governor.i)


def _is_called(token: Token, governor: Token) -> bool:
    """ "called it a mistake"; not "calls it a branch of the party", which is said of somebody."""
    return token.dep == "nsubj" and governor.pos in ("NOUN", "ADJ") and governor.lemma not in MEMBERS


def _is_said_by_person(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Does a person speak of "it", with no state named in the sentence before: "He said it would not harm peace"?"""
    clause = sentence.tokens[tree.clause_head(sentence, token.i)]
    if clause.dep != "ccomp" or sentence.tokens[clause.head].lemma not in SAYING:
        return False
    subjects = [sentence.tokens[k] for k in tree.children(sentence, clause.head, "nsubj")]
    here = [r for r in cast.references if sentence.start <= r.mention.start < token.start]
    speaker = any(r.entity.kind == "person" and r.mention.start <= s.start < r.mention.end for s in subjects for r in here)
    return speaker and not any(r.entity.kind in ("state", "organisation", "group") and r.mention.form != "demonym" for r in here)


def _says_what_it_is(sentence: Sentence, verb: int) -> bool:
    """ "it is unclear whether", "it was the first visit"; not "it was disappointed", "it is a member"."""
    for k in tree.children(sentence, verb, "attr"):
        if sentence.tokens[k].lemma not in MEMBERS:
            return True
    complements = [sentence.tokens[k] for k in tree.children(sentence, verb, "acomp")]
    clauses = tree.children(sentence, verb, "ccomp", "xcomp", "csubj", "advcl")
    return (any(t.tag != "VBN" or clauses for t in complements) and not _is_said(sentence, verb)) or bool(
        tree.children(sentence, verb, "ccomp")
    )


def _is_said(sentence: Sentence, verb: int) -> bool:
    """Is the clause what somebody says: "Seoul said it was ready"?"""
    token = sentence.tokens[verb]
    return (
        token.dep == "ccomp"
        and sentence.tokens[token.head].lemma in ("say", "add", "insist", "warn", "note")
        and not tree.children(sentence, verb, "ccomp", "xcomp", "advcl")
    )


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


def _nearer_person(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Is somebody without a name the likelier antecedent: "A US official said ... he did not want to be named"?"""
    for subject in (t for t in sentence.tokens[: token.i][::-1] if t.dep in ("nsubj", "nsubjpass")):
        if any(r.mention.start <= subject.start < r.mention.end and r.entity.kind == "person" for r in cast.references):
            return False
        role = cast.names.roles.get(subject.text.lower())
        if role is not None and subject.tag == "NN" and not tree.children(sentence, subject.i, "appos"):
            return role.kind != "organisation" and role.role not in BODIES
    return False


def _one(cast: Cast, sentence: Sentence, number: int, token: Token, fits: Callable[[Entity], bool], rule: str) -> None:
    ranked = choices(cast, sentence, number, token, fits)
    found = clear_choice(ranked)
    if found is not None:
        cast.add(sentence, number, token.start, token.end, found, "pronoun", rule, 0.75 if len(ranked) == 1 else 0.65)


def _several(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """they, their: the nearest coordination of two or more before it."""
    for entity in next(iter(coordinations(cast, token.start, number)), []):
        cast.add(sentence, number, token.start, token.end, entity, "pronoun", "pronouns#they", 0.55)


def _own_country(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """ "his country": the state of whom the possessive means."""
    owner = tree.children(sentence, token.i, "poss")[0]
    said = [r for r in cast.references if r.mention.start == sentence.tokens[owner].start and r.entity.kind == "person"]
    state = cast.names.entity(said[-1].entity.country) if said and said[-1].entity.country else None
    if state is not None:
        start = sentence.tokens[owner].start
        cast.add(sentence, number, start, token.end, state, "description", "pronouns#own_country", said[-1].mention.confidence)


def _noun(cast: Cast, sentence: Sentence, number: int, token: Token, word: str) -> None:
    """ "the report", "the bloc", "both sides", "the two leaders", "the president", "parliament"."""
    if any(r.mention.start < token.end and r.mention.end > token.start for r in cast.references if r.sentence == number):
        return
    start = sentence.tokens[min([token.i, *tree.children(sentence, token.i, "det", "predet", "nummod", "amod", "poss")])].start
    if is_pair_word(word) and (_is_definite(sentence, token) or tree.children(sentence, token.i, "poss")):
        add_pair(cast, sentence, number, token, start)
        return
    definite = _is_definite(sentence, token)
    inside = [r for r in cast.references if start <= r.mention.start < token.start and r.entity.kind == "media"]
    if definite and word in SOURCES and inside:  # "the Kyodo report": the outlet says it
        cast.add(sentence, number, start, token.end, inside[-1].entity, "description", "pronouns#report", 0.9)
    elif definite or _stands_bare(cast, sentence, token) or tree.children(sentence, token.i, "poss"):
        add_description(cast, sentence, number, token, start)


def _is_definite(sentence: Sentence, token: Token) -> bool:
    dets = [sentence.tokens[k].lemma for k in tree.children(sentence, token.i, "det", "predet", "nummod")]
    return any(d in ("the", "both", "two", "three", "four") for d in dets)


def _stands_bare(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """ "told parliament", "lawmakers voted": nouns of a state that need no article."""
    role = role_at(cast, sentence, token)
    bare = not tree.children(sentence, token.i, "det", "poss", "amod", "compound", "nummod", "quantmod")
    return role is not None and bare and role.sector == "LEG" and token.text.lower() in cast.names.alone

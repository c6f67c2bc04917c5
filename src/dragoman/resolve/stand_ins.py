"""Words that stand for somebody: capitals and seats that act, "the Belarusian leader", "Iranian officials"."""

from dragoman.lexicon.name_tables import Form
from dragoman.lexicon.names import RoleWord
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast, role_entity
from dragoman.text import tree

LOCATING = frozenset("in at to from near outside around toward towards into through via across over above inside throughout".split())
LOCATED = frozenset("city town capital outskirts region suburb district province area airport east west north south streets".split())
PLACE_VERBS = frozenset("visit leave reach enter tour capture shell bomb bombard strike attack seize take retake hit encircle flee".split())
LONGEST_ROLE = 4


def is_place(sentence: Sentence, first: int, last: int) -> bool:
    """Does the name of a town only say where, rather than who?

    "talks in Minsk", "visited Minsk" and "the Minsk summit" locate; "Minsk said", "Minsk's stance", "ties with Minsk" act.
    """
    head = tree.head_of_span(sentence, sentence.tokens[first].start, sentence.tokens[last].end)
    token = sentence.tokens[tree.first_conjunct(sentence, last if head is None else head)]
    governor = sentence.tokens[token.head]
    if token.dep == "pobj":
        if governor.lemma == "of":
            of = sentence.tokens[governor.head]
            return of.lemma in LOCATED or of.pos == "PROPN"
        return governor.lemma in LOCATING
    if token.dep == "dobj":
        return governor.lemma in PLACE_VERBS
    if token.dep == "poss":
        return governor.lemma in LOCATED
    if token.dep == "npadvmod":  # "Moscow-led"
        return governor.tag != "VBN"
    return token.dep not in ("nsubj", "nsubjpass", "agent", "dative", "conj", "csubj")


def choose_form(forms: tuple[Form, ...], sentence: Sentence, first: int, last: int) -> Form | None:
    """One reading of a name with several: a town that acts is its state, one that locates is a place."""
    stands = [f for f in forms if f.form in ("capital", "seat")]
    located = [f for f in forms if f.form == "place"]
    direct = [f for f in forms if f.form in ("name", "demonym", "epithet")]
    if direct and not stands:
        return direct[0] if len({f.entity for f in direct}) == 1 else _preferred(direct)
    if stands and not is_place(sentence, first, last):
        return _preferred(stands)
    if located and stands or located:
        return located[0]
    return direct[0] if direct else None


def _preferred(forms: list[Form]) -> Form | None:
    """A seat before a capital ("Brussels" is the Union before it is Belgium); otherwise two readings are none."""
    seats = [f for f in forms if f.form == "seat"] or forms
    return seats[0] if len({f.entity for f in seats}) == 1 or seats is not forms else None


def role_after(cast: Cast, sentence: Sentence, last: int) -> tuple[int, RoleWord] | None:
    """The role noun that a demonym or a possessive leads to, and its last word: "Belarusian [state media]"."""
    at = last + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text in ("'s", "’s", "'", "’"):
        at += 1
    for skip in range(3):
        if skip and (at + skip > len(sentence.tokens) or sentence.tokens[at + skip - 1].pos not in ("ADJ", "NOUN", "PROPN", "ADV")):
            return None
        for length in range(LONGEST_ROLE, 0, -1):
            words = sentence.tokens[at + skip : at + skip + length]
            if len(words) == length and not _is_hyphenated(sentence, at + skip + length) and (role := cast.names.roles.get(" ".join(w.text for w in words).lower())):
                return at + skip + length - 1, role
    return None


def _is_hyphenated(sentence: Sentence, after: int) -> bool:
    """Does a hyphen follow: "Syria's rebel-held province"?"""
    return after < len(sentence.tokens) and sentence.tokens[after].text in ("-", "–") and (
        sentence.tokens[after].start == sentence.tokens[after - 1].end
    )  # fmt: skip


def who_has_role(cast: Cast, state: Entity, role: RoleWord, printed: str) -> tuple[Entity, str, float]:
    """The person in the office, or the role as an entity of the state."""
    if role.offices and (person := cast.officer(state.id, role.offices)) is not None:
        return person, f"{role.rule}#office", 0.8
    return role_entity(state, role.role, role.sector, role.kind, printed), role.rule, 0.8

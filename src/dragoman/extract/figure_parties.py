"""The parties that hang on a figure, and the sides that ranks and things handed over take from them."""

from dataclasses import dataclass

from dragoman.extract.figure_named import Named
from dragoman.records import Sentence
from dragoman.text.tree import children, subtree

Sides = tuple[str | None, str | None]
FLEEING = frozenset({"flee", "escape"})
MUTUAL_ACTS = frozenset({"exchange", "swap"})


@dataclass(frozen=True, slots=True)
class Party:
    """A mention and the way it hangs on the figure: poss, demonym, subject, agent, object, or the preposition."""

    entity: str
    token: int
    way: str
    far: int
    end: int = 0


def first_of(parties: list[Party], ways: tuple[str, ...], other_than: str | None) -> str | None:
    """The nearest party of the first way that has one, other than one already taken."""
    for way in ways:
        fits = [p for p in parties if p.way == way and p.entity != other_than]
        if fits:
            return min(fits, key=lambda p: p.far).entity
    return None


def thing_sides(sentence: Sentence, named: Named, parties: list[Party]) -> Sides:
    """Who hands things over, and to whom; two that "exchanged prisoners" are both."""
    measure = named.measure
    owner = first_of(parties, ("agent", "subject"), None)
    with_them = ("object",) if sentence.tokens[sentence.tokens[named.token].head].text.lower() == "with" else ()
    partner = first_of(parties, ("demonym", "poss", "dative", *measure.partner_by, *with_them), owner)
    fled = [k for k in children(sentence, named.token, "acl", "relcl") if sentence.tokens[k].lemma in FLEEING]
    left = {i for k in fled for i in subtree(sentence, k)}
    if whence := next((p.entity for p in parties if p.token in left), None):  # "received 600,000 people fleeing Sudan"
        return whence, owner if owner != whence else None
    doing = sorted((p for p in parties if p.way in ("agent", "subject")), key=lambda p: p.token)
    both = list(dict.fromkeys(p.entity for p in doing))
    if partner is None and len(both) == 2 and sentence.tokens[sentence.tokens[named.token].head].lemma in MUTUAL_ACTS:
        return both[0], both[1]
    number = sentence.tokens[sentence.tokens[named.token].head].text.lower() == "of" and owner is None
    if number:  # "the number of Nepali workers in Qatar"
        whose = first_of(parties, ("demonym", "poss"), None)
        return whose, first_of(parties, ("in", *measure.partner_by), whose)
    return owner, partner


def rank_owner(sentence: Sentence, named: Named, parties: list[Party]) -> tuple[str | None, str | None]:
    """ "Qatar is Pakistan's second-largest supplier": Pakistan's rank, with Qatar; "the world's second economy": China's own."""
    called = _called(sentence, named.token, parties)
    if not named.measure.mutual:
        return called, None
    return first_of(parties, ("poss", "of", "for", "to"), called), called


def _called(sentence: Sentence, ranked: int, parties: list[Party]) -> str | None:
    """Who is said to have the rank: the subject of "is", the other side of an apposition, the subject of "as ..."."""
    token = sentence.tokens[ranked]
    head = sentence.tokens[token.head]
    if token.dep in ("attr", "oprd", "acomp") or (token.dep == "pobj" and head.text.lower() in ("as", "becoming", "become")):
        return first_of(parties, ("subject", "object"), None)
    beside = {token.head} if token.dep == "appos" else set()
    beside |= set(children(sentence, ranked, "appos"))
    if token.dep in ("nsubj", "nsubjpass"):  # "its second-largest partner is Italy"
        beside |= set(children(sentence, token.head, "attr"))
    return next((p.entity for p in parties if p.token in beside), None)

"""Where people are and which state that tells: "in Lagos", "of the Greek island of Lesbos", "Chechen", not "Turkish-backed"."""

from collections.abc import Iterator

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, state_of
from dragoman.resolve.stand_ins import LOCATED
from dragoman.text import tree

GROUNDS = LOCATED | frozenset("island village port state valley camp neighbourhood neighborhood settlement".split())
HERE = frozenset("in at near outside around across throughout inside within through on".split())
ORIGIN = frozenset({"of", "from"})
JOINED = frozenset({"xcomp", "acl", "advcl", "pcomp", "conj", "ROOT"})
FOLLOWERS = frozenset("backed led trained funded armed supported aligned owned affiliated".split())
COUNTS = frozenset("thousand hundred dozen score million crowd group number lot majority".split())
DESCRIBED = frozenset("young angry ordinary elderly many most several poor displaced".split())
STAYING = frozenset("operate live base station reside shelter hide".split())


def word_of(sentence: Sentence, reference: Reference) -> int:
    """The head word of a mention."""
    found = tree.head_of_span(sentence, reference.mention.start, reference.mention.end)
    return 0 if found is None else found


def first_word(sentence: Sentence, reference: Reference) -> int:
    """The head word of the first name beside a mention: "courts in **France** and Sweden"."""
    return tree.first_conjunct(sentence, word_of(sentence, reference))


def is_ground(sentence: Sentence, reference: Reference) -> bool:
    """Does the name tell a state: a place, a state or a people, but not whose followers some are ("Turkish-backed")?"""
    if state_of(reference.entity) is None or is_ethnic(sentence, reference):
        return False
    if reference.mention.form in ("description", "pronoun", "pair"):  # "the country" may be another one
        return False
    if reference.entity.kind not in ("place", "state") and not is_people(reference.entity):
        return False
    words = [t.text.lower() for t in sentence.tokens if reference.mention.end <= t.start][:2]
    return not (len(words) == 2 and words[0] in ("-", "–") and words[1] in FOLLOWERS)


def is_people(entity: Entity) -> bool:
    """Is it a people: Chechens, Kurds?"""
    return entity.kind == "group" and entity.listed and not entity.sector


def is_ethnic(sentence: Sentence, reference: Reference) -> bool:
    """Does "ethnic" stand before the name of a people?"""
    i = word_of(sentence, reference)
    return bool(i) and sentence.tokens[i - 1].text.lower() == "ethnic"


def is_minority(sentence: Sentence, token: Token) -> bool:
    """Does the name of a people mean those who live in another state: "ethnic Turks in Bulgaria", "the Serbs of Kosovo"?"""
    if token.tag != "NNPS" and not (token.tag == "NNS" and token.text[:1].isupper()):
        return False
    ethnic = any(sentence.tokens[k].text.lower() == "ethnic" for k in tree.children(sentence, token.i, "amod", "compound"))
    return ethnic or any(sentence.tokens[k].tag == "NNP" for k in tree.after_preposition(sentence, token.i, "of"))


def is_crowd(sentence: Sentence, token: Token) -> bool:
    """Are people of a nation counted or described: "thousands of Iranians", "300 Syrians", "young Algerians"?"""
    if token.tag not in ("NNPS", "NNS") or not token.text[:1].isupper():
        return False
    above = sentence.tokens[token.head]
    counted = above.lemma.lower() == "of" and sentence.tokens[above.head].lemma.lower() in COUNTS
    inner = [sentence.tokens[k] for k in tree.children(sentence, token.i, "nummod", "amod")]
    numbers = [t for t in inner if t.dep == "nummod" and t.text.lower() not in ("two", "both")]
    return counted or bool(numbers) or any(t.lemma.lower() in DESCRIBED for t in inner)


def of_or_from(sentence: Sentence, token: Token, placed: list[Reference]) -> list[Reference]:
    """Names right before a noun, or after "of" and "from": Rio police, residents of Lagos, refugees from Homs."""
    near = set(tree.children(sentence, token.i, "compound", "nmod", "amod", "poss"))
    near |= set(tree.after_preposition(sentence, token.i, *ORIGIN))
    for i in [k for k in near if sentence.tokens[k].lemma.lower() in GROUNDS]:  # "residents of the Greek island of Lesbos"
        near |= {*tree.children(sentence, i, "amod", "compound", "poss"), *tree.after_preposition(sentence, i, "of")}
    return [r for r in placed if first_word(sentence, r) in near]


def whereabouts(sentence: Sentence, token: Token, placed: list[Reference]) -> list[Reference]:
    """Places in a noun's own phrase: rebels in the north of Mali, fighters operating in Iraq."""
    stays = [k for k in tree.children(sentence, token.i, "acl") if sentence.tokens[k].lemma in STAYING]
    below = {*tree.phrase(sentence, token.i), *(w for k in stays for w in tree.phrase(sentence, k))}
    return [r for r in placed if first_word(sentence, r) in below and is_where(sentence, r)]


def is_where(sentence: Sentence, reference: Reference) -> bool:
    """Does the name say where: "in Lagos", "in the Bosnian town of Gorazde", "in Borno state"?"""
    token = sentence.tokens[tree.first_conjunct(sentence, word_of(sentence, reference))]
    if token.dep in ("compound", "poss", "amod", "nmod", "appos"):
        head = sentence.tokens[token.head]
        is_named = head.lemma.lower() in GROUNDS or token.dep == "appos"
        return is_named and head.dep == "pobj" and is_here(sentence, head)
    return token.dep == "pobj" and is_here(sentence, token)


def is_here(sentence: Sentence, noun: Token) -> bool:
    """Does a preposition of place govern the noun, or "of" below a word for a place?"""
    governor = sentence.tokens[noun.head]
    if governor.lemma.lower() == "of":
        above = sentence.tokens[governor.head]
        return above.lemma.lower() in GROUNDS and above.dep == "pobj" and is_here(sentence, above)
    return governor.lemma.lower() in HERE


def only_state(cast: Cast, places: list[Reference]) -> Entity | None:
    """The state of some places, when they agree."""
    found = set(countries(places))
    return cast.names.entity(found.pop()) if len(found) == 1 else None


def countries(places: list[Reference]) -> Iterator[str]:
    """The states of some places."""
    yield from (state for r in places if (state := state_of(r.entity)) is not None)


def whole_clause(sentence: Sentence, i: int) -> int:
    """The verb of a word's clause, participles and verbs without a subject of their own counted with their governor."""
    head = tree.clause_head(sentence, i)
    while sentence.tokens[head].head != head and is_joined(sentence, head):
        head = tree.clause_head(sentence, sentence.tokens[head].head)
    return head


def is_joined(sentence: Sentence, verb: int) -> bool:
    """Has the verb no subject and no conjunction of its own: "killing 20", "and wounded two"?"""
    return sentence.tokens[verb].dep in JOINED and not tree.children(sentence, verb, "nsubj", "nsubjpass", "mark", "expl")

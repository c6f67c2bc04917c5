"""People whom only a place gives a state: "police in Nairobi", "Rio police", "in Lagos, police arrested protesters"."""

from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, role_entity, state_of
from dragoman.resolve.descriptions import role_at
from dragoman.resolve.group_places import (
    ORIGIN,
    is_crowd,
    is_ground,
    is_minority,
    is_people,
    is_where,
    of_or_from,
    only_state,
    whereabouts,
    whole_clause,
    word_of,
)
from dragoman.resolve.roles import is_stance, is_title_of_name
from dragoman.text import tree

NATIVE = frozenset({"COP", "REB", "UAF", "JUD", "LEG", "OPP", "CVL", "EDU", "MED", "REL", "LAB", "AGR", "CRM", "GOV"})
# Whose place says nothing of their state, and what is no people: an embassy, tourists, settlers, a school.
STRANGERS = frozenset(
    "son daughter mother wife husband widow brother sister diplomats tourists nationals national hostages "
    "passengers settlers fans pilgrims victims sources figures school university universities college hospital "
    "hospitals church mosque monastery temple institute clinic clinics".split()
)
ARMIES = frozenset({"army", "military", "security forces", "soldiers", "police", "coast guard", "border guards"})
FOREIGN = frozenset("foreign international exiled migrant expatriate visiting several european".split())
SITES = frozenset("position stronghold base camp convoy column patrol checkpoint post vehicle hideout".split())
# Whom a clause's place gives a state too, without a place of their own.
BARE = frozenset({"COP", "REB", "UAF", "CVL", "EDU", "LAB", "AGR", "JUD", "OPP"})
RULING = frozenset({"government", "authorities", "parliament", "army", "military", "security forces", "soldiers"})
# Who deals with their own: whoever has no nationality in what they do is of their state.
AT_HOME = {
    "COP": frozenset({"CVL", "EDU", "LAB", "AGR", "OPP", "CRM", "REL", "MED"}),
    "JUD": frozenset({"CVL", "EDU", "LAB", "AGR", "OPP", "COP", "GOV"}),
    "REB": frozenset({"MIL", "COP", "GOV"}),
    "GOV": frozenset({"JUD", "LEG", "OPP"}),
    **dict.fromkeys(("LAB", "EDU", "AGR", "CVL", "OPP", "MED"), frozenset({"COP", "GOV"})),
}
SEATED = frozenset({"GOV", "JUD", "LEG"})
HOME_FORCES = frozenset({"COP", "JUD"})
DONE_TO = frozenset({"dobj", "nsubjpass", "pobj", "poss"})


def add_placed_group(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """A group of the state that its own phrase names a place of; else of the one state whose place its clause names.

    "Police in Nairobi" are KEN/police; "In Lagos, police arrested protesters" are NGA/police and NGA/protesters;
    "troops in Mali" may be anybody's.
    """
    stateless = is_stateless(cast, sentence, number, token)
    minority = stateless or is_minority(sentence, token)
    role = cast.names.roles.get("civilians") if minority else role_at(cast, sentence, token)
    if role is None and is_crowd(sentence, token):
        add_crowd(cast, sentence, number, token)
    if role is None or role.kind == "person" or not (minority or is_free(cast, sentence, number, token)):
        return
    placed = grounds(cast, sentence, number, role)
    own = of_or_from(sentence, token, placed)
    own = own or (whereabouts(sentence, token, placed) if lives_there(sentence, role, token) else [])
    if (state := only_state(cast, own)) is not None:
        add_group(cast, sentence, number, token, role, state, "groups#phrase", 0.75)
    elif stateless or (not minority and is_bare(cast, sentence, token, role)):
        add_bare_group(cast, sentence, number, token, role)


def is_stateless(cast: Cast, sentence: Sentence, number: int, token: Token) -> bool:
    """Is the noun the name of a people without a state: Kurds, whom a place tells apart?"""
    here = [r.entity for r in cast.references if r.sentence == number and r.mention.start <= token.start < r.mention.end]
    return token.tag in ("NNPS", "NNS") and token.text[:1].isupper() and any(is_people(e) and state_of(e) is None for e in here)


def add_crowd(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """Counted people of a nation are its civilians, not the state: "thousands of Iranians marched"."""
    named = [r for r in cast.references if r.sentence == number and r.mention.form == "demonym" and r.entity.kind == "state"]
    people = [r.entity for r in named if r.mention.start <= token.start < r.mention.end]
    civilians = cast.names.roles.get("civilians")
    if civilians is not None and len({e.id for e in people}) == 1:
        add_group(cast, sentence, number, token, civilians, people[0], "groups#crowd", 0.7)


def grounds(cast: Cast, sentence: Sentence, number: int, role: RoleWord) -> list[Reference]:
    """Names of a sentence that can tell the state of people with a role; "officials in Brussels" are no Belgians."""
    found = [r for r in cast.references if r.sentence == number and is_ground(sentence, r)]
    return [r for r in found if not is_seat(cast, r, role)]


def is_seat(cast: Cast, reference: Reference, role: RoleWord) -> bool:
    """Is the town the seat of a body of several states, or of its courts: Brussels, The Hague?"""
    if role.sector not in SEATED:
        return False
    forms = cast.names.forms.get(reference.mention.text, ())
    seated = [e for f in forms if f.form == "seat" and (e := cast.names.entity(f.entity)) is not None]
    return any(e.kind != "state" or role.sector == "JUD" for e in seated)


def add_bare_group(cast: Cast, sentence: Sentence, number: int, token: Token, role: RoleWord) -> None:
    """A group of the state whose places its clause names; where it names none, of the state whose police deal with it."""
    clause = whole_clause(sentence, token.i)
    placed = grounds(cast, sentence, number, role)
    around = [r for r in placed if is_where(sentence, r) and whole_clause(sentence, word_of(sentence, r)) == clause]
    if (state := only_state(cast, around)) is not None:
        add_group(cast, sentence, number, token, role, state, "groups#clause", 0.55)
    elif not around and (state := home_state(cast, sentence, number, token, role)) is not None:
        add_group(cast, sentence, number, token, role, state, "groups#home", 0.5)


def home_state(cast: Cast, sentence: Sentence, number: int, token: Token, role: RoleWord) -> Entity | None:
    """The state of a police, a court, rebels or strikers whose act is done to the noun: "Thai police arrested students"."""
    clause = whole_clause(sentence, token.i)
    who = [
        sentence.tokens[i].start
        for i in (tree.subject(sentence, clause), tree.agent(sentence, clause))
        if i not in (None, token.i)
    ]
    here = [r for r in cast.references if r.sentence == number]
    doers = [r.entity for r in here if r.entity.kind != "person" and any(r.mention.start <= at < r.mention.end for at in who)]
    at_home = [e for e in doers if role.sector in AT_HOME.get(e.sector or "", ()) and e.country is not None]
    if token.dep not in DONE_TO or len({e.country for e in at_home}) != 1:
        return None
    others = {state_of(r.entity) for r in here if r.entity.kind in ("state", "place")}
    is_sure = at_home[0].sector in HOME_FORCES or others <= {at_home[0].country, None}
    return cast.names.entity(at_home[0].country or "") if is_sure else None


def is_free(cast: Cast, sentence: Sentence, number: int, token: Token) -> bool:
    """Is the noun nobody's yet, no title before a name, no part of another noun, and of no people from elsewhere?"""
    if any(r.sentence == number and r.mention.start < token.end and r.mention.end > token.start for r in cast.references):
        return False
    if token.dep in ("compound", "amod", "nmod") and sentence.tokens[token.head].lemma.lower() not in SITES:
        return False
    if token.i + 1 < len(sentence.tokens) and sentence.tokens[token.i + 1].text in ("-", "–"):  # "rebel-held Idlib"
        return False
    if is_title_of_name(cast, sentence, token.i) or is_stance(sentence, token.i):
        return False
    return not any(sentence.tokens[k].text.lower() in FOREIGN for k in tree.children(sentence, token.i, "amod", "compound"))


def is_any(sentence: Sentence, token: Token, words: frozenset[str]) -> bool:
    """Is the noun, alone or with the word before it, among the words: "police", "coast guard"?"""
    before = f"{sentence.tokens[token.i - 1].text} {token.text}".lower() if token.i else ""
    return token.text.lower() in words or before in words


def lives_there(sentence: Sentence, role: RoleWord, token: Token) -> bool:
    """Does a place tell whose they are: police and rebels, not tourists or troops?"""
    word = token.text.lower()
    return is_any(sentence, token, ARMIES) or (role.sector in NATIVE and word not in STRANGERS and role.role not in STRANGERS)


def is_bare(cast: Cast, sentence: Sentence, token: Token, role: RoleWord) -> bool:
    """Does the noun stand without an owner or a nationality of its own, and of a kind that belongs where it acts?"""
    if role.sector not in BARE and not is_any(sentence, token, RULING):
        return False
    if (not lives_there(sentence, role, token) and role.sector != "MIL") or tree.children(sentence, token.i, "poss", "appos"):
        return False
    elsewhere = [k for k in tree.children(sentence, token.i, "prep") if sentence.tokens[k].lemma.lower() not in ORIGIN]
    outer = {w for k in elsewhere for w in tree.subtree(sentence, k)}  # "students at Ankara University"
    words = [k for k in tree.subtree(sentence, token.i, ("relcl", "acl", "conj", "pcomp")) if k not in outer]
    inner = {sentence.tokens[k].start for k in words}
    within = [r for r in cast.references if r.mention.start in inner]
    return not any(is_ground(sentence, r) or (r.entity.sector and r.entity.kind != "state") for r in within)


def add_group(
    cast: Cast, sentence: Sentence, number: int, token: Token, role: RoleWord, state: Entity, rule: str, confidence: float
) -> None:
    """A reference to a state's group over the noun and what stands before it."""
    before = tree.children(sentence, token.i, "det", "amod", "nummod", "compound", "nmod")
    before = [k for k in before if not k or sentence.tokens[k - 1].text not in ("-", "–")]  # not "backed" of "Turkish-backed"
    start = sentence.tokens[min([token.i, *before])].start
    entity = role_entity(state, role.role, role.sector, role.kind, cast.document.text[start : token.end])
    cast.add(sentence, number, start, token.end, entity, "description", rule, confidence)

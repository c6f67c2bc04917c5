"""People whom only a place gives a state: "police in Nairobi", "Rio police", "in Lagos, police arrested protesters"."""

from collections.abc import Iterator

from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, role_entity, state_of
from dragoman.resolve.descriptions import role_at
from dragoman.resolve.roles import is_stance, is_title_of_name
from dragoman.resolve.stand_ins import LOCATED
from dragoman.text import tree

HERE = frozenset("in at near outside around across throughout inside within through on".split())
ORIGIN = frozenset({"of", "from"})
NATIVE = frozenset({"COP", "REB", "UAF", "JUD", "LEG", "OPP", "CVL", "EDU", "MED", "REL", "LAB", "AGR", "CRM", "GOV"})
# Whose place says nothing of their state: an embassy, tourists, settlers; "the US-backed fighters".
STRANGERS = frozenset(
    "school university universities college hospital hospitals church mosque monastery temple institute clinic clinics bank diplomats tourists nationals national hostages passengers settlers fans pilgrims victims sources figures".split()
)
ARMIES = frozenset({"army", "military", "security forces", "soldiers", "police"})
FOREIGN = frozenset({"foreign", "ethnic", "international", "exiled", "migrant", "expatriate", "visiting", "several", "european"})
SITES = frozenset("position stronghold base camp convoy column patrol checkpoint post vehicle hideout".split())
JOINED = frozenset({"xcomp", "acl", "advcl", "pcomp", "conj", "ROOT"})
# Whom a clause's place gives a state too, without a place of their own.
BARE = frozenset({"COP", "REB", "UAF", "CVL", "EDU", "LAB", "AGR", "JUD", "OPP"})
RULING = frozenset({"government", "authorities", "parliament", "army", "military", "security forces", "soldiers"})
# Who deals with their own: whoever has no nationality in what they do is of their state.
AT_HOME = {
    "COP": frozenset({"CVL", "EDU", "LAB", "AGR", "OPP", "CRM", "REL", "MED"}),
    "JUD": frozenset({"CVL", "EDU", "LAB", "AGR", "OPP", "COP", "GOV"}),
    "REB": frozenset({"MIL", "COP", "GOV"}),
    "LAB": frozenset({"COP", "GOV"}),
    "EDU": frozenset({"COP", "GOV"}),
    "AGR": frozenset({"COP", "GOV"}),
    "CVL": frozenset({"COP", "GOV"}),
    "OPP": frozenset({"COP", "GOV"}),
    "MED": frozenset({"GOV"}),
}
DONE_TO = frozenset({"dobj", "nsubjpass", "pobj"})
FOLLOWERS = frozenset("backed led trained funded armed supported aligned owned affiliated".split())
STAYING = frozenset("operate live base station reside shelter hide".split())


def add_placed_group(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """A group of the state that its own phrase names a place of; else of the one state whose place its clause names.

    "Police in Nairobi" are KEN/police; "In Lagos, police arrested protesters" are NGA/police and NGA/protesters;
    "troops in Mali" may be anybody's.
    """
    role = role_at(cast, sentence, token)
    if role is None or role.kind == "person" or is_taken(cast, sentence, number, token):
        return
    placed = [r for r in cast.references if r.sentence == number and is_ground(sentence, r)]
    own = only_state(cast, phrase_places(sentence, token, placed, role))
    if own is not None:
        add_group(cast, sentence, number, token, role, own, "groups#phrase", 0.75)
    elif is_bare(cast, sentence, token, role):
        clause = whole_clause(sentence, token.i)
        around = [r for r in placed if is_where(sentence, r) and whole_clause(sentence, word_of(sentence, r)) == clause]
        if (state := only_state(cast, around)) is not None:
            add_group(cast, sentence, number, token, role, state, "groups#clause", 0.55)
        elif not around and (state := home_state(cast, sentence, number, token, role)) is not None:
            add_group(cast, sentence, number, token, role, state, "groups#home", 0.5)


def is_ground(sentence: Sentence, reference: Reference) -> bool:
    """Does the name tell a state: a place, a state or a people, but not whose followers some are ("Turkish-backed")?"""
    kind, state = reference.entity.kind, state_of(reference.entity)
    if state is None or not (kind in ("place", "state") or is_people(reference)):
        return False
    after = [t.text.lower() for t in sentence.tokens if reference.mention.end <= t.start < reference.mention.end + 3]
    follower = next((t.text.lower() for t in sentence.tokens if t.start == reference.mention.end + 1), "")
    return not (after[:1] in (["-"], ["–"]) and follower in FOLLOWERS)


def is_people(reference: Reference) -> bool:
    """Is it a people: Chechens, Kurds?"""
    return reference.entity.kind == "group" and reference.entity.listed and not reference.entity.sector


def home_state(cast: Cast, sentence: Sentence, number: int, token: Token, role: RoleWord) -> Entity | None:
    """The state of a police, a court, rebels or strikers whose act is done to the noun: "Thai police arrested students"."""
    clause = whole_clause(sentence, token.i)
    who = [tree.subject(sentence, clause), tree.agent(sentence, clause)]
    doers = [r.entity for r in cast.references for i in who if i is not None and i != token.i and r.sentence == number
             and r.mention.start <= sentence.tokens[i].start < r.mention.end and r.entity.kind != "person"]  # fmt: skip
    at_home = [e for e in doers if role.sector in AT_HOME.get(e.sector or "", ()) and e.country is not None]
    if token.dep not in DONE_TO or len({e.country for e in at_home}) != 1:
        return None
    others = {state_of(r.entity) for r in cast.references if r.sentence == number and r.entity.kind in ("state", "place")}
    return cast.names.entity(at_home[0].country or "") if others <= {at_home[0].country, None} else None


def is_taken(cast: Cast, sentence: Sentence, number: int, token: Token) -> bool:
    """Is the noun somebody's already, a title before a name, a part of another noun, or of people from elsewhere?"""
    if any(r.sentence == number and r.mention.start < token.end and r.mention.end > token.start for r in cast.references):
        return True
    head = sentence.tokens[token.head]
    if token.dep in ("compound", "amod", "nmod", "poss") and head.lemma.lower() not in SITES:
        return True
    if is_title_of_name(cast, sentence, token.i) or is_stance(sentence, token.i):
        return True
    return any(sentence.tokens[k].text.lower() in FOREIGN for k in tree.children(sentence, token.i, "amod", "compound"))


def phrase_places(sentence: Sentence, token: Token, placed: list[Reference], role: RoleWord) -> list[Reference]:
    """Places in the noun's own phrase: Rio police, residents of Lagos, rebels in the north of Mali."""
    near = set(tree.children(sentence, token.i, "compound", "nmod", "amod", "poss"))
    near |= set(tree.after_preposition(sentence, token.i, *ORIGIN))
    for i in [k for k in near if sentence.tokens[k].lemma.lower() in LOCATED]:  # "residents of the Greek island of Lesbos"
        near |= {*tree.children(sentence, i, "amod", "compound", "poss"), *tree.after_preposition(sentence, i, "of")}
    owned = [r for r in placed if word_of(sentence, r) in near]
    if owned or not lives_there(role, token):
        return owned
    stays = [k for k in tree.children(sentence, token.i, "acl") if sentence.tokens[k].lemma in STAYING]
    below = {*tree.phrase(sentence, token.i), *(w for k in stays for w in tree.phrase(sentence, k))}
    return [r for r in placed if word_of(sentence, r) in below and is_where(sentence, r)]


def lives_there(role: RoleWord, token: Token) -> bool:
    """Does a place tell whose they are: police and rebels, not tourists or troops?"""
    word = token.text.lower()
    return word in ARMIES or (role.sector in NATIVE and word not in STRANGERS and role.role not in STRANGERS)


def is_bare(cast: Cast, sentence: Sentence, token: Token, role: RoleWord) -> bool:
    """Does the noun stand without an owner or a nationality of its own, and of a kind that belongs where it acts?"""
    if role.sector not in BARE and token.text.lower() not in RULING:
        return False
    if (not lives_there(role, token) and role.sector != "MIL") or tree.children(sentence, token.i, "poss", "appos"):
        return False
    inner = {sentence.tokens[k].start for k in tree.subtree(sentence, token.i, ("relcl", "acl", "conj"))}
    within = [r for r in cast.references if r.mention.start in inner]
    return not any(
        is_ground(sentence, r) or r.entity.sector for r in within if r.entity.kind != "state" or is_ground(sentence, r)
    )


def is_where(sentence: Sentence, reference: Reference) -> bool:
    """Does the name say where: "in Lagos", "in the Bosnian town of Gorazde", "in Borno state"?"""
    i = word_of(sentence, reference)
    token = sentence.tokens[tree.first_conjunct(sentence, i)]
    if token.dep in ("compound", "poss", "amod", "nmod", "appos"):
        head = sentence.tokens[token.head]
        is_ground = head.lemma.lower() in LOCATED or token.dep == "appos"
        return is_ground and head.dep == "pobj" and is_here(sentence, head)
    return token.dep == "pobj" and is_here(sentence, token)


def is_here(sentence: Sentence, noun: Token) -> bool:
    """Does a preposition of place govern the noun, or "of" below a word for a place?"""
    governor = sentence.tokens[noun.head]
    if governor.lemma.lower() == "of":
        above = sentence.tokens[governor.head]
        return above.lemma.lower() in LOCATED and above.dep == "pobj" and is_here(sentence, above)
    return governor.lemma.lower() in HERE


def word_of(sentence: Sentence, reference: Reference) -> int:
    """The head word of a mention."""
    found = tree.head_of_span(sentence, reference.mention.start, reference.mention.end)
    return 0 if found is None else found


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


def add_group(
    cast: Cast, sentence: Sentence, number: int, token: Token, role: RoleWord, state: Entity, rule: str, confidence: float
) -> None:
    """A reference to a state's group over the noun and what stands before it."""
    before = tree.children(sentence, token.i, "det", "amod", "nummod", "compound", "nmod")
    start = sentence.tokens[min([token.i, *before])].start
    printed = cast.document.text[start : token.end]
    entity = role_entity(state, role.role, role.sector, role.kind, printed)
    cast.add(sentence, number, start, token.end, entity, "description", rule, confidence)

"""A body and a role noun: "a State Department official", "EU diplomats", "Hamas fighters", "the NATO chief"."""

from dragoman.lexicon.name_tables import slug
from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast
from dragoman.resolve.descriptions import beside
from dragoman.resolve.roles import begin_of, is_in_listed_name, is_title_of_name, role_after

ARMED = frozenset({"REB", "UAF", "MIL", "CRM", "PRM"})
FIGHTING = frozenset({"MIL", "REB", "UAF", "CRM"})
CHIEFS = frozenset({"chief", "head", "boss", "secretary-general", "president", "leader"})
HEADS = (
    "secretary_general", "director_general", "managing_director", "president", "high_commissioner", "executive_director",
    "chairperson", "hamas_leader", "rebel_leader", "militia_leader", "party_leader", "company_head", "commander", "leader",
)  # fmt: skip
ACTING = frozenset(
    {"officials", "diplomats", "leaders", "leader", "head of body", "rebels", "armed groups", "military", "president"}
)
LONGEST_GAP = 2


def add_body_role(cast: Cast, sentence: Sentence, number: int, first: int, last: int, body: Entity) -> None:
    """Who acts for a body without being named, as an entity of that body; its fighters are the body itself."""
    found = role_after(cast, sentence, last, LONGEST_GAP) or _chief_after(cast, sentence, last)
    if body.kind == "group" and not body.sector:
        return  # a people: "Kurdish fighters" are told by where they are
    if found is None or is_title_of_name(cast, sentence, found[0]) or is_in_listed_name(cast, sentence, found[0]):
        return
    noun = sentence.tokens[found[0]]
    start, end = sentence.tokens[begin_of(sentence, first)].start, noun.end
    person = beside(cast, sentence, number, noun, start)
    if person is not None:
        cast.add(sentence, number, start, end, person, "description", "descriptions#apposition", 0.9)
    elif (entity := who_acts(cast, body, found[1], noun.text.lower())) is not None:
        cast.add(sentence, number, start, end, entity, "description", "bodies#role", 0.75)


def _chief_after(cast: Cast, sentence: Sentence, last: int) -> tuple[int, RoleWord] | None:
    """ "the NATO chief", "Hezbollah's head": no word for a role beside a state."""
    at = last + 1
    if at < len(sentence.tokens) and sentence.tokens[at].text in ("'s", "’s", "'", "’"):
        at += 1
    leader = cast.names.roles.get("leader")
    is_chief = at < len(sentence.tokens) and sentence.tokens[at].text.lower() in CHIEFS
    return (at, leader) if is_chief and leader is not None else None


def who_acts(cast: Cast, body: Entity, role: RoleWord, word: str) -> Entity | None:
    """The head of a body in office, its fighters as the body itself, others as a group that acts for it."""
    if role.kind == "person" or word in CHIEFS:
        return officer_of(cast, body, role) or head_of(cast, body)
    if body.sector in ARMED and role.sector in FIGHTING:
        return body
    if role.role not in ACTING:
        return None
    return Entity(
        id=f"{body.id}/{slug(role.role)}", name=f"{role.role} of {body.name}", kind="group", country=body.country,
        sector=body.sector if body.sector not in (None, "GOV") else role.sector, aliases=(role.role,), listed=False,
    )  # fmt: skip


def officer_of(cast: Cast, body: Entity, role: RoleWord) -> Entity | None:
    """Who held an office of the body that the role names: "the EU's foreign policy chief"."""
    held = (cast.names.holder(body.id, office, cast.day) for office in role.offices)
    return next((e for t in held if t is not None and (e := cast.names.entity(t.person)) is not None), None)


def head_of(cast: Cast, body: Entity) -> Entity | None:
    """Who led a body on the day; nobody when the tables do not know."""
    for office in HEADS:
        tenure = cast.names.holder(body.id, office, cast.day)
        if tenure is not None:
            return cast.names.entity(tenure.person)
    return None

"""Descriptions without a state of their own: "the president", "parliament", "the bloc", "the group", "the diplomat"."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Sentence, Token
from dragoman.resolve.cast import Cast, role_entity
from dragoman.resolve.choices import choices, clear_choice
from dragoman.resolve.owners import owner_state
from dragoman.resolve.roles import is_stance
from dragoman.resolve.views import state_in_view, state_with, subject_state
from dragoman.text import tree

SOURCES = frozenset({"report", "agency", "broadcaster", "outlet", "newspaper", "channel", "readout"})
COUNTRY = frozenset({"country", "nation"})
MONARCHY = frozenset({"kingdom", "sultanate", "emirate"})
BODY = frozenset({"bloc", "alliance", "organisation", "organization", "union", "body", "agency", "grouping"})
BODY_KINDS = {
    "alliance": ("alliance",),
    "bloc": ("union", "igo", "group"),
    "union": ("union", "igo"),
    "body": ("igo", "union", "organ"),
}
ARMED = frozenset(
    {"group", "militants", "rebels", "insurgents", "movement", "fighters", "organisation", "organization", "jihadists"}
)
COMPANY = frozenset({"company", "firm", "carmaker", "chipmaker", "producer"})
OFFICIALS = frozenset(
    {"diplomat", "minister", "official", "politician", "spokesman", "spokeswoman", "spokesperson", "envoy", "ambassador"}
)
FORMER = frozenset({"former", "ex", "late", "ousted", "deposed"})
BODY_WORDS = frozenset(
    "government parliament army military opposition party ministry court police administration company agency".split()
)
LONGEST_ROLE = 4
Fits = Callable[[Entity], bool]


def add_description(cast: Cast, sentence: Sentence, number: int, token: Token, start: int) -> None:
    """Who or what a noun without a name means: its apposition, the holder of the office in view, the nearest of its kind."""
    ahead = role_ahead(cast, sentence, token)
    if ahead is not None:
        _add_ahead(cast, sentence, number, token, start, *ahead)
        return
    owner = owner_state(cast, sentence, number, token)
    if (owner is None and _is_held_by_name(cast, sentence, token)) or is_stance(sentence, token.i):
        return
    person = beside(cast, sentence, number, token, start)
    role = role_at(cast, sentence, token)
    if owner is not None:
        _add_of_owner(cast, sentence, number, token, start, owner)
    elif tree.children(sentence, token.i, "poss"):
        return
    elif person is not None and role is not None and token.tag == "NN" and token.lemma not in BODY_WORDS:
        cast.add(sentence, number, start, token.end, person, "description", "descriptions#apposition", 0.9)
    elif role is not None and role.offices:
        _add_officer(cast, sentence, number, token, start, role)
    elif role is not None and _form_at(cast, sentence, token) in cast.names.alone:
        _add_body_of_state(cast, sentence, number, token, start, role)
    else:
        _add_nearest(cast, sentence, number, token, start)


def role_ahead(cast: Cast, sentence: Sentence, token: Token) -> tuple[Token, RoleWord] | None:
    """The role that begins with a word, and its last word: "the minister of defence", "the head of state"."""
    for length in range(LONGEST_ROLE, 2, -1):
        words = sentence.tokens[token.i : token.i + length]
        role = cast.names.roles.get(" ".join(t.text for t in words).lower())
        if role is not None and len(words) == length and words[1].text in ("of", "for"):
            return words[-1], role
    return None


def _add_ahead(cast: Cast, sentence: Sentence, number: int, token: Token, start: int, last: Token, role: RoleWord) -> None:
    """An office or body whose words go on behind its noun, of the owner named by it or of the state in view."""
    after = sentence.tokens[last.i + 1].text if last.i + 1 < len(sentence.tokens) else ""
    whole = replace(token, end=last.end)
    if after in ("of", "in") or after[:1].isupper():
        return
    owner = owner_state(cast, sentence, number, token) if tree.children(sentence, token.i, "poss") else None
    if owner is not None and role.offices and (person := cast.officer(owner.id, role.offices)) is not None:
        cast.add(sentence, number, start, last.end, person, "description", "descriptions#owner", 0.7)
    elif owner is None and role.offices:
        _add_officer(cast, sentence, number, whole, start, role)
    elif owner is None and role.kind == "organisation":
        _add_body_of_state(cast, sentence, number, whole, start, role)


def _add_of_owner(cast: Cast, sentence: Sentence, number: int, token: Token, start: int, state: Entity) -> None:
    """ "his foreign minister", "its army", "the authorities in Kigali"."""
    role = role_at(cast, sentence, token)
    if role is None or role.sector not in ("GOV", "LEG", "MIL", "OPP", "SPY", "COP", "JUD", "JRN"):
        return
    person = cast.officer(state.id, role.offices) if role.offices and role.is_of(state.id) else None
    if person is None and role.kind == "person":
        return
    entity = person or role_entity(state, role.role, role.sector, role.kind, cast.document.text[start : token.end])
    cast.add(sentence, number, start, token.end, entity, "description", "descriptions#owner", 0.7)


def role_at(cast: Cast, sentence: Sentence, token: Token) -> RoleWord | None:
    """The role that ends with a word, the longest first: "prime minister" before "minister"."""
    form = _form_at(cast, sentence, token)
    return cast.names.roles.get(form) if form else None


def _form_at(cast: Cast, sentence: Sentence, token: Token) -> str | None:
    if token.text.lower() not in cast.names.role_ends:
        return None
    for length in range(LONGEST_ROLE, 0, -1):
        if token.i + 1 >= length:
            form = " ".join(t.text for t in sentence.tokens[token.i + 1 - length : token.i + 1]).lower()
            if form in cast.names.roles and form.split()[0] not in FORMER:
                return form
    return None


def _is_held_by_name(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Is the noun the title of a name right after it, or followed by "of" and somebody who is not in the tables?"""
    nxt = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    if nxt is not None and (nxt.text[:1].isupper() or nxt.text in ("-", "–")):
        return True
    if token.dep == "compound" and nxt is not None and nxt.pos in ("NOUN", "PROPN"):
        return True
    has_of = any(sentence.tokens[k].lemma == "of" for k in tree.children(sentence, token.i, "prep"))
    return has_of and role_at(cast, sentence, token) is not None


def beside(cast: Cast, sentence: Sentence, number: int, token: Token, start: int) -> Entity | None:
    """The person whom the noun stands beside: "Hun Sen, the former prime minister", "the prime minister, Maia Sandu"."""
    if cast.document.text[:start].endswith(", "):
        ended = [
            r.entity
            for r in cast.references
            if r.mention.end == start - 2 and r.entity.kind == "person" and r.mention.form == "name"
        ]
        if ended:
            return ended[0]
    behind = cast.document.text[token.end : token.end + 2] == ", "
    for reference in cast.references if behind else ():  # "The taoiseach, Leo Varadkar, said", whatever the parser made of it
        closed = cast.document.text[reference.mention.end : reference.mention.end + 1] in (",", ".", ";")
        if reference.mention.start == token.end + 2 and closed and reference.entity.kind == "person":
            return reference.entity
    places = [token.head] if token.dep == "appos" else []
    places += tree.children(sentence, token.i, "appos")
    for place in places:
        at = sentence.tokens[place].start
        for reference in cast.references:
            if (
                reference.sentence == number
                and reference.mention.start <= at < reference.mention.end
                and reference.entity.kind == "person"
            ):
                return reference.entity
    return None


def _add_officer(cast: Cast, sentence: Sentence, number: int, token: Token, start: int, role: RoleWord) -> None:
    """ "the president": the only one met of whom it is true, else of the state in view."""
    former = any(sentence.tokens[k].lemma in FORMER for k in tree.children(sentence, token.i, "amod", "compound"))
    met = [r.entity for r in cast.before(token.start, lambda e: _held(cast, e, role, former), within=99, now=number)]
    near = [r.entity for r in cast.before(token.start, lambda e: _held(cast, e, role, former), within=2, now=number)]
    state = state_with(cast, token.start, number, role.is_of) if role.only else state_in_view(cast, token.start, number)
    here = [r.entity for r in cast.before(token.start, lambda e: _held(cast, e, role, former), within=0, now=number)]
    found = _only(met) or _only(near) or _only(here)
    near = here if found is not None and found in here else near
    if found is None and near:
        found = clear_choice(choices(cast, sentence, number, token, lambda e: _held(cast, e, role, former)))
        near = [found] if found is not None else near
    if found is None and not former and state is not None and role.is_of(state.id):
        found = cast.officer(state.id, role.offices)
    if found is not None and (former or state is None or found.country in (state.id, None) or found.id == _id_of(_only(near))):
        cast.add(sentence, number, start, token.end, found, "description", "descriptions#office", 0.65)


def _held(cast: Cast, entity: Entity, role: RoleWord, former: bool) -> bool:
    tenures = [t for t in cast.names.offices(entity.id) if t.office in role.offices and role.is_of(t.of)]
    if role.offices == ("head_of_government",) and any(t.office == "head_of_state" for t in cast.names.offices(entity.id)):
        return False  # a president who also leads the government is no "prime minister"
    now = any(t.holds(cast.day) for t in tenures)
    return bool(tenures) and not now if former else now


def _only(entities: list[Entity]) -> Entity | None:
    return entities[0] if len({e.id for e in entities}) == 1 else None


def _id_of(entity: Entity | None) -> str | None:
    return entity.id if entity is not None else None


def _add_body_of_state(cast: Cast, sentence: Sentence, number: int, token: Token, start: int, role: RoleWord) -> None:
    """ "the government", "parliament", "the army": those of the one state in view."""
    if role.only:
        state = state_with(cast, token.start, number, role.is_of)
    else:
        state = subject_state(cast, sentence, number, token) or state_in_view(cast, token.start, number)
    if state is None or state.kind != "state":
        return
    entity = role_entity(state, role.role, role.sector, role.kind, cast.document.text[start : token.end])
    cast.add(sentence, number, start, token.end, entity, "description", "descriptions#state_in_view", 0.6)


def _add_nearest(cast: Cast, sentence: Sentence, number: int, token: Token, start: int) -> None:
    word = token.text.lower()
    fits = _fitting(cast, sentence, token, word)
    if fits is None or (word in OFFICIALS and _is_of_body(cast, sentence, token)):
        return
    ranked = choices(cast, sentence, number, token, fits)
    described = tree.children(sentence, token.i, "amod", "nummod", "compound")
    if token.tag == "NNS" and (described or not (ranked and _is_near(cast, ranked[0].entity, number))):
        return  # "fighters" long after their name are any fighters
    found = clear_choice(ranked, sure=word in SOURCES)
    if found is None and word in (*BODY_KINDS, *ARMED, *COMPANY):
        found = _only_on_page(cast, fits)
    if found is not None:
        cast.add(sentence, number, start, token.end, found, "description", f"descriptions#{word}", 0.6)


def _is_of_body(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Is a body or a seat named inside the phrase: "the Kremlin spokesman" is nobody met before?"""
    inside = [sentence.tokens[k].start for k in tree.children(sentence, token.i, "compound", "nmod", "poss", "amod")]
    return any(r.mention.start <= at < r.mention.end and r.entity.kind != "person" for r in cast.references for at in inside)


def _is_near(cast: Cast, entity: Entity, number: int) -> bool:
    others = {r.entity.id for r in cast.references if r.entity.sector == entity.sector} - {entity.id}
    back = 1 if others else 3
    return any(r.entity.id == entity.id and number - r.sentence <= back for r in cast.references)


def _fitting(cast: Cast, sentence: Sentence, token: Token, word: str) -> Fits | None:
    if word in BODY_KINDS:
        kinds = BODY_KINDS[word]
        return lambda e: cast.names.org_kinds.get(e.id) in kinds and e.sector == "IGO"
    if word in SOURCES:
        return lambda e: e.kind == "media" or e.sector == "JRN"
    if word in COUNTRY:
        return lambda e: e.kind == "state"
    if word in MONARCHY:
        return lambda e: e.kind == "state" and any(word in a.lower() for a in e.aliases)
    if word in COMPANY:
        return lambda e: e.sector == "BUS"
    if word in OFFICIALS:
        return lambda e: e.kind == "person" and (cast.names.gender(e) == "f" if word == "spokeswoman" else True)
    if word in ARMED:
        return lambda e: e.sector in ("REB", "UAF", "PRM", "CRM") and e.listed
    return None


def _only_on_page(cast: Cast, fits: Fits) -> Entity | None:
    """ "the bloc" of a page that names one bloc, even if later."""
    found = [e for named in cast.named if (e := cast.names.entity(named)) is not None and fits(e)]
    return found[0] if len(found) == 1 else None

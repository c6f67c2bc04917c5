"""A state and a role noun: "the Belarusian leader", "Iranian officials", "the king of Jordan", "EU member states"."""

from datetime import date

from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Sentence
from dragoman.resolve.apposed import apposed, past_days
from dragoman.resolve.bodies import body_named
from dragoman.resolve.cast import Cast, role_entity
from dragoman.resolve.name_runs import is_person_noun
from dragoman.text import tree

LONGEST_ROLE = 4
MEMBERS = frozenset({"member", "members", "states", "countries", "nations", "allies"})
CHIEF = frozenset({"top", "chief", "senior-most"})
POSSESSIVE = ("'s", "’s", "'", "’")
HOMOGRAPHS = frozenset("firm general official public national executive criminal academic civilian foreign private major".split())
OF_STATES = frozenset("national federal supreme high constitutional central state royal new people's ruling".split())
HEADED = {
    "diplomacy": "foreign minister", "foreign ministry": "foreign minister", "defence ministry": "defence minister",
    "government": "prime minister",
}  # fmt: skip
GOVERNING = frozenset({"GOV", "LEG", "MIL", "OPP"})


def add_role(cast: Cast, sentence: Sentence, number: int, first: int, last: int, state: Entity) -> None:
    """ "the Belarusian leader", "North Korea's military": a description over the whole phrase, unless a name follows."""
    found = role_after(cast, sentence, last)
    if found is None:
        _add_role_before(cast, sentence, number, first, last, state)
        return
    if is_in_body_name(cast, sentence, last, found[0]):
        add_body(cast, sentence, number, first, found[0])
        return
    if (
        (first and sentence.tokens[first - 1].text.lower() == "ethnic")  # of another state than that of their name
        or is_in_listed_name(cast, sentence, found[0])
        or is_title_of_name(cast, sentence, found[0])
        or is_adjective(sentence, found[0])
        or (found[1].sector == "CVL" and _owns(sentence, found[0]))
    ):
        return  # "Canadian children's choir" is no children
    if found[1].role == "diplomacy" and head_before(sentence, first) is None:
        return  # what a state does, and nobody
    begin = head_before(sentence, first) if found[1].role in HEADED else None
    begin = begin_of(sentence, first) if begin is None else begin
    start, end = sentence.tokens[begin].start, sentence.tokens[found[0]].end
    printed = sentence.text[sentence.tokens[first].start - sentence.start : end - sentence.start]
    role = _chief_diplomat(cast, sentence, begin, first, found[1])
    named = apposed(cast, sentence, begin, found[0], state, role.sector) if is_somebody(sentence, found[0], role) else None
    if named is not None:
        cast.add(sentence, number, start, end, named, "description", "descriptions#apposition", 0.9)
        return
    entity, rule, confidence = who_has_role(cast, state, role, printed, past_days(cast, sentence, found[0]))
    cast.add(sentence, number, start, end, entity, "description", rule, confidence)


def is_in_listed_name(cast: Cast, sentence: Sentence, word: int) -> bool:
    """Is the role noun part of a name in the tables: "Nigeria's Department of State Services"?"""
    at = sentence.tokens[word].start - sentence.start
    hits = (h for h in cast.names.scan(sentence.text) if h.start <= at < h.end and " " in h.text)
    return any(f.form != "ministry" for h in hits for f in h.forms)


def is_adjective(sentence: Sentence, word: int) -> bool:
    """Is the word an adjective before a noun: "Romania's firm support", "Kenya's general election"?"""
    token = sentence.tokens[word]
    nxt = sentence.tokens[word + 1] if word + 1 < len(sentence.tokens) else None
    if nxt is None or nxt.pos not in ("NOUN", "ADJ") or token.tag in ("NNS", "NNPS") or token.head <= word:
        return False
    return token.tag in ("JJ", "RB") or token.text.lower() in HOMOGRAPHS


def is_in_body_name(cast: Cast, sentence: Sentence, last: int, word: int) -> bool:
    """Is the role noun the end of a name that begins with the state's: "Nigeria Labour Congress" is no congress of Nigeria?"""
    tokens = sentence.tokens
    inner = tokens[last + 1 : word]
    if not inner or any(t.tag not in ("NNP", "NNPS") for t in (*inner, tokens[word])) or tokens[word].text.islower():
        return False
    whole = " ".join(t.text for t in (*inner, tokens[word])).lower()
    known = any(t.text.lower() in cast.names.roles or t.text.lower() in OF_STATES for t in inner)
    return whole not in cast.names.roles and not known


def add_body(cast: Cast, sentence: Sentence, number: int, first: int, last: int) -> None:
    """A body that no table knows, its name beginning with a state's."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    entity = body_named(cast, sentence, number, first, cast.document.text[start:end])
    cast.add(sentence, number, start, end, entity, "name", "bodies#state_name", 0.6)


def _owns(sentence: Sentence, word: int) -> bool:
    return word + 1 < len(sentence.tokens) and sentence.tokens[word + 1].text in POSSESSIVE


def begin_of(sentence: Sentence, first: int) -> int:
    """The first word of the phrase: its article, and adjectives between ("a senior Canadian diplomat")."""
    at = first
    while at and sentence.tokens[at - 1].pos == "ADJ" and first - at < 2:
        at -= 1
    return at - 1 if at and sentence.tokens[at - 1].lemma in ("the", "a", "an") else (at if at < first else first)


def head_before(sentence: Sentence, first: int) -> int | None:
    """The first word of "the head of" before a state: the head of Polish diplomacy."""
    tokens = sentence.tokens
    of = first - 2 if first and tokens[first - 1].lemma == "the" else first - 1
    if of < 1 or tokens[of].lemma != "of" or tokens[of - 1].lemma not in ("head", "chief"):
        return None
    return of - 2 if of > 1 and tokens[of - 2].lemma == "the" else of - 1


def _chief_diplomat(cast: Cast, sentence: Sentence, begin: int, first: int, role: RoleWord) -> RoleWord:
    """ "the top Iranian diplomat" is the foreign minister."""
    if begin < first and role.role in HEADED and head_before(sentence, first) is not None:
        return cast.names.roles.get(HEADED[role.role], role)
    before = " ".join(t.text.lower() for t in sentence.tokens[begin:first] if t.text.lower() in CHIEF)
    return cast.names.roles.get(f"{before} diplomat", role) if before and role.role == "diplomats" else role


def role_after(cast: Cast, sentence: Sentence, last: int, gap: int = 3) -> tuple[int, RoleWord] | None:
    """The role noun that a demonym or a possessive leads to, and its last word: "Belarusian [state media]"."""
    at = last + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text in POSSESSIVE:
        at += 1
    for skip in range(gap):
        if skip and (
            at + skip > len(sentence.tokens) or sentence.tokens[at + skip - 1].pos not in ("ADJ", "NOUN", "PROPN", "ADV")
        ):
            return None
        for length in range(LONGEST_ROLE, 0, -1):
            words = sentence.tokens[at + skip : at + skip + length]
            role = cast.names.roles.get(" ".join(w.text for w in words).lower()) if len(words) == length else None
            if (
                role is not None
                and not _is_hyphenated(sentence, at + skip + length)
                and not is_stance(sentence, at + skip + length - 1)
            ):
                return at + skip + length - 1, role
    return None


def is_stance(sentence: Sentence, word: int) -> bool:
    """Is "opposition" what one feels: "its opposition to the dam"?"""
    nxt = sentence.tokens[word + 1] if word + 1 < len(sentence.tokens) else None
    return sentence.tokens[word].text.lower() == "opposition" and nxt is not None and nxt.text in ("to", "against")


def _is_hyphenated(sentence: Sentence, after: int) -> bool:
    """Does a hyphen follow: "Syria's rebel-held province"?"""
    return after < len(sentence.tokens) and sentence.tokens[after].text in ("-", "–") and (
        sentence.tokens[after].start == sentence.tokens[after - 1].end
    )  # fmt: skip


def _add_role_before(cast: Cast, sentence: Sentence, number: int, first: int, last: int, state: Entity) -> None:
    """ "the president of Peru", "the government of Oman": a role, "of", the state."""
    of = first - 1
    if of > 0 and sentence.tokens[of].lemma == "the":
        of -= 1
    if of < 1 or sentence.tokens[of].lemma != "of":
        return
    for length in range(LONGEST_ROLE, 0, -1):
        words = sentence.tokens[max(0, of - length) : of]
        role = cast.names.roles.get(" ".join(w.text for w in words).lower()) if len(words) == length else None
        if role is not None:
            _describe(cast, sentence, number, (words[0].i, last), state, role)
            return


def _describe(cast: Cast, sentence: Sentence, number: int, span: tuple[int, int], state: Entity, role: RoleWord) -> None:
    nxt = sentence.tokens[span[1] + 1] if span[1] + 1 < len(sentence.tokens) else None
    if role.sector not in GOVERNING or (nxt is not None and (nxt.tag in ("NNP", "NNPS") or nxt.text in POSSESSIVE)):
        return
    if any(sentence.tokens[k].dep == "conj" for k in tree.children(sentence, span[1])):
        return  # "the presidents of Chile and Peru" are two
    begin = begin_of(sentence, span[0])
    start, end = sentence.tokens[begin].start, sentence.tokens[span[1]].end
    if (
        is_somebody(sentence, span[0], role)
        and (named := apposed(cast, sentence, begin, span[1], state, role.sector)) is not None
    ):
        cast.add(sentence, number, start, end, named, "description", "descriptions#apposition", 0.9)
        return
    days = past_days(cast, sentence, span[0])
    entity, rule, confidence = who_has_role(cast, state, role, cast.document.text[start:end], days)
    cast.add(sentence, number, start, end, entity, "description", rule, confidence)


def is_somebody(sentence: Sentence, word: int, role: RoleWord) -> bool:
    """Is one person meant, so that a name beside it can be his: an office, an envoy, a lawmaker?"""
    token = sentence.tokens[word]
    return role.kind == "person" or (role.kind == "group" and token.tag in ("NN", "NNP") and is_person_noun(token))


def who_has_role(
    cast: Cast, state: Entity, role: RoleWord, printed: str, days: tuple[date, ...] = ()
) -> tuple[Entity, str, float]:
    """The person in the office, in a past year when its days are given, or the role as an entity of the state."""
    if days and role.offices:
        held = {t.person for day in days for o in role.offices if (t := cast.names.holder(state.id, o, day)) and t.start}
        whole = [e for who in held if (e := cast.names.entity(who)) and all(cast.names.offices(who, day) for day in days)]
        if len(held) == len(whole) == 1:
            return whole[0], f"{role.rule}#office", 0.7
        return role_entity(state, role.role, role.sector, role.kind, printed), f"{role.rule}#role", 0.6
    if role.offices and role.is_of(state.id) and (person := cast.officer(state.id, role.offices)) is not None:
        return person, f"{role.rule}#office", 0.8
    if printed.lower().endswith("minister") and (person := minister_met(cast, state)) is not None:
        return person, f"{role.rule}#met", 0.75
    return role_entity(state, role.role, role.sector, role.kind, printed), f"{role.rule}#role", 0.8


def minister_met(cast: Cast, state: Entity) -> Entity | None:
    """ "the South African minister": the only minister of the state whom the page has named."""
    met = {
        r.entity.id: r.entity
        for r in cast.references
        if r.entity.kind == "person" and r.entity.country == state.id
        and any("minister" in t.office and t.holds(cast.day) for t in cast.names.offices(r.entity.id))
    }  # fmt: skip
    return next(iter(met.values())) if len(met) == 1 else None


def is_title_of_name(cast: Cast, sentence: Sentence, word: int) -> bool:
    """Does a name follow the role noun at once, as in "leader Xi Jinping" or "news agency Xinhua"?"""
    nxt = sentence.tokens[word + 1] if word + 1 < len(sentence.tokens) else None
    if nxt is None or not nxt.text[:1].isupper():
        return False
    listed = any(h.start <= nxt.start - sentence.start < h.end for h in cast.names.scan(sentence.text))
    return listed or nxt.entity in ("PERSON", "ORG") or nxt.tag in ("NNP", "NNPS")


def add_member_states(cast: Cast, sentence: Sentence, number: int, first: int, last: int, body: Entity) -> None:
    """ "EU member states", "NATO allies": the members of a body as a group; the words hold who they are."""
    at = last + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text in POSSESSIVE:
        at += 1
    end = at
    while end < len(sentence.tokens) and sentence.tokens[end].text.lower() in MEMBERS:
        end += 1
    counted = first > 0 and sentence.tokens[first - 1].lemma in ("two", "both", "three")  # "the two NATO allies" are a pair
    if end == at or counted or sentence.tokens[end - 1].tag != "NNS":
        return
    group = Entity(id=f"{body.id}/members", name=f"members of {body.name}", kind="group", sector=body.sector, listed=False)
    start = sentence.tokens[begin_of(sentence, first)].start
    cast.add(sentence, number, start, sentence.tokens[end - 1].end, group, "description", "roles#members", 0.85)

"""A state and a role noun: "the Belarusian leader", "Iranian officials", "the king of Jordan", "EU member states"."""

from dragoman.lexicon.name_words import RoleWord
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast, role_entity
from dragoman.text import tree

LONGEST_ROLE = 4
MEMBERS = frozenset({"member", "members", "states", "countries", "nations", "allies"})
CHIEF = frozenset({"top", "chief", "senior-most"})
POSSESSIVE = ("'s", "’s", "'", "’")
GOVERNING = frozenset({"GOV", "LEG", "MIL", "OPP"})


def add_role(cast: Cast, sentence: Sentence, number: int, first: int, last: int, state: Entity) -> None:
    """ "the Belarusian leader", "North Korea's military": a description over the whole phrase, unless a name follows."""
    found = role_after(cast, sentence, last)
    if found is None:
        _add_role_before(cast, sentence, number, first, last, state)
        return
    if (
        (first and sentence.tokens[first - 1].text.lower() == "ethnic")  # of another state than that of their name
        or is_in_listed_name(cast, sentence, found[0])
        or is_title_of_name(cast, sentence, found[0])
        or (found[1].sector == "CVL" and _owns(sentence, found[0]))
    ):
        return  # "Canadian children's choir" is no children
    begin = begin_of(sentence, first)
    start, end = sentence.tokens[begin].start, sentence.tokens[found[0]].end
    printed = sentence.text[sentence.tokens[first].start - sentence.start : end - sentence.start]
    role = _chief_diplomat(cast, sentence, begin, first, found[1])
    entity, rule, confidence = who_has_role(cast, state, role, printed)
    cast.add(sentence, number, start, end, entity, "description", rule, confidence)


def is_in_listed_name(cast: Cast, sentence: Sentence, word: int) -> bool:
    """Is the role noun part of a name in the tables: "Nigeria's Department of State Services"?"""
    at = sentence.tokens[word].start - sentence.start
    hits = (h for h in cast.names.scan(sentence.text) if h.start <= at < h.end and " " in h.text)
    return any(f.form != "ministry" for h in hits for f in h.forms)


def _owns(sentence: Sentence, word: int) -> bool:
    return word + 1 < len(sentence.tokens) and sentence.tokens[word + 1].text in POSSESSIVE


def begin_of(sentence: Sentence, first: int) -> int:
    """The first word of the phrase: its article, and adjectives between ("a senior Canadian diplomat")."""
    at = first
    while at and sentence.tokens[at - 1].pos == "ADJ" and first - at < 2:
        at -= 1
    return at - 1 if at and sentence.tokens[at - 1].lemma in ("the", "a", "an") else (at if at < first else first)


def _chief_diplomat(cast: Cast, sentence: Sentence, begin: int, first: int, role: RoleWord) -> RoleWord:
    """ "the top Iranian diplomat" is the foreign minister."""
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
    entity, rule, confidence = who_has_role(cast, state, role, cast.document.text[start:end])
    cast.add(sentence, number, start, end, entity, "description", rule, confidence)


def who_has_role(cast: Cast, state: Entity, role: RoleWord, printed: str) -> tuple[Entity, str, float]:
    """The person in the office, or the role as an entity of the state."""
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

"""Whose a figure is, and who is on the other side: by possessives, demonyms, prepositions, subjects and pairs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.extract.figure_doer import among, charged, doers, land_of, thanked, thanks
from dragoman.extract.figure_named import Named
from dragoman.extract.figure_parties import Party, Sides, first_of, rank_owner, thing_sides
from dragoman.extract.figure_quantities import Quantity
from dragoman.records import Entity, Mention, Sentence
from dragoman.text.tree import clause_head, conjuncts, first_conjunct, head_of_span, is_passive, subject, subtree

MUTUAL = re.compile(
    r"\b(?:bilateral|mutual|two-way|reciprocal)\b"
    r"|\b(?:two|both|their|our|our\stwo|between\sthe)\s(?:countries|nations|states|sides|neighbou?rs|capitals|economies)\b"
    r"|\bbetween\s(?:them|each other|us|the\stwo)\b"
)
POSSESSED = re.compile(r"['’]s?\s(?:[\w-]+\s){0,2}")
BARRIERS = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sides of one figure are looked for in."""

    sentence: Sentence
    mentions: list[Mention]
    entities: dict[str, Entity]
    named: Named
    quantity: Quantity
    noun: int | None = None  # what is counted
    persons: bool = False  # may a person own it: a visit, a rule
    others: frozenset[int] = frozenset()  # words that name the measures of other figures of the sentence


def find_owner(scene: Scene) -> Sides:
    """Subject and partner of a figure, entity ids; None where the clause does not say.

    "Chile's exports to Japan": poss and to; "trade between Kenya and Uganda": both in between.
    """
    parties = list(find_parties(scene))
    if scene.named.measure.ownerless:
        return None, None
    if scene.named.measure.mutual and scene.named.by != "rank" and (owners := _joint_owners(scene)) is not None:
        return owners
    special = _special(scene, parties)
    if special is not None:
        return special
    if scene.named.by == "counted" and not _is_had(scene.sentence, scene.named):
        parties = [p for p in parties if p.way not in ("subject", "object")]
    return _pair(scene.sentence, scene.named, parties) or _by_measure(scene, parties)


def _joint_owners(scene: Scene) -> tuple[str, str] | None:
    """Both of "India and Tanzania's trade", in the order told."""
    sentence, first = scene.sentence, scene.sentence.tokens[scene.named.first].start
    for one, two in pairwise(sorted(scene.mentions, key=lambda m: m.start)):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start]
        after = sentence.text[two.end - sentence.start : first - sentence.start]
        if between in (" and ", " and the ") and POSSESSED.fullmatch(after):
            pair = [party_of(m.entity, scene.entities, False) for m in (one, two)]
            return (pair[0], pair[1]) if pair[0] and pair[1] and pair[0] != pair[1] else None
    return None


def _special(scene: Scene, parties: list[Party]) -> Sides | None:
    """Sides of ranks, shares, victims, hosts, takers and things handed over, which hang on the words in ways of their own."""
    sentence, named, measure = scene.sentence, scene.named, scene.named.measure
    if named.by == "rank":
        return rank_owner(sentence, named, parties)
    if named.by == "peopled":
        states = frozenset(id_ for id_, entity in scene.entities.items() if entity.kind == "state")
        return land_of(sentence, scene.mentions, scene.quantity.token, states), None
    if named.by == "town":
        places = frozenset(id_ for id_, entity in scene.entities.items() if entity.kind == "place")
        return land_of(sentence, scene.mentions, scene.quantity.token, places), None
    if named.by == "ethnic":
        return None, None
    if named.by == "world":
        return first_of(parties, ("subject",), None), None
    if named.by == "resident":
        people = {named.token, *subtree(sentence, named.token)}
        theirs = next((p.entity for p in parties if p.token in people), None)
        return theirs, first_of([p for p in parties if p.token not in people], ("subject", "in"), theirs)
    if (verb := thanks(sentence, scene.quantity.token, measure)) is not None:
        return _side_at(scene, thanked(sentence, verb)), _side_at(scene, doers(sentence, verb))
    if measure.tellers or measure.uprooted:  # killers do not own the dead
        below = set(subtree(sentence, scene.noun)) if scene.noun is not None else set()
        if measure.uprooted:
            whose = first_of([p for p in parties if p.token in below], ("poss", "demonym", "of"), None)
            return whose, first_of([p for p in parties if p.token not in below], measure.partner_by, whose)
        if counted := next((p.entity for p in parties if p.token == scene.noun), None):
            return counted, None  # "12 Malians serving in Chad's army died"
        return first_of([p for p in parties if p.token in below], ("poss", "demonym", *measure.owner_by), None), None
    if named.by == "share":
        teller = first_of(parties, ("subject", "agent"), None)
        owner = first_of(parties, ("poss", "demonym", "of"), teller)  # "accounting for 70% of its imports": not its own
        trading = sentence.tokens[clause_head(sentence, scene.quantity.token)].lemma
        if owner is None and trading not in measure.verbs:  # "Jordan gets 80% of its gas from Israel"
            return teller, first_of(parties, measure.partner_by, teller)
        given = first_of(parties, ("object", "dative"), teller) if trading in measure.giving else None
        return owner if given is None else given, teller or first_of(parties, measure.partner_by, owner)
    if named.by == "thing":
        return thing_sides(sentence, named, parties)
    if named.by == "counted" and _object_of(sentence, named) in measure.hosting:
        host = first_of(parties, ("subject",), None)
        return first_of(parties, ("poss", "demonym", *measure.owner_by), host), host
    if sentence.tokens[clause_head(sentence, scene.quantity.token)].lemma in measure.receiving:
        taker = first_of(parties, ("subject",), None)
        return first_of(parties, ("from", "by", "demonym", "poss"), taker), taker
    return None


def _side_at(scene: Scene, words: list[int]) -> str | None:
    """The state or union that stands on one of the words."""
    mention = among(scene.sentence, scene.mentions, words)
    return party_of(mention.entity, scene.entities, False) if mention else None


def _by_measure(scene: Scene, parties: list[Party]) -> Sides:
    """Owner and partner by the prepositions that the measure lists, the subject, and who is given to."""
    named, measure = scene.named, scene.named.measure
    owner = first_of(parties, ("poss", "demonym", "agent", *measure.owner_by, "subject"), None)
    partner = first_of(parties, measure.partner_by, owner)
    if named.by in ("verb", "motion", "given"):
        owner = first_of(parties, ("agent", "subject"), partner) or owner
    verb = scene.sentence.tokens[clause_head(scene.sentence, scene.quantity.token)].lemma
    given = named.by in ("verb", "motion", "given") or verb in measure.giving  # "offered Jordan 50 million dollars"
    partner = partner or first_of(parties, ("dative", "object") if given else ("dative",), owner)
    if owner is not None and partner is None and measure.mutual:
        partner = first_of(parties, ("subject", "object"), owner)
    if owner is None and partner is not None:
        owner = first_of(parties, ("subject",), partner)
    return owner, partner if partner != owner else None


def _object_of(sentence: Sentence, named: Named) -> str | None:
    """The verb that the named word is the object of."""
    token = sentence.tokens[first_conjunct(sentence, named.token)]  # "moved vehicles and 200 | soldiers"
    return sentence.tokens[token.head].lemma if token.dep in ("dobj", "attr") else None


def _is_had(sentence: Sentence, named: Named) -> bool:
    """Is what is counted the object of having or sending it: "Rwanda deployed 2,500 troops"; of any verb where none is listed."""
    verb = _object_of(sentence, named)
    return verb is not None and (not named.measure.having or verb in named.measure.having)


def find_parties(scene: Scene) -> Iterator[Party]:
    """Mentions that hang on the measure, its verb or the quantity, with the way they do."""
    sentence, named, quantity = scene.sentence, scene.named, scene.quantity
    verbs = {clause_head(sentence, named.token), clause_head(sentence, quantity.token)}
    anchors = {named.token, quantity.token, *verbs} | ({scene.noun} if scene.noun is not None else set())
    lent = {s for v in verbs if (s := subject(sentence, v)) is not None and sentence.tokens[s].head != v}
    blamed = charged(sentence, quantity.token)
    if blamed:  # "accused Iran of sending": not the accuser's
        lent, verbs = {blamed[0]}, verbs - {blamed[1]}
    subjects = {word for i in lent for word in conjuncts(sentence, i)}
    for mention in scene.mentions:
        token = head_of_span(sentence, mention.start, mention.end)
        entity = party_of(mention.entity, scene.entities, scene.persons)
        money = sentence.text[mention.end - sentence.start :].lower().startswith((" dollar", " cent", "$"))
        if token is None or entity is None or money or quantity.start <= mention.start < quantity.end:
            continue  # the "Canadian" of Canadian dollars, the "US" of US$
        if mention.form != "demonym" and quantity.start - mention.end in (0, 1) and _is_given(sentence, verbs, named):
            yield Party(entity, token, "dative", 0, mention.end)  # "gave Colombo USD 4 billion"
            continue
        beside = sentence.tokens[token].head == named.token or sentence.tokens[named.token].head == token
        if way := _way(scene, token, anchors, verbs, mention) or (("appos", 1) if beside else None):
            yield Party(entity, token, way[0], way[1], mention.end)
        if token == scene.noun:  # "14 Angolans died"
            yield Party(entity, token, "demonym", 0, mention.end)
        if token in subjects:
            yield Party(entity, token, "subject", 6, mention.end)


def _is_given(sentence: Sentence, verbs: set[int], named: Named) -> bool:
    return any(sentence.tokens[v].lemma in named.measure.giving for v in verbs)


def party_of(id_: str, entities: dict[str, Entity], persons: bool) -> str | None:
    """Who is a side between states: the state behind a person or an organ, or a union of states itself."""
    entity = entities.get(id_)
    if entity is None or entity.kind == "media":
        return None
    if entity.kind == "state" or (persons and entity.kind == "person"):
        return entity.id
    if entity.country is not None:
        known = entity.country in entities
        return entity.country if known else entity.id if entity.kind in ("person", "group") else None
    return entity.id if entity.kind == "organisation" and entity.listed else None


def _way(scene: Scene, token: int, anchors: set[int], verbs: set[int], mention: Mention) -> tuple[str, int] | None:
    """How a mention reaches the figure: the nearest preposition on the way up, or its place in the clause."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    way: str | None = "demonym" if mention.form == "demonym" else None
    i, far = token, 0
    if i in anchors and i not in verbs:
        return None
    while far < 9:
        dep, head = tokens[i].dep, tokens[i].head
        if dep == "conj" and tokens[head].pos not in ("VERB", "AUX"):
            i, far = head, far + 1
            if i in anchors:
                return None
            continue
        if head == i or dep in BARRIERS:
            return None
        if dep == "poss" and way in (None, "demonym"):
            way = "poss"
        elif dep == "prep" and tokens[i].lemma.lower() != "than":
            outer = tokens[head].text.lower()
            aimed = tokens[i].text.lower() == "for" and "for" in scene.named.measure.partner_by
            way = "for" if way == "in" and aimed else way  # "a loan for farms in Togo"
            said = outer if outer in ("out", "inside", "outside") else tokens[i].text.lower()
            way = said if way in (None, "demonym", "poss") else way  # "in Oman's economy"
        elif dep == "prep":
            return None
        elif dep == "agent":
            way = "agent" if way in (None, "demonym") else way
        elif dep in ("nsubj", "nsubjpass") and head in verbs and way in (None, "demonym", "poss"):
            passive = dep == "nsubjpass" or is_passive(sentence, head)
            way = way if way == "poss" and i in anchors else ("object" if passive else "subject")
        elif dep in ("dobj", "dative") and head in verbs and way is None:
            way = "dative" if dep == "dative" else "object"
        i, far = head, far + 1
        if i in anchors:
            return (way or "demonym", far)
        if i in scene.others:  # the "Cuba" of exports to Cuba says nothing of the imports told next
            return None
    return None


def _pair(sentence: Sentence, named: Named, parties: list[Party]) -> tuple[str, str] | None:
    """Two sides in one phrase: "between Kenya and Uganda", "Kenya-Uganda trade", "the two countries' trade"."""
    for way in ("between", "among", "agent", "by", "poss", "of", "demonym", "subject"):
        sides = list(dict.fromkeys(p.entity for p in sorted(parties, key=lambda p: (p.token, p.end)) if p.way == way))
        if len(sides) == 2 and (way == "between" or named.measure.mutual or is_mutual(sentence, named)):
            return sides[0], sides[1]
    return None


def is_mutual(sentence: Sentence, named: Named) -> bool:
    """Is it said to be between two without naming them: "bilateral trade", "trade between them"?"""
    if named.by == "rank":
        return False
    near = sentence.tokens[max(0, named.first - 4) : named.token + 6]
    return MUTUAL.search(sentence.text[near[0].start - sentence.start : near[-1].end - sentence.start].lower()) is not None

"""Whom a word of a sentence stands for."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.extract.event_antecedent import Told
from dragoman.extract.event_slots import heads, is_frame
from dragoman.lexicon.acts import Acts
from dragoman.records.entity import Entity
from dragoman.records.mention import Mention
from dragoman.records.sentence import Sentence
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import after_preposition, children, conjuncts

INSIDE = ("appos", "poss", "amod", "compound", "nmod")
DEMONYMS = ("appos", "amod", "compound", "nmod")
BELOW = (
    "of", "from", "in", "by", "between", "with", "on", "against", "for", "to", "inside", "at", "into", "throughout",
    "across", "within", "outside",
)  # fmt: skip
COMPANIES = ("BUS", "MNC")
NEIGHBOURS = ("neighbour", "neighbor")
STANDS = ("anti -", "pro -")
FIRST = ("we", "i", "us", "our", "my", "me")
FORMS = ("name", "description", "pair", "pronoun", "metonym", "demonym")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the mentions in it, the words that coders look things up in, and the sentences around it."""

    sentence: Sentence
    mentions: SpanIndex[Mention]
    entities: dict[str, Entity]
    words: Acts
    apart: frozenset[str] = frozenset()
    speaker: str | None = None
    earlier: Sentence | None = None
    later: Sentence | None = None
    pair: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()


def entities_at(scene: Scene, words: Iterable[int]) -> list[str]:
    """Entities of argument words, in order, each once."""
    found: list[str] = []
    for i in words:
        found += [one for one in entities_of(scene, i) if one not in found]
    return found


def entities_of(scene: Scene, i: int, depth: int = 0) -> list[str]:
    """Entities that one argument stands for.

    A mention on its head; else the state, office or owner that its phrase names: "Russian troops" and
    "China's proposals" stand for Russia and China, "rebels in Chad" for Chad.
    """
    if joint := of_several(scene, i):
        return joint
    if scene.words.holds("spans", scene.sentence.tokens[i].lemma.lower()):
        return []  # "**years** of Danish work had done little": years do nothing
    found = [] if is_ethnic(scene, i) else at(scene, i)
    if found and not all(is_unplaced(scene.entities[one]) for one in found):
        return found
    return inside(scene, i, depth) or found


def of_several(scene: Scene, i: int) -> list[str]:
    """The states of coordinated nationalities: "the **Iranian and Saudi** ministers", "ministers from Peru and Chile"."""
    if scene.sentence.tokens[i].tag not in ("NNS", "NNPS"):
        return []
    several = [k for k in children(scene.sentence, i, "amod", "compound", "nmod") if children(scene.sentence, k, "conj")]
    several += [k for k in after_preposition(scene.sentence, i, "from", "of") if children(scene.sentence, k, "conj")]
    states = [one for k in several for word in conjuncts(scene.sentence, k) for one in nationality(scene, word)]
    found = list(dict.fromkeys(states))
    return found if len(found) > 1 else []


def nationality(scene: Scene, i: int) -> list[str]:
    """The state whose people word i names: Iranian."""
    token = scene.sentence.tokens[i]
    touching = [m for m in scene.mentions.touching(token.start, token.end) if m.end == token.end and m.entity in scene.entities]
    found = [m.entity for m in touching if m.entity not in scene.apart]
    return [one for one in found if scene.entities[one].kind in ("state", "organisation")]


def is_set_apart(scene: Scene, i: int) -> bool:
    """Does the word itself name somebody who is set apart: the doer, where a recipient is sought?"""
    token = scene.sentence.tokens[i]
    named = [m for m in scene.mentions.touching(token.start, token.end) if m.entity in scene.apart and m.form != "demonym"]
    return any(m.end >= token.end for m in named)


def is_ethnic(scene: Scene, i: int) -> bool:
    """Is it a people rather than a state: "ethnic Serbs in Kosovo", "the Serbs of Kosovo" act for no Serbia?"""
    sentence = scene.sentence
    named = scene.mentions.touching(sentence.tokens[i].start, sentence.tokens[i].end)
    if any(m.rule.startswith("groups#") for m in named):
        return False  # the place has told whose they are
    before = children(sentence, i, "amod", "compound")
    if any(sentence.tokens[k].lemma.lower() == "ethnic" for n in (i, *before) for k in children(sentence, n, "amod", "compound")):
        return True
    if sentence.tokens[i].tag not in ("NNPS", "NNS"):
        return False
    people = {m.entity for m in named if m.form == "demonym"}
    homes = {
        one
        for k in after_preposition(sentence, i, "of")
        for one in at(scene, k)
        if scene.entities[one].kind in ("state", "place")
    }
    return bool(people and homes and not people & homes)


def is_unplaced(entity: Entity) -> bool:
    """Is it a person of whom nothing is known but the name?"""
    return entity.kind == "person" and not entity.listed and entity.country is None


def inside(scene: Scene, i: int, depth: int) -> list[str]:
    """Entities that the phrase of a word names: its owner or nationality, what is apposed, where it is."""
    if depth > 3:
        return []
    sentence = scene.sentence
    is_stranger = is_ethnic(scene, i) or scene.words.holds("strangers", sentence.tokens[i].lemma.lower())
    if scene.words.holds("bodies", sentence.tokens[i].lemma.lower()) and (named := named_body(scene, i)):
        return named
    no_owner = is_ethnic(scene, i) or is_set_apart(scene, i)  # "Ghana, an ally of Togo, refused": nothing to do with Togo
    for label in () if no_owner else DEMONYMS if is_stranger else INSIDE:
        words = [k for k in children(sentence, i, label) if k != i and not is_stand(scene, k)]
        led = [k for k in words if sentence.tokens[k].lemma.lower() in ("lead", "led")]  # "Saudi-led coalition"
        words += [leader for k in led for leader in children(sentence, k, "npadvmod", "advmod", "amod")]
        inner = [one for k in words for one in entities_of(scene, k, depth + 1)]
        if inner:
            return list(dict.fromkeys(inner))
    if is_stranger and not is_ethnic(scene, i):
        return []
    is_happening = scene.words.holds("happenings", sentence.tokens[i].lemma.lower())
    if is_happening and sentence.tokens[i].dep != "pobj":
        return []
    for preposition in ("between",) if is_happening else BELOW:  # "a fire in Dhaka" is nobody's deed
        for k in children(sentence, i, "prep", "agent"):
            if sentence.tokens[k].text.lower() == preposition and not is_frame(sentence, k):
                inner = [one for p in heads(sentence, children(sentence, k, "pobj")) for one in entities_of(scene, p, depth + 1)]
                if inner:
                    return list(dict.fromkeys(inner))
    for k in children(sentence, i, "acl"):
        if sentence.tokens[k].lemma in ("lead", "head") and sentence.tokens[k].tag == "VBN":  # "creditors led by Japan"
            return entities_at(scene, heads(sentence, after_preposition(sentence, k, "by")))
        if scene.words.holds("whereabouts", sentence.tokens[k].lemma):
            return entities_at(scene, [*children(sentence, k, "dobj"), *after_preposition(sentence, k)])
    return []


def named_body(scene: Scene, i: int) -> list[str]:
    """The body whose name stands before a word for bodies: "Ali's **Hezbollah** movement" is no deed of Ali."""
    inner = [one for k in children(scene.sentence, i, "compound", "nmod", "amod") for one in at(scene, k)]
    return [one for one in dict.fromkeys(inner) if scene.entities[one].kind in ("organisation", "group")]


def is_stand(scene: Scene, i: int) -> bool:
    """Does the word say for or against whom somebody is: "an **anti-Chad** activist"?"""
    token = scene.sentence.tokens[i]
    before = " ".join(t.text.lower() for t in scene.sentence.tokens[max(0, i - 2) : i])
    return before in STANDS or token.text.lower().startswith(("anti-", "pro-"))


def at(scene: Scene, i: int) -> list[str]:
    """Entities of the mentions that cover a word: the surest form, all members of a pair; none of those set apart.

    A town or a region stands for its state where that is in the page.
    """
    token = scene.sentence.tokens[i]
    touching = [m for m in scene.mentions.touching(token.start, token.end) if m.entity in scene.entities]
    touching = [m for m in touching if m.rule.startswith("groups#")] or touching  # the place tells whose a people are
    touching = [m for m in touching if m.entity not in scene.apart and not is_within_name(scene, i, m)]
    if not touching and scene.speaker in scene.entities and scene.speaker not in scene.apart and token.text.lower() in FIRST:
        return [scene.speaker] if scene.speaker is not None else []
    if not touching:
        return [one for one in scene.pair if one not in scene.apart] if is_pair(scene, i) else []
    form = min((m.form for m in touching), key=lambda form: FORMS.index(form) if form in FORMS else len(FORMS))
    best = [m for m in touching if m.form == form]
    if form != "pair":
        longest = max(m.end - m.start for m in best)
        best = [m for m in best if m.end - m.start == longest]
    named = (state_of(scene, m.entity) for m in best)
    return [one for one in dict.fromkeys(named) if one not in scene.apart]


def is_within_name(scene: Scene, i: int, mention: Mention) -> bool:
    """Is a description only the end of a longer name: "the Cork **Union**" is no union told of before?"""
    if mention.form != "description" or scene.sentence.tokens[i].tag != "NNP":
        return False
    before = [scene.sentence.tokens[k] for k in children(scene.sentence, i, "compound")]
    return any(token.tag == "NNP" and token.start < mention.start for token in before)


def is_pair(scene: Scene, i: int) -> bool:
    """Does the word mean two sides told of before: "**the two** agreed", "the two presidents", "both sides", "the neighbours"?"""
    token = scene.sentence.tokens[i]
    around = {scene.sentence.tokens[k].lemma.lower() for k in children(scene.sentence, i, "det", "nummod", "amod", "predet")}
    if token.lemma.lower() == "two":
        return "the" in around
    if not scene.words.holds("paired", token.lemma.lower()) or token.tag not in ("NNS", "NNPS"):
        return False
    return "both" in around or ("the" in around and "two" in around) or (token.lemma in NEIGHBOURS and "the" in around)


def state_of(scene: Scene, one: str) -> str:
    """The state of a place, where the page knows it; any other entity as it is."""
    entity = scene.entities[one]
    return entity.country if entity.kind == "place" and entity.country in scene.entities else one


def is_company(entity: Entity) -> bool:
    """Is it a company by name? "Algerian shopkeepers" are a group of Algeria."""
    return entity.sector in COMPANIES and (entity.listed or entity.country is None)


def is_international(ids: Iterable[str], entities: dict[str, Entity]) -> bool:
    """Is one of them a state, an organisation, or somebody who acts for a state?"""
    for one in ids:
        entity = entities[one]
        if is_company(entity):
            continue
        if entity.kind == "state" or entity.country is not None or entity.sector in ("IGO", "UNO", "NGO", "ISM", "IMG"):
            return True
        if entity.kind == "organisation" and entity.listed:
            return True
    return False

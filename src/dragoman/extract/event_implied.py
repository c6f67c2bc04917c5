"""Recipients that no argument names outright: whom a threat is for, whose rally is broken up, whom protesters ask."""

from dataclasses import replace

from dragoman.extract.event_acts import Found
from dragoman.extract.event_clause import in_clause
from dragoman.extract.event_home import INTERNAL
from dragoman.extract.event_slots import heads, hung_high, verb_slots
from dragoman.extract.event_who import Scene, entities_at, entities_of
from dragoman.records.sentence import Sentence
from dragoman.text.tree import after_preposition, agent, ancestors, children, subject, subtree

DISPERSING = ("disperse", "quell", "contain", "repel", "subdue", "break", "stop", "suppress", "evict", "push", "drive")


def fallback(scene: Scene, found: Found, code: str, slots: dict[str, list[int]], actors: list[str]) -> list[str]:
    """Recipients that no argument names outright.

    Who must act for a threat to be dropped is the one threatened ("unless Chad withdraws"); people without a
    nationality, in an act of their own state, are its own ("Egyptian police arrested demonstrators").
    """
    sentence = scene.sentence
    if code == "THREATEN":
        for k in [c for up in (found.complement, found.trigger) if up is not None for c in children(sentence, up, "advcl")]:
            if any(scene.words.holds("conditions", sentence.tokens[m].lemma) for m in children(sentence, k, "mark")):
                return entities_at(replace(scene, apart=frozenset(actors)), children(sentence, k, "nsubj"))
    if code in ("REJECT", "SUPPORT", "ACCUSE") and any(is_vote(scene, i) for i in slots.get("object", [])):
        return winner(scene)
    is_victim = not found.act.object or "*" in found.act.object  # "launched **its** incursion" is its own deed
    if (
        is_victim
        and scene.words.ontology.types[code].quad >= 3
        and actors
        and any(is_own(sentence, i) for i in slots.get("object", []))
    ):
        return [one for one in reporter(scene, found) if one not in actors]
    if sentence.tokens[found.trigger].dep == "conj" and any(is_own(sentence, i) for i in slots.get("object", [])):
        first = verb_slots(sentence, sentence.tokens[found.trigger].head)
        return entities_at(replace(scene, apart=frozenset(actors)), first["object"])
    if {*found.act.mode} & {"curfew", "martial-law"}:  # "will extend the curfew in Suva" is for Fijians
        return entities_at(replace(scene, apart=frozenset(actors)), slots.get("in", []))
    if code == "ASSAULT":
        for k in children(sentence, found.trigger, "advcl", "xcomp"):  # "opened fire to disperse a crowd of Fijians"
            if sentence.tokens[k].lemma in DISPERSING:
                return list(in_clause(replace(scene, apart=frozenset(actors)), k, slots.get("subject", [])))
    if code == "PROTEST" and (wanted := demanded(replace(scene, apart=frozenset(actors)), found)):
        return wanted
    if code in INTERNAL and (makers := made_by(replace(scene, apart=frozenset(actors)), slots.get("object", []))):
        return makers
    if code in (*INTERNAL, "RETREAT", "REQUEST") and len(actors) == 1:
        words = [i for slot in found.act.recipient for i in slots.get(slot, [])]
        words += [k for i in words for k in after_preposition(sentence, i, "by", "from", "of")]
        own = scene.entities[actors[0]]
        acts_at_home = own.sector != "MIL" and own.kind != "person"
        if acts_at_home and own.country in scene.entities and any(is_local(scene, i) for i in words):
            return [own.country]
    return []


def made_by(scene: Scene, nouns: list[int]) -> list[str]:
    """Whose doing the object is: "broke up a rally staged by **Fijians**"."""
    parts = [k for i in nouns for k in children(scene.sentence, i, "acl") if scene.sentence.tokens[k].tag == "VBN"]
    doers = [who for k in parts if (who := agent(scene.sentence, k)) is not None]
    return entities_at(scene, heads(scene.sentence, doers))


def demanded(scene: Scene, found: Found) -> list[str]:
    """Of whom protesters want something: "marched to demand that **the president** resign", "struck in protest at **Fiji**"."""
    sentence = scene.sentence
    for verb in (found.trigger, *([] if found.light is None else [found.light])):
        for k in children(sentence, verb, "advcl", "xcomp"):
            if wanted := list(in_clause(scene, k)):
                return wanted
        for k in after_preposition(sentence, verb, "in"):
            if sentence.tokens[k].lemma == "protest" and (wanted := entities_at(scene, after_preposition(sentence, k))):
                return wanted
    return []


def blamed_for(scene: Scene, nouns: list[int]) -> list[str]:
    """Whose deed is blamed, by "by" anywhere in the phrase: "condemned the shelling of hospitals in Juba **by Chad**"."""
    sentence = scene.sentence
    for i in nouns:
        by = [k for k in subtree(sentence, i, ("relcl", "acl", "conj", "advcl")) if sentence.tokens[k].text.lower() == "by"]
        doers = [p for k in by for p in children(sentence, k, "pobj")] + hung_high(sentence, i)
        if found := entities_at(scene, heads(sentence, doers)):
            return found
    return []


def is_outrage(scene: Scene, slots: dict[str, list[int]], code: str) -> bool:
    """Is it blamed what was done to somebody, maybe to one's own: "condemned the arrest of a Ghanaian"?"""
    lemmas = [scene.sentence.tokens[i].lemma.lower() for i in slots.get("object", [])]
    return code == "ACCUSE" and any(scene.words.holds("outrages", lemma) for lemma in lemmas)


def is_own(sentence: Sentence, i: int) -> bool:
    """Is the word a pronoun, or a noun with one for its owner: "shelled **its** positions", "invited **him**"?"""
    return sentence.tokens[i].tag == "PRP" or any(sentence.tokens[k].tag == "PRP$" for k in children(sentence, i, "poss"))


def reporter(scene: Scene, found: Found) -> list[str]:
    """Who says so, in the sentence: "**Azerbaijan** said that Armenia had shelled its positions"."""
    for up in ancestors(scene.sentence, found.trigger):
        if scene.sentence.tokens[up].pos == "VERB" and (who := subject(scene.sentence, up)) is not None:
            speaker = entities_at(scene, heads(scene.sentence, [who]))
            if speaker:
                return speaker
    return []


def is_vote(scene: Scene, i: int) -> bool:
    """Is the word an election or its result?"""
    words = [i, *children(scene.sentence, i, "compound", "amod")]
    return any(scene.words.holds("elections", scene.sentence.tokens[k].lemma.lower()) for k in words)


def winner(scene: Scene) -> list[str]:
    """The state whose vote was told of just before: "since **he** won the election. Kenya rejected the results"."""
    for sentence in (scene.sentence, scene.earlier):
        for token in () if sentence is None else sentence.tokens:
            if token.pos == "VERB" and scene.words.holds("winning_verbs", token.lemma) and sentence is not None:
                who = subject(sentence, token.i)
                won = [] if who is None else entities_of(replace(scene, sentence=sentence), who)
                if won:
                    return [country if (country := scene.entities[one].country) in scene.entities else one for one in won]
    return []


def is_local(scene: Scene, i: int) -> bool:
    """Is the word people at home: protesters, the opposition, a newspaper?"""
    if scene.sentence.tokens[i].lemma == "member" and after_preposition(scene.sentence, i, "of", "from"):
        return False  # "members **of the bloc**" are told to be others
    return scene.words.holds("locals", scene.sentence.tokens[i].lemma.lower())

"""Acts that a sentence names: the entry of the words, the word that names it, and what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.event_complement import ASIDE, clause_kind, gerunds, is_obliged
from dragoman.extract.event_slots import Slots, add_prepositions, carrier, heads, noun_slots, verb_slots, with_thanked
from dragoman.extract.event_words import has_particle, is_about, is_barred, is_doer, is_there, says, says_within
from dragoman.lexicon.acts import Act, Acts
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children, is_passive, subtree

# What stands there is no content of a promise or a refusal: it happened, or names who and when.
NOT_CONTENT = ("subject", "possessor", "verb", "by", "after", "during", "in", "at", "despite", "since", "following", "because")

DEMANDING = ("demand", "call", "urge", "ask", "press", "seek", "request", "want")


@dataclass(frozen=True, slots=True)
class Found:
    """An act in a sentence: its entry, its word, its places; for a noun the verb it leans on."""

    act: Act
    trigger: int
    slots: Slots
    light: int | None = None
    by: str = ""
    complement: int | None = None

    @property
    def is_noun(self) -> bool:
        """Was it named by a noun?"""
        return "possessor" in self.slots and not self.slots.get("verb")


def acts_in(sentence: Sentence, words: Acts) -> Iterator[Found]:
    """Acts of a sentence in its order; one that stands inside another's words is left to the other."""
    found = [one for token in sentence.tokens for one in act_at(sentence, token.i, words)]
    consumed = {k for one in found for k in consumed_by(sentence, one)}
    blamed = {head for one in found if one.act.code == "ACCUSE" and not one.is_noun for head in one.slots.get("object", [])}
    for one in found:
        is_deed = one.trigger in blamed and one.is_noun and is_whole_deed(sentence, one)
        if (is_deed or one.trigger not in consumed) and one.act.code != "none":
            yield one


def is_whole_deed(sentence: Sentence, one: Found) -> bool:
    """Does a noun name doer and victim: condemned "**Israel's attack on** the consulate"?"""
    if one.act.code not in ("ASSAULT", "COERCE", "SANCTION") or not children(sentence, one.trigger, "poss"):
        return False
    return any(one.slots.get(place) for place in ("on", "of", "against", "into"))


def act_at(sentence: Sentence, i: int, words: Acts) -> Iterator[Found]:
    """The most demanding entry that fits a word, if any."""
    token = sentence.tokens[i]
    if token.dep == "amod" and token.tag == "VBN" and token.pos != "NOUN":
        return  # "the **proposed** truce", "the **besieged** town"
    if token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.dep not in ("amod", "compound")):
        named = words.verbs.get(words.lemma(token.lemma), ())
        slots = verb_slots(sentence, i) if named else {}
        fits = [one for act, particle in named if (one := verb_fit(sentence, i, act, particle, slots, words))]
    elif token.pos == "ADJ" and token.dep in ("acomp", "oprd", "attr", "ROOT", "conj"):
        asked = words.adjectives.get(token.lemma.lower(), ())
        slots = verb_slots(sentence, i) if asked else {}
        fits = [one for act in asked if (one := verb_fit(sentence, i, act, "", slots, words))]
    elif token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "amod", "nmod"):
        entries = noun_entries(words, token.lemma, token.text)
        slots = noun_slots(sentence, i) if entries else {}
        fits = [one for act in entries if (one := noun_fit(sentence, i, act, slots, words))]
    else:
        return
    fits = fits or same_again(sentence, i, words)
    if fits:
        yield max(fits, key=lambda one: (one.act.strictness, -len(one.act.object)))


def same_again(sentence: Sentence, i: int, words: Acts) -> list[Found]:
    """The act that "do so" takes up: "has spoken to Putin but has not **done so** with Zelenskyy"."""
    token = sentence.tokens[i]
    if token.lemma != "do" or not any(sentence.tokens[k].text.lower() == "so" for k in sentence.children[i]):
        return []
    for earlier in range(i - 1, -1, -1):
        if sentence.tokens[earlier].pos == "VERB" and (found := next(act_at(sentence, earlier, words), None)):
            return [Found(found.act, i, {**verb_slots(sentence, i), "verb": [i]})]
    return []


def noun_entries(words: Acts, lemma: str, text: str) -> tuple[Act, ...]:
    """Entries of a noun by its lemma, or by its printed form where that is what counts ("talks", "sanctions")."""
    by_form = words.nouns.get(text.lower(), ())
    return by_form or words.nouns.get(lemma.lower(), ())


def verb_fit(sentence: Sentence, i: int, act: Act, particle: str, slots: Slots, words: Acts) -> Found | None:
    """The act at a verb, when all that the entry asks for is there."""
    if particle and not has_particle(sentence, i, particle):
        return None
    if act.voice == "passive" and not is_passive(sentence, i):
        return None
    if act.code == "CONSULT" and any(sentence.tokens[k].dep == "nsubj" and sentence.tokens[k].head != i for k in slots["object"]):
        return None  # "welcomed Peru **keeping** troops there" receives no Peru
    if act.object and not any(is_about(sentence, k, act.object, words) for k in slots["object"]):
        return None
    if act.subject and not any(is_doer(sentence, k, act.subject, words) for k in slots["subject"]):
        return None
    if any(sentence.tokens[k].lemma.lower() in act.not_object for k in slots["object"]):
        return None
    if act.after and not any(
        any(is_there(sentence, k, wanted, words) for k in slots.get(prep, [])) for prep, wanted in act.after
    ):
        return None
    if act.not_after and any(
        sentence.tokens[k].lemma.lower() in act.not_after for prep, _ in act.after for k in slots.get(prep, [])
    ):
        return None
    complement = clause_of(sentence, i, act, words)
    if (act.clause and complement is None) or not says(sentence, i, act):
        return None
    if act.clause and act.says and complement is not None and complement < i and not says_within(sentence, complement, act):
        return None  # "will visit Oslo, its office said, as the neighbours put a row **behind** them"
    if is_barred(sentence, i, act) or any(is_barred(sentence, k, act) for k in slots["object"]):
        return None
    for prep, wanted in act.after:  # "came under fire **from**", "arrived for talks **with**"
        for k in slots.get(prep, []):
            if "*" not in wanted and is_about(sentence, k, wanted, words):
                slots = with_prepositions(sentence, k, slots)
    if act.code == "AID":
        slots = with_thanked(sentence, i, slots)
    if act.each and "with" not in slots:
        slots = {**slots, "with": far_with(sentence, slots["object"])}
    owners = [k for noun in slots["object"] for k in children(sentence, noun, "poss")]
    return Found(act, i, {**slots, "owner": heads(sentence, owners), "verb": [i]}, complement=complement)


def with_prepositions(sentence: Sentence, i: int, slots: Slots) -> Slots:
    """Places with those of the prepositions below word i."""
    wider = {name: list(words) for name, words in slots.items()}
    add_prepositions(sentence, i, wider)
    return wider


def far_with(sentence: Sentence, nouns: list[int]) -> list[int]:
    """The other side where the parser hangs it too low: "signed an agreement on gas exports **with Zambia**"."""
    for noun in nouns:
        for k in subtree(sentence, noun, ("relcl", "acl", "conj")):
            if sentence.tokens[k].lemma.lower() == "with" and sentence.tokens[k].dep == "prep":
                return heads(sentence, children(sentence, k, "pobj"))
    return []


def noun_fit(sentence: Sentence, i: int, act: Act, slots: Slots, words: Acts) -> Found | None:
    """The act at a noun with what its light verb or its clause lends it."""
    if act.object and not any(is_about(sentence, k, act.object, words) for k in (i, *slots.get("of", []), *slots["possessor"])):
        return None
    if act.after and not any(
        any(is_there(sentence, k, wanted, words) for k in slots.get(prep, [])) for prep, wanted in act.after
    ):
        return None
    complement = clause_of(sentence, i, act, words)
    if (act.clause and complement is None) or not says(sentence, i, act) or is_barred(sentence, i, act):
        return None
    slots = with_thanked(sentence, i, slots) if act.code == "AID" else slots
    light, by = carrier(sentence, i) or (None, "")
    if act.under and (light is None or sentence.tokens[light].lemma.lower() not in act.under):
        return None
    return Found(act, i, slots, light=light, by=by, complement=complement)


def clause_of(sentence: Sentence, i: int, act: Act, words: Acts) -> int | None:
    """The complement clause under a word, of a kind that the entry names (any kind where it names none)."""
    for k in (*children(sentence, i, "xcomp", "ccomp", "acl", "pcomp", "advcl"), *gerunds(sentence, i)):
        kind = clause_kind(sentence, k)
        if not act.clause and kind in ("to", "that", "ing", "other") and (sentence.tokens[k].dep != "acl" or kind == "that"):
            return k
        if kind in act.clause or (kind == "other" and "to" in act.clause) or ("must" in act.clause and is_obliged(sentence, k)):
            return k
        if "will" in act.clause and kind == "that" and any(sentence.tokens[a].tag == "MD" for a in children(sentence, k, "aux")):
            return k
        if "act" in act.clause and kind == "to" and next(act_at(sentence, k, words), None):
            return k
    return None


def consumed_by(sentence: Sentence, one: Found) -> list[int]:
    """Words that belong to an act and name none of their own: its object noun, its complement clause."""
    taken: list[int] = []
    act = one.act
    is_passive_aside = sentence.tokens[one.trigger].dep == "acl" and not one.slots.get("subject")
    if act.object and not one.is_noun and not is_passive_aside:
        taken += [k for head in one.slots["object"] for k in (head, *children(sentence, head, "compound"))]
        taken += [p for head in one.slots["object"] for p in below_transparent(sentence, head)]
    for prep, _ in act.after:
        taken += one.slots.get(prep, [])
    if one.complement is not None and act.code in ("AGREE", "THREATEN", "REQUEST", "REJECT", "ACCUSE", "CONCEDE", "none"):
        taken += content(sentence, one.complement)
    if act.code == "PROTEST":  # what protesters demand is no request of its own
        verbs = [one.trigger, *([] if one.light is None or one.by != "object" else [one.light])]
        taken += [
            k for verb in verbs for k in children(sentence, verb, "advcl", "xcomp") if sentence.tokens[k].lemma in DEMANDING
        ]
    if act.code in ("AGREE", "REQUEST", "REJECT", "THREATEN"):
        slots = [head for place, words in one.slots.items() if place not in NOT_CONTENT for head in words]
        taken += [k for head in slots for k in subtree(sentence, head, ("relcl",))]
    return [k for k in taken if k != one.trigger]


def content(sentence: Sentence, clause: int) -> list[int]:
    """Words of what is promised, asked or refused; what else happened meanwhile is none of it: "as they held talks"."""
    words = subtree(sentence, clause, ("relcl",))
    aside = [
        k
        for k in words
        if sentence.tokens[k].dep == "advcl"
        and any(sentence.tokens[m].lemma.lower() in ASIDE for m in children(sentence, k, "mark", "advmod"))
    ]
    return sorted({*words} - {w for k in aside for w in subtree(sentence, k)})


def below_transparent(sentence: Sentence, head: int) -> list[int]:
    """Objects of "of" below a noun: a round of **sanctions**."""
    return [
        p for k in children(sentence, head, "prep") if sentence.tokens[k].lemma == "of" for p in children(sentence, k, "pobj")
    ]

"""Acts that a sentence names: the entry of the words, the word that names it, and what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.event_slots import Slots, add_prepositions, carrier, heads, noun_slots, verb_slots, with_thanked
from dragoman.lexicon.acts import Act, Acts
from dragoman.records.sentence import Sentence
from dragoman.text.tree import children, conjuncts, is_passive, subtree

WILDCARD = 4
REACH = 16
PARTICLES = ("prt", "prep", "advmod", "advcl", "agent", "acomp", "dative")
PREFIXES = ("co", "cease", "re", "pre", "post", "non", "anti", "counter")
# What stands there is no content of a promise or a refusal: it happened, or names who and when.
NOT_CONTENT = ("subject", "possessor", "verb", "by", "after", "during", "in", "at", "despite", "since", "following", "because")

DEMANDING = ("demand", "call", "urge", "ask", "press", "seek", "request", "want")

# Clauses that tell what else happened, not what was promised.
ASIDE = ("as", "while", "when", "after", "before", "since", "because", "although", "though", "where", "amid")


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
    blamed = {head for one in found if one.act.code == "ACCUSE" and not one.is_noun for head in one.slots["object"]}
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
    if is_barred(sentence, i, act) or any(is_barred(sentence, k, act) for k in slots["object"]):
        return None
    if act.voice == "passive" and not is_passive(sentence, i):
        return None
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


def is_doer(sentence: Sentence, i: int, wanted: frozenset[str], words: Acts) -> bool:
    """Is the subject among the wanted words: a name, be it tagged as none at the head of a sentence, or he and she?"""
    token = sentence.tokens[i]
    is_titled = token.text[:1].isupper() and token.tag != "NNS" and not children(sentence, i, "det")
    if "NAME" in wanted and (token.tag == "PRP" or is_titled):
        return token.text.lower() not in ("it", "they", "we", "i", "you")
    return is_about(sentence, i, wanted, words)


def noun_fit(sentence: Sentence, i: int, act: Act, slots: Slots, words: Acts) -> Found | None:
    """The act at a noun with what its light verb or its clause lends it."""
    if is_barred(sentence, i, act):
        return None
    if act.object and not any(is_about(sentence, k, act.object, words) for k in (i, *slots.get("of", []), *slots["possessor"])):
        return None
    if act.after and not any(
        any(is_there(sentence, k, wanted, words) for k in slots.get(prep, [])) for prep, wanted in act.after
    ):
        return None
    complement = clause_of(sentence, i, act, words)
    if (act.clause and complement is None) or not says(sentence, i, act):
        return None
    slots = with_thanked(sentence, i, slots) if act.code == "AID" else slots
    light, by = carrier(sentence, i) or (None, "")
    if act.under and (light is None or sentence.tokens[light].lemma.lower() not in act.under):
        return None
    return Found(act, i, slots, light=light, by=by, complement=complement)


def says(sentence: Sentence, i: int, act: Act) -> bool:
    """Is one of the words that the entry looks for within reach after word i: called the plan "a **model** of its kind"?"""
    if not act.says:
        return True
    reach = sentence.tokens[i + 1 : i + 1 + REACH]
    return any(token.lemma.lower() in act.says or token.text.lower() in act.says for token in reach)


def is_there(sentence: Sentence, k: int, wanted: frozenset[str], words: Acts) -> bool:
    """Does what follows a preposition fit: anything but a day for "*"; "fired **on April 13**" is fired at nobody?"""
    if "*" in wanted:
        return not words.holds("calendar", sentence.tokens[k].lemma.lower())
    return is_about(sentence, k, wanted, words)


def has_particle(sentence: Sentence, i: int, particle: str) -> bool:
    """Does the verb have its particle: call off, come under?"""
    return any(sentence.tokens[k].text.lower() == particle for k in children(sentence, i, *PARTICLES))


def is_about(sentence: Sentence, i: int, wanted: frozenset[str], words: Acts) -> bool:
    """Is the noun, a noun coordinated with it, or what it is a measure of, among the wanted words?"""
    if "*" in wanted:
        return True
    for one in conjuncts(sentence, i):
        token = sentence.tokens[one]
        joined = prefixed(sentence, one)
        if joined:
            return joined in wanted
        if token.lemma.lower() in wanted or token.text.lower() in wanted:
            return True
        if "NAME" in wanted and token.pos == "PROPN":
            return True
        modifiers = [sentence.tokens[k].lemma.lower() for k in children(sentence, one, "compound", "nmod", "amod")]
        if any(f"{word} {token.lemma.lower()}" in wanted for word in modifiers):
            return True
        if words.holds("containers", token.lemma.lower()) and any(word in wanted for word in modifiers):
            return True
        if any(sentence.tokens[k].text in wanted for k in (*children(sentence, one, "quantmod", "nmod"), one)):
            return True
        if words.holds("transparent_nouns", token.lemma.lower()) or token.pos == "NUM" or token.tag in ("CD", "$"):
            below = [p for k in children(sentence, one, "prep") for p in children(sentence, k, "pobj")]
            if any(is_about(sentence, p, wanted, words) for p in below):
                return True
    return False


def prefixed(sentence: Sentence, i: int) -> str:
    """A word that the parser cut at its hyphen, whole again: "co-operation", "cease-fire"; empty when it was not cut."""
    if i < 2 or sentence.tokens[i - 1].text != "-" or sentence.tokens[i - 1].start != sentence.tokens[i - 2].end:
        return ""
    first = sentence.tokens[i - 2].text.lower()
    return f"{first}-{sentence.tokens[i].lemma.lower()}" if first in PREFIXES else ""


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


def gerunds(sentence: Sentence, i: int) -> list[int]:
    """Verbs after a preposition below the word: accused of attacking, and below its object: urged X to stop."""
    preps = [k for k in children(sentence, i, "prep") if sentence.tokens[k].text.lower() not in ASIDE]
    found = [p for k in preps for p in children(sentence, k, "pcomp")]
    for k in children(sentence, i, "dobj"):
        found += [c for c in children(sentence, k, "acl", "relcl") if clause_kind(sentence, c) in ("to", "that")]
    return found


def clause_kind(sentence: Sentence, k: int) -> str:
    """to, other (another's "to": wants Iraq to pay), that, ing, or empty."""
    token = sentence.tokens[k]
    if any(sentence.tokens[a].tag == "TO" for a in children(sentence, k, "aux")):
        return "other" if token.dep == "ccomp" and children(sentence, k, "nsubj", "nsubjpass") else "to"
    has_that = any(sentence.tokens[a].lemma == "that" for a in children(sentence, k, "mark"))
    if token.dep == "ccomp" or (token.dep == "acl" and has_that):
        return "that"
    return "ing" if token.tag == "VBG" and token.dep in ("xcomp", "pcomp") else ""


def is_obliged(sentence: Sentence, k: int) -> bool:
    """Does the clause say that somebody must: must, has to, needs to?"""
    if sentence.tokens[k].dep != "ccomp":
        return False
    if any(sentence.tokens[a].lemma.lower() == "must" for a in children(sentence, k, "aux")):
        return True
    has_to = any(clause_kind(sentence, c) == "to" for c in children(sentence, k, "xcomp"))
    return has_to and sentence.tokens[k].lemma in ("have", "need")


def is_barred(sentence: Sentence, i: int, act: Act) -> bool:
    """Does one of the entry's "not" patterns cover the word: "receive * from"?"""
    return any(pattern_covers(sentence, i, pattern) for pattern in act.unless)


def pattern_covers(sentence: Sentence, i: int, pattern: tuple[str, ...]) -> bool:
    """Does the pattern match the words around i with i inside the match? "*" is up to four words."""
    return any(covers(sentence, start, i, pattern) for start in range(max(0, i - 2 * len(pattern) - WILDCARD), i + 1))


def covers(sentence: Sentence, at: int, i: int, pattern: tuple[str, ...]) -> bool:
    """Does the pattern match from `at` and reach word i?"""
    if not pattern:
        return at > i
    if pattern[0] == "*":
        return any(covers(sentence, at + skip, i, pattern[1:]) for skip in range(WILDCARD + 1))
    if at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    return pattern[0] in (token.lemma.lower(), token.text.lower()) and covers(sentence, at + 1, i, pattern[1:])


def consumed_by(sentence: Sentence, one: Found) -> list[int]:
    """Words that belong to an act and name none of their own: its object noun, its complement clause."""
    taken: list[int] = []
    act = one.act
    is_passive_aside = sentence.tokens[one.trigger].dep == "acl" and not one.slots["subject"]
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

"""Who stands where around an act: the words of its own clause, by grammatical place."""

from collections.abc import Iterable

from dragoman.records.sentence import Sentence
from dragoman.text.tree import (
    agent,
    ancestors,
    children,
    conjuncts,
    first_conjunct,
    is_passive,
    subject,
)

Slots = dict[str, list[int]]

OWNED = ("poss", "compound", "nmod", "amod")
LETTING = ("let", "help", "make", "have", "watch")
PAPERS = ("statement", "resolution", "report", "declaration", "letter", "message", "note", "bill", "law", "motion", "decree",
          "communique", "order", "post", "video", "document", "appeal", "petition", "text")  # fmt: skip
RELATIVE = ("WDT", "WP")
IMPOSING = ("impose", "launch", "order", "announce", "hold", "declare", "carry", "sign")
FRAMES = ("face", "wake", "light", "view", "spite", "aftermath", "midst", "run-up", "context", "anticipation", "sidelines")
# Whoever is thanked did what he is thanked for.
THANKS = ("thank", "praise", "commend", "applaud", "congratulate", "laud", "salute")
# "after talks with X", "on a visit to Y": whoever does the clause's act did this too.
ADJUNCT = ("during", "after", "at", "following", "for", "on", "in", "before", "ahead", "since")


def antecedent(sentence: Sentence, i: int) -> int:
    """The noun that a relative pronoun stands for; the word itself when it is none."""
    if sentence.tokens[i].tag in RELATIVE or (sentence.tokens[i].lemma == "that" and sentence.tokens[i].dep != "det"):
        for up in ancestors(sentence, i):
            if sentence.tokens[up].dep == "relcl":
                return sentence.tokens[up].head
    return i


def heads(sentence: Sentence, words: Iterable[int]) -> list[int]:
    """Words with all that is coordinated with them, relative pronouns replaced by what they stand for."""
    found: list[int] = []
    for i in words:
        for one in with_apposed(sentence, antecedent(sentence, i)):
            inner = children(sentence, one, "nsubj") if sentence.tokens[one].tag == "VBG" else []
            one = inner[0] if inner else one  # "The Red Cross operating in Iraq said"
            if sentence.tokens[one].pos not in ("VERB", "AUX") and one not in found:
                found.append(one)
    return found


def with_apposed(sentence: Sentence, i: int) -> list[int]:
    """A word with all coordinated with it, and with what parsers hang at its apposition.

    "Chad's president, **Deby**, and Niger's prime minister" are two; "the two leaders, **Deby and Tiani**" are those named.
    """
    found: list[int] = []
    for one in conjuncts(sentence, i):
        named = [k for k in children(sentence, one, "appos") if sentence.tokens[k].pos == "PROPN"]
        apposed = [m for k in named for m in conjuncts(sentence, k)]
        several = len(apposed) > len(named)
        if several and sentence.tokens[one].tag in ("NNS", "NNPS"):
            found += apposed
        else:
            found += [one, *(k for k in apposed if several and k not in named)]
    return found


def add_prepositions(sentence: Sentence, i: int, slots: Slots) -> None:
    """Fill slots with the objects of the prepositions below word i, by the preposition's word."""
    for k in children(sentence, i, "prep", "dative", "prt", "advmod", "agent"):
        token = sentence.tokens[k]
        inner = children(sentence, k, "pobj")
        if is_frame(sentence, k) or token.text.lower() == "according":
            continue  # "backed out, according to Ali": Ali is no party
        if inner:
            name = "by" if token.dep == "agent" else token.text.lower()
            slots.setdefault(name, []).extend(heads(sentence, inner))
            add_misplaced(sentence, inner, name, slots)
        for nested in children(sentence, k, "prep"):  # "together with China", "out of Iraq"
            found = heads(sentence, children(sentence, nested, "pobj"))
            slots.setdefault(sentence.tokens[nested].text.lower(), []).extend(found)
            if not inner:
                slots.setdefault(token.text.lower(), []).extend(found)


def add_misplaced(sentence: Sentence, nouns: list[int], name: str, slots: Slots) -> None:
    """Fill in what parsers hang too low: "donated to Peru **by Spain**", "the signing of a pact **between** ..."."""
    for noun in nouns:
        for k in children(sentence, noun, "prep", "agent"):
            word = sentence.tokens[k].text.lower()
            if word == "by" or (name in ("of", "by") and word in ("between", "with", "on", "against", "from", "to")):
                slots.setdefault(word, []).extend(heads(sentence, children(sentence, k, "pobj")))


def is_frame(sentence: Sentence, prep: int) -> bool:
    """Does a preposition only frame what is told: "**in the face of** launches by Pyongyang", "in the wake of"?"""
    nouns = [sentence.tokens[k].lemma.lower() for k in children(sentence, prep, "pobj")]
    return sentence.tokens[prep].lemma.lower() in ("in", "on", "with", "at") and any(noun in FRAMES for noun in nouns)


def predicate(sentence: Sentence, i: int) -> int:
    """The verb that carries a word's subject: the copula for "is ready", else the word itself."""
    token = sentence.tokens[i]
    if token.pos in ("ADJ", "NOUN") and token.dep in ("acomp", "attr", "oprd"):
        return token.head
    return i


def doer(sentence: Sentence, verb: int) -> int | None:
    """Who does it: the subject, or the by-agent of a passive."""
    verb = predicate(sentence, verb)
    if is_passive(sentence, verb):
        return agent(sentence, verb)
    token = sentence.tokens[verb]
    if token.dep == "xcomp" and sentence.tokens[token.head].dep == "acomp":
        verb = sentence.tokens[token.head].head  # "the emir is due to **visit** Oslo"
    if (thanked := thanked_for(sentence, verb)) is not None:
        return thanked[1]
    paper = sentence.tokens[token.head]
    if token.dep == "acl" and token.tag == "VBG" and paper.lemma in PAPERS and paper.dep == "dobj":
        return subject(sentence, paper.head)  # "the OSCE issued a statement condemning"
    first = sentence.tokens[token.head]
    is_to_come = any(sentence.tokens[k].tag == "MD" for k in children(sentence, first.i, "aux"))
    if token.dep == "conj" and token.tag == "VBD" and first.tag == "VB" and first.dep == "ccomp" and is_to_come:
        verb = first.head  # "said Peru would raise its ties, and invited him"
    found = subject(sentence, verb)
    if found is not None and is_borrowed_from_passive(sentence, verb, found):
        return None
    return found


def thanked_for(sentence: Sentence, i: int) -> tuple[int | None, int] | None:
    """Who thanks and who is thanked for what a gerund or a noun names: "thanked **Kenya** for sending doctors"."""
    token = sentence.tokens[i]
    if token.dep not in ("pcomp", "pobj") or sentence.tokens[token.head].lemma != "for":
        return None
    verb = sentence.tokens[sentence.tokens[token.head].head]
    if verb.dep == "dobj":  # the parser hung it at the object
        verb = sentence.tokens[verb.head]
    thanked = children(sentence, verb.i, "dobj")
    if verb.lemma.lower() not in THANKS or not thanked or is_passive(sentence, verb.i):
        return None
    return subject(sentence, verb.i), thanked[0]


def is_borrowed_from_passive(sentence: Sentence, verb: int, found: int) -> bool:
    """Is the subject taken over from a clause of perception: "X was seen leaving"?"""
    token = sentence.tokens[verb]
    return token.dep == "advcl" and sentence.tokens[found].dep == "nsubjpass" and token.tag == "VBG"


def undergoer(sentence: Sentence, verb: int) -> list[int]:
    """What it is done to: the object, or the subject of a passive."""
    if is_passive(sentence, verb):
        found = subject(sentence, verb)
        return [] if found is None else [found]
    own = children(sentence, verb, "dobj", "obj", "oprd")
    bare = ("VBG", "VB") if sentence.tokens[verb].lemma in LETTING else ("VBG",)
    clauses = [c for c in children(sentence, verb, "ccomp") if sentence.tokens[c].tag in bare and is_small(sentence, c)]
    small = [k for c in clauses for k in children(sentence, c, "nsubj")]
    if own or small:  # "accept refugees fleeing the war"
        return own or small
    token = sentence.tokens[verb]
    adverbs = {sentence.tokens[k].lemma.lower() for k in children(sentence, verb, "advmod")}
    if (
        token.dep == "relcl"
        and subject(sentence, verb) not in (None, token.head)
        and adverbs.isdisjoint(("where", "when", "why"))
    ):
        return [token.head]  # "the proposal Iran rejected"
    later = children(sentence, verb, "conj")
    return children(sentence, later[0], "dobj") if later and not children(sentence, verb, "prep", "ccomp") else []


def is_small(sentence: Sentence, clause: int) -> bool:
    """Is it a clause without tense, as in "accept refugees **fleeing**"; not "warned that Iran **is arming** them"?"""
    return not children(sentence, clause, "mark", "aux") or sentence.tokens[clause].tag == "VB"


def verb_slots(sentence: Sentence, verb: int) -> Slots:
    """Places around a verb: subject, object, dative, each preposition, and clause-subject."""
    slots: Slots = {}
    who = doer(sentence, verb)
    slots["subject"] = [] if who is None else heads(sentence, [who])
    slots["object"] = heads(sentence, undergoer(sentence, verb))
    datives = [k for k in children(sentence, verb, "dative") if not sentence.children[k]]
    slots["dative"] = heads(sentence, [k for k in children(sentence, verb, "dative") if k in datives or is_noun(sentence, k)])
    for i in (verb, *undergoer_words(sentence, verb)):
        add_prepositions(sentence, i, slots)
    if not slots["subject"] and is_passive(sentence, verb):
        slots["subject"] = slots.get("by", [])
    return slots


def undergoer_words(sentence: Sentence, verb: int) -> list[int]:
    """Words below which a verb's prepositions are sought too: its object (its last conjunct included), its complement."""
    found: list[int] = []
    for i in (*undergoer(sentence, verb), *children(sentence, verb, "acomp", "attr", "prt")):
        found += conjuncts(sentence, i)
    worth = [k for i in found for k in children(sentence, i, "amod") if sentence.tokens[k].lemma == "worth"]
    sums = [p for i in found for k in children(sentence, i, "prep") for p in children(sentence, k, "pobj") if is_sum(sentence, p)]
    return found + worth + sums  # "exported goods **worth** $3 million **to Fiji**", "a loan of $3 million **for Fiji**"


def is_sum(sentence: Sentence, i: int) -> bool:
    """Is the word counted below "of": a package **of 30 million euros**?"""
    is_of = sentence.tokens[sentence.tokens[i].head].lemma.lower() == "of"
    return is_of and bool(sentence.tokens[i].tag in ("CD", "$") or children(sentence, i, "nummod"))


def is_noun(sentence: Sentence, i: int) -> bool:
    """Is the word a noun, a name or a pronoun?"""
    return sentence.tokens[i].pos in ("NOUN", "PROPN", "PRON")


def carrier(sentence: Sentence, noun: int) -> tuple[int, str] | None:
    """The verb that a noun depends on, and by what: its object ("object"), or a preposition's word ("during")."""
    noun = first_conjunct(sentence, noun)
    token = sentence.tokens[noun]
    if token.dep in ("dobj", "nsubjpass", "attr", "oprd"):
        return token.head, "object"
    if token.dep == "nsubj":
        return token.head, "subject"
    if token.dep == "pobj":
        prep = sentence.tokens[token.head]
        up = sentence.tokens[prep.head]
        if up.dep in ("prep", "advmod") and up.pos in ("ADP", "ADV"):
            up = sentence.tokens[up.head]
        if up.pos in ("VERB", "AUX"):
            return up.i, prep.text.lower()
        if up.pos in ("NOUN", "PROPN", "NUM") and up.dep in ("dobj", "pobj") and prep.text.lower() in ("of", "for", "in"):
            return carrier(sentence, up.i)
    return None


def with_thanked(sentence: Sentence, noun: int, slots: Slots) -> Slots:
    """Places with who gave what he is thanked for, and to whom: "thanked **India** for a credit line"."""
    token = sentence.tokens[noun]
    outer = (
        sentence.tokens[token.head].head if token.dep == "pobj" and sentence.tokens[token.head].lemma in ("of", "in") else noun
    )
    thanked = thanked_for(sentence, outer)
    if thanked is None:
        return slots
    giver, taker = heads(sentence, [thanked[1]]), heads(sentence, [] if thanked[0] is None else [thanked[0]])
    return {**slots, "from": giver, "to": slots.get("to") or taker}


def noun_slots(sentence: Sentence, noun: int) -> Slots:
    """Places around a noun: possessor (owners, demonyms, compounds) and each preposition below it."""
    slots: Slots = {}
    owners = children(sentence, noun, *OWNED)
    nested = [n for k in owners for n in children(sentence, k, *OWNED)]
    slots["possessor"] = heads(sentence, owners) + [n for n in nested if sentence.tokens[n].dep != "poss"]
    add_prepositions(sentence, noun, slots)
    for part in children(sentence, noun, "acl"):  # "talks held between", "sanctions imposed by"
        add_prepositions(sentence, part, slots)
    for k in (noun, *(p for preps in list(slots.values()) for p in preps)):  # "the blockade of Qatar, **which was imposed by**"
        for part in children(sentence, k, "relcl"):
            if is_passive(sentence, part) and sentence.tokens[part].lemma in IMPOSING and agent(sentence, part) is not None:
                add_prepositions(sentence, part, slots)
    if doers := hung_high(sentence, noun):
        slots.setdefault("by", []).extend(heads(sentence, doers))
    if sentence.tokens[noun].dep == "conj":  # "the visit and talks with Oman"
        add_prepositions(sentence, first_conjunct(sentence, noun), slots)
    return slots


def hung_high(sentence: Sentence, noun: int) -> list[int]:
    """Doers that the parser hung at the verb: "condemned the shelling of hospitals in Aden **by Togo**"."""
    token = sentence.tokens[noun]
    if token.dep != "dobj" or is_passive(sentence, token.head):
        return []
    by = [k for k in children(sentence, token.head, "prep") if sentence.tokens[k].text == "by" and k > noun]
    return [p for k in by for p in children(sentence, k, "pobj")]

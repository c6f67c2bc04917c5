"""Did it happen: actual, future, hypothetical or negated, by the words that govern an act."""

import re
from dataclasses import dataclass

from dragoman.lexicon.acts import Acts
from dragoman.records.sentence import Sentence
from dragoman.text.tree import ancestors, auxiliaries, children, is_future, is_negated

WILL = ("will", "would", "wo", "'ll", "shall")
QUESTION = re.compile(r"[^.!?”\"]*\?")
STRENGTH = ("actual", "future", "hypothetical", "negated", "refused")


@dataclass(frozen=True, slots=True)
class Status:
    """A status and the word that gave it."""

    status: str
    by: str


def status_of(sentence: Sentence, trigger: int, words: Acts) -> Status:
    """Status of the act that a word names.

    "will visit" is future, "may visit" hypothetical, "has not visited" negated, "will not visit" refused,
    "the planned visit" future; "began to visit" is actual.
    """
    found = Status("negated", "no") if has_no_object(sentence, trigger) else Status("actual", "")
    if in_condition(sentence, trigger, words) or is_supposed(sentence, trigger, words):
        return Status("hypothetical", "if")
    if is_asked(sentence, trigger) or is_doubted(sentence, trigger, words):
        found = Status("hypothetical", "?")
    i, seen = trigger, set()
    while i not in seen:
        seen.add(i)
        found = stronger(found, own_status(sentence, i, words))
        token = sentence.tokens[i]
        up = sentence.tokens[token.head]
        if token.dep == "ROOT" or token.head == i:
            break
        found = stronger(found, governed(sentence, i, words))
        if not is_transparent(sentence, i, words) and found.status != "actual":
            break
        if not climbs(sentence, i):
            break
        i = up.i
    return found


def has_no_object(sentence: Sentence, verb: int) -> bool:
    """Is a verb denied by its object: "held **no talks**", "sent **neither** wheat nor money"?"""
    return any(
        sentence.tokens[k].lemma.lower() in ("no", "neither")
        for noun in children(sentence, verb, "dobj")
        for k in children(sentence, noun, "det", "preconj")
    )


def is_asked(sentence: Sentence, i: int) -> bool:
    """Does the word stand in a question, be it quoted: "**Why do we arm Chad?**" he asked"?"""
    rest = sentence.text[sentence.tokens[i].start - sentence.start :]
    return rest.rstrip("”\"'’ ").endswith("?") or QUESTION.match(rest) is not None


def in_condition(sentence: Sentence, i: int, words: Acts) -> bool:
    """Does the word stand in a clause with "if", "unless" or "whether"?"""
    return any(
        sentence.tokens[k].lemma.lower() in words.lists["conditions"]
        for up in (i, *ancestors(sentence, i))
        if sentence.tokens[up].dep in ("advcl", "ccomp", "pcomp", "acl", "csubj", "csubjpass", "xcomp")
        for k in children(sentence, up, "mark")
    ) or is_inverted(sentence, i)


def is_inverted(sentence: Sentence, i: int) -> bool:
    """Is it a condition without "if": "**Had Serbia recognised** Kosovo, it would be ..."?"""
    first = sentence.tokens[0]
    starts = first.text in ("Had", "Were", "Should") and first.head == i and first.dep in ("aux", "auxpass")
    return starts and sentence.tokens[i].dep != "ROOT"


def is_doubted(sentence: Sentence, i: int, words: Acts) -> bool:
    """Is a noun's happening only supposed: "a meeting **is unlikely**", "talks **would help**"?"""
    token = sentence.tokens[i]
    if token.dep not in ("nsubj", "nsubjpass") or token.pos not in ("NOUN", "PROPN"):
        return False
    verb = sentence.tokens[token.head]
    if any(aux.text.lower() in ("would", "could", "may", "might") for aux in auxiliaries(sentence, verb.i)):
        return True
    told = [sentence.tokens[k].lemma for k in children(sentence, verb.i, "attr")]
    if any(words.holds("chances", lemma) for lemma in told):  # "clashes are now a distinct possibility"
        return True
    told = [sentence.tokens[k].lemma for k in children(sentence, verb.i, "acomp")]
    return any(words.holds(f"{name}_adjectives", lemma) for lemma in told for name in ("hypothetical", "future", "negated"))


def climbs(sentence: Sentence, i: int) -> bool:
    """Does what governs word i also decide whether it happened?"""
    token = sentence.tokens[i]
    if token.dep == "pcomp" and is_aside(sentence, token.head):
        return False  # "**In criticising** the pact, she won't admit": she criticises it
    if token.dep in ("dobj", "xcomp", "nsubjpass", "acomp", "attr", "oprd", "prep", "agent", "pcomp"):
        return True
    if token.dep == "pobj":
        return sentence.tokens[token.head].text.lower() in ("for", "to", "of", "on", "in", "against", "into", "ahead", "about")
    if token.dep == "conj":
        has_own = any(aux.lemma == "have" for aux in auxiliaries(sentence, i))  # "did not comment, but **has** condemned it"
        return not has_own and not children(sentence, i, "nsubj", "nsubjpass") and not is_resumed(sentence, i)
    return token.dep == "acl" and (is_infinitive(sentence, i) or is_led_to(sentence, token.head))


def is_aside(sentence: Sentence, prep: int) -> bool:
    """Does a preposition open an aside before its verb, or name the means: "in criticising", "by sending"?"""
    token = sentence.tokens[prep]
    return token.text.lower() in ("in", "by", "while", "after", "since", "besides") and (prep < token.head or token.text == "by")


def is_led_to(sentence: Sentence, noun: int) -> bool:
    """Is the noun what something leads to: "could lead to **Chad** reaching a deal"?"""
    token = sentence.tokens[noun]
    if token.dep != "pobj" or sentence.tokens[token.head].text.lower() not in ("to", "in"):
        return False
    return sentence.tokens[sentence.tokens[token.head].head].lemma in ("lead", "result", "end")


def is_supposed(sentence: Sentence, i: int, words: Acts) -> bool:
    """Does a clause above only suppose it: "**imagine** a day when Togo attacks", "**in case** Chad strikes"?"""
    up = list(ancestors(sentence, i))
    return any(supposes(sentence, k, words) for k in up if sentence.tokens[k].pos == "VERB") or any(
        words.holds("supposed_cases", sentence.tokens[k].lemma)
        and sentence.tokens[k].dep == "pobj"
        and sentence.tokens[sentence.tokens[k].head].lemma.lower() == "in"
        and sentence.tokens[i].start > sentence.tokens[k].start
        for k in up
    )


def supposes(sentence: Sentence, verb: int, words: Acts) -> bool:
    """Is what stands below the verb only thought of: "imagine", "it would be wrong **to think**"?"""
    token = sentence.tokens[verb]
    return words.holds("supposing_verbs", token.lemma) or (token.lemma == "think" and is_infinitive(sentence, verb))


def is_resumed(sentence: Sentence, i: int) -> bool:
    """Does the word go on with what was done, after what would be: "said it would raise ties, and **invited** him"?"""
    first = sentence.tokens[sentence.tokens[i].head]
    return sentence.tokens[i].tag == "VBD" and first.tag == "VB" and bool(children(sentence, first.i, "aux"))


def stronger(a: Status, b: Status) -> Status:
    """The one that is farther from having happened."""
    return b if STRENGTH.index(b.status) > STRENGTH.index(a.status) else a


def is_infinitive(sentence: Sentence, i: int) -> bool:
    """Is it a verb with "to"?"""
    return any(sentence.tokens[k].tag == "TO" for k in children(sentence, i, "aux"))


def is_transparent(sentence: Sentence, i: int, words: Acts) -> bool:
    """Does its governor leave it as it is: began to, continued to, managed to?"""
    return words.holds("transparent_verbs", sentence.tokens[sentence.tokens[i].head].lemma)


def own_status(sentence: Sentence, i: int, words: Acts) -> Status:
    """Status by a word's own auxiliaries, negation and adjectives."""
    token = sentence.tokens[i]
    if is_topic(sentence, i, words) or (token.dep in ("ROOT", "csubj") and token.tag == "VB" and is_infinitive(sentence, i)):
        return Status("hypothetical", "topic")
    if is_negated(sentence, i) or is_no_longer(sentence, i):
        willed = any(aux.text.lower() in WILL for aux in auxiliaries(sentence, i))
        return Status("refused", "will not") if willed else Status("negated", "not")
    if token.pos in ("NOUN", "PROPN"):
        return noun_status(sentence, i, words)
    if is_future(sentence, i) or waits(sentence, i) or is_to_be(sentence, i):
        return Status("future", "will")
    for aux in auxiliaries(sentence, i):
        lemma = aux.text.lower()
        if lemma in ("would", "'d") and is_reported(sentence, i):
            return Status("future", lemma)
        if aux.tag == "MD":
            return Status("hypothetical", lemma)
    if any(words.holds("doubtful_adverbs", sentence.tokens[k].lemma.lower()) for k in children(sentence, i, "advmod")):
        return Status("hypothetical", "possibly")
    return Status("actual", "")


def is_no_longer(sentence: Sentence, i: int) -> bool:
    """Does it stop, or hardly happen: "would **no longer** supply arms", "is **less** willing"?"""
    told = children(sentence, i, "advmod", "neg")
    return any(
        sentence.tokens[k].text.lower() in ("less", "hardly", "barely", "scarcely")
        or (sentence.tokens[k].text.lower() == "longer" and k and sentence.tokens[k - 1].text.lower() == "no")
        for k in told
    )


def is_to_be(sentence: Sentence, i: int) -> bool:
    """Is it still to be done: "a summit **to be held** in Lima"?"""
    token = sentence.tokens[i]
    return token.dep in ("acl", "relcl") and token.tag == "VBN" and is_infinitive(sentence, i)


def waits(sentence: Sentence, i: int) -> bool:
    """Does a present tense wait for something: "**begins** its inquiry once the new members take office"?"""
    if sentence.tokens[i].tag not in ("VBZ", "VBP"):
        return False
    later = [k for k in children(sentence, i, "advcl") if sentence.tokens[k].tag in ("VBZ", "VBP", "VB")]
    return any(sentence.tokens[m].lemma.lower() == "once" for k in later for m in children(sentence, k, "mark", "advmod"))


def is_topic(sentence: Sentence, i: int, words: Acts) -> bool:
    """Is it a gerund that is only spoken of: "stressed deepening ties", "trade and strengthening ties"?"""
    token = sentence.tokens[i]
    if token.tag != "VBG" or token.dep not in ("conj", "dobj", "xcomp") or children(sentence, i, "aux"):
        return False
    up = sentence.tokens[token.head]
    if token.dep == "conj" and up.pos in ("NOUN", "PROPN"):
        return True
    return up.tag != "VBG" and words.holds("topic_verbs", up.lemma)


def noun_status(sentence: Sentence, i: int, words: Acts) -> Status:
    """Status by a noun's adjectives and its preposition: "planned visit", "ahead of the summit"."""
    for k in children(sentence, i, "amod", "compound"):
        word = sentence.tokens[k].text.lower()
        for name in ("future", "hypothetical", "negated"):
            if words.holds(f"{name}_adjectives", word):
                return Status(name, word)
    token = sentence.tokens[i]
    if token.dep == "pobj":
        prep = sentence.tokens[token.head]
        above = sentence.tokens[prep.head]
        phrase = f"{above.text} {prep.text}".lower() if above.dep in ("advmod", "prep") else prep.text.lower()
        if phrase in words.lists["before_prepositions"] or prep.text.lower() in words.lists["before_prepositions"]:
            return Status("future", phrase)
    return Status("actual", "")


def is_reported(sentence: Sentence, i: int) -> bool:
    """Does the verb stand in a clause that somebody said or thought: "said it would withdraw"?"""
    token = sentence.tokens[i]
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    return token.dep == "ccomp"


def governed(sentence: Sentence, i: int, words: Acts) -> Status:
    """Status by the word above: "plans to", "called for", "the plan to", "failed to"."""
    token = sentence.tokens[i]
    up = sentence.tokens[token.head]
    if token.dep == "ccomp" and words.holds("negated_verbs", up.lemma):
        return Status("negated", up.lemma)
    if token.dep == "ccomp" and not words.holds("wishing_verbs", up.lemma):
        return Status("actual", "")
    if token.dep == "pcomp" and sentence.tokens[up.head].lemma == "aim":
        return Status("hypothetical", "aimed at")
    if token.dep == "pcomp" and up.text.lower() in ("about", "without"):
        return Status("hypothetical" if up.text.lower() == "about" else "negated", up.text.lower())
    if token.dep in ("relcl", "nsubj", "appos", "nmod", "compound", "poss"):
        return Status("actual", "")
    if token.dep == "conj":
        return Status("actual", "")  # "was committed to peace and supported China"
    if up.lemma == "be" and token.dep in ("xcomp", "ccomp", "attr") and is_infinitive(sentence, i):
        aims = [k for k in children(sentence, up.i, "nsubj") if words.holds("aims", sentence.tokens[k].lemma.lower())]
        return Status("hypothetical", "aim") if aims else Status("future", "is to")
    if up.pos == "NOUN" and token.dep in ("acl", "ccomp", "relcl") and is_negated(sentence, up.i):
        return Status("hypothetical", "no")  # "no sign that they will sign"
    kind = "verbs" if up.pos in ("VERB", "AUX") else "nouns"
    if kind == "nouns" and token.dep == "acl" and not is_infinitive(sentence, i):
        return Status("actual", "")  # "a statement condemning", "a call made by"
    if token.dep == "ccomp" and up.lemma == "expect" and children(sentence, i, "nsubj", "nsubjpass"):
        return Status("hypothetical", "expects another to")  # "Lima expected La Paz to send gas"
    for name in ("negated", "future", "hypothetical"):
        if words.holds(f"{name}_{kind}", up.lemma) and not is_outcome(token.dep, kind):
            return Status(name, up.lemma)
    if up.pos == "ADJ" and (token.dep in ("xcomp", "prep", "ccomp")):
        for name in ("future", "hypothetical", "negated"):
            if words.holds(f"{name}_adjectives", up.lemma):
                return Status(name, up.lemma)
    purpose = token.dep in ("advcl", "acl", "xcomp") and is_infinitive(sentence, i)
    if purpose and not words.holds("transparent_verbs", up.lemma) and up.pos != "AUX":
        return Status("hypothetical", f"{up.lemma} to")
    return Status("actual", "")


def is_outcome(dep: str, kind: str) -> bool:
    """Is the word merely near the governor, not under it: "planned on Monday"?"""
    return dep in ("npadvmod", "advcl", "mark") or (kind == "nouns" and dep in ("det", "amod"))

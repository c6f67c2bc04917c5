"""Questions to a parsed sentence. A word is its number in the sentence; see records/sentence.py."""

from collections.abc import Iterable, Iterator

from dragoman.records.sentence import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative", "oprd", "attr"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp", "ROOT"})
MODALS_OF_FUTURE = frozenset({"will", "shall", "'ll", "wo"})


def children(sentence: Sentence, i: int, *deps: str) -> list[int]:
    """Dependents of word i, in order; only those with one of the labels when labels are given."""
    kids = sentence.children[i]
    return list(kids) if not deps else [k for k in kids if sentence.tokens[k].dep in deps]


def subtree(sentence: Sentence, i: int, without: Iterable[str] = ()) -> list[int]:
    """Word i and all below it, in order; branches whose label is in `without` are left out."""
    cut, found, todo = frozenset(without), [i], [i]
    while todo:
        for k in sentence.children[todo.pop()]:
            if sentence.tokens[k].dep not in cut:
                found.append(k)
                todo.append(k)
    return sorted(found)


def span_of(sentence: Sentence, words: Iterable[int]) -> tuple[int, int]:
    """First character of the first word and one past the last of the last, in the page's text."""
    chosen = sorted(words)
    return sentence.tokens[chosen[0]].start, sentence.tokens[chosen[-1]].end


def ancestors(sentence: Sentence, i: int) -> Iterator[int]:
    """Heads of word i, nearest first, up to the root."""
    while sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
        yield i


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """Word i and the words coordinated with it after it: "Iran, Iraq and Oman"."""
    found, todo = [i], [i]
    while todo:
        for k in children(sentence, todo.pop(), "conj"):
            found.append(k)
            todo.append(k)
    return sorted(found)


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The first word of the coordination that word i belongs to."""
    while sentence.tokens[i].dep == "conj":
        i = sentence.tokens[i].head
    return i


def subject(sentence: Sentence, verb: int) -> int | None:
    """Grammatical subject of a verb: its own, or that which coordination, control or a relative clause lends it."""
    seen = set()
    while verb not in seen:
        seen.add(verb)
        own = children(sentence, verb, "nsubj", "nsubjpass", "csubj")
        if own and sentence.tokens[own[0]].tag in ("WDT", "WP") and sentence.tokens[verb].dep == "relcl":
            return sentence.tokens[verb].head
        if own:
            return own[0]
        token = sentence.tokens[verb]
        if token.dep in ("acl", "relcl"):
            return token.head
        if token.dep == "conj" or token.dep in ("xcomp", "advcl", "aux", "pcomp", "prep"):
            verb = token.head
            continue
        return None
    return None


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Is the verb in the passive: "was received", "been heavily sanctioned"?"""
    if children(sentence, verb, "auxpass", "nsubjpass", "agent"):
        return True
    token = sentence.tokens[verb]
    if token.dep == "conj" and token.tag == "VBN" and not children(sentence, verb, "aux", "nsubj", "dobj"):
        return is_passive(sentence, token.head)
    return token.tag == "VBN" and token.dep in ("acl", "advcl") and not children(sentence, verb, "dobj", "aux")


def agent(sentence: Sentence, verb: int) -> int | None:
    """The doer in "by ..." of a passive."""
    for by in children(sentence, verb, "agent"):
        for doer in children(sentence, by, "pobj"):
            return doer
    for later in children(sentence, verb, "conj"):  # "sanctioned and tarred by the West"
        if (doer_of_later := agent(sentence, later)) is not None:
            return doer_of_later
    return _agent_hung_low(sentence, verb)


def _agent_hung_low(sentence: Sentence, verb: int) -> int | None:
    """The doer where a parser hangs "by ..." at the name before it: "sanctions were imposed on Bahrain **by Oman**"."""
    if not children(sentence, verb, "auxpass"):
        return None
    for prep in children(sentence, verb, "prep"):
        for name in children(sentence, prep, "pobj"):
            bys = [k for k in children(sentence, name, "prep", "agent") if sentence.tokens[k].lemma == "by"]
            if sentence.tokens[name].pos == "PROPN" and (doers := [d for by in bys for d in children(sentence, by, "pobj")]):
                return doers[0]
    return None


def objects(sentence: Sentence, verb: int) -> list[int]:
    """Direct objects of a verb."""
    return children(sentence, verb, "dobj", "obj")


def after_preposition(sentence: Sentence, i: int, *prepositions: str) -> list[int]:
    """Objects of prepositions below word i: with=met **with** China; any preposition when none is named."""
    found = []
    for k in children(sentence, i, "prep", "agent", "dative", "prt", "advmod"):
        if not prepositions or sentence.tokens[k].lemma in prepositions or sentence.tokens[k].text.lower() in prepositions:
            found += children(sentence, k, "pobj", "pcomp")
            for nested in children(sentence, k, "prep"):  # "together with China"
                found += children(sentence, nested, "pobj")
    return found


def is_negated(sentence: Sentence, i: int) -> bool:
    """Does "not", "never", "no longer" or a negative subject deny the word?"""
    if children(sentence, i, "neg"):
        return True
    for k in children(sentence, i, "det", "advmod", "nsubj", "nsubjpass", "preconj"):
        if sentence.tokens[k].lemma in ("no", "never", "neither", "nobody", "none", "hardly"):
            return True
        if sentence.tokens[k].dep in ("nsubj", "nsubjpass") and is_negated(sentence, k):
            return True
    return False


def auxiliaries(sentence: Sentence, verb: int) -> list[Token]:
    """Auxiliaries of a verb; a coordinated verb without its own borrows the first one's."""
    own = [sentence.tokens[k] for k in children(sentence, verb, "aux", "auxpass")]
    token = sentence.tokens[verb]
    if not own and token.dep == "conj" and token.tag in ("VB", "VBN", "VBG") and not children(sentence, verb, "nsubj"):
        return auxiliaries(sentence, token.head)
    return own


def is_future(sentence: Sentence, verb: int) -> bool:
    """Does will, shall or "is going to" put the verb in the future?"""
    if any(aux.text.lower() in MODALS_OF_FUTURE for aux in auxiliaries(sentence, verb)):
        return True
    head = sentence.tokens[sentence.tokens[verb].head]
    return sentence.tokens[verb].dep == "xcomp" and head.lemma == "go" and head.tag == "VBG"


def clause_head(sentence: Sentence, i: int) -> int:
    """The verb (or root) of the clause that word i stands in."""
    while sentence.tokens[i].dep not in CLAUSES and sentence.tokens[i].head != i:
        if sentence.tokens[i].dep == "conj" and sentence.tokens[i].pos in ("VERB", "AUX"):
            return i
        i = sentence.tokens[i].head
    return i


def clause_words(sentence: Sentence, verb: int) -> list[int]:
    """Words of a verb's own clause: its subtree without other finite clauses below it."""
    found, todo = [verb], [verb]
    while todo:
        for k in sentence.children[todo.pop()]:
            token = sentence.tokens[k]
            coordinated = token.dep == "conj" and token.pos in ("VERB", "AUX")
            if token.dep not in ("ccomp", "advcl", "relcl", "parataxis") and not coordinated:
                found.append(k)
                todo.append(k)
    return sorted(found)


def phrase(sentence: Sentence, noun: int) -> list[int]:
    """A noun phrase without relative clauses, participles, coordination and what follows a comma."""
    words = subtree(sentence, noun, without=("relcl", "acl", "conj", "cc", "appos", "punct", "advcl"))
    if not words:
        return [noun]
    return words


def word_at(sentence: Sentence, place: int) -> int | None:
    """The word that covers a character of the page."""
    low, high = 0, len(sentence.tokens)
    while low < high:
        middle = (low + high) // 2
        if sentence.tokens[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    if low < len(sentence.tokens) and sentence.tokens[low].start <= place:
        return low
    return None


def head_of_span(sentence: Sentence, start: int, end: int) -> int | None:
    """The word of a span that governs the others."""
    inside = [t.i for t in sentence.tokens if t.start < end and t.end > start]
    for i in inside:
        if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i:
            return i
    return None

"""How a relation holds: asserted, sought, expected, denied, ended; and from when to when."""

import re

from dragoman.extract.relation_around import Around
from dragoman.extract.relation_sides import subject_sides
from dragoman.lexicon.relations import Frame
from dragoman.records import Sentence, Time
from dragoman.text import tree

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
COMPLEMENTS = frozenset({"xcomp", "ccomp", "attr", "acomp", "advcl", "pcomp", "dobj", "acl", "prep", "pobj", "oprd"})
NEGATIVES = {"recognised_by": "not_recognised_by"}


def status_of(around: Around, sentence: Sentence, predicate: int, anchor: int, frame: Frame) -> str | None:
    """The status that the sentence gives; None when it only weighs a possibility ("Turkey could leave the bloc")."""
    listed = around.words.listed
    controlled, governors = _controllers(sentence, predicate), _governors(sentence, predicate)
    verbs = [predicate, *governors]
    if any(_ended(around, sentence, word) for word in {anchor, predicate}):
        return "ended"
    lemmas = {sentence.tokens[verb].lemma.lower() for verb in controlled}
    marks = {sentence.tokens[k].lemma.lower() for verb in verbs for k in tree.children(sentence, verb, "mark", "advmod")}
    if marks & {"if", "whether", "unless"}:
        return None
    if any(sentence.tokens[k].text.lower() in ("longer", "anymore") for k in _adverbs(sentence, predicate)):
        return "ended"
    if any(tree.is_negated(sentence, verb) for verb in [predicate, *controlled]):
        return "denied"
    if lemmas & listed("ceased"):
        return "ended"
    if lemmas & listed("refused"):
        return "denied" if frame.relation in NEGATIVES and frame.status == "asserted" else None
    for status in ("expected", "sought"):
        if lemmas & listed(status) or (status == "sought" and lemmas & listed("wish")):
            return status if frame.status == "asserted" else None
    helpers = {aux.lemma.lower() for verb in verbs for aux in tree.auxiliaries(sentence, verb)}
    above = {sentence.tokens[verb].lemma.lower() for verb in governors}
    if (helpers | above) & listed("doubted"):
        said = "would" in helpers and _announced_by_itself(around, sentence, predicate)
        return "expected" if said and frame.status == "asserted" else None
    if any(tree.is_future(sentence, verb) for verb in [predicate, *controlled]):
        return "expected" if frame.status == "asserted" else None
    return frame.status


def _announced_by_itself(around: Around, sentence: Sentence, predicate: int) -> bool:
    """Does the one who will do it say so: "Malta said it would recognise Palestine"?"""
    verb = sentence.tokens[predicate].head
    if sentence.tokens[predicate].dep != "ccomp" or sentence.tokens[verb].lemma.lower() not in around.words.listed("announces"):
        return False
    sayers, doers = subject_sides(around, sentence, verb), subject_sides(around, sentence, predicate)
    return bool(doers) and {side.entity for side in sayers} == {side.entity for side in doers}


def _adverbs(sentence: Sentence, verb: int) -> list[int]:
    """Adverbs and negations of a verb with those below them: "no longer"."""
    near = tree.children(sentence, verb, "advmod", "neg")
    return [*near, *(k for word in near for k in tree.children(sentence, word, "advmod", "neg"))]


def _controllers(sentence: Sentence, word: int) -> list[int]:
    """Verbs and adjectives that have the predicate as an infinitive without a subject of its own: wants > to join."""
    found = []
    if sentence.tokens[word].dep in ("acl", "ccomp") and sentence.tokens[sentence.tokens[word].head].pos == "NOUN":
        return [sentence.tokens[word].head]  # "a bid to join"
    if sentence.tokens[word].dep == "advcl" and tree.children(sentence, sentence.tokens[word].head, "prt"):
        return [sentence.tokens[word].head]  # "ruled out leaving"
    while sentence.tokens[word].dep in ("xcomp", "attr", "acomp", "pcomp", "dobj", "prep", "pobj", "oprd"):
        word = sentence.tokens[word].head
        if sentence.tokens[word].pos in ("VERB", "AUX", "ADJ"):
            found.append(word)
    return found


def _governors(sentence: Sentence, word: int) -> list[int]:
    """All words that a predicate depends on as their complement: "urged Turkey to leave", "doubts that Turkey will leave"."""
    found = []
    while sentence.tokens[word].dep in COMPLEMENTS:
        if sentence.tokens[word].dep == "advcl" and not _is_conditional(sentence, word):
            break
        word = sentence.tokens[word].head
        if sentence.tokens[word].pos in ("VERB", "AUX", "ADJ", "NOUN"):
            found.append(word)
    return found


def _is_conditional(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[k].lemma.lower() in ("if", "whether", "unless") for k in tree.children(sentence, verb, "mark"))


def _ended(around: Around, sentence: Sentence, word: int) -> bool:
    """ "former", "ousted" before a noun."""
    before = tree.children(sentence, word, "amod", "compound", "advmod", "nmod")
    return sentence.tokens[word].pos in ("NOUN", "PROPN") and any(
        sentence.tokens[k].lemma.lower() in around.words.listed("ended") for k in before
    )


def validity(
    around: Around, sentence: Sentence, words: tuple[int, ...], heads: frozenset[int], status: str, begins: bool
) -> tuple[str | None, str | None]:
    """From when and to when, as prefix dates: "since 1994" begins, "until 2019" ends, a bare date dates the change."""
    start: str | None = None
    end: str | None = None
    for time in around.times.inside(sentence.start, sentence.end):
        day = prefix(time)
        before = _word_before(around, sentence, time)
        if day is None or _dates_another(sentence, time) or not _belongs(sentence, time, words, heads):
            continue
        if status == "ended" or before in ("until", "till", "to"):
            end = end or day
        elif status in ("asserted", "expected") and (before in ("since", "from") or begins or status == "expected"):
            start = start or day
    return start, end


def _dates_another(sentence: Sentence, time: Time) -> bool:
    """May it date the act that stands right before it: "suspended after the coup in July 2023"?"""
    word = tree.head_of_span(sentence, time.start, time.end)
    by = None if word is None else sentence.tokens[word].head
    if by is None or sentence.tokens[by].lemma not in ("in", "on", "of") or by == 0:
        return False
    last = sentence.tokens[by - 1]
    before = sentence.tokens[last.head]
    return last.dep == "pobj" and before.lemma.lower() in ("after", "following", "before", "since", "over") and before.i < last.i


def _belongs(sentence: Sentence, time: Time, words: tuple[int, ...], heads: frozenset[int]) -> bool:
    """Does the time date these words themselves, and no other act among them: "following the invasion in 2014"?"""
    word = tree.head_of_span(sentence, time.start, time.end)
    if word is None or word not in words:
        return False
    for above in tree.ancestors(sentence, word):
        if above in heads:
            return True
        if sentence.tokens[above].pos in ("NOUN", "PROPN", "VERB") and sentence.tokens[above].dep != "attr":
            return False
    return True


def opening(sentence: Sentence, predicate: int) -> list[int]:
    """What opens the sentence before its subject and dates every verb of a coordination: "In 2023, it did A and became B"."""
    first = tree.first_conjunct(sentence, predicate)
    if first == predicate:
        return []
    subject = tree.subject(sentence, first)
    heads = [k for k in tree.children(sentence, first, "prep", "npadvmod") if subject is not None and k < subject]
    return [word for head in heads for word in tree.subtree(sentence, head)]


def _word_before(around: Around, sentence: Sentence, time: Time) -> str:
    told = around.document.text[sentence.start : time.start].split()
    return told[-1].lower() if told else ""


def prefix(time: Time) -> str | None:
    """A day, month or year as a prefix date; None for spans, sets and what nothing anchors."""
    if time.type not in ("DATE", "TIME"):
        return None
    if DAY.fullmatch(time.value):
        return time.value
    if time.date_start is None or time.date_end is None:
        return None
    first, last = time.date_start.isoformat(), time.date_end.isoformat()
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4] if first[:4] == last[:4] else None

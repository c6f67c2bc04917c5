"""Which way an expression without a year or week looks: back ("met on Friday") or ahead ("will meet on Friday")."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.lexicon.times import TimeWords
from dragoman.records.sentence import Sentence
from dragoman.resolve.time_meaning import NEED_TENSE, Meaning
from dragoman.text.spans import SpanIndex
from dragoman.text.tree import ancestors, auxiliaries, children, head_of_span

STOPS = re.compile(r"[.;?!](?=\s|$)|\n\n")
COMPARED = re.compile(r"\b(?:from|than|compared|against|versus|vs|same|like|up|down)\b", re.IGNORECASE)
LIMIT = re.compile(r"\b(?:by|through|until|till|ahead of|before)\s+$", re.IGNORECASE)
HAD = re.compile(r"\bhad\b", re.IGNORECASE)
REACH = 160
NEAR = 22
VERBS = ("VERB", "AUX")
FINITE = ("ROOT", "ccomp", "conj", "relcl", "advcl")


def with_tense(text: str, meanings: Iterable[Meaning], sentences: list[Sentence], words: TimeWords) -> Iterator[Meaning]:
    """The meanings, each with the tense of its clause and whether it is compared with; by the parse where there is one."""
    parsed = SpanIndex(sentences)
    for meaning in meanings:
        if meaning.kind in NEED_TENSE and "year" not in meaning.parts:
            meaning = replace(meaning, tense=_tense(text, meaning, parsed, words))
        elif meaning.kind == "ago":
            ahead = clause_before(text, meaning.start)
            meaning = replace(meaning, compared=COMPARED.search(ahead) is not None)
        yield meaning


def _tense(text: str, meaning: Meaning, parsed: SpanIndex[Sentence], words: TimeWords) -> str | None:
    ahead = clause_before(text, meaning.start)
    if meaning.kind in ("month", "day") and LIMIT.search(ahead):
        return None if HAD.search(ahead) else "future"  # "a loan through January", but "had left by January"
    for sentence in parsed.touching(meaning.start, meaning.end):
        i = head_of_span(sentence, meaning.start, meaning.end)
        if i is not None:
            return tense_of_word(sentence, i, words)
    return tense_at(text, meaning.start, meaning.end, words)


# ---- by the tree


def tense_of_word(sentence: Sentence, i: int, words: TimeWords) -> str | None:
    """Tense of the verb that governs a word, "past", "future" or "present"; None when no verb does."""
    for verb in (i, *ancestors(sentence, i)):
        token = sentence.tokens[verb]
        if token.lemma.lower() in words.plans and token.pos not in ("AUX", "PROPN"):
            return "future" if not _is_past_plan(sentence, verb) else "past"
        if token.pos == "NOUN" and any(sentence.tokens[k].lemma.lower() in words.plans for k in children(sentence, verb, "amod")):
            return "future"  # "the slated visit to Oman in September"
        if token.pos in VERBS and (tense := _tense_of_verb(sentence, verb, words)):
            return tense
    return None


def _is_past_plan(sentence: Sentence, verb: int) -> bool:
    """ "They agreed on Friday": the plan was made then, when the day hangs on the finite verb itself."""
    token = sentence.tokens[verb]
    return token.tag == "VBD" and token.dep in FINITE and not children(sentence, verb, "auxpass")


def _tense_of_verb(sentence: Sentence, verb: int, words: TimeWords) -> str | None:
    token = sentence.tokens[verb]
    helps = auxiliaries(sentence, verb)
    if any(aux.tag == "MD" for aux in helps):
        return None if any(aux.lemma == "could" or aux.text.lower() == "could" for aux in helps) else "future"
    if token.tag == "VBD" or any(aux.tag == "VBD" or aux.lemma == "have" for aux in helps):
        return "past"
    if any(aux.tag == "TO" for aux in helps):
        return _tense_of_infinitive(sentence, verb, words)
    if token.tag == "VBN":
        return "present" if helps else ("past" if token.dep in ("acl", "advcl", "ROOT") else None)
    if token.tag == "VBG":
        return "future" if any(aux.tag in ("VBZ", "VBP") for aux in helps) else None
    if token.tag in ("VBZ", "VBP"):
        return "future" if token.lemma.lower() in words.timetable else "present"
    return None


def _tense_of_infinitive(sentence: Sentence, verb: int, words: TimeWords) -> str | None:
    """ "Plans to meet on Friday" looks ahead; "flew to Lima to meet him on Friday" is as its main verb."""
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if head.lemma.lower() in words.plans or (head.lemma == "be" and token.dep in ("xcomp", "ccomp")):
        return "future"
    return None


# ---- by the words around, where there is no parse


def clause_before(text: str, place: int) -> str:
    """The sentence up to a place, at most 160 characters of it."""
    ahead = text[max(0, place - REACH) : place]
    stops = list(STOPS.finditer(ahead))
    return ahead[stops[-1].end() :] if stops else ahead


def tense_at(text: str, start: int, end: int, words: TimeWords) -> str | None:
    """'past' or 'future' by the nearest verb of the sentence, first to the left; None when there is none."""
    ahead = clause_before(text, start)
    behind = text[end : end + REACH]
    if stop := STOPS.search(behind):
        behind = behind[: stop.start()]
    past, future = _last(words.past, ahead), _last(words.future, ahead)
    if past < 0 and future < 0:
        first, then = words.past.search(behind), words.future.search(behind)
        if then and (first is None or then.start() < first.start()):
            return "future"
        return "past" if first else None
    return "future" if future >= 0 and (future > past or past - future < NEAR) else "past"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 without one."""
    place = -1
    for match in pattern.finditer(text):
        place = match.end()
    return place

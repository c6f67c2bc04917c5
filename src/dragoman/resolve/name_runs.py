"""Names that the recogniser marked, put right by what stands beside them: titles, "who", an age, a given name."""

import re
from collections.abc import Iterator

from dragoman.records import Sentence, Token
from dragoman.resolve.cast import Cast
from dragoman.resolve.people import HONORIFICS
from dragoman.text import tree

NAMED = ("PERSON", "ORG")
MISTAKEN = ("ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "NORP", "EVENT")
NAME_TAGS = ("NNP", "NNPS")
NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w'’.-]*[a-zà-ÿ]|[A-Z]\.")
ENDINGS = ("ist", "sman", "woman", "person", "crat", "maker", "worker", "teacher", "keeper", "owner")
PEOPLE = frozenset(
    "official minister leader president chief head mayor governor judge lawyer prosecutor adviser advisor professor researcher "
    "author senator deputy mp ambassador envoy diplomat commander general colonel officer soldier farmer miner student doctor "
    "nurse resident director manager founder editor reporter correspondent writer singer actor actress coach captain candidate "
    "dissident cleric priest bishop imam chairman ceo entrepreneur billionaire tycoon negotiator campaigner organiser organizer "
    "veteran refugee migrant prisoner driver fisherman trader lecturer expert scholar fellow historian witness father mother "
    "brother sister son daughter wife husband widow politician statistician physician technician musician magician secretary "
    "premier chancellor speaker dockworker unionist blogger poet painter baker carpenter engineer villager survivor attorney "
    "commissioner inspector detective sergeant lieutenant major admiral pilot nun monk rabbi student neighbour neighbor".split()
)
THINGS = frozenset("carmaker chipmaker steelmaker drugmaker shipmaker planemaker".split())
LONGEST = 4


def named_runs(cast: Cast, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """First word, last word and label of each person or organisation that the recogniser of names marked, or should have.

    "opposition lawmaker Bola Adeyemi", marked as a body, is a person; "Ana Lucia Paredes" is not cut to "Lucia Paredes".
    """
    upto = -1
    for first, last, label in sorted([*marked_runs(sentence), *_unmarked(sentence)]):
        if first <= upto:
            continue
        if label != "PERSON" and reads_like_person(cast, sentence, first, last):
            label = "PERSON"
        elif label not in NAMED:
            continue
        if label == "PERSON":
            first, last = _whole_name(cast, sentence, first, last)
        if label:
            upto = max(upto, last)
            yield first, last, label


def marked_runs(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """First word, last word and label of each run of words that the recogniser marked, whatever the label."""
    at = 0
    while at < len(sentence.tokens):
        label, first = sentence.tokens[at].entity, at
        while at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].entity == label and label:
            at += 1
        if label in NAMED or (label in MISTAKEN and at > first):
            yield first, at, label
        at += 1


def _unmarked(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Two to four capitalised words behind a noun for a person, which the recogniser passed over."""
    tokens = sentence.tokens
    for token in tokens[:-2]:
        if not is_person_noun(token) or tokens[token.i + 1].entity:
            continue
        last = token.i
        while last + 1 < len(tokens) and last - token.i < LONGEST and _is_name_word(tokens[last + 1]):
            last += 1
        if last - token.i > 1 and tokens[token.i].dep in ("compound", "nmod", "amod"):
            yield token.i + 1, last, "PERSON"


def _is_name_word(token: Token) -> bool:
    return token.tag in NAME_TAGS and not token.entity and NAME_WORD.fullmatch(token.text) is not None


def is_person_noun(token: Token) -> bool:
    """Is the word a singular noun for a person: lawmaker, unionist, general?

    >>> is_person_noun(Token(0, 0, 8, "lawmaker", "lawmaker", "NOUN", "NN", "compound", 1, ""))
    True
    """
    word = token.text.lower()
    if token.tag not in ("NN", "NNP") or word in THINGS:
        return False
    return word in PEOPLE or word.endswith(ENDINGS)


def reads_like_person(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is what the recogniser took for a body or a place somebody, by a title, "who", an age, "he" or the given name?"""
    words = [t for t in sentence.tokens[first : last + 1] if t.text not in ("'s", "’s", "'", "’")]
    if len(words) > 1 and is_person_noun(words[0]) and words[0].text.lower() in HONORIFICS:
        return False
    if not 1 < len(words) <= LONGEST or not all(t.tag in NAME_TAGS and NAME_WORD.fullmatch(t.text) for t in words):
        return False
    if _names_body(cast, words):
        return False
    printed = " ".join(t.text for t in words)
    if printed in cast.people or (first and is_person_noun(sentence.tokens[first - 1])):
        return True
    return _is_told_of(sentence, words[-1]) or _has_given_name(cast, sentence, words)


def _names_body(cast: Cast, words: list[Token]) -> bool:
    """Does a word of the name say that it is a body, or do the tables know the name?"""
    heads, roles = cast.names.heads, cast.names.roles
    if words[-1].text in heads or words[0].text in heads or words[0].text in cast.names.group_heads:
        return True
    if any(t.text.lower() in roles or t.text.lower() in cast.names.role_ends for t in words):
        return True
    text = " ".join(t.text for t in words)
    return any(f.form not in ("surname", "place") for h in cast.names.scan(text) for f in h.forms)


def _is_told_of(sentence: Sentence, last: Token) -> bool:
    """Does "who", an age, a noun for a person or "said he" follow the name?"""
    after = sentence.tokens[last.i + 1 : last.i + 4]
    aside = len(after) > 1 and after[0].text == ","
    if aside and (after[1].lemma in ("who", "whose", "whom") or (after[1].tag == "CD" and after[1].text.isdigit())):
        return True
    if after and after[0].lemma == "who":
        return True
    return any(is_person_noun(sentence.tokens[k]) for k in tree.children(sentence, last.i, "appos"))


def _has_given_name(cast: Cast, sentence: Sentence, words: list[Token]) -> bool:
    """Does the name begin with somebody's given name, without an article or "at" before it?"""
    before = sentence.tokens[words[0].i - 1].text.lower() if words[0].i else ""
    known = words[0].text in cast.names.given or (len(words) == 2 and words[0].text in cast.names.family_names)
    return known and before not in ("the", "at", "a")


def _whole_name(cast: Cast, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A person's name with the words that the recogniser cut off: **Ana** Lucia Paredes, Moussa Traore **Diallo**."""
    tokens = sentence.tokens
    while first and last - first + 1 < LONGEST and _opens_name(cast, sentence, first):
        first -= 1
    while (
        last + 1 < len(tokens) and first < last < first + LONGEST - 1
        and tokens[last].dep == "compound" and tokens[last].head == last + 1 and _goes_on(cast, sentence, last + 1)
    ):  # fmt: skip
        last += 1
    return first, last


def _goes_on(cast: Cast, sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return (
        token.tag in NAME_TAGS and token.entity in ("", "PERSON", "ORG") and NAME_WORD.fullmatch(token.text) is not None
        and token.text not in cast.names.heads and token.text.lower() not in cast.names.role_ends
        and not _is_listed_name(cast, sentence, token)
    )  # fmt: skip


def _opens_name(cast: Cast, sentence: Sentence, first: int) -> bool:
    """Is the word before a name part of it: a given name, or a capitalised word that is no title?"""
    token = sentence.tokens[first - 1]
    if token.entity in ("PERSON", "NORP", "GPE") or token.tag != "NNP" or not NAME_WORD.fullmatch(token.text):
        return False
    low = token.text.rstrip(".").lower()
    if token.dep != "compound" or low in HONORIFICS or low in cast.names.roles or low in cast.names.role_ends:
        return False
    if is_person_noun(token) or token.text in cast.titles or _is_listed_name(cast, sentence, token):
        return False
    before = sentence.tokens[first - 2] if first > 1 else None
    return token.text in cast.names.given or (before is not None and (before.text == "," or is_person_noun(before)))


def _is_listed_name(cast: Cast, sentence: Sentence, token: Token) -> bool:
    """Do the tables know the word, other than as a surname?"""
    at = token.start - sentence.start
    return any(h.start <= at < h.end and any(f.form != "surname" for f in h.forms) for h in cast.names.scan(sentence.text))

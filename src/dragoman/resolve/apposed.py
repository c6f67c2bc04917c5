"""The name beside a description, which beats the office: "the US president, Richard Nixon", "Ana Paz, the Bolivian envoy,"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast
from dragoman.resolve.name_runs import named_runs
from dragoman.resolve.people import HONORIFICS, unlisted_person
from dragoman.text import tree

ENDS = frozenset({",", ".", ";", ":", ")", "-", "–", "—", "?", "!", "'s", "’s"})
MOST_TITLES = 2


def apposed(cast: Cast, sentence: Sentence, first: int, word: int, state: Entity, sector: str) -> Entity | None:
    """The person named between commas behind or before a description of words [first, word]; None when nobody is.

    A name of another state is no apposition: "The Polish president, Emmanuel Macron and the king".
    """
    tokens = sentence.tokens
    closed = word + 1 == len(tokens) or tokens[word + 1].text in ENDS
    for low, high, listed in _people(cast, sentence):
        before = closed and high + 2 == first and tokens[high + 1].text == ","
        behind = _opens_behind(sentence, word, low) and (high + 1 == len(tokens) or tokens[high + 1].text in ENDS)
        if not before and not behind:
            continue
        person = listed or _stranger(cast, sentence, low, high, state, sector)
        if listed is None or _is_of(cast, person, state):
            return person
    return None


def _opens_behind(sentence: Sentence, word: int, low: int) -> bool:
    """Does a name begin right behind a comma, or behind a title there: "the envoy, General Ba,"?"""
    between = [t.text for t in sentence.tokens[word + 1 : low]]
    titles = between[1:]
    return (
        between[:1] == [","] and len(titles) <= MOST_TITLES and all(t.rstrip(".").lower() in HONORIFICS for t in titles)
    )  # fmt: skip


def _people(cast: Cast, sentence: Sentence) -> Iterator[tuple[int, int, Entity | None]]:
    """First and last word of each full name of a person; the entity where the tables know him."""
    for hit in cast.names.scan(sentence.text):
        found = [e for f in hit.forms if f.form == "name" and (e := cast.names.entity(f.entity)) and e.kind == "person"]
        low = tree.word_at(sentence, sentence.start + hit.start)
        high = tree.word_at(sentence, sentence.start + hit.end - 1)
        if found and low is not None and high is not None:
            yield low, high, found[0]
    for low, high, label in named_runs(cast, sentence):
        if label == "PERSON" and high > low:
            yield low, high, None


def _is_of(cast: Cast, person: Entity, state: Entity) -> bool:
    return person.country in (None, state.id) or any(t.of == state.id for t in cast.names.offices(person.id))


def _stranger(cast: Cast, sentence: Sentence, low: int, high: int, state: Entity, sector: str) -> Entity:
    """Somebody whom no table knows, of the state and the sector of his description."""
    text = sentence.text[sentence.tokens[low].start - sentence.start : sentence.tokens[high].end - sentence.start]
    person = replace(unlisted_person(cast, sentence, low, high, text), country=state.country, sector=sector)
    cast.told[person.id] = person
    cast.introduce(person, text)
    return person


def past_days(cast: Cast, sentence: Sentence, word: int) -> tuple[date, ...]:
    """First and last day of the past year in which a word's clause happened: "The US president visited China in 1972"."""
    clause = tree.clause_head(sentence, word)
    if cast.day is None or sentence.tokens[clause].tag not in ("VBD", "VBN"):
        return ()
    for k in tree.children(sentence, clause, "prep"):
        for year in tree.children(sentence, k, "pobj"):
            said = sentence.tokens[year].text
            if sentence.tokens[k].lemma.lower() == "in" and said.isdigit() and len(said) == 4 and int(said) < cast.day.year:
                return date(max(1, int(said)), 1, 1), date(max(1, int(said)), 12, 31)
    return ()

"""Outlets that no table knows: by the word beside the name (the daily Politis) or in it (Vientiane Times, Radio Okapi)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.lexicon.name_scan import Hit
from dragoman.lexicon.name_tables import slug
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast
from dragoman.resolve.people import HONORIFICS
from dragoman.text import tree

CAPITAL = r"[A-ZÀ-Ý][\w’'&-]*"
NAME = rf"{CAPITAL}(?: (?:(?:of|de|del|du|da|la|al|el) )?{CAPITAL}){{0,3}}"
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december the state national official local foreign his her its their this that some a an one in on".split()
)
KINDS = frozenset("national state independent private public local online business opposition pro-government leading".split())
LONGEST = 2_000  # characters: a longer "sentence" is a table or worse
BACK = 2  # words before an outlet that may tell whose it is


@lru_cache(maxsize=8)
def patterns(words: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], ...]:
    """What to look for, in order: words before a name, words behind it, words that begin or end it."""

    def any_of(place: str) -> str:
        return "|".join(re.escape(w) for w, p in sorted(words, key=lambda w: -len(w[0])) if p == place) or "(?!)"

    return (
        re.compile(rf"\b(?:{any_of('before')}),? (?P<name>{NAME})"),
        re.compile(rf"\b(?P<name>{NAME}) (?:{any_of('after')})\b"),
        re.compile(rf"\b(?P<name>(?:{any_of('first')}) {NAME})"),
        re.compile(rf"\b(?P<name>{CAPITAL}(?: (?:(?:of|de|la) )?{CAPITAL}){{0,2}} (?:{any_of('last')})(?: of {CAPITAL})?)\b"),
    )


def learn_outlets(cast: Cast, sentences: list[Sentence]) -> None:
    """Remember the outlets that a page names and no table knows, wherever it names them afterwards.

    "Le360 website", "the Cypriot daily Politis" (of Cyprus), "told Radio Okapi"; not "a newspaper Monday".
    """
    for sentence in (s for s in sentences if len(s.text) < LONGEST):
        for pattern in patterns(cast.names.outlet_words):
            for found in pattern.finditer(sentence.text):
                name = _name(cast, sentence, found.start("name"), found["name"])
                if name is not None and name not in cast.outlets:
                    at = sentence.text.index(name, found.start("name"))
                    country = _country(cast, sentence.text[:at].split()[-BACK - 1 :])
                    cast.outlets[name] = Entity(
                        id=f"media:{slug(name)}", name=name, kind="media", country=country, sector="JRN", listed=False
                    )  # fmt: skip


def _name(cast: Cast, sentence: Sentence, start: int, printed: str) -> str | None:
    """The name without article and demonym in front; None when it is a listed one, a person's, or a common word."""
    words = printed.split()
    while words and (words[0] in ("The", "A", "An") or words[0].endswith(("'s", "’s")) or _is_demonym(cast, words[0])):
        start += len(words[0]) + 1
        words.pop(0)
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    if not words or len(name) < 2 or any(w.lower() in DAYS or w.lower() in HONORIFICS for w in words):
        return None
    end = start + len(name)
    token = tree.word_at(sentence, sentence.start + start)
    follows = token is not None and token > 0 and sentence.tokens[token - 1].tag == "NNP" and words == printed.split()
    if follows and (words[0], "first") in cast.names.outlet_words:
        return None  # "ABC Radio Canberra" is no Radio Canberra
    common = token is None or (len(words) == 1 and sentence.tokens[token].tag not in ("NNP", "NNPS", "NN"))
    begins = len(words) == 1 and start == 0 and words[0][1:].islower() and token is not None and not sentence.tokens[token].entity
    if common or begins or any(_is_more(h, start, end) for h in cast.names.scan(sentence.text)):
        return None
    is_role = {words[-1].lower(), name.lower()} & cast.names.roles.keys()
    return name if not is_role or (words[-1], "last") in cast.names.outlet_words else None


def _is_more(hit: Hit, start: int, end: int) -> bool:
    """Is a listed name the whole of a name, or more: "Malta" is less than "Times of Malta"?"""
    return (hit.start <= start and end <= hit.end) or start < hit.start < end < hit.end or hit.start < start < hit.end


def _is_demonym(cast: Cast, word: str) -> bool:
    return any(form.form == "demonym" for form in cast.names.forms.get(word, ()))


def _country(cast: Cast, words: list[str]) -> str | None:
    """Whose outlet it is, when the words in front tell: **Lao** newspaper Vientiane Times, **Morocco's** Le360 website."""
    beside = {part for text, place in cast.names.outlet_words if place == "before" for part in text.split()} | KINDS
    for n, word in enumerate(reversed(words)):
        if any(w not in beside for w in words[len(words) - n :]):
            return None
        for form in cast.names.forms.get(word.removesuffix("'s").removesuffix("’s"), ()):
            entity = cast.names.entity(form.entity)
            if entity is not None and entity.kind == "state" and (form.form == "demonym" or word.endswith(("'s", "’s"))):
                return entity.country or entity.id
    return None


def outlets_in(cast: Cast, sentence: Sentence) -> Iterator[tuple[int, int, int, int, Entity]]:
    """First and last word, first and last character on the page, of each remembered outlet that a sentence names."""
    for name, entity in cast.outlets.items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence.text):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            first, last = tree.word_at(sentence, start), tree.word_at(sentence, end - 1)
            if first is not None and last is not None:
                yield first, last, start, end, entity


def branch_at(cast: Cast, sentence: Sentence, hit: Hit) -> tuple[int, Entity] | None:
    """The outlet of another state that bears a broadcaster's name with the state behind it, and its end: "NTV Uganda"."""
    outlet = cast.names.entity(hit.forms[0].entity) if len(hit.forms) == 1 else None
    if outlet is None or outlet.kind != "media":
        return None
    for after in cast.names.scan(sentence.text):
        if after.start != hit.end + 1 or sentence.text[hit.end] != " ":
            continue
        named = [e for f in after.forms if f.form == "name" and (e := cast.names.entity(f.entity)) is not None]
        if (
            len(named) == 1
            and named[0].kind == "state"
            and _is_one_name(sentence, sentence.start + hit.start, sentence.start + after.start)
        ):
            name = sentence.text[hit.start : after.end]
            branch = Entity(
                id=f"media:{slug(name)}", name=name, kind="media", country=named[0].country, sector="JRN", listed=False
            )  # fmt: skip
            return sentence.start + after.end, branch
    return None


def _is_one_name(sentence: Sentence, outlet: int, state: int) -> bool:
    """Does the parser tie the two words: "told NTV Uganda", but not "told NTV Uganda would vote"?"""
    first, last = tree.word_at(sentence, outlet), tree.word_at(sentence, state)
    if first is None or last is None or sentence.tokens[first].dep != "compound" or sentence.tokens[first].head != last:
        return False
    told = first > 0 and sentence.tokens[first - 1].pos in ("VERB", "AUX")
    return sentence.tokens[last].dep in ("dobj", "pobj", "poss") or (sentence.tokens[last].dep == "nsubj" and not told)


def touches_branch(cast: Cast, sentence: Sentence, hit: Hit) -> bool:
    """Is the name the state behind an outlet of that state?"""
    at = sentence.start + hit.start
    return any(r.mention.start < at < r.mention.end and r.mention.rule == "text#outlet" for r in cast.references)

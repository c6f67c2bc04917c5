"""A document as a row of hashed words: what copies are found by."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from zlib import crc32

from dragoman.records.document import Document, Span

WORD = re.compile(r"\w+")
QUOTED = re.compile(r'["“][^"“”\n]{1,1500}["”]')
# Journalists hardly ever write "we" and "my" but in other people's words: posts and statements pasted in without marks.
SPOKEN = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|me|us)\b")
SENTENCE_END = re.compile(r"[.!?\n]")
GRAM = 5
LEAST_OWN_WORDS = 40


@dataclass(frozen=True, slots=True)
class Wording:
    """The article's words in order, without what stands between quotation marks.

    Of its runs of five words, one in four is sampled, the same ones in every document: enough to find who may share text.
    """

    document: str
    whole: int
    starts: "array[int]"
    ends: "array[int]"
    grams: "array[int]"
    sample: frozenset[int]

    def __len__(self) -> int:
        return len(self.starts)


def wording(document: Document, hashes: dict[str, int] | None = None) -> Wording:
    """The document's own words as hashes, with their places in the page; `hashes` remembers those of words from page to page."""
    text, known = document.text, {} if hashes is None else hashes
    everything = list(_words(text, document.body))
    own = _outside(everything, _quoted(document))
    chosen = own if len(own) >= LEAST_OWN_WORDS or len(own) * 2 > len(everything) else everything
    printed = " ".join([text[start:end] for start, end in everything]).lower().encode()
    grams = grams_of([_hash(text[start:end], known) for start, end in chosen])
    return Wording(
        document=document.id,
        whole=int.from_bytes(sha256(printed).digest()[:8], "big"),
        starts=array("L", [start for start, _ in chosen]),
        ends=array("L", [end for _, end in chosen]),
        grams=grams,
        sample=frozenset([gram for gram in grams if gram & 3 == 0]),
    )


def _hash(word: str, known: dict[str, int]) -> int:
    """The same number for a word in capitals and in small letters."""
    found = known.get(word)
    if found is None:
        found = known[word] = crc32(word.lower().encode())
    return found


def _quoted(document: Document) -> list[Span]:
    """Stretches in other people's words, in order, merged where they touch."""
    found = [m.span() for start, end in document.body for m in QUOTED.finditer(document.text, start, end)]
    found += [span for start, end in document.body for span in _spoken(document.text, start, end)]
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _spoken(text: str, start: int, end: int) -> Iterable[Span]:
    """Sentences in the first person."""
    said = [found.start() for found in SPOKEN.finditer(text, start, end)]
    if not said:
        return
    ends = [start, *(found.end() for found in SENTENCE_END.finditer(text, start, end)), end]
    for number in sorted({bisect_right(ends, place) for place in said}):
        yield ends[number - 1], ends[min(number, len(ends) - 1)]


def _words(text: str, body: Iterable[Span]) -> Iterable[Span]:
    return (found.span() for start, end in body for found in WORD.finditer(text, start, end))


def _outside(words: list[Span], quoted: list[Span]) -> list[Span]:
    """Words that no quotation covers; both lists are in order of place."""
    kept: list[Span] = []
    at = 0
    for start, end in quoted:
        first = bisect_right(words, start, at, key=itemgetter(1))  # the first word that ends behind the quotation's beginning
        kept += words[at:first]
        at = bisect_left(words, end, first, key=itemgetter(0))
    return kept + words[at:]


def grams_of(words: list[int]) -> "array[int]":
    """A hash for each five words in a row, number i for words i to i+4."""
    mixed = (
        (a * 31 + b * 1009 + c * 30011 + d * 500009 + e * 9000011) & 0xFFFFFFFFFFFF
        for a, b, c, d, e in zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    )
    return array("Q", (gram ^ gram >> 17 for gram in mixed))


def shared_words(wording: Wording, other: frozenset[int], template: frozenset[int]) -> list[bool]:
    """For each word whether a run of five or more words that the other text also has covers it.

    What belongs to the outlet's template ("sign up to our newsletter") covers nothing; of grams that were not sampled
    the last sampled one before them, or the first after, tells whether they do.
    """
    marks = [False] * len(wording)
    grams, number = wording.grams, 0
    while number < len(grams):
        begin = number
        while number < len(grams) and grams[number] in other:
            number += 1
        for place in _own(grams, begin, number, template):
            marks[place : place + GRAM] = [True] * GRAM
        number += 1
    return marks


def _own(grams: "array[int]", begin: int, end: int, template: frozenset[int]) -> Iterable[int]:
    """Places of a run of shared grams that are not the template's."""
    first = next((grams[place] for place in range(begin, end) if grams[place] & 3 == 0), None)
    is_template = first in template
    for place in range(begin, end):
        if grams[place] & 3 == 0:
            is_template = grams[place] in template
        if not is_template:
            yield place


def runs(wording: Wording, marks: list[bool]) -> tuple[Span, ...]:
    """Stretches of the page whose words are marked."""
    found: list[Span] = []
    before = False
    for (start, end), marked in zip(zip(wording.starts, wording.ends, strict=True), marks, strict=True):
        if marked and before:
            found[-1] = (found[-1][0], end)
        elif marked:
            found.append((start, end))
        before = marked
    return tuple(found)

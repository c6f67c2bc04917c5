"""What the HTML of a page says that its visible text does not: the article's paragraphs, headline, people, day."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

SPACE = re.compile(r"\s+")
TAGS = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>|</?[a-zA-Z][^<>]{0,500}>", re.I | re.S)
WORD = re.compile(r"\S+")
PEOPLE = re.compile(r"\s*;\s*")
DEEPEST = 100_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a page's HTML; None and () where it says nothing."""

    paragraphs: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: date | None = None
    language: str | None = None


def read_html(html: str) -> Reading:
    """The article and the metadata of a page, by trafilatura; an empty reading where it finds none or gives up."""
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            favor_precision=True,  # measured against the other settings in docs/decisions
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return Reading()  # broken beyond what the parser mends: the visible text still tells
    return _reading(found) if found is not None else Reading()


def _reading(found: Any) -> Reading:
    return Reading(
        paragraphs=tuple(line.strip() for line in (found.text or "").split("\n") if line.strip()),
        title=TAGS.sub("", found.title or "").strip() or None,  # a headline may print "<script>"
        authors=tuple(name for name in PEOPLE.split(found.author or "") if name),
        outlet=found.sitename or None,
        published=_day(found.date),
        language=(found.language or None),
    )


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None


def paragraph_spans(text: str, paragraphs: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the paragraphs stand in the visible text, in order; white space is not compared.

    A paragraph that the visible text does not hold in one piece is looked for sentence by sentence.
    """
    if not paragraphs:
        return []
    place_of = _places(text)
    bare = "".join(text.split())
    spans: list[tuple[int, int]] = []
    at = 0
    for said in _pieces(paragraphs, bare):
        found = bare.find(said, at)
        if found < 0:
            found = bare.find(said)
        if found >= 0:
            spans.append((place_of(found), place_of(found + len(said) - 1) + 1))
            at = found + len(said)
    return _ordered(spans)


def _places(text: str) -> Callable[[int], int]:
    """What gives the place in the text of each character of its words written without space between them."""
    lines = text.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    before = [0, *accumulate(len("".join(line.split())) for line in lines)]

    def place(n: int) -> int:
        line = bisect_right(before, n) - 1
        left = n - before[line]
        for word in WORD.finditer(lines[line]):
            if left < word.end() - word.start():
                return starts[line] + word.start() + left
            left -= word.end() - word.start()
        return len(text)

    return place


def _pieces(paragraphs: tuple[str, ...], bare: str) -> Iterator[str]:
    """Each paragraph without white space; one that is not in the text as a whole, sentence by sentence."""
    for paragraph in paragraphs:
        said = SPACE.sub("", paragraph.removeprefix("- "))
        if said in bare:
            yield said
            continue
        for sentence in re.split(r"(?<=[.!?…”\"])\s+", paragraph):
            if len(piece := SPACE.sub("", sentence)) > 20:
                yield piece


def _ordered(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, none within another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found

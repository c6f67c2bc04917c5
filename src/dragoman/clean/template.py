"""A site's template: the lines that its pages share, learned from several of them and kept as words."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.clean.body import is_prose
from dragoman.clean.lines import Line, read_lines
from dragoman.lexicon.boilerplate import Boilerplate, plain

PAGES = 3
SHARE = 0.3
PROSE_PAGES = 5
PROSE_SHARE = 0.6
LONGEST = 240


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A line that pages of one outlet share, on how many of them, and what it is taken for."""

    text: str
    pages: int
    kind: str


def find_template(pages: Iterable[str], words: Boilerplate) -> tuple[TemplateLine, ...]:
    """The lines that the pages of one outlet share and that the words do not know yet; the same in any order of the pages.

    "The Highland Monitor, founded 1961" on every page is furniture. A sentence needs more pages than a label does, as
    wires tell the same background again: "The two states broke off ties in 2009." Copies of one article count once.
    """
    told = [read_lines(text, words) for text in _distinct(pages)]
    count: Counter[str] = Counter()
    first: dict[str, Line] = {}
    for lines in told:
        for said, line in {plain(line.text): line for line in lines if _may_be_shared(line)}.items():
            count[said] += 1
            first[said] = min(first.get(said, line), line, key=lambda other: other.text)
    found = [
        TemplateLine(first[said].text, number, "advertisement" if is_prose(first[said]) else "navigation")
        for said, number in count.items()
        if _is_enough(first[said], number, len(told))
    ]
    return tuple(sorted(found, key=lambda line: (-line.pages, line.text)))


def _may_be_shared(line: Line) -> bool:
    return line.rule is None and len(line.text) <= LONGEST and any(char.isalpha() for char in line.text)


def _is_enough(line: Line, number: int, pages: int) -> bool:
    """Is a line on enough pages to be the site's, and not the story's?"""
    sentence = is_prose(line) or line.closed
    least, share = (PROSE_PAGES, PROSE_SHARE) if sentence else (PAGES, SHARE)
    return number >= least and number >= share * pages


def _distinct(pages: Iterable[str]) -> list[str]:
    """The pages without copies: those whose rarest long line is the same are one article."""
    texts = sorted(set(pages))
    lines = [{line.strip() for line in text.splitlines() if line.strip()} for text in texts]
    count = Counter(line for page in lines for line in page)
    rarest = (min(page, key=lambda line: (count[line], -len(line), line), default="") for page in lines)
    found: dict[str, str] = {}
    for text, line in zip(texts, rarest, strict=True):
        found.setdefault(line, text)
    return list(found.values())


def as_words(lines: Iterable[TemplateLine], outlet: str) -> str:
    """Entries for boilerplate.toml in a folder of words of one's own; empty when there is no line."""
    kinds: dict[str, list[str]] = {}
    for line in lines:
        kinds.setdefault(line.kind, []).append(line.text)
    return "".join(_entry(f"template-{outlet}-{kind}", kind, texts) for kind, texts in sorted(kinds.items()))


def _entry(name: str, kind: str, texts: list[str]) -> str:
    phrases = ", ".join(json.dumps(text, ensure_ascii=False) for text in texts)
    examples = ", ".join(json.dumps(text, ensure_ascii=False) for text in texts[:2])
    return (
        f'[[line]]\nid = {json.dumps(name)}\nkind = "{kind}"\nwhere = "whole"\nlongest = {LONGEST}\n'
        f"phrases = [{phrases}]\nexamples = [{examples}]\n\n"
    )

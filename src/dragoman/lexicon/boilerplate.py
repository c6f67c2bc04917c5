"""What stands on a page beside its article, by its own words: words/boilerplate.toml and words/page_dates.toml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from ahocorasick_rs import AhoCorasick

from dragoman.lexicon.files import Complaint, Row, entries

KINDS = frozenset(
    [
        "title",
        "byline",
        "dateline",
        "page_date",
        "advertisement",
        "navigation",
        "caption",
        "related",
        "comments",
        "legal",
        "share",
        "heading",
    ]
)
PLACES = frozenset({"whole", "start", "end", "anywhere"})
ROLES = frozenset({"published", "updated", "visited", "other"})
DIGITS = re.compile(r"\d+")
SPACES = re.compile(r"\s+")
RUNS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
EDGES = " \t\r\n\u00a0•·|>»«<:;,.…→←↓↑+*()[]-–—_!?✕×▼▲►▸\"'“”"
LONGEST = 240
ROW = 80
ROWS = frozenset({"share", "navigation"})
BETWEEN = re.compile(r"[\s|•·/,>]+")


@dataclass(frozen=True, slots=True)
class LineRule:
    """One entry [[line]]: phrases that tell what a line of a page is."""

    rule: str
    kind: str
    where: str
    phrases: tuple[str, ...]
    ends: bool
    longest: int


class LineFinder:
    """All phrases of all entries, looked for in one pass over a line; rebuilt from its entries when it is unpickled."""

    __slots__ = ("_automaton", "_owners", "_words", "rules")

    def __init__(self, rules: tuple[LineRule, ...]) -> None:
        pairs = [(_phrase(phrase, rule.where), rule) for rule in rules for phrase in rule.phrases]
        self.rules = rules
        self._owners = [rule for phrase, rule in pairs if phrase]
        self._words = {
            phrase: rule for phrase, rule in pairs if rule.where == "whole" and rule.kind in ROWS and " " not in phrase
        }
        self._automaton = AhoCorasick([phrase for phrase, _ in pairs if phrase])

    def __reduce__(self) -> tuple[type, tuple[tuple[LineRule, ...]]]:
        return LineFinder, (self.rules,)

    def find(self, said: str, length: int) -> LineRule | None:
        """The entry whose phrase stands where it wants it, in a line short enough: the first, and of those the longest."""
        best: LineRule | None = None
        first = -1
        for index, start, end in self._automaton.find_matches_as_indexes(said, overlapping=True):
            rule: LineRule = self._owners[index]
            if best is not None and start != first:
                break
            if length <= rule.longest and _fits(said, start, end, rule.where) and (best is None or rule.ends >= best.ends):
                first, best = start, rule
        if best is not None:
            return best
        return self._row(said) if length <= ROW else None

    def _row(self, said: str) -> LineRule | None:
        """The entry of a row of buttons or links, each a whole line elsewhere: "Facebook Twitter WhatsApp"."""
        rules = [self._words.get(word) for word in BETWEEN.split(said) if word]
        first = rules[0] if len(rules) > 1 else None
        return first if first is not None and all(rule is not None and rule.kind == first.kind for rule in rules) else None


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The words that mark what is not the article, and the words that dates and bylines are printed with."""

    lines: LineFinder
    months: dict[str, int]
    weekdays: dict[str, int]
    cues: tuple[tuple[str, str], ...]
    bylines: tuple[str, ...]
    joins: tuple[str, ...]
    signs: frozenset[str]
    contacts: tuple[str, ...]
    offices: frozenset[str]
    trades: frozenset[str]
    credits: tuple[str, ...]
    month_first: frozenset[str]
    ahead: frozenset[str]
    yearly: frozenset[str]
    moved: frozenset[str]
    parts: frozenset[str]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The section read from our folder and the user's."""
        calendars = list(entries("page_dates.toml", "calendar", folders))
        people = list(entries("boilerplate.toml", "byline", folders))
        return cls(
            lines=LineFinder(tuple(_line_rule(row) for row in entries("boilerplate.toml", "line", folders))),
            months=_numbered(calendars, "months"),
            weekdays=_numbered(calendars, "weekdays"),
            cues=tuple(
                (phrase.lower(), row.text("role"))
                for row in entries("page_dates.toml", "cue", folders)
                for phrase in row.list("phrases")
            ),
            bylines=tuple(word.lower() for row in people for word in row.list("openers")),
            joins=tuple(word.lower() for row in people for word in row.list("joins")),
            signs=frozenset(word.lower() for row in people for word in row.list("signs")),
            contacts=tuple(word.lower() for row in people for word in row.list("contacts")),
            offices=frozenset(word.lower() for row in people for word in row.list("offices")),
            trades=frozenset(word.lower() for row in people for word in row.list("trades")),
            credits=tuple(word.lower() for row in entries("boilerplate.toml", "credit", folders) for word in row.list("phrases")),
            ahead=_bound("ahead", folders),
            yearly=_bound("yearly", folders),
            moved=_bound("moved", folders),
            parts=_bound("parts", folders),
            month_first=frozenset(
                place for row in entries("page_dates.toml", "order", folders) for place in row.list("month_first")
            ),
        )

    def line(self, text: str) -> LineRule | None:
        """The entry that says what a line is; None for a line that no entry knows.

        "Sign up for our newsletter" is an advertisement; a sentence about a newsletter is too long to be one.
        """
        return self.lines.find(plain(text[:LONGEST]), len(text))

    def rules_of(self, texts: list[str]) -> list[LineRule | None]:
        """What `line` says of each of many lines that hold no newline; quicker, as they are made plain at once."""
        joined = DIGITS.sub("#", RUNS.sub(" ", "\n".join([text[:LONGEST] for text in texts]).lower())).replace("’", "'")
        plained = joined.split("\n")
        if len(plained) != len(texts):
            return [self.line(text) for text in texts]
        find = self.lines.find
        return [find(said.lstrip(EDGES).rstrip(), len(text)) for said, text in zip(plained, texts, strict=True)]


def plain(text: str) -> str:
    """A line as phrases are compared: small letters, numbers as '#', single spaces, no marks before it.

    >>> plain("» 3 Min  Read")
    '# min read'
    """
    said = DIGITS.sub("#", SPACES.sub(" ", text).lower())
    return said.lstrip(EDGES).rstrip().replace("’", "'")


def _phrase(phrase: str, where: str) -> str:
    """A phrase as it is looked for; a colon at its end counts, unless the phrase is the whole line."""
    said = DIGITS.sub("#", SPACES.sub(" ", phrase).lower()).strip().replace("’", "'")
    return said.strip(EDGES) if where == "whole" else said


def _fits(said: str, start: int, end: int, where: str) -> bool:
    if start and said[start - 1].isalnum() and said[start].isalnum():
        return False
    if end < len(said) and said[end].isalnum() and said[end - 1].isalnum():
        return False
    if where == "whole":
        return start == 0 and not said[end:].strip(EDGES)
    if where == "start":
        return start == 0
    return where == "anywhere" or not said[end:].strip(EDGES)


def _line_rule(row: Row) -> LineRule:
    return LineRule(
        rule=row.rule,
        kind=row.text("kind"),
        where=row.text("where") or "whole",
        phrases=row.list("phrases"),
        ends=bool(row.cells.get("ends", False)),
        longest=int(row.cells.get("longest", 120)),
    )


def _bound(name: str, folders: tuple[Path, ...]) -> frozenset[str]:
    rows = entries("page_dates.toml", "bound", folders)
    return frozenset(word.lower() for row in rows if row.text("id") == name for word in row.list("words"))


def _numbered(rows: list[Row], column: str) -> dict[str, int]:
    return {
        name.lower(): number
        for row in rows
        for number, names in enumerate(row.cells.get(column) or (), 1)
        for name in str(names).split("|")
    }


def check_boilerplate(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Faults of boilerplate.toml and page_dates.toml: unknown kinds, examples that their own entry does not know."""
    words = Boilerplate.load(folders)
    for row in entries("boilerplate.toml", "line", folders):
        yield from _check_line(row, words)
    for row in entries("page_dates.toml", "cue", folders):
        if row.text("role") not in ROLES:
            yield Complaint(row.place, f"role '{row.text('role')}' is none of {', '.join(sorted(ROLES))}")
    for row in entries("page_dates.toml", "calendar", folders):
        for column, size in (("months", 12), ("weekdays", 7)):
            if len(row.cells.get(column) or ()) != size:
                yield Complaint(row.place, f"{column} needs {size} entries, in order, other spellings parted by '|'")


def _check_line(row: Row, words: Boilerplate) -> Iterator[Complaint]:
    if row.text("kind") not in KINDS:
        yield Complaint(row.place, f"kind '{row.text('kind')}' is none of {', '.join(sorted(KINDS))}")
    if (row.text("where") or "whole") not in PLACES:
        yield Complaint(row.place, f"where '{row.text('where')}' is none of {', '.join(sorted(PLACES))}")
    if not row.list("examples"):
        yield Complaint(row.place, "entry without examples; give it a line that it must know")
    for example in row.list("examples"):
        found = words.line(example)
        if found is None or found.kind != row.text("kind"):
            told = "nothing" if found is None else f"{found.kind} ({found.rule})"
            yield Complaint(row.place, f"example {example!r} is read as {told}, not as {row.text('kind')}")
    for example in row.list("not_examples"):
        if (found := words.line(example)) is not None and found.rule == row.rule:
            yield Complaint(row.place, f"{example!r} should not be read as {row.text('kind')}")

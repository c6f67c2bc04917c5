"""The words of time: words/times.toml as compiled patterns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, Row, entries
from dragoman.lexicon.time_firsts import Firsts, of_pattern, of_words

FILE = "times.toml"
KINDS = frozenset({
    "day", "day-of-month", "numeric",
    "month", "year", "decade", "century", "quarter", "half", "season", "first", "weekday", "dayword", "part",
    "bare-part", "tail-part", "clock", "unit", "the-unit", "year-end", "ago", "year-earlier", "year-period", "span", "length",
    "age", "set", "set-weekday", "set-part", "set-month", "ref", "feast",
})  # fmt: skip
Part = int | float | str
_PLACE = re.compile(r"\{([a-z]+?)(\d?)\}")
_BLANK = r"(?:[\s\u00a0\u202f]{1,2})"
_DASH = r"[-‐‑–—]"
_SHORT = {" ": _BLANK, "~": rf"(?:{_BLANK}|\s?{_DASH}\s?)", ",": r"\s?,", "'": "['’`]", "-": _DASH}
_PIECE = re.compile(r"\\.|\[[^\]]*\]|\{\w+\}|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TimeClass:
    """What may fill one place of a pattern, and what each filling means."""

    id: str
    pattern: str
    values: dict[str, Part]

    def value(self, said: str) -> Part:
        """What the words mean: "Sept." 9, "twenty-four" 24, "3rd" 3.

        >>> TimeClass("number", "", {"twenty": 20, "four": 4, "hundred": 100, "two": 2}).value("two hundred")
        200
        """
        plain = flatten(said)
        if (known := self.values.get(plain)) is not None:
            return known
        if self.values and not plain[:1].isdigit():
            return _compound(plain, self.values)
        digits = re.match(r"[\d.]+", plain.replace(",", ""))
        number = float(digits[0].rstrip(".")) if digits else 0.0
        return int(number) if number.is_integer() else number


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One entry [[time]]: a pattern and what is made of what it finds."""

    rule: str
    kind: str
    pattern: re.Pattern[str]
    fixed: tuple[tuple[str, Part], ...]
    after_not: re.Pattern[str] | None
    after: re.Pattern[str] | None
    before_not: re.Pattern[str] | None
    before: re.Pattern[str] | None
    firsts: frozenset[str] | None  # words that a match can begin with; None when nobody knows


@dataclass(frozen=True, slots=True)
class TimeJoin:
    """One entry [[join]]: kinds that are one expression when they stand side by side."""

    rule: str
    left: frozenset[str]
    glue: re.Pattern[str]
    right: frozenset[str]
    keeps_right: bool


@dataclass(frozen=True, slots=True)
class TimeLead:
    """One entry [[lead]]: words before an expression and the mod that they give it."""

    rule: str
    kinds: frozenset[str]
    inside: bool
    pattern: re.Pattern[str]
    mods: dict[str, str]


@dataclass(frozen=True, slots=True)
class TimeStretch:
    """One entry [[stretch]]: words that open a stretch of time and part its ends."""

    opens: re.Pattern[str]
    glue: re.Pattern[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All that dragoman knows about how news writes time."""

    classes: dict[str, TimeClass]
    rules: tuple[TimeRule, ...]
    by_first: dict[str, tuple[int, ...]]  # first word of a match -> rules that may begin so
    joins: tuple[TimeJoin, ...]
    leads: tuple[TimeLead, ...]
    stretches: tuple[TimeStretch, ...]
    past: re.Pattern[str]
    future: re.Pattern[str]
    plans: frozenset[str]
    timetable: frozenset[str]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The section read from our folder and the user's."""
        classes = {c.id: c for c in map(_class, entries(FILE, "class", folders))}
        firsts = {c.id: _firsts(c) for c in classes.values()}
        rules = tuple(_rule(row, classes, firsts) for row in entries(FILE, "time", folders))
        tenses = {row.text("id"): row.text("pattern") for row in entries(FILE, "tense", folders)}
        return cls(
            classes=classes,
            rules=rules,
            by_first=_by_first(rules),
            joins=tuple(_join(row) for row in entries(FILE, "join", folders)),
            leads=tuple(_lead(row) for row in entries(FILE, "lead", folders)),
            stretches=tuple(_stretch(row) for row in entries(FILE, "stretch", folders)),
            past=re.compile(rf"\b(?:{tenses.get('past', '(?!)')})\b", re.IGNORECASE),
            future=re.compile(rf"\b(?:{tenses.get('future', '(?!)')})\b", re.IGNORECASE),
            plans=frozenset(word for row in entries(FILE, "tense", folders) for word in row.list("lemmas")),
            timetable=frozenset(word for row in entries(FILE, "tense", folders) for word in row.list("timetable")),
        )


def flatten(said: str) -> str:
    """Words as the tables have them: small letters, single blanks, plain marks, no dot at the end.

    >>> flatten("A  Couple of"), flatten("Sept."), flatten("twenty–four")
    ('a couple of', 'sept', 'twenty-four')
    """
    said = re.sub(r"\s+", " ", said.lower().replace("’", "'").replace("\u00a0", " "))
    return re.sub(_DASH, "-", said).rstrip(".")


def _compound(plain: str, values: dict[str, Part]) -> int:
    """ "twenty-four", "two hundred": the parts added, or multiplied by a scale."""
    total = 0
    for word in re.split(r"[ -]", plain):
        step = int(values.get(word, 0))
        total = max(1, total) * step if step >= 100 else total + step
    return total


def _class(row: Row) -> TimeClass:
    words = {str(word): value for word, value in (row.cells.get("words") or {}).items()}
    said = "|".join(_literal(word) for word in sorted(words, key=len, reverse=True))
    if row.text("id") == "number":
        said = f"{_numbers(words)}|{said}"
    if row.cells.get("pattern"):
        said = str(row.cells["pattern"])
    if row.cells.get("cased"):
        said = f"(?-i:{said})"
    return TimeClass(row.text("id"), said, {flatten(word): value for word, value in words.items()})


def _literal(word: str) -> str:
    if word.endswith("."):
        return rf"{re.escape(word[:-1])}\b\.?"
    return re.escape(word).replace(r"\ ", _BLANK).replace(r"\-", _DASH)


def _numbers(words: dict[str, Part]) -> str:
    """Numbers of more than one word, and digits."""
    tens = "|".join(w for w, v in words.items() if 20 <= int(v) < 100)
    ones = "|".join(w for w, v in words.items() if 1 <= int(v) < 10 and w not in ("a", "an", "another"))
    teens = "|".join(w for w, v in words.items() if 10 <= int(v) < 20)
    scales = "|".join(w for w, v in words.items() if int(v) >= 100)
    in_words = rf"(?:{tens})[\s-](?:{ones})|(?:{ones}|{teens}|{tens}|a)[\s-](?:{scales})"
    return rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,3}})?|{in_words}"


def _rule(row: Row, classes: dict[str, TimeClass], firsts: dict[str, Firsts]) -> TimeRule:
    written = str(row.cells["pattern"])
    raw = bool(row.cells.get("raw"))
    flags = re.NOFLAG if row.cells.get("cased") else re.IGNORECASE
    return TimeRule(
        rule=row.rule,
        kind=row.text("kind"),
        pattern=re.compile(rf"(?<![\w$€£])(?<!\d[.,])(?:{_expand(written, classes, raw)})(?!\w)", flags),
        fixed=tuple((row.cells.get("set") or {}).items()),
        after_not=_around(row, "unless_after", "{}$"),
        after=_around(row, "only_after", "{}$"),
        before_not=_around(row, "unless_before", "{}"),
        before=_around(row, "only_before", "{}"),
        firsts=of_pattern(written, firsts, raw).words,
    )


def _firsts(time_class: TimeClass) -> Firsts:
    """First words of a class; a number may be in digits."""
    if not time_class.values:
        return of_pattern(time_class.pattern, {}, raw=True)
    return of_words((*time_class.values, "1") if time_class.id == "number" else time_class.values)


def _by_first(rules: tuple[TimeRule, ...]) -> dict[str, tuple[int, ...]]:
    """Which rules to try at a word. The key "" has those that are tried at every word."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for word in rule.firsts if rule.firsts is not None else ("",):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _around(row: Row, key: str, shape: str) -> re.Pattern[str] | None:
    written = row.cells.get(key)
    if not written:
        return None
    said = str(written).replace("~", r"[\s-]")
    return re.compile(shape.format(f"(?:{said})"))


def _expand(written: str, classes: dict[str, TimeClass], raw: bool = False) -> str:
    """The regular expression that a pattern of the words stands for; a group's name is class, number, "__", occurrence."""
    seen = 0

    def put(match: re.Match[str]) -> str:
        nonlocal seen
        if place := _PLACE.fullmatch(match[0]):
            seen += 1
            return f"(?P<{place[1]}{place[2]}__{seen}>{classes[place[1]].pattern})"
        return match[0] if raw else _SHORT.get(match[0], match[0])

    return _PIECE.sub(put, written)


def _join(row: Row) -> TimeJoin:
    glue = _expand(str(row.cells["glue"]), {})
    sides = frozenset(row.list("left")), frozenset(row.list("right"))
    return TimeJoin(row.rule, sides[0], re.compile(glue), sides[1], row.text("keeps") == "right")


def _lead(row: Row) -> TimeLead:
    mods = {str(k): str(v) for k, v in (row.cells.get("words") or {}).items()}
    words = "|".join(_literal(word) for word in sorted(mods, key=len, reverse=True))
    glue = _expand(str(row.cells["glue"]), {})
    pattern = re.compile(rf"(?<![\w-])(?P<said>{words}){glue}$", re.IGNORECASE)
    known = {flatten(word): mod for word, mod in mods.items()}
    return TimeLead(row.rule, frozenset(row.list("kinds")), bool(row.cells.get("inside")), pattern, known)


def _stretch(row: Row) -> TimeStretch:
    opens, parts = ("|".join(map(_literal, row.list(column))) for column in ("opens", "parts"))
    return TimeStretch(
        opens=re.compile(rf"\b(?:{opens}){_BLANK}(?:the{_BLANK})?$", re.IGNORECASE),
        glue=re.compile(rf"\s?,?{_BLANK}(?:{parts}){_BLANK}(?:the{_BLANK})?", re.IGNORECASE),
        kinds=frozenset(row.list("kinds")),
    )


def check_times(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Structural faults of times.toml: unknown classes and kinds, patterns that do not compile, entries without examples."""
    known = {row.text("id") for row in entries(FILE, "class", folders)}
    for name in ("class", "time", "join", "lead", "stretch", "tense"):
        for row in entries(FILE, name, folders):
            if not row.cells.get("examples"):
                yield Complaint(row.place, "entry without examples; give it a sentence and what must be read in it")
            if name == "time":
                yield from _check_rule(row, known)


def _check_rule(row: Row, known: set[str]) -> Iterator[Complaint]:
    if row.text("kind") not in KINDS:
        yield Complaint(row.place, f"kind '{row.text('kind')}' is none of {', '.join(sorted(KINDS))}")
    for name in sorted({m[1] for m in _PLACE.finditer(row.text("pattern"))} - known):
        yield Complaint(row.place, f"no class '{name}'; write a [[class]] or mend the pattern")
    try:
        re.compile(_PLACE.sub("x", row.text("pattern")))
    except re.error as error:
        yield Complaint(row.place, f"the pattern is no regular expression: {error}")

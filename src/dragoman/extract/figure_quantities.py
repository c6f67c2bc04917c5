"""Quantities of a sentence: number, unit, what is counted, and its bound. Whose they are comes later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.measures import Measures
from dragoman.lexicon.units import Unit
from dragoman.records import Sentence
from dragoman.text.numerals import Numeral, find_numerals
from dragoman.text.tree import word_at

_PER = re.compile(
    r"[\s\-]+(?:per|an?|each|every)[\s\-]+(?P<what>[A-Za-z]+)\b(?!\s+(?:ago|earlier|later|before|after))|/(?P<slash>[A-Za-z]+)\b"
)
_RANGE = re.compile(r"\s?[-–—]\s?|[\s\-]+to[\s\-]+|\s+(?:or|and)\s+")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
# A capitalised word right before a bare number, and no counted plural behind it: "iPhone 11 Pro", "Planet 9".
_PROPER_BEFORE = re.compile(r"(?<![.!?]\s)(?<!^)\b[a-z]{0,2}[A-Z][\w&'’-]*\s$|[A-Za-z]$|\bS&P\s$")
_PLURAL_AFTER = re.compile(
    r"[\s-]+(?:[A-Z][\w-]*\s){0,2}(?:[a-z][\w-]*\s){0,2}?(?:people|troops|personnel|percent|[a-z]+(?<!s)s)\b"
)
_YEAR_BEFORE = re.compile(r"\b(?:in|since|until|by|year|from|between|after|before)\s$", re.IGNORECASE)
_MANY = re.compile(r"\s+(?:people|troops|soldiers|personnel|civilians|refugees|workers|homes|families|migrants|fighters)\b")
# Ordinals that number what is no count: "the 21st century", "the 50th anniversary", "3rd of May".
_NO_RANK = re.compile(rf"[\s\-]+(?:century|quarter|half|anniversary|of\s+{_MONTH})")
_KINDS = {"ordinal": "ordinal", "vague": "vague", "multiple": "multiple", "fraction": "share"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as far as its own words go."""

    start: int  # of bound, sign, number and unit together
    end: int
    number_start: int
    number_end: int
    value: float
    value_max: float | None
    kind: str  # money, share, time, age, physical; without a unit: bare, ordinal, vague, multiple
    unit: str | None
    comparator: str | None
    token: int  # the word that stands for it in the tree: the last word of number and unit
    first: int  # its first word
    per: str | None
    numeral: Numeral
    shared: str = ""  # the word or sign of money that several states share


def find_quantities(sentence: Sentence, words: Measures) -> list[Quantity]:
    """Quantities of one sentence in order, ranges joined.

    "between 2,000 and 2,500 Kenyan troops" is one quantity of 2,000 to 2,500 and its noun is "troops".
    """
    found: list[Quantity] = []
    for numeral in find_numerals(sentence.text):
        inside = found and sentence.start + numeral.start < found[-1].end  # "parts per million"
        if not inside and (quantity := _quantity(sentence, numeral, words)) is not None:
            found.append(quantity)
    return list(_ranges(sentence, found, words))


def _quantity(sentence: Sentence, numeral: Numeral, words: Measures) -> Quantity | None:
    text = sentence.text
    start, end = numeral.start, numeral.end
    unit, per = None, None
    if money := words.sign_before.search(text, max(0, start - 12), start):
        unit, start = words.signs[money[0].strip()], money.start()
        if "\n" in money[0] or (money[0].isalpha() and numeral.digits is False):
            unit, start = None, numeral.start
    if unit is None and numeral.kind != "ordinal":
        unit, end = unit_after(text, end, words)
    elif unit is not None:
        end = _repeated_money(text, end, unit, words)
    if unit is None and _is_name(text, numeral, words):
        return None
    if per_word := _PER.match(text, end):
        said = (per_word["what"] or per_word["slash"]).lower()
        if unit is not None and (unit.kind != "share" or said in words.units) and _may_divide(said, words, per_word):
            per, end = said, per_word.end()
    comparator, start, end = _bound(text, start, end, numeral, words)
    first, last = word_at(sentence, sentence.start + numeral.start), word_at(sentence, sentence.start + end - 1)
    if first is None or last is None:
        return None
    kind = unit.kind if unit else _KINDS.get(numeral.kind, "bare")
    return Quantity(
        sentence.start + start, sentence.start + end, sentence.start + numeral.start, sentence.start + numeral.end,
        numeral.value, None, kind, unit.id if unit else None, comparator, last, first, per, numeral,
        unit.shared if unit else "",
    )  # fmt: skip


def unit_after(text: str, end: int, words: Measures) -> tuple[Unit | None, int]:
    """The unit behind a number and where it ends; a symbol of one capital needs the number right before it."""
    match = words.unit_after.match(text, end)
    if match is None:
        return None, end
    if word := match["word"]:
        said = re.sub(r"[\s\-]+", " ", word).lower()
        unit = words.units.get(said) or next((u for w, u in words.units.items() if w.lower().replace("-", " ") == said), None)
        return (unit, match.end()) if unit else (None, end)
    mark = match["mark"]
    if len(mark) == 1 and mark.isalpha() and re.match(r"[\s.,]+[A-Z]\b|\.[A-Za-z]|[-–]\d", text[match.end() :]):
        return None, end
    unit = words.symbols[mark]
    if unit.kind == "money" and re.match(r"\s?\d", text[match.end() :]):
        return None, end  # "9 or $10": the sign belongs to the next number
    if unit.kind == "money" and re.match(r"[\s\-]", text[end:]) and len(mark) < 2:
        return None, end
    return unit, match.end()


def _repeated_money(text: str, end: int, unit: Unit, words: Measures) -> int:
    """ "$75 U.S." and "$5 billion US dollars" name their money twice."""
    again = words.unit_after.match(text, end)
    other = words.units.get(re.sub(r"[\s\-]+", " ", again["word"]).lower()) if again and again["word"] else None
    return again.end() if again and other and other.id == unit.id else end


def _may_divide(said: str, words: Measures, match: re.Match[str]) -> bool:
    if match["slash"] or match[0].strip(" -").lower().startswith("per"):
        return True
    return said in words.units and words.units[said].kind == "time"


def _is_name(text: str, numeral: Numeral, words: Measures) -> bool:
    """Is the number a year, a version, or part of a name: "in 2019", "Boeing 737", "Resolution 2231", "G7"?"""
    before, after = text[max(0, numeral.start - 40) : numeral.start], text[numeral.end :]
    if numeral.kind == "ordinal":
        return bool(_NO_RANK.match(after) or re.search(rf"\b{_MONTH}\s(?:the\s)?$", before))
    if re.match(r"-(?!to-)[A-Za-z]", after):
        return True  # "two-way", "six-party": no count of what follows
    if words.named_before.search(before):
        return True
    if not numeral.digits:
        return text[numeral.start].isupper() and bool(re.search(r"(?<![.!?]\s)\b[A-Z]\w*\s$", before))
    if re.match(r"s\b|['’]s\b(?!\s[a-z])|[A-Za-z]|[-–][A-Z]{2,}", after) and not numeral.scaled:
        return True
    if re.search(rf"\b{_MONTH}\s$", before) or re.match(rf"\s{_MONTH}(?![a-z])", after):
        return True
    if _PROPER_BEFORE.search(before) and not numeral.scaled and not _PLURAL_AFTER.match(after):
        return True
    if re.search(r"\b(?:aged?|ages|aged between|between the ages of)\s$", before):
        return True
    whole = text[numeral.start : numeral.end]
    is_year = re.fullmatch(r"1[89]\d\d|20\d\d", whole) or (re.fullmatch(r"1\d\d\d|21\d\d", whole) and _YEAR_BEFORE.search(before))
    return bool(is_year) and not (_MANY.match(after) or (whole.endswith("00") and _PLURAL_AFTER.match(after)))


def _bound(text: str, start: int, end: int, numeral: Numeral, words: Measures) -> tuple[str | None, int, int]:
    """The comparator around a number, and the span with it: "at least 12", "5 per cent or more", "more than a record 70%"."""
    for _ in range(3):
        match = words.bound_before.search(text, max(0, start - 32), start)
        if match is None:
            break
        said = _spaced(match[0])
        name = words.bounds.get(said)
        if numeral.kind == "ordinal" or (said in ("the", "a", "an") and not _bounded(text, match.start(), words)):
            break
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if said not in words.exact and name is not None:
            return name, start, end
    if match := words.bound_after.match(text, end):
        name = words.bounds_after.get(re.sub(r"[\"”’'\s]+", " ", match[0]).strip().lower())
        return (name, start, match.end()) if name else (None, start, end)
    return None, start, end


def _bounded(text: str, place: int, words: Measures) -> bool:
    """Does a bound stand before the article: "by at least a | 70%"?"""
    match = words.bound_before.search(text, max(0, place - 32), place)
    return match is not None and _spaced(match[0]) not in words.exact


def _spaced(said: str) -> str:
    return re.sub(r"[\s\-\"“‘']+", " ", said).strip().lower()


def _ranges(sentence: Sentence, found: list[Quantity], words: Measures) -> Iterator[Quantity]:
    """Quantities with "5-10%", "10 to 15", "between 5% and 6%" joined into one; results of a match ("2-1") left out."""
    place = 0
    while place < len(found):
        low, high = found[place], found[place + 1] if place + 1 < len(found) else None
        joined = _join(sentence, low, high, words) if high else None
        if high and joined is None and _is_result(sentence, low, high):
            place += 2
            continue
        place += 2 if joined else 1
        yield joined or _converted(sentence, low, found[place - 2] if place > 1 else None)


def _is_result(sentence: Sentence, low: Quantity, high: Quantity) -> bool:
    """ "2-1": two bare small numbers with a dash between them."""
    gap = sentence.text[low.end - sentence.start : high.start - sentence.start]
    return gap in "-–" and gap != "" and low.kind == high.kind == "bare" and low.value >= high.value


def _converted(sentence: Sentence, quantity: Quantity, earlier: Quantity | None) -> Quantity:
    """ "more than 100 km (60 miles)": the bound holds for both."""
    if earlier is None or earlier.comparator is None or quantity.comparator is not None or earlier.kind != quantity.kind:
        return quantity
    gap = sentence.text[earlier.end - sentence.start : quantity.start - sentence.start]
    return replace(quantity, comparator=earlier.comparator) if gap == " (" else quantity


def _join(sentence: Sentence, low: Quantity, high: Quantity, words: Measures) -> Quantity | None:
    text, offset = sentence.text, sentence.start
    gap = text[low.end - offset : high.start - offset] if high.start >= low.end else ""
    before = re.split(r"[\s\-]+", text[max(0, low.start - offset - 16) : low.start - offset].lower())[-2:]
    first = before[-2] if len(before) > 1 else ""
    word = gap.strip(" -–—")
    if not gap or not _RANGE.fullmatch(gap) or "ordinal" in (low.kind, high.kind):
        return None
    either = low.kind == "bare" and high.kind != "money" and high.value == low.value + 1  # "two or three soldiers"
    if (word == "and" and first != "between") or (word == "or" and not either):
        return None
    if word == "to" and (first == "by" or (low.kind != "bare" and first != "from" and _moves(sentence, low.first, words))):
        return None
    if word == "to" and first == "from" and _moves(sentence, low.first, words):
        return None  # "fell from 10 to 5": two levels, no range
    scale = _scale(text, high) if high.numeral.scaled and not low.numeral.scaled and low.value < 1000 else 1.0
    if (low.unit != high.unit and low.kind != "bare") or low.value * scale >= high.value:
        return None
    return replace(
        high, start=low.start, value=low.value * scale, value_max=high.value, first=low.first, number_start=low.number_start,
        comparator=low.comparator or high.comparator,
    )  # fmt: skip


def _moves(sentence: Sentence, before: int, words: Measures) -> bool:
    """Does a word of change stand shortly before: "rose 5% to ...", "dropped since October from"?"""
    near = sentence.tokens[max(0, before - 7) : before]
    return any(t.lemma.lower() in words.moving or t.text.lower() in ("up", "down") for t in near)


def _scale(text: str, high: Quantity) -> float:
    """What "billion" makes of the upper end, for the lower end that goes without: $3-4 billion."""
    digits = re.match(r"[\d.,]+", text[high.numeral.start :])
    base = float(digits[0].rstrip(".,").replace(",", "")) if digits else 0.0
    return float(round(high.value / base)) if base else 1.0

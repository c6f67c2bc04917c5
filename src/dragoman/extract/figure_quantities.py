"""Quantities of a sentence: number, unit, what is counted, and its bound. Whose they are comes later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.lexicon.measures import Measures, Unit
from dragoman.records import Sentence
from dragoman.text.numerals import Numeral, find_numerals
from dragoman.text.tree import word_at

_PER = re.compile(r"[\s\-]+(?:per|an?|each|every)[\s\-]+(?P<what>[A-Za-z]+)\b|/(?P<slash>[A-Za-z]+)\b")
_RANGE = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|and)\s+|\s+to-")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|until|till|by|from|of|year|during|before|after|to|and|between|for|late|early|mid|through|through|{_MONTH})"
    r"|[(,/–-])[\s-]*$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"\b(?:No|Nos|Number|number|Article|article|Articles|Chapter|Section|section|Resolution|resolution|Part|Phase|Page|page|Route|Highway"
    r"|Flight|flight|Unit|Room|Channel|Boeing|Airbus|Antonov|Tupolev|Ilyushin|Leopard|Group of|Big|Top|top|Covid|Mark|Type|Model|Class"
    r"|Level|level|Grade|Volume|Issue|Apollo|Protocol|Agenda|Vision|Formula|Studio|Radio|Area|Paragraph|paragraph|Clause|Bill|Act|Order"
    r"|Day|Line|Lot|Category|category|Window|Version|version|Fortune|Euro|UEFA|FIFA|Summit|Expo)[\s\-]*$"
)
_UNIT_KIND = {"money": "money", "share": "share", "time": "time", "physical": "physical"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as far as its own words go."""

    start: int  # of bound, sign, number and unit together
    end: int
    number_start: int
    number_end: int
    value: float
    value_max: float | None
    kind: str  # money, share, time, physical, count, bare, ordinal, rank, vague
    unit: str | None
    comparator: str | None
    token: int  # the word that stands for it in the tree: the last word of number and unit
    first: int  # its first word
    noun: int | None  # what is counted
    per: str | None
    numeral: Numeral


def find_quantities(sentence: Sentence, words: Measures) -> list[Quantity]:
    """Quantities of one sentence in order, ranges joined.

    "between 2,000 and 2,500 Kenyan troops" is one quantity of 2,000 to 2,500 and its noun is "troops".
    """
    found = [q for n in find_numerals(sentence.text) if (q := _quantity(sentence, n, words)) is not None]
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
    if unit is None and _is_name(text, numeral):
        return None
    if per_word := _PER.match(text, end):
        said = (per_word["what"] or per_word["slash"]).lower()
        if unit is not None and (unit.kind != "share" or said in words.units) and _may_divide(said, words, per_word):
            per, end = said, per_word.end()
    comparator, start, end = _bound(text, start, end, numeral, words)
    first, last = word_at(sentence, sentence.start + numeral.start), word_at(sentence, sentence.start + end - 1)
    if first is None or last is None:
        return None
    kind = unit.kind if unit else {"ordinal": "ordinal", "vague": "vague"}.get(numeral.kind, "bare")
    return Quantity(
        sentence.start + start, sentence.start + end, sentence.start + numeral.start, sentence.start + numeral.end,
        numeral.value, None, kind, unit.id if unit else None, comparator, last, first, None, per, numeral,
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
    if len(mark) == 1 and mark.isalpha() and re.match(r"[\s.,]+[A-Z]\b|\.[A-Za-z]", text[match.end() :]):
        return None, end
    unit = words.symbols[mark]
    if unit.kind == "money" and re.match(r"\s?\d", text[match.end() :]):
        return None, end  # "9 or $10": the sign belongs to the next number
    if unit.kind == "money" and re.match(r"[\s\-]", text[end:]) and not mark.isupper():
        return None, end
    return unit, match.end()


def _repeated_money(text: str, end: int, unit: Unit, words: Measures) -> int:
    """ "$75 U.S." and "$5 billion US dollars" name their money twice."""
    again = words.unit_after.match(text, end)
    if again and again["word"] and (other := words.units.get(re.sub(r"[\s\-]+", " ", again["word"]).lower())) and other.id == unit.id:
        return again.end()
    return end


def _may_divide(said: str, words: Measures, match: re.Match[str]) -> bool:
    if match["slash"] or match[0].strip(" -").lower().startswith("per"):
        return True
    return said in words.units and words.units[said].kind == "time"


def _is_name(text: str, numeral: Numeral) -> bool:
    """Is the number a year, a version, or part of a name: "in 2019", "Boeing 737", "Resolution 2231", "G7"?"""
    before, after = text[max(0, numeral.start - 40) : numeral.start], text[numeral.end :]
    if numeral.kind == "ordinal":
        return bool(re.match(r"[\s\-]+(?:century|quarter|half|anniversary|of\s+(?:January|February|March|April|May|June|July|August"
                             r"|September|October|November|December))", after) or re.search(rf"\b{_MONTH}\s(?:the\s)?$", before))
    if not numeral.digits:
        return bool(re.search(r"\b(?:Group of|Big|Gang of)\s$", before))
    if re.match(r"s\b|['’]s\b(?!\s[a-z])|[A-Za-z]|[-–][A-Z]{2,}", after) and not numeral.scaled:
        return True
    if _NAME_BEFORE.search(before) or re.search(rf"\b{_MONTH}\s$", before) or re.match(rf"\s{_MONTH}(?:\b|$)(?<!May\s)", after):
        return bool(_NAME_BEFORE.search(before)) or not re.match(r"\s(?:March|May)\b(?=\s+[a-z])", after)
    whole = text[numeral.start : numeral.end]
    if re.fullmatch(r"1[5-9]\d\d|20\d\d|21\d\d", whole):
        return _is_year(before, after)
    return False


def _is_year(before: str, after: str) -> bool:
    """Is a bare number of four digits a year? What is counted stands behind it as a plural: "in 1900 villages"."""
    counted = re.match(r"\s+(?:[a-z]+\s){0,2}?(?:people|troops|[a-z]+(?<!s)s)\b", after)
    if _YEAR_BEFORE.search(before) or not counted:
        return True
    return bool(re.match(r"\s+(?:elections|presidential|was|is|has|sanctions|protests|olympics|talks)\b", after, re.IGNORECASE))


def _bound(text: str, start: int, end: int, numeral: Numeral, words: Measures) -> tuple[str | None, int, int]:
    """The comparator around a number, and the span with it: "at least 12", "5 per cent or more"."""
    comparator = None
    for _ in range(3):  # "by more than a staggering 70%"
        match = words.bound_before.search(text, max(0, start - 32), start)
        if match is None:
            break
        said = re.sub(r"[\s\-\"“‘']+", " ", match[0]).strip().lower()
        if numeral.kind == "ordinal" and said not in ("about", "around"):
            break
        name = words.bounds.get(said)
        if said in words.exact or name is None:
            if said in ("the", "a", "an") and comparator is None:
                inner = words.bound_before.search(text, max(0, match.start() - 32), match.start())
                if inner is None or re.sub(r"[\s\-]+", " ", inner[0]).strip().lower() in words.exact:
                    break
            start = match.start() if said not in ("the", "a", "an") else start
            if said in ("the", "a", "an"):
                start = match.start()
            continue
        comparator = name if comparator is None else comparator
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        break
    if comparator is None and (match := words.bound_after.match(text, end)):
        said = re.sub(r"[\"”’'\s]+", " ", match[0]).strip().lower()
        if name := words.bounds_after.get(said):
            return name, start, match.end()
    return comparator, start, end


def _ranges(sentence: Sentence, found: list[Quantity], words: Measures) -> Iterator[Quantity]:
    """Quantities with "5-10%", "10 to 15", "between 5% and 6%" joined into one."""
    skip = False
    for place, low in enumerate(found):
        if skip:
            skip = False
            continue
        high = found[place + 1] if place + 1 < len(found) else None
        joined = _join(sentence, low, high, words) if high else None
        if joined is not None:
            skip = True
            yield joined
        else:
            yield low


def _join(sentence: Sentence, low: Quantity, high: Quantity, words: Measures) -> Quantity | None:
    text, offset = sentence.text, sentence.start
    gap = text[low.end - offset : high.start - offset] if high.start >= low.end else ""
    before = text[max(0, low.start - offset - 10) : low.start - offset].lower()
    between, from_to = before.endswith("between "), before.endswith("from ")
    if not _RANGE.fullmatch(gap) or "ordinal" in (low.kind, high.kind):
        return None
    if gap.strip() == "and" and not between:
        return None
    if gap.strip() == "or" and (low.kind != "bare" or high.numeral.value > 2 * low.numeral.value):
        return None
    if gap.strip() == "to" and from_to and (low.kind != "bare" or _moves(text, low.start - offset - 5)):
        return None  # "fell from 10 to 5": two levels, no range
    if low.unit != high.unit and low.kind != "bare":
        return None
    scale = 1.0
    if high.numeral.scaled and not low.numeral.scaled and low.value < 1000:  # $3-4 billion
        scale = _scale(text, high)
    value = low.value * scale
    if value >= high.value and gap.strip() != "to":
        return None
    return replace(
        high, start=low.start, value=value, value_max=high.value, first=low.first, number_start=low.number_start,
        comparator=low.comparator or high.comparator,
    )  # fmt: skip


def _moves(text: str, place: int) -> bool:
    """Does a verb of change stand before "from"? Two levels then follow, no range."""
    return bool(re.search(r"\b\w+(?:ed|ing|rose|fell|grew|grow|rise|fall|shrank|drop|increase|up|down|cut)\s*$", text[max(0, place - 30) : place].rstrip()))


def _scale(text: str, high: Quantity) -> float:
    digits = re.match(r"[\d.,]+", high.numeral and text[high.numeral.start :] or "")
    base = float(digits[0].rstrip(".,").replace(",", "")) if digits else 0.0
    return round(high.value / base) if base else 1.0

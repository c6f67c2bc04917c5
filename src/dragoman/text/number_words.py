"""Numbers in words: cardinals, ordinals and fractions as people say them."""

import re
from decimal import Decimal
from typing import NamedTuple

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "dozen": 12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100}  # fmt: skip

SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
PART = "|".join(PARTS)
HALF_SCALE = re.compile(rf"half[\s\-](?:an?[\s\-])?({SCALE})\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+?(?=fold\b)|[A-Za-z]+")
_GLUE = re.compile(r"\s+and\s+(?:a\s+)?|[\s\-]+", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_FRACTION = re.compile(rf"(?:[\s\-]+)({PART})s?\b", re.IGNORECASE)
_PART_FOLLOWS = re.compile(
    r"\s+(?:of|less|more|fewer|lower|higher|cheaper|smaller|larger|bigger|the|its|their|his|all|as|that|those|from|on|to|compared)\b"
    r"|\s*[.,;:!?)]|\s*$",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(r"\b(?:by|nearly|almost|about|around|than|roughly)\s$")
_NO_PART_BEFORE = re.compile(r"\b(?:first|second|third|fourth|last|this|next|other)\s$")


class Said(NamedTuple):
    """A number in words: where it starts and ends, its value and kind, and whether a word of scale belongs to it."""

    start: int
    end: int
    value: Decimal
    kind: str = "cardinal"
    scaled: bool = False


class Sum(NamedTuple):
    """A cardinal while it is being read: "two hundred | thousand | and five"."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: int = 10**18  # what the last word was worth
    scaled: bool = False

    @property
    def value(self) -> Decimal:
        """What has been read so far amounts to."""
        return self.total + self.current

    def then(self, said: str) -> "Sum | None":
        """The sum with one more word; None when the word does not go on with the number: "five | six"."""
        if said in SMALL:
            small = SMALL[said]
            return self._replace(current=self.current + small, last=small) if self.may_add(small) else None
        step = SCALES.get(said) or SCALES.get(said.removesuffix("s"))
        if step is None:
            return None
        if step in (100, 12):
            return self._replace(current=(self.current or Decimal(1)) * step, last=step)
        if not self.current and self.total:  # three lakh crore
            return self._replace(total=self.total * step, last=step)
        return Sum(self.total + (self.current or Decimal(1)) * step, Decimal(0), step, True)

    def may_add(self, value: int) -> bool:
        """May this number follow: "twenty five", "hundred twenty", not "five six"?"""
        return self.last >= 100 or (20 <= self.last < 100 and value < 10 and self.current % 10 == 0)


def read_words(text: str, start: int) -> Said | None:
    """The number in words that starts here: "a hundred and twenty", "two and a half million", "three-quarters"."""
    first = _WORD.match(text, start)
    if first is None:
        return None
    if first[0].lower() in ("a", "an", "the"):
        place = first.end() + len(text[first.end() :]) - len(text[first.end() :].lstrip())
        return _after_article(text, start, place)
    if ahead := HALF_SCALE.match(text, start):
        return Said(start, ahead.end(), Decimal(SCALES[ahead[1].lower()]) / 2, scaled=True)
    if first[0].lower() == "half":
        return _part(text, start, first)
    said = first[0].lower()
    lone_scale = said == "hundred" or (said.removesuffix("s") in SCALES and said.endswith("s"))
    return None if lone_scale else _read_on(text, start, start, Sum())


def _after_article(text: str, start: int, place: int) -> Said | None:
    """ "a million", "a half-dozen", "a third of", "the third"."""
    word = _WORD.match(text, place)
    if ahead := HALF_SCALE.match(text, place):
        return Said(start, ahead.end(), Decimal(SCALES[ahead[1].lower()]) / 2, scaled=True)
    if word and word[0].lower() in PARTS:
        return _part(text, start, word)
    return _read_on(text, start, place, Sum(current=Decimal(1)))


def _read_on(text: str, start: int, place: int, so_far: Sum) -> Said | None:
    """Word after word as long as they go on with the number."""
    end = start
    while word := _WORD.match(text, place):
        said = word[0].lower()
        if said in ORDINALS:
            ordinal = _ordinal(start, word.end(), so_far, said, end > start)
            return ordinal or (Said(start, end, so_far.value, scaled=so_far.scaled) if end > start else None)
        longer = so_far.then(said)
        if longer is None:
            break
        so_far, end = longer, word.end()
        if (part := _FRACTION.match(text, end)) and (fraction := _fraction(text, start, so_far.value, part)):
            return fraction
        if half := _AND_A_HALF.match(text, end):
            so_far, end = so_far._replace(current=so_far.current + Decimal("0.5")), half.end()
        glue = _GLUE.match(text, end)
        if glue is None or ("and" in glue[0].lower() and so_far.last < 100):
            break
        place = glue.end()
    return Said(start, end, so_far.value, scaled=so_far.scaled) if end > start else None


def _ordinal(start: int, end: int, so_far: Sum, said: str, begun: bool) -> Said | None:
    """ "third", "twenty-first", "two hundredth"."""
    rank = ORDINALS[said]
    if begun and rank >= 100:
        return Said(start, end, so_far.value * rank, "ordinal")
    if begun and not so_far.may_add(rank):
        return None
    return Said(start, end, (so_far.value if begun else Decimal(0)) + rank, "ordinal")


def _part(text: str, start: int, word: re.Match[str]) -> Said | None:
    """ "a third of", "a quarter less", "half the": a fraction only where words of share follow; else "third" is an ordinal."""
    said, before = word[0].lower(), text[:start]
    shared = _PART_FOLLOWS.match(text, word.end()) or _PART_BEFORE.search(before)
    if shared and not _NO_PART_BEFORE.search(before) and not text[start:].lower().startswith("the "):
        return Said(start, word.end(), Decimal(1) / PARTS[said], "fraction")
    return Said(word.start(), word.end(), Decimal(ORDINALS[said]), "ordinal") if said in ORDINALS else None


def _fraction(text: str, start: int, over: Decimal, part: re.Match[str]) -> Said | None:
    """ "two-thirds", "three quarters", "one fifth"; not "two second-hand cars"."""
    said = part[1].lower()
    plural = part[0].rstrip().lower().endswith("s")
    if not 0 < over < PARTS[said] or plural != (over > 1):
        return None
    if said == "quarter" and not plural and not _PART_FOLLOWS.match(text, part.end()):
        return None
    return Said(start, part.end(), over / PARTS[said], "fraction")

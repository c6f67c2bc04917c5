"""Numbers as people write them, in digits and in words: pure functions on strings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "dozen": 12,
}  # fmt: skip
LETTERS = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "trln": 10**12,
    "M": 10**6, "B": 10**9, "K": 10**3, "m": 10**6, "b": 10**9, "T": 10**12, "cr": 10**7,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100}  # fmt: skip
VULGAR = {"½": "0.5", "⅓": "1/3", "⅔": "2/3", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅛": "0.125"}
# "scores" is left out: in news it is as often the result of a match.
VAGUE = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
MOST_DIGITS = 18  # longer than any count of anything between states: an account or serial number

_SPACES = "\u00a0\u202f\u2009"
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d|,\d{3})"  # 1,234,567.8
    r"|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3})+,\d+(?!\d)"  # 1.234,5
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234.567
    rf"|\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?:[.,]\d+)?(?!\d)"  # 1'234'567, 1 234,5
    r"|\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d.,]*\d)"  # 1 234 567
    r"|\d{1,3},\d{1,2}(?![\d,])"  # 4,5
    r"|\d+(?:\.\d+)?|\.\d+"
)
_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_PART = "|".join(PARTS)
# What holds digits and is no quantity: dates, clock times, versions, telephone numbers, results of a match.
_MASKS = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+"
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b(?![,.]?\d)"
    r"|\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?|GMT|UTC|CET|hrs\b|h\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|\b\d{4}\s(?:GMT|UTC|hrs)\b"
    r"|\+\d[\d \-()]{7,}\d|\b\d{3}-\d{3,4}-\d{4}\b|\b24/7\b|\b9/11\b"
    r"|\b\d+(?:\.\d+){3,}\b|\b(?:A\.?D\.?|B\.?C\.?)\s\d+|\b\d+\s(?:A\.?D|B\.?C)\b\.?|\b(?:No|no|nr|Nr|pp|p)\.\s?\d+",
    re.ASCII,
)
_HALF_SCALE = re.compile(rf"half[\s\-](?:an?[\s\-])?({_SCALE})\b", re.IGNORECASE)
_FOLD = re.compile(r"[\s\-]?fold\b", re.IGNORECASE)
_START = re.compile(
    rf"(?P<vague>\b(?:(?:tens|dozens|hundreds|thousands)\sof\s)?(?:{'|'.join(VAGUE)})\b)"
    rf"|(?P<digits>(?:(?<![\w.,])|(?<=[$€£¥₽₹₩₺₴])|(?<=\b[A-Z]{{2}})(?=\d)|(?<=\b[A-Z]{{3}})(?=\d))(?:{_DIGITS}))"
    rf"|(?P<vulgar>[{''.join(VULGAR)}])"
    rf"|(?P<words>\b(?:(?:an?|the)\s+(?=(?:{_SCALE}|half|quarter|third|fourth|fifth|tenth)\b))?(?:{_SMALL}|{_SCALE}|{_ORDINAL}|half|quarter)(?:s?\b|(?=fold\b)))",
    re.IGNORECASE,
)
# COVID-19, MiG-29, TPP-11: a number that belongs to a name. "sub-7" and "minus-130" are numbers.
_NAMED = re.compile(r"(?<![A-Za-z])(?!(?:sub|minus|plus|over|under|near|mid|pre|post|to|an?)[-–])[A-Za-z][\w.]*[-–]$", re.IGNORECASE)
_POWER = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−]?\d{1,2})\b")
_GLUE = re.compile(r"(?:\s+and\s+a\s+|\s+and\s+|[\s\-]+)", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]+?(?=fold\b)|[A-Za-z]+")
_LETTER = re.compile(r"\s?(mln|bln|trln|mil|mn|bn|tn|trn|cr)\b\.?|(k|K|M|B|b|T)\b|(m)\b|\s(B|M|k)\b(?=\s[a-z])")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_FRACTION = re.compile(rf"(?:[\s\-]+)({_PART})s?\b", re.IGNORECASE)
_SLASH = re.compile(r"\s?(\d)/(\d{1,2})\b(?!/)")
_PART_FOLLOWS = re.compile(
    r"\s+(?:of|less|more|fewer|lower|higher|cheaper|smaller|larger|bigger|the|its|their|his|all|as|that|those|from|on|to|compared)\b"
    r"|\s*[.,;:!?)]|\s*$",
    re.IGNORECASE,
)
_METRES = re.compile(r"\s+(?!(?:high|tall|long|deep|wide|away|thick|race|sprint|dash|freestyle|in|from|to|above|below|of(?! (?:its|their|the|his|our)))\b)[a-z]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: what it amounts to, and how it was written."""

    start: int
    end: int
    value: float
    kind: str = "cardinal"  # cardinal, ordinal, fraction, vague, multiple (threefold)
    digits: bool = False
    scaled: bool = False  # a word or letter of scale belongs to it: 4.7 bn


def plain_value(digits: str) -> Decimal | None:
    """What a number in digits amounts to, whatever parts its thousands; None when it is too long to be an amount.

    >>> plain_value("1,234.5"), plain_value("1.234,5"), plain_value("12,34,567"), plain_value("4,5")
    (Decimal('1234.5'), Decimal('1234.5'), Decimal('1234567'), Decimal('4.5'))
    >>> plain_value("9" * 400)
    """
    if sum(c.isdigit() for c in digits) > MOST_DIGITS or not digits.isascii():
        digits = re.sub(f"[{_SPACES}’]", "", digits)
        if sum(c.isdigit() for c in digits) > MOST_DIGITS or not digits.isascii():
            return None
    digits = re.sub("[' ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", digits):
        digits = digits.replace(".", "")
    return Decimal(digits.replace(",", ""))


def find_numerals(text: str) -> Iterator[Numeral]:
    """Numbers of a text in order; dates, clock times, versions and telephone numbers are passed over.

    >>> [(n.value, n.kind) for n in find_numerals("Exports of 1.5 million tonnes, a third of them to its second-largest buyer")]
    [(1500000.0, 'cardinal'), (0.3333333333333333, 'fraction'), (2.0, 'ordinal')]
    """
    masks = [m.span() for m in _MASKS.finditer(text)]
    place = 0
    while match := _START.search(text, place):
        place = match.end()
        hidden = next((end for start, end in masks if start <= match.start() < end), None)
        if hidden is not None:
            place = max(place, hidden)
            continue
        numeral = _read(text, match)
        if numeral is not None and (fold := _FOLD.match(text, numeral.end)):
            numeral = Numeral(numeral.start, fold.end(), numeral.value, "multiple", numeral.digits)
        if numeral is not None:
            place = max(place, numeral.end)
            yield numeral


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    if match["digits"]:
        if _NAMED.search(text, max(0, match.start() - 24), match.start()):
            return None
        return _read_digits(text, match.start("digits"), match.end("digits"))
    if match["vulgar"]:
        value = _quotient(VULGAR[match["vulgar"]])
        return Numeral(match.start(), match.end(), float(value), "fraction", True)
    if match["vague"]:
        return _read_vague(match)
    return _read_words(text, match.start("words"))


def _quotient(written: str) -> Decimal:
    over, _, under = written.partition("/")
    return Decimal(over) / Decimal(under or 1)


def _read_vague(match: re.Match[str]) -> Numeral:
    """ "tens of thousands" is at least 10,000."""
    words = match["vague"].lower().split()
    times = {"tens": 10, **VAGUE}[words[0]] if len(words) > 1 else 1
    value = VAGUE[words[-1]] * times
    return Numeral(match.start(), match.end(), float(value), "vague")


def _read_digits(text: str, start: int, end: int) -> Numeral | None:
    value = plain_value(text[start:end])
    if value is None:
        return None
    if suffix := _SUFFIX.match(text, end):
        return Numeral(start, suffix.end(), float(value), "ordinal", True)
    if slash := re.compile(r"/(\d{1,2})\b(?!/)").match(text, end):  # 2/3
        under = int(slash[1])
        whole = value == int(value) and 0 < value < under
        return Numeral(start, slash.end(), float(value / under), "fraction", True) if whole else None
    if (mixed := _SLASH.match(text, end)) and text[end] == " " and 0 < int(mixed[1]) < int(mixed[2]):  # 2 1/2
        value, end = value + Decimal(mixed[1]) / Decimal(mixed[2]), mixed.end()
    elif text[end : end + 1] in VULGAR and end < len(text):
        value, end = value + _quotient(VULGAR[text[end]]), end + 1
    if power := _POWER.match(text, end):
        value, end = value.scaleb(int(power[1].replace("−", "-"))), power.end()
    minus = re.compile(r"(?:^|(?<=[\s($€£¥]))(?<![A-Z]\s)(?:[-−–]|minus[ -])$").search(text, max(0, start - 6), start)
    scale, end = _scale_after(text, start, end)
    value *= scale
    return Numeral(minus.start() if minus else start, end, float(-value if minus else value), "cardinal", True, scale != 1)


def _scale_after(text: str, start: int, end: int) -> tuple[int, int]:
    """The scale that words or letters behind a number give it, and where they end: "4.7 bn", "25m barrels", "3 lakh crore"."""
    scale = 1
    while word := re.compile(rf"[\s\-]{{0,2}}({_SCALE})s?\b", re.IGNORECASE).match(text, end):
        scale, end = scale * SCALES[word[1].lower()], word.end()
    if scale > 1:
        return scale, end
    letter = _LETTER.match(text, end)
    if letter is None:
        return 1, end
    said = next(part for part in letter.groups() if part)
    if said in ("m", "b") and not (_METRES.match(text, letter.end()) or re.search(r"[$€£¥₽₹₩]\s?$|\b[A-Z]{1,3}\$?\s?$", text[:start])):
        return 1, end  # 100 m sprint; 8b is a flat
    if letter[4] and said == "M" and not _METRES.match(text, letter.end()):
        return 1, end
    return LETTERS[said], letter.end()


def _read_words(text: str, start: int) -> Numeral | None:
    """A number in words: "a hundred and twenty", "two and a half million", "twenty-first", "three-quarters"."""
    total, current, end, place = Decimal(0), Decimal(0), start, start
    seen = scaled = False
    last = 10**18
    while word := _WORD.match(text, place):
        said = word[0].lower()
        singular = said[:-1] if said.endswith("s") and said not in ("dozens",) else said
        if said in ("a", "an", "the") and not seen:
            current, place = Decimal(1), word.end()
            place += len(text[place:]) - len(text[place:].lstrip())
            follows = _WORD.match(text, place)
            if ahead := _HALF_SCALE.match(text, place):
                return Numeral(start, ahead.end(), 0.5 * SCALES[ahead[1].lower()], "cardinal", False, True)
            if follows and follows[0].lower() in PARTS:
                return _part(text, start, Decimal(1), follows)
            seen = True
            continue
        if said in SMALL and (not seen or _may_follow(SMALL[said], current, last)):
            current, last = current + SMALL[said], SMALL[said]
        elif said == "half" and not seen:
            if ahead := _HALF_SCALE.match(text, place):
                return Numeral(start, ahead.end(), 0.5 * SCALES[ahead[1].lower()], "cardinal", False, True)
            return _part(text, start, Decimal(1), word)
        elif singular in SCALES and (seen or singular != "hundred"):
            if said != singular and not seen:
                return None
            step = SCALES[singular]
            if step in (100, 12):
                current = (current or 1) * step
            elif not current and total:  # three lakh crore
                total *= step
            else:
                total, current, scaled = total + (current or Decimal(1)) * step, Decimal(0), True
            last = step
        elif said in ORDINALS and (not seen or _may_follow(ORDINALS[said], current, last) or said in ("hundredth", "thousandth")):
            return _ordinal(start, word, total + current, seen, said)
        else:
            break
        seen, end = True, word.end()
        if part := _FRACTION.match(text, end):
            if fraction := _fraction(text, start, total + current, part):
                return fraction
        if half := re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE).match(text, end):
            current, end = current + Decimal("0.5"), half.end()
        glue = _GLUE.match(text, end)
        if glue is None:
            break
        if "and" in glue[0] and last < 100:
            break
        place = glue.end()
    if not seen or end == start:
        return None
    return Numeral(start, end, float(total + current), "cardinal", False, scaled)


def _may_follow(value: int, current: Decimal, last: int) -> bool:
    """May this word of number stand after the last: "twenty five", "hundred twenty", not "five six"?"""
    return last >= 100 or (20 <= last < 100 and value < 10 and current % 10 == 0)


def _ordinal(start: int, word: re.Match[str], before: Decimal, seen: bool, said: str) -> Numeral | None:
    if said.endswith("s"):
        return None
    value = before * ORDINALS[said] if said in ("hundredth", "thousandth") and before else before + ORDINALS[said]
    return Numeral(start, word.end(), float(value), "ordinal") if seen or before == 0 else None


def _part(text: str, start: int, over: Decimal, word: re.Match[str]) -> Numeral | None:
    """ "a third of", "a quarter less", "half the": a fraction only where words of share follow."""
    said = word[0].lower()
    follows = _PART_FOLLOWS.match(text, word.end()) or re.search(r"\b(?:by|nearly|almost|about|around|than|roughly)\s$", text[:start])
    if follows is None or re.search(r"\b(?:first|second|third|fourth|last|this|next|other)\s$", text[:start]):
        return _ordinal(word.start(), word, Decimal(0), False, said) if said in ORDINALS else None
    if text[start:].lower().startswith("the "):
        return _ordinal(word.start(), word, Decimal(0), False, said) if said in ORDINALS else None
    return Numeral(start, word.end(), float(over / PARTS[said]), "fraction")


def _fraction(text: str, start: int, over: Decimal, part: re.Match[str]) -> Numeral | None:
    """ "two-thirds", "three quarters", "one fifth"; not "two second-hand cars"."""
    said = part[1].lower()
    under = PARTS[said]
    plural = part[0].rstrip().lower().endswith("s")
    if not 0 < over < under or plural != (over > 1):
        return None
    if said == "quarter" and not _PART_FOLLOWS.match(text, part.end()) and plural is False:
        return None
    return Numeral(start, part.end(), float(over / under), "fraction")

"""Numbers as people write them, in digits and in words: pure functions on strings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dragoman.text.number_words import ORDINALS, SCALE, SCALES, SMALL, read_words

LETTERS = {
    "k": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "trln": 10**12,
    "M": 10**6, "B": 10**9, "K": 10**3, "m": 10**6, "b": 10**9, "T": 10**12, "cr": 10**7,
}  # fmt: skip
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
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_INITIALS = "".join(sorted({word[0] for word in (*SMALL, *SCALES, *ORDINALS, *VAGUE, "a", "tens")}))
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
_MASKED = re.compile(r"[0-9]|://|www\.|@")  # one of these is in all that is masked
_FOLD = re.compile(r"[\s\-]?fold\b", re.IGNORECASE)
# Most places of a text begin no number: in a word, or before a letter that no number word begins with.
_MAY_START = rf"(?:(?<![A-Za-z])|(?<=\b[A-Z]{{2}})(?=\d)|(?<=\b[A-Z]{{3}})(?=\d))(?=[\d.{''.join(VULGAR)}{_INITIALS}])"
_START = re.compile(
    rf"{_MAY_START}(?:(?P<vague>\b(?:(?:tens|dozens|hundreds|thousands)\sof\s)?(?:{'|'.join(VAGUE)})\b)"
    rf"|(?P<digits>(?:(?<![\w.,])|(?<=[$€£¥₽₹₩₺₴])|(?<=\b[A-Z]{{2}})(?=\d)|(?<=\b[A-Z]{{3}})(?=\d))(?:{_DIGITS}))"
    rf"|(?P<vulgar>[{''.join(VULGAR)}])"
    rf"|(?P<words>\b(?:(?:an?|the)\s+(?=(?:{SCALE}|half|quarter|third|fourth|fifth|tenth)\b))?"
    rf"(?:{_SMALL}|{SCALE}|{_ORDINAL}|half|quarter)(?:s?\b|(?=fold\b))))",
    re.IGNORECASE,
)
# COVID-19, MiG-29, TPP-11: a number that belongs to a name. "sub-7" and "minus-130" are numbers.
_NAMED = re.compile(
    r"(?<![A-Za-z])(?!(?:sub|minus|plus|over|under|near|mid|pre|post|to|an?)[-–])[A-Za-z][\w.]*[-–]$", re.IGNORECASE
)
_POWER = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−]?\d{1,2})\b")
_LETTER = re.compile(r"\s?(mln|bln|trln|mil|mn|bn|tn|trn|cr)\b\.?|(k|K|M|B|b|T)\b|(m)\b|\s(B|M|k)\b(?=\s[a-z])")
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_SLASH = re.compile(r"\s?(\d)/(\d{1,2})\b(?!/)")
# What follows metres: "25 m high", "100 m sprint"; before other words "25m" is 25 million.
_METRES = re.compile(
    r"\s+(?!(?:high|tall|long|deep|wide|away|thick|race|sprint|dash|freestyle|in|from|to|above|below)\b"
    r"|of\b(?! (?:its|their|the|his|our)))[a-z]+",
    re.ASCII,
)
_MONEY_BEFORE = re.compile(r"[$€£¥₽₹₩]\s?$|\b[A-Z]{1,3}\$?\s?$")
_MINUS = re.compile(r"(?:^|(?<=[\s($€£¥]))(?<![A-Z]\s)(?:[-−–]|minus[ -])$")
_QUOTIENT = re.compile(r"/(\d{1,2})\b(?!/)")
_SCALE_AFTER = re.compile(rf"[\s\-]{{0,2}}({SCALE})s?\b", re.IGNORECASE)


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
    masks = [m.span() for m in _MASKS.finditer(text)] if _MASKED.search(text) else []
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
        if numeral is not None and abs(numeral.value) < 10**MOST_DIGITS:
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
    said = read_words(text, match.start("words"))
    return Numeral(said.start, said.end, float(said.value), said.kind, False, said.scaled) if said else None


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
    if slash := _QUOTIENT.match(text, end):  # 2/3
        under = int(slash[1])
        whole = value == int(value) and 0 < value < under
        return Numeral(start, slash.end(), float(value / under), "fraction", True) if whole else None
    if (mixed := _SLASH.match(text, end)) and text[end] == " " and 0 < int(mixed[1]) < int(mixed[2]):  # 2 1/2
        value, end = value + Decimal(mixed[1]) / Decimal(mixed[2]), mixed.end()
    elif text[end : end + 1] in VULGAR and end < len(text):
        value, end = value + _quotient(VULGAR[text[end]]), end + 1
    if power := _POWER.match(text, end):
        value, end = value.scaleb(int(power[1].replace("−", "-"))), power.end()
    minus = _MINUS.search(text, max(0, start - 6), start)
    scale, end = _scale_after(text, start, end)
    value *= scale
    return Numeral(minus.start() if minus else start, end, float(-value if minus else value), "cardinal", True, scale != 1)


def _scale_after(text: str, start: int, end: int) -> tuple[int, int]:
    """The scale that words or letters behind a number give it, and where they end: "4.7 bn", "25m barrels", "3 lakh crore"."""
    scale = 1
    while word := _SCALE_AFTER.match(text, end):
        scale, end = scale * SCALES[word[1].lower()], word.end()
    if scale > 1:
        return scale, end
    letter = _LETTER.match(text, end)
    if letter is None:
        return 1, end
    said = next(part for part in letter.groups() if part)
    if said in ("m", "b") and not (_METRES.match(text, letter.end()) or _MONEY_BEFORE.search(text[:start])):
        return 1, end  # 100 m sprint; 8b is a flat
    if letter[4] and said == "M" and not _METRES.match(text, letter.end()):
        return 1, end
    return LETTERS[said], letter.end()

"""What numbers are counted in: words/units.csv and words/currencies.csv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, table

UNITS, CURRENCIES = "units.csv", "currencies.csv"
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
UNCHANGED = ("share", "time", "age", "money")  # kinds that the record tells apart; all others are physical


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is counted in."""

    id: str
    kind: str  # money, share, time, age, physical
    shared: str = ""  # the word or sign that the moneys of several states share: "rupee", "$"


@dataclass(frozen=True, slots=True)
class Units:
    """Words, symbols and signs of units; whose money a shared word is."""

    words: dict[str, Unit] = field(default_factory=dict)
    symbols: dict[str, Unit] = field(default_factory=dict)
    signs: dict[str, Unit] = field(default_factory=dict)  # of money, before the number
    si: dict[str, tuple[str, float]] = field(default_factory=dict)  # unit -> dimension, and what one is in the SI's unit of it
    money_of: dict[str, dict[str, str]] = field(default_factory=dict)  # state -> shared word -> code

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The tables of units and moneys, the user's folder laid over ours."""
        made = cls()
        for row in table(UNITS, folders, ("id",)):
            unit = Unit(row.text("id"), kind if (kind := row.text("kind")) in UNCHANGED else "physical")
            made.words.update(dict.fromkeys(row.list("words"), unit))
            made.symbols.update(dict.fromkeys(row.list("symbols"), unit))
            if row.text("si"):
                made.si[unit.id] = row.text("kind"), float(row.text("si"))
        shared: set[str] = set()
        for row in table(CURRENCIES, folders, ("code",)):
            made._add_money(row.text("code"), row.list("words"), row.list("signs"), row.list("minor"))
            for state in row.list("states"):
                made.money_of.setdefault(state, {}).update(dict.fromkeys(row.list("shared"), row.text("code")))
            shared.update(row.list("shared"))
        for word in shared:
            made._share(word)
        return made

    def _add_money(self, code: str, words: tuple[str, ...], signs: tuple[str, ...], minor: tuple[str, ...]) -> None:
        unit = Unit(code, "money")
        self.words.update(dict.fromkeys(words, unit))
        self.signs.update(dict.fromkeys(signs, unit))
        for sign in signs:
            if len(sign) > 1 or not sign.isalpha():
                self.symbols.setdefault(sign, unit)
        self.words.update({word: Unit(f"{code}/100", "money") for word in minor})

    def _share(self, word: str) -> None:
        """Marks a word or sign as shared; without a state that it is usually of, the word itself is the unit: "peso"."""
        for known in (self.words, self.signs, self.symbols):
            if word in known:
                known[word] = replace(known[word], shared=word)
        if word not in self.signs and word not in self.words:
            self.words[word] = Unit(word, "money", word)

    def pattern(self) -> re.Pattern[str]:
        """Matches a unit behind a number: group word or group mark."""
        longest_first = sorted(self.words, key=len, reverse=True)
        words = "|".join(r"[\s\-]".join(re.escape(part) for part in re.split("[ -]", word)) for word in longest_first)
        marks = "|".join(re.escape(s) for s in sorted(self.symbols, key=len, reverse=True))
        return re.compile(rf"[\s\-]?(?:(?P<word>(?i:{words}))(?:e?s|['’])?(?![A-Za-z])|(?P<mark>{marks})(?![A-Za-z0-9]))")


def check_units(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong in the tables of units and moneys, with the remedy."""
    for row in table(CURRENCIES, folders, ("code",)):
        if not re.fullmatch("[A-Z]{3}", row.text("code")):
            yield Complaint(row.place, f"'{row.text('code')}' is no ISO 4217 code: three capital letters")
        if row.list("shared") and not row.list("states"):
            yield Complaint(row.place, "shared words need the states whose money they are: fill in states")
    for row in table(UNITS, folders, ("id",)):
        if not row.list("words") and not row.list("symbols"):
            yield Complaint(row.place, f"unit '{row.text('id')}' has neither words nor symbols")
        if bool(row.text("si")) != bool(row.text("definition")):
            yield Complaint(row.place, "si and definition go together: the factor, and the unit in the words of the library pint")
        if row.text("si") and not _NUMBER.fullmatch(row.text("si")):
            yield Complaint(row.place, f"si '{row.text('si')}' is no number: how many SI units one is")

"""What a time expression means before anybody asks what day it is."""

from dataclasses import dataclass

from dragoman.lexicon.times import Part

NEED_TENSE = frozenset({"day", "month", "weekday", "quarter", "season", "half", "feast"})  # a year or week is left out


@dataclass(frozen=True, slots=True)
class Meaning:
    """A time expression and what its words mean, before anybody asks what day it is.

    "Monday evening" is kind weekday with the parts {weekday: 1, part: EV}.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, Part]
    rule: str
    mod: str | None = None
    tense: str | None = None
    compared: bool = False
    said: int | None = None  # first character of the day that a quotation was said on

    @property
    def is_range(self) -> bool:
        """Has it two ends: "1-3 March", "2018-2022"?"""
        return not {"day2", "month2", "year2", "shortyear"}.isdisjoint(self.parts)

    def number(self, name: str) -> int | None:
        """A part as a whole number; None when the words do not give it."""
        value = self.parts.get(name)
        return int(value) if isinstance(value, int | float) else None

    def word(self, name: str) -> str:
        """A part as a word; empty when the words do not give it."""
        value = self.parts.get(name)
        return value if isinstance(value, str) else ""

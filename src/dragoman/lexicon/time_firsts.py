"""With which words a pattern of times.toml can begin: where none of them stands, it need not be tried."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

DIGIT, BLANK, ANY = "0", " ", "?"  # what begins with a digit, with a blank, with nobody knows what
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_PIECE = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<open>\((?:\?[a-z-]*:|\?P<\w+>)?)|(?P<close>\))|(?P<or>\|)|\{(?P<place>[a-z]+)\d?\}"
    r"|(?P<quantity>[?*+]|\{\d*,?\d*\})|\[(?P<set>\^?[^\]]*)\]|\\(?P<escape>.)|(?P<plain>.)",
    re.DOTALL,
)
_NONE_TOO = re.compile(r"[?*]|\{0?,")
_SPACES = frozenset(" ~")
_LIKE = {"'": "'’`", "-": "-‐‑–—"}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Firsts:
    """First words of what a pattern matches: those that end in it, and those that what follows may go on with."""

    done: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset({""})

    def __or__(self, other: "Firsts") -> "Firsts":
        return Firsts(self.done | other.done, self.open | other.open)

    def then(self, other: "Firsts") -> "Firsts":
        """First words of one after the other: "mid" then "-" ends the word, "Monday" then "s" goes on with it."""
        ended = frozenset(_onward(word, more) for word in self.open for more in other.done)
        return Firsts(self.done | ended, frozenset(word + more for word in self.open for more in other.open))

    @property
    def words(self) -> frozenset[str] | None:
        """The words that a match can begin with, in small letters; None when nobody knows."""
        every = self.done | self.open
        return None if every & {ANY, BLANK, ""} else frozenset(word.lower() for word in every)


NOTHING = Firsts()


def _onward(word: str, more: str) -> str:
    if not word or more == ANY:
        return more
    return word + more if more.isalpha() else word


def of_literal(said: str) -> Firsts:
    """First word of plain words: "a few" begins with "a", "1st" with a digit."""
    if said[:1].isdigit():
        return Firsts(frozenset({DIGIT}), frozenset())
    word = _WORD.match(said)
    if word is None:
        return Firsts(frozenset({said[:1] or ANY}), frozenset())
    return Firsts(frozenset(), frozenset({said})) if word[0] == said else Firsts(frozenset({word[0]}), frozenset())


def of_words(words: Iterable[str]) -> Firsts:
    """First words of a list of words."""
    return reduce(Firsts.__or__, map(of_literal, words), Firsts(open=frozenset()))


def of_pattern(written: str, places: Mapping[str, Firsts], raw: bool = False) -> Firsts:
    """First words of a pattern, as times.toml writes it; `raw` when blanks and marks stand for themselves.

    >>> of_pattern("year(?:~|'s )end|(?:mid~)?noons?", {}).words == {"year", "mid", "noon", "noons"}
    True
    >>> of_pattern(r"\\d{1,2}[.]", {}).words, of_pattern(r"\\w+ ago", {}).words
    (frozenset({'0'}), None)
    """
    return _either(_PIECE.finditer(written), places, raw)


def _either(pieces: Iterator[re.Match[str]], places: Mapping[str, Firsts], raw: bool) -> Firsts:
    """Reads up to the bracket that closes the group: alternatives, each a run of atoms."""
    found, run, last = Firsts(open=frozenset()), NOTHING, NOTHING
    for piece in pieces:
        if quantity := piece["quantity"]:
            last = last | NOTHING if _NONE_TOO.match(quantity) else last
            continue
        run, last = run.then(last), NOTHING
        if piece["close"]:
            break
        if piece["or"]:
            found, run = found | run, NOTHING
        elif piece["around"]:
            _either(pieces, places, raw)  # asserts, and takes nothing
        elif piece["open"]:
            last = _either(pieces, places, raw)
        else:
            last = _atom(piece, places, raw)
    return found | run.then(last)


def _atom(piece: re.Match[str], places: Mapping[str, Firsts], raw: bool) -> Firsts:
    if place := piece["place"]:
        return places.get(place, _any_of({ANY}))
    if (members := piece["set"]) is not None:
        return _of_set(members)
    if escape := piece["escape"]:
        return _of_escape(escape)
    return _of_mark(piece["plain"], raw)


def _any_of(firsts: Iterable[str]) -> Firsts:
    return Firsts(frozenset(firsts), frozenset())


def _of_mark(mark: str, raw: bool) -> Firsts:
    if mark in "^$":
        return NOTHING
    if mark == "." or (not raw and mark == ","):  # a comma may have a blank before it
        return _any_of({ANY if mark == "." else BLANK})
    if mark in _SPACES and not raw:
        return _any_of({BLANK, *(_LIKE["-"] if mark == "~" else "")})
    if mark.isalpha():
        return Firsts(frozenset(), frozenset({mark}))
    if mark.isdigit():
        return _any_of({DIGIT})
    return _any_of({BLANK} if mark.isspace() else set(mark if raw else _LIKE.get(mark, mark)))


def _of_escape(escape: str) -> Firsts:
    if escape == "b":
        return NOTHING
    if escape.isalpha():
        return _any_of({{"d": DIGIT, "s": BLANK}.get(escape, ANY)})
    return _any_of({escape})


def _of_set(members: str) -> Firsts:
    """A set of characters: digits and marks are told, letters are not."""
    plain: Callable[[str], bool] = lambda c: not c.isalpha() and not c.isspace() and c != "\\"  # noqa: E731
    if members.startswith("^") or not all(map(plain, members)):
        return _any_of({ANY})
    return _any_of(DIGIT if c.isdigit() else c for c in members)

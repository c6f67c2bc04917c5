"""Names compared as a person would: no accents, no capitals; and the nearest to one that was missed."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

ARTICLE = re.compile(r"^the ")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def key(name: str) -> str:
    """The name as it is compared.

    >>> key("The Côte d'Ivoire"), key("U.S."), key("Łukaszenka")
    ('cote d ivoire', 'u s', 'lukaszenka')
    """
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d"))
    kept = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return ARTICLE.sub("", " ".join(re.findall(r"\w+", kept)))


def nearest(name: str, known: Iterable[str], how_many: int = 3) -> list[str]:
    """The known names that look most like this one, best first."""
    by_key = {key(each): each for each in known}
    return [by_key[found] for found in get_close_matches(key(name), list(by_key), how_many, 0.6)]


def near(name: str, known: Iterable[str]) -> str:
    """'; did you mean X?' or nothing.

    >>> near("parket", ("jsonl", "parquet"))
    '; did you mean parquet?'
    """
    found = nearest(name, known)
    return f"; did you mean {' or '.join(found)}?" if found else ""


def shown(text: str | None) -> str:
    """Text from a page as a terminal may have it: one line, nothing that steers the terminal.

    >>> shown("Xi\\x1b[31m\\n meets")
    'Xi [31m meets'
    """
    return " ".join(CONTROL.sub(" ", text or "").split())


def shortened(text: str, longest: int) -> str:
    """The text, cut at a word when it is too long.

    >>> shortened("talks on trade and visas", 16)
    'talks on trade…'
    """
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def listed(names: Iterable[str]) -> str:
    """Names in a sentence.

    >>> listed(["Kenya", "Uganda", "Rwanda"])
    'Kenya, Uganda and Rwanda'
    """
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last

"""Words that name one and the same act: words/act_families.toml, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, entries

FILE = "act_families.toml"
KEYS = frozenset({"id", "words", "generic", "examples"})
ENDINGS = (
    "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate", "itions", "ition", "ments", "ment", "ings", "ing",
    "ions", "ion", "als", "al", "ances", "ance", "ers", "er", "ors", "or", "ed", "es", "s", "e",
)  # fmt: skip


def stem(word: str) -> str:
    """A word without the ending that makes a noun or a form of it.

    >>> stem("announcement") == stem("announced") == stem("announce")
    True
    >>> stem("nominate") == stem("nomination")
    True
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            bare = word[: -len(ending)]
            return bare[:-1] if len(bare) > 3 and bare.endswith("e") else bare
    return word


@dataclass(frozen=True, slots=True)
class ActFamilies:
    """For each stem the family it belongs to; the stems that are too general to tell one act from another."""

    family: dict[str, str]
    generic: frozenset[str]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The families of our folder, the user's laid over them."""
        rows = list(entries(FILE, "family", folders))
        named = {stem(word): row.text("id") for row in rows if not row.cells.get("generic") for word in row.list("words")}
        return cls(named, frozenset(word for row in rows if row.cells.get("generic") for word in row.list("words")))

    def of(self, lemma: str) -> str:
        """The family of a dictionary form; its stem when it is in none."""
        return self.family.get(stem(lemma), stem(lemma))


def check_families(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong in act_families.toml: file:line and the remedy."""
    seen: dict[str, str] = {}
    for row in entries(FILE, "family", folders):
        for key in sorted(row.cells.keys() - KEYS):
            yield Complaint(row.place, f"unknown key '{key}'; a [[family]] has {', '.join(sorted(KEYS))}")
        if not row.list("examples"):
            yield Complaint(row.place, f"[[family]] '{row.cells['id']}' has no examples; give it a sentence of your own")
        for word in row.list("words"):
            if seen.setdefault(stem(word), row.text("id")) != row.text("id"):
                yield Complaint(row.place, f"'{word}' is in family '{seen[stem(word)]}' as well; keep it in one")

"""Words that any English parser knows, to stand in a sentence for names that it may never have met."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, layers, table

FILE = "familiar.csv"
KINDS = ("given", "surname", "body", "place")


@dataclass(frozen=True, slots=True)
class Familiar:
    """First names, surnames, bodies in capitals, and places; two names of a sentence get two words."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    body: tuple[str, ...]
    place: tuple[str, ...]

    @classmethod
    def load(cls, folders: tuple[Path, ...] | None = None) -> Self:
        """The words of familiar.csv."""
        words = {row.text("kind"): row.list("words") for row in table(FILE, folders or layers(None), ("kind",))}
        return cls(**{kind: words[kind] for kind in KINDS})


def check_familiar(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Faults of familiar.csv: a kind that is missing or unknown."""
    rows = table(FILE, folders, ("kind",))
    for row in rows:
        if row.text("kind") not in KINDS or not row.list("words") or not all(word.isalpha() for word in row.list("words")):
            yield Complaint(
                row.place, f"kind {row.text('kind')!r} must be one of {', '.join(KINDS)}, and each of its words one word"
            )
    for kind in set(KINDS) - {row.text("kind") for row in rows}:
        yield Complaint(FILE, f"kind {kind!r} is missing; give it a word that any English text may hold")

"""All that dragoman knows before it reads: one section for each kind of words, loaded once a process."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from dragoman.lexicon.acts import Acts
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.measures import Measures
from dragoman.lexicon.names import Names
from dragoman.lexicon.outlets import Outlets
from dragoman.lexicon.relations import RelationWords
from dragoman.lexicon.reporting import Reporting
from dragoman.lexicon.times import TimeWords


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The sections of the words; iterate over it to get them."""

    names: Names
    outlets: Outlets
    boilerplate: Boilerplate
    times: TimeWords
    reporting: Reporting
    measures: Measures
    relations: RelationWords
    acts: Acts

    def __iter__(self) -> Iterator[Any]:
        return (getattr(self, f.name) for f in fields(self))

    @classmethod
    def sections(cls) -> tuple[type, ...]:
        """The class of each section."""
        return tuple(get_type_hints(cls).values())


@cache
def load_lexicon(user: Path | None = None) -> Lexicon:
    """Our words with the user's folder laid over them."""
    folders = layers(user)
    return Lexicon(*(section.load(folders) for section in Lexicon.sections()))  # type: ignore[attr-defined]


def words_digest(user: Path | None = None) -> str:
    """SHA-256 over every words file in use: two records made with equal digests used equal words."""
    total = hashlib.sha256()
    for folder in layers(user):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".csv", ".toml")):
            total.update(f"{path.relative_to(folder).as_posix()}\n".encode())
            total.update(path.read_bytes())
    return total.hexdigest()

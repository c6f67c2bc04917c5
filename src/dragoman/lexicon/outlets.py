"""Wires, broadcasters, newspapers and official sites: words/outlets.csv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, table

KINDS = frozenset("wire broadcaster newspaper site presidency ministry government office".split())
ARTICLE = re.compile(r"^the\s+", re.I)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet: its name, where it prints, whose it is."""

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    state: str | None
    kind: str
    state_owned: bool | None


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets, found by name or by the host that a page came from."""

    all: tuple[Outlet, ...]
    named: dict[str, Outlet]
    hosts: dict[str, Outlet]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The section read from our folder and the user's."""
        rows = table("outlets.csv", folders, ("id",))
        owned = {"yes": True, "no": False}
        outlets = tuple(
            Outlet(
                row.text("id"), row.text("name"), row.list("aliases"), row.list("domain"), row.text("state") or None,
                row.text("kind"), owned.get(row.text("state_owned")),
            )  # fmt: skip
            for row in rows
        )
        named: dict[str, Outlet] = {}
        for outlet in outlets:
            for name in (outlet.name, *outlet.aliases):
                named.setdefault(_key(name), outlet)
        return cls(outlets, named, {domain.lower(): outlet for outlet in outlets for domain in outlet.domains})

    def by_name(self, name: str) -> Outlet | None:
        """The outlet that a name stands for, whatever its case: "REUTERS", "the Associated Press"."""
        return self.named.get(_key(name))

    def by_domain(self, host: str) -> Outlet | None:
        """The outlet that a host belongs to: "www.bbc.co.uk" and "news.bbc.co.uk" are both the BBC's."""
        parts = host.lower().split(":")[0].split(".")
        tails = (".".join(parts[n:]) for n in range(len(parts) - 1))
        return next((self.hosts[tail] for tail in tails if tail in self.hosts), None)

    def names(self) -> re.Pattern[str]:
        """A pattern that finds any outlet's name, the longest first."""
        return _pattern(tuple(name for outlet in self.all for name in (outlet.name, *outlet.aliases)))


def _key(name: str) -> str:
    return ARTICLE.sub("", " ".join(name.split())).lower().strip(" .")


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(set(names), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in ordered) + r")(?!\w)")


def check_outlets(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Faults of outlets.csv: a row without a name, an unknown kind, a name or a domain that two outlets claim."""
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for row in table("outlets.csv", folders, ("id",)):
        if not row.text("name"):
            yield Complaint(row.place, f"outlet '{row.text('id')}' has no name")
        if row.text("kind") not in KINDS:
            yield Complaint(row.place, f"kind '{row.text('kind')}' is none of {', '.join(sorted(KINDS))}")
        for name in (row.text("name"), *row.list("aliases")):
            if names.setdefault(name, row.text("id")) != row.text("id"):
                yield Complaint(row.place, f"'{name}' is also a name of '{names[name]}'")
        for domain in row.list("domain"):
            if domains.setdefault(domain, row.text("id")) != row.text("id"):
                yield Complaint(row.place, f"domain {domain} also belongs to '{domains[domain]}'")

"""Words that lead to names: roles, ministries, heads of unlisted names, epithets that need a witness."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.lexicon.files import table

NO_GIVEN = frozenset({"King", "Queen", "Prince", "Pope", "Saint", "San", "Santa", "Dalai", "The", "Abu", "Umm", "Ould", "Pan"})


@dataclass(frozen=True, slots=True)
class RoleWord:
    """What a role noun says of somebody: "officials" act for the government, "state media" report."""

    role: str
    sector: str
    kind: str
    offices: tuple[str, ...]
    rule: str
    only: frozenset[str] = frozenset()  # states that have the office: an emir is not the king of Norway
    never: frozenset[str] = frozenset()  # states that do not: Spain has no president

    def is_of(self, state: str | None) -> bool:
        """Can somebody of that state be called so? "the taoiseach" only in Ireland."""
        return state not in self.never and (not self.only or state in self.only)


@dataclass(frozen=True, slots=True)
class Ministry:
    """A name that ministries of some states share: "Ministry of External Affairs"."""

    role: str
    states: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a word says of the name that it heads: a "Party" is PTY, "Radio" is a medium."""

    kind: str
    sector: str | None
    first: bool  # it may also begin the name: "Radio Okapi", "University of Nairobi"


def role_words(folders: tuple[Path, ...]) -> Iterator[tuple[str, RoleWord]]:
    """Each form of each role noun with what it says."""
    for row in table("roles.csv", folders, ("role",)):
        word = RoleWord(
            row.text("role"), row.text("sector"), row.text("kind"), row.list("office"), row.place,
            frozenset(row.list("only")), frozenset(row.list("never")),
        )  # fmt: skip
        yield from ((form, word) for form in row.list("forms"))


def ministries(folders: tuple[Path, ...]) -> dict[str, Ministry]:
    """Names of ministries, with the role and the states that have one of that name."""
    return {
        name: Ministry(row.text("role"), frozenset(row.list("states")), row.place)
        for row in table("ministries.csv", folders, ("names",))
        for name in row.list("names")
    }


def heads(folders: tuple[Path, ...]) -> dict[str, Head]:
    """Words that head the names of bodies which no table knows."""
    return {
        word: Head(row.text("kind"), row.text("sector") or None, row.text("first") == "yes")
        for row in table("heads.csv", folders, ("words",))
        for word in row.list("words")
    }


def family_names(folders: tuple[Path, ...]) -> frozenset[str]:
    """Frequent surnames, which Chinese and Koreans put first."""
    rows = table("common_surnames.csv", folders, ("surname",))
    return frozenset(r.text("surname") for r in rows if r.text("why") == "frequent surname")


def given_names(folders: tuple[Path, ...]) -> frozenset[str]:
    """First words of the names of people, short words and words that head bodies ("Al", "King") left out."""
    first = {words[0] for r in table("people.csv", folders, ("id",)) if len(words := r.text("name").split()) > 1}
    listed = {r.text("name") for r in table("given_names.csv", folders, ("name",))}
    return frozenset(name for name in first | listed if len(name) > 2 and name not in NO_GIVEN)


def needs(folders: tuple[Path, ...]) -> dict[str, frozenset[str]]:
    """Epithets that need one of some entities on the page: "the North" a Korea."""
    rows = table("epithets.csv", folders, ("epithet",))
    return {r.text("epithet"): frozenset(r.list("needs")) for r in rows if r.list("needs")}

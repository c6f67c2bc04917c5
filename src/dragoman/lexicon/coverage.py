"""What the tables of offices do not know: for each state and leading office the years without a holder."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.lexicon.files import table
from dragoman.lexicon.name_tables import Tenure, tenures

OFFICES = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
MIDDLE = (7, 1)  # a year is known when somebody holds the office in its middle


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who is missing in one office of one state."""

    state: str
    name: str
    office: str
    known: int
    missing: tuple[int, ...]

    @property
    def years(self) -> str:
        """The missing years, runs of them as one: 2010-2013, 2017."""
        return ", ".join(_runs(self.missing))


def coverage(folders: tuple[Path, ...], since: int, until: int) -> Iterator[Coverage]:
    """One row for each sovereign state and office, with the years that nobody holds in the tables."""
    held: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures(folders):
        held[tenure.of, tenure.office].append(tenure)
    for row in table("states.csv", folders, ("id",)):
        for office in OFFICES if row.text("kind") == "state" else ():
            mine = held[row.text("id"), office]
            years = range(since, until + 1)
            missing = tuple(y for y in years if not any(t.holds(date(y, *MIDDLE)) for t in mine))
            yield Coverage(row.text("id"), row.text("name"), office, len(years) - len(missing), missing)


def _runs(years: tuple[int, ...]) -> Iterator[str]:
    first = last = None
    for year in (*years, None):
        if first is None:
            first = last = year
        elif year is not None and last is not None and year == last + 1:
            last = year
        else:
            yield str(first) if first == last else f"{first}-{last}"
            first = last = year

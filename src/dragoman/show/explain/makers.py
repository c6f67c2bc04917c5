"""Which function makes a table, where it stands, and what it reads: asked of the flow itself."""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman import flow, jobs
from dragoman.records import TABLES, Copy, Dating, Event, Problem, Run, Story

HOUSE = Path(flow.__file__).parent

# Values that a later step writes into a row: what it made, and the columns it fills.
FILLED_LATER: dict[str, type] = {
    "documents.published_start": Dating,
    "documents.published_end": Dating,
    "documents.published_from": Dating,
    "documents.published_evidence": Dating,
    "documents.copy_of": Copy,
    "documents.origin": Copy,
    "documents.story": Story,
    "event_mentions.event": Event,
}
DATED_LATER = ("other_document", "bounds")


@dataclass(frozen=True, slots=True)
class Maker:
    """The function that makes a record."""

    function: str
    place: str
    says: str
    reads: tuple[str, ...]


@cache
def makers() -> dict[type, Maker]:
    """The maker of each record class, as the flow and the job have them."""
    found = {record: maker(step) for record, step in flow.check().items()}
    return {**found, **{record: maker(made_by) for record, made_by in across().items() if record not in found}}


def across() -> dict[type, Callable[..., Any]]:
    """The makers of what is not one page's: the comparing steps, problems and the run."""
    steps = {flow.signature(step)[1]: step for step in flow.ACROSS}
    return {**steps, Problem: jobs.read_everything, Run: jobs.this_run}


def maker(step: Callable[..., Any]) -> Maker:
    """A function as a maker: name, file:line, its first line of documentation, what it reads."""
    said = (inspect.getdoc(step) or "").split("\n")[0]
    reads = tuple(getattr(kind, "__name__", str(kind)) for kind in flow.reads(step))
    return Maker(f"{step.__module__}.{step.__name__}", place(step), said, reads)


def place(step: Callable[..., Any]) -> str:
    """file:line of a function, from the package's own folder."""
    file = Path(inspect.getsourcefile(step) or "").resolve()
    name = file.relative_to(HOUSE.parent) if file.is_relative_to(HOUSE.parent) else file
    return f"{name.as_posix()}:{inspect.getsourcelines(step)[1]}"


def maker_of(table: str) -> Maker | None:
    """The maker of a table of the record."""
    return makers().get(TABLES[table])


def later_maker(table: str, column: str) -> Maker | None:
    """The step that may fill the column after the row was made."""
    return makers().get(FILLED_LATER.get(f"{table}.{column}", type(None)))


def makers_of_row(table: str, row: dict[str, Any]) -> list[Maker]:
    """Who made a row, and who filled in what was found across pages."""
    later = {FILLED_LATER.get(f"{table}.{name}") for name, value in row.items() if value not in (None, [])}
    if row.get("published_from") not in DATED_LATER:
        later.discard(Dating)
    found = makers()
    return [found[record] for record in (TABLES[table], *sorted(later - {None}, key=str)) if record in found]


def set_at(table: str, field_name: str) -> str | None:
    """file:line in the maker's own module where the field gets its value, when it is named there."""
    found = maker_of(table)
    if found is None:
        return None
    file = HOUSE.parent / found.place.rpartition(":")[0]
    sets = re.compile(rf"\b{re.escape(field_name)}=(?!=)")
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if sets.search(line) and not line.lstrip().startswith(("#", "def ")):
            return f"{found.place.rpartition(':')[0]}:{number}"
    return None

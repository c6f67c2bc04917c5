"""A person or an office to add to the user's own words: the rows it makes, what it would change, and the writing."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import WordsError
from dragoman.lexicon.files import Complaint, Row, forget_tables, layers, own_folder, table
from dragoman.lexicon.name_tables import slug
from dragoman.lexicon.tables_check import SHARED, check_tables
from dragoman.text.dates import first_day, last_day

PEOPLE = ("id", "name", "surname", "aliases", "country", "gender", "wikidata", "source")
OFFICES = ("person", "office", "of", "from", "to", "source")
COLUMNS = {"people.csv": PEOPLE, "offices.csv": OFFICES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Somebody whom the words should know: "Iwo Mazur", foreign minister of Poland from 3 May 2031."""

    name: str
    country: str = ""
    surnames: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    gender: str = ""
    office: str = ""
    of: str = ""
    start: str = ""
    end: str = ""
    source: str = ""


Rows = dict[str, list[dict[str, str]]]
"""File -> rows to add to it."""


def person_id(addition: Addition, folders: tuple[Path, ...]) -> tuple[str, bool]:
    """The person's id, and whether the words know the person by this name already."""
    for row in table("people.csv", folders, ("id",)):
        if addition.name in (row.text("id"), row.text("name"), *row.list("aliases")):
            return row.text("id"), True
    return slug(addition.name), False


def rows_of(addition: Addition, folders: tuple[Path, ...]) -> Rows:
    """The row for people.csv when the person is new, and the one for offices.csv when an office is given."""
    id_, known = person_id(addition, folders)
    source = addition.source or "added by hand"
    rows: Rows = {}
    if not known:
        surnames = addition.surnames or (addition.name.split()[-1],)
        cells = (
            id_,
            addition.name,
            "|".join(surnames),
            "|".join(addition.aliases),
            addition.country,
            addition.gender,
            "",
            source,
        )
        rows["people.csv"] = [dict(zip(PEOPLE, cells, strict=True))]
    if addition.office:
        office = (id_, addition.office, addition.of or addition.country, addition.start, addition.end, source)
        new = dict(zip(OFFICES, office, strict=True))
        rows["offices.csv"] = [*(_ended(row, addition.start) for row in predecessors(addition, id_, folders)), new]
    return rows


def predecessors(addition: Addition, id_: str, folders: tuple[Path, ...]) -> list[Row]:
    """Rows of those who hold the office without an end when it is taken over, of an office that one person holds."""
    start = first_day(addition.start)
    of = addition.of or addition.country
    if start is None or addition.office in SHARED:
        return []
    held = [
        row
        for row in table("offices.csv", folders, ("person", "office", "of", "from"))
        if (row.text("office"), row.text("of")) == (addition.office, of) and row.text("person") != id_
    ]
    return [row for row in held if not row.text("to") and (first_day(row.text("from")) or start) < start]


def _ended(row: Row, day: str) -> dict[str, str]:
    return {**{column: row.text(column) for column in OFFICES}, "to": day}


def consequences(addition: Addition, folders: tuple[Path, ...]) -> Iterator[str]:
    """What would change, as sentences."""
    id_, known = person_id(addition, folders)
    yield f"{addition.name} is in the words already, as {id_}" if known else f"{addition.name} will be known as {id_}"
    if not known:
        yield from _shared_surnames(addition, folders)
    if addition.office:
        yield from _office_changes(addition, id_, folders)


def _shared_surnames(addition: Addition, folders: tuple[Path, ...]) -> Iterator[str]:
    mine = addition.surnames or (addition.name.split()[-1],)
    for surname in mine:
        others = [r.text("name") for r in table("people.csv", folders, ("id",)) if surname in r.list("surname")]
        if others:
            shown = ", ".join(others[:5])
            yield f"'{surname}' alone is also {shown}: it will mean whom a page names in full, or the only one in office"
        else:
            yield f"'{surname}' alone will mean {addition.name} while in office, and wherever a page names both in full"


def _office_changes(addition: Addition, id_: str, folders: tuple[Path, ...]) -> Iterator[str]:
    of, shown = addition.of or addition.country, addition.office.replace("_", " ")
    for row in predecessors(addition, id_, folders):
        yield f"{row.text('person')}, {shown} of {of} until today ({row.place}), will have held it until {addition.start}"
    since, until = addition.start or "an unknown day", addition.end or "today"
    yield f"'the {shown} of {of}' will be {id_} from {since} until {until}"


def faults(rows: Rows, user: Path) -> list[Complaint]:
    """What `words check` would say of the user's tables with the rows in them, beyond what it says now."""
    before = {str(c.what) for c in check_tables(layers(user if user.is_dir() else None))}
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch)
        if user.is_dir():
            for path in user.glob("*.csv"):
                shutil.copy(path, trial)
        append(rows, trial)
        return [c for c in check_tables((own_folder(), trial)) if c.what not in before]


def append(rows: Rows, user: Path) -> None:
    """Write the rows at the end of the user's tables, which are made when missing."""
    user.mkdir(parents=True, exist_ok=True)
    for file, added in rows.items():
        path = user / file
        new = not path.exists()
        text = "" if new else path.read_text(encoding="utf-8-sig")
        with path.open("a", encoding="utf-8", newline="") as out:
            if text and not text.endswith("\n"):
                out.write("\n")
            header = next(csv.reader(text.splitlines()), None) or COLUMNS[file]
            writer = csv.DictWriter(out, header, lineterminator="\n", extrasaction="ignore", restval="")
            if new:
                writer.writeheader()
            writer.writerows(added)
    forget_tables()


def check_days(addition: Addition) -> None:
    """Raises when a day is none, or the tenure ends before it begins."""
    for day in (addition.start, addition.end):
        if day and first_day(day) is None:
            raise WordsError(f"'{day}' is no day", "write 2024, 2024-07 or 2024-07-04")
    start, end = first_day(addition.start), last_day(addition.end)
    if start and end and end < start:
        raise WordsError(f"the tenure ends on {addition.end}, before it begins on {addition.start}", "exchange the days")

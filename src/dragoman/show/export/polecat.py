"""POLECAT: 40 columns, tab-separated, with a heading, UTF-8; None for what is not known, several values parted by '; '.

One row an event, its parties as lists: POLECAT, like the record, codes in PLOVER and writes no pairs out.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.records import Entity
from dragoman.show.export.coding import Codes
from dragoman.show.export.icews import day
from dragoman.show.export.part import Part
from dragoman.show.export.tabbed import words, write_lines

HEADS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
LANGUAGES = {"en": "English"}


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes events.txt."""
    codes, named = Codes.load(), named_in(part)
    rows = (row(event, part, codes, named) for event in part.events)
    return {"events.txt": write_lines(folder / "events.txt", rows, len(HEADS), "None", HEADS)}


def row(event: dict[str, Any], part: Part, codes: Codes, named: dict[str, list[Entity]]) -> list[Any]:
    """The 40 cells of one event; source, day and story are those of its first page."""
    told = part.mentions_of.get(event["id"], ())
    contexts = several(context.partition(":")[2] or context for mention in told for context in mention["context"])
    document = next((part.document[id_] for id_ in event["documents"] if id_ in part.document), None)
    town, state, known = codes.place(event["place"])
    country = codes.states[state].text("name") if state in codes.states else None
    people = named.get(document["id"], []) if document else []
    return [
        event["id"],
        day(event),
        event["event_type"],
        several(event["mode"]),
        event["score"],
        QUADS[event["quad"]],
        contexts,
        *side(event["actors"], event, part, codes),
        *side(event["recipients"], event, part, codes),
        (town or country) if known else None,
        town,
        None,
        None,
        country,
        None,
        None,
        None,
        words(event["place"]),
        None,
        words(document["outlet"]) if document else None,
        published(document),
        several(words(each.name) for each in people if each.kind == "person"),
        several(words(each.name) for each in people if each.kind in ("organisation", "media")),
        several(words(each.name) for each in people if each.kind in ("place", "state")),
        LANGUAGES.get(document["language"] or "", document["language"]) if document else None,
        f"dragoman {part.run['version'] if part.run else __version__}",
    ]


def side(ids: list[str], event: dict[str, Any], part: Part, codes: Codes) -> tuple[Any, ...]:
    """Name, country, COW, primary sector, sectors, title, raw name and Wikipedia id of one side."""
    found = [part.entities[id_] for id_ in ids if id_ in part.entities]
    sectors = [each.sector for each in found if each.sector]
    return (
        several(words(each.name) for each in found),
        several(codes.country(each, "name") for each in found),
        several(codes.country(each, "cow") for each in found),
        sectors[0] if sectors else None,
        several(sectors),
        several(office for each in found for office in titles(each, event)),
        None,
        None,
    )


def titles(entity: Entity, event: dict[str, Any]) -> list[str]:
    """The offices that a person held on the event's day."""
    at = (event["date_start"] or event["first_reported"] or "") and str(event["date_start"] or event["first_reported"])
    if entity.kind != "person" or not at:
        return []
    held = (role for role in entity.roles if (role.from_ or "") <= at and (role.to is None or at[: len(role.to)] <= role.to))
    return list(dict.fromkeys(role.office.replace("_", " ") for role in held))


def named_in(part: Part) -> dict[str, list[Entity]]:
    """Who is named in each document, most named first."""
    found: dict[str, list[Entity]] = {}
    query = "SELECT document, entity FROM mentions GROUP BY ALL ORDER BY document, count(*) DESC, entity"
    for document, id_ in zip(*(column.to_pylist() for column in part.record.ask(query).columns), strict=True):
        if entity := part.entities.get(id_):
            found.setdefault(document, []).append(entity)
    return found


def published(document: dict[str, Any] | None) -> str | None:
    """The page's day, when it is known to the day."""
    if document is None or document["published_start"] is None or document["published_start"] != document["published_end"]:
        return None
    return str(document["published_start"])


def several(values: Iterable[str]) -> str:
    """Values in one cell, each once.

    >>> several(["Kenya", "", "Somalia", "Kenya"])
    'Kenya; Somalia'
    """
    return "; ".join(dict.fromkeys(value for value in values if value))

"""ICEWS: 20 columns, tab-separated, with a heading; NA for what is not known; countries by their English names.

An event of several parties becomes one row a pair, what is reciprocal each way, as ICEWS does. Event ID is unique.
"""

from pathlib import Path
from typing import Any

from dragoman.show.export.coding import Codes
from dragoman.show.export.dyads import DIGITS, Dyad, dyads
from dragoman.show.export.part import Part
from dragoman.show.export.sentences import SentenceNumbers
from dragoman.show.export.tabbed import words, write_lines

HEADS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)
SECTORS = {
    "GOV": "Government",
    "MIL": "Military",
    "LEG": "Legislative / Parliamentary",
    "JUD": "Judicial",
    "COP": "Police",
    "SPY": "Intelligence",
    "JRN": "Media",
    "MED": "Medical / Health",
    "BUS": "Business",
    "EDU": "Education",
    "PTY": "Parties",
    "OPP": "Opposition",
    "REB": "Rebel",
    "UAF": "Unidentified Forces",
    "PRM": "Paramilitary",
    "IGO": "International Government Organization",
    "NGO": "Nongovernmental Organizations",
    "CVL": "General Population / Civilian / Social",
    "LAB": "Labor",
    "AGR": "Agricultural",
    "CRM": "Criminals / Gangs",
    "REF": "Refugees",
    "REL": "Religious",
    "ELI": "Elite",
    "PRE": "Separatists",
    "SOC": "Social",
}


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes events.tab."""
    codes, numbers = Codes.load(), SentenceNumbers()
    cameo = {event["id"]: codes.cameo(event) for event in part.events}
    sides = [set(side) for side in part.record.sides(*part.between)] if part.between else None
    found = dyads(part.events, part.entities, cameo, sides)
    rows = (row(dyad, part, codes, numbers) for dyad in found)
    return {"events.tab": write_lines(folder / "events.tab", rows, len(HEADS), "NA", HEADS)}


def row(dyad: Dyad, part: Part, codes: Codes, numbers: SentenceNumbers) -> list[Any]:
    """The 20 cells of one pair; story, sentence and publisher are those of the event's first report."""
    event = dyad.event
    told = next(iter(part.mentions_of.get(event["id"], ())), None)
    document = part.document.get(told["document"]) if told else None
    town, state, _ = codes.place(event["place"])
    return [
        dyad.number,
        day(event),
        *party(dyad.actor, part, codes),
        codes.label(dyad.cameo),
        dyad.cameo,
        codes.goldstein(dyad.cameo),
        *party(dyad.recipient, part, codes),
        int(document["id"].removeprefix("doc_")[:DIGITS], 16) if document else None,
        numbers.at(document, told["trigger_start"]) if told and document else None,
        words(document["outlet"]) if document else None,
        town,
        None,
        None,
        codes.states[state].text("name") if state in codes.states else None,
        None,
        None,
    ]


def day(event: dict[str, Any]) -> str | None:
    """The event's day, when it is known to the day."""
    return event["date_start"].isoformat() if event["date_start"] and event["date_start"] == event["date_end"] else None


def party(id_: str | None, part: Part, codes: Codes) -> tuple[Any, ...]:
    """Name, sectors and country of one side."""
    entity = part.entities.get(id_ or "")
    if entity is None:
        return words(id_), None, None
    sector = None if entity.kind == "state" else SECTORS.get(entity.sector or "")
    return words(entity.name), sector, codes.country(entity, "name")

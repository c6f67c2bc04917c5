"""GDELT 2.0: Events (61 columns) and Mentions (16), tab-separated, no heading, nothing where nothing is known.

An event of several parties becomes one row a pair; what is reciprocal is written each way, a visit as 042 and 043.
DATEADDED and MentionTimeDate are the day on which a page told it, at 000000: GDELT reads news as it appears.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.show.export.coding import Codes
from dragoman.show.export.dyads import Dyad, dyads
from dragoman.show.export.part import Part
from dragoman.show.export.sentences import SentenceNumbers, in_lead
from dragoman.show.export.tabbed import words, write_lines

EVENTS, MENTIONS = 61, 16
WEB, CITATION = 1, 2
COUNTRY, US_CITY, WORLD_CITY = 1, 3, 4
NOWHERE = (0, None, None, None, None, None, None, None)
Parties = dict[str | None, tuple[Any, ...]]
QUADS = {**dict.fromkeys(range(1, 6), 1), **dict.fromkeys(range(6, 9), 2), **dict.fromkeys(range(9, 14), 3)}


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes YYYYMMDDHHMMSS.export.CSV and .mentions.CSV, named by when the record was built."""
    codes = Codes.load()
    built = f"{part.run['ended']:%Y%m%d%H%M%S}" if part.run else "0" * 14
    cameo = {event["id"]: codes.cameo(event) for event in part.events}
    sides = [set(side) for side in part.record.sides(*part.between)] if part.between else None
    found = list(dyads(part.events, part.entities, cameo, sides))
    named = {id_ for dyad in found for id_ in (dyad.actor, dyad.recipient)}
    parties = {id_: actor_cells(id_, part, codes) for id_ in named}
    places, numbers = where_named(part), SentenceNumbers()
    events, mentions = f"{built}.export.CSV", f"{built}.mentions.CSV"
    told = (cells for dyad in found for cells in mention_rows(dyad, part, places, numbers))
    return {
        events: write_lines(folder / events, (event_row(dyad, part, codes, parties) for dyad in found), EVENTS, ""),
        mentions: write_lines(folder / mentions, told, MENTIONS, ""),
    }


def event_row(dyad: Dyad, part: Part, codes: Codes, parties: Parties) -> list[Any]:
    """The 61 cells of one event."""
    event, root = dyad.event, dyad.cameo[:2]
    documents = [part.document[id_] for id_ in event["documents"] if id_ in part.document]
    lead = any(in_lead(part.document[m["document"]], m["trigger_start"]) for m in part.mentions_of.get(event["id"], ()))
    return [
        dyad.number,
        *day_cells(event["date_start"], event["date_end"]),
        *parties[dyad.actor],
        *parties[dyad.recipient],
        int(lead),
        dyad.cameo,
        dyad.cameo[:3],
        root,
        QUADS.get(int(root), 4) if root else None,
        codes.goldstein(dyad.cameo),
        len(event["mentions"]),
        event["outlets"],
        len(event["documents"]),
        None,
        *NOWHERE,
        *NOWHERE,
        *place_cells(event["place"], codes),
        stamp(event["first_reported"]),
        words(documents[0]["uri"]) if documents else None,
    ]


@lru_cache(maxsize=50_000)
def day_cells(start: date | None, end: date | None) -> tuple[Any, ...]:
    """SQLDATE, MonthYear, Year and FractionDate, each only as far as it is known.

    FractionDate counts months of 30 days from January's zero, as GDELT's files do: 18 February 2015 is 2015.1315.
    """
    if start is None or end is None or start.year != end.year:
        return None, None, None, None
    month = f"{start:%Y%m}" if start.month == end.month else None
    if start != end:
        return None, month, start.year, None
    fraction = start.year + ((start.month - 1) * 30 + start.day) / 365
    return f"{start:%Y%m%d}", month, start.year, f"{min(fraction, start.year + 0.9999):.4f}"


@lru_cache(maxsize=50_000)
def stamp(day: date | None) -> str | None:
    """A day as GDELT writes a moment: 20240304000000."""
    return f"{day:%Y%m%d}000000" if day else None


def actor_cells(id_: str | None, part: Part, codes: Codes) -> tuple[Any, ...]:
    """Code, name, country, known group, ethnicity, two religions, three types."""
    entity = part.entities.get(id_ or "")
    name = words(entity.name if entity else id_).upper()
    country = codes.country(entity, "cameo")
    return codes.actor(entity), name, country, codes.group(entity), None, None, None, codes.sector(entity), None, None


def place_cells(name: str | None, codes: Codes) -> tuple[Any, ...]:
    """Type, full name, FIPS country, two regions, latitude, longitude, feature: as far as the words know the place."""
    town, state, known = codes.place(name)
    if not known:
        return NOWHERE
    row = codes.states.get(state)
    full = ", ".join(filter(None, (town, row.text("name") if row else "")))
    kind = COUNTRY if not town else US_CITY if state == "USA" else WORLD_CITY
    return kind, full, row.text("fips") if row else None, None, None, None, None, None


Places = dict[tuple[str, str], list[tuple[int, int]]]


def where_named(part: Part) -> Places:
    """Where each entity is meant in each document."""
    found: Places = {}
    table = part.record.ask('SELECT document, entity, start, "end" FROM mentions ORDER BY document, start')
    for document, entity, start, end in zip(*(column.to_pylist() for column in table.columns), strict=True):
        found.setdefault((document, entity), []).append((start, end))
    return found


def mention_rows(dyad: Dyad, part: Part, places: Places, numbers: SentenceNumbers) -> Iterator[list[Any]]:
    """The 16 cells of each report of one event; Extras holds our own id of the report, for `dragoman explain`."""
    for told in part.mentions_of.get(dyad.event["id"], ()):
        document = part.document[told["document"]]
        printed = document["published_start"] if document["published_start"] == document["published_end"] else None
        yield [
            dyad.number,
            stamp(dyad.event["first_reported"]),
            stamp(printed),
            WEB if document["uri"].startswith(("http://", "https://")) else CITATION,
            words(document["outlet"]),
            words(document["uri"]),
            numbers.at(document, told["trigger_start"]),
            named_at(dyad.actor, told, places),
            named_at(dyad.recipient, told, places),
            told["trigger_start"],
            1,
            max(10, round(told["confidence"] * 10) * 10),
            sum(end - start for start, end in document["body"]),
            None,
            None,
            told["id"],
        ]


def named_at(id_: str | None, told: dict[str, Any], places: Places) -> int:
    """First character at which the clause names the party; -1 when it does not."""
    spans = places.get((told["document"], id_ or ""), ())
    return next((start for start, end in spans if start < told["end"] and end > told["start"]), -1)

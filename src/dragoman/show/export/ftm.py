"""FollowTheMoney: entities as JSON lines, for Aleph, OpenSanctions' tools and nomenklatura.

States are PublicBody, offices Position and Occupancy, memberships Membership, sanctions Sanction, other relations
UnknownLink, events Event, pages Article, statements Note (FollowTheMoney has no schema for quotations; its Mention takes
no offsets: who is meant where stays in our own tables). Only what pages assert is exported, never what they deny.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.records import Entity
from dragoman.show.export.coding import Codes
from dragoman.show.export.ld import encoded
from dragoman.show.export.part import Part
from dragoman.show.naming import listed, shown

FILE = "entities.ftm.json"
Proxy = dict[str, Any]
OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister", "holds_office"})
MEMBERSHIPS = {"member_of": "member", "partner_of": "partner", "observer_of": "observer"}
HELD = frozenset({"asserted", "ended"})
SCHEMATA = {"state": "PublicBody", "person": "Person", "organisation": "Organization", "media": "Organization"}
PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO"})
PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]")


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes entities.ftm.json, one entity a line, each id once."""
    count, seen = 0, set()
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for found in proxies(part, Codes.load()):
            if found["id"] not in seen:
                seen.add(found["id"])
                file.write(encoded(found) + "\n")
                count += 1
    return {FILE: count}


def proxies(part: Part, codes: Codes) -> Iterator[Proxy]:
    """Every entity of the export; what is pointed at comes before what points at it."""
    known = {entity.id: proxy for entity in part.involved if (proxy := party(entity, codes))}
    yield from known.values()
    yield from (article(document) for document in part.documents)
    for relation in part.relations:
        if relation["status"] in HELD and relation["subject"] in known:
            yield from _relation(relation, part, known, codes)
    yield from (happening(event, part, known) for event in part.events)
    yield from (note(said, part, known) for said in part.statements)


def key(*parts: str) -> str:
    """An id that FollowTheMoney takes: ours where it is plain, else with a fingerprint in place of what is not.

    >>> key("BLR"), key("doc_12ab")
    ('dragoman-BLR', 'dragoman-doc-12ab')
    """
    said = "-".join(parts)
    plain = said.replace("_", "-")
    if PLAIN_ID.fullmatch(plain):
        return f"dragoman-{plain}"
    return f"dragoman-{re.sub(r'[^A-Za-z0-9]+', '-', plain).strip('-')}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"


def proxy(schema: str, id_: str, **properties: Iterable[str | None] | str | None) -> Proxy:
    """An entity with the values that are known; every value is a list of text."""
    kept: dict[str, list[str]] = {}
    for name, given in properties.items():
        values = [given] if isinstance(given, str) or given is None else given
        if found := [shown(value) for value in values if value and shown(value)]:
            kept[name] = list(dict.fromkeys(found))
    return {"id": id_, "schema": schema, "properties": kept}


def party(entity: Entity, codes: Codes) -> Proxy | None:
    """Somebody who acts; None for a place."""
    if entity.kind == "place":
        return None
    schema = SCHEMATA.get(entity.kind, "LegalEntity")
    if schema == "Organization" and entity.kind == "organisation" and entity.sector in PUBLIC:
        schema = "PublicBody"
    wikidata = [code for code in entity.codes if re.fullmatch(r"Q\d+", code)]
    country = codes.country(entity, "iso2").lower()
    positions = (role.office.replace("_", " ") for role in entity.roles) if entity.kind == "person" else ()
    more = {"position": positions} if entity.kind == "person" else {}
    return proxy(schema, key(entity.id), name=entity.name, alias=entity.aliases, country=country, wikidataId=wikidata, **more)


def article(document: dict[str, Any]) -> Proxy:
    """A page; its text stays in the record."""
    web = document["uri"] if document["uri"].startswith(("http://", "https://")) else None
    name = document["uri"].replace("\\", "/").rsplit("/", 1)[-1]
    start, end = document["published_start"], document["published_end"]
    return proxy(
        "Article",
        key(document["id"]),
        fileName=name or document["id"],
        title=document["title"],
        author=document["authors"],
        publisher=document["outlet"],
        publishedAt=prefix_date(start, end),
        language={"en": "eng"}.get(document["language"] or "", document["language"]),
        sourceUrl=web,
    )


def prefix_date(start: Any, end: Any) -> str | None:
    """What two days have in common: 2024-03-04, 2024-03 or 2024.

    >>> from datetime import date
    >>> prefix_date(date(2024, 3, 1), date(2024, 3, 31))
    '2024-03'
    """
    if start is None or end is None:
        return None
    if start == end:
        return str(start)
    same = (start.year, start.month) == (end.year, end.month)
    return str(start)[:7] if same else str(start.year) if start.year == end.year else None


def _relation(row: dict[str, Any], part: Part, known: dict[str, Proxy], codes: Codes) -> Iterator[Proxy]:
    """A relation as FollowTheMoney has it; one of a person's offices takes a Position of its own."""
    proof = key(row["document"])
    span = {"startDate": row["valid_from"], "endDate": row["valid_to"], "proof": proof, "description": row["text"]}
    subject, other, id_ = key(row["subject"]), row["object"], key(row["id"])
    kind = row["relation"]
    is_body = other in known and known[other]["schema"] in ("Organization", "PublicBody")
    if kind in OFFICES and known[row["subject"]]["schema"] == "Person":
        yield from _office(row, part, codes, span)
    elif kind in MEMBERSHIPS and is_body:
        yield proxy("Membership", id_, member=subject, organization=key(other), role=MEMBERSHIPS[kind], **span)
    elif kind == "sanctioned_by":
        imposing = part.entities.get(other or "")
        country = codes.country(imposing, "iso2").lower()
        reason = {"authority": imposing.name if imposing else None, "country": country}
        yield proxy("Sanction", id_, entity=subject, **reason, **span)
    elif other in known:
        yield proxy("UnknownLink", id_, subject=subject, object=key(other), role=kind.replace("_", " "), **span)


def _office(row: dict[str, Any], part: Part, codes: Codes, span: dict[str, str | None]) -> Iterator[Proxy]:
    body = part.entities.get(row["object"] or "")
    office = row["relation"].replace("_", " ")
    post = key("post", row["relation"], row["object"] or "unknown")
    country = codes.country(body, "iso2").lower()
    yield proxy("Position", post, name=f"{office} of {body.name}" if body else office, country=country)
    yield proxy("Occupancy", key(row["id"]), holder=key(row["subject"]), post=post, **span)


def happening(event: dict[str, Any], part: Part, known: dict[str, Proxy]) -> Proxy:
    """An event with its parties and the pages that prove it."""
    parties = [*event["actors"], *event["recipients"]]
    names = [part.record.names.get(id_, id_) for id_ in parties]
    kind = " ".join([event["event_type"].lower(), *event["mode"]])
    return proxy(
        "Event",
        key(event["id"]),
        name=f"{kind}: {listed(dict.fromkeys(names))}",
        startDate=str(event["date_start"]) if event["date_start"] else None,
        endDate=str(event["date_end"]) if event["date_end"] else None,
        location=event["place"],
        summary=event["text"],
        involved=[key(id_) for id_ in parties if id_ in known],
        organizer=[key(id_) for id_ in event["actors"] if id_ in known],
        proof=[key(id_) for id_ in event["documents"]],
        keywords=[event["event_type"], *event["mode"]],
        recordId=event["id"],
    )


def note(said: dict[str, Any], part: Part, known: dict[str, Proxy]) -> Proxy:
    """A statement, as a note on its speaker; its chain stands in the summary."""
    quoted = f"“{said['text']}”" if said["kind"] == "direct" else said["text"]
    return proxy(
        "Note",
        key(said["id"]),
        description=quoted,
        entity=key(said["speaker"]) if said["speaker"] in known else None,
        summary=" › ".join(said["chain"]),
        proof=key(said["document"]),
    )

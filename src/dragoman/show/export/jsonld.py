"""JSON-LD: what pages say as schema.org, where they say it as W3C Web Annotations, how it was made as W3C PROV.

Three files, each one JSON document with a row a line: articles.jsonld, annotations.jsonld, provenance.jsonld.
A statement that Reuters takes over from Xinhua is a Quotation isPartOf the page, isBasedOn Xinhua's words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.records import Entity
from dragoman.show.export import annotations, provenance
from dragoman.show.export.ld import encoded, iri, kept
from dragoman.show.export.part import Part
from dragoman.show.naming import shown

CONTEXT = {
    "@vocab": "https://schema.org/",
    "dragoman": "urn:dragoman:terms:",
    "contradicts": {"@id": "dragoman:contradicts", "@type": "@id"},
}
KINDS = {"state": "Country", "person": "Person", "media": "NewsMediaOrganization", "place": "Place"}
STATUS = {"future": "https://schema.org/EventScheduled"}
Node = dict[str, Any]


def write(part: Part, folder: Path) -> dict[str, int]:
    """Writes the three files."""
    files: dict[str, tuple[Node, str, Iterator[Node]]] = {
        "articles": ({"@context": CONTEXT}, "@graph", nodes(part)),
        "annotations": (annotations.HEAD, "items", annotations.items(part)),
        "provenance": ({"@context": provenance.CONTEXT}, "@graph", provenance.nodes(part)),
    }
    return {f"{name}.jsonld": dump(folder / f"{name}.jsonld", *given) for name, given in files.items()}


def dump(path: Path, head: Node, key: str, rows: Iterable[Node]) -> int:
    """Writes one JSON document, a row a line, without holding it in memory; returns how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(encoded(head)[:-1] + f', "{key}": [')
        for row in rows:
            file.write((",\n" if count else "\n") + encoded(row))
            count += 1
        file.write("\n]}\n")
    return count


def nodes(part: Part) -> Iterator[Node]:
    """Everything that schema.org has a type for."""
    yield from (party(entity) for entity in part.involved)
    yield from (article(document) for document in part.documents)
    yield from (quotation(said, part) for said in part.statements)
    yield from (happening(event) for event in part.events)
    rivals = contradicting(part)
    yield from (claim(row, rivals) for row in (*part.figures, *part.relations))


def party(entity: Entity) -> Node:
    """Somebody who acts, with the other names and the Wikidata item."""
    items = (code for code in entity.codes if code[:1] == "Q" and code[1:].isdigit())
    return kept(
        {
            "@id": iri(entity.id),
            "@type": KINDS.get(entity.kind, "Organization"),
            "name": shown(entity.name),
            "alternateName": [shown(alias) for alias in entity.aliases],
            "sameAs": [f"https://www.wikidata.org/entity/{item}" for item in items],
        }
    )


def article(document: Node) -> Node:
    """A page; its text stays in the record."""
    start, end = document["published_start"], document["published_end"]
    web = document["uri"] if document["uri"].startswith(("http://", "https://")) else None
    return kept(
        {
            "@id": iri(document["id"]),
            "@type": "NewsArticle",
            "headline": shown(document["title"]),
            "author": [{"@type": "Person", "name": shown(name)} for name in document["authors"]],
            "publisher": organisation(document["outlet"]),
            "sourceOrganization": [organisation(name) for name in document["agencies"]],
            "datePublished": interval(start, end),
            "dateModified": interval(document["modified_start"], document["modified_end"]),
            "inLanguage": document["language"],
            "locationCreated": {"@type": "Place", "name": shown(document["place"])} if document["place"] else None,
            "url": web,
            "identifier": f"sha256:{document['content_sha256']}",
            "isBasedOn": ref(document["copy_of"]),
            "sdDatePublished": f"{document['read_at']:%Y-%m-%dT%H:%M:%SZ}" if document["read_at"] else None,
        }
    )


def interval(start: Any, end: Any) -> str | None:
    """A day, or an ISO 8601 interval of days."""
    if start is None or end is None:
        return None
    return str(start) if start == end else f"{start}/{end}"


def organisation(name: str | None) -> Node | None:
    """A news organisation by name."""
    return {"@type": "NewsMediaOrganization", "name": shown(name)} if name else None


def ref(id_: str | None) -> Node | None:
    """A pointer to another row."""
    return {"@id": iri(id_)} if id_ else None


def quotation(said: Node, part: Part) -> Node:
    """A statement with its chain: part of the page, based on each relay's report in turn, the speaker's own last."""
    speaker = ref(said["speaker"]) or kept({"@type": "Person", "name": shown(said["speaker_text"])})
    based: Node | None = None
    for relay in reversed(said["via"]):
        based = kept({"@type": "CreativeWork", "publisher": ref(relay), "isBasedOn": based})
    agencies = part.document[said["document"]]["agencies"]
    for name in reversed(agencies):
        based = kept({"@type": "CreativeWork", "publisher": organisation(name), "isBasedOn": based})
    return kept(
        {
            "@id": iri(said["id"]),
            "@type": "Quotation",
            "text": shown(said["text"]),
            "spokenByCharacter": speaker,
            "dateCreated": interval(said["date_start"], said["date_end"]),
            "isPartOf": ref(said["document"]),
            "isBasedOn": based,
            "dragoman:kind": said["kind"],
            "dragoman:hedge": said["hedge"],
        }
    )


def happening(event: Node) -> Node:
    """An event; actors are its organizers, recipients take part."""
    return kept(
        {
            "@id": iri(event["id"]),
            "@type": "Event",
            "name": " ".join([event["event_type"], *event["mode"]]),
            "description": shown(event["text"]),
            "startDate": str(event["date_start"]) if event["date_start"] else None,
            "endDate": str(event["date_end"]) if event["date_end"] else None,
            "eventStatus": STATUS.get(event["status"]),
            "location": {"@type": "Place", "name": shown(event["place"])} if event["place"] else None,
            "organizer": [ref(id_) for id_ in event["actors"]],
            "attendee": [ref(id_) for id_ in event["recipients"]],
            "subjectOf": [ref(id_) for id_ in event["documents"]],
            "dragoman:origins": event["origins"],
            "dragoman:cameo": event["cameo"],
        }
    )


def claim(row: Node, rivals: dict[str, list[str]]) -> Node:
    """A figure or relation, as what the page claims; never as a fact, never with a verdict."""
    about = [ref(id_) for id_ in (row["subject"], row.get("partner"), row.get("object")) if id_]
    what = row.get("measure") or row["relation"].replace("_", " ")
    return kept(
        {
            "@id": iri(row["id"]),
            "@type": "Claim",
            "name": what,
            "text": shown(row["text"]),
            "about": about,
            "appearance": ref(row["document"]),
            "claimInterpreter": [ref(id_) for id_ in row["via"]],
            "contradicts": [iri(id_) for id_ in rivals.get(row["id"], ())],
        }
    )


def contradicting(part: Part) -> dict[str, list[str]]:
    """The rows that each row is in conflict with."""
    found: dict[str, list[str]] = {}
    for conflict in part.record.conflicts().to_pylist():
        ids = [member["id"] for member in conflict["members"] if member["table"] != "words"]
        for id_ in ids:
            found.setdefault(id_, []).extend(other for other in ids if other != id_)
    return found

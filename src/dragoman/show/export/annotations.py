"""W3C Web Annotations: each row as a note on the characters that say so, with both selectors.

Positions count Unicode code points of the page's text as the record holds it; its SHA-256 stands in each target, so that
a reader knows whether the text at hand is the one that was counted.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from dragoman import __version__
from dragoman.show.export.ld import iri, kept
from dragoman.show.export.part import Part

TERMS = {"dragoman": "urn:dragoman:terms:"}
HEAD: dict[str, Any] = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", TERMS],
    "type": "AnnotationPage",
    "label": "Rows of a record of dragoman's",
}
CONTEXT = 32
"""Characters before and after, that tell one occurrence from another."""


def items(part: Part) -> Iterator[dict[str, Any]]:
    """An annotation for each statement, figure, relation and report of an event."""
    digests: dict[str, str] = {}
    creator = {"type": "Software", "name": f"dragoman {part.run['version'] if part.run else __version__}"}
    told = (mention for event in part.events for mention in part.mentions_of.get(event["id"], ()))
    for row, bodies in (
        *((row, [classified(row["event_type"]), identified(row["event"])]) for row in told),
        *((row, [classified(row["kind"]), *(identified(id_) for id_ in [row["speaker"]] if id_)]) for row in part.statements),
        *((row, [classified(row["measure"]), *(identified(id_) for id_ in [row["subject"]] if id_)]) for row in part.figures),
        *((row, [classified(row["relation"]), identified(row["subject"])]) for row in part.relations),
    ):
        document = part.document[row["document"]]
        digest = digests.setdefault(document["id"], hashlib.sha256(document["text"].encode()).hexdigest())
        yield annotation(row, bodies, document, digest, creator)


def classified(value: str) -> dict[str, str]:
    """A body that says what the words are: CONSULT, direct, trade, member_of."""
    return {"type": "TextualBody", "value": value, "purpose": "classifying"}


def identified(id_: str) -> dict[str, str]:
    """A body that says who or what is meant."""
    return {"type": "SpecificResource", "source": iri(id_), "purpose": "identifying"}


def annotation(
    row: dict[str, Any], bodies: list[dict[str, str]], document: dict[str, Any], digest: str, creator: dict[str, str]
) -> dict[str, Any]:
    """One annotation; `source` is the page's address where it has one."""
    web = document["uri"].startswith(("http://", "https://"))
    return kept(
        {
            "id": iri(f"ann:{row['id']}"),
            "type": "Annotation",
            "motivation": "classifying",
            "creator": creator,
            "created": f"{document['read_at']:%Y-%m-%dT%H:%M:%SZ}" if document["read_at"] else None,
            "body": bodies,
            "target": {
                "source": document["uri"] if web else iri(document["id"]),
                "dragoman:textSha256": digest,
                "selector": selectors(document["text"], row["start"], row["end"]),
            },
        }
    )


def selectors(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """The place by its position and by its words.

    >>> selectors("Kenya and Somalia met.", 0, 5)[1]["exact"]
    'Kenya'
    """
    quoted = {"type": "TextQuoteSelector", "exact": text[start:end]}
    around = {"prefix": text[max(0, start - CONTEXT) : start], "suffix": text[end : end + CONTEXT]}
    return [{"type": "TextPositionSelector", "start": start, "end": end}, quoted | around]

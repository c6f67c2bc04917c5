"""Across documents: stories, copies and events of the public sets, by dragoman's own functions."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.stories import group_stories
from dragoman.records import Document

DAY = re.compile(r"\d{4}-\d\d-\d\d")
KINDS = {"exact": "copy", "copy": "copy", "partial": "partial"}


def document(row: dict) -> Document:
    """A row of text as a document: each line a paragraph."""
    text, place, body = row["input"]["text"], 0, []
    for line in text.split("\n"):
        if line.strip():
            body.append((place, place + len(line)))
        place += len(line) + 1
    published = DAY.match(row["input"].get("published") or "")
    day = date.fromisoformat(published[0]) if published else None
    return Document(
        id=row["id"], uri=row["input"].get("url") or row["id"], outlet=row["input"].get("outlet"), content_sha256="",
        title=row["input"].get("title"), published_start=day, published_end=day, text=text, body=tuple(body),
    )  # fmt: skip


def copies(rows: Iterable[dict]) -> Iterator[dict]:
    """Pairs of the documents of stories.jsonl that share text."""
    for copy in find_copies([document(row) for row in rows]):
        if copy.kind in KINDS:
            yield {"a": copy.document, "b": copy.source, "kind": KINDS[copy.kind]}


def copies_synthetic(rows: Iterable[dict], originals: Iterable[dict]) -> Iterator[dict]:
    """Sources of made-up derivations, each read together with the documents of stories.jsonl."""
    rows, known = list(rows), [document(row) for row in originals]
    texts = {row["id"] for row in rows}
    for copy in find_copies([*known, *(document(row) for row in rows)]):
        for one, other in ((copy.document, copy.source), (copy.source, copy.document)):
            if one in texts and other not in texts and copy.kind in KINDS:
                yield {"id": one, "source": other, "kind": KINDS[copy.kind]}


def stories(rows: Iterable[dict]) -> Iterator[dict]:
    """The story of each document."""
    documents = [document(row) for row in rows]
    for story in group_stories(documents, list(find_copies(documents)), []):
        yield from ({"id": name, "story": story.id} for name in story.documents)

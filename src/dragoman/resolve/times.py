"""Expressions of time in a document's body, with the days they mean."""

from collections.abc import Iterator

from dragoman.lexicon.times import TimeWords
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.time import Time
from dragoman.resolve.time_meaning import Meaning
from dragoman.resolve.time_quotes import with_day_said
from dragoman.resolve.time_resolve import resolve
from dragoman.resolve.time_scan import scan
from dragoman.resolve.time_tense import with_tense


def find_times(document: Document, sentences: list[Sentence], words: TimeWords) -> Iterator[Time]:
    """Time expressions of the body in order: "met on Monday" on a page of 4 December 2023 is that day.

    Nothing is counted from a day that is not known: without a day of printing "Monday" stays XXXX-WXX-1.
    """
    yield from resolve(document, read_meanings(document, sentences, words))


def read_meanings(document: Document, sentences: list[Sentence], words: TimeWords) -> list[Meaning]:
    """What the time expressions of the body mean, before anybody asks what day it is."""
    meanings = with_tense(document.text, scan(document.text, document.body, words), sentences, words)
    return list(with_day_said(document.text, document.body, list(meanings)))

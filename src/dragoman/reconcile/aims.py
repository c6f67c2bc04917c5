"""Figures that somebody aims at: "want to raise their trade to $500 million by 2030" tells of no year that is over."""

import re

from dragoman.reconcile.event_facts import sentence_around
from dragoman.records.figure import Figure

BY_YEAR = re.compile(r"\bby (?:the )?(?:end of |early |late |mid-)?(\d{4})\b")
AIMS = re.compile(r"\b(?:wants?|aims?|plans?|hopes?|intends?|targets?|goal|will|pledges?|vows?|expect(?:s|ed)?|set to|seeks?)\b")
LOOKS_BACK = re.compile(r"\b(?:had|w(?:as|ere) to|would|wanted|aimed|planned|hoped|missed|failed|earlier|previous(?:ly)?)\b")


def looks_ahead(figure: Figure, text: str) -> bool:
    """Does its sentence speak of what somebody wants or expects, and not look back at it?"""
    start, end = sentence_around(text, figure.start)
    told = text[start:end]
    return AIMS.search(told) is not None and LOOKS_BACK.search(told) is None


def is_aim(figure: Figure, text: str) -> bool:
    """Does its sentence aim at the value by the end of its period?"""
    start, end = sentence_around(text, figure.start)
    by = BY_YEAR.search(text[start:end])
    return by is not None and looks_ahead(figure, text) and figure.period_end is not None and int(by[1]) == figure.period_end.year

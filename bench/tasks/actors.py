"""actors: a phrase or a sentence to country and sector, through the names that dragoman resolves."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from bench.tasks.common import read_text, tools
from dragoman.lexicon.files import layers, table
from dragoman.records import Reference, Sentence, Time
from dragoman.resolve.actors import actor_of
from dragoman.text import tree

# How this bench writes organisations in its country column.
ORGANISATION = {"IGOUNO": "UNO", "IGOEUR": "EUR"}


def solve(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Country and sectors of each row's phrase; co-actors where a phrase inside a sentence is given."""
    for row in rows:
        given = row["input"]
        if "actor_phrase" in given:
            yield {"id": row["id"], "coactors": coactors(given["text"], given["actor_phrase"])}
        else:
            yield {"id": row["id"], **code(given)}


def code(given: dict[str, Any]) -> dict[str, Any]:
    """The country and sectors of a phrase; its context gives the country when the phrase names none."""
    day = day_of(given.get("query_date"))
    found = actor_of(given["text"], read_text(given["text"], day)[Reference], tools()[0].names, day)
    country = found.country or given.get("known_country") or ""
    if not country and given.get("context"):
        around = read_text(given["context"], day)[Reference]
        country = next((r.entity.country for r in around if r.entity.country), "")
    if not country and found.entity is not None and found.entity.sector == "IGO":
        country = organisation_code(found.entity.id)
    return {"country": country, "sectors": list(found.sectors)}


def organisation_code(body: str) -> str:
    """UNO or EUR for the bodies of the United Nations and the European Union, else IGO."""
    rows = parents()
    while body:
        codes, parent = rows.get(body, ((), ""))
        if any(c in ORGANISATION for c in codes):
            return next(ORGANISATION[c] for c in codes if c in ORGANISATION)
        body = parent
    return "IGO"


@cache
def parents() -> dict[str, tuple[tuple[str, ...], str]]:
    """Codes and parent of each organisation of the words."""
    return {r.text("id"): (r.list("codes"), r.text("parent")) for r in table("organisations.csv", layers(None), ("id",))}


def day_of(text: str | None) -> date | None:
    """The day a row asks about, in whatever form; None for today or nonsense."""
    return next((t.date_start for t in read_text(text)[Time]), None) if text else None


def coactors(text: str, phrase: str) -> list[str]:
    """Conjuncts of a phrase in its sentence: each noun phrase of the coordination that the phrase's head is in."""
    at = text.find(phrase)
    for sentence in read_text(text)[Sentence]:
        head = tree.head_of_span(sentence, at, at + len(phrase)) if sentence.start <= at < sentence.end else None
        if head is None:
            continue
        members = tree.conjuncts(sentence, tree.first_conjunct(sentence, head))
        shared = adjectives(sentence, members)
        if shared:
            return [f"{a} {sentence.tokens[members[0]].text}" for a in shared]
        spans = [tree.span_of(sentence, tree.phrase(sentence, m)) for m in members]
        return [sentence.text[start - sentence.start : end - sentence.start].removeprefix("the ") for start, end in spans]
    return [phrase]


def adjectives(sentence: Sentence, members: list[int]) -> list[str]:
    """The states of "Russian and Belarusian soldiers": one noun, coordinated adjectives."""
    for member in members:
        for a in tree.children(sentence, member, "amod", "nmod"):
            both = tree.conjuncts(sentence, a)
            if len(both) > 1:
                return [sentence.tokens[i].text for i in both]
    return []

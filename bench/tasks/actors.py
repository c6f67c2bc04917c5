"""actors: a phrase or a sentence to country and sector, through the names that dragoman resolves."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bench.tasks.common import read_text
from dragoman.records import Entity, Mention


def solve(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Country and sectors of each row's phrase; co-actors where a phrase inside a sentence is given."""
    for row in rows:
        given = row["input"]
        if "actor_phrase" in given:
            yield {"id": row["id"], "coactors": coactors(given["text"], given["actor_phrase"])}
        else:
            yield {"id": row["id"], **code(given)}


def code(given: dict[str, Any]) -> dict[str, Any]:
    """The country and sectors of the first mention that has them, the longest first at one place."""
    made = read_text(given["text"], day_of(given.get("query_date")))
    entities: dict[str, Entity] = {e.id: e for e in made[Entity]}
    ranked = sorted(made[Mention], key=lambda m: (m.form != "description", m.start, -(m.end - m.start)))
    found = [entities[m.entity] for m in ranked]
    country = next((e.country for e in found if e.country), "")
    sectors = list(dict.fromkeys(e.sector for e in found if e.sector and e.kind != "state"))
    return {"country": country, "sectors": sectors}


def day_of(text: str | None) -> date | None:
    """The day a row asks about; None for today or nonsense."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def coactors(text: str, phrase: str) -> list[str]:
    """Conjuncts of a phrase in its sentence."""
    return [part.strip() for part in phrase.replace(" and ", ",").split(",") if part.strip() and part.strip() in text]

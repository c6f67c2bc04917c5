"""The conditions of each listing, in SQL: only those that are asked for are put to the record, with values as parameters."""

from collections.abc import Mapping
from typing import Any

Conditions = Mapping[str, str]
"""Parameter -> the condition that it brings."""


def one_of(name: str) -> str:
    """A column's value is one of those given.

    >>> one_of("types")
    'IN (SELECT unnest($types::VARCHAR[]))'
    """
    return f"IN (SELECT unnest(${name}::VARCHAR[]))"


def where(conditions: Conditions, given: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The conditions that are asked for, and the parameters that they name.

    >>> where({"kind": "kind = $kind", "type": "type = $type"}, {"kind": "date", "type": None})
    ('kind = $kind', {'kind': 'date'})
    """
    asked = [condition for name, condition in conditions.items() if given.get(name) is not None]
    text = " AND ".join(asked) or "true"
    return text, {name: value for name, value in given.items() if value is not None and f"${name}" in text}


def numbers_of(name: str) -> str:
    """An entity's number is that of one of the ids given."""
    return f"IN (SELECT n FROM web_numbers WHERE id {one_of(name)})"


DYAD = f"""SELECT a.event FROM web_parties a JOIN web_parties b USING (event)
    WHERE a.entity {numbers_of("one")} AND b.entity {numbers_of("two")} AND (a.given <> b.given OR a.mutual)"""

EVENTS = {
    "one": f"web_n IN (SELECT event FROM web_parties WHERE entity {numbers_of('one')})",
    "two": f"web_n IN ({DYAD})",
    "since": "coalesce(date_end, date_start, first_reported) >= $since::DATE",
    "until": "coalesce(date_start, date_end, first_reported) <= $until::DATE",
    "types": f"event_type {one_of('types')}",
    "statuses": f"status {one_of('statuses')}",
    "quads": "quad IN (SELECT unnest($quads::INTEGER[]))",
    "origins": "origins >= $origins::INTEGER",
    "via": f"web_n IN (SELECT event FROM web_event_via WHERE via {one_of('via')} OR name {one_of('via_names')})",
}
STATEMENTS = {
    "speaker": f"speaker {one_of('speaker')}",
    "about": f"web_n IN (SELECT statement FROM web_about WHERE entity {numbers_of('about')})",
    "via": "(list_has_any(via, $via::VARCHAR[]) OR list_has_any(agencies, $via_names::VARCHAR[]))",
    "kind": "kind = $kind::VARCHAR",
    "since": "coalesce(date_end, date_start, told_end) >= $since::DATE",
    "until": "coalesce(date_start, date_end, told_start) <= $until::DATE",
}
FIGURES = {
    "measures": f"measure {one_of('measures')}",
    "one": f"(subject {one_of('one')} OR partner {one_of('one')})",
    "two": f"(subject {one_of('two')} OR partner {one_of('two')}) AND subject IS DISTINCT FROM partner",
}
RELATIONS = {
    "relations": f"relation {one_of('relations')}",
    "one": f"(subject {one_of('one')} OR object {one_of('one')})",
    "two": f"(subject {one_of('two')} OR object {one_of('two')})",
    "status": "status = $status::VARCHAR",
}
CONFLICTS = {"kind": "kind = $kind::VARCHAR"}
ENTITIES = {"ids": f"id {one_of('ids')}", "kind": "kind = $kind::VARCHAR", "listed": "listed = $listed::BOOLEAN"}
DOCUMENTS = {
    "since": "published_end >= $since::DATE",
    "until": "published_start <= $until::DATE",
    "outlet": "outlet = $outlet::VARCHAR",
}
STORIES = {"since": "date_end >= $since::DATE", "until": "date_start <= $until::DATE"}

NEWEST = "coalesce(date_end, date_start, first_reported) DESC NULLS LAST, date_start DESC, event_type, id"
OLDEST = "date_start NULLS LAST, date_end, first_reported NULLS LAST, event_type, id"
LATEST_SAID = "coalesce(date_end, date_start, told_end) DESC NULLS LAST, document, start, id"

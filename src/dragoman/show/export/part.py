"""The part of a record that a one-way export writes: all of it, some days, or what passed between two parties."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from dragoman.records import Entity
from dragoman.show.record import Record

Rows = list[dict[str, Any]]
FORESEEING = frozenset({"AGREE", "THREATEN"})
"""Types that hold what is still to come: a promise made is made, whatever becomes of it."""


REPORTS = """
SELECT id, event, document, start, "end", trigger_start, event_type, context, rule, confidence
FROM event_mentions WHERE event IS NOT NULL ORDER BY document, start, "end", id
"""


class Part:
    """What is exported, as plain rows; an event is exported when it happened, or when its type is about the future."""

    def __init__(
        self, record: Record, *, since: str | None = None, until: str | None = None, between: tuple[str, str] | None = None
    ) -> None:
        self.record = record
        self.days: dict[str, str | None] = {"since": since, "until": until}
        self.between = between
        self.some = bool(since or until or between)

    def check(self) -> None:
        """Raises when the days or parties asked for mean nothing, before anything is written."""
        if self.some:
            self.record.documents(**self.days)
        if self.between:
            self.record.sides(*self.between)

    @cached_property
    def _timeline(self) -> Rows:
        one, two = self.between or (None, None)
        found: Rows = self.record.timeline(one, two, since=self.days["since"], until=self.days["until"], status=None).to_pylist()
        return found

    @cached_property
    def events(self) -> Rows:
        """Events that happened, with promises and threats; oldest first."""
        return [row for row in self._timeline if row["status"] == "actual" or foreseen(row)]

    @property
    def left_out(self) -> int:
        """How many events are denied, only imagined, or still to come."""
        return len(self._timeline) - len(self.events)

    @cached_property
    def mentions_of(self) -> dict[str, Rows]:
        """The reports of each event."""
        found: dict[str, Rows] = defaultdict(list)
        for row in self.record.ask(REPORTS).to_pylist():
            found[row["event"]].append(row)
        return found

    @cached_property
    def documents(self) -> Rows:
        """The pages, oldest first: of these days, or those that print anything of what is exported."""
        order = self.record.ask("SELECT id FROM documents ORDER BY published_start NULLS LAST, uri, id").column("id").to_pylist()
        rows = [self.document[id_] for id_ in order]
        if not self.some:
            return rows
        wanted = {id_ for event in self.events for id_ in event["documents"]}
        wanted |= {row["document"] for row in [*self.statements, *self.figures, *self.relations]}
        return [row for row in rows if row["id"] in wanted]

    @cached_property
    def document(self) -> dict[str, dict[str, Any]]:
        """Every page of the record by its id."""
        return {row["id"]: row for row in self.record.table("documents").to_pylist()}

    @cached_property
    def statements(self) -> Rows:
        """What was said: by either of the two about the other."""
        if not self.between:
            return self._said(None, None)
        one, two = self.between
        found = {row["id"]: row for row in [*self._said(one, two), *self._said(two, one)]}
        return list(found.values())

    def _said(self, speaker: str | None, about: str | None) -> Rows:
        days = {"since": self.days["since"], "until": self.days["until"]}
        found: Rows = self.record.statements(speaker=speaker, about=about, **days).to_pylist()
        return found

    @cached_property
    def figures(self) -> Rows:
        """Numbers of the pages, or between the two."""
        return self._of_pages(self.record.figures(between=self.between).to_pylist())

    @cached_property
    def relations(self) -> Rows:
        """What is said to hold, or to hold between the two."""
        return self._of_pages(self.record.relations(*(self.between or (None, None))).to_pylist())

    def _of_pages(self, rows: Rows) -> Rows:
        """The rows whose page appeared within the days."""
        if not any(self.days.values()):
            return rows
        pages = set(self.record.documents(**self.days).column("id").to_pylist())
        return [row for row in rows if row["document"] in pages]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Everybody in the record, by id."""
        return self.record.directory.entities

    @cached_property
    def involved(self) -> list[Entity]:
        """Those who take part in anything that is exported, and the states they act for."""
        if not self.some:
            return [entity for entity in self.entities.values() if entity.kind != "place"]
        ids = set(self._parties())
        ids |= {country for id_ in ids if (found := self.entities.get(id_)) and (country := found.country)}
        return [entity for id_, entity in self.entities.items() if id_ in ids and entity.kind != "place"]

    def _parties(self) -> Iterable[str]:
        for event in self.events:
            yield from (*event["actors"], *event["recipients"])
        for said in self.statements:
            yield from (*said["via"], *filter(None, (said["speaker"], said["addressee"])))
        for row in [*self.figures, *self.relations]:
            yield from (*row["via"], *filter(None, (row["subject"], row.get("partner"), row.get("object"))))

    @cached_property
    def run(self) -> dict[str, Any] | None:
        """The last build of the record."""
        runs = self.record.table("runs").to_pylist()
        return max(runs, key=lambda run: (run["ended"], run["id"])) if runs else None


def foreseen(event: dict[str, Any]) -> bool:
    """Is the event a promise or a threat, which stands although what it speaks of lies ahead?"""
    return event["status"] == "future" and event["event_type"] in FORESEEING

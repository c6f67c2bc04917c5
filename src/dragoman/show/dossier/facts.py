"""What a dossier says: gathered once, written as a page or as Markdown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dragoman import __version__
from dragoman.show.record import Record

Row = dict[str, Any]
LIMIT = 500
"""Rows of one kind that a dossier prints: some forty pages of paper."""


@dataclass(frozen=True)
class Dossier:
    """What passed between two parties, who said what of the other, and on which pages it stands."""

    one: str
    two: str
    since: str | None
    until: str | None
    events: list[Row]
    left_out: int
    said: tuple[list[Row], list[Row]]
    figures: list[Row]
    relations: list[Row]
    conflicts: list[Row]
    sources: list[Row]
    run: Row | None
    problems: int
    names: Mapping[str, str]
    limit: int = LIMIT

    def html(self) -> str:
        """The page that can be mailed."""
        from dragoman.show.dossier.page import html

        return html(self)

    def markdown(self) -> str:
        """The same as Markdown."""
        from dragoman.show.dossier.text import markdown

        return markdown(self)

    @property
    def statements(self) -> list[Row]:
        """What either said about the other; what both lists hold counts once."""
        return list({row["id"]: row for side in self.said for row in side}.values())

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each page in the list of sources."""
        return {row["id"]: number for number, row in enumerate(self.sources, 1)}

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """Numbers of some pages in the list of sources, in order."""
        return sorted(self.number[id_] for id_ in ids if id_ in self.number)

    @cached_property
    def quads(self) -> Counter[int]:
        """Events by quad: 1 and 2 are cooperation, 3 and 4 conflict."""
        return Counter(row["quad"] for row in self.events)

    @property
    def origins(self) -> int:
        """Independent origins among the sources: copies and rewrites of one original count once."""
        return len({row["origin"] or row["id"] for row in self.sources})

    @property
    def outlets(self) -> int:
        """Outlets among the sources that are known."""
        return len({row["outlet"] for row in self.sources if row["outlet"]})

    @property
    def version(self) -> str:
        """The version of dragoman that built the record."""
        return self.run["version"] if self.run else __version__

    @cached_property
    def disputed(self) -> set[str]:
        """Ids of the rows that an open conflict is about."""
        return {member["id"] for conflict in self.conflicts for member in conflict["members"]}

    def explained(self, conflict: Row) -> str:
        """A conflict in a sentence, its pages by their numbers: nearly 6 billion [3], 5 billion [1]."""
        text: str = conflict["explanation"]
        for row in self.sources:
            for name in (row["id"], row["file"]):
                text = text.replace(f"[{name}]", f"[{self.number[row['id']]}]")
        return text

    def place_of(self, member: Row) -> str:
        """Id under which a member of a conflict stands here; a report stands under its event."""
        events = {id_: event["id"] for event in self.events for id_ in event["mentions"]}
        return str(events.get(member["id"], member["id"]))


def dossier(
    record: Record, one: str, two: str, *, since: str | None = None, until: str | None = None, limit: int = LIMIT
) -> Dossier:
    """Gathers a dossier on two parties by any of their names: dossier(record, "Belarus", "China")."""
    first, second = record.find(one), record.find(two)
    days = {"since": since, "until": until}
    whole = record.timeline(one, two, **days, status=None).to_pylist()
    events = [row for row in whole if row["status"] in ("actual", "future")]
    said = (
        record.statements(speaker=one, about=two, **days).to_pylist(),
        record.statements(speaker=two, about=one, **days).to_pylist(),
    )
    pages = {row["id"]: row for row in record.documents().to_pylist()}
    within = {row["id"] for row in record.documents(**days).to_pylist()} if since or until else set(pages)
    figures = [row for row in record.figures(between=(one, two)).to_pylist() if row["document"] in within]
    relations = [row for row in record.relations(one, two).to_pylist() if row["document"] in within]
    used = [id_ for event in events for id_ in event["documents"]]
    used += [row["document"] for row in (*said[0], *said[1], *figures, *relations)]
    return Dossier(
        one=first.name,
        two=second.name,
        since=since,
        until=until,
        events=events,
        left_out=len(whole) - len(events),
        said=said,
        figures=figures,
        relations=relations,
        conflicts=_conflicts(record, events, (*said[0], *said[1], *figures, *relations)),
        sources=[row for id_, row in pages.items() if id_ in set(used)],
        run=_last_run(record),
        problems=record.problems().num_rows,
        names=record.names,
        limit=limit,
    )


def _conflicts(record: Record, events: Iterable[Row], rows: Iterable[Row]) -> list[Row]:
    """Conflicts that any of the rows takes part in."""
    ids = {row["id"] for row in rows} | {id_ for event in events for id_ in (event["id"], *event["mentions"])}
    return [row for row in record.conflicts().to_pylist() if any(member["id"] in ids for member in row["members"])]


def _last_run(record: Record) -> Row | None:
    runs = record.table("runs").to_pylist()
    return max(runs, key=lambda run: run["ended"]) if runs else None

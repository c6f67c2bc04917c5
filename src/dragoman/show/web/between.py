"""/between/ONE/TWO: what passed between two states or persons."""

from typing import Annotated, Any
from urllib.parse import urlencode

import pyarrow as pa
import pyarrow.compute as pc
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.show.record import STATUSES
from dragoman.show.web import listings
from dragoman.show.web.asked import (
    EventsAsked,
    EventsGiven,
    FiguresAsked,
    Opened,
    RelationsAsked,
    StatementsAsked,
)
from dragoman.show.web.chart import chart
from dragoman.show.web.found import Found, by_ids
from dragoman.show.web.lists import listing_csv, listing_json
from dragoman.show.web.render import between as address
from dragoman.show.web.render import page
from dragoman.show.web.window import Window

EVENTS_SHOWN, STATEMENTS_SHOWN, FIGURES_SHOWN, RELATIONS_SHOWN = 25, 5, 40, 30
MATCHED = """
SELECT id, quad, score, date_trunc('month', coalesce(date_start, date_end, first_reported))::DATE AS month,
    len(conflicts) > 0 AS disputed
FROM web_events WHERE {} ORDER BY {}
"""
DISPUTED = """
SELECT * FROM conflicts WHERE id IN (SELECT conflict FROM web_members WHERE id IN (SELECT unnest($ids::VARCHAR[])))
OR id IN (SELECT unnest(conflicts) FROM web_events WHERE id IN (SELECT unnest($events::VARCHAR[])))
ORDER BY kind, slot, id LIMIT 12
"""
DISPUTED_LOOKED_AT = 200


def router() -> APIRouter:
    """The routes of the dyad."""
    routes = APIRouter(tags=["between"])

    @routes.get("/between", include_in_schema=False)
    def asked_for(
        request: Request, window: Opened, asked: EventsGiven, one: Annotated[str, Query()] = "", two: Annotated[str, Query()] = ""
    ) -> Response:
        first, second = window.find(one), window.find(two)
        if "/" in first.id + second.id:
            return dyad_page(request, window, first.id, second.id, asked)
        return RedirectResponse(address(first.id, second.id), 303)

    @routes.get("/between/{one}/{two}.json", summary="What passed between two: events, the latest first.")
    def as_json(request: Request, window: Opened, one: str, two: str, asked: EventsGiven) -> Response:
        return listing_json(request, events_of(window, one, two, asked), asked)

    @routes.get("/between/{one}/{two}.csv", summary="What passed between two, for a spreadsheet.")
    def as_csv(window: Opened, one: str, two: str, asked: EventsGiven) -> Response:
        return listing_csv(events_of(window, one, two, asked), asked)

    @routes.get("/between/{one}/{two}", include_in_schema=False)
    def as_page(request: Request, window: Opened, one: str, two: str, asked: EventsGiven) -> Response:
        first, second = window.find(one), window.find(two)
        if (one, two) != (first.id, second.id) and "/" not in first.id + second.id:
            kept = urlencode(request.query_params.multi_items())
            return RedirectResponse(address(first.id, second.id) + (f"?{kept}" if kept else ""), 303)
        return dyad_page(request, window, one, two, asked)

    return routes


def events_of(window: Window, one: str, two: str, asked: EventsAsked) -> Found:
    """The events between two that the filters let through."""
    return listings.events(window, asked.model_copy(update={"between": [one, two], "of": None}))


def matched(found: Found) -> pa.Table:
    """All events of a listing in their order, with no more than what their drawing needs."""
    condition, given = found.put
    return found.window.ask(MATCHED.format(condition, found.order), **given)


def by_month(events: pa.Table) -> list[dict[str, Any]]:
    """Events by month and quad: how many, and the sum of their scores."""
    dated = events.filter(pc.is_valid(events.column("month")))
    counted = dated.group_by(["month", "quad"]).aggregate([("id", "count"), ("score", "sum"), ("score", "count")])
    rows = counted.to_pylist()
    return [
        {"month": r["month"], "quad": r["quad"], "events": r["id_count"], "score": r["score_sum"], "scored": r["score_count"]}
        for r in sorted(rows, key=lambda r: (r["month"], r["quad"]))
    ]


def dyad_page(request: Request, window: Window, one: str, two: str, asked: EventsAsked) -> Response:
    """The page of two parties."""
    first, second = window.find(one), window.find(two)
    events = matched(events_of(window, one, two, asked))
    ids = events.column("id").slice((asked.page - 1) * EVENTS_SHOWN, EVENTS_SHOWN).to_pylist()
    figures = listings.figures(window, FiguresAsked(between=[one, two]))
    relations = listings.relations(window, RelationsAsked(between=[one, two]))
    figure_rows, relation_rows = figures.rows(FIGURES_SHOWN), relations.rows(RELATIONS_SHOWN)
    return page(
        request,
        "dyad.html",
        window,
        one=first,
        two=second,
        asked=asked,
        total=events.num_rows,
        events=by_ids(window, "events", "web_events", ids),
        pages=-(-events.num_rows // EVENTS_SHOWN),
        chart=chart(by_month(events)),
        said=[said(window, first.id, second.id, asked), said(window, second.id, first.id, asked)],
        more_figures=len(figure_rows) == FIGURES_SHOWN,
        figure_groups=by_measure(figure_rows),
        more_relations=len(relation_rows) == RELATIONS_SHOWN,
        relation_rows=relation_rows,
        conflicts=disputed(window, events, [*figure_rows, *relation_rows]),
        types=window.values("events", "event_type"),
        statuses=STATUSES,
    )


def said(window: Window, speaker: str, about: str, asked: EventsAsked) -> dict[str, Any]:
    """What one side last said of the other."""
    found = listings.statements(window, StatementsAsked(speaker=speaker, about=about, since=asked.since, until=asked.until))
    rows = found.rows(STATEMENTS_SHOWN)
    return {
        "speaker": speaker,
        "about": about,
        "rows": rows,
        "more": len(rows) == STATEMENTS_SHOWN,
    }


def by_measure(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Figures by measure, owner, unit and period, each with the spread of what is claimed."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for row in rows:
        key = (row["measure"], row["subject"], row["partner"], row["unit"], row["period_start"], row["period_end"])
        groups.setdefault(key, []).append(row)
    return [{"rows": same, "spread": spread(same), **_head(same[0])} for same in groups.values()]


def _head(row: dict[str, Any]) -> dict[str, Any]:
    names = ("measure", "subject", "partner", "subject_name", "partner_name", "period_start", "period_end")
    return {name: row[name] for name in names}


def spread(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The least and greatest value claimed, when they differ."""
    values = [row["value"] for row in rows if row["value"] is not None]
    if len(values) < 2 or min(values) == max(values):
        return None
    return {**rows[0], "value": min(values), "value_max": max(values), "comparator": None}


def disputed(window: Window, events: pa.Table, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Conflicts about the events, figures and relations of the two."""
    ids = events.filter(events.column("disputed")).column("id").slice(0, DISPUTED_LOOKED_AT).to_pylist()
    return window.rows_for(DISPUTED, events=ids, ids=[row["id"] for row in rows])

"""/between/ONE/TWO: what passed between two states or persons."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.show.record import STATUSES
from dragoman.show.web import listings, wheres
from dragoman.show.web.asked import (
    EventsAsked,
    EventsGiven,
    FiguresAsked,
    Opened,
    RelationsAsked,
    StatementsAsked,
)
from dragoman.show.web.chart import chart
from dragoman.show.web.found import Found
from dragoman.show.web.lists import listing_csv, listing_json
from dragoman.show.web.render import between as address
from dragoman.show.web.render import page
from dragoman.show.web.window import Window

EVENTS_SHOWN, STATEMENTS_SHOWN, FIGURES_SHOWN, RELATIONS_SHOWN = 25, 5, 40, 30
MONTHS = f"""
SELECT date_trunc('month', coalesce(date_start, date_end, first_reported))::DATE AS month, quad, count(*) AS events,
    sum(score) AS score, count(score) AS scored
FROM web_events WHERE {wheres.EVENTS} AND coalesce(date_start, date_end, first_reported) IS NOT NULL
GROUP BY ALL ORDER BY month, quad
"""
DISPUTED = """
SELECT * FROM conflicts WHERE id IN (SELECT conflict FROM web_members WHERE id IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY kind, slot, id LIMIT 12
"""


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


def dyad_page(request: Request, window: Window, one: str, two: str, asked: EventsAsked) -> Response:
    """The page of two parties."""
    first, second = window.find(one), window.find(two)
    found = events_of(window, one, two, asked)
    events = found.rows(EVENTS_SHOWN, (asked.page - 1) * EVENTS_SHOWN)
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
        found=found,
        events=events,
        pages=-(-found.total // EVENTS_SHOWN),
        chart=chart(window.rows_for(MONTHS, **found.given)),
        said=[said(window, first.id, second.id, asked), said(window, second.id, first.id, asked)],
        figures=figures,
        figure_groups=by_measure(figure_rows),
        relations=relations,
        relation_rows=relation_rows,
        conflicts=disputed(window, found, [*figure_rows, *relation_rows]),
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
        "total": found.total if len(rows) == STATEMENTS_SHOWN else len(rows),
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


def disputed(window: Window, found: Found, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Conflicts about the events, figures and relations of the two."""
    query = f"SELECT DISTINCT unnest(conflicts) AS id FROM web_events WHERE {found.where} AND len(conflicts) > 0 LIMIT 12"
    ids = [row["id"] for row in window.rows_for(query, **found.given)]
    members = window.rows_for("SELECT id FROM web_members WHERE conflict IN (SELECT unnest($ids::VARCHAR[]))", ids=ids)
    return window.rows_for(DISPUTED, ids=[*(row["id"] for row in rows), *(row["id"] for row in members)])

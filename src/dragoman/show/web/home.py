"""The overview, and what programs may ask."""

from functools import lru_cache
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.show.overview import overview
from dragoman.show.web.asked import Opened
from dragoman.show.web.render import answer_json, page
from dragoman.show.web.window import Window

DYADS = 20
OUTLETS = """SELECT outlet, count(*) AS pages FROM web_documents WHERE outlet IS NOT NULL
GROUP BY outlet ORDER BY pages DESC, outlet LIMIT 12"""
DATED_BY = """
SELECT coalesce(published_from, 'unknown') AS how, count(*) AS pages FROM web_documents GROUP BY how ORDER BY pages DESC, how
"""
STORIES = (
    "SELECT id, title, date_start, date_end, len(documents) AS pages FROM stories ORDER BY pages DESC, date_end DESC, id LIMIT 8"
)
STATES = """SELECT id, name FROM web_entities WHERE kind IN ('state', 'organisation') AND mentions > 0
ORDER BY mentions DESC, id LIMIT 200"""


@lru_cache(maxsize=2)
def seen(window: Window) -> dict[str, Any]:
    """The overview of a record; it does not change while the record is open."""
    return overview(window, DYADS) | {
        "outlet_list": window.rows_for(OUTLETS),
        "dated_by": window.rows_for(DATED_BY),
        "stories": window.rows_for(STORIES),
        "parties": window.rows_for(STATES),
    }


def router() -> APIRouter:
    """The routes of the overview."""
    routes = APIRouter(tags=["overview"])

    @routes.get("/", include_in_schema=False)
    def as_page(request: Request, window: Opened) -> Response:
        return page(request, "overview.html", window, found=seen(window))

    @routes.get("/overview", include_in_schema=False)
    def elsewhere() -> Response:
        return RedirectResponse("/", 303)

    @routes.get("/overview.json", summary="What the record holds: counts, days, busiest pairs, problems, runs.")
    def as_json(window: Opened) -> Response:
        return answer_json({name: value for name, value in seen(window).items() if name != "parties"})

    @routes.get("/api", include_in_schema=False)
    def api(request: Request, window: Opened) -> Response:
        return page(request, "api.html", window, paths=request.app.openapi()["paths"])

    @routes.get("/api.json", summary="This description, as OpenAPI.")
    def api_json(request: Request) -> Response:
        return answer_json(request.app.openapi())

    @routes.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return RedirectResponse("/static/icon.svg", 301)

    return routes

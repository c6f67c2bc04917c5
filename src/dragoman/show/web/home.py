"""The overview, and what programs may ask."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.show.web.asked import Opened
from dragoman.show.web.render import answer_json, page


def router() -> APIRouter:
    """The routes of the overview."""
    routes = APIRouter(tags=["overview"])

    @routes.get("/", include_in_schema=False)
    def as_page(request: Request, window: Opened) -> Response:
        return page(request, "overview.html", window, found=window.seen)

    @routes.get("/overview", include_in_schema=False)
    def elsewhere() -> Response:
        return RedirectResponse("/", 303)

    @routes.get("/overview.json", summary="What the record holds: counts, days, busiest pairs, problems, runs.")
    def as_json(window: Opened) -> Response:
        return answer_json({name: value for name, value in window.seen.items() if name != "parties"})

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

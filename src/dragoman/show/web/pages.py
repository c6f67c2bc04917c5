"""The page of each row, the row as JSON, and how it is cited."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from dragoman.show.explain.row import find_row
from dragoman.show.web.asked import Opened
from dragoman.show.web.cite import bibtex, cited
from dragoman.show.web.contexts import CONTEXTS, document_context
from dragoman.show.web.found import named
from dragoman.show.web.passages import head
from dragoman.show.web.render import PAGES, Missing, answer_json, href, page
from dragoman.show.web.window import Window


def router() -> APIRouter:
    """The routes of every row's page."""
    routes = APIRouter()
    for table in PAGES:
        add_row(routes, table)

    @routes.get("/row/{id_:path}", tags=["rows"], summary="Leads to the page of any row, by its id or the beginning of it.")
    def row(window: Opened, id_: str) -> Response:
        return RedirectResponse(page_of(window, id_), 303)

    return routes


def add_row(routes: APIRouter, table: str) -> None:
    """The routes of one table's rows."""
    what = PAGES[table]

    def as_json(window: Opened, id_: str) -> Response:
        found, source = row_of(window, table, id_)
        return answer_json({**named(window, table, [found])[0], "cite": cited(what, found, source, window.run)})

    def as_bib(window: Opened, id_: str) -> Response:
        found, source = row_of(window, table, id_)
        return PlainTextResponse(bibtex(what, found, source, window.run))

    def as_page(
        request: Request,
        window: Opened,
        id_: str,
        show: Annotated[str, Query(max_length=40)] = "",
        part: Annotated[int, Query(ge=1, le=10**5)] = 1,
    ) -> Response:
        found, source = row_of(window, table, id_)
        given = (
            document_context(window, found, part, show == "mentions") if table == "documents" else CONTEXTS[table](window, found)
        )
        cites = {"plain": cited(what, found, source, window.run), "bibtex": bibtex(what, found, source, window.run)}
        return page(request, f"{what}.html", window, row=found, what=what, table=table, cites=cites, **given)

    routes.get(f"/{what}/{{id_:path}}.json", tags=[table], summary=f"One row of {table}.")(as_json)
    routes.get(f"/{what}/{{id_:path}}.bib", tags=[table], summary=f"BibTeX of one row of {table}.")(as_bib)
    routes.get(f"/{what}/{{id_:path}}", include_in_schema=False)(as_page)


def row_of(window: Window, table: str, id_: str) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """A row, and the page that prints it."""
    found = window.row(table, id_)
    if found is None:
        raise Missing(f"no row of {table} has the id {id_!r}", "the search finds rows by their words")
    if table == "documents":
        return found, found
    return found, head(window, found["document"]) if "document" in found else None


def page_of(window: Window, id_: str) -> str:
    """Where a row is shown: its own page, or its place in the page that prints it."""
    table, found = find_row(window, id_)
    if table == "event_mentions" and found["event"]:
        return f"{href('events', found['event'])}#{found['id']}"
    if table in PAGES:
        return href(table, found["id"])
    if table == "copies":
        return href("documents", found["document"])
    if "document" in found:
        return f"{href('documents', found['document'])}?show=mentions#{found['id']}"
    return "/problems" if table == "problems" else "/"

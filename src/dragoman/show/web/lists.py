"""The listings: each as a page, as JSON and as CSV."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse

from dragoman.show.export.csv import cell
from dragoman.show.record import STATUSES
from dragoman.show.web.asked import Asked, Given
from dragoman.show.web.found import Found
from dragoman.show.web.listings import LISTINGS
from dragoman.show.web.render import answer_json, page, with_query
from dragoman.show.web.window import Window

READ, JSON_ROWS = 50, 1000
KINDS = {
    "entities": ("state", "person", "organisation", "media", "group", "place"),
    "statements": ("direct", "mixed", "indirect"),
    "conflicts": ("value", "date", "state", "attribution"),
}


def router() -> APIRouter:
    """The routes of every listing."""
    found = APIRouter()
    for listing in LISTINGS:
        add_listing(found, listing)
    return found


def add_listing(routes: APIRouter, listing: Callable[..., Found]) -> None:
    """The three routes of a listing."""
    name, says = listing.__name__, (listing.__doc__ or "").strip()
    given = Annotated[Found, Depends(listing)]

    def as_page(request: Request, found: Any, asked: Any) -> Response:
        return listing_page(request, found, asked)

    def as_json(request: Request, found: Any, asked: Any) -> Response:
        return listing_json(request, found, asked)

    def as_csv(found: Any, asked: Any) -> Response:
        return listing_csv(found, asked)

    for answer, suffix in ((as_page, ""), (as_json, ".json"), (as_csv, ".csv")):
        answer.__annotations__ |= {"found": given, "asked": Annotated[Asked, Depends(part_asked)]}
        shown = bool(suffix)
        routes.get(f"/{name}{suffix}", summary=says, tags=[name], include_in_schema=shown, name=name + suffix)(answer)


def part_asked(asked: Given) -> Asked:
    """Which part of the listing."""
    return asked


def listing_page(request: Request, found: Found, asked: Asked, title: str | None = None) -> Response:
    """A listing to read."""
    limit = min(asked.limit or READ, 200)
    rows = found.rows(limit, (asked.page - 1) * limit)
    pages = -(-found.total // limit)
    choices = {**_choices(found.window, found.table), "kinds": KINDS.get(found.table, ())}
    return page(
        request,
        "listing.html",
        found.window,
        found=found,
        rows=rows,
        number=asked.page,
        pages=pages,
        choices=choices,
        title=title or found.title,
    )


def _choices(window: Window, table: str) -> dict[str, Any]:
    """What the form of a listing offers."""
    if table == "events":
        return {"types": window.values("events", "event_type"), "statuses": STATUSES}
    if table == "figures":
        return {"measures": window.values("figures", "measure")[:400]}
    if table == "relations":
        return {"relations": window.values("relations", "relation")}
    return {}


def listing_json(request: Request, found: Found, asked: Asked) -> Response:
    """A listing for a program: how many rows there are, some of them, and where the next are."""
    limit = asked.limit or JSON_ROWS
    rows = found.rows(limit, (asked.page - 1) * limit)
    more = asked.page * limit < found.total
    following = with_query(request, page=asked.page + 1) if more else None
    return answer_json({"total": found.total, "page": asked.page, "next": following, "rows": rows})


def listing_csv(found: Found, asked: Asked) -> Response:
    """A listing for a spreadsheet, whole unless a part is asked for; no cell can run as a formula."""
    rows = iter(found.rows(asked.limit, (asked.page - 1) * asked.limit)) if asked.limit else found.every()
    name = {"Content-Disposition": f'attachment; filename="{found.table}.csv"'}
    return StreamingResponse(lines(rows), media_type="text/csv; charset=utf-8", headers=name)


def lines(rows: Iterator[dict[str, Any]]) -> Iterator[str]:
    """The lines of a CSV file, as spreadsheets expect them."""
    yield "\ufeff"
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for number, row in enumerate(rows):
        if not number:
            writer.writerow(row)
        writer.writerow([cell(value) for value in row.values()])
        if out.tell() > 60_000:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()

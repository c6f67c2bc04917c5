"""Turns rows into pages: the templates, what they may call, and where each row's page is."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.show.days import pretty
from dragoman.show.naming import listed, shortened
from dragoman.show.numbers import amount, number
from dragoman.show.sheets.common import FAINT, MARKS, counted, short
from dragoman.show.sheets.figures import change
from dragoman.show.web.window import Window
from dragoman.store.plain import plain

FOLDER = Path(__file__).parent
PAGES = {
    "documents": "document",
    "entities": "entity",
    "statements": "statement",
    "figures": "figure",
    "relations": "relation",
    "events": "event",
    "stories": "story",
    "conflicts": "conflict",
}


class Missing(DragomanError):
    """There is no such row."""


def href(table: str, id_: str) -> str:
    """The address of a row's page.

    >>> href("entities", "BLR/GOV"), href("mentions", "mn_1")
    ('/entity/BLR%2FGOV', '/row/mn_1')
    """
    return f"/{PAGES.get(table, 'row')}/{quote(str(id_), safe=':,')}"


def between(one: str, two: str) -> str:
    """The address of what passed between two."""
    if "/" in one + two:
        return f"/between?{urlencode({'one': one, 'two': two})}"
    return f"/between/{quote(one, safe=':')}/{quote(two, safe=':')}"


def with_query(request: Request, **changed: Any) -> str:
    """The address that was asked for, with some parameters changed; None takes one away."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changed and value != ""]
    found = urlencode([*kept, *((name, value) for name, value in changed.items() if value is not None)])
    return f"{quote(request.url.path)}{'?' if found else ''}{found}"


def beside(request: Request, suffix: str) -> str:
    """The same answer in another form: /events?of=BLR as /events.csv?of=BLR."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in ("page", "limit") and value != ""]
    path = quote(request.url.path.rstrip("/") or "/overview")
    return f"{path}{suffix}{'?' if kept else ''}{urlencode(kept)}"


def iso(start: Any, end: Any) -> str:
    """A day for machines, when it is one day."""
    return start.isoformat() if start and start == end else ""


@cache
def templates() -> Environment:
    """The templates; everything that they print is escaped."""
    found = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {
        "listed": listed,
        "shortened": shortened,
        "number": number,
        "words": lambda text: str(text).replace("_", " "),
    }
    found.globals |= {
        "href": href, "between": between, "pretty": pretty, "iso": iso, "amount": amount, "change": change, "counted": counted,
        "short": short, "marks": MARKS, "faint": FAINT, "version": __version__, "with_query": with_query, "beside": beside,
    }  # fmt: skip
    return found


def page(request: Request, template: str, window: Window, **given: Any) -> HTMLResponse:
    """A page of the site."""
    known = {"names": window.names, "files": window.files, "record": window.path.name}
    behind = request.app.state.keeper.behind
    return HTMLResponse(templates().get_template(template).render(request=request, behind=behind, **known, **given))


def answer_json(value: Any, status: int = 200) -> Response:
    """A value as JSON; days as ISO 8601."""
    return Response(
        json.dumps(plain(value), ensure_ascii=False, indent=1, allow_nan=False), status, media_type="application/json"
    )


def answer_error(request: Request, status: int, what: str, remedy: str | None) -> Response:
    """What went wrong, as a page or as JSON, as the address asks."""
    if request.url.path.endswith((".json", ".csv", ".bib")):
        return JSONResponse({"error": what, "remedy": remedy}, status)
    text = (
        templates()
        .get_template("error.html")
        .render(request=request, record="", behind="", status=status, what=what, remedy=remedy)
    )
    return HTMLResponse(text, status)


def names_of(names: Mapping[str, str], ids: Iterable[str] | None) -> list[str]:
    """The names of entities."""
    return [names.get(id_, id_) for id_ in ids or ()]

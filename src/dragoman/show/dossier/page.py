"""A dossier as one HTML page: no script, nothing loaded from anywhere, everything that a page said escaped."""

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dragoman.show.days import pretty
from dragoman.show.dossier.chart import QUADS, WIDTH, chart
from dragoman.show.dossier.facts import Dossier
from dragoman.show.naming import listed, shortened, shown
from dragoman.show.numbers import amount
from dragoman.show.sheets.common import MARKS, counted, day, short
from dragoman.show.sheets.figures import change
from dragoman.show.sheets.timeline import act, parties

HOW = {"other_document": "by another page", "bounds": "bounds only", None: "unknown"}


@cache
def environment() -> Environment:
    """The template's surroundings; whatever is printed is made one line without control characters, then escaped."""
    found = Environment(
        loader=FileSystemLoader(str(resources.files("dragoman.show.dossier"))),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: shown(value) if type(value) is str else value,
    )
    found.filters |= {"listed": listed, "shortened": lambda text, most: shortened(shown(text), most)}
    found.globals |= {
        "act": act,
        "parties": parties,
        "day": day,
        "pretty": pretty,
        "amount": amount,
        "change": change,
        "counted": counted,
        "short": short,
        "marks": MARKS,
        "quads": QUADS,
        "width": WIDTH,
        "how": how_found,
        "is_web": is_web,
        "file_of": file_of,
    }
    return found


def is_web(address: str) -> bool:
    """May the address be a link? Only one of the web: never javascript:, data:, file:."""
    return address.lower().startswith(("http://", "https://"))


def how_found(way: str | None) -> str:
    """How a page's day was found, in words."""
    return HOW.get(way, (way or "").replace("_", " "))


def file_of(address: str) -> str:
    """The last part of a page's address."""
    return address.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def html(found: Dossier) -> str:
    """The dossier as a page of its own."""
    values: dict[str, Any] = {"d": found, "chart": chart(found.events), "number": found.number}
    return environment().get_template("dossier.html").render(values)

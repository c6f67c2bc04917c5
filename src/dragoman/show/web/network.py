"""/network: who deals with whom, as a matrix of states: how often, and in what spirit."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from dragoman.show.record import STATUSES
from dragoman.show.web import listings
from dragoman.show.web.asked import EventsAsked, EventsGiven, Opened
from dragoman.show.web.lists import lines
from dragoman.show.web.render import answer_json, page
from dragoman.show.web.window import Window

STATES = 24
DEALINGS = """
WITH found AS (SELECT web_n, score FROM web_events WHERE {}),
    sides AS (
        SELECT DISTINCT p.event, e.country, p.given, p.mutual FROM web_parties p
        JOIN web_numbers n ON n.n = p.entity JOIN entities e ON e.id = n.id WHERE e.country IS NOT NULL)
SELECT a.country AS one, b.country AS two, count(DISTINCT f.web_n) AS events, round(avg(f.score), 2) AS score
FROM sides a JOIN sides b USING (event) JOIN found f ON f.web_n = a.event
WHERE a.country < b.country AND (a.given <> b.given OR a.mutual) GROUP BY ALL ORDER BY events DESC, one, two
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """What two states had to do with each other: number of events, their mean score, and the shade they are drawn in."""

    events: int
    score: float | None
    shade: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """States in the order drawn, and the cells between them; `left_out` are states with fewer dealings."""

    states: list[str]
    cells: dict[tuple[str, str], Cell]
    left_out: int


def router() -> APIRouter:
    """The routes of the matrix."""
    routes = APIRouter(tags=["network"])

    @routes.get("/network", include_in_schema=False)
    def as_page(request: Request, window: Opened, asked: EventsGiven) -> Response:
        drawn = matrix(dealings(window, asked))
        types = window.values("events", "event_type")
        return page(request, "network.html", window, matrix=drawn, asked=asked, types=types, statuses=STATUSES)

    @routes.get("/network.json", summary="Who deals with whom: pairs of states, number of events, mean score.")
    def as_json(window: Opened, asked: EventsGiven) -> Response:
        return answer_json(dealings(window, asked))

    @routes.get("/network.csv", summary="Who deals with whom, for a spreadsheet.")
    def as_csv(window: Opened, asked: EventsGiven) -> Response:
        name = {"Content-Disposition": 'attachment; filename="network.csv"'}
        return StreamingResponse(lines(iter(dealings(window, asked))), media_type="text/csv; charset=utf-8", headers=name)

    return routes


def dealings(window: Window, asked: EventsAsked) -> list[dict[str, Any]]:
    """Pairs of states by number of events that the filters let through; whoever acts for a state counts as the state."""
    condition, given = listings.events(window, asked).put
    return window.rows_for(DEALINGS.format(condition), **given)


def matrix(pairs: list[dict[str, Any]], most: int = STATES) -> Matrix:
    """The busiest states, those that deal with each other side by side."""
    weight: dict[str, int] = defaultdict(int)
    for pair in pairs:
        weight[pair["one"]] += pair["events"]
        weight[pair["two"]] += pair["events"]
    busiest = sorted(weight, key=lambda state: (-weight[state], state))[:most]
    high = max((pair["events"] for pair in pairs), default=1)
    cells: dict[tuple[str, str], Cell] = {}
    for pair in pairs:
        cell = Cell(pair["events"], pair["score"], shade(pair["events"], pair["score"], high))
        cells[pair["one"], pair["two"]] = cells[pair["two"], pair["one"]] = cell
    return Matrix(side_by_side(busiest, cells), cells, len(weight) - len(busiest))


def shade(events: int, score: float | None, high: int) -> str:
    """The class of a cell: c or x for cooperation or conflict, with 1 to 4 for how much of it, by the logarithm.

    >>> shade(1, 3.0, 100), shade(100, -4.0, 100), shade(10, None, 100)
    ('c1', 'x4', 'c3')
    """
    step = 1 + round(3 * math.log(events) / math.log(high)) if high > 1 else 2
    return f"{'x' if score is not None and score < 0 else 'c'}{step}"


def side_by_side(states: list[str], cells: dict[tuple[str, str], Cell]) -> list[str]:
    """The states in an order that begins with the busiest and goes on to whom the one before deals with most."""
    left, found = list(states), list[str]()
    while left:
        last = found[-1] if found else left[0]
        near = max(left, key=lambda state: (cells[last, state].events if (last, state) in cells else 0, -states.index(state)))
        following = near if found else left[0]
        left.remove(following)
        found.append(following)
    return found

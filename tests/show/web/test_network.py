"""/network: who deals with whom."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.show.web.app import create_app
from dragoman.show.web.network import matrix, side_by_side


@pytest.fixture(scope="module")
def site(sample: Path) -> TestClient:
    return TestClient(create_app(sample), base_url="http://127.0.0.1")


def pair(one: str, two: str, events: int, score: float | None = 2.0) -> dict[str, object]:
    return {"one": one, "two": two, "events": events, "score": score}


def test_leaders_count_as_their_states(site: TestClient) -> None:
    found = {(p["one"], p["two"]): p["events"] for p in site.get("/network.json").json()}
    assert found == {("KEN", "SOM"): 2}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status=all", {("KEN", "SOM"): 2, ("ETH", "SOM"): 1}),
        ("status=negated", {("ETH", "SOM"): 1}),
        ("type=CONSULT", {("KEN", "SOM"): 1}),
        ("since=2025", {}),
        ("of=ETH&status=all", {("ETH", "SOM"): 1}),
    ],
)
def test_the_filters_of_the_events_hold(site: TestClient, query: str, found: dict[tuple[str, str], int]) -> None:
    assert {(p["one"], p["two"]): p["events"] for p in site.get(f"/network.json?{query}").json()} == found


def test_a_cell_leads_to_its_pair(site: TestClient) -> None:
    page = site.get("/network?status=all").text
    assert 'href="/between/KEN/SOM"' in page
    assert "mean score" in page
    assert site.get("/network?since=2030").text.count("No event between two states") == 1


def test_csv(site: TestClient) -> None:
    assert site.get("/network.csv").text.splitlines()[0].endswith("one,two,events,score")


@pytest.mark.parametrize("query", ["type=NONSENSE", "since=tomorrow", "status=maybe", "of=nobody-at-all"])
def test_what_cannot_be_asked_is_told(site: TestClient, query: str) -> None:
    assert site.get(f"/network.json?{query}").status_code in (400, 404, 422)


def test_those_who_deal_with_each_other_stand_together() -> None:
    drawn = matrix([pair("AAA", "BBB", 9), pair("CCC", "DDD", 8), pair("AAA", "DDD", 1), pair("BBB", "CCC", 2)])
    assert drawn.states == ["BBB", "AAA", "DDD", "CCC"], "the busiest first, then whom it deals with most, and so on"


def test_only_the_busiest_are_drawn_and_the_others_counted() -> None:
    pairs = [pair("USA", f"X{n:02}", n + 1, -1.0) for n in range(40)]
    drawn = matrix(pairs)
    assert len(drawn.states) == 24
    assert drawn.left_out == 17
    assert drawn.cells["USA", "X39"] is drawn.cells["X39", "USA"]
    assert drawn.cells["USA", "X39"].shade == "x4"
    assert drawn.cells["USA", "X00"].shade == "x1"


def test_nothing_at_all() -> None:
    assert matrix([]).states == []
    assert side_by_side([], {}) == []

"""In which years the tables know nobody in an office."""

from collections import defaultdict
from pathlib import Path

from dragoman.lexicon.coverage import OFFICES, coverage
from dragoman.lexicon.files import layers, table


def test_a_gap_is_told_as_runs_of_years(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text("id,name,kind,source\nQQA,Aland,state,test\n", encoding="utf-8")
    lines = "person,office,of,from,to,source\nx,foreign_minister,QQA,2012-03,2014-09,t\ny,foreign_minister,QQA,2016,2016-12,t\n"
    (tmp_path / "offices.csv").write_text(lines, encoding="utf-8")
    found = {row.office: row for row in coverage((tmp_path,), 2010, 2017)}
    assert found["foreign_minister"].years == "2010-2011, 2015, 2017"
    assert found["foreign_minister"].known == 4
    assert found["head_of_state"].years == "2010-2017"


def test_the_shipped_tables_know_most_leaders_and_foreign_ministers_since_2010() -> None:
    rows = list(coverage(layers(None), 2010, 2025))
    share = {
        office: sum(r.known for r in rows if r.office == office) / sum(16 for r in rows if r.office == office)
        for office in OFFICES
    }
    assert share["head_of_state"] > 0.92
    assert share["head_of_government"] > 0.87
    assert share["foreign_minister"] > 0.84
    assert share["defence_minister"] > 0.40


STATES_NAMED_LIKE_THEIR_CAPITAL = {"DJI", "LUX", "MCO", "SMR", "SGP", "SYC"}  # and Victoria, which is many towns
TOWNS = (
    "Geneva|Davos|Jeddah|Istanbul|Sharm el-Sheikh|Samarkand|Sochi|Lausanne|Munich|Camp David|Hangzhou|Bali|Hiroshima|The Hague|"
    "Almaty|Boao|Sanya|Kazan|Biarritz|Cancun|Cartagena|Belem|Anchorage|Johannesburg|Sirte|Da Nang|Osaka|Goa|Gwadar|Awaza|"
    "Bled|Ohrid|Antalya|Lucerne|Versailles|Elmau|Nusa Dua|Udaipur"
)


def test_every_capital_and_the_towns_of_diplomacy_are_places_of_a_state() -> None:
    """ "arrived in Chisinau", "the talks in Sharm el-Sheikh": the place of the event has a state."""
    of: dict[str, set[str]] = defaultdict(set)
    for row in table("places.csv", layers(None), ("name", "stands_for")):
        for name in (row.text("name"), *row.list("aliases")):
            of[name].add(row.text("country"))
    states = [r for r in table("states.csv", layers(None), ("id",)) if r.text("kind") == "state"]
    missing = {r.text("id") for r in states for c in r.list("capital") if r.text("id") not in of[c]}
    assert missing <= STATES_NAMED_LIKE_THEIR_CAPITAL
    assert [town for town in TOWNS.split("|") if not any(of[town])] == []

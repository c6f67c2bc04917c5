"""The table of units against the library that knows them, and what it refuses."""

from pathlib import Path

import pytest

from dragoman.lexicon.files import Row, layers, table
from dragoman.lexicon.units import Units, check_units

ROWS = [row for row in table("units.csv", layers(None), ("id",)) if row.text("si")]
BASES = {
    "length": "m", "area": "m**2", "volume": "m**3", "mass": "kg", "speed": "m/s", "power": "W", "energy": "J", "flow": "m**3/s",
    "voltage": "V", "current": "A", "frequency": "1/s", "pressure": "Pa", "force": "N",
}  # fmt: skip


@pytest.mark.parametrize("row", [row for row in ROWS if row.text("kind") in BASES], ids=lambda row: row.text("id"))
def test_factors_are_those_of_pint(row: Row) -> None:
    """pint is not loaded when pages are read; it proves here what the table says."""
    registry = pytest.importorskip("pint").UnitRegistry(cache_folder=None)
    assert registry(row.text("definition")).to(BASES[row.text("kind")]).magnitude == pytest.approx(
        float(row.text("si")), rel=1e-8
    )


@pytest.mark.parametrize(
    "unit", ["tonne", "barrel", "kilowatt hour", "kilometre", "billion cubic metres", "hectare", "barrel per day"]
)
def test_units_of_the_news_have_a_dimension(unit: str) -> None:
    assert Units.load(layers(None)).si[unit][1] > 0


@pytest.mark.parametrize("unit", ["ton", "gallon", "celsius", "year", "percent", "horsepower"])
def test_what_differs_from_land_to_land_has_none(unit: str) -> None:
    """A ton is of three sizes, a gallon of two; a degree has no zero in common."""
    assert unit not in Units.load(layers(None)).si


@pytest.mark.parametrize(
    ("name", "line", "fault"),
    [
        ("units.csv", "stone,mass,stone,,6.35,,", "go together"),
        ("units.csv", "stone,mass,stone,,six,stone,", "no number"),
        ("units.csv", "stone,mass,,,,,", "neither words nor symbols"),
    ],
)
def test_faults_are_told(tmp_path: Path, name: str, line: str, fault: str) -> None:
    (tmp_path / name).write_text("id,kind,words,symbols,si,definition,source\n" + line + "\n", encoding="utf-8")
    assert any(fault in complaint.what for complaint in check_units(layers(tmp_path)))


def test_shared_money_needs_its_states(tmp_path: Path) -> None:
    head = "code,name,signs,words,minor,states,shared,source\n"
    (tmp_path / "currencies.csv").write_text(head + "XYZ,dinar of nowhere,XYZ,,,,dinar,\n", encoding="utf-8")
    assert any("states" in complaint.what for complaint in check_units(layers(tmp_path)))

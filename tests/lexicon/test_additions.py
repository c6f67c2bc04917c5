"""dragoman words add: what it says will change, what it writes, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import WordsError
from dragoman.lexicon.additions import Addition, append, check_days, consequences, faults, rows_of
from dragoman.lexicon.files import layers
from dragoman.lexicon.names import Names

NEW = Addition(name="Iwo Mazur", country="POL", office="foreign_minister", start="2031-05-03", surnames=("Mazur",))


def added(addition: Addition, folder: Path) -> Names:
    append(rows_of(addition, layers(folder if folder.is_dir() else None)), folder)
    return Names.load(layers(folder))


def test_a_new_minister_is_known_by_name_surname_and_office(tmp_path: Path) -> None:
    names = added(NEW, tmp_path / "words")
    person = names.entity("iwo-mazur")
    assert person is not None and person.country == "POL"
    assert {f.form for f in names.forms["Mazur"]} == {"surname"}
    holder = names.holder("POL", "foreign_minister", date(2031, 6, 1))
    assert holder is not None and holder.person == "iwo-mazur"


def test_the_predecessor_leaves_on_the_day(tmp_path: Path) -> None:
    before = Names.load(layers(None)).holder("POL", "foreign_minister", date(2031, 1, 1))
    after = added(NEW, tmp_path / "words").holder("POL", "foreign_minister", date(2031, 1, 1))
    assert before is not None and after is not None and before.person == after.person
    assert after.end == date(2031, 5, 3)


def test_what_will_change_is_said_first() -> None:
    said = "\n".join(consequences(NEW, layers(None)))
    assert "Iwo Mazur will be known as iwo-mazur" in said
    assert "will have held it until 2031-05-03" in said
    assert "'the foreign minister of POL' will be iwo-mazur from 2031-05-03 until today" in said


def test_a_shared_surname_is_told() -> None:
    said = "\n".join(consequences(Addition(name="Anna Macron", country="FRA"), layers(None)))
    assert "'Macron' alone is also Emmanuel Macron" in said


def test_somebody_known_gets_only_an_office(tmp_path: Path) -> None:
    known = Addition(name="Emmanuel Macron", country="FRA", office="secretary_general", of="francophonie", start="2032-01-01")
    assert set(rows_of(known, layers(None))) == {"offices.csv"}
    names = added(known, tmp_path)
    assert "secretary_general" in {t.office for t in names.offices("emmanuel-macron")}


def test_two_additions_share_a_file(tmp_path: Path) -> None:
    added(NEW, tmp_path)
    names = added(Addition(name="Ewa Wilk", country="POL", gender="f"), tmp_path)
    assert names.entity("iwo-mazur") is not None and names.entity("ewa-wilk") is not None


@pytest.mark.parametrize(
    ("addition", "remedy"),
    [
        (Addition(name="Foo Quux", country="POX"), "did you mean POL"),
        (Addition(name="Foo Quux", country="POL", gender="w"), "none of: m, f, x"),
        (Addition(name="Foo Quux", country="POL", office="foreign_minister", of="POLL", start="2031"), "not in states.csv"),
    ],
)
def test_faults_are_found_before_anything_is_written(addition: Addition, remedy: str, tmp_path: Path) -> None:
    user = tmp_path / "words"
    found = faults(rows_of(addition, layers(None)), user)
    assert any(remedy in str(c) for c in found), found
    assert not user.exists()


@pytest.mark.parametrize(("start", "end"), [("2024-13-44", ""), ("2024-05", "2023-01"), ("", "soon")])
def test_days_that_are_none(start: str, end: str) -> None:
    with pytest.raises(WordsError):
        check_days(Addition(name="Foo Quux", start=start, end=end))

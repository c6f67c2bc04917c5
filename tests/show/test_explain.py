"""`explain` answers for every column and every row: meaning, maker, words in the page, rule."""

from pathlib import Path

import pytest
import sample_record
from rich.console import Console

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.explain import Answer, explain_row, explain_table
from dragoman.show.explain.answer import passage
from dragoman.show.explain.draw import draw
from dragoman.show.explain.rules import explain_rule
from dragoman.show.record import Record
from dragoman.store.schema import schema


@pytest.fixture(scope="module")
def record(sample: Path) -> Record:
    return Record.open(sample)


def text(answer: Answer) -> str:
    return "\n".join("".join(part for part, _ in line) for line in answer.lines())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_is_explained(name: str) -> None:
    facts = dict(explain_table(name).facts)
    for column in schema(TABLES[name]):
        assert facts[column.name]
        assert {"means", "type", "made by"} <= dict(explain_table(f"{name}.{column.name}").facts).keys()


def test_a_maker_is_named_with_its_place() -> None:
    facts = dict(explain_table("Event_Mentions.DATE_START").facts)
    function, _, place = facts["made by"].partition(" (")
    file, _, line = place.rstrip(")").partition(":")
    assert function == "dragoman.extract.events.code_events"
    assert file == "dragoman/extract/events.py"
    assert int(line) > 1
    assert "Sentence" in facts["and reads"]


def test_a_value_filled_in_later_names_both_makers() -> None:
    facts = dict(explain_table("documents.published_start").facts)
    assert "clean_page" in facts["made by"]
    assert "date_documents" in facts["filled in later by"]


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_explained(name: str, record: Record) -> None:
    for row in sample_record.tables()[name]:
        answer = explain_row(record, row.id)
        assert row.id in answer.title
        assert "made by" in dict(answer.facts)
        assert answer.plain()["title"] == answer.title


@pytest.mark.parametrize(
    ("id_", "parts"),
    [
        ("ev_00000000000001", ["CONSULT", "Hassan Sheikh Mohamud (hassan-sheikh-mohamud)", "told as", "wire.txt, characters"]),
        (
            "sm_00000000000001",
            ["[Our border will open this year]", "via", "Kenya Broadcasting Corporation (kbc)", "reporting.toml:"],
        ),
        ("cf_1", ["One page says Monday", "Kenyan President William Ruto received", "offices.csv:"]),
        ("doc_00000000000001", ["published_from", "dateline", "characters 49-56"]),
        ("cp_1", ["0.97", "copy.txt, characters"]),
        ("Ruto", ["william-ruto in entities", "head_of_state", "[William Ruto]"]),
        ("em_00000000000001", ["which says", '[[act]] id = "receive"']),
    ],
)
def test_a_row_tells(id_: str, parts: list[str], record: Record) -> None:
    told = text(explain_row(record, id_))
    for part in parts:
        assert part in told, told


@pytest.mark.parametrize(
    ("id_", "says"),
    [
        ("ev_0", "3 rows begin with 'ev_0'"),
        ("", "no row has the id ''"),
        ("nobody", "no row has"),
        ("Peru", "in the words but not"),
    ],
)
def test_a_row_that_is_not_there(id_: str, says: str, record: Record) -> None:
    with pytest.raises(DragomanError, match=says):
        explain_row(record, id_)


def test_the_words_are_marked_exactly() -> None:
    found = passage("one two three four", 4, 7, "p", around=6)
    assert (found.before, found.words, found.after) == ("one ", "two", " three")
    assert passage("ab", 0, 99, "p").words == "ab", "a span past the end"


def words_folder(folder: Path) -> Path:
    """A user's folder with one act and one office."""
    (folder / "events").mkdir()
    (folder / "events" / "consult.toml").write_text(
        '# ours\n\n[[act]]\nid = "receive"\ncode = "CONSULT"\nexamples = []\n\n[[act]]\nid = "tea with"\ncode = "CONSULT"\n'
    )
    (folder / "offices.csv").write_text("person,office,of,from,to,source\namina,head_of_state,KEN,2030,,novel\n")
    return folder


@pytest.mark.parametrize(
    ("rule", "place", "says"),
    [
        ("events/consult.toml#receive", "events/consult.toml:3", '[[act]] id = "receive" code = "CONSULT"'),
        ("events/consult.toml#receive:passive", "events/consult.toml:3", None),
        ("events/consult.toml#tea with", "events/consult.toml:8", '[[act]] id = "tea with" code = "CONSULT"'),
        ("offices.csv:2#person", "offices.csv:2", "amina,head_of_state,KEN,2030,,novel"),
        ("offices.csv:amina,KEN", "offices.csv:2", "amina,head_of_state,KEN,2030,,novel"),
        ("offices.csv", "offices.csv", None),
    ],
)
def test_a_rule_is_found_in_the_users_words_first(rule: str, place: str, says: str | None, tmp_path: Path) -> None:
    facts = dict(explain_rule(rule, "events", words_folder(tmp_path)))
    assert facts["written at"] == str(tmp_path / place)
    assert says is None or facts["which says"] == says


def test_two_rules_in_one(tmp_path: Path) -> None:
    both = "events/consult.toml#receive offices.csv:amina"
    found = [value for name, value in explain_rule(both, "events", words_folder(tmp_path)) if name == "written at"]
    assert [place.rpartition("/")[2] for place in found] == ["consult.toml:3", "offices.csv:2"]


def test_an_unknown_rule_says_nothing_wrong(tmp_path: Path) -> None:
    assert list(explain_rule("events/none.toml#x", "events", tmp_path)) == []
    assert list(explain_rule("no such rule anywhere", "events", None)) == []


@pytest.mark.parametrize("width", [60, 100])
def test_drawn_it_keeps_within_the_terminal(width: int, record: Record) -> None:
    console = Console(width=width, force_terminal=True, color_system=None, highlight=False)
    with console.capture() as captured:
        draw(explain_row(record, "em_00000000000001"), console)
    lines = captured.get().splitlines()
    assert max(map(len, lines)) <= width
    assert "[Kenyan President William Ruto received" in " ".join(" ".join(lines).split())

"""One-way exports, read back as their users read them: exact columns, types, no formula, no broken line."""

import csv
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sample_record

from dragoman.errors import DragomanError
from dragoman.records import TABLES
from dragoman.show.export import gdelt, icews, polecat
from dragoman.show.export.coding import Codes
from dragoman.show.export.dyads import pairs
from dragoman.show.export.tabbed import line, words
from dragoman.show.export.views import VIEWS, export
from dragoman.store.write import write_record

HOSTILE_NAME = '=HYPERLINK("http://x")\tNEW\nLINE \u202e\x1b[31m\\input{x}'
HOSTILE_ADDRESS = 'javascript:alert(1)"\t<x>'


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The sample with names, titles and addresses that try to break out of every format."""
    tables = sample_record.tables()
    tables["entities"] = [replace(e, name=HOSTILE_NAME) if e.kind == "person" else e for e in tables["entities"]]
    tables["documents"] = [replace(d, title=HOSTILE_NAME, outlet=HOSTILE_NAME, uri=HOSTILE_ADDRESS) for d in tables["documents"]]
    write_record(tmp_path / "hostile.duckdb", tables)
    return tmp_path / "hostile.duckdb"


def tabbed(path: Path) -> list[list[str]]:
    """The rows as Python's csv module reads them with its usual quoting, the way pandas does."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def only_file(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


# Columns of GDELT's Events that must be numbers where they hold anything, counted from 0 (shared labels: INTEGER, FLOAT).
GDELT_NUMBERS = (0, 1, 2, 3, 4, 25, 29, 30, 31, 32, 33, 34, 35, 39, 40, 43, 51, 55, 56, 59)


def test_gdelt_events_have_61_columns_and_their_types(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "gdelt")
    rows = tabbed(only_file(tmp_path / "out", "*.export.CSV"))
    assert re.fullmatch(r"\d{14}\.export\.CSV", only_file(tmp_path / "out", "*.export.CSV").name)
    assert {len(row) for row in rows} == {61}
    assert all(is_number(row[n]) for row in rows for n in GDELT_NUMBERS if row[n])
    assert len({row[0] for row in rows}) == len(rows) == 4
    assert all(int(row[0]) < 2**53 for row in rows), "a spreadsheet, R and JavaScript round what is larger"


def test_gdelt_writes_a_visit_both_ways(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "gdelt")
    rows = {row[26]: row for row in tabbed(only_file(tmp_path / "out", "*.export.CSV"))}
    visit, host = rows["042"], rows["043"]
    assert (visit[6], visit[5], visit[7], visit[16]) == ("HASSAN SHEIKH MOHAMUD", "SOM", "SOM", "WILLIAM RUTO")
    assert (host[6], host[5], host[12], host[17]) == ("WILLIAM RUTO", "KENGOV", "GOV", "SOM")
    assert visit[1:5] == ["20240304", "202403", "2024", "2024.1753"]
    assert (visit[27], visit[28], visit[29], visit[30], host[30]) == ("042", "04", "1", "1.9", "2.8")
    assert visit[31:34] == ["2", "2", "2"]
    assert visit[51:54] == ["4", "Nairobi, Kenya", "KE"]
    assert (visit[59], visit[60]) == ("20240304000000", "pages/wire.txt")
    assert visit[25] == "1", "the clause stands in the first paragraph"


def test_gdelt_keeps_a_year_without_inventing_a_day(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "gdelt")
    promise = next(row for row in tabbed(only_file(tmp_path / "out", "*.export.CSV")) if row[26] == "030")
    assert promise[1:5] == ["", "", "2024", ""]


def test_gdelt_mentions_have_16_columns_and_point_into_the_page(sample: Path, tmp_path: Path) -> None:
    found = export(sample, tmp_path / "out", "gdelt")
    rows = tabbed(only_file(tmp_path / "out", "*.mentions.CSV"))
    events = {row[0] for row in tabbed(only_file(tmp_path / "out", "*.export.CSV"))}
    assert {len(row) for row in rows} == {16}
    assert {row[0] for row in rows} <= events
    assert len(rows) == 4, "two rows of one visit, each told by two pages"
    row = next(row for row in rows if row[5] == "pages/wire.txt" and row[7] == "-1")
    assert sample_record.WIRE[int(row[9]) :].startswith("received")
    assert sample_record.WIRE[int(row[8]) :].startswith("William Ruto")
    assert row[3] == "2" and row[10] == "1" and row[11] == "90"
    assert found.left_out == 1, "Ethiopia did not threaten"


@pytest.mark.parametrize(
    ("actors", "recipients", "cameo", "expected", "why"),
    [
        (["KEN"], ["SOM"], "111", {("KEN", "SOM", "111")}, "one way"),
        (["KEN"], [], "140", {("KEN", None, "140")}, "nobody on the other side"),
        (["KEN", "SOM"], [], "040", {("KEN", "SOM", "040"), ("SOM", "KEN", "040")}, "a meeting is written each way"),
        (["KEN"], ["SOM"], "041", {("KEN", "SOM", "041"), ("SOM", "KEN", "041")}, "so is a call"),
        (["KEN"], ["SOM"], "043", {("KEN", "SOM", "042"), ("SOM", "KEN", "043")}, "the actor of a visit is the visitor"),
        (["KEN", "william-ruto", "SOM"], [], "040",
         {("KEN", "SOM", "040"), ("SOM", "KEN", "040"), ("william-ruto", "SOM", "040"), ("SOM", "william-ruto", "040")},
         "a president does not meet his own state"),
        (["KEN"], ["KEN"], "173", set(), "nobody acts on himself"),
        (["KEN", "ETH"], ["SOM"], "163", {("KEN", "SOM", "163"), ("ETH", "SOM", "163")}, "two actors, one recipient"),
    ],
)  # fmt: skip
def test_pairs(actors: list[str], recipients: list[str], cameo: str, expected: set[Any], why: str) -> None:
    entities = {entity.id: entity for entity in sample_record.tables()["entities"]}
    event = {"actors": actors, "recipients": recipients}
    assert set(pairs(event, entities, cameo)) == expected, why


def test_icews_has_its_heading_and_na(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "icews")
    head, *rows = tabbed(tmp_path / "out" / "events.tab")
    assert tuple(head) == icews.HEADS and len(head) == 20
    assert {len(row) for row in rows} == {20}
    keyed = {(row[2], row[8]): dict(zip(head, row, strict=True)) for row in rows}
    host = keyed["William Ruto", "Hassan Sheikh Mohamud"]
    assert host["Event Text"] == "Host a visit" and host["CAMEO Code"] == "043" and host["Event Date"] == "2024-03-04"
    assert (host["Source Country"], host["Source Sectors"], host["Target Country"]) == ("Kenya", "Government", "Somalia")
    assert (host["City"], host["Country"], host["Latitude"], host["Sentence Number"]) == ("Nairobi", "Kenya", "NA", "1")
    assert keyed["Kenya", "Somalia"]["Event Date"] == "NA"
    assert len({row[0] for row in rows}) == len(rows), "ICEWS itself has ids that are not unique"


def test_polecat_has_lists_and_none(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "polecat")
    head, *rows = tabbed(tmp_path / "out" / "events.txt")
    assert tuple(head) == polecat.HEADS and len(head) == 40
    assert {len(row) for row in rows} == {40}
    keyed = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    visit, promise = keyed["ev_00000000000001"], keyed["ev_00000000000002"]
    assert (visit["Event Type"], visit["Event Mode"], visit["Quad Code"]) == ("CONSULT", "visit", "VERBAL COOPERATION")
    assert (visit["Actor Country"], visit["Recipient COW"], visit["Recipient Title"]) == ("Somalia", "501", "head of state")
    assert (promise["Actor Name"], promise["Actor COW"]) == ("Kenya; Somalia", "501; 520")
    assert promise["Recipient Name"] == promise["Event Date"] == promise["Latitude"] == "None"


@pytest.mark.parametrize("name", ["gdelt", "icews", "polecat"])
def test_no_text_of_a_page_breaks_a_row_or_runs(hostile: Path, tmp_path: Path, name: str) -> None:
    columns = {"gdelt": 61, "icews": 20, "polecat": 40}[name]
    export(hostile, tmp_path / "out", name)
    for path in (tmp_path / "out").iterdir():
        rows = tabbed(path)
        assert {len(row) for row in rows} == {16 if "mentions" in path.name else columns}
        cells = [cell for row in rows for cell in row if not is_number(cell)]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "'")) or (cell.startswith("-") and cell != "-1")]
        assert "\x1b" not in path.read_text(encoding="utf-8") and "\u202e" not in path.read_text(encoding="utf-8")


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells in a row of 3"):
        line(["a", "b"], 3, "")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "'=1", "==@1", "\t=1", "\u200b=1"])
def test_words_never_begin_a_formula(text: str) -> None:
    assert not words(text).startswith(("=", "+", "-", "@", "'"))


def test_every_code_that_events_bear_has_a_label_and_a_goldstein_value() -> None:
    codes = Codes.load()
    assert {code for code in codes.ontology.cameo if not codes.label(code) or codes.goldstein(code) is None} == set()
    assert codes.goldstein("1823") == -10 and codes.goldstein("09") == -2


def test_gdelt_quads_follow_the_root() -> None:
    roots = {root: gdelt.QUADS.get(root, 4) for root in range(1, 21)}
    assert [root for root, quad in roots.items() if quad == 2] == [6, 7, 8]
    assert [root for root, quad in roots.items() if quad == 3] == [9, 10, 11, 12, 13]


def ld(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_jsonld_quotes_with_their_chain(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "jsonld")
    found = ld(tmp_path / "out" / "articles.jsonld")
    nodes = {node["@id"]: node for node in found["@graph"]}
    assert found["@context"]["@vocab"] == "https://schema.org/"
    assert {node["@type"] for node in nodes.values()} >= {"NewsArticle", "Quotation", "Event", "Claim", "Country", "Person"}
    said = nodes["urn:dragoman:sm_00000000000001"]
    assert said["text"] == "Our border will open this year"
    assert said["isPartOf"] == {"@id": "urn:dragoman:doc_00000000000001"}
    assert said["isBasedOn"]["publisher"]["name"] == "Savanna News", "the agency first"
    assert said["isBasedOn"]["isBasedOn"]["publisher"] == {"@id": "urn:dragoman:kbc"}, "then whom it quotes"
    assert nodes["urn:dragoman:doc_00000000000002"]["isBasedOn"] == {"@id": "urn:dragoman:doc_00000000000001"}
    assert "https://www.wikidata.org/entity/Q114" in nodes["urn:dragoman:KEN"]["sameAs"]
    assert "reviewRating" not in json.dumps(found), "no verdicts"


def test_annotations_have_both_selectors_and_they_agree(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "jsonld")
    texts = {f"urn:dragoman:{d.id}": d.text for d in sample_record.tables()["documents"]}
    items = ld(tmp_path / "out" / "annotations.jsonld")["items"]
    assert items
    for item in items:
        assert {"id", "type", "motivation", "body", "target"} <= item.keys()
        position, quote = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"]) and text[position["end"] :].startswith(quote["suffix"])


def test_provenance_points_from_rows_to_pages_to_the_build(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "jsonld")
    nodes = {node["@id"]: node for node in ld(tmp_path / "out" / "provenance.jsonld")["@graph"]}
    assert nodes["urn:dragoman:rn_1"]["@type"] == "prov:Activity"
    said = nodes["urn:dragoman:sm_00000000000001"]
    assert said["prov:wasQuotedFrom"]["@id"] in nodes
    assert said["prov:wasGeneratedBy"] == {"@id": "urn:dragoman:rn_1"}
    assert nodes["urn:dragoman:em_00000000000001"]["prov:specializationOf"] == {"@id": "urn:dragoman:ev_00000000000001"}


def test_ftm_is_one_entity_a_line_with_lists_of_text(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "ftm")
    rows = [json.loads(text) for text in (tmp_path / "out" / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(isinstance(value, str) and value for row in rows for values in row["properties"].values() for value in values)
    schemata = {row["id"]: row["schema"] for row in rows}
    assert schemata["dragoman-KEN"] == "PublicBody" and schemata["dragoman-william-ruto"] == "Person"
    held = next(row for row in rows if row["schema"] == "Occupancy")["properties"]
    assert held["holder"] == ["dragoman-william-ruto"] and schemata[held["post"][0]] == "Position"
    assert held["startDate"] == ["2022-09"] and schemata[held["proof"][0]] == "Article"


@pytest.mark.parametrize("which", ["sample", "hostile"])
def test_ftm_is_what_followthemoney_takes(request: pytest.FixtureRequest, tmp_path: Path, which: str) -> None:
    pytest.importorskip("followthemoney", reason="pip install followthemoney to check the export against its model")
    from followthemoney import EntityProxy

    export(request.getfixturevalue(which), tmp_path / "out", "ftm")
    rows = [json.loads(text) for text in (tmp_path / "out" / "entities.ftm.json").read_text(encoding="utf-8").splitlines()]
    ids = {row["id"] for row in rows}
    for row in rows:
        proxy = EntityProxy.from_dict(row, cleaned=False)
        proxy.schema.validate(row)
        for name, values in row["properties"].items():
            kind = proxy.schema.properties[name].type
            assert all(value in ids for value in values) if kind.name == "entity" else len(proxy.get(name)) == len(values), (
                row,
                name,
            )


def test_bibtex_has_an_entry_a_page_and_nothing_that_latex_runs(hostile: Path, tmp_path: Path) -> None:
    export(hostile, tmp_path / "out", "bibtex")
    text = (tmp_path / "out" / "pages.bib").read_text(encoding="utf-8")
    keys = re.findall(r"^@misc\{([^,]+),$", text, re.M)
    assert len(set(keys)) == len(keys) == 5
    assert r"\input{" not in text and r"\textbackslash{}input\{x\}" in text
    assert "url =" not in text, "an address that is none of the web is no link"
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")


def test_bibtex_days(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "bibtex")
    text = (tmp_path / "out" / "pages.bib").read_text(encoding="utf-8")
    assert "date = {2024-03-04}" in text and "month = mar," in text and "year = {2024}" in text


def test_sqlite_holds_every_table_and_finds_words(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "sqlite")
    connection = sqlite3.connect(tmp_path / "out" / "record.sqlite")
    for name, record in TABLES.items():
        (count,) = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        assert count == len(sample_record.tables()[name]), record
    found = connection.execute("SELECT rowid FROM statements_fts WHERE statements_fts MATCH 'border'").fetchall()
    assert len(found) == 1
    (actors,) = connection.execute("SELECT actors FROM events WHERE id = 'ev_00000000000001'").fetchone()
    assert json.loads(actors) == ["hassan-sheikh-mohamud"]
    (start,) = connection.execute("SELECT date_start FROM events WHERE id = 'ev_00000000000001'").fetchone()
    assert start == "2024-03-04"
    connection.close()
    about = json.loads((tmp_path / "out" / "metadata.json").read_text(encoding="utf-8"))["databases"]["record"]["tables"]
    assert about["events"]["columns"]["origins"]


@pytest.mark.parametrize("name", VIEWS)
def test_an_empty_record_exports(tmp_path: Path, name: str) -> None:
    write_record(tmp_path / "empty.duckdb", {})
    found = export(tmp_path / "empty.duckdb", tmp_path / "out", name)
    assert found.files and found.left_out == 0


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "sqlite"])
def test_the_same_record_exports_the_same_files(sample: Path, tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        export(sample, tmp_path / folder, name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_between_two_parties_only(sample: Path, tmp_path: Path) -> None:
    export(sample, tmp_path / "out", "gdelt", between=("Kenya", "Somalia"), since="2024-03", until="2024-03-31")
    assert len(tabbed(only_file(tmp_path / "out", "*.export.CSV"))) == 4
    export(sample, tmp_path / "none", "gdelt", between=("Kenya", "Ethiopia"))
    assert tabbed(only_file(tmp_path / "none", "*.export.CSV")) == []
    export(sample, tmp_path / "late", "bibtex", since="2025")
    assert (tmp_path / "late" / "pages.bib").read_text(encoding="utf-8").count("@misc") == 2


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "gdlet"}, "did you mean gdelt"),
        ({"name": "csv", "since": "2024"}, "csv carries the whole record"),
        ({"name": "gdelt", "between": ("Kenya", "Kenya")}, "the same"),
        ({"name": "gdelt", "between": ("Kenya", "Atlantis")}, "nobody called"),
        ({"name": "icews", "since": "yesterday"}, "no such day"),
    ],
)
def test_what_cannot_be_exported(sample: Path, tmp_path: Path, given: dict[str, Any], says: str) -> None:
    with pytest.raises(DragomanError, match=says):
        export(sample, tmp_path / "out", **given)
    assert not (tmp_path / "out").exists()


def test_an_export_does_not_overwrite_unasked(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(DragomanError, match="not empty"):
        export(sample, tmp_path, "icews")

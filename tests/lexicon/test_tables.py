"""The tables of names: how much they hold, facts that were wrong elsewhere, and faults that must be told."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from dragoman.lexicon.files import layers, own_folder, table
from dragoman.lexicon.outlets import Outlets
from dragoman.lexicon.tables_check import TABLES, check_tables
from dragoman.text.dates import first_day, last_day

OURS = layers(None)


def rows(name: str) -> list[dict[str, str]]:
    with (own_folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def holds(row: dict[str, str], day: date) -> bool:
    start, end = first_day(row["from"]), last_day(row["to"])
    return (start is None or start <= day) and (end is None or day <= end)


def in_office(office: str, of: str, day: str) -> set[str]:
    when = date.fromisoformat(day)
    return {r["person"] for r in rows("offices.csv") if (r["office"], r["of"]) == (office, of) and holds(r, when)}


def status(organisation: str, member: str, day: str) -> set[str]:
    when = date.fromisoformat(day)
    mine = [r for r in rows("memberships.csv") if (r["organisation"], r["member"]) == (organisation, member)]
    return {r["status"] for r in mine if holds(r, when)}


def ids_of(file: str, name: str) -> set[str]:
    """Ids of the rows that carry a name form."""
    columns = ("name", "official", "aliases", "demonyms", "surname", "credits")
    return {r["id"] for r in rows(file) if name in {form for c in columns for form in r.get(c, "").split("|")}}


def test_shipped_tables_have_no_fault() -> None:
    assert [str(c) for c in check_tables(OURS)] == []


@pytest.mark.parametrize(
    ("file", "least"),
    [
        ("states.csv", 230),
        ("people.csv", 1200),
        ("offices.csv", 1500),
        ("organisations.csv", 180),
        ("entities.csv", 1500),
        ("memberships.csv", 2500),
        ("outlets.csv", 400),
        ("places.csv", 1000),
    ],
)
def test_tables_hold_enough(file: str, least: int) -> None:
    assert len(rows(file)) >= least


def test_kinds_hold_enough() -> None:
    """Issue 2 asks for 120 international organisations and groupings, and for 120 outlets."""
    international = [r for r in rows("organisations.csv") if not r["country"] and r["sector"] not in ("REB", "BUS", "CRM")]
    assert len(international) >= 150
    assert sum(r["kind"] == "wire" for r in rows("outlets.csv")) >= 100
    assert sum(r["kind"] in ("presidency", "ministry", "government") for r in rows("outlets.csv")) >= 60


def test_every_row_says_its_source() -> None:
    assert [r for layout in TABLES for r in rows(layout.name) if not r["source"]] == []


def test_members_of_the_united_nations_are_193_states_with_all_codes() -> None:
    members = {r["member"] for r in rows("memberships.csv") if r["organisation"] == "un" and r["status"] == "member"}
    assert len(members) == 193
    states = {r["id"]: r for r in rows("states.csv")}
    assert [m for m in members if not all(states[m][c] for c in ("iso2", "iso3", "cow", "fips", "capital", "demonyms"))] == []


def test_every_member_state_has_a_head_of_government_or_state_today() -> None:
    members = {r["member"] for r in rows("memberships.csv") if r["organisation"] == "un" and r["status"] == "member"}
    led = {r["of"] for r in rows("offices.csv") if r["office"] in ("head_of_state", "head_of_government") and not r["to"]}
    assert members - led <= {"SMR"}  # two captains regent for six months each


@pytest.mark.parametrize(
    ("office", "of", "day", "person", "why"),
    [
        ("head_of_government", "CHN", "2023-03-01", "li-keqiang", "ten days before he was succeeded by another Li"),
        ("head_of_government", "CHN", "2023-12-04", "li-qiang", "Premier Li is a different man by then"),
        ("head_of_state", "CHN", "2013-03-13", "hu-jintao", "party leader already for four months was Xi"),
        ("party_leader", "CHN", "2013-03-13", "xi-jinping", "not yet president"),
        ("head_of_state", "USA", "2021-01-19", "donald-trump", "the last day of the first term"),
        ("head_of_state", "USA", "2025-02-01", "donald-trump", "a second tenure of the same person"),
        ("head_of_government", "BRA", "2022-12-31", "jair-bolsonaro", "one person in both offices"),
        ("head_of_government", "TUR", "2017-01-01", "binali-yildirim", "the office ended in 2018"),
        ("head_of_government", "TUR", "2019-01-01", "recep-tayyip-erdogan", "the president took it over"),
        ("head_of_government", "GBR", "2022-10-01", "liz-truss", "seven weeks"),
        ("head_of_government", "PAK", "2022-06-01", "shehbaz-sharif", "not Nawaz"),
        ("head_of_government", "JPN", "2019-12-01", "shinzo-abe", "not seen in the factbook from 2017 to 2020"),
        ("head_of_government", "ITA", "2018-03-01", "paolo-gentiloni", "ended within the factbook's gap"),
        ("head_of_state", "LBN", "2023-06-01", None, "the office was vacant for two years"),
        ("president", "IRN", "2023-05-01", "ebrahim-raisi", "president, but not head of state"),
        ("supreme_leader", "IRN", "2023-05-01", "ali-khamenei", "the head of state by the constitution"),
        ("foreign_minister", "CHN", "2023-06-01", "qin-gang", "seven months between two terms of Wang Yi"),
        ("foreign_minister", "BLR", "2023-12-04", "sergei-aleinik", "Makei had died a year before"),
        ("defence_minister", "UKR", "2023-09-20", "rustem-umerov", "three weeks in office"),
        ("head_of_state", "SYR", "2024-12-20", None, "Assad gone, al-Sharaa not yet president"),
        ("secretary_general", "nato", "2024-10-15", "mark-rutte", "after a decade of Stoltenberg"),
        ("high_representative", "eu", "2022-02-24", "josep-borrell", "an office of an organisation"),
        ("head_of_state", "VNM", "2024-11-01", "luong-cuong", "four presidents within two years"),
        ("head_of_government", "KOR", "2021-01-01", "chung-sye-kyun", "the prime minister, not the president"),
    ],
)
def test_offices(office: str, of: str, day: str, person: str | None, why: str) -> None:
    assert in_office(office, of, day) == ({person} if person else set()), why


@pytest.mark.parametrize(
    ("organisation", "member", "day", "expected", "why"),
    [
        ("sco", "BLR", "2023-12-04", {"observer"}, "a seed page says member: it joined in July 2024"),
        ("sco", "BLR", "2024-07-05", {"member"}, "joined at Astana"),
        ("sco", "IND", "2018-01-01", {"member"}, "stale in the factbook"),
        ("sco", "IRN", "2023-07-05", {"member"}, "stale in the factbook"),
        ("brics", "IDN", "2025-01-07", {"member"}, "missing from the factbook"),
        ("brics", "BLR", "2024-12-31", set(), "a partner from the next day only"),
        ("brics", "BLR", "2025-01-01", {"partner"}, "partner is no member"),
        ("brics", "ARG", "2024-02-01", set(), "invited, and declined"),
        ("nato", "SWE", "2024-03-06", set(), "the day before"),
        ("nato", "SWE", "2024-03-07", {"member"}, "the day"),
        ("nato", "FIN", "2023-12-01", {"member"}, "eleven months before Sweden"),
        ("eu", "GBR", "2019-01-01", {"member"}, "still in"),
        ("eu", "GBR", "2020-02-01", set(), "left the evening before"),
        ("eu", "UKR", "2022-07-01", {"candidate"}, "a candidate is no member"),
        ("coe", "RUS", "2022-03-17", set(), "excluded the day before"),
        ("g20", "au", "2023-09-10", {"member"}, "an organisation as member of another"),
        ("opec", "QAT", "2019-06-01", set(), "left on New Year's Day"),
        ("ecowas", "MLI", "2025-02-01", set(), "left with Burkina Faso and Niger"),
        ("aes", "NER", "2025-02-01", {"member"}, "where they went"),
        ("cptpp", "GBR", "2025-01-01", {"member"}, "acceded in December 2024"),
        ("asean", "TLS", "2025-10-25", {"observer"}, "the day before"),
        ("eaeu", "UZB", "2024-01-01", {"observer"}, "often taken for a member"),
        ("e3", "DEU", "2024-01-01", {"member"}, "a grouping without treaty"),
    ],
)
def test_memberships(organisation: str, member: str, day: str, expected: set[str], why: str) -> None:
    assert status(organisation, member, day) == expected, why


@pytest.mark.parametrize(
    ("file", "name", "expected"),
    [
        ("states.csv", "Belarussian", {"BLR"}),
        ("states.csv", "Belorussia", {"BLR"}),
        ("states.csv", "Kirghiz", {"KGZ"}),
        ("states.csv", "Filipinos", {"PHL"}),
        ("states.csv", "Swaziland", {"SWZ"}),
        ("states.csv", "Burma", {"MMR"}),
        ("states.csv", "Türkiye", {"TUR"}),
        ("states.csv", "ROK", {"KOR"}),
        ("states.csv", "U.K.", {"GBR"}),
        ("states.csv", "Cabo Verde", {"CPV"}),
        ("states.csv", "Congo", {"COD", "COG"}),
        ("states.csv", "Nigerien", {"NER"}),
        ("states.csv", "Nigerian", {"NGA"}),
        ("states.csv", "the States", set()),
        ("people.csv", "Volodymyr Zelenskyy", {"volodymyr-zelensky"}),
        ("people.csv", "Alaksandr Lukaszenka", {"alexander-lukashenko"}),
        ("people.csv", "Kim Jong-un", {"kim-jong-un"}),
        ("people.csv", "Modi", {"narendra-modi"}),
        ("people.csv", "Sergei Lavrov", {"sergey-lavrov"}),
        ("people.csv", "MBS", {"mohammed-bin-salman"}),
        ("entities.csv", "ISIL", {"islamic-state"}),
        ("organisations.csv", "Shanghai Cooperation Organization", {"sco"}),
        ("organisations.csv", "Western countries", {"the-west"}),
        ("outlets.csv", "Belta", {"belta"}),
        ("outlets.csv", "Agence France-Presse", {"afp"}),
        ("places.csv", "Kiev", set()),
    ],
)
def test_name_forms(file: str, name: str, expected: set[str]) -> None:
    if file == "places.csv":
        assert any(name in row["aliases"].split("|") and row["stands_for"] == "UKR" for row in rows(file))
    else:
        assert ids_of(file, name) == expected


def test_brussels_is_belgiums_capital_and_the_unions_seat() -> None:
    assert {(r["kind"], r["stands_for"]) for r in rows("places.csv") if r["name"] == "Brussels"} == {
        ("capital", "BEL"),
        ("seat", "eu"),
    }


@pytest.mark.parametrize(
    ("printed", "state", "expected", "why"),
    [
        ("BELTA", None, "belta", "in capitals"),
        ("the Guardian", None, "guardian", "article in lower case, and a short form for credits only"),
        ("Petra", None, "petra", "a town in a text, an agency in a credit"),
        ("APA", None, None, "Austria's and Azerbaijan's: two readings stay"),
        ("APA", "AUT", "apa-austria", "the state settles it"),
        ("Morning Bugle", None, None, "unlisted"),
        ("", None, None, "nothing printed"),
    ],
)
def test_outlets_by_name(printed: str, state: str | None, expected: str | None, why: str) -> None:
    found = Outlets.load(OURS).by_name(printed, state)
    assert (found.id if found else None) == expected, why


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://eng.belta.by/politics/view/1", "belta"),
        ("www.xinhuanet.com", "xinhua"),
        ("http://english.news.cn:80/2024/a.htm", "xinhua"),
        ("news.un.org", "un-news"),
        ("https://mfa.gov.ua/en", "ukraine-mfa-site"),
        ("https://president.gov.by/en/events", "belarus-president-site"),
        ("notreuters.com", None),
        ("com", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_outlets_by_domain(address: str, expected: str | None) -> None:
    found = Outlets.load(OURS).by_domain(address)
    assert (found.id if found else None) == expected


def test_unknown_ownership_stays_unknown() -> None:
    owned = {o.id: o.state_owned for o in Outlets.load(OURS).rows}
    assert (owned["xinhua"], owned["reuters"], owned["yonhap"]) == (True, False, None)


FAULTS = [
    ("states.csv", "XQQ,Nowhere,,,,,,XQ1,,,,,state,,memory", "iso3 'XQ1' is no iso3 code"),
    ("states.csv", "XQQ,Nowhere,,,,,BE,,,,,,state,,memory", "iso2 BE is Belgium's on line"),
    ("states.csv", "XQQ,Nowhere,,Zaire,,,,,,,,,state,,memory", "'Zaire' is a name of COD as well"),
    ("states.csv", "XQQ,Nowhere,,,,,,,,,,FRA,state,,memory", "FRA is a neighbour here"),
    ("people.csv", "jan-testa,Jan Testa,Testa,,BLT,,,memory", "country 'BLT' is not in states.csv, organisations.csv"),
    ("people.csv", "xi-jinping,Xi Again,,,CHN,,,memory\nxi-jinping,Xi Jinping,Xi,,CHN,,,memory", "is already on line 2"),
    ("people.csv", "jan-testa,Jan Testa,Testa,Xi Jinping,POL,,,memory", "drop one, or list the name in shared_names.csv"),
    ("people.csv", "jan-testa,Jan Testa,Testa,,POL,,,", "no source"),
    ("people.csv", "jan-testa,Jan Testa,Testa,,POL,,,memory, or so", "more cells than columns"),
    ("offices.csv", "nobody-atall,head_of_state,POL,2020-01-01,2020-02-01,memory", "'nobody-atall' is not in people.csv"),
    ("offices.csv", "jan-testa,head_of_state,PLO,2020-01-01,2020-02-01,memory", "of 'PLO' is not in states.csv"),
    ("offices.csv", "andrzej-duda,mayor,POL,2020-13-01,,memory", "from '2020-13-01' is no day"),
    ("offices.csv", "andrzej-duda,mayor,POL,2020-02-01,2019-02-01,memory", "from 2020-02-01 is after to 2019-02-01"),
    ("offices.csv", "donald-tusk,head_of_state,POL,2017-01-01,2018-01-01,memory", "andrzej-duda is head_of_state of POL"),
    ("organisations.csv", "xorg,X Org,,club,IGO,,,,,,memory", "kind 'club' is none of: igo, union"),
    ("organisations.csv", "xorg,X Org,,igo,IGO,,unn,,,,memory", "did you mean un?"),
    ("entities.csv", "x1,X One,,POL,PTY,club,,,,,memory", "kind 'club' is none of: armed_group, party"),
    ("entities.csv", "x1,X One,Hamas,POL,PTY,party,,,,,memory", "'Hamas' is a name of hamas as well"),
    ("entities.csv", "x1,X One,,POL,PTY,party,,,,x2,m\nx2,X Two,,POL,PTY,party,,,,x1,m", "a cycle of parents: x1 of x2 of x1"),
    ("memberships.csv", "brcs,BLR,partner,2025-01-01,,memory", "did you mean brics?"),
    ("memberships.csv", "brics,BLR,friend,2025-01-01,,memory", "status 'friend' is none of"),
    ("outlets.csv", "my-wire,My Wire,,,reuters.com,POL,wire,,memory", "domain reuters.com is Reuters's on line"),
    ("outlets.csv", "my-wire,My Wire,,,my.wire,POL,wire,perhaps,memory", "state_owned 'perhaps' is none of"),
    ("places.csv", "Testville,city,POL,POLL,,memory", "stands_for 'POLL' is not in"),
    ("organisations.csv", "xa,X A,,igo,IGO,,xb,,,,m\nxb,X B,,igo,IGO,,xa,,,,m", "a cycle of parents: xa of xb of xa"),
    ("epithets.csv", "the Far North,PRKK,,memory", "entity 'PRKK' is not in"),
    ("epithets.csv", "the Far North,PRK,KORR,memory", "needs 'KORR' is not in"),
    ("roles.csv", "jesters,jesters,GOVV,group,,,memory", "sector 'GOVV' is none of"),
    ("roles.csv", "jesters,jesters,GOV,crowd,,,memory", "kind 'crowd' is none of"),
    ("leading_offices.csv", "POLL,head_of_government,memory", "state 'POLL' is not in states.csv"),
    ("office_sectors.csv", "juggler,XYZ,memory", "sector 'XYZ' is none of"),
    ("rival_names.csv", "Chad,,memory", "no against"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "lines", "what"), FAULTS)
def test_faults_are_told_with_file_and_line(file: str, lines: str, what: str, tmp_path: Path) -> None:
    header = (own_folder() / file).read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / file).write_text(f"{header}\n{lines}\n", encoding="utf-8")
    found = [str(complaint) for complaint in check_tables(layers(tmp_path))]
    assert [line for line in found if what in line and ".csv:" in line], found


def test_a_name_may_be_shared_on_purpose(tmp_path: Path) -> None:
    shutil.copy(own_folder() / "shared_names.csv", tmp_path)
    with (tmp_path / "shared_names.csv").open("a", encoding="utf-8") as file:
        file.write("Xi Jinping,xi-jinping|jan-testa,a test\n")
    (tmp_path / "people.csv").write_text(
        "id,name,surname,aliases,country,gender,wikidata,source\njan-testa,Jan Testa,Testa,Xi Jinping,POL,,,memory\n"
    )
    assert [str(c) for c in check_tables(layers(tmp_path))] == []


def test_a_users_row_replaces_ours(tmp_path: Path) -> None:
    header = "id,name,aliases,credits,domain,state,kind,state_owned,source"
    (tmp_path / "outlets.csv").write_text(f"{header}\nyonhap,Yonhap,,,,KOR,wire,yes,me\n")
    assert {o.id: o.state_owned for o in Outlets.load(layers(tmp_path)).rows}["yonhap"] is True
    assert len(table("outlets.csv", layers(tmp_path), ("id",))) == len(table("outlets.csv", OURS, ("id",)))


def test_no_short_form_of_a_person_is_a_word_of_grammar() -> None:
    """A vice premier called He must not swallow each "He said"."""
    grammar = {"He", "She", "It", "To", "No", "So", "An", "At", "By", "Do", "In", "Is", "We", "Le", "De", "The", "May", "Will"}
    assert [(r["id"], s) for r in rows("people.csv") for s in r["surname"].split("|") if s in grammar] == []


def test_names_too_common_to_stand_alone_are_listed() -> None:
    common = {r["surname"] for r in rows("common_surnames.csv")}
    assert {"Li", "Kim", "Johnson", "Ali", "Rice", "Martin"} <= common
    assert not common & {"Xi", "Putin", "Modi", "Erdogan", "Lukashenko", "Macron", "Lula"}

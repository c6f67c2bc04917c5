"""The site: every page is there, says the same as JSON and CSV, and each row leads to its words."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient

from dragoman.show.web.app import create_app

VOID = {"meta", "link", "input", "br", "img", "hr"}
LISTINGS = ("events", "statements", "figures", "relations", "conflicts", "entities", "documents", "stories", "problems")
OUTSIDE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""")


@pytest.fixture(scope="module")
def site(sample: Path) -> TestClient:
    app = create_app(sample)
    assert app.state.keeper.index.wait(60)
    return TestClient(app, base_url="http://127.0.0.1")


class Checked(HTMLParser):
    """Reads a page strictly: every element closed in order, no id twice, nothing inline; collects its links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not [name for name in given if name.startswith("on") or name == "style"], (tag, given)
        assert tag != "style" and (tag != "script" or given.get("src") == "/static/keys.js")
        if tag in ("p", "ul", "ol", "div", "table", "pre", "blockquote", "section", "figure", "dl"):
            assert "p" not in self.open, f"<{tag}> in a paragraph"
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if tag == "a" and given.get("href") else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> where it does not belong"


def checked(text: str) -> Checked:
    page = Checked()
    page.feed(text)
    page.close()
    assert not page.open
    assert len(set(page.ids)) == len(page.ids), "an id stands twice"
    assert not OUTSIDE.search(text), "something is asked of another machine"
    return page


def test_every_page_that_is_linked_is_there(site: TestClient) -> None:
    """Walks from the overview through every link: nothing is missing, all is well-formed, small, and stays at home."""
    waiting, seen = ["/", "/between/KEN/SOM?status=all", "/row/mn_1", "/row/em_00000000000001"], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = site.get(address)
        assert answer.status_code == 200, address
        assert len(answer.content) < 200_000
        if answer.headers["content-type"].startswith("text/html"):
            for link in checked(answer.text).links:
                to = urlsplit(urljoin(str(answer.url), link))
                assert to.netloc == "127.0.0.1", link
                waiting.append(to.path + (f"?{to.query}" if to.query else ""))
    kinds = {address.split("/")[1].partition("?")[0] for address in seen}
    assert kinds >= {
        *LISTINGS,
        "event",
        "statement",
        "figure",
        "relation",
        "conflict",
        "entity",
        "document",
        "story",
        "between",
        "search",
        "api",
    } - {"search"}


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/", ["3 pages", "Kenya – Somalia", "en_core_web_sm 3.8.0"]),
        (
            "/between/KEN/SOM",
            ["Kenya", "Somalia", "Hassan Sheikh Mohamud", "4 Mar 2024", "1.3 billion USD", "disputed", "<svg", "planned"],
        ),
        ("/between/ruto/Mogadishu", ["William Ruto"]),
        (
            "/document/doc_00000000000001",
            ["on s", "dates the page", "Savanna News", 'id="sm_00000000000001"'],
        ),
        ("/statement/sm_00000000000001", ["prints it", "relays it", "Kenya Broadcasting Corporation", "said it", "William Ruto"]),
        ("/event/ev_00000000000001", ["1 independent origin", "2 outlets", "Coast Daily", "events/consult.toml#receive"]),
        ("/figure/fg_00000000000001", ["nearly 1.3 billion USD", "+12.5 %", "trade"]),
        ("/conflict/cf_1", ["One page says Monday", "Savanna News", "offices.csv:william-ruto"]),
        ("/entity/william-ruto", ["head of state", "2022-09-13", "William Samoei Ruto", "Somalia"]),
        ("/story/st_1", ["Ruto receives Somali leader", "Coast Daily", "a copy"]),
        ("/search?q=border", ['<mark class="hit">border</mark>', "Savanna News"]),
        ("/search?q=%22no+such+phrase%22", ["nothing"]),
        ("/events?of=Kenya&type=consult&origins=1", ["Hassan Sheikh Mohamud"]),
        ("/events?origins=2", ["Nothing is found"]),
        ("/events?via=Savanna+News&of=", ["Hassan Sheikh Mohamud"]),
    ],
)
def test_pages_tell(site: TestClient, address: str, says: list[str]) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    assert not [each for each in says if each not in answer.text]


@pytest.mark.parametrize("name", LISTINGS)
def test_listings_are_json_and_csv_too(site: TestClient, name: str) -> None:
    found = site.get(f"/{name}.json").json()
    rows = list(csv.reader(io.StringIO(site.get(f"/{name}.csv").content.decode("utf-8-sig"))))
    assert found["total"] == len(found["rows"]) == len(rows) - 1
    assert rows[0] == list(found["rows"][0])
    assert "web_n" not in rows[0]


def test_json_goes_on_where_it_stopped(site: TestClient) -> None:
    first = site.get("/entities.json?limit=3").json()
    second = site.get(first["next"]).json()
    assert len(first["rows"]) == 3
    assert not {row["id"] for row in first["rows"]} & {row["id"] for row in second["rows"]}


def test_a_spreadsheet_runs_no_cell_of_it(site: TestClient) -> None:
    text = site.get("/statements.csv").content.decode("utf-8-sig")
    assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(("=", "+", "@"))]


def test_a_figure_is_three_clicks_from_its_words(site: TestClient) -> None:
    dyad = checked(site.get("/between/KEN/SOM").text)
    figure = next(link for link in dyad.links if link.startswith("/figure/"))
    words = next(link for link in checked(site.get(figure).text).links if link.startswith("/document/") and "#" in link)
    page, anchor = words.split("#")
    assert anchor in checked(site.get(page).text).ids


def test_a_name_leads_to_one_address(site: TestClient) -> None:
    answer = site.get("/between/Kenya/so?since=2024", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/between/KEN/SOM?since=2024")
    assert site.get("/between?one=Kenya&two=Somalia").url.path == "/between/KEN/SOM"


def test_rows_are_cited(site: TestClient) -> None:
    found = site.get("/statement/sm_00000000000001.bib").text
    assert found.startswith("@misc{sm_00000000000001,")
    assert "Savanna News" in found and "dragoman 0.1.0" in found
    assert found.count("{") == found.count("}")
    assert (
        "Savanna News, “Ruto receives Somali leader in Nairobi”, 4 Mar 2024"
        in site.get("/statement/sm_00000000000001.json").json()["cite"]
    )


def test_the_api_is_described(site: TestClient) -> None:
    paths = site.get("/api.json").json()["paths"]
    assert {"/events.json", "/events.csv", "/between/{one}/{two}.json", "/search.json", "/statement/{id_}.json"} <= set(paths)
    asked = {each["name"] for each in paths["/events.json"]["get"]["parameters"]}
    assert {"of", "between", "type", "status", "origins", "via", "since", "until", "page", "limit"} <= asked


def test_search_takes_anything(site: TestClient) -> None:
    for query in ('"', "(", "AND", "NEAR(", "a*b", "-x", "*", "title:x", "'; DROP TABLE documents; --", "%00", "é 🇪🇹", "x" * 290):
        assert site.get("/search", params={"q": query}).status_code == 200
        assert site.get("/search.json", params={"q": query, "in": "documents", "page": 3}).status_code == 200
    assert site.get("/search.json?q=border").json()["found"][1]["total"] == 1

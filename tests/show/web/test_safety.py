"""The site in bad company: hostile pages, hostile addresses, other machines, and a record that is rebuilt under it."""

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sample_record
from fastapi.testclient import TestClient

from dragoman.errors import DragomanError
from dragoman.show.web.app import create_app
from dragoman.show.web.keeper import Keeper
from dragoman.store.write import write_record

EVIL = (
    "<script>alert(1)</script>\"><img src=x onerror=alert(1)>'-alert(1)-'{{ 7*7 }}<style>*{}</style><svg onload=alert(1)>\u202e"
)


def client(path: Path, **more: object) -> TestClient:
    app = create_app(path, **more)  # type: ignore[arg-type]
    app.state.keeper.index.wait(60)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def site(sample: Path) -> TestClient:
    return client(sample)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A record whose every text is an attack."""
    tables = sample_record.tables()
    first, *others = tables["documents"]
    text = first.text + EVIL
    tables["documents"] = [
        replace(
            first, text=text, title=EVIL, outlet=EVIL, authors=(EVIL,), agencies=(EVIL,), place=EVIL, uri="javascript:alert(1)"
        ),
        *others,
    ]
    tables["entities"] = [replace(entity, name=EVIL, aliases=(EVIL,)) for entity in tables["entities"]]
    tables["statements"] = [replace(s, text=EVIL, speaker_text=EVIL, hedge=EVIL, medium=EVIL) for s in tables["statements"]]
    tables["figures"] = [replace(f, measure=EVIL, compared_with=EVIL, unit=EVIL) for f in tables["figures"]]
    tables["relations"] = [replace(r, relation=EVIL, valid_from=EVIL) for r in tables["relations"]]
    tables["events"] = [replace(e, place=EVIL) for e in tables["events"]]
    tables["event_mentions"] = [replace(m, text=EVIL, rule=EVIL) for m in tables["event_mentions"]]
    tables["conflicts"] = [replace(c, slot=EVIL, explanation=EVIL, reason=EVIL) for c in tables["conflicts"]]
    tables["stories"] = [replace(s, title=EVIL) for s in tables["stories"]]
    tables["problems"] = [replace(p, uri=EVIL, what=EVIL, how_to_mend=EVIL) for p in tables["problems"]]
    path = tmp_path_factory.mktemp("hostile") / "hostile.duckdb"
    write_record(path, tables)
    return client(path)


PAGES = [
    "/", "/between/KEN/SOM?status=all", "/document/doc_00000000000001", "/document/doc_00000000000001?show=mentions",
    "/statement/sm_00000000000001", "/event/ev_00000000000001", "/figure/fg_00000000000001", "/relation/rl_1", "/conflict/cf_1",
    "/entity/william-ruto", "/story/st_1", "/events", "/statements", "/figures", "/relations", "/conflicts", "/entities",
    "/documents", "/stories", "/problems", "/search?q=alert", "/api",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_hostile_pages_show_as_text(hostile: TestClient, address: str) -> None:
    from test_site import checked

    answer = hostile.get(address)
    assert answer.status_code == 200
    page = checked(answer.text)
    assert "<script>alert" not in answer.text and "<img" not in answer.text and "<svg onload" not in answer.text
    assert not [link for link in page.links if link.lower().startswith(("javascript:", "data:", "//"))]


@pytest.mark.parametrize("address", [*PAGES, "/nowhere", "/events?page=x", "/events.json", "/static/style.css"])
def test_every_answer_is_guarded(site: TestClient, address: str) -> None:
    headers = site.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


WRONG = [
    "x", "", "-1", "0", "99999999999999999999", "1e9", "NaN", "'", "\"", "'; DROP TABLE events; --", "../../etc/passwd",
    "%00", "\x00", "<script>", "é", "\u202e", "a" * 5000, "2024-13", "2024-02-30", "$one", "{{7*7}}", "true", "[]", "\ud7ff",
]  # fmt: skip
ASKED = {
    "/events": "of between type status quad origins via since until page limit".split(),
    "/statements.json": "speaker about via kind since until page limit".split(),
    "/figures": "measure of between page".split(),
    "/relations.csv": "relation of status between".split(),
    "/conflicts": "kind page".split(),
    "/entities": "of kind listed page".split(),
    "/documents": "outlet since until".split(),
    "/stories.json": "since until page".split(),
    "/between/KEN/SOM": "type page".split(),
    "/between": "one two".split(),
    "/search": "q in page".split(),
    "/document/doc_00000000000001": "show part".split(),
}


@pytest.mark.parametrize(("address", "name"), [(address, name) for address, names in ASKED.items() for name in names])
def test_parameters_of_any_kind_never_break(site: TestClient, address: str, name: str) -> None:
    for value in WRONG:
        answer = site.get(address, params={name: value})
        assert answer.status_code in (200, 400), (address, name, value)
        assert answer.text.strip() or address.endswith(".csv")


@pytest.mark.parametrize(
    "before", ["/document/", "/event/", "/statement/", "/entity/", "/story/", "/row/", "/between/KEN/", "/static/"]
)
def test_paths_of_any_kind_never_break(site: TestClient, before: str) -> None:
    for value in (
        "../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/pyproject.toml",
        "x'%20OR%20'1'='1",
        "%00",
        "%ff%fe",
        "%ed%a0%80",
        "a" * 3000,
    ):
        for suffix in ("", ".json", ".bib"):
            answer = site.get(before + value + suffix)
            assert answer.status_code in (400, 404), before + value + suffix
            assert "root:" not in answer.text and "[project]" not in answer.text


def test_nothing_is_changed_by_asking(site: TestClient) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(site, method)("/events").status_code == 405


def test_another_name_for_this_machine_is_refused(site: TestClient) -> None:
    assert site.get("/", headers={"host": "evil.example"}).status_code == 421
    assert site.get("/", headers={"host": "localhost:8765"}).status_code == 200


def test_a_token_is_asked_for(sample: Path) -> None:
    there = client(sample, token="sesame")
    assert there.get("/").status_code == 401
    assert there.get("/events.json?token=open").status_code == 401
    assert there.get("/static/style.css").status_code == 401
    assert there.get("/events.json", headers={"authorization": "Bearer sesame"}).status_code == 200
    answer = there.get("/events?of=KEN&token=sesame", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?of=KEN")
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert there.get("/events").status_code == 200, "the cookie is enough from now on"
    away = there.get("http://127.0.0.1//evil.example/?token=sesame", follow_redirects=False)
    assert away.headers["location"] == "/evil.example/"


def renewed(keeper: Keeper, documents: int) -> bool:
    """Waits until the keeper shows so many documents."""
    for _ in range(100):
        if keeper.window().counts()["documents"] == documents:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("name", ["record.duckdb", "record.parquet"])
def test_a_rebuilt_record_is_served_from_its_last_whole_state(tmp_path: Path, name: str) -> None:
    tables = sample_record.tables()
    path = tmp_path / name
    write_record(path, tables)
    keeper = Keeper(path, every=0)
    assert keeper.window().counts()["documents"] == 3
    write_record(path, tables | {"documents": tables["documents"][:2]})
    assert renewed(keeper, 2)
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_bytes(b"half a record")
    for _ in range(5):
        assert keeper.window().counts()["documents"] == 2
        time.sleep(0.05)
    assert keeper.behind
    if path.exists():
        path.unlink()
    write_record(path, tables)
    assert renewed(keeper, 3)


def test_what_is_no_record_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.duckdb").write_text("no")
    with pytest.raises(DragomanError, match="not a record"):
        create_app(tmp_path / "x.duckdb")

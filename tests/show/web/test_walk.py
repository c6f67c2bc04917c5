"""The site in a real browser: every page walked, nothing asked of another machine, no error, nothing that axe finds serious."""

import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="the walk needs playwright: pip install -e '.[dev]'")
uvicorn = pytest.importorskip("uvicorn")

from dragoman.show.web.app import create_app  # noqa: E402

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="the walk needs Chromium: apt install chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
STARTS = ("/", "/network", "/search?q=talks", "/between/KEN/SOM?status=all", "/api")
OUTLINED = """[...document.querySelectorAll('.on')]
    .filter(one => getComputedStyle(one).outlineStyle === 'solid' && one.getBoundingClientRect().top < innerHeight)
    .map(one => one.textContent).join(' ')"""
KINDS = {"", *"network search between document event statement figure entity story conflict".split()}
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def address(sample: Path) -> Iterator[str]:
    """The site on a free port of this machine."""
    app = create_app(sample)
    assert app.state.keeper.index.wait(60)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


class Watched:
    """A browser page with what went wrong in it and whom it asked."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        self.asked: set[str] = set()
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.asked.add(urlsplit(request.url).netloc))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page())
    context.close()


def kind(path: str) -> str:
    """The kind of page that an address is: /event/ev_1 and /event/ev_2 are one."""
    return path.partition("?")[0].split("/")[1]


def links(page: Any) -> list[str]:
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
    return [urljoin(page.url, href) for href in hrefs]


def walk(watched: Watched, address: str, most: int = 3) -> dict[str, str]:
    """Goes to `most` pages of each kind; returns one address of each."""
    waiting, seen, kinds = [address + start for start in STARTS], set(), {}
    visits: dict[str, int] = {}
    while waiting:
        url = waiting.pop(0).partition("#")[0]
        where = kind(urlsplit(url).path)
        if url in seen or visits.get(where, 0) >= most or re.search(r"\.(json|csv|bib)(\?|$)", url):
            continue
        seen.add(url)
        visits[where] = visits.get(where, 0) + 1
        answer = watched.page.goto(url)
        assert answer.status == 200, url
        kinds.setdefault(where, url)
        waiting += links(watched.page)
    return kinds


def test_every_kind_of_page_is_quiet_and_stays_at_home(watched: Watched, address: str) -> None:
    kinds = walk(watched, address)
    assert set(kinds) >= {
        "",
        "network",
        "search",
        "between",
        "document",
        "event",
        "statement",
        "figure",
        "entity",
        "story",
        "conflict",
    }
    assert watched.errors == []
    assert watched.asked == {urlsplit(address).netloc}


def test_axe_finds_nothing_serious(watched: Watched, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    grave = []
    for where, url in walk(watched, address, most=1).items():
        watched.page.goto(url)
        found = axe.run(watched.page).response["violations"]
        grave += [f"/{where}: {one['id']} ({one['help']})" for one in found if one["impact"] in GRAVE]
    assert grave == []


def test_a_figure_leads_to_its_words_in_three_clicks(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address + "/")
    page.click("a[href^='/figures']")
    page.click("a[href^='/figure/']")
    page.click("main a[href^='/document/']")
    # The words that the figure stands on are outlined, and in view; the browser scrolls to them when it has drawn the page.
    page.wait_for_function(f"/[0-9]/.test({OUTLINED})", timeout=15_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_screen_scrolls_one_way(browser: Any, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    for start in STARTS:
        page.goto(address + start)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), start
    context.close()


def test_it_reads_without_javascript(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/between/KEN/SOM")
    assert page.locator("main h1").count() == 1
    assert page.locator("a[href^='/event/']").count() > 0
    context.close()

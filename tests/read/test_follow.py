"""Feeds and lists of feeds lead to pages: each fetched once, none that is known or forbidden."""

from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dragoman.read.fetch import Fetcher
from dragoman.read.follow import Follower
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

WHOLE = "Ghana and Togo have settled their sea border after talks in Accra, both ministries said. " * 10


def item(link: str, more: str = "<description>Short.</description>") -> str:
    return f"<item><title>Title of {link}</title><link>{link}</link>{more}<pubDate>Tue, 04 May 2021 10:00:00 GMT</pubDate></item>"


def feed(*items: str) -> str:
    return f"<?xml version='1.0'?><rss><channel><title>Coast Daily</title>{''.join(items)}</channel></rss>"


def story(n: int) -> str:
    return f"<html><body><p>Story {n}: Ghana and Togo talk in Accra.</p></body></html>"


PAGES: dict[str, tuple[str, str]] = {
    "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /secret\n"),
    "/feed": ("application/rss+xml", feed(item("/1"), item("/2"), item("/secret/3"), item("/gone"))),
    "/feed-as-html": ("text/html", feed(item("/1"))),
    "/whole": ("text/xml", feed(item("/1", f"<content>{WHOLE}</content>"))),
    "/list": (
        "text/x-opml",
        "<opml><body><outline xmlUrl='/feed'/><outline xmlUrl='/whole'/><outline xmlUrl='/feed'/></body></opml>",
    ),
    "/lists": ("text/xml", "<opml><body><outline xmlUrl='/list'/></body></opml>"),
    "/1": ("text/html", story(1)), "/2": ("text/html", story(2)), "/secret/3": ("text/html", story(3)),
}  # fmt: skip
asked: Counter[str] = Counter()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked[self.path] += 1
        kind, body = PAGES.get(self.path, ("text/html", ""))
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    asked.clear()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def follower(**options: object) -> Follower:
    return Follower(Fetcher(allow_private=True, pause=0.0), ReadOptions(**options))  # type: ignore[arg-type]


def told(found: Iterator[Page | Problem], site: str) -> list[str]:
    return [x.uri.removeprefix(site) if isinstance(x, Page) else f"! {x.what}" for x in found]


def test_a_feed_leads_to_its_pages_and_a_summary_stands_in_for_what_cannot_be_had(site: str) -> None:
    robots = "! robots.txt of the site does not allow it"
    assert told(follower().read(f"{site}/feed"), site) == ["/1", "/2", robots, "/secret/3", "! the server answers 404", "/gone"]
    assert max(asked.values()) == 1
    assert "/secret/3" not in asked


def test_a_page_keeps_what_its_feed_says(site: str) -> None:
    page = next(follower().read(f"{site}/feed"))
    assert isinstance(page, Page)
    assert (page.title, page.outlet, str(page.published)) == ("Title of /1", "Coast Daily", "2021-05-04")
    assert "Story 1" in page.text


def test_a_feed_that_prints_its_pages_whole_is_enough(site: str) -> None:
    assert told(follower().read(f"{site}/whole"), site) == ["/1"]
    assert "/1" not in asked


def test_a_feed_sent_as_html_is_a_feed(site: str) -> None:
    assert told(follower().read(f"{site}/feed-as-html"), site) == ["/1"]


def test_a_list_of_feeds_leads_to_each_feed_once(site: str) -> None:
    assert told(follower().read(f"{site}/list"), site).count("/2") == 1
    assert max(asked.values()) == 1


def test_a_list_of_lists_is_not_followed(site: str) -> None:
    assert told(follower().read(f"{site}/lists"), site) == ["! a list of feeds inside a list of feeds"]


def test_what_is_known_is_not_asked_again(site: str) -> None:
    assert "/1" not in told(follower(known=frozenset({f"{site}/1"})).read(f"{site}/feed"), site)
    assert "/1" not in asked


@pytest.mark.parametrize("name", ["saved.opml", "saved.rss"])
def test_a_saved_file_is_followed_only_when_asked(site: str, tmp_path: Path, name: str) -> None:
    opml = f"<opml><body><outline xmlUrl='{site}/whole'/></body></opml>"
    (tmp_path / name).write_text(opml if name.endswith("opml") else feed(item(f"{site}/1")))
    list(read_paths([tmp_path / name], ReadOptions(allow_private=True)))
    assert not asked
    assert told(read_paths([tmp_path / name], ReadOptions(allow_private=True, follow=True)), site) == ["/1"]


def test_a_saved_feed_leads_into_no_private_network(site: str, tmp_path: Path) -> None:
    (tmp_path / "saved.rss").write_text(feed(item(f"{site}/1", "")))
    found = list(read_paths([tmp_path / "saved.rss"], ReadOptions(follow=True)))
    assert ["inside a private network" in x.what for x in found if isinstance(x, Problem)] == [True]
    assert not asked

"""Pages by address, from a server on this machine: manners, limits, and addresses that are not to be asked."""

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread

import pytest

from dragoman.errors import UnreadablePage
from dragoman.read import network
from dragoman.read.fetch import Fetcher
from dragoman.read.network import is_public, place_of
from dragoman.read.options import ReadOptions
from dragoman.read.paths import read_paths
from dragoman.records import Page, Problem

STORY = "<html><body><p>Ghana and Togo have settled their sea border after talks in Accra.</p></body></html>"
PAGES = {
    "/robots.txt": (200, "text/plain", "User-agent: *\nDisallow: /secret\n"),
    "/story": (200, "text/html; charset=utf-8", STORY),
    "/secret/story": (200, "text/html", STORY),
    "/moved": (302, "/story", ""),
    "/to-secret": (302, "/secret/story", ""),
    "/round": (302, "/round", ""),
    "/inside": (302, "http://10.0.0.1/", ""),
    "/file": (302, "file:///etc/hostname", ""),
    "/gone": (404, "text/html", STORY),
    "/picture": (200, "image/png", "x"),
    "/long": (200, "text/html", "<html><body>" + "word " * 50_000),
    "/feed": (200, "application/rss+xml", "<rss><channel><title>Coast Daily</title><item><link>https://example.org/1</link>"
              "<description>Togo and Ghana talk.</description></item></channel></rss>"),
}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = PAGES.get(self.path, (404, "text/plain", ""))
        self.send_response(status)
        self.send_header("Location" if status == 302 else "Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def read(address: str, **more: object) -> Page | Problem:
    fetcher = Fetcher(**{"allow_private": True, "pause": 0.0, **more})  # type: ignore[arg-type]
    return next(fetcher.read(address, ReadOptions()))


@pytest.mark.parametrize(("path", "end"), [("/story", "/story"), ("/moved", "/story")])
def test_page_has_the_address_where_redirects_end(site: str, path: str, end: str) -> None:
    page = read(site + path)
    assert isinstance(page, Page)
    assert page.uri == site + end
    assert "sea border" in page.text


def test_feed_by_address(site: str) -> None:
    page = read(f"{site}/feed")
    assert isinstance(page, Page)
    assert (page.uri, page.outlet) == ("https://example.org/1", "Coast Daily")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/secret/story", "robots.txt"),
        ("/to-secret", "robots.txt"),
        ("/round", "redirects"),
        ("/file", "no address of a page"),
        ("/gone", "answers 404"),
        ("/picture", "image/png"),
    ],
)
def test_what_hinders_is_told(site: str, path: str, said: str) -> None:
    found = read(site + path)
    assert isinstance(found, Problem)
    assert said in found.what
    assert found.how_to_mend


def test_size_and_time_are_limited(site: str) -> None:
    great, slow = read(f"{site}/long", max_bytes=10_000), read(f"{site}/long", clock=count(0, 100).__next__)
    assert isinstance(great, Problem)
    assert "10,000 bytes" in great.what
    assert isinstance(slow, Problem)
    assert "longer than 30 seconds" in slow.what


def test_a_host_is_asked_once_a_second(site: str) -> None:
    slept: list[float] = []
    fetcher = Fetcher(allow_private=True, sleep=slept.append, clock=lambda: 100.0)
    for _ in range(2):
        next(fetcher.read(f"{site}/story", ReadOptions()))
    assert slept == [1.0, 1.0], "robots.txt once, then the page twice"


def test_nothing_inside_is_asked_without_leave(site: str) -> None:
    found = next(iter(read_paths([f"{site}/story"], ReadOptions())))
    assert isinstance(found, Problem)
    assert "inside a private network" in found.what
    assert "--allow-private" in (found.how_to_mend or "")


def test_a_redirect_is_checked_like_the_first_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    monkeypatch.setattr(network, "is_public", lambda said: said == "127.0.0.1")
    monkeypatch.setattr(network, "PORTS", {80, 443, port})
    assert isinstance(read(f"{site}/story", allow_private=False), Page)
    found = read(f"{site}/inside", allow_private=False)
    assert isinstance(found, Problem)
    assert "10.0.0.1 is inside" in found.what


def test_a_name_is_looked_up_once_for_each_request(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that points outside when it is checked and inside when it is used gains nothing."""
    port = int(site.rpartition(":")[2])
    asked: list[str] = []
    connected: list[tuple[str, int]] = []
    look_up, connect = socket.getaddrinfo, socket.create_connection

    def told(host: str, *more: object, **rest: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return look_up("127.0.0.1" if host == "a.test" else host, *more, **rest)  # type: ignore[arg-type,return-value]

    def joined(place: tuple[str, int], **more: object) -> socket.socket:
        connected.append(place)
        return connect(place, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    monkeypatch.setattr(socket, "create_connection", joined)
    assert isinstance(read(f"http://a.test:{port}/gone"), Problem)
    assert asked.count("a.test") == 2, "robots.txt and page"
    assert connected == [("127.0.0.1", port)] * 2


@pytest.mark.parametrize(
    ("said", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False), ("::", False),
    ],
)  # fmt: skip
def test_public_addresses(said: str, public: bool) -> None:
    assert is_public(said) is public


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/x", "https://", "https://user:pass@example.org/", "http://[::1", "https://example.org:x/", "http://a b/"],
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(UnreadablePage):
        place_of(address)

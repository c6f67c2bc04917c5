"""Pages by address, fetched politely: robots.txt, one request a second a host, limits, no addresses inside private networks."""

import http.client
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.files import read_bytes
from dragoman.read.network import checked, place_of, port_of, request_of
from dragoman.read.options import ReadOptions
from dragoman.records import Page, Problem

ROBOT = "dragoman"
AGENT = "dragoman (reads news pages for its user)"
NAMES = {"application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/xml": ".xml", "text/xml": ".xml"}
NAMES |= {"text/x-opml": ".opml", "application/opml+xml": ".opml", "application/rdf+xml": ".rdf"}
NAMES |= {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
IS_FEED = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|opml|rdf:RDF)\b", re.I | re.S)
REDIRECTS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
CHUNK = 65_536
ROBOTS_BYTES = 500_000
NOTHING = ("User-agent: *", "Disallow: /")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    address: str
    status: int
    kind: str
    data: bytes
    goes_to: str | None
    charset: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Fetches pages, and keeps what politeness needs: when a host was last asked, what its robots.txt allows."""

    allow_private: bool = False
    max_bytes: int = 20_000_000
    seconds: float = 30.0
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    asked: dict[str, float] = field(default_factory=dict)
    robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def read_answer(self, address: str) -> tuple[Answer, str]:
        """What is at an address, and the ending that a file of its kind has; raises UnreadablePage for what is no page."""
        answer = self.fetch(address)
        ending = NAMES.get(answer.kind)
        if ending is None:
            raise UnreadablePage(f"the server sends {answer.kind}, no page", "give the address of a page or a feed")
        return answer, ".xml" if ending == ".html" and IS_FEED.match(answer.data[:1000]) else ending

    def read(self, address: str, options: ReadOptions) -> Iterator[Page | Problem]:
        """The pages at an address, a feed's entries among them; what hinders is a problem, never an exception."""
        try:
            answer, ending = self.read_answer(address)
            yield from read_bytes(f"page{ending}", answer.address, answer.data, options, answer.charset)
        except UnreadablePage as error:
            yield problem(address, error.what, error.how_to_mend)

    def fetch(self, address: str) -> Answer:
        """What is at an address, redirects followed and each checked like the first; raises UnreadablePage."""
        for _ in range(REDIRECTS + 1):
            place = place_of(address)
            if not self._may(place):
                raise UnreadablePage("robots.txt of the site does not allow it", "save the page from a browser")
            answer = self._ask(place, self.max_bytes)
            if answer.goes_to is None:
                if answer.status != 200:
                    raise UnreadablePage(f"the server answers {answer.status}", "see the address in a browser")
                return answer
            address = urljoin(address, answer.goes_to)
        raise UnreadablePage(f"more than {REDIRECTS} redirects", "give the address where they end")

    def _may(self, place: SplitResult) -> bool:
        """Does the site's robots.txt allow the page? A site without one allows all; one that fails allows nothing."""
        site = f"{place.scheme}://{place.netloc}"
        if site not in self.robots:
            self.robots[site] = self._robots(urlsplit(f"{site}/robots.txt"))
        rules = self.robots[site]
        return rules is None or rules.can_fetch(ROBOT, place.geturl())

    def _robots(self, place: SplitResult) -> RobotFileParser | None:
        for _ in range(REDIRECTS + 1):
            answer = self._ask(place, ROBOTS_BYTES)
            if answer.goes_to is None:
                break
            place = place_of(urljoin(place.geturl(), answer.goes_to))
        if 400 <= answer.status < 500:
            return None
        rules = RobotFileParser()
        rules.parse(answer.data.decode("utf-8", "replace").splitlines() if answer.status == 200 else NOTHING)
        return rules

    def _ask(self, place: SplitResult, limit: int) -> Answer:
        """One request, to an address that was checked and is the one connected to: a name that changes gains nothing."""
        host, port = place.hostname or "", port_of(place)
        self._wait(host)
        until = self.clock() + self.seconds
        try:
            known = checked(host, port, self.allow_private)
            with socket.create_connection((known, port), timeout=self.seconds) as plain:
                return self._talk(plain, place, until, limit)
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            what = f"cannot be fetched: {error or type(error).__name__}"
            raise UnreadablePage(what, "see whether a browser opens it") from error

    def _talk(self, plain: socket.socket, place: SplitResult, until: float, limit: int) -> Answer:
        host = place.hostname or ""
        line = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if place.scheme == "https" else plain
        connection = http.client.HTTPConnection(host, timeout=self.seconds)
        connection.sock = line
        wanted, named = request_of(place)
        headers = {"Host": named, "User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
        try:
            connection.request("GET", wanted, headers=headers)
            reply = connection.getresponse()
            goes_to = reply.getheader("Location") if reply.status in MOVED else None
            data = b"" if goes_to else self._body(reply, until, limit)
            kind, charset = reply.headers.get_content_type(), reply.headers.get_content_charset()
            return Answer(place.geturl(), reply.status, kind, data, goes_to, charset)
        finally:
            connection.close()

    def _body(self, reply: http.client.HTTPResponse, until: float, limit: int) -> bytes:
        data = bytearray()
        while chunk := reply.read1(CHUNK):
            data += chunk
            if len(data) > limit:
                raise UnreadablePage(f"page of more than {limit:,} bytes", "save the page and cut it")
            if self.clock() > until:
                raise UnreadablePage(f"the page takes longer than {self.seconds:.0f} seconds", "save the page from a browser")
        return bytes(data)

    def _wait(self, host: str) -> None:
        """Waits until a second has passed since the host was asked last."""
        last = self.asked.get(host)
        if last is not None and (left := last + self.pause - self.clock()) > 0:
            self.sleep(left)
        self.asked[host] = self.clock()

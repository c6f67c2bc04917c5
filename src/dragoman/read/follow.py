"""What feeds and lists of feeds point to: each page fetched once, politely, and not again when it is known."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.feeds import Entry, entries_of, feeds_of
from dragoman.read.fetch import Answer, Fetcher
from dragoman.read.files import FEEDS, read_bytes
from dragoman.read.options import ReadOptions
from dragoman.records import Page, Problem

MOST_FEEDS, MOST_PAGES = 500, 2_000
LATER = "add the rest later, or give fewer feeds"


@dataclass(slots=True)
class Follower:
    """Fetches what is pointed to. A list of feeds leads to feeds, a feed to pages, and a page to nothing."""

    fetcher: Fetcher
    options: ReadOptions
    asked: set[str] = field(default_factory=set)
    pages: int = 0

    def read(self, address: str) -> Iterator[Page | Problem]:
        """The pages at an address: the page itself, or those that a feed, or each feed of a list, points to."""
        yield from self._read(address, 0)

    def read_saved(self, data: bytes, uri: str) -> Iterator[Page | Problem]:
        """The same for a feed, or a list of feeds, that was saved as a file."""
        try:
            yield from self._lead_on(data, uri, 0)
        except UnreadablePage as error:
            yield problem(uri, error.what, error.how_to_mend)

    def _read(self, address: str, depth: int) -> Iterator[Page | Problem]:
        try:
            answer, ending = self.fetcher.read_answer(address)
            if ending in FEEDS:
                yield from self._lead_on(answer.data, answer.address, depth)
            else:
                yield from self._page(answer, ending)
        except UnreadablePage as error:
            yield problem(address, error.what, error.how_to_mend)

    def _page(self, answer: Answer, ending: str) -> Iterator[Page | Problem]:
        yield from read_bytes(f"page{ending}", answer.address, answer.data, self.options, answer.charset)

    def _lead_on(self, data: bytes, uri: str, depth: int) -> Iterator[Page | Problem]:
        feeds = feeds_of(data, uri)
        if feeds and depth:
            raise UnreadablePage("a list of feeds inside a list of feeds", "give it by its own address")
        for feed in feeds[:MOST_FEEDS]:
            if feed not in self.asked:
                self.asked.add(feed)
                yield from self._read(feed, depth + 1)
        if len(feeds) > MOST_FEEDS:
            yield problem(uri, f"a list of {len(feeds):,} feeds; the first {MOST_FEEDS} were read", LATER)
        if not feeds:
            for entry in entries_of(data, uri, self.options):
                yield from self._entry(entry)

    def _entry(self, entry: Entry) -> Iterator[Page | Problem]:
        """The page of an entry: its own text where the feed prints it whole, else the page it links to."""
        if entry.link is None or entry.whole:
            yield entry.page if entry.page is not None else entry.problem()
        elif entry.link not in self.options.known and entry.link not in self.asked:
            self.asked.add(entry.link)
            self.pages += 1
            if self.pages <= MOST_PAGES:
                yield from self._linked(entry, entry.link)
            elif self.pages == MOST_PAGES + 1:
                yield problem(entry.where, f"more than {MOST_PAGES:,} pages to fetch; the others were left", LATER)

    def _linked(self, entry: Entry, link: str) -> Iterator[Page | Problem]:
        """The page behind a link, with what its entry says of it; the entry's summary when it cannot be had."""
        for found in self._read(link, 2):
            if isinstance(found, Page):
                yield replace(
                    found, title=found.title or entry.title, authors=found.authors or entry.authors,
                    outlet=found.outlet or entry.outlet, published=found.published or entry.published,
                )  # fmt: skip
            else:
                yield found
                if entry.page is not None and found.step == "read":
                    yield entry.page

"""RSS and Atom feeds, and lists of them: a page for each entry, and where it leads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urljoin

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decode, digest, now, problem
from dragoman.read.html import page_of_html
from dragoman.read.options import ReadOptions
from dragoman.read.rows import day_of
from dragoman.records import Page, Problem

TAG = re.compile(r"<[A-Za-z/!]")
TEXTS = ("encoded", "content", "description", "summary")
WHOLE, LEAST_WHOLE = ("encoded", "content"), 600
DAYS = ("pubdate", "published", "issued", "date", "updated")
WHAT_IS_A_FEED = "give RSS or Atom; other XML must become text or JSON Lines first"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: the page it prints, and the page it links to."""

    where: str
    link: str | None
    whole: bool
    page: Page | None
    title: str | None
    authors: tuple[str, ...]
    outlet: str | None
    published: date | None

    def problem(self) -> Problem:
        """What is told when there is nothing to read in it."""
        return problem(self.where, "entry without a text", "fetch the page it links to and give that")


def read_feed(data: bytes, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """A page, or a problem, for each entry of a feed; XML that is none raises UnreadablePage.

    An entity is not resolved and nothing is fetched, whatever the file asks for.
    """
    if feeds := feeds_of(data, uri):
        raise UnreadablePage(f"a list of {len(feeds)} feeds (OPML), which holds no pages", "add --follow to fetch what it lists")
    for entry in entries_of(data, uri, options):
        yield entry.page if entry.page is not None else entry.problem()


def feeds_of(data: bytes, uri: str) -> list[str]:
    """The addresses of the feeds that a list of feeds (OPML) holds; none for a feed."""
    root = _root(data)
    if root is None or _name(root) != "opml":
        return []
    told = [urljoin(uri, said) for outline in root.iter() if (said := _attribute(outline, "xmlUrl"))]
    if not told:
        raise UnreadablePage("a list of feeds (OPML) without a feed", "export it again from your reader of feeds")
    return list(dict.fromkeys(told))


def entries_of(data: bytes, uri: str, options: ReadOptions) -> Iterator[Entry]:
    """The entries of a feed; XML that is none raises UnreadablePage."""
    root = _root(data)
    if root is None or _name(root) not in ("rss", "rdf", "feed"):
        raise UnreadablePage("XML, but no feed", WHAT_IS_A_FEED)
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")]
    outlet = next((_text(node) for node in root.iter() if _name(node) == "title"), None)
    if not entries:
        raise UnreadablePage("feed without entries", "leave it out, or save it again")
    for number, entry in enumerate(entries, 1):
        yield _entry(entry, f"{uri}#{number}", uri, outlet, options)


def _entry(node: Any, where: str, uri: str, outlet: str | None, options: ReadOptions) -> Entry:
    told = {_name(child): child for child in reversed(list(node)) if _name(child)}
    title, authors, published = _text(told.get("title")), _authors(node), _day(told)
    html = next((said for name in TEXTS if name in told and (said := _text(told[name]))), None)
    link = _link(node, uri)
    page = None
    if html is not None:
        page = _page(html, link or where, options)
    if page is not None:
        page = replace(page, title=title, authors=authors, published=published, outlet=outlet)
    whole = any(name in told for name in WHOLE) and page is not None and len(page.text) >= LEAST_WHOLE
    return Entry(where, link, whole, page, title, authors, outlet, published)


def _root(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _page(html: str, address: str, options: ReadOptions) -> Page | None:
    sha256 = digest(html.encode("utf-8", errors="replace"))
    if not TAG.search(html):
        return Page(uri=address, text=html, content_sha256=sha256, read_at=now(), visited=options.visited)
    try:
        return page_of_html(address, f"<html><body>{html}</body></html>", sha256, options.visited)
    except UnreadablePage:
        return None


def _name(node: Any) -> str:
    """The tag without its namespace, in small letters; empty for a comment."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _text(node: Any) -> str | None:
    """The words of a node; XHTML inside it as HTML."""
    if node is None:
        return None
    if len(node) and _attribute(node, "type") == "xhtml":
        from lxml import etree

        return decode(etree.tostring(node, encoding="utf-8", method="html"))
    return "".join(node.itertext()).strip() or None


def _attribute(node: Any, name: str) -> str | None:
    value = node.get(name) if isinstance(node.tag, str) else None
    return str(value).strip() or None if value is not None else None


def _link(entry: Any, uri: str) -> str | None:
    """The entry's address: the text of RSS's link, or the href of Atom's, which may be counted from the feed's own."""
    links = [node for node in entry if _name(node) == "link" and _attribute(node, "rel") in (None, "alternate")]
    found = (_attribute(node, "href") or _text(node) for node in links)
    return next((at for said in found if said and (at := urljoin(uri, said)).startswith(("http://", "https://"))), None)


def _authors(entry: Any) -> tuple[str, ...]:
    """What the entry says of its authors: dc:creator, or the names in Atom's author."""
    said = []
    for node in entry:
        if _name(node) in ("creator", "author"):
            names = [child for child in node if _name(child) == "name"]
            said += [_text(child) for child in names or [node]]
    return tuple(name for name in said if name)


def _day(told: dict[str, Any]) -> date | None:
    return next((day for name in DAYS if name in told and (day := day_of(_text(told[name])))), None)

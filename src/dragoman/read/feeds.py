"""RSS and Atom feeds that were saved as files: a page for each entry."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decode, digest, now, problem
from dragoman.read.html import page_of_html
from dragoman.read.options import ReadOptions
from dragoman.read.rows import day_of
from dragoman.records import Page, Problem

TAG = re.compile(r"<[A-Za-z/!]")
TEXTS = ("encoded", "content", "description", "summary")
DAYS = ("pubdate", "published", "issued", "date", "updated")
WHAT_IS_A_FEED = "give RSS or Atom; other XML must become text or JSON Lines first"


def read_feed(data: bytes, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    """A page, or a problem, for each entry of a feed; XML that is none raises UnreadablePage.

    An entity is not resolved and nothing is fetched, whatever the file asks for.
    """
    root = _root(data)
    name = _name(root) if root is not None else ""
    if name == "opml":
        told = sum(1 for outline in root.iter() if _attribute(outline, "xmlUrl"))
        raise UnreadablePage(f"a list of {told} feeds (OPML), which holds no pages", "save those feeds and give their files")
    if name not in ("rss", "rdf", "feed"):
        raise UnreadablePage("XML, but no feed", WHAT_IS_A_FEED)
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")]
    outlet = next((_text(node) for node in root.iter() if _name(node) == "title"), None)
    if not entries:
        raise UnreadablePage("feed without entries", "leave it out, or save it again")
    for number, entry in enumerate(entries, 1):
        where = f"{uri}#{number}"
        try:
            yield replace(_page(entry, where, options), outlet=outlet)
        except UnreadablePage as error:
            yield problem(where, error.what, error.how_to_mend)


def _root(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _page(entry: Any, where: str, options: ReadOptions) -> Page:
    told = {_name(node): node for node in reversed(list(entry)) if _name(node)}
    html = next((said for name in TEXTS if name in told and (said := _text(told[name]))), None)
    if html is None:
        raise UnreadablePage("entry without a text", "fetch the page it links to and give that")
    sha256 = digest(html.encode("utf-8", errors="replace"))
    address = _link(entry) or where
    if TAG.search(html):
        page = page_of_html(address, f"<html><body>{html}</body></html>", sha256, options.visited)
    else:
        page = Page(uri=address, text=html, content_sha256=sha256, read_at=now(), visited=options.visited)
    return replace(page, title=_text(told.get("title")), authors=_authors(entry), published=_day(told))


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


def _link(entry: Any) -> str | None:
    """The entry's address: the text of RSS's link, or the href of Atom's."""
    links = [node for node in entry if _name(node) == "link" and _attribute(node, "rel") in (None, "alternate")]
    found = (_attribute(node, "href") or _text(node) for node in links)
    return next((said for said in found if said and said.startswith(("http://", "https://"))), None)


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

"""HTML to the text that a reader of the page sees."""

import re
from collections.abc import Iterator
from datetime import date

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decoded, digest, note, now
from dragoman.records import Page, Problem

LOOKS_LIKE_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.I)
MOST_TAGS = 400_000
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def looks_like_html(text: str) -> bool:
    """Does the text open like a saved web page?"""
    return LOOKS_LIKE_HTML.match(text[:3000]) is not None


def read_html(uri: str, data: bytes, visited: date | None = None, charset: str | None = None) -> Iterator[Page | Problem]:
    """The page with its visible text, and a note when bytes were mended; raises UnreadablePage when it shows none.

    `charset` is the encoding that the server names; it goes before the one that the page declares, as in a browser.
    """
    declared = DECLARED.search(data[:4096])
    found = decoded(data, charset or (declared[1].decode("ascii") if declared else None))
    yield page_of_html(uri, found.text, digest(data), visited)
    if found.mended:
        yield note(uri, found.mended)


def page_of_html(uri: str, html: str, sha256: str, visited: date | None = None) -> Page:
    """The same from HTML that is decoded already, such as a column of JSON Lines."""
    text = visible_text(html)
    if not text.strip():
        raise UnreadablePage("HTML without any visible text", "scripts may draw it: save the page from a browser")
    return Page(uri=uri, text=text, content_sha256=sha256, read_at=now(), html=html, visited=visited)


def visible_text(html: str) -> str:
    """All words that the page shows, a block a line: no scripts, no styles, no words glued at tag borders.

    Characters that nobody sees are left out: soft hyphens, zero-width spaces, marks of the writing's direction.
    """
    if html.count("<") > MOST_TAGS:
        raise UnreadablePage(f"HTML of more than {MOST_TAGS:,} tags", "split the page")
    tree = HTMLTree.parse(html)
    text = str(extract_plain_text(tree, preserve_formatting=True, main_content=False, alt_texts=False, noscript=False))
    return text if text.isascii() else UNSEEN.sub("", text)

"""HTML to the text that a reader of the page sees."""

import re
from datetime import date

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from dragoman.errors import UnreadablePage
from dragoman.read.decode import decode, digest, now
from dragoman.records import Page

LOOKS_LIKE_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]+)", re.I)
DEEPEST = 4000


def looks_like_html(text: str) -> bool:
    """Does the text open like a saved web page?"""
    return LOOKS_LIKE_HTML.match(text[:3000]) is not None


def read_html(uri: str, data: bytes, visited: date | None = None) -> Page:
    """The page with its visible text; raises UnreadablePage when it shows none."""
    return page_of_html(uri, _decode(data), digest(data), visited)


def page_of_html(uri: str, html: str, sha256: str, visited: date | None = None) -> Page:
    """The same from HTML that is decoded already, such as a column of JSON Lines."""
    text = visible_text(html)
    if not text.strip():
        raise UnreadablePage("HTML without any visible text", "scripts may draw it: save the page from a browser")
    return Page(uri=uri, text=text, content_sha256=sha256, read_at=now(), html=html, visited=visited)


def visible_text(html: str) -> str:
    """All words that the page shows, a block a line: no scripts, no styles, no words glued at tag borders."""
    if html.count("<") > 400_000:
        raise UnreadablePage("HTML of more than 400,000 tags", "split the page")
    tree = HTMLTree.parse(html)
    return str(extract_plain_text(tree, preserve_formatting=True, main_content=False, alt_texts=False, noscript=False))


def _decode(data: bytes) -> str:
    declared = DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            return decode(data)
    return decode(data)

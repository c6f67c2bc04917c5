"""Rows of JSON Lines and CSV to pages: which column is what."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from dragoman.errors import UnreadablePage
from dragoman.read.decode import digest, now
from dragoman.read.html import looks_like_html, page_of_html
from dragoman.read.options import USUAL, ReadOptions, column
from dragoman.records import Page

ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
JOINED = re.compile(r"\s*(?:[;|]|\band\b|&)\s*")


def page_of_row(row: Mapping[str, Any], uri: str, options: ReadOptions) -> Page:
    """The page that a row holds; raises UnreadablePage when the row has no text.

    {"url": "https://...", "headline": "Seoul ...", "body": "..."} needs no options.
    """
    present = [str(name) for name in row]
    text, html = _cell(row, column(options, "text", present)), _cell(row, column(options, "html", present))
    if text is None and html is None:
        must_have_text(present, options)
        raise UnreadablePage("row with an empty text", "leave it out")
    address = _cell(row, column(options, "url", present)) or uri
    sha256 = digest((html or text or "").encode("utf-8", errors="replace"))
    if html or (text and looks_like_html(text)):
        page = page_of_html(address, html or text or "", sha256, options.visited)
    else:
        page = Page(uri=address, text=text or "", content_sha256=sha256, read_at=now(), visited=options.visited)
    if not page.text.strip():
        raise UnreadablePage("row with an empty text", "leave it out")
    return _told(page, row, present, options)


def _told(page: Page, row: Mapping[str, Any], present: list[str], options: ReadOptions) -> Page:
    """The page with what the other columns say."""
    return replace(
        page,
        title=_cell(row, column(options, "title", present)),
        authors=_names(row.get(column(options, "author", present) or "")),
        outlet=_cell(row, column(options, "outlet", present)),
        published=day_of(row.get(column(options, "date", present) or "")),
        language=_language(_cell(row, column(options, "language", present))),
    )


def must_have_text(present: list[str], options: ReadOptions) -> None:
    """Raises UnreadablePage when none of the columns holds texts: once for a table, not for each of its rows."""
    if column(options, "text", present) or column(options, "html", present):
        return
    seen = ", ".join(present[:12]) or "none"
    if options.text_column is not None:
        raise UnreadablePage(f"no column '{options.text_column}' (columns: {seen})", "name one of them with --text-column")
    usual = ", ".join(USUAL["text"][:4])
    what = f"no column of text: looked for {usual} ... (columns: {seen})"
    raise UnreadablePage(what, "name the column with --text-column")


def _cell(row: Mapping[str, Any], name: str | None) -> str | None:
    value = row.get(name) if name is not None else None
    return value if isinstance(value, str) and value.strip() else None


def _names(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list | tuple) else JOINED.split(value) if isinstance(value, str) else ()
    return tuple(str(part).strip() for part in parts if str(part).strip())


def day_of(value: object) -> date | None:
    """The day that a cell gives: a date, "2021-05-04T10:00", "Tue, 04 May 2021 10:00:00 GMT"; None for "soon"."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    said = value if isinstance(value, str) else ""
    found = ISO_DAY.match(said)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else parsedate_to_datetime(said).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _language(value: str | None) -> str | None:
    return value.strip()[:2].lower() if value else None

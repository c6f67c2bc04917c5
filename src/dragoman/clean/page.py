"""A page becomes a document: where its article stands, who signs it, whom it credits, when it appeared."""

from datetime import date
from typing import Any

from dragoman.clean.body import article_lines
from dragoman.clean.byline import find_authors, people
from dragoman.clean.credit import Dateline, credited_in_body, credited_in_line, find_dateline
from dragoman.clean.dates import find_days
from dragoman.clean.dating import Dated, Layout, date_lines, date_page
from dragoman.clean.language import find_language
from dragoman.clean.lines import Line, read_lines
from dragoman.clean.parts import find_parts
from dragoman.clean.title import find_title, without_site
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page
from dragoman.text.ids import stable_id


def clean_page(page: Page, boilerplate: Boilerplate, outlets: Outlets) -> Document:
    """The document of one page. Nothing of the page is dropped: what is not the article is marked as a part.

    "Thursday, 04 July 2024" above a menu is the day of a visit; "Beijing, 1 March 2023 (dpa/MIA) -" dates and credits.
    """
    lines = read_lines(page.text, boilerplate)
    days = find_days(page.text, boilerplate)
    dated_lines = date_lines(page.text, days, lines, boilerplate)
    body = article_lines(lines, dated_lines)
    title = find_title(lines, body, dated_lines)
    body = [n for n in body if title is None or n > title]
    authors, signed = find_authors(lines, title, body, dated_lines, boilerplate)
    body = [n for n in body if n not in signed]
    spans = tuple((lines[n].start, lines[n].end) for n in body)
    dateline = _dateline(page.text, lines, body, outlets)
    layout = Layout(lines, title, body)
    latest = page.visited or page.read_at.date()
    span = (dateline.start, dateline.end) if dateline else None
    dated = date_page(page.text, days, layout, span, latest, boilerplate)
    named = (
        dict.fromkeys(dated_lines, "page_date")
        | dict.fromkeys(signed, "byline")
        | ({title: "title"} if title is not None else {})
    )
    return Document(
        id=stable_id("doc", page.uri.replace("\\", "/").rstrip("/").rpartition("/")[2], page.content_sha256),
        uri=page.uri,
        outlet=page.outlet,
        language=find_language("\n".join(lines[n].text for n in body)) or page.language,
        content_sha256=page.content_sha256,
        read_at=page.read_at,
        title=page.title or (without_site(lines[title].text) if title is not None else None),
        authors=_authors(page, boilerplate) or authors,
        agencies=_agencies(lines, body, dateline, boilerplate, outlets),
        place=dateline.place if dateline else None,
        text=page.text,
        body=spans,
        parts=find_parts(lines, body, named),
        **_published(page.published, dated),
    )


def _authors(page: Page, boilerplate: Boilerplate) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for told in page.authors for name in people(told, boilerplate)))


def _published(given: date | None, dated: Dated) -> dict[str, Any]:
    """The fields of publication and update: what the container gives goes before what the page prints."""
    first, last = dated.modified or (None, None)
    update = {"modified_start": first, "modified_end": last}
    if given is not None:
        return {"published_start": given, "published_end": given, "published_from": "metadata", **update}
    return {
        "published_start": dated.start,
        "published_end": dated.end,
        "published_from": dated.found_from,
        "published_evidence": dated.evidence,
        **update,
    }


def _dateline(text: str, lines: list[Line], body: list[int], outlets: Outlets) -> Dateline | None:
    found = (find_dateline(text, lines[n].start, outlets) for n in body[:3])
    return next((dateline for dateline in found if dateline is not None), None)


def _agencies(
    lines: list[Line], body: list[int], dateline: Dateline | None, boilerplate: Boilerplate, outlets: Outlets
) -> tuple[str, ...]:
    """Wires credited by the dateline; else by a line beside the article; else by the article's own words."""
    if dateline is not None and dateline.agencies:
        return dateline.agencies
    if not body:
        return ()
    near = [*range(max(0, body[0] - 8), body[0]), *range(body[-1] + 1, min(len(lines), body[-1] + 5))]
    beside = [name for n in near for name in credited_in_line(lines[n].text, boilerplate, outlets)]
    return tuple(dict.fromkeys(beside)) or credited_in_body([lines[n].text for n in body], outlets)

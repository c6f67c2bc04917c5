"""A page becomes a document: where its article stands, who signs it, whom it credits, when it appeared."""

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from dragoman.clean.body import article_lines, lines_of, with_deck, without_notes, without_portrait
from dragoman.clean.bounds import find_bounds
from dragoman.clean.byline import AGE, byline_lines, find_authors
from dragoman.clean.credit import Dateline, credited_in_body, credited_in_line, find_dateline
from dragoman.clean.dates import find_days
from dragoman.clean.dating import Dated, date_lines, date_page
from dragoman.clean.html import Reading, paragraph_spans, read_html
from dragoman.clean.language import find_language
from dragoman.clean.layout import Layout
from dragoman.clean.lines import read_lines
from dragoman.clean.parts import find_parts
from dragoman.clean.people import people
from dragoman.clean.title import find_title, same_line, without_site
from dragoman.clean.yearless import find_month_day, narrowed
from dragoman.lexicon.boilerplate import Boilerplate
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Page
from dragoman.text.ids import stable_id

SPACES = re.compile(r"\s+")
LINKS = frozenset({"navigation", "related", "share", "comments", "advertisement"})
DAY_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/\-_.]|$)")


def clean_page(page: Page, boilerplate: Boilerplate, outlets: Outlets) -> Document:
    """The document of one page. Nothing of the page is dropped: what is not the article is marked as a part.

    "Thursday, 04 July 2024" above a menu is the day of a visit; "Beijing, 1 March 2023 (dpa/MIA) -" dates and credits.
    """
    reading = read_html(page.html) if page.html else Reading()
    outlet = _outlet(page, reading, outlets)
    known = _headline(page, reading, outlet, outlets)
    layout, authors = _lay_out(page, reading, known, boilerplate)
    dateline = _dateline(page.text, layout, boilerplate, outlets)
    title = layout.title
    printed = _without_site(layout.lines[title].text, outlet, outlets) if title is not None else None
    return Document(
        id=stable_id("doc", page.uri.replace("\\", "/").rstrip("/").rpartition("/")[2], page.content_sha256),
        uri=page.uri,
        outlet=outlet,
        language=find_language("\n".join(layout.paragraphs)) or page.language or reading.language,
        content_sha256=page.content_sha256,
        read_at=page.read_at,
        title=known or printed,
        authors=_people(_told(page.authors, boilerplate) or authors or _told(reading.authors, boilerplate), outlets),
        agencies=_agencies(layout, dateline, boilerplate, outlets),
        place=dateline.place if dateline else None,
        text=page.text,
        body=tuple(layout.spans),
        parts=find_parts(layout, (dateline.start, dateline.end) if dateline else None),
        **_published(page, reading, layout, dateline, boilerplate),
    )


def _headline(page: Page, reading: Reading, outlet: str | None, outlets: Outlets) -> str | None:
    """The headline that the container or the metadata give; None where neither does."""
    told = page.title or reading.title
    return _without_site(SPACES.sub(" ", told).strip(), outlet, outlets) if told else None


def _without_site(title: str, outlet: str | None, outlets: Outlets) -> str:
    own = outlet.lower() if outlet else None
    return without_site(title, lambda name: name.lower() == own or outlets.by_name(name) is not None)


def _lay_out(page: Page, reading: Reading, known: str | None, boilerplate: Boilerplate) -> tuple[Layout, tuple[str, ...]]:
    """Where headline, article, byline and dates stand, and the people of the byline."""
    lines = read_lines(page.text, boilerplate)
    days = find_days(page.text, boilerplate)
    dated = date_lines(page.text, days, lines, boilerplate)
    body = lines_of(lines, paragraph_spans(page.text, reading.paragraphs), dated) or article_lines(lines, dated)
    title = same_line(lines, known)
    if title is None:
        timed = dated | {line.number for line in lines if AGE.search(line.text) and min(line.words, line.longest_part + 4) <= 10}
        title = find_title(lines, body, timed, byline_lines(lines[: body[0] + 8] if body else [], boilerplate))
    body = [n for n in body if n != title and (reading.paragraphs or title is None or n > title)]
    authors, signed = find_authors(lines, title, body, dated, boilerplate)
    body = without_portrait(lines, with_deck(lines, body, title, dated), authors)
    body = without_notes(lines, body, boilerplate.trades)
    body = [n for n in body if n not in signed]
    return Layout(lines, title, body, tuple(signed), frozenset(dated), tuple(days)), authors


def _told(names: tuple[str, ...], boilerplate: Boilerplate) -> tuple[str, ...]:
    """The people among the names that a container or the metadata give."""
    return tuple(dict.fromkeys(person for name in names for person in people(name, boilerplate)))


def _people(names: tuple[str, ...], outlets: Outlets) -> tuple[str, ...]:
    """The names without those of outlets: "Associated Press" signs, and is nobody."""
    return tuple(name for name in names if outlets.by_name(name) is None)


def _outlet(page: Page, reading: Reading, outlets: Outlets) -> str | None:
    """The outlet that printed the page: by what its container says, by its address, by its metadata."""
    host = urlsplit(page.uri).hostname if page.uri.startswith(("http://", "https://")) else None
    if page.outlet:
        known = outlets.by_name(page.outlet) or outlets.by_domain(page.outlet)
        return known.name if known else page.outlet
    known = outlets.by_domain(host) if host else None
    if known is None and reading.outlet:
        known = outlets.by_name(reading.outlet) or outlets.by_domain(reading.outlet)
    return known.name if known else reading.outlet or host


def _published(
    page: Page, reading: Reading, layout: Layout, dateline: Dateline | None, boilerplate: Boilerplate
) -> dict[str, Any]:
    """The fields of publication and update: what the container gives goes before what the page prints, before bounds."""
    latest = page.visited or page.read_at.date()
    span = (dateline.start, dateline.end) if dateline else None
    dated = date_page(page.text, layout, span, latest, boilerplate)
    first, last = dated.modified or (None, None)
    given = page.published or _in_order(reading.published, layout)
    if given is None and dated.start is None:
        given = day_in_address(page.uri)
    if given is not None and given <= latest:
        dated = Dated(given, given, "metadata", _agreeing(given, layout))
    elif dated.start is None:
        dated = _bounded(page.text, layout, span, dated, latest, boilerplate)
    return {
        "published_start": dated.start,
        "published_end": dated.end,
        "published_from": dated.found_from,
        "published_evidence": dated.evidence,
        "modified_start": first,
        "modified_end": last,
    }


def _in_order(given: date | None, layout: Layout) -> date | None:
    """The day that metadata give, day and month in the order that a weekday beside the printed figures proves."""
    if given is not None and given.day <= 12:
        turned = date(given.year, given.day, given.month)
        if any(printed.numeric and printed.weekday and printed.day == turned for printed in layout.days):
            return turned
    return given


def day_in_address(uri: str) -> date | None:
    """The day in a page's address: https://example.org/world/2021/05/04/talks; a path on a disk tells nothing."""
    found = DAY_IN_ADDRESS.search(uri) if uri.startswith(("http://", "https://")) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _agreeing(day: date, layout: Layout) -> tuple[str, ...]:
    """The first place where the page prints the day that its metadata give."""
    return tuple(f"{printed.start}-{printed.end}" for printed in layout.days if day in printed.readings)[:1]


def _bounded(
    text: str, layout: Layout, dateline: tuple[int, int] | None, dated: Dated, latest: date, boilerplate: Boilerplate
) -> Dated:
    """An interval that the text itself, a printed update or the day of a visit prove; open where nothing bounds it."""
    bounds = find_bounds(text, layout.spans, list(layout.days), latest, boilerplate)
    ends = [(bounds.end, "")] if bounds.end else []
    if dated.visited is not None:
        ends.append((dated.visited.readings[-1], f"{dated.visited.start}-{dated.visited.end}"))
    if dated.modified is not None:
        ends.append((dated.modified[1], ""))
    end, span = min(ends, default=(None, ""))
    if (bounds.start is None and end is None) or (bounds.start and end and bounds.start > end):
        return dated
    evidence = (*bounds.evidence, span) if span else bounds.evidence
    told = find_month_day(text, layout, dateline, boilerplate)
    if told is None:
        return Dated(bounds.start, end, "bounds", evidence)
    return Dated(*narrowed(bounds.start, end, told), "bounds", (*evidence, told.span))


def _dateline(text: str, layout: Layout, boilerplate: Boilerplate, outlets: Outlets) -> Dateline | None:
    found = (find_dateline(text, layout.lines[n].start, boilerplate, outlets) for n in layout.body[:3])
    return next((dateline for dateline in found if dateline is not None), None)


def _agencies(layout: Layout, dateline: Dateline | None, boilerplate: Boilerplate, outlets: Outlets) -> tuple[str, ...]:
    """Wires credited by the dateline; else by a line beside the article; else by the article's own words."""
    body, lines = layout.body, layout.lines
    if dateline is not None and dateline.agencies:
        return dateline.agencies
    if not body:
        return ()
    near = [*range(max(0, body[0] - 8), body[0]), *range(body[-1] + 1, min(len(lines), body[-1] + 5))]
    beside = [name for n in near if lines[n].kind not in LINKS for name in credited_in_line(lines[n].text, boilerplate, outlets)]
    return tuple(dict.fromkeys(beside)) or credited_in_body(layout.paragraphs, outlets)

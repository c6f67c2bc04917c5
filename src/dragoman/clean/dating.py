"""The day a page was published: the printed days weighed by where they stand and what is said with them."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.clean.dates import PrintedDay, find_days
from dragoman.clean.lines import Line
from dragoman.lexicon.boilerplate import Boilerplate

CUE_BEFORE = re.compile(r"[^\W\d_][\w' ]{0,40}$|©$")
ENOUGH = 1.5
FIRST_LINES = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on a page: its lines, the headline's number, the article's lines."""

    lines: list[Line]
    title: int | None
    body: list[int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A printed day with its role and weight."""

    printed: PrintedDay
    line: int
    role: str
    weight: float


@dataclass(frozen=True, slots=True)
class Dated:
    """What was found: an interval, how, and the spans that prove it."""

    start: date | None = None
    end: date | None = None
    found_from: str | None = None
    evidence: tuple[str, ...] = ()
    modified: date | None = None
    page_days: tuple[tuple[int, int], ...] = ()


def date_page(text: str, layout: Layout, dateline: tuple[int, int] | None, latest: date, words: Boilerplate) -> Dated:
    """The day of publication that the page prints; nothing when only the visit, an update or other days are printed."""
    days = [settled for day in find_days(text, words) if (settled := _past(day, latest))]
    candidates = [_candidate(text, day, layout, dateline, words) for day in days]
    told = weekdays_told(text, layout, words)
    pool = [c for c in candidates if c.weight >= ENOUGH and c.role in ("published", "plain", "dateline")]
    updates = [c for c in candidates if c.role == "updated" and c.weight >= ENOUGH]
    pages = tuple((c.printed.start, c.printed.end) for c in candidates if c.role == "visited")
    if not pool:
        return Dated(modified=_single(updates), page_days=pages)
    best = max(pool, key=lambda c: (c.weight, -c.line))
    return replace(_settle(best, candidates, told, layout), modified=_single(updates), page_days=pages)


def _past(day: PrintedDay, latest: date) -> PrintedDay | None:
    """The printed day without readings after the day of reading."""
    kept = tuple(reading for reading in day.readings if reading <= latest)
    return replace(day, readings=kept) if kept else None


def _single(updates: list[Candidate]) -> date | None:
    days = {c.printed.day for c in updates if c.printed.day}
    return max(days) if days else None


def _candidate(
    text: str, day: PrintedDay, layout: Layout, dateline: tuple[int, int] | None, words: Boilerplate
) -> Candidate:
    line = _line_of(layout.lines, day.start)
    role = _role(text, day, layout.lines, line, words)
    if dateline and dateline[0] <= day.start < dateline[1]:
        return Candidate(day, line, "dateline", 5.0)
    return Candidate(day, line, *_weigh(day, layout, line, role))


def _line_of(lines: list[Line], place: int) -> int:
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lines[middle].start <= place:
            low = middle
        else:
            high = middle - 1
    return low


def _role(text: str, day: PrintedDay, lines: list[Line], n: int, words: Boilerplate) -> str:
    """What the words before a date say it is: published, updated, visited, other; plain when they say nothing."""
    before = text[lines[n].start : day.start].rstrip(' \t\u00a0:|,-–—•·("').lower()
    if not before and n > 0 and lines[n - 1].words <= 4:
        before = lines[n - 1].text.rstrip(' \t\u00a0:|,-–—•·("').lower()
    tail = before[-45:]
    best = ""
    role = "plain"
    for phrase, named in words.cues:
        if len(phrase) > len(best) and tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum():
            best, role = phrase, named
    return role


def _weigh(day: PrintedDay, layout: Layout, n: int, role: str) -> tuple[str, float]:
    """Role and weight of a date that stands in line n."""
    line = layout.lines[n]
    if role in ("visited", "other"):
        return role, 0.0
    if line.kind == "legal" or line.kind == "comments":
        return "other", 0.0
    if n in layout.body and (line.words > 25 or (line.closed and line.words > 14)):
        return "told", 0.0
    weight, zone = _zone(layout, n)
    if zone == "top" and role == "plain":
        return "visited", 0.0
    if role == "published":
        weight += 2.0
    weight += 0.5 if day.clock else 0.0
    weight += 0.7 if line.words <= 14 else -0.7 if line.words > 25 else 0.0
    weight -= 1.0 if line.bullet else 0.0
    return role, weight


def _zone(layout: Layout, n: int) -> tuple[float, str]:
    """How near line n is to the article, and where: top of the page, head, foot, inside, far."""
    lines, body, title = layout.lines, layout.body, layout.title
    if not body:
        return (1.0, "far") if n > FIRST_LINES else (0.0, "top")
    first, last = body[0], body[-1]
    head = title if title is not None else max(0, first - 6)
    if n == 0 and lines[0].words <= 6:
        return 0.0, "top"
    if head <= n <= first:
        return 3.0, "head"
    if n < head:
        return (2.0 - 0.15 * (head - n), "head") if head - n <= 8 else (0.0, "top" if n < 12 else "far")
    if n < last:
        return (2.2 if n <= first + 3 else 0.3), "inside"
    return max(0.0, 1.6 - 0.15 * (n - last)), "foot"


def weekdays_told(text: str, layout: Layout, words: Boilerplate) -> list[tuple[int, int, int]]:
    """(start, end, weekday) of the weekdays named in the first paragraphs: "met in Beijing on Monday"."""
    found = []
    for n in layout.body[:4]:
        line = layout.lines[n]
        for hit in re.finditer(r"[^\W\d_]{6,14}", line.text):
            weekday = words.weekdays.get(hit[0].lower())
            if weekday is not None and hit[0][0].isupper():
                found.append((line.start + hit.start(), line.start + hit.end(), weekday))
    return found


def _settle(best: Candidate, candidates: list[Candidate], told: list[tuple[int, int, int]], layout: Layout) -> Dated:
    """The interval of the best date: a day, or both readings when nothing settles the order of day and month."""
    printed = best.printed
    span = f"{printed.start}-{printed.end}"
    found_from = "dateline" if best.role == "dateline" else "printed"
    if printed.day is not None:
        return Dated(printed.day, printed.day, found_from, (span,))
    for start, end, weekday in told:
        fitting = [day for day in printed.readings if day.isoweekday() == weekday]
        if len(fitting) == 1:
            return Dated(fitting[0], fitting[0], "weekday", (span, f"{start}-{end}"))
    if (settled := _by_other_dates(printed, candidates)) is not None:
        return Dated(settled[0], settled[0], found_from, (span, settled[1]))
    for _, _, weekday in told[:1]:
        after = [day for day in printed.readings if (day - timedelta(1)).isoweekday() == weekday]
        if len(after) == 1:
            return Dated(after[0], after[0], "weekday", (span, f"{told[0][0]}-{told[0][1]}"))
    return Dated(min(printed.readings), max(printed.readings), found_from, (span,))


def _by_other_dates(printed: PrintedDay, candidates: list[Candidate]) -> tuple[date, str] | None:
    """The reading that another date of the page repeats, and where that stands."""
    others = [c.printed for c in candidates if c.printed.start != printed.start and c.printed.day is not None]
    for other in others:
        if other.day in printed.readings:
            return other.day, f"{other.start}-{other.end}"
    return None

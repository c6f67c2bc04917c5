"""The day a page was published: the printed days weighed by where they stand and what is said with them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.clean.dates import PrintedDay
from dragoman.clean.layout import Layout
from dragoman.clean.lines import WORD, Line
from dragoman.clean.order import settle_order
from dragoman.lexicon.boilerplate import Boilerplate

ENOUGH = 1.5
TOP = 3
TEASER = 3.0
BARE = 7
CUE = 160  # characters before a date in which a cue is looked for
LONG = 2_000  # characters of a line that tells, whatever it is
EDGE = ' \t\u00a0:|,-–—•·("'
ALOOF = frozenset({"legal", "comments", "caption", "related", "advertisement"})
POST = re.compile(r"^[—–-]\s.*\)")
NUMBERED = re.compile(r"(?:[^\W\d_]+ ){0,3}[^\W\d_]+\s?[:#]\s?\w*\d+$")  # "News ID: 85452219"
CLOCKS = re.compile(r"\d{1,2}[:.h]\d\d|\b(?i:[ap]\.?m)\b\.?|\b[A-Z]{2,4}T\b|\b(?:GMT|UTC|Uhr|CET|CEST)\b")


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
    modified: tuple[date, date] | None = None
    visited: PrintedDay | None = None


def date_lines(text: str, days: list[PrintedDay], lines: list[Line], words: Boilerplate) -> set[int]:
    """Numbers of the lines that are there to give a date: "Published 7 May 2019, 08:15", no sentence with a day in it."""
    rest: dict[int, str] = {}
    roles: dict[int, str] = {}
    for day in days:
        n = line_at(lines, day.start)
        rest[n] = rest.get(n, lines[n].text).replace(text[day.start : day.end], " ")
        roles.setdefault(n, _role(text, day, lines, n, words))
    return {n for n, left in rest.items() if _is_date_line(lines[n], left, roles[n])}


def _is_date_line(line: Line, rest: str, role: str) -> bool:
    """Is little left of a line without its dates, or little but names and labels?"""
    others = WORD.findall(CLOCKS.sub(" ", rest))
    small = sum(1 for word in others if word[0].islower())
    if len(others) <= 2 or (len(others) <= BARE + 3 and role in ("published", "updated")):
        return True
    return len(others) <= 2 * BARE and small * 2 < len(others) and not line.closed


def date_page(text: str, layout: Layout, dateline: tuple[int, int] | None, latest: date, words: Boilerplate) -> Dated:
    """The day of publication that the page prints; nothing when only the visit, an update or other days are printed."""
    past = [kept for day in layout.days if (kept := _past(day, latest))]
    candidates = [_candidate(text, day, layout, dateline, words) for day in past]
    pool = [c for c in candidates if c.weight >= ENOUGH and c.role in ("published", "plain", "dateline")]
    told = weekdays_told(layout, words)
    visits = [c.printed for c in candidates if c.role == "visited" and c.printed.day]
    visited = max(visits, key=lambda day: day.readings, default=None)
    updates = [c.printed for c in candidates if c.role == "updated" and c.weight >= ENOUGH]
    modified = _latest(updates, past, told)
    if not pool:
        return _by_update(updates, told, modified, visited)
    best = max(pool, key=lambda c: (c.weight, -c.line))
    readings, proof = settle_order(best.printed, past, told)
    span = f"{best.printed.start}-{best.printed.end}"
    found_from = "dateline" if best.role == "dateline" else "weekday" if proof.startswith("weekday:") else "printed"
    evidence = (span, proof.rpartition(":")[2]) if proof else (span,)
    return Dated(min(readings), max(readings), found_from, evidence, modified, visited)


def _by_update(
    updates: list[PrintedDay],
    told: list[tuple[int, int, int]],
    modified: tuple[date, date] | None,
    visited: PrintedDay | None,
) -> Dated:
    """The day of an update, when the story names its weekday as today; else nothing: an update may come years later."""
    for update in updates:
        for start, end, weekday in told:
            fitting = [day for day in update.readings if (day.isoweekday() - weekday) % 7 <= 1]
            if len(fitting) == 1:
                evidence = (f"{update.start}-{update.end}", f"{start}-{end}")
                return Dated(fitting[0], fitting[0], "weekday", evidence, modified, visited)
    return Dated(modified=modified, visited=visited)


def _past(day: PrintedDay, latest: date) -> PrintedDay | None:
    """The printed day without readings after the day of reading."""
    kept = tuple(reading for reading in day.readings if reading <= latest)
    return replace(day, readings=kept) if kept else None


def _latest(updates: list[PrintedDay], days: list[PrintedDay], told: list[tuple[int, int, int]]) -> tuple[date, date] | None:
    """The interval of the latest printed update."""
    settled = [settle_order(day, days, told)[0] for day in updates]
    return max(((min(readings), max(readings)) for readings in settled), default=None)


def line_at(lines: list[Line], place: int) -> int:
    """Number of the line that a character stands in, or of the one before it."""
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lines[middle].start <= place:
            low = middle
        else:
            high = middle - 1
    return low


def _candidate(text: str, day: PrintedDay, layout: Layout, dateline: tuple[int, int] | None, words: Boilerplate) -> Candidate:
    n = line_at(layout.lines, day.start)
    if dateline and dateline[0] <= day.start < dateline[1]:
        return Candidate(day, n, "dateline", 5.0)
    return Candidate(day, n, *_weigh(text, day, layout, n, _role(text, day, layout.lines, n, words), words))


def _role(text: str, day: PrintedDay, lines: list[Line], n: int, words: Boilerplate) -> str:
    """What the words before a date say it is: published, updated, visited, other; plain when they say nothing."""
    before = text[max(lines[n].start, day.start - CUE) : day.start].rstrip(EDGE).lower()
    if not before and n > 0 and lines[n - 1].words <= 4:
        before = lines[n - 1].text.rstrip(EDGE).lower()
    tail = CLOCKS.sub("", before).rstrip(EDGE + "0123456789")[-45:]
    best = ""
    role = "plain"
    if not tail:
        return role
    for phrase, named in words.cues:
        if len(phrase) > len(best) and tail.endswith(phrase) and not tail[: -len(phrase)][-1:].isalnum():
            best, role = phrase, named
    return role


def _signs(said: str, words: Boilerplate) -> bool:
    """Does the line open as a byline does: "By Grace Mwangi, May 7, 2019"?"""
    opening = said[:24].lower()
    return any(opening.startswith(f"{word} ") for word in words.bylines if word not in ("from", "aus"))


def _weigh(text: str, day: PrintedDay, layout: Layout, n: int, role: str, words: Boilerplate) -> tuple[str, float]:
    """Role and weight of a date that stands in line n."""
    line = layout.lines[n]
    if role == "plain" and _is_own_teaser(layout, n):
        return "published", TEASER
    if role in ("visited", "other") or (line.kind in ALOOF and not _signs(line.text, words)) or POST.search(line.text):
        return role if role == "visited" else "other", 0.0
    if len(line.text) > LONG:
        return "told", 0.0
    others = len(WORD.findall(CLOCKS.sub(" ", line.text.replace(text[day.start : day.end], " "))))
    opens = role == "published" and len(WORD.findall(text[line.start : day.start])) <= 4
    if n in layout.body or others > 3 * BARE or (line.closed and others > BARE and role == "plain"):
        return "told", 0.0
    weight, zone = _zone(layout, n)
    if zone == "top" and role == "plain":
        return "visited", 0.0
    weight = max(weight, 1.5) + 2.0 if opens else weight + 1.0 if role == "published" else weight
    clock = day.clock or CLOCKS.search(text[max(0, day.start - 12) : day.start])
    weight += 0.5 if clock else 0.0
    weight += 0.7 if others <= BARE else -0.7 if others <= 2 * BARE else -1.5
    weight += 1.0 if _signs(line.text, words) else 0.0
    weight -= 0.7 if line.bullet else 0.0
    return role, weight


def _is_own_teaser(layout: Layout, n: int) -> bool:
    """Does a list of the latest stories give this date to the page's own headline?"""
    if layout.title is None or n == 0 or layout.title in (n, n - 1) or layout.lines[layout.title].words < 4:
        return False
    said = layout.lines[layout.title].text
    return layout.lines[n - 1].text == said or layout.lines[n].text.startswith(said)


def _zone(layout: Layout, n: int) -> tuple[float, str]:
    """How near line n is to the article, and where: top of the page, head, foot, inside, far."""
    lines, body, title = layout.lines, layout.body, layout.title
    if n == 0 and n != title and lines[0].longest_part <= 6:
        return 0.0, "top"
    if not body:
        return (1.0, "far") if n >= TOP else (0.0, "top")
    first, last = body[0], body[-1]
    head = title if title is not None else max(0, first - 6)
    listed = n + 1 == head and not layout.dated.isdisjoint(range(n - 4, n))  # the last of a list of stories
    if n < head and not listed and all(NUMBERED.match(line.text) for line in lines[n + 1 : head]):
        return 3.0, "head"
    if n < TOP and head - n >= 2:
        return 0.0, "top"
    if head <= n <= first:
        return 3.0, "head"
    if n < head:
        return (max(0.3, 2.3 - 0.35 * (head - n)), "head") if head - n <= 8 else (0.0, "top" if n < 12 else "far")
    if n < last:
        return (2.2 if n <= first + 3 else 0.3), "inside"
    return max(0.0, 1.7 - 0.15 * (n - last)), "foot"


def weekdays_told(layout: Layout, words: Boilerplate) -> list[tuple[int, int, int]]:
    """(start, end, weekday) of the weekdays named in the first paragraphs: "met in Beijing on Monday"."""
    found = []
    for n in layout.body[:4]:
        line = layout.lines[n]
        for hit in re.finditer(r"[^\W\d_]{6,14}", line.text):
            weekday = words.weekdays.get(hit[0].lower())
            if weekday is not None and hit[0][0].isupper():
                found.append((line.start + hit.start(), line.start + hit.end(), weekday))
    return found

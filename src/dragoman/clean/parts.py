"""What each line beside the article is."""

from dragoman.clean.layout import Layout
from dragoman.clean.lines import Line
from dragoman.records import Part

KNOWN = frozenset(
    ["advertisement", "navigation", "caption", "related", "comments", "legal", "share", "byline", "page_date", "dateline"]
)
LONGEST_HEADING = 12
LONGEST_QUESTION = 8


def find_parts(layout: Layout, dateline: tuple[int, int] | None) -> tuple[Part, ...]:
    """The parts of a page in order: headline, byline and dates as found, other lines as their words or place tell.

    A section heading and a dateline stand inside the article and are parts as well.
    """
    inside = set(layout.body)
    last = layout.body[-1] if layout.body else -1
    parts = [Part(start=dateline[0], end=dateline[1], kind="dateline")] if dateline else []
    section = "navigation"
    for line in layout.lines:
        if line.number in inside:
            if is_heading(line, layout.body):
                parts.append(Part(start=line.start, end=line.end, kind="heading"))
            continue
        if line.number > last and line.rule is not None and line.rule.ends and line.kind in KNOWN:
            section = line.kind or section
        kind = _named(layout, line.number) or line.kind or (section if line.number > last else "navigation")
        parts.append(Part(start=line.start, end=line.end, kind=kind))
    return tuple(sorted(parts, key=lambda part: part.start))


def _named(layout: Layout, n: int) -> str | None:
    """What was found on line n: the headline, the byline, a date."""
    if n == layout.title:
        return "title"
    return "byline" if n in layout.signed else "page_date" if n in layout.dated else None


def is_heading(line: Line, body: list[int]) -> bool:
    """Is a line inside the article a section heading: short, without a full stop, neither its first line nor its last?"""
    asks = line.text.endswith("?") and line.words <= LONGEST_QUESTION
    return line.words <= LONGEST_HEADING and (asks or not line.closed) and line.number not in (body[0], body[-1])

"""What each line beside the article is."""

from collections.abc import Iterable

from dragoman.clean.lines import Line
from dragoman.records import Part

KNOWN = frozenset(
    [
        "advertisement",
        "navigation",
        "caption",
        "related",
        "comments",
        "legal",
        "share",
        "byline",
        "page_date",
        "dateline",
    ]
)


def find_parts(lines: list[Line], body: list[int], named: dict[int, str]) -> tuple[Part, ...]:
    """The parts of a page in order: headline, byline and dates as found, other lines as their words or place tell."""
    inside = set(body)
    parts = []
    section = "navigation"
    last = body[-1] if body else -1
    for line in lines:
        if line.number in inside:
            if is_heading(line, body):
                parts.append(Part(start=line.start, end=line.end, kind="heading"))
            continue
        if line.number > last and line.rule is not None and line.rule.ends and line.kind in KNOWN:
            section = line.kind or section
        kind = named.get(line.number) or line.kind or (section if line.number > last else "navigation")
        parts.append(Part(start=line.start, end=line.end, kind=kind))
    return tuple(parts)


def is_heading(line: Line, body: Iterable[int]) -> bool:
    """Is a line inside the article a section heading: short, no full stop, not the article's last line?"""
    numbers = list(body)
    return line.words <= 12 and not line.closed and line.number != numbers[-1] and line.number != numbers[0]

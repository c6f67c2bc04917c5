"""Bounds of a page's day: a full-year figure, a tenure, what is past and what lies ahead."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.lexicon.names import Names
from dragoman.reconcile.aims import looks_ahead
from dragoman.reconcile.days import shifted
from dragoman.reconcile.groups import by_key
from dragoman.records.document import Document
from dragoman.records.event import EventMention
from dragoman.records.figure import Figure
from dragoman.records.relation import Relation
from dragoman.records.time import Time

MONTH = re.compile(r"XXXX-(\d\d)")
DATED = timedelta(days=7)
YEAR = re.compile(r"(\d{4})")


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last day that a page may be from, with the spans that say so."""

    first: date | None = None
    last: date | None = None
    evidence: tuple[str, ...] = ()

    def allow(self, day: date) -> bool:
        """May the page be of that day, or of the next few?"""
        return (self.first is None or shifted(day, timedelta(days=6)) >= self.first) and (self.last is None or day <= self.last)

    def after(self, day: date, *proof: str) -> "Bounds":
        """The bounds with a first day."""
        if self.first is not None and self.first >= day:
            return self
        return Bounds(day, self.last, (*self.evidence, *proof))

    def before(self, day: date, *proof: str) -> "Bounds":
        """The bounds with a last day."""
        if self.last is not None and self.last <= day:
            return self
        return Bounds(self.first, day, (*self.evidence, *proof))


def bounds_of(
    documents: list[Document], times: list[Time], figures: list[Figure], relations: list[Relation],
    event_mentions: list[EventMention], names: Names,
) -> dict[str, Bounds]:  # fmt: skip
    """What the facts of each undated page allow."""
    found = {document.id: _own(document) for document in documents if not is_dated(document)}
    texts = {document.id: document.text for document in documents if document.id in found}
    since = _since(relations, names)
    for figure in figures:
        if figure.document in found and not looks_ahead(figure, texts[figure.document]):
            found[figure.document] = _by_tenure(_by_figure(found[figure.document], figure), figure, since)
    for mention in event_mentions:
        if mention.document in found:
            found[mention.document] = _by_event(found[mention.document], mention)
    spoken = by_key(times, lambda time: [time.document] if time.document in found else [])
    ahead = by_key(event_mentions, lambda mention: [mention.document] if mention.status != "actual" else [])
    return {name: _by_month(bounds, spoken.get(name, []), ahead.get(name, [])) for name, bounds in found.items()}


def is_dated(document: Document) -> bool:
    """Does the page carry its own day, or a week at most?"""
    start, end = document.published_start, document.published_end
    own = document.published_from not in ("other_document", "bounds")
    return own and start is not None and end is not None and end - start <= DATED


def _own(document: Document) -> Bounds:
    """What the page itself was found to allow."""
    return Bounds(document.published_start, document.published_end, document.published_evidence)


def _span(row: Figure | EventMention | Time) -> str:
    return f"{row.start}-{row.end}"


def _by_figure(bounds: Bounds, figure: Figure) -> Bounds:
    """A full year's trade is told when the year is over."""
    if figure.period_start is None or figure.period_end is None or (figure.value is None and figure.change_percent is None):
        return bounds
    whole_year = (figure.period_end - figure.period_start).days >= 364 and figure.period_end.month == 12
    measured = figure.unit in ("USD", "EUR", "CNY", "percent") or figure.change_percent is not None
    return bounds.after(shifted(figure.period_end, timedelta(days=1)), _span(figure)) if whole_year and measured else bounds


def _by_event(bounds: Bounds, mention: EventMention) -> Bounds:
    """What has happened on an absolute day was before; what is planned for one comes after."""
    if mention.date_start is None or not (mention.date_from or "").startswith("times"):
        return bounds
    if mention.status == "actual":
        return bounds.after(mention.date_start, _span(mention))
    return bounds.before(mention.date_end or mention.date_start, _span(mention)) if mention.status == "future" else bounds


def _since(relations: list[Relation], names: Names) -> dict[str, tuple[int, str | None]]:
    """Year in which each person came to power, and the span that says so."""
    found: dict[str, tuple[int, str | None]] = {}
    for tenure in names.tenures:
        if tenure.start is not None and tenure.end is None and tenure.office in ("head_of_state", "head_of_government"):
            year = tenure.start.year
            found[tenure.person] = min(found.get(tenure.person, (year, None)), (year, None), key=lambda x: x[0])
    for relation in sorted(relations, key=lambda r: r.id):
        told = YEAR.match(relation.valid_from or "")
        if told and relation.relation in ("head_of_state", "head_of_government") and relation.status == "asserted":
            found[relation.subject] = (int(told[1]), f"{relation.document}:{relation.start}-{relation.end}")
    return found


def _by_tenure(bounds: Bounds, figure: Figure, since: dict[str, tuple[int, str | None]]) -> Bounds:
    """ "his 31-year rule" of one in office since 1994 is told in 2025."""
    known = since.get(figure.subject or "")
    if known is None or figure.value is None or figure.unit != "year" or figure.comparator or figure.value < 2:
        return bounds
    year = known[0] + int(figure.value)
    if year > date.max.year:
        return bounds
    proof = (_span(figure), known[1]) if known[1] else (_span(figure),)
    told = bounds.after(date(year, 1, 1), *proof)
    return told.before(date(year, 12, 31), *proof)


def _by_month(bounds: Bounds, times: list[Time], ahead: list[EventMention]) -> Bounds:
    """A month named without "this month" is not the current one: "he won a January election" is told from February on."""
    if bounds.first is None or bounds.last is None or bounds.first.year != bounds.last.year:
        return bounds
    for time in times:
        month = MONTH.fullmatch(time.value)
        if month and time.mod is None and not any(m.start <= time.start < m.end for m in ahead):
            number = int(month[1])
            if number < 12 and date(bounds.first.year, number + 1, 1) <= bounds.last:
                bounds = bounds.after(date(bounds.first.year, number + 1, 1), _span(time))
    return bounds

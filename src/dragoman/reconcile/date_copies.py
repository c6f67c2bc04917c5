"""Days of pages that are copies of dated ones: papers print a wire's report within days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.reconcile.date_bounds import Bounds
from dragoman.reconcile.days import shifted
from dragoman.records.across import Copy, Dating
from dragoman.records.document import Document

KINDS = frozenset({"exact", "copy", "rewrite"})
DIRECTED = frozenset({"credit", "subset"})
PRINTED_WITHIN = timedelta(days=2)
LONGEST = timedelta(days=7)
MOST = 50


@dataclass(frozen=True, slots=True)
class Twin:
    """A dated page that has the undated one's text, and the days that it allows."""

    start: date
    end: date
    proof: str


def date_by_copies(
    document: Document, copies: dict[str, list[Copy]], dated: dict[str, Document], bounds: Bounds
) -> Dating | None:
    """The days about those of the dated pages with the same text; None when these lie weeks apart, or the page's facts forbid it.

    What credits or cuts a dated report was printed on its day or the two after; nothing tells who came first: before, or after.
    """
    twins = sorted(_twins(document, around(document.id, copies), dated), key=lambda twin: (twin.start, twin.end, twin.proof))
    if not twins or not document.body:
        return None
    start, end = max(twin.start for twin in twins), min(twin.end for twin in twins)
    if start > end:
        start, end = twins[0].start, max(twin.end for twin in twins)
    if end - start > LONGEST or not (bounds.allow(start) or bounds.allow(end)):
        return None
    own = f"{document.body[0][0]}-{document.body[-1][1]}"
    return Dating(
        document=document.id, start=start, end=end, published_from="other_document",
        evidence=(own, *dict.fromkeys(twin.proof for twin in twins[:3])),
    )  # fmt: skip


def around(document: str, copies: dict[str, list[Copy]]) -> list[Copy]:
    """Copies that a page takes part in; of many that are identical, which are linked through one, those of that one as well."""
    mine = copies.get(document, [])
    found = list(mine)
    for copy in (one for one in mine if one.kind == "exact"):
        middle = copy.source if copy.document == document else copy.document
        others = [
            one for one in copies.get(middle, [])[:MOST] if one.kind == "exact" and document not in (one.document, one.source)
        ]
        found += [
            replace(one, document=document, source=one.source, direction_from=None) for one in others if one.document == middle
        ]
        found += [replace(one, source=document, direction_from=None) for one in others if one.source == middle]
    return found


def _twins(document: Document, copies: list[Copy], dated: dict[str, Document]) -> Iterator[Twin]:
    for copy in copies:
        other = dated.get(copy.source if copy.document == document.id else copy.document)
        if copy.kind not in KINDS or document.id not in (copy.document, copy.source) or other is None or not other.body:
            continue
        first, last = other.published_start, other.published_end
        if first is None or last is None:
            continue
        directed = copy.direction_from in DIRECTED
        before = timedelta(0) if directed and copy.document == document.id else PRINTED_WITHIN
        after = timedelta(0) if directed and copy.source == document.id else PRINTED_WITHIN
        yield Twin(shifted(first, -before), shifted(last, after), f"{other.id}:{other.body[0][0]}-{other.body[-1][1]}")

"""Rewrites: a report told again in other words, shown by its credit and by the quotations and numbers it kept in order."""

import re
from collections.abc import Iterator

from dragoman.reconcile.groups import by_key, pairs
from dragoman.records.across import Copy
from dragoman.records.document import Document, Span
from dragoman.text.ids import stable_id

QUOTATION = re.compile(r'["“]([^"“”\n]{12,600})["”]')
NUMBER = re.compile(r"\d[\d,.]*\d|\d{2,}")
WORD = re.compile(r"\w+")
QUOTATIONS, KEPT = 2, 0.6


def find_rewrites(documents: list[Document]) -> Iterator[Copy]:
    """Documents that name another's outlet as their source and keep its quotations, in its order.

    Two reporters at one press conference share quotations as well: without the credit nothing is claimed.
    """
    said = {document.id: _quotations(document) for document in documents}
    groups = by_key((d for d in documents if len(said[d.id]) >= QUOTATIONS), lambda d: list(said[d.id]))
    met = {(a.id, b.id): (a, b) for group in groups.values() if len(group) > 1 for a, b in pairs(group) if a.id != b.id}
    for _, (a, b) in sorted(met.items()):
        for copier, source in ((a, b), (b, a)):
            if _credits(copier, source) and not _credits(source, copier):
                yield from _rewrite(copier, source, said)


def _quotations(document: Document) -> dict[str, Span]:
    """Quotations of three words and more, by their words, in order."""
    found = (m for start, end in document.body for m in QUOTATION.finditer(document.text, start, end))
    told = ((" ".join(WORD.findall(m[1].lower())), m.span(1)) for m in found)
    return {words: span for words, span in told if words.count(" ") >= 3}


def _credits(copier: Document, source: Document) -> bool:
    """Does a document name the other's outlet, or the one agency whose report it is, as an agency or in its own words?"""
    brand = source.outlet or (source.agencies[0] if len(source.agencies) == 1 else None)
    if not brand or brand == copier.outlet:
        return False
    if brand in copier.agencies:
        return brand == source.outlet
    named = re.compile(rf"\b{re.escape(brand)}\b")
    return any(named.search(copier.text, start, end) for start, end in copier.body)


def _rewrite(copier: Document, source: Document, said: dict[str, dict[str, Span]]) -> Iterator[Copy]:
    mine, theirs = said[copier.id], list(said[source.id])
    shared = [words for words in mine if words in said[source.id]]
    places = [theirs.index(words) for words in shared]
    share = len(shared) / max(1, min(len(mine), len(theirs)))
    if len(shared) < QUOTATIONS or share < KEPT or places != sorted(places) or not _same_numbers(copier, source):
        return
    yield Copy(
        id=stable_id("co", *sorted((copier.id, source.id))), document=copier.id, source=source.id, kind="rewrite",
        share=round(share, 3), direction_from="credit", spans=tuple(mine[words] for words in shared),
    )  # fmt: skip


def _same_numbers(copier: Document, source: Document) -> bool:
    """Are most of the copier's numbers in the source as well?"""
    mine, theirs = ({n for start, end in d.body for n in NUMBER.findall(d.text, start, end)} for d in (copier, source))
    return len(mine & theirs) * 2 >= len(mine)

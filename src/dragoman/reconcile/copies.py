"""Copies: text of one document found again in another, whole or in part, and who had it first.

Containment of five-word runs in the shorter text, quotations and the outlet's own template left out: Jaccard likeness fails
on the commonest newsroom edit, cutting from the bottom. Two reports of one press conference share quotations, not prose.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reconcile.groups import by_key, pairs
from dragoman.reconcile.rewrites import find_rewrites
from dragoman.reconcile.wording import Wording, runs, shared_words, wording
from dragoman.records.across import Copy
from dragoman.records.document import Document
from dragoman.text.ids import stable_id

COPY = 0.62
PARTIAL = 0.22
PARTIAL_WORDS = 40
COPY_WORDS = 20
SHARED_SAMPLES = 3
TEMPLATE_DOCUMENTS, UNKNOWN_DOCUMENTS = 3, 10
LEAST_SAMPLED = 0.05


def find_copies(documents: list[Document]) -> Iterator[Copy]:
    """Pairs of documents that share text, once a pair: an agency's report and the papers that printed it, cut or whole."""
    ordered = sorted(documents, key=lambda document: document.id)
    hashes: dict[str, int] = {}
    wordings = [wording(document, hashes) for document in ordered]
    by_id = {document.id: document for document in ordered}
    groups = by_key((text for text in wordings if len(text)), lambda text: [text.whole])
    first = [group[0] for group in groups.values()]
    made = [_exact(by_id[one.document], by_id[group[0].document], one) for group in groups.values() for one in group[1:]]
    made += _overlaps(first, by_id)
    known = {frozenset((copy.document, copy.source)) for copy in made}
    made += (copy for copy in find_rewrites(ordered) if frozenset((copy.document, copy.source)) not in known)
    yield from sorted(made, key=lambda copy: (copy.document, copy.source))


def _exact(one: Document, other: Document, text: Wording) -> Copy:
    return _copy(one, other, "exact", 1.0, _direction(one, other, 1.0, 1.0), {one.id: text, other.id: text}, None)


def _overlaps(wordings: list[Wording], by_id: dict[str, Document]) -> Iterator[Copy]:
    """Copies among texts that are not identical."""
    template = _template(wordings, by_id)
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(wordings):
        for gram in text.sample - template:
            holders[gram].append(number)
    met = Counter(pair for group in holders.values() if len(group) > 1 for pair in pairs(group))
    grams = _Grams(wordings)
    for (a, b), shared in sorted(met.items()):
        shorter = min(len(wordings[a].sample), len(wordings[b].sample))
        if shared >= SHARED_SAMPLES and shared >= LEAST_SAMPLED * shorter:
            found = _compare(wordings[a], wordings[b], grams.of(a), grams.of(b), template)
            if found is not None:
                yield _typed(found, by_id)


class _Grams:
    """Sets of grams, made when first asked for."""

    def __init__(self, wordings: list[Wording]) -> None:
        self.wordings = wordings
        self.made: dict[int, frozenset[int]] = {}

    def of(self, number: int) -> frozenset[int]:
        if number not in self.made:
            self.made[number] = frozenset(self.wordings[number].grams)
        return self.made[number]


def _template(wordings: list[Wording], by_id: dict[str, Document]) -> frozenset[int]:
    """Sampled grams that an outlet prints on several pages which otherwise differ: copyright lines, newsletter forms.

    Pages of unknown outlets are taken together, and more of them have to agree.
    """
    outlets = by_key(wordings, lambda text: [by_id[text.document].outlet or ""])
    found: set[int] = set()
    for outlet, texts in outlets.items():
        least = TEMPLATE_DOCUMENTS if outlet else UNKNOWN_DOCUMENTS
        often = {gram for gram, n in Counter(g for text in texts for g in text.sample).items() if n >= least}
        own = [text for text in texts if len(text.sample & often) * 2 <= len(text.sample)]
        counted = Counter(gram for text in own for gram in text.sample & often)
        found.update(gram for gram, n in counted.items() if n >= least)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Overlap:
    short: Wording
    long: Wording
    kind: str
    share: float
    share_of_long: float
    marks: dict[str, list[bool]]


def _compare(
    a: Wording, b: Wording, grams_a: frozenset[int], grams_b: frozenset[int], template: frozenset[int]
) -> _Overlap | None:
    """What two texts share, when it is enough to be no accident."""
    short, long = sorted((a, b), key=lambda text: (len(text), text.document))
    both = grams_a & grams_b
    marks = {text.document: shared_words(text, both, template) for text in (short, long)}
    words = sum(marks[short.document])
    share = words / max(1, len(short))
    if share >= COPY and words >= COPY_WORDS:
        kind = "copy"
    elif share >= PARTIAL and words >= PARTIAL_WORDS:
        kind = "partial"
    else:
        return None
    return _Overlap(short, long, kind, share, sum(marks[long.document]) / max(1, len(long)), marks)


def _typed(found: _Overlap, by_id: dict[str, Document]) -> Copy:
    one, other = by_id[found.short.document], by_id[found.long.document]
    direction = _direction(one, other, found.share, found.share_of_long)
    texts = {found.short.document: found.short, found.long.document: found.long}
    return _copy(one, other, found.kind, found.share, direction, texts, found.marks)


def _direction(short: Document, long: Document, share: float, share_of_long: float) -> tuple[str | None, Document | None]:
    """How the copier is told, and the copier: by credit, by being a cut of the longer text, by appearing later."""
    both = ((short, long), (long, short))
    crediting = [a for a, b in both if b.outlet and b.outlet in a.agencies and b.outlet != a.outlet]
    if len(crediting) == 1:
        return "credit", crediting[0]
    later = _later(short, long)
    if share >= 0.9 and share_of_long < 0.8 and later is not long:
        return "subset", short
    return ("time", later) if later is not None else (None, None)


def _later(a: Document, b: Document) -> Document | None:
    """The one that cannot have appeared on or before the other's last possible day."""
    for one, other in ((a, b), (b, a)):
        if one.published_start and other.published_end and one.published_start > other.published_end:
            return one
    return None


def _copy(
    one: Document, other: Document, kind: str, share: float, direction: tuple[str | None, Document | None],
    texts: dict[str, Wording], marks: dict[str, list[bool]] | None,
) -> Copy:  # fmt: skip
    how, copier = direction
    if copier is None:
        copier = max(one, other, key=lambda document: document.id)
    source = other if copier is one else one
    text = texts[copier.id]
    spans = runs(text, marks[copier.id] if marks else [True] * len(text))
    return Copy(
        id=stable_id("co", *sorted((one.id, other.id))), document=copier.id, source=source.id, kind=kind,
        share=round(share, 3), direction_from=how, spans=spans,
    )  # fmt: skip

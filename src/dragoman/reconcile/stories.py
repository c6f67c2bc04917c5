"""Stories: documents about one matter."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dragoman.reconcile.groups import components
from dragoman.reconcile.likeness import Vector, like_pairs, likeness, vectors
from dragoman.reconcile.linkage import Linkage
from dragoman.records.across import Copy, Story
from dragoman.records.document import Document
from dragoman.records.mention import Mention
from dragoman.text.ids import stable_id

LEAST = 0.06
ALIKE = 0.08
NEAR_DAYS, FAR_DAYS, LONG_AGO = 21, 75, 400
MOST_ENTITIES = 10


def group_stories(documents: list[Document], copies: list[Copy], mentions: list[Mention]) -> Iterator[Story]:
    """Groups of documents by what they tell, copies with their originals: each day's coverage of one visit, say."""
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    whole = [copy for copy in copies if copy.kind != "partial"]
    copied = components(by_id, ((copy.source, copy.document) for copy in whole))
    # In the order of their days, so that of a word in very many documents those of one time are compared.
    canonical = [(_canonical([by_id[name] for name in group]), group) for group in copied]
    canonical.sort(key=lambda one: (one[0].published_start or date.max, one[0].id))
    first, copied = [document for document, _ in canonical], [group for _, group in canonical]
    made = vectors(first)
    found = like_pairs(made, LEAST, lambda one, other: _days_between(by_id[one], by_id[other]) <= LONG_AGO)
    alike = {pair: _in_time(by_id[pair[0]], by_id[pair[1]], value) for pair, value in found.items()}
    copies_of = {document.id: group for document, group in zip(first, copied, strict=True)}
    counted = _counted(mentions)
    for names in sorted(Linkage(copies_of, alike).merged(ALIKE)):
        members = sorted(name for first_name in names for name in copies_of[first_name])
        yield _story([by_id[name] for name in members], by_id[_central(names, made)], counted)


def _canonical(copies: list[Document]) -> Document:
    """The copy that tells most."""
    return max(copies, key=lambda document: (sum(end - start for start, end in document.body), document.id))


def _in_time(a: Document, b: Document, value: float) -> float:
    """Likeness, less when weeks lie between: two summits with the same words are two stories."""
    days = _days_between(a, b)
    return value if days <= NEAR_DAYS else value * (0.6 if days <= FAR_DAYS else 0.35)


def _days_between(a: Document, b: Document) -> int:
    """Days that lie between two publications for sure; nought when one is unknown."""
    if not (a.published_start and a.published_end and b.published_start and b.published_end):
        return 0
    return max((a.published_start - b.published_end).days, (b.published_start - a.published_end).days)


def _central(names: list[str], made: dict[str, Vector]) -> str:
    """The document nearest to the others; of a large story, to its first hundred."""
    near = names[:100]
    return max(names, key=lambda name: (sum(likeness(made[name], made[other]) for other in near), name))


def _counted(mentions: list[Mention]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts.setdefault(mention.document, Counter())[mention.entity] += 1
    return counts


def _story(members: list[Document], central: Document, counted: dict[str, Counter[str]]) -> Story:
    said = Counter[str]()
    for document in members:
        said.update(counted.get(document.id, {}))
    starts = [document.published_start for document in members if document.published_start]
    ends = [document.published_end for document in members if document.published_end]
    ranked = sorted(said, key=lambda entity: (-said[entity], entity))
    return Story(
        id=stable_id("st", members[0].id), title=central.title, documents=tuple(d.id for d in members),
        date_start=min(starts, default=None), date_end=max(ends, default=None), entities=tuple(ranked[:MOST_ENTITIES]),
    )  # fmt: skip

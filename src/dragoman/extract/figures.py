"""Numbers with an owner: what is measured, whose it is, for when, by how much it moved, and who says so."""

from collections import Counter
from collections.abc import Iterator

from dragoman.extract.figure_claims import FLOWS, Claim, find_claims
from dragoman.extract.figure_owner import find_owner, is_mutual
from dragoman.extract.figure_period import Period, find_period
from dragoman.extract.figure_row import make_figure
from dragoman.lexicon.measures import Measures
from dragoman.records import Document, Entity, Figure, Mention, Sentence, Statement, Time
from dragoman.text.spans import SpanIndex

OWNED = FLOWS | {"gdp", "loan", "debt", "population", "tariff", "defence spending", "share", "count", "sum", "agreements"}
TIMELESS = frozenset({"tenure", "duration"})
OF_PERSONS = frozenset({"visits", "tenure"})


def find_figures(
    document: Document,
    sentences: list[Sentence],
    mentions: list[Mention],
    entities: list[Entity],
    times: list[Time],
    statements: list[Statement],
    words: Measures,
) -> Iterator[Figure]:
    """Figures of one document in order.

    "Trade rose by 33% to $5 billion last year" is one row with value, change and period; years, dates, scores and names with
    numbers are no figures, and a number whose measure is not told is left out.
    """
    people = {e.id: e for e in entities}
    by_place, when, said = SpanIndex(mentions), SpanIndex(times), SpanIndex(statements)
    before: Figure | None = None
    before_at: Sentence | None = None
    for sentence in sentences:
        if sentence.heading or (not any(c.isdigit() for c in sentence.text) and not words.number_words.search(sentence.text)):
            continue
        near = by_place.touching(sentence.start, sentence.end)
        for claim in find_claims(sentence, when.touching(sentence.start, sentence.end), words):
            owner, partner = _sides(sentence, claim, near, people, mentions, before, before_at)
            period = _period(document, sentence, claim, when.touching(sentence.start, sentence.end))
            if period is None and claim.named.measure.id in FLOWS and _follows(before_at, sentence) and before and before.period_start:
                period = (before.period_start, before.period_end or before.period_start)
            if not _worth_a_row(claim, owner, partner, people):
                continue
            figure = make_figure(document, sentence, claim, owner, partner, period, said)
            yield figure
            before, before_at = figure, sentence


def _worth_a_row(claim: Claim, owner: str | None, partner: str | None, people: dict[str, Entity]) -> bool:
    """Ranks and rules need their owner, flows and sums one side at least, and things handed over a side that is known."""
    if claim.named.by == "rank":
        return owner is not None
    if claim.named.measure.id == "tenure":
        return owner is not None and people[owner].kind == "person"
    if claim.named.by == "thing":
        return any(side is not None and people[side].listed for side in (owner, partner))
    return owner is not None or partner is not None or claim.named.measure.id not in OWNED


def _period(document: Document, sentence: Sentence, claim: Claim, times: list[Time]) -> Period | None:
    """The period of a claim; a time behind the level left ("from $880 million a year earlier") belongs to that."""
    if claim.named.measure.id in TIMELESS:
        return None
    past = claim.past
    ours = [t for t in times if past is None or not 0 <= t.start - past.end < 24]
    return find_period(document, sentence, claim.main, claim.named.token, ours)


def _follows(earlier: Sentence | None, later: Sentence) -> bool:
    return earlier is not None and earlier.paragraph == later.paragraph and later.start - earlier.end < 400


def _sides(
    sentence: Sentence,
    claim: Claim,
    near: list[Mention],
    people: dict[str, Entity],
    mentions: list[Mention],
    before: Figure | None,
    before_at: Sentence | None,
) -> tuple[str | None, str | None]:
    """Owner and partner; those of the figure before, or the document's pair, where the words only say "bilateral"."""
    measure = claim.named.measure
    owner, partner = find_owner(sentence, claim.named, claim.main, near, people, measure.id in OF_PERSONS, claim.noun)
    if owner is None and measure.id in OF_PERSONS:
        owner = only_person(near, people)
    if measure.id not in FLOWS or (owner and partner):
        return owner, partner
    if before and before.partner and _follows(before_at, sentence) and before.measure in FLOWS and (owner in (None, before.subject)):
        return before.subject, before.partner
    if is_mutual(sentence, claim.named) and (pair := document_pair(mentions, people)):
        return owner or pair[0], partner or (pair[1] if owner != pair[1] else pair[0])
    return owner, partner


def only_person(mentions: list[Mention], people: dict[str, Entity]) -> str | None:
    """The one person that the sentence names, for "his 31-year rule" when nobody could tell whose "his" is."""
    named = {m.entity for m in mentions if m.entity in people and people[m.entity].kind == "person"}
    return named.pop() if len(named) == 1 else None


def document_pair(mentions: list[Mention], people: dict[str, Entity]) -> tuple[str, str] | None:
    """The two states that a document is about: those most often meant; None when a third is meant nearly as often."""
    counts = Counter(people[m.entity].country for m in mentions if m.entity in people and people[m.entity].country)
    top = counts.most_common(3)
    if len(top) < 2 or (len(top) > 2 and top[2][1] * 2 > top[1][1]):
        return None
    return str(top[0][0]), str(top[1][0])

"""Numbers with an owner: what is measured, whose it is, for when, by how much it moved, and who says so."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.extract.figure_changes import Moved, find_changes, with_multiples
from dragoman.extract.figure_measures import Named, find_measure
from dragoman.extract.figure_nouns import counted_noun
from dragoman.extract.figure_owner import find_owner, is_mutual
from dragoman.extract.figure_period import Period, find_period
from dragoman.extract.figure_quantities import Quantity, find_quantities
from dragoman.lexicon.measures import Measures
from dragoman.records import Document, Entity, Figure, Mention, Sentence, Statement, Time
from dragoman.text.ids import stable_id
from dragoman.text.spans import SpanIndex

FLOWS = frozenset({"trade", "exports", "imports", "trade balance", "investment"})
OWNED = FLOWS | {"gdp", "loan", "debt", "population", "tariff", "defence spending", "share", "count", "sum", "agreements"}
MONEY = FLOWS | {"gdp", "price", "loan", "aid", "debt"}
TIMELESS = frozenset({"tenure", "duration"})
OF_PERSONS = frozenset({"visits", "tenure"})

COMPARISON = re.compile(r"^[^.;]{0,60}?\b(?:than|compared (?:with|to)|(?:up|down) from|versus)\s(?P<what>[^,.;:()]{3,80})")
# What may stand between a level and its step: "$3.4 billion (3.1 billion euros) in the first quarter, a year-on-year | rise of 5%".
AFTERTHOUGHT = re.compile(
    r"(?:\s\([^)]*\))?(?:\sof\s[\w'’ -]{3,40})?(?:\s(?:in|last|this|for|during)\s[\w -]{3,40})?[\s,(–—-]*(?:(?:which|that)\s(?:is|was)\s)?(?:an?\s(?:[a-z-]+\s){0,3})?"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Quantities of one sentence that make one figure: a level, a step, and what is left behind."""

    named: Named
    level: Quantity | None
    step: Quantity | None
    past: Quantity | None
    moved: Moved | None
    noun: int | None

    @property
    def main(self) -> Quantity:
        """The quantity that gives the value."""
        chosen = self.level or self.step or self.past
        assert chosen is not None
        return chosen


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
            figure = _figure(document, sentence, claim, owner, partner, period, said)
            yield figure
            before, before_at = figure, sentence


def find_claims(sentence: Sentence, times: list[Time], words: Measures) -> list[Claim]:
    """The figures of a sentence before their owner is known; quantities under one word of change are one claim."""
    quantities = [q for q in _unconverted(sentence, find_quantities(sentence, words)) if not _is_date(q, times)]
    claims: list[Claim] = []
    changes = find_changes(sentence, quantities, words)
    quantities, changes = with_multiples(sentence, quantities, changes, words)
    for quantity, moved in zip(quantities, changes, strict=True):
        noun = counted_noun(sentence, quantity)
        quantity = _bounded_behind(sentence, quantity, noun, words)
        if moved and claims and claims[-1].moved and claims[-1].moved.token == moved.token:
            claims[-1] = _joined(claims[-1], quantity, moved)
            continue
        if moved and moved.role in ("by", "from") and claims and _is_afterthought(sentence, claims[-1], quantity, moved):
            claims[-1] = _joined(claims[-1], quantity, moved)
            continue
        named = find_measure(sentence, quantity, noun, moved, words)
        if named is not None and _plausible(sentence, quantity, noun, named) and not _is_rate(quantity, named, moved):
            role = moved.role if moved else "to"
            claims.append(Claim(
                named, quantity if role == "to" else None, quantity if role == "by" else None,
                quantity if role == "from" else None, moved, noun,
            ))  # fmt: skip
    return [c for c in claims if c.level or c.step]


def _bounded_behind(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Quantity:
    """ "500 soldiers or so": the bound stands behind what is counted."""
    if noun is None or quantity.comparator is not None:
        return quantity
    match = words.bound_after.match(sentence.text, sentence.tokens[noun].end - sentence.start)
    name = words.bounds_after.get(match[0].strip().lower()) if match else None
    return replace(quantity, comparator=name) if name else quantity


def _unconverted(sentence: Sentence, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Quantities without those that only say the one before in another unit: "10.4 trillion yuan ($1.5 trillion)"."""
    before: Quantity | None = None
    for quantity in quantities:
        gap = sentence.text[before.end - sentence.start : quantity.start - sentence.start] if before else ""
        if before and gap.strip() in ("(", "or about", "(or", "(about", ", or") and before.kind == quantity.kind and before.unit != quantity.unit and quantity.kind in ("money", "physical"):
            continue
        before = quantity
        yield quantity


def _is_afterthought(sentence: Sentence, claim: Claim, quantity: Quantity, moved: Moved) -> bool:
    """ "... totalled $3.4 billion, up 5 percent": the step of the level just told."""
    word = sentence.tokens[moved.token]
    if claim.level is None or claim.step is not None or claim.moved is not None or (word.pos in ("VERB", "AUX") and word.tag != "VBG"):
        return False
    between = sentence.text[claim.level.end - sentence.start : min(quantity.start, word.start) - sentence.start]
    return bool(AFTERTHOUGHT.fullmatch(between))


def _joined(claim: Claim, quantity: Quantity, moved: Moved) -> Claim:
    level, step, past = claim.level, claim.step, claim.past
    if moved.role == "to" and level is None:
        level = quantity
    elif moved.role == "by" and step is None:
        step = quantity
    elif moved.role == "from" and past is None:
        past = quantity
    return Claim(claim.named, level, step, past, claim.moved or (moved if moved.role == "by" else None), claim.noun)


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


def _is_date(quantity: Quantity, times: list[Time]) -> bool:
    """Does the number belong to a date, or to a duration that only says when: "in the past five years"?"""
    for time in times:
        if time.start < quantity.number_end and quantity.number_start < time.end:
            whole = quantity.start <= time.start and time.end <= quantity.end
            return time.type in ("DATE", "TIME", "SET") or (not whole and quantity.kind != "time")
    return False


def _plausible(sentence: Sentence, quantity: Quantity, noun: int | None, named: Named) -> bool:
    """ "One of", "both" and numbers without a unit that money or share needs are no figures."""
    kinds = named.measure.kinds
    if named.by == "rank" or named.by == "motion":
        return True
    if quantity.kind in ("bare", "vague"):
        if (quantity.value == 1 and not quantity.numeral.digits) or (noun is not None and sentence.tokens[noun].pos == "PRON"):
            return False  # "one of the soldiers", "two of whom"
        return named.by in ("counted", "verb", "noun", "thing") and ("count" in kinds or "bare" in kinds) and quantity.value > 0
    if quantity.kind in ("multiple", "age"):
        return {"multiple": "share", "age": "time"}[quantity.kind] in kinds
    return quantity.kind in kinds or (quantity.kind == "ordinal" and "ordinal" in kinds)


def _is_rate(quantity: Quantity, named: Named, moved: Moved | None) -> bool:
    """A percentage that is no step of a flow ("80% of the world's average") and a lead in percentage points measure something else."""
    if quantity.unit == "percentage point" and moved is not None and moved.compares:
        return True
    rated = quantity.kind == "share" and named.by != "share" and named.measure.id in MONEY
    return rated and (moved is None or (moved.role == "to" and quantity.unit is not None))


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


def _figure(
    document: Document, sentence: Sentence, claim: Claim, owner: str | None, partner: str | None, period: Period | None, said: SpanIndex[Statement]
) -> Figure:
    main, step, moved = claim.main, claim.step, claim.moved
    start, end = _span(sentence, claim)
    value, percent, amount = _amounts(claim)
    source = min((s for s in said.touching(start, end) if s.start <= start and end <= s.end), key=lambda s: s.end - s.start, default=None)
    return Figure(
        id=stable_id("fg", document.id, start, end, claim.named.id), document=document.id, start=start, end=end,
        text=document.text[start:end], measure=claim.named.id, subject=owner, partner=partner,
        value=value, value_max=main.value_max, unit=_unit(claim), comparator=main.comparator, change_percent=percent, change_value=amount,
        period_start=period[0] if period else None, period_end=period[1] if period else None,
        compared_with=_compared_with(sentence, claim), statement=source.id if source else None,
        via=_via(source), rule=claim.named.measure.rule, confidence=0.9 if owner and (partner or step is None or moved) else 0.6,
    )  # fmt: skip


def _via(source: Statement | None) -> tuple[str, ...]:
    if source is None:
        return ()
    return (*source.via, *((source.speaker,) if source.speaker and source.speaker not in source.via else ()))


def _amounts(claim: Claim) -> tuple[float | None, float | None, float | None]:
    """Value, change in percent, change in units; a comparison without a level ("three-quarters less") is its own value."""
    level, step, moved = claim.level, claim.step, claim.moved
    value = _size(level) * claim.named.measure.sign if level else None
    percent = amount = None
    if step and moved and step.kind != "multiple":
        if step.unit == "percent" or step.numeral.kind == "fraction":
            percent = moved.change.sign * _size(step)
        else:
            amount = moved.change.sign * step.value
        if level is None and moved.compares:
            value, percent, amount = (percent if percent is not None else amount), None, None
    if step and step.kind == "multiple":
        percent = (step.value - 1) * 100
    elif moved and moved.change.times is not None:
        percent = (moved.change.times - 1) * 100
    return value, percent, amount


def _size(quantity: Quantity) -> float:
    return round(quantity.value * 100, 6) if quantity.numeral.kind == "fraction" and quantity.unit is None else quantity.value


def _unit(claim: Claim) -> str | None:
    main = claim.main
    if claim.named.by == "rank":
        return "rank"
    if main.kind == "ordinal":
        return "ordinal"
    if main.unit is None and (main.numeral.kind == "fraction" or main.kind == "multiple"):
        return "percent"
    if main.kind == "age":
        return str(main.unit).split(" ")[0]
    return main.unit or "count"


def _span(sentence: Sentence, claim: Claim) -> tuple[int, int]:
    """From the first to the last word of the claim; the word of change before them belongs to it."""
    parts = [q for q in (claim.level, claim.step, claim.past) if q]
    start, end = min(q.start for q in parts), max(q.end for q in parts)
    if claim.moved:
        word = sentence.tokens[claim.moved.token]
        if word.end <= start + 1 and start - word.start < 60:
            start = word.start
        elif end <= word.start < end + 24:
            end = word.end
    last = claim.named.token if claim.named.by in ("rank", "counted", "thing") else claim.noun
    if last is not None and claim.main.kind in ("bare", "vague", "ordinal") and end < sentence.tokens[last].end < end + 60:
        end = sentence.tokens[last].end
    return start, end


def _compared_with(sentence: Sentence, claim: Claim) -> str | None:
    """What follows "than", "from" or "compared with", up to the end of its phrase."""
    if claim.past is not None:
        return sentence.text[claim.past.start - sentence.start : claim.past.end - sentence.start]
    rest = sentence.text[claim.main.end - sentence.start :]
    match = COMPARISON.search(rest)
    return match["what"].strip() if match else None

"""A claim with its owner and period -> a row of the table."""

import re

from dragoman.extract.figure_claims import Claim
from dragoman.extract.figure_period import Period
from dragoman.extract.figure_quantities import Quantity
from dragoman.extract.figure_sides import statement_around
from dragoman.lexicon.measures import Measures
from dragoman.records import Document, Figure, Sentence, Statement
from dragoman.text.ids import stable_id
from dragoman.text.spans import SpanIndex

NOUN_LAST = frozenset({"rank", "counted", "thing", "peopled", "resident", "ethnic", "town"})
MINOR = "/100"  # cents are told as hundredths of their money
COMPARISON = re.compile(r"^[^.;]{0,60}?\b(?:than|compared (?:with|to)|(?:up|down) from|versus)\s(?P<what>[^,.;:()]{3,80})")


def make_figure(
    document: Document,
    sentence: Sentence,
    claim: Claim,
    sides: tuple[str | None, str | None],
    period: Period | None,
    said: SpanIndex[Statement],
    words: Measures,
) -> Figure:
    """The row of a claim: its amounts in whole units, and the narrowest statement that it stands in."""
    main, (owner, partner) = claim.main, sides
    start, end = _span(sentence, claim)
    value, percent, amount = _amounts(claim)
    dimension, factor = words.si.get(main.unit or "", (None, 1.0))
    source = statement_around(said, start, end) or statement_around(said, main.start, main.end)
    return Figure(
        id=stable_id("fg", document.id, start, end, claim.named.id), document=document.id, start=start, end=end,
        text=document.text[start:end], measure=claim.named.id, subject=owner, partner=partner,
        value=value, value_max=main.value_max, unit=_unit(claim), comparator=_comparator(main),
        dimension=dimension, si_value=_rounded(value * factor) if dimension and value is not None else None,
        change_percent=percent, change_value=amount,
        period_start=period[0] if period else None, period_end=period[1] if period else None,
        compared_with=_compared_with(sentence, claim), statement=source.id if source else None,
        via=_via(source), rule=claim.named.measure.rule,
        confidence=0.9 if owner and partner else 0.8 if owner or partner else 0.6,
    )  # fmt: skip


def _rounded(value: float) -> float:
    """Ten digits of a value: no unit is known more sharply."""
    return float(f"{value:.10g}")


def _comparator(quantity: Quantity) -> str | None:
    """The bound; "hundreds" and "tens of thousands" are lower bounds."""
    return quantity.comparator or ("at least" if quantity.kind == "vague" else None)


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
            amount = moved.change.sign * _size(step)
        if level is None and moved.compares:
            value, percent, amount = (percent if percent is not None else amount), None, None
    if step and step.kind == "multiple":
        percent = (step.value - 1) * 100
    elif moved and moved.change.times is not None:
        percent = (moved.change.times - 1) * 100
    return value, percent, amount


def _size(quantity: Quantity) -> float:
    if quantity.numeral.kind == "fraction" and quantity.unit is None:
        return round(quantity.value * 100, 6)
    return quantity.value / 100 if quantity.unit and quantity.unit.endswith(MINOR) else quantity.value


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
    return (main.unit or "count").removesuffix(MINOR)


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
    last = claim.named.token if claim.named.by in NOUN_LAST else claim.noun
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

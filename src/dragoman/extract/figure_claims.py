"""The figures of one sentence before their owner is known: quantities under one word of change are one claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.extract.figure_changes import Moved, find_changes, with_multiples
from dragoman.extract.figure_measures import find_measure
from dragoman.extract.figure_named import Named
from dragoman.extract.figure_nouns import counted_noun
from dragoman.extract.figure_quantities import Quantity, find_quantities
from dragoman.extract.figure_ranks import find_firsts
from dragoman.lexicon.measures import Measures
from dragoman.records import Sentence, Time
from dragoman.text.tree import ancestors, clause_head

FLOWS = frozenset({"trade", "exports", "imports", "trade balance", "investment"})
MONEY = FLOWS | {"gdp", "price", "loan", "aid", "debt"}
# What may stand between a level and its step: "$3.4 billion (3.1 billion euros) in the first quarter, a year-on-year | rise".
AFTERTHOUGHT = re.compile(
    r"(?:\s\([^)]*\))?(?:\sof\s[\w'’ -]{3,40})?(?:\s(?:in|last|this|for|during)\s[\w -]{3,40})?"
    r"[\s,(–—-]*(?:(?:which|that)\s(?:is|was)\s)?(?:an?\s(?:[a-z-]+\s){0,3})?"
)
REACHING = frozenset({"reach", "hit", "exceed", "total", "top", "amount", "surpass", "come"})
SET_AGAINST = re.compile(r"\b(?:compared (?:to|with)|against|versus|as against)(?: the)?\s$")
MOST = 40  # quantities in one sentence: more are a table, and no row of it can be told
CONVERSION = frozenset({"(", "or about", "(or", "(about", ", or"})


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


def find_claims(sentence: Sentence, times: list[Time], words: Measures) -> list[Claim]:
    """The figures of a sentence before their owner is known; quantities under one word of change are one claim."""
    numbers = sorted([*find_quantities(sentence, words), *find_firsts(sentence, words)], key=lambda q: (q.start, -q.end))
    quantities = [q for q in _unconverted(sentence, _apart(numbers)) if not _is_date(q, times)]
    if len(quantities) > MOST:
        return []
    claims: list[Claim] = []
    changes = find_changes(sentence, quantities, words)
    quantities, changes = with_multiples(sentence, quantities, changes, words)
    for quantity, moved in zip(quantities, changes, strict=True):
        noun = counted_noun(sentence, quantity)
        quantity = _bounded_behind(sentence, quantity, noun, words)
        if (
            claims
            and quantity.unit is None
            and quantity.kind == "bare"
            and claims[-1].named.measure.id in FLOWS
            and moved
            and moved.role == "to"
        ):
            continue  # "25 billion shillings": whose money is not told
        if moved and claims and claims[-1].moved and claims[-1].moved.token == moved.token:
            claims[-1] = _joined(claims[-1], quantity, moved)
            continue
        if moved and moved.role in ("by", "from") and claims and _is_afterthought(sentence, claims[-1], quantity, moved):
            claims[-1] = _joined(claims[-1], quantity, moved)
            continue
        if claims and moved is None and _is_set_against(sentence, claims[-1], quantity):
            claims[-1] = replace(claims[-1], past=quantity)
            continue
        if claims and moved is None and (carried := _carried(sentence, claims[-1], quantity, noun)) is not None:
            claims.append(Claim(carried, quantity, None, None, None, None))
            continue
        named = find_measure(sentence, quantity, noun, moved, words)
        if named and moved is None and claims and _goes_on(sentence, claims[-1], named, quantity, times):
            claims[-1] = replace(claims[-1], level=quantity)
            continue
        if named is None or _is_taxed(sentence, quantity, named, words) or _is_fate(sentence, quantity, named):
            continue
        if _plausible(sentence, quantity, noun, named) and not _is_rate(quantity, named, moved):
            role = moved.role if moved else "to"
            claims.append(Claim(
                named, quantity if role == "to" else None, quantity if role == "by" else None,
                quantity if role == "from" else None, moved, noun,
            ))  # fmt: skip
    return [c for c in claims if c.level or c.step]


def _goes_on(sentence: Sentence, claim: Claim, named: Named, quantity: Quantity, times: list[Time]) -> bool:
    """ "grew by 20% in 2022 and exceeded $700 million": the level of the step just told, unless each has its own time."""
    if claim.step is None or claim.level or claim.moved is None or claim.moved.compares or claim.named.token != named.token:
        return False
    verb = sentence.tokens[clause_head(sentence, quantity.token)]
    dates = {(t.date_start, t.date_end) for t in times if t.type == "DATE" and t.start > sentence.tokens[claim.moved.token].start}
    told = quantity.kind == "money" or quantity.kind == "physical"
    onward = verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in REACHING)
    return told and onward and verb.head == claim.moved.token and len(dates) < 2


def _is_set_against(sentence: Sentence, claim: Claim, quantity: Quantity) -> bool:
    """ "stood at $8.9 billion in 2023-24 | against $12.4 billion in the year before": the level left."""
    near = quantity.start - claim.main.end < 80 and claim.level is not None and claim.past is None
    left = sentence.text[: quantity.start - sentence.start]
    return near and quantity.kind == claim.main.kind in ("money", "physical") and SET_AGAINST.search(left) is not None


def _carried(sentence: Sentence, claim: Claim, quantity: Quantity, noun: int | None) -> Named | None:
    """ "1,500 troops in Djibouti and | 900 in Ivory Coast": the counted noun is carried from the number before."""
    if (
        claim.named.measure.ownerless
        and claim.named.by in ("counted", "voted")
        and quantity.kind == "bare"
        and _is_vote(sentence, quantity)
    ):
        return Named(claim.named.measure, quantity.token, quantity.first, "voted")
    if claim.named.by not in ("counted", "carried") or not {quantity.kind, claim.main.kind} <= {"bare", "vague"}:
        return None
    last = next((t for t in reversed(sentence.tokens) if t.start < quantity.number_end), sentence.tokens[0])
    after = sentence.tokens[last.i + 1].text.lower() if last.i + 1 < len(sentence.tokens) else ""
    between = [t for t in sentence.tokens if claim.main.end <= t.start < quantity.start]
    joined = {"and", ",", "plus", "against", "versus"} & {t.text.lower() for t in between[-4:]}
    plain = len(between) < 12 and all(t.text not in ";:(" and t.tag not in ("VBD", "VBG", "VB") for t in between)
    measured = claim.named.measure
    if not (joined and plain and after in ("in", "to", "from", "at") and after in (*measured.partner_by, *measured.owner_by)):
        return None
    return Named(measured, quantity.token, quantity.first, "carried", claim.named.name)


def _is_vote(sentence: Sentence, quantity: Quantity) -> bool:
    """ "143 votes in favour and | nine against"."""
    rest = sentence.text[quantity.end - sentence.start :].lower()
    return rest.startswith((" against", " in favour", " in favor", " for,", " abstain"))


def _apart(quantities: list[Quantity]) -> Iterator[Quantity]:
    """Quantities without those that lie inside the one before: "first" is a number and a rank."""
    end = -1
    for quantity in quantities:
        if quantity.start >= end:
            yield quantity
            end = quantity.end


def _bounded_behind(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Quantity:
    """ "500 soldiers or so": the bound stands behind what is counted."""
    if noun is None or quantity.comparator is not None:
        return quantity
    match = words.bound_after.match(sentence.text, sentence.tokens[noun].end - sentence.start)
    name = words.bounds_after.get(match[0].strip().lower()) if match else None
    return replace(quantity, comparator=name) if name else quantity


def _unconverted(sentence: Sentence, quantities: Iterator[Quantity]) -> Iterator[Quantity]:
    """Quantities without those that only say the one before in another unit: "10.4 trillion yuan ($1.5 trillion)"."""
    before: Quantity | None = None
    for quantity in quantities:
        gap = sentence.text[before.end - sentence.start : quantity.start - sentence.start] if before else ""
        same = before is not None and before.kind == quantity.kind in ("money", "physical") and before.unit != quantity.unit
        if same and gap.strip() in CONVERSION:
            continue
        before = quantity
        yield quantity


def _is_afterthought(sentence: Sentence, claim: Claim, quantity: Quantity, moved: Moved) -> bool:
    """ "... totalled $3.4 billion, up 5 percent": the step of the level just told."""
    word = sentence.tokens[moved.token]
    finite = word.pos in ("VERB", "AUX") and word.tag != "VBG"
    reached = claim.moved is None or claim.moved.role == "to"  # "fell to 57.9 million tonnes last month, down 4 percent"
    if claim.level is None or claim.step is not None or not reached or finite:
        return False
    start, end = claim.level.end, min(quantity.start, word.start)
    if AFTERTHOUGHT.fullmatch(sentence.text[start - sentence.start : end - sentence.start]):
        return True
    between = [t for t in sentence.tokens if start <= t.start < end]  # "a $5 billion | loan to Nepal, | up from ..."
    apart = 0 < len(between) <= 8 and between[-1].text in (",", "(", "–", "—")
    return apart and all(t.pos not in ("VERB", "AUX") for t in between)


def _joined(claim: Claim, quantity: Quantity, moved: Moved) -> Claim:
    level, step, past = claim.level, claim.step, claim.past
    if moved.role == "to" and level is None:
        level = quantity
    elif moved.role == "by" and step is None:
        step = quantity
    elif moved.role == "from" and past is None:
        past = quantity
    by = moved if moved.role == "by" else None
    return Claim(claim.named, level, step, past, by or claim.moved, claim.noun)


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
        one_of = sentence.text.startswith(" of", quantity.number_end - sentence.start)
        victim = named.measure.persons and named.by == "verb" and noun is not None and not one_of  # "one person was killed"
        lone = quantity.value == 1 and not quantity.numeral.digits and not named.measure.ownerless and not victim
        if lone or (noun is not None and sentence.tokens[noun].pos == "PRON"):
            return False  # "one of the soldiers", "two of whom"
        named_so = named.by in ("counted", "verb", "noun", "thing", "peopled", "resident", "ethnic", "town")
        return named_so and ("count" in kinds or "bare" in kinds) and quantity.value > 0
    if quantity.kind in ("multiple", "age"):
        return {"multiple": "share", "age": "time"}[quantity.kind] in kinds
    return quantity.kind in kinds or (quantity.kind == "ordinal" and "ordinal" in kinds)


def _is_taxed(sentence: Sentence, quantity: Quantity, named: Named, words: Measures) -> bool:
    """Goods that a tariff or a list of sanctions takes in are no trade of a time: "tariffs on $50 billion of imports"."""
    if named.measure.id not in FLOWS or quantity.kind != "money":
        return False
    taxes = {noun for m in words.measures if m.id == "tariff" for noun in m.nouns}
    return any(sentence.tokens[i].lemma.lower() in taxes for i in list(ancestors(sentence, quantity.token))[:5])


def _is_fate(sentence: Sentence, quantity: Quantity, named: Named) -> bool:
    """ "90% of Swiss exports will be exempted" tells what becomes of them, not where they go."""
    token = sentence.tokens[quantity.token]
    verb = sentence.tokens[token.head]
    subject = named.by == "share" and token.dep in ("nsubj", "nsubjpass") and verb.pos in ("VERB", "AUX")
    return subject and (token.dep == "nsubjpass" or verb.lemma not in named.measure.having)


def _is_rate(quantity: Quantity, named: Named, moved: Moved | None) -> bool:
    """Percentages that are no step of a flow ("80% of the average") and leads in percentage points measure other things."""
    if quantity.unit == "percentage point" and moved is not None and moved.compares:
        return True
    rated = quantity.kind == "share" and named.by != "share" and named.measure.id in MONEY
    return rated and (moved is None or (moved.role == "to" and quantity.unit is not None))

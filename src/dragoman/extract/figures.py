"""Numbers with an owner: what is measured, whose it is, for when, by how much it moved, and who says so."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.figure_claims import FLOWS, Claim, find_claims
from dragoman.extract.figure_money import home_of, in_money_meant
from dragoman.extract.figure_owner import Scene, find_owner, is_mutual, party_of
from dragoman.extract.figure_parties import Sides
from dragoman.extract.figure_past import left_behind, past_period
from dragoman.extract.figure_period import Period, find_period, in_fiscal_years
from dragoman.extract.figure_row import make_figure
from dragoman.extract.figure_sides import (
    carried_sides,
    helped,
    is_hinted,
    pair_acting,
    pair_said,
    speaking_for,
    statement_around,
    toll_teller,
    with_other,
)
from dragoman.extract.figure_turns import in_turn
from dragoman.lexicon.measures import Measures
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document, Entity, Figure, Mention, Sentence, Statement, Time
from dragoman.text.spans import SpanIndex

OWNED = FLOWS | {
    "gdp",
    "loan",
    "debt",
    "population",
    "tariff",
    "defence spending",
    "share",
    "count",
    "sum",
    "agreements",
    "price",
}
PART = re.compile(r"\b(?:of which|including|of it|of them|of that)\s(?:\S+\s){0,2}$")
SUMS = FLOWS | {"loan", "aid", "sum", "price"}
YEARLY = FLOWS | {"gdp", "gdp per capita", "population", "tariff", "defence spending", "debt"}
SHORTEST = 20  # days that money is counted over: "pledged on Monday" tells when it was pledged
TIMELESS = frozenset({"tenure", "duration"})
WORD, DIGIT = re.compile(r"\w+"), re.compile(r"\d")
OURS = re.compile(r"\b(?:[Oo]ur|[Ww]e)\b")
OF_PERSONS = frozenset({"visits", "tenure"})


@dataclass(frozen=True, slots=True)
class Before:
    """The figure told last and its sentence: "Exports rose by 15%" goes on from there."""

    figure: Figure
    sentence: Sentence

    def leads_to(self, later: Sentence) -> bool:
        """Does the sentence follow shortly in the same paragraph?"""
        return self.sentence.paragraph == later.paragraph and later.start - self.sentence.end < 400

    def is_near(self, later: Sentence) -> bool:
        """Does the sentence follow in the same paragraph or open the next one?"""
        return later.paragraph - self.sentence.paragraph <= 1 and 0 <= later.start - self.sentence.end < 200


def find_figures(
    document: Document,
    sentences: list[Sentence],
    mentions: list[Mention],
    entities: list[Entity],
    times: list[Time],
    statements: list[Statement],
    words: Measures,
    outlets: Outlets,
) -> Iterator[Figure]:
    """Figures of one document in order.

    "Trade rose by 33% to $5 billion last year" is one row with value, change and period; years, dates, scores and names with
    numbers are no figures, and a number whose measure is not told is left out.
    """
    people = {e.id: e for e in entities}
    places, when, said = SpanIndex(mentions), SpanIndex(times), SpanIndex(statements)
    before: Before | None = None
    town, home = _home(document, mentions, people), home_of(document, outlets)
    for sentence in sentences:
        if not _has_number(sentence, words):
            continue
        near, dates = places.touching(sentence.start, sentence.end), when.touching(sentence.start, sentence.end)
        claims = find_claims(sentence, dates, words)
        for claim in claims:
            flows = frozenset(c.named.token for c in claims if c.named.measure.id in FLOWS)
            persons = claim.named.measure.id in OF_PERSONS
            scene = Scene(sentence, near, people, claim.named, claim.main, claim.noun, persons, flows - {claim.named.token})
            linked = before is not None and (before.leads_to(sentence) or (is_hinted(scene) and before.is_near(sentence)))
            earlier = before if linked and claim.named.measure.id in FLOWS else None
            teller = _teller(claim, said, people) if claim.named.measure.id in FLOWS else None
            sides = _sides(scene, teller, earlier) or with_other(teller, _pair_meant(sentence, mentions, people))
            sides = sides or _pair_meant(sentence, mentions, people)
            if sides and sides[0] is None and claim.named.by == "share" and OURS.search(sentence.text):
                sides = speaking_for(scene, said) or _teller(claim, said, people), sides[1]
            if sides and sides[1] is None and is_hinted(scene):
                sides = with_other(sides[0], _pair_meant(sentence, mentions, people)) or sides
            if sides and before and _is_part(sentence, claim, before):
                sides = before.figure.subject, before.figure.partner
            if sides and sides[0] is None and before and before.sentence is sentence and _are_others(sentence, claim, before):
                sides = before.figure.subject, sides[1]
            if claim.named.by == "carried":
                sides = carried_sides(scene, before.figure.subject) if before else None
            elif sides and sides[0] is None and claim.named.measure.tellers:
                sides = toll_teller(scene, said, people), sides[1]
            sides = in_turn(scene, claims, claim, sides) if sides else None
            if sides is None or not _worth_a_row(claim, *sides, people):
                continue
            claim = in_money_meant(claim, sides, [*(party_of(m.entity, people, False) for m in near), town], home, words)
            whose = (town, *sides) if claim.named.measure.mutual else sides
            when_told = in_fiscal_years(dates, [s for s in whose if s in sides], words)
            period = _period(document, sentence, claim, when_told, earlier)
            before = Before(make_figure(document, sentence, claim, sides, period, said, words), sentence)
            yield before.figure
            if earlier_claim := left_behind(claim):
                past = past_period(document, claim, when_told, period)
                if past and past != period:
                    yield make_figure(document, sentence, earlier_claim, sides, past, said, words)


def _is_part(sentence: Sentence, claim: Claim, before: Before) -> bool:
    """ "83 million euros in aid, of which | 20 million this year": a part of the sum just told."""
    left = sentence.text[max(0, claim.main.start - sentence.start - 24) : claim.main.start - sentence.start].lower()
    return before.figure.measure == claim.named.id and before.sentence is sentence and PART.search(left) is not None


def _are_others(sentence: Sentence, claim: Claim, before: Before) -> bool:
    """ "11 Togolese soldiers were killed and 20 others wounded": people of the same state."""
    same = before.figure.measure == claim.named.id and claim.noun is not None
    return same and sentence.tokens[claim.noun or 0].lemma.lower() == "other"


def _has_number(sentence: Sentence, words: Measures) -> bool:
    if sentence.heading:
        return False
    if any(change.times and t.lemma in change.verbs for t in sentence.tokens if t.pos == "VERB" for change in words.changes):
        return True
    return DIGIT.search(sentence.text) is not None or not words.number_words.isdisjoint(WORD.findall(sentence.text.lower()))


def _worth_a_row(claim: Claim, owner: str | None, partner: str | None, people: dict[str, Entity]) -> bool:
    """Ranks and rules need their owner, flows and sums one side at least, and things handed over a side that is known."""
    if claim.named.by in ("ethnic", "flow"):
        return True
    if claim.named.by == "rank":
        return owner is not None and (partner is not None or not claim.named.measure.mutual)
    if claim.main.kind == "ordinal" and claim.main.value < 2:
        return owner is not None and partner is not None
    if claim.named.by in ("carried", "given") or (claim.named.by == "verb" and claim.named.measure.id == "sum"):
        return owner is not None and partner is not None
    if claim.named.measure.id == "tenure":
        return owner in people and people[owner].kind == "person"
    if claim.named.by == "thing":
        return any(side in people and people[side].listed for side in (owner, partner))
    if claim.named.measure.id == "visits":
        return partner is not None
    return owner is not None or partner is not None or claim.named.measure.id not in OWNED


def _period(document: Document, sentence: Sentence, claim: Claim, times: list[Time], before: Before | None) -> Period | None:
    """The period of a claim; a time behind the level left ("from $880 million a year earlier") belongs to that."""
    if claim.named.measure.id in TIMELESS:
        return None
    past = claim.past
    ours = [t for t in times if past is None or not 0 <= t.start - past.end < 24]
    if claim.named.measure.id in YEARLY | SUMS:  # "agreed on Monday to raise trade": no day's trade
        ours = [t for t in ours if not (t.date_start and t.date_end and (t.date_end - t.date_start).days < SHORTEST)]
    found = find_period(document, sentence, claim.main, claim.named.token, ours)
    if found is None and before and before.figure.period_start and before.figure.period_end:
        return before.figure.period_start, before.figure.period_end
    return found


def _home(document: Document, mentions: list[Mention], people: dict[str, Entity]) -> str | None:
    """The state of the dateline's town, for a pair whose fiscal years differ."""
    named = next((people.get(m.entity) for m in mentions if document.place and m.text == document.place), None)
    return (named.country or named.id) if named else None


def _teller(claim: Claim, said: SpanIndex[Statement], people: dict[str, Entity]) -> str | None:
    """The state whose leader or organ says so: "Trade with Mongolia grew by 21 percent, Putin said" is Russia's trade."""
    source = statement_around(said, claim.main.start, claim.main.end)
    speaker = people.get(source.speaker or "") if source else None
    if speaker is None or speaker.kind not in ("person", "group", "state"):
        return None
    return speaker.country if speaker.country in people else speaker.id


def _sides(scene: Scene, teller: str | None, before: Before | None) -> Sides | None:
    """Owner and partner by the sentence, or those of the figure before; None where "bilateral" leaves the pair open."""
    measure = scene.named.measure
    owner, partner = find_owner(scene)
    if owner is None and scene.persons:
        owner = only_person(scene.mentions, scene.entities)
    if owner is None and partner is not None and teller is not None and teller != partner:
        owner = teller
    if owner and partner:
        return owner, partner
    if is_mutual(scene.sentence, scene.named) and (pair := pair_said(scene)) and owner in (None, *pair):
        return pair
    if before and before.figure.partner and before.figure.measure in FLOWS and owner in (None, before.figure.subject):
        return before.figure.subject, before.figure.partner
    if owner and partner is None and scene.named.by == "given":
        return owner, other if (other := helped(scene)) != owner else None
    if measure.id == "trade" and owner is None and partner is None and (pair := pair_acting(scene)):
        return pair
    open_pair = measure.id in FLOWS and owner is None and is_mutual(scene.sentence, scene.named)
    return None if open_pair else (owner, partner)


def only_person(mentions: list[Mention], people: dict[str, Entity]) -> str | None:
    """The one person that the sentence names, for "his 31-year rule" when nobody could tell whose "his" is."""
    named = {m.entity for m in mentions if m.entity in people and people[m.entity].kind == "person"}
    return named.pop() if len(named) == 1 else None


def _pair_meant(sentence: Sentence, mentions: list[Mention], people: dict[str, Entity]) -> Sides | None:
    """The two states that a document is about, for "bilateral trade"; None when a third is meant nearly as often."""
    meant = [m.entity for m in mentions if m.start < sentence.end or m.form == "name"]
    counts = Counter(country for e in meant if e in people and (country := people[e].country) in people)
    top = [(str(state), times) for state, times in counts.most_common(3)]
    if len(top) < 2 or (len(top) > 2 and top[2][1] * 2 > top[1][1]):
        return None
    return top[0][0], top[1][0]

"""Ranks and numbered things: "second-largest import partner", "the largest trading partner", "his first visit"."""

import re
from collections.abc import Iterator

from dragoman.extract.figure_named import Named, phrase_at
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measures
from dragoman.records import Sentence
from dragoman.text.numerals import Numeral
from dragoman.text.tree import children

ONE_OF = re.compile(r"\b(?:one|some|two|three|several|many|most|few|among|amongst)\s(?:of\s)?(?:\S+\s){0,3}$", re.IGNORECASE)
# "the first trip since 2016", "the first visit in 12 years": a gap, no count; "since taking office" counts.
GAP = re.compile(
    r"[^.;]{0,60}\b(?:since\s(?!(?:taking|assuming|entering|coming|becoming|being|(?:his|her)\s(?:election|inauguration))\b)"
    r"|in\s(?:\S+\s){1,3}(?:years|decades|months|weeks)\b)"
)


def find_firsts(sentence: Sentence, words: Measures) -> Iterator[Quantity]:
    """Ranks of one without a number: "Mongolia's largest trading partner"; not "one of its largest", not "second largest"."""
    for token in sentence.tokens:
        if token.text.lower() not in words.firsts or _is_numbered(sentence, token.i):
            continue
        start, end = token.start - sentence.start, token.end - sentence.start
        if ONE_OF.search(sentence.text[max(0, start - 40) : start]):
            continue
        numeral = Numeral(start, end, 1.0, "ordinal")
        yield Quantity(
            token.start, token.end, token.start, token.end, 1.0, None, "ordinal", None, None, token.i, token.i, None, numeral
        )  # fmt: skip


def _is_numbered(sentence: Sentence, i: int) -> bool:
    before = sentence.tokens[i - 1] if i else None
    if before and before.text in "-–" and i > 1:
        before = sentence.tokens[i - 2]
    return before is not None and (before.text.lower() in ("second", "next") or before.text[0].isdigit() or before.pos == "NUM"
                                   or before.text.lower().endswith(("rd", "th")))  # fmt: skip


def find_rank(sentence: Sentence, quantity: Quantity, words: Measures) -> Named | None:
    """ "second-largest import partner": an ordinal, a superlative, and a noun of rank; "first trading partner" goes without."""
    tokens = sentence.tokens
    after = next((t.i for t in tokens if t.start >= quantity.number_end and t.text not in "-–"), len(tokens))
    if after >= len(tokens):
        return None
    best = tokens[after].tag in ("JJS", "RBS") or tokens[after].text.lower().endswith("est")
    if quantity.first == after - 1 and tokens[quantity.first].text.lower() in words.firsts:
        best, after = False, quantity.first  # "largest trading partner": a partner's rank only
    found: tuple[int, Named] | None = None
    for i in range(after + 1 if best else max(after, quantity.first + 1), min(after + (7 if best else 4), len(tokens))):
        if tokens[i].text in ",;:()" or (tokens[i].pos in ("VERB", "AUX") and tokens[i].tag not in ("VBG", "VBN")):
            break
        for rank in words.ranks:
            length = phrase_at(sentence, i, rank.nouns) if (best or rank.mutual) and tokens[i].tag != "NNS" else None
            if length and (found is None or length >= found[0]):
                found = (length, Named(rank, i, i - length + 1, "rank"))
    return found[1] if found else None


def find_numbered(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "his second trip to China", "her first visit to Brunei": what is counted by its number, told by a number word."""
    if noun is None or sentence.tokens[quantity.first].text.lower() in words.firsts:
        return None
    for measure in words.measures:
        seen = (
            children(sentence, noun, "relcl", "acl") if sentence.tokens[noun].lemma.lower() == "time" and measure.motion else ()
        )
        if verb := next((k for k in seen if sentence.tokens[k].lemma in measure.verbs), None):  # "the third time he visited Oman"
            return Named(measure, verb, verb, "motion")
        if quantity.value < 2 and GAP.match(sentence.text[quantity.end - sentence.start :]):
            continue
        if "ordinal" in measure.kinds and (length := phrase_at(sentence, noun, measure.counted)):
            return Named(measure, noun, noun - length + 1, "counted")
    return None

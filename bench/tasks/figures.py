"""Solver of the task "figures": all quantities of a sentence, before the owner and the measure decide what becomes a row.

The bench asks for every quantity of a sentence, football yards included; the record keeps only figures with a measure. So this
file uses dragoman's number grammar (find_quantities), its counted nouns and its words of change, and maps them to the bench's
names of units. The mapping below is of names only and is used nowhere else.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dragoman.extract.figure_changes import Moved, find_changes
from dragoman.extract.figure_nouns import counted_noun
from dragoman.extract.figure_quantities import Quantity, find_quantities
from dragoman.lexicon.files import layers
from dragoman.lexicon.measures import Measures
from dragoman.parse.parser import load_parser
from dragoman.parse.sentences import make_sentence
from dragoman.records import Sentence

CHANGE = {"about": "~", "nearly": "~", "more than": ">", "at least": ">", "less than": "<", "up to": "<"}
MONEY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan",
    "HKD": "hong kong dollar", "MYR": "malaysian ringgit", "INR": "indian rupee", "ILS": "shekel", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "CHF": "swiss franc", "RUB": "russian ruble",
    "HRK": "croatian kuna", "KRW": "south korean won", "USD/100": "cent", "MYR/100": "sen", "GBP/100": "penny",
    "EUR/100": "cent", "TRY": "turkish lira", "BRL": "brazilian real", "SEK": "swedish krona", "NOK": "norwegian krone",
    "ZAR": "rand", "SGD": "singapore dollar", "PKR": "pakistani rupee",
}  # fmt: skip


@cache
def _words() -> Measures:
    return Measures.load(layers(None))


def solve(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One prediction for each row: the quantities of its sentence."""
    parser = load_parser(None)
    for row in rows:
        text = row["input"]["text"]
        sentence = make_sentence(row["id"], text, 0, 0, parser.words(text, None), False)
        yield {"id": row["id"], "quantities": list(_quantities(sentence))}


def _quantities(sentence: Sentence) -> Iterator[dict[str, str]]:
    found = find_quantities(sentence, _words())
    made: list[tuple[dict[str, str], Moved | None]] = []
    for quantity, moved in zip(found, find_changes(sentence, found, _words()), strict=True):
        if quantity.kind == "ordinal":
            continue
        unit, change = _unit(sentence, quantity), _change(sentence, quantity, moved)
        row = {"value": _value(quantity), "normalized_unit": unit, "change": change}
        before = made[-1][1] if made else None
        if moved and before and before.role == "from" and moved.role == "to" and before.token == moved.token:
            low = made.pop()[0]  # the bench writes "from 252 to 287 miles" as one value; we keep a level and what it was before
            row["value"] = f"{low['value']}-{row['value']}"
        made.append((row, moved))
    yield from (row for row, _ in made)


def _value(quantity: Quantity) -> str:
    if quantity.numeral.kind == "vague":
        return f"{quantity.value}-{quantity.value * 10}"
    return f"{quantity.value}-{quantity.value_max}" if quantity.value_max is not None else str(quantity.value)


def _change(sentence: Sentence, quantity: Quantity, moved: Moved | None) -> str:
    """The bench marks a step under a verb or "up" and "down" as a change; "a 3 percent drop" and "3% less" it leaves level."""
    verbal = (
        moved is not None
        and moved.role == "by"
        and (sentence.tokens[moved.token].pos == "VERB" or sentence.tokens[moved.token].text.lower() in ("up", "down"))
    )
    if sentence.text[quantity.start :].lower().startswith("just under"):
        return "<"
    if moved and verbal and quantity.value_max is None and quantity.comparator in (None, "about", "nearly"):
        return "up" if moved.change.sign > 0 else "down"
    return CHANGE.get(quantity.comparator or "", "=")


def _unit(sentence: Sentence, quantity: Quantity) -> str:
    unit = quantity.unit
    if unit is not None:
        name = MONEY.get(unit) or {"percent": "percentage"}.get(unit, unit.lower())
        return f"{name} per {quantity.per}" if quantity.per else name
    if _is_age(sentence, quantity):
        return "year of age"
    noun = counted_noun(sentence, quantity)
    if noun is None:
        return "-"
    name = _phrase(sentence, quantity, noun)
    return f"% {name}" if quantity.numeral.kind == "fraction" else name


def _phrase(sentence: Sentence, quantity: Quantity, noun: int) -> str:
    start = next((t.i for t in sentence.tokens if t.start >= quantity.number_end), noun)
    own = [t for t in sentence.tokens[start:noun] if t.pos in ("NOUN", "PROPN", "ADJ") and t.dep in ("compound", "amod", "nmod")]
    return " ".join(t.lemma.lower() for t in [*own, sentence.tokens[noun]])


def _is_age(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Senard, 65, now faces"."""
    before, after = sentence.text[: quantity.start], sentence.text[quantity.end :]
    between_commas = before.endswith(", ") and before[:-2][-1:].isalpha() and after.startswith(",")
    return between_commas and quantity.value < 110 and quantity.numeral.digits

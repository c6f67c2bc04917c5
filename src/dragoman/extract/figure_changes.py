"""How a quantity moves: the word of change that governs it, and whether it is the step, the level reached or the level left."""

from dataclasses import dataclass, replace

from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Change, Measures
from dragoman.records import Sentence, Token
from dragoman.text.numerals import Numeral

ROLES = {"by": "by", "to": "to", "from": "from", "at": "to", "of": "by", "until": "to", "with": "by"}
# Words that may stand between a quantity and the word of change: "rose by a further 5%", "a growth rate of 5%".
THROUGH = frozenset({
    "a", "an", "the", "its", "their", "his", "another", "about", "further", "record", "as", "much", "between",
    "rate", "rates", "pace", "us", "u.s.", "'", '"', "“", "‘", "~", "-", "–",
})  # fmt: skip
# Words of time may too: "rose last year by 5%".
TIME_WORDS = frozenset({
    "year", "month", "quarter", "half", "week", "day", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "year-on-year", "yoy", "q1", "q2", "q3", "q4", "annually", "period", "in",
    "over", "during", "on", "last", "this", "first", "second", "third", "fourth", "previous", "same",
})  # fmt: skip
COMPARING = frozenset({
    "more", "less", "fewer", "greater", "larger", "bigger", "smaller", "higher", "lower", "cheaper", "above",
    "below",
})  # fmt: skip
AMBIGUOUS = frozenset({"more", "less", "fewer", "above", "below"})
APPOSED = frozenset({"or", "i.e.", "that is", "", "or about", "or by"})
CLIMBED = frozenset({
    "nummod", "pobj", "prep", "npadvmod", "dobj", "quantmod", "compound", "amod", "advmod", "attr", "nmod", "acomp",
    "appos", "agent", "prt", "pcomp",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moved:
    """The word of change over a quantity. role: by (a step), to (the level reached), from (the level left)."""

    change: Change
    token: int
    role: str
    compares: bool = False  # "three-quarters less than": a comparison, no move in time


def find_changes(sentence: Sentence, quantities: list[Quantity], words: Measures) -> list[Moved | None]:
    """For each quantity what moves it, None for a plain level.

    "rose by 33% to $5 billion from $3.8 billion": by, to and from, all under "rose".
    """
    moved: list[Moved | None] = []
    for quantity in quantities:
        if quantity.kind in ("ordinal", "age", "time"):
            moved.append(None)
            continue
        found = _before(sentence, quantity, quantities, moved, words) or _behind(sentence, quantity, words)
        moved.append(found or _above(sentence, quantity, words))
    return moved


def with_multiples(
    sentence: Sentence, quantities: list[Quantity], moved: list[Moved | None], words: Measures
) -> tuple[list[Quantity], list[Moved | None]]:
    """The same with verbs that are a quantity themselves, where no number hangs on them: "imports halved"."""
    taken = {m.token for m in moved if m}
    pairs = list(zip(quantities, moved, strict=True))
    for token in sentence.tokens:
        moves = token.pos == "VERB" and token.tag != "VBG" and token.i not in taken
        change = change_at(sentence, token.i, words) if moves else None
        if change is not None and change.times is not None:
            numeral = Numeral(token.start - sentence.start, token.end - sentence.start, change.times, "multiple")
            ahead = words.bound_before.search(sentence.text[max(0, numeral.start - 24) : numeral.start])
            bound = words.bounds.get(ahead[0].strip().lower()) if ahead else None  # "more than doubled"
            doubled = replace(_from_verb(token, change.times, numeral), comparator=bound if bound != "exactly" else None)
            pairs.append((doubled, Moved(change, token.i, "by")))
    pairs.sort(key=lambda pair: pair[0].start)
    return [q for q, _ in pairs], [m for _, m in pairs]


def _from_verb(verb: Token, times: float, numeral: Numeral) -> Quantity:
    return Quantity(
        verb.start, verb.end, verb.start, verb.end, times, None, "multiple", None, None, verb.i, verb.i, None, numeral
    )  # fmt: skip


def change_at(sentence: Sentence, i: int, words: Measures) -> Change | None:
    """The change that a word means, if any: "rose", "a decline", "up"."""
    token = sentence.tokens[i]
    said = token.text.lower()
    after = sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else ""
    for change in words.changes:
        if token.pos == "VERB" and (token.lemma in change.verbs or f"{token.lemma} {after}" in change.verbs):
            return change
        if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in change.nouns:
            return change
        if said in change.adverbs and token.pos not in ("VERB", "NOUN") and token.dep != "prt":
            return change
    return None


def _before(
    sentence: Sentence, quantity: Quantity, quantities: list[Quantity], moved: list[Moved | None], words: Measures
) -> Moved | None:
    """Reads leftwards from the quantity: a preposition, adverbs and times may stand between it and the word of change."""
    tokens = sentence.tokens
    i = next((t.i for t in tokens if t.end > quantity.start), quantity.first) - 1
    role, steps = None, 0
    while i >= 0 and steps < 9:
        token = tokens[i]
        said = token.text.lower()
        counted = token.pos == "NOUN" and i > 0 and change_at(sentence, i, words) is None  # "lost 190 | points, or 0.6%"
        at = tokens[i - 1].start if counted else token.start
        earlier = next((n for n, q in enumerate(quantities[: len(moved)]) if q.start <= at < q.end), None)
        if earlier is not None:
            chained = moved[earlier]
            if chained is None or (role is None and not _is_apposed(sentence, quantities[earlier], quantity)):
                return None
            return Moved(chained.change, chained.token, role or chained.role)
        change = change_at(sentence, i, words)
        if change is not None and not (said in AMBIGUOUS and role is None):
            if token.pos == "NOUN" and role is None:
                return None
            return Moved(change, i, role or ("by" if change.times is None else "to"))
        if role is None and said in ROLES:
            role = ROLES[said]
        elif (said == "or" and role is None) or said == "(":
            pass
        elif (
            not (
                token.pos in ("ADV", "NUM", "PUNCT")
                or _is_particle(sentence, i, words)
                or said in THROUGH
                or _is_time(sentence, i)
            )
            or said in ";:"
        ):
            return None
        i, steps = i - 1, steps + 1
    return None


def _is_particle(sentence: Sentence, i: int, words: Measures) -> bool:
    """The "up" of "edged up 8 percent"."""
    verb = f"{sentence.tokens[i - 1].lemma} {sentence.tokens[i].text.lower()}" if i else ""
    return sentence.tokens[i].dep == "prt" and any(verb in change.verbs for change in words.changes)


def _is_apposed(sentence: Sentence, one: Quantity, two: Quantity) -> bool:
    """ "fell 190 points, or 0.6%"."""
    between = sentence.text[one.end - sentence.start : two.start - sentence.start].strip(" ,(")
    if one.unit is None and between not in APPOSED:  # the counted noun stands between
        between = between.partition(" ")[2].strip(" ,(")
    return between in APPOSED


def _is_time(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.lemma.lower() in TIME_WORDS or (token.text.isdigit() and len(token.text) == 4)


def _behind(sentence: Sentence, quantity: Quantity, words: Measures) -> Moved | None:
    """ "a 33 percent rise", "12% more than", "$2bn lower", "three-quarters less"."""
    tokens = sentence.tokens
    start = next((t.i for t in tokens if t.start >= quantity.end), len(tokens))
    for i in range(start, min(start + 4, len(tokens))):
        change = change_at(sentence, i, words)
        token, said = tokens[i], tokens[i].text.lower()
        if change is not None and token.pos != "VERB" and change.times is None:
            if token.pos in ("NOUN", "PROPN") and quantity.kind not in ("share", "money", "physical", "multiple"):
                return None
            if said in AMBIGUOUS and not _compares(sentence, i, quantity):
                return None
            return Moved(change, i, "by", said in COMPARING)
        may_stand = token.pos in ("ADJ", "ADV", "PUNCT") and token.text not in ",;:()."
        if not may_stand and token.lemma not in ("year", "annual", "month", "on", "-"):
            return None
    return None


def _compares(sentence: Sentence, i: int, quantity: Quantity) -> bool:
    """Is "more" a comparison of the share: "12% more (gas) than in May", not "three more ships"?"""
    ahead = [t.text.lower() for t in sentence.tokens[i + 1 : i + 3]]
    return quantity.kind in ("share", "money", "time", "physical") or "than" in ahead


def _above(sentence: Sentence, quantity: Quantity, words: Measures) -> Moved | None:
    """Climbs the tree: "grew in real terms by 4%"; stops at any other verb."""
    tokens = sentence.tokens
    i, role, of = quantity.token, None, False
    for _ in range(5):
        token = tokens[i]
        if token.dep not in CLIMBED or token.head == i:
            return None
        if token.dep == "prep" and token.text.lower() not in ROLES:
            return None
        if token.dep == "prep":
            said = token.text.lower()
            role, of = (ROLES[said], said == "of") if role is None or of else (role, False)  # "to a record of $5bn"
        i = token.head
        change = change_at(sentence, i, words)
        if change is not None and i < quantity.token:
            if role is None and (tokens[i].pos == "NOUN" or tokens[quantity.token].head != i):
                return None
            return Moved(change, i, role or "by")
        if tokens[i].pos in ("VERB", "AUX"):
            return None
    return None

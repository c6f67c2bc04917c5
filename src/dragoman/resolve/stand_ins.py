"""Names that stand for somebody else: capitals and seats that act."""

from dragoman.lexicon.name_tables import Form
from dragoman.records import Sentence, Token
from dragoman.resolve.cast import Cast
from dragoman.text import tree

LOCATING = frozenset(
    "in at to from near outside around toward towards into through via across over above inside throughout".split()
)
LOCATED = frozenset(
    "city town capital outskirts region suburb district province area airport east west north south streets".split()
)
MOTION = frozenset(
    "leave depart head set fly travel go shuttle commute sail return drive bound flight train road bus ferry".split()
)
SPEECH = frozenset(
    "call answer pressure support message demand criticism signal request warning invitation response reply order reaction "
    "protest complaint threat offer help aid assurance approval permission comment statement denial backing pushback word".split()
)
SPEAKING_TO = frozenset("speak talk appeal listen complain explain apologise apologize respond reply write signal".split())
PLACE_VERBS = frozenset(
    "visit leave reach enter tour capture shell bomb bombard strike attack seize take retake hit encircle flee".split()
)


def is_place(sentence: Sentence, first: int, last: int) -> bool:
    """Does the name of a town only say where, rather than who?

    "talks in Minsk", "visited Minsk" and "the Minsk summit" locate; "Minsk said", "Minsk's stance", "ties with Minsk" act.
    """
    head = tree.head_of_span(sentence, sentence.tokens[first].start, sentence.tokens[last].end)
    token = sentence.tokens[tree.first_conjunct(sentence, last if head is None else head)]
    governor = sentence.tokens[token.head]
    if token.dep == "pobj":
        if governor.lemma == "of":
            of = sentence.tokens[governor.head]
            return of.lemma in LOCATED or of.pos == "PROPN"
        return _is_way(sentence.tokens[governor.head].lemma, governor.lemma)
    if token.dep == "dobj":
        given = any(sentence.tokens[k].pos == "NOUN" and k > last for k in tree.children(sentence, governor.i, "dobj"))
        return governor.lemma in PLACE_VERBS and not given and not _is_given(sentence, last)
    if first and _is_told(sentence.tokens[first - 1]):
        return False
    if token.dep == "poss":
        return governor.lemma in LOCATED
    taken_for_noun = governor.pos in ("VERB", "AUX") or (first == 0 and governor.dep == "ROOT")
    if token.dep in ("compound", "amod") and token.head == last + 1 and taken_for_noun:
        return False  # "Bern regrets that", parsed as if the town described the verb
    if token.dep == "npadvmod":  # "Moscow-led"
        return governor.tag != "VBN"
    return token.dep not in ("nsubj", "nsubjpass", "agent", "dative", "conj", "csubj")


def _is_given(sentence: Sentence, last: int) -> bool:
    """Does a noun with its article follow the name at once: "had left Rome no choice"?"""
    after = sentence.tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text.lower() in ("no", "a", "an", "little", "few") and after[1].pos in ("NOUN", "ADJ")


def _is_told(before: Token) -> bool:
    """Does a verb stand right before the name, and none of going or striking: "warned Washington", "grants Oslo rights"?"""
    return before.tag in ("VBD", "VBZ", "VB", "VBG", "VBN", "VBP") and before.lemma not in PLACE_VERBS | MOTION


def _is_way(governor: str, preposition: str) -> bool:
    """Does a preposition say where, or where to: "left for Amman", "flights between Rome and Tunis", not "calls from Lima"?"""
    if preposition in ("for", "between"):
        return governor in MOTION
    if preposition == "to" and governor in SPEAKING_TO:
        return False
    return preposition in LOCATING and not (preposition == "from" and governor in SPEECH)


def choose_form(cast: Cast, forms: tuple[Form, ...], sentence: Sentence, first: int, last: int) -> Form | None:
    """One reading of a name with several: a town that acts is its state, one that locates is a place."""
    surface = sentence.text[sentence.tokens[first].start - sentence.start : sentence.tokens[last].end - sentence.start]
    stands = [f for f in forms if f.form in ("capital", "seat")]
    located = [f for f in forms if f.form == "place"]
    direct = [f for f in forms if f.form in ("name", "demonym", "epithet")]
    if direct and not stands:
        return direct[0] if len({f.entity for f in direct}) == 1 else _named_on_page(cast, direct, surface)
    if stands and not is_place(sentence, first, last):
        return _preferred(stands)
    if (located and stands) or located:
        return located[0]
    return direct[0] if direct else None


def _named_on_page(cast: Cast, forms: list[Form], surface: str) -> Form | None:
    """The one of several whom the page names beyond doubt elsewhere: "Congolese" beside "Kinshasa", "Congo" beside "Goma".

    Where it names none of them, the one whom the words call usual.
    """
    named = [f for f in forms if cast.named[f.entity]] or [f for f in forms if f.entity in cast.countries_named]
    named = named or [f for f in forms if f.entity == cast.names.usual.get(surface)]
    return named[0] if len({f.entity for f in named}) == 1 else None


def _preferred(forms: list[Form]) -> Form | None:
    """A seat before a capital ("Brussels" is the Union before it is Belgium); otherwise two readings are none."""
    seats = [f for f in forms if f.form == "seat"] or forms
    return seats[0] if len({f.entity for f in seats}) == 1 or seats is not forms else None

"""Since when somebody holds his office: "President Arévalo, who took office on January 15", "since he assumed power"."""

from collections.abc import Iterator

from dragoman.extract.relation_around import Around, Side
from dragoman.extract.relation_bearer import leading_office
from dragoman.extract.relation_found import Found
from dragoman.extract.relation_offices import office_frame
from dragoman.extract.relation_sides import subject_sides
from dragoman.extract.relation_status import validity
from dragoman.lexicon.names import Names
from dragoman.records import Sentence
from dragoman.text import tree

ENTERS = {
    "take": frozenset({"office", "power"}),
    "assume": frozenset({"office", "power", "presidency", "premiership"}),
    "enter": frozenset({"office"}),
    "come": frozenset({"power", "office"}),
    "swear": frozenset({"in"}),
    "ascend": frozenset({"throne"}),
    "inaugurate": frozenset(),
}


def terms_begun(around: Around, sentence: Sentence, names: Names) -> Iterator[Found]:
    """Offices that a sentence dates: he who enters one holds what his title on the page, or the tables, say."""
    for token in sentence.tokens:
        if token.pos != "VERB" or token.lemma.lower() not in ENTERS:
            continue
        entered = _entered(sentence, token.i)
        if entered is None:
            continue
        words = tree.clause_words(sentence, token.i)
        if validity(around, sentence, tuple(words), frozenset({token.i}), "asserted", True)[0] is None:
            continue
        for who in (side for side in subject_sides(around, sentence, token.i) if side.kind == "person"):
            held = leading_office(around, names, around.entities[who.entity])
            if held is not None:
                body = Side(-1, held[1], "state")
                yield Found(office_frame(held[0], "asserted", begins=True), who, body, entered, token.i, tuple(words))


def _entered(sentence: Sentence, verb: int) -> int | None:
    """The word that completes a verb to the beginning of an office: "took office", "came to power", "was sworn in"."""
    needed = ENTERS[sentence.tokens[verb].lemma.lower()]
    if not needed:
        return verb if tree.is_passive(sentence, verb) else None
    near = [*tree.objects(sentence, verb), *tree.after_preposition(sentence, verb, "to"), *tree.children(sentence, verb, "prt")]
    near += tree.children(sentence, verb, "prep") if "in" in needed else []
    return next((k for k in near if sentence.tokens[k].lemma.lower() in needed), None)

"""Which states and people are in view at a place of a text: the sentence so far, then the ones before it."""

from collections.abc import Callable, Iterator

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, state_of
from dragoman.resolve.stand_ins import LOCATED, LOCATING
from dragoman.text import tree

GROUND = frozenset("border coast soil territory water airspace desert side village frontier shore island land".split())
Wanted = Callable[[Reference], str | None]


def is_located(cast: Cast, reference: Reference) -> bool:
    """Does the reference only say where: "in North Macedonia"?"""
    if reference.entity.kind == "place":
        return True
    if reference.entity.kind != "state":
        return False
    sentence = cast.sentences[reference.sentence]
    head = tree.head_of_span(sentence, reference.mention.start, reference.mention.end)
    token = sentence.tokens[tree.first_conjunct(sentence, head)] if head is not None else None
    if reference.mention.form == "demonym":  # "the Iraqi border"
        return token is not None and sentence.tokens[token.head].lemma in LOCATED | GROUND
    return (
        token is not None
        and token.dep == "pobj"
        and sentence.tokens[token.head].lemma in LOCATING - {"to", "from", "with", "above", "over"}
    )


def state_in(cast: Cast) -> Wanted:
    """The state that a reference stands for: itself, its people, its offices; nothing for places."""
    return lambda r: None if is_located(cast, r) or r.entity.kind in ("media", "place") else state_of(r.entity)


def windows(cast: Cast, place: int, number: int, wanted: Wanted, back: int = 3) -> Iterator[list[str]]:
    """What is in view in the sentence before a place, then with the sentence before it added, and so on; nearest first."""
    found: list[str] = []
    for now in range(number, max(-1, number - back - 1), -1):
        here = [r for r in cast.references if r.sentence == now and r.mention.end <= place]
        for reference in sorted(here, key=lambda r: r.mention.start, reverse=True):
            said = wanted(reference)
            if said is not None and said not in found:
                found.append(said)
        yield list(found)


def state_in_view(cast: Cast, place: int, number: int) -> Entity | None:
    """The one state that the sentence speaks of before a place, else the sentence before; None when there are two."""
    for seen in windows(cast, place, number, state_in(cast), back=2):
        if seen:
            return cast.names.entity(seen[0]) if len(seen) == 1 else None
    return None


def state_with(cast: Cast, place: int, number: int, has: Callable[[str], bool]) -> Entity | None:
    """The one state in view of which something is true: "the emir" where Qatar and Israel are named; None when two are."""
    for seen in windows(cast, place, number, state_in(cast)):
        fitting = [who for who in seen if has(who)]
        if fitting:
            return cast.names.entity(fitting[0]) if len(fitting) == 1 else None
    return None


def subject_state(cast: Cast, sentence: Sentence, number: int, token: Token) -> Entity | None:
    """The state of the subject of a word's clause: "Sogavare told parliament" is the parliament of his country."""
    subject = tree.subject(sentence, tree.clause_head(sentence, token.i))
    if subject is None or subject == token.i:
        return None
    at = sentence.tokens[subject]
    said = {s for r in cast.references if r.mention.start <= at.start < r.mention.end and (s := state_of(r.entity))}
    return cast.names.entity(said.pop()) if len(said) == 1 else None

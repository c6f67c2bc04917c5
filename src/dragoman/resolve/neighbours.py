"""its neighbour, the neighbouring country: the one state in view that borders the other."""

from dragoman.records import Entity, Sentence, Token
from dragoman.resolve.cast import Cast, state_of
from dragoman.resolve.views import state_in, windows
from dragoman.text import tree

NEIGHBOUR = frozenset({"neighbour", "neighbor"})
BORDERING = frozenset({"neighbouring", "neighboring", "adjoining", "bordering"})
ANOTHER = frozenset("other another foreign third host same first whole only own different west western each every".split())


def is_neighbour(sentence: Sentence, token: Token) -> bool:
    """Is the noun "neighbour", or a country called neighbouring?"""
    return token.lemma.lower() in NEIGHBOUR or bool(adjectives(sentence, token) & BORDERING)


def adjectives(sentence: Sentence, token: Token) -> set[str]:
    """The words that describe a noun."""
    return {sentence.tokens[k].text.lower() for k in tree.children(sentence, token.i, "amod", "compound", "det", "nummod")}


def add_neighbour(cast: Cast, sentence: Sentence, number: int, token: Token, start: int) -> None:
    """The state that borders the owner's or the subject's; nobody when two do."""
    home = _home(cast, sentence, number, token)
    for seen in windows(cast, token.start, number, state_in(cast), back=3) if home else ():
        beside = [who for who in seen if who != home and who in cast.names.neighbours.get(home, ())]
        if beside:
            state = cast.names.entity(beside[0]) if len(beside) == 1 else None
            if state is not None:
                cast.add(sentence, number, start, token.end, state, "description", "neighbours#borders", 0.65)
            return


def _home(cast: Cast, sentence: Sentence, number: int, token: Token) -> str:
    """The state whose neighbour is meant: the owner, the subject of the clause, else who was the subject last."""
    for k in tree.children(sentence, token.i, "poss"):
        at = sentence.tokens[k].start
        said = {s for r in cast.references if r.mention.start <= at < r.mention.end and (s := state_of(r.entity))}
        return said.pop() if len(said) == 1 else ""
    acting = [r for r in cast.before(token.start, _is_state, within=2, now=number) if r.is_subject]
    if acting:
        return state_of(acting[0].entity) or ""
    return ""


def _is_state(entity: Entity) -> bool:
    return entity.kind == "state"

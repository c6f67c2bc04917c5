"""Whose a noun is: "his government", "the government in Bamako", "the Putin administration"."""

from dragoman.records import Entity, Sentence, Token
from dragoman.resolve.cast import Cast, state_of
from dragoman.text import tree


def owner_state(cast: Cast, sentence: Sentence, number: int, token: Token) -> Entity | None:
    """The state of "his government", "the government in Bamako"."""
    for k in tree.children(sentence, token.i, "compound"):  # "the Putin administration"
        named = [r.entity for r in cast.references if r.mention.start <= sentence.tokens[k].start < r.mention.end]
        if named and named[0].kind == "person":
            return _state(cast, named[0].country)
    for k in tree.children(sentence, token.i, "poss"):
        at = sentence.tokens[k].start
        said = [
            r.entity
            for r in cast.references
            if r.mention.start <= at < r.mention.end and r.mention.form in ("pronoun", "description")
        ]
        return _state(cast, state_of(said[0]) if len({e.id for e in said}) == 1 else None)
    for place in tree.after_preposition(sentence, token.i, "of"):  # "the government of Luis Arce"
        at = sentence.tokens[place].start
        led = [r.entity for r in cast.references if r.mention.start <= at < r.mention.end and r.entity.kind == "person"]
        if led:
            return _state(cast, led[0].country)
    return state_at(cast, sentence, number, token)


def state_at(cast: Cast, sentence: Sentence, number: int, token: Token) -> Entity | None:
    """The state whose capital the noun is in: "the authorities in Kigali", "a spokesman in Nairobi"."""
    beside = [token.i + 2] if [t.text for t in sentence.tokens[token.i + 1 : token.i + 2]] == ["in"] else []
    for place in [*tree.after_preposition(sentence, token.i, "in"), *beside]:  # whatever the parser ties the town to
        if place >= len(sentence.tokens):
            continue
        last = sentence.tokens[place].end
        near = sorted(
            (r for r in cast.references if r.sentence == number and r.mention.end == last), key=lambda r: r.mention.start
        )
        for reference in near:
            capital_of = [f.entity for f in cast.names.forms.get(reference.mention.text, ()) if f.form == "capital"]
            if capital_of or reference.entity.kind == "state":
                return cast.names.entity(capital_of[0] if capital_of else reference.entity.id)
    return None


def _state(cast: Cast, country: str | None) -> Entity | None:
    return cast.names.entity(country) if country else None

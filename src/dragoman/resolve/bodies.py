"""Bodies that no table knows: what the words of their names say of kind, sector and state."""

from dragoman.lexicon.name_tables import slug
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast, role_entity, state_of
from dragoman.resolve.views import state_in_view, subject_state

JOINS = ("", "'s", "’s", "'", "’")


def body_named(cast: Cast, sentence: Sentence, number: int, first: int, printed: str) -> Entity:
    """An organisation by its name; a role with capitals is that of the state in view: "the Senate", "the Foreign Office".

    "Kenya Ports Authority" is of Kenya, "Spain's Banco de Prueba" too of the state before it; a "Party" is PTY.
    """
    role = cast.names.roles.get(printed.lower())
    token = sentence.tokens[first]
    state = (state_in_view(cast, token.start, number) or subject_state(cast, sentence, number, token)) if role else None
    if role is not None and state is not None and state.kind == "state":
        return role_entity(state, role.role, role.sector, role.kind, printed)
    words = printed.split()
    head = cast.names.heads.get(" ".join(words[-2:])) or cast.names.heads.get(words[-1])
    if head is None and (opening := cast.names.heads.get(words[0])) is not None and opening.first:
        head = opening
    return Entity(
        id=f"org:{slug(printed)}", name=printed, kind=head.kind if head else "organisation",
        country=country_of_name(cast, printed) or country_before(cast, token.start),
        sector=head.sector if head else None, listed=False,
    )  # fmt: skip


def country_of_name(cast: Cast, printed: str) -> str | None:
    """The one state that a name holds: "Kenya Ports Authority", "University of Nairobi", "Ukrainian Railways"."""
    found = set()
    for hit in cast.names.scan(printed):
        for form in hit.forms:
            entity = cast.names.entity(form.entity)
            if entity is not None and form.form in ("name", "demonym", "capital", "place") and entity.kind in ("state", "place"):
                found.add(state_of(entity))
    return found.pop() if len(found) == 1 else None


def country_before(cast: Cast, start: int) -> str | None:
    """The state named right before: "Spain's ...", "the Turkish ..."."""
    for reference in cast.references:
        near = reference.mention.end <= start < reference.mention.end + 4 and reference.entity.kind == "state"
        if near and cast.document.text[reference.mention.end : start].strip() in JOINS:
            return state_of(reference.entity)
    return None

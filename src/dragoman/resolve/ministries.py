"""Names that ministries of several states share: "the Ministry of External Affairs", "the Foreign Office in Islamabad"."""

from dragoman.lexicon.name_tables import slug
from dragoman.lexicon.name_words import Ministry
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import Cast, role_entity, state_of
from dragoman.resolve.owners import state_at
from dragoman.resolve.views import state_in, windows

JOINS = frozenset({"", "'s", "’s", "'", "’", "federal", "'s federal", "’s federal"})
OF = frozenset({"of", "of the", "in"})


def add_ministry(cast: Cast, sentence: Sentence, number: int, first: int, last: int) -> None:
    """A ministry by its name alone, as an organ of the state that its name, the town beside it or the page tells."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    printed = cast.document.text[start:end]
    ministry = cast.names.ministries.get(printed.replace("\n", " ").replace("’", "'"))
    if ministry is None or any(r.mention.start < end and r.mention.end > start for r in cast.references):
        return
    if _is_of_state_after(cast, sentence, last):
        return  # "the Ministry of Defence of Ghana" is read with the state
    state = (
        _before(cast, start)
        or state_at(cast, sentence, number, sentence.tokens[first])
        or _in_view(cast, start, number, ministry)
    )
    role = cast.names.roles.get(ministry.role)
    if state is not None and role is not None and state.kind == "state":
        entity = role_entity(state, role.role, role.sector, role.kind, printed)
        cast.add(sentence, number, start, end, entity, "name", f"{ministry.rule}#ministry", 0.85)


def _is_of_state_after(cast: Cast, sentence: Sentence, last: int) -> bool:
    """Does "of" and a state follow?"""
    after = sentence.tokens[last + 1 : last + 4]
    if not after or after[0].lemma != "of":
        return False
    at = next((t.start - sentence.start for t in after[1:] if t.lemma != "the"), -1)
    return any(h.start == at and any(f.form == "name" for f in h.forms) for h in cast.names.scan(sentence.text))


def _before(cast: Cast, start: int) -> Entity | None:
    """The state named right before: "Mozambique's Ministry of Transport"."""
    for reference in cast.references:
        between = cast.document.text[reference.mention.end : start].strip()
        if reference.mention.end <= start and start - reference.mention.end < 16 and between in JOINS:
            state = state_of(reference.entity)
            if reference.entity.kind == "state" and state:
                return cast.names.entity(state)
    return None


def _in_view(cast: Cast, start: int, number: int, ministry: Ministry) -> Entity | None:
    """The one state in view that has a ministry of that name; the only state that has one, where none is in view."""
    for seen in windows(cast, start, number, state_in(cast), back=3):
        fitting = [who for who in seen if not ministry.states or who in ministry.states]
        if fitting:
            return cast.names.entity(fitting[0]) if len(fitting) == 1 else None
    if not ministry.states:
        return only_state_named(cast)
    named = [who for who in ministry.states if cast.named[who]] or list(ministry.states)
    return cast.names.entity(named[0]) if len(named) == 1 else None


def only_state_named(cast: Cast) -> Entity | None:
    """The one state of which the whole page speaks, its dateline counted: "(Accra) The Finance Ministry said"."""
    known = (cast.names.entity(who) for who in (*cast.named, *cast.towns))
    states = {s for e in known if e is not None and e.kind != "media" and (s := state_of(e))}
    place = cast.names.entity(f"place:{slug(cast.document.place)}") if cast.document.place else None
    states |= {place.country} if place is not None and place.country else set()
    return cast.names.entity(states.pop()) if len(states) == 1 else None

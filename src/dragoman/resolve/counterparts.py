"""his Chinese counterpart, the guest: the one across the table."""

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast
from dragoman.resolve.pairs import main_pair
from dragoman.text import tree

COUNTERPARTS = frozenset({"counterpart", "counterparts"})
OTHERS = frozenset({"guest", "host", "visitor", "interlocutor"})
AT_HOME = frozenset({"host", "guest", "visitor"})
MEETING = ("foreign_minister", "defence_minister", "head_of_state", "head_of_government", "finance_minister")


def add_other_side(cast: Cast, sentence: Sentence, number: int, token: Token) -> None:
    """The person of the other state: of a pair that meets, else who holds the same office there."""
    if token.i + 1 < len(sentence.tokens) and sentence.tokens[token.i + 1].tag == "NNP":
        return  # the name that follows says who
    start = sentence.tokens[min([token.i, *tree.children(sentence, token.i, "det", "poss", "amod", "compound")])].start
    states = _states_said(cast, sentence, token, start)
    person, rule = _beside(cast, sentence, number, token), "counterparts#apposition"
    if person is None and len(states) == 1 and token.text.lower() in COUNTERPARTS:
        person, rule = _same_office(cast, token, sentence, next(iter(states))), "counterparts#office"
    if person is None and token.text.lower() in AT_HOME:
        person, rule = _by_place(cast, token, start, number), "counterparts#host"
    if person is None:
        person, rule = _of_pair(cast, number, start, states), "counterparts#pair"
    if person is not None and _fits(person, states):
        cast.add(sentence, number, start, token.end, person, "description", rule, 0.7)


def _fits(person: Entity, states: set[str]) -> bool:
    return not states or person.country in states


def _states_said(cast: Cast, sentence: Sentence, token: Token, start: int) -> set[str]:
    """The states of "his Chinese counterpart", "his counterpart in Oman"."""
    states = {r.entity.id for r in cast.references if start <= r.mention.start < token.end and r.entity.kind == "state"}
    for place in tree.after_preposition(sentence, token.i, "in", "from"):
        at = sentence.tokens[place]
        for r in cast.references:
            if r.mention.start <= at.start < r.mention.end:
                capital_of = {f.entity for f in cast.names.forms.get(r.mention.text, ()) if f.form == "capital"}
                states |= {r.entity.id} if r.entity.kind == "state" else capital_of
    return states


def _beside(cast: Cast, sentence: Sentence, number: int, token: Token) -> Entity | None:
    """The name in apposition: "his Emirati counterpart, Mohamed bin Zayed", "with Fuad Hussein, his counterpart"."""
    owner = tree.children(sentence, token.i, "poss")
    start = sentence.tokens[min([token.i, *owner])].start
    for r in cast.references:
        if r.entity.kind == "person" and r.mention.form == "name" and cast.document.text[r.mention.end : start] == ", ":
            return r.entity
    for place in tree.children(sentence, token.i, "appos"):
        at = sentence.tokens[place].start
        for r in cast.references:
            if r.sentence == number and r.mention.start <= at < r.mention.end and r.entity.kind == "person":
                return r.entity
    return None


def _of_pair(cast: Cast, number: int, start: int, states: set[str]) -> Entity | None:
    subject = next((r.entity for r in cast.before(start, lambda e: e.kind == "person", within=0, now=number)), None)
    pair = main_pair(cast, "person")
    fitting = [p for p in pair if (p.country in states if states else subject is not None and p.id != subject.id)]
    return fitting[0] if len(fitting) == 1 else None


def _by_place(cast: Cast, token: Token, start: int, number: int) -> Entity | None:
    """Who of two is at home where the page says that they met: "received Sisi in Ankara ... the host said"; the guest is not."""
    met = dict.fromkeys(
        r.entity.id for r in cast.references if r.mention.end <= start and _is_leader(r) and number - r.sentence <= 4
    )
    places = {r.entity.country for r in cast.references if r.mention.end <= start and r.entity.kind == "place"} - {None}
    if len(met) != 2 or len(places) != 1:
        return None
    here = places.pop()
    at_home = token.text.lower() == "host"
    found = [e for who in met if ((e := cast.entity(who)).country == here) == at_home]
    return found[0] if len(found) == 1 else None


def _is_leader(reference: Reference) -> bool:
    return reference.entity.kind == "person" and bool(reference.entity.roles or reference.entity.sector == "GOV")


def _same_office(cast: Cast, token: Token, sentence: Sentence, state: str) -> Entity | None:
    """Who holds in the other state the office of whom "his" means."""
    owner = tree.children(sentence, token.i, "poss")
    at = sentence.tokens[owner[0]].start if owner else token.start
    said = [r.entity for r in cast.references if r.mention.start <= at < r.mention.end and r.entity.kind == "person"]
    mine = (
        [t.office for t in cast.names.offices(said[-1].id) if t.office in MEETING and (cast.day is None or t.holds(cast.day))]
        if said
        else []
    )
    for office in MEETING:
        tenure = cast.names.holder(state, office, cast.day) if office in mine else None
        if tenure is not None:
            return cast.names.entity(tenure.person)
    return None

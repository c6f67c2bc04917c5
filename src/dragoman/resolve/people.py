"""Whom a surname or a title means: by an earlier full name, by office and country, by the day."""

from dragoman.lexicon.name_tables import Form, slug
from dragoman.records import Entity, Sentence
from dragoman.resolve.cast import TOP_OFFICES, Cast, state_of
from dragoman.text import tree

HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady gen general col colonel admiral president premier prime minister chancellor king queen "
    "prince princess emir sultan pope leader chief secretary senator ambassador envoy foreign defence defense deputy vice "
    "ayatollah sheikh imam comrade first interim acting former then ex current new late sgt lt capt maj cpl brig pvt adm "
    "cmdr sergeant lieutenant captain major corporal brigadier cardinal bishop archbishop rev professor prof judge justice "
    "rep sen gov governor mayor commander marshal vice-president king’s hon".split()
)
RECENT_YEARS = 3
LED = frozenset({"administration", "government", "cabinet", "presidency", "premiership"})


def meant_by_surname(
    cast: Cast, sentence: Sentence, first: int, last: int, forms: tuple[Form, ...]
) -> tuple[Entity, str, float] | None:
    """The person whom a surname stands for, with the rule and how sure; None when two readings stay.

    "Premier Li" is whoever held that office on the day; "Kim told reporters" is the Kim whom the page named in full.
    """
    surface = sentence.text[sentence.tokens[first].start - sentence.start : sentence.tokens[last].end - sentence.start]
    if _is_part_of_longer_name(cast, sentence, first, last):
        return None
    if (leader := _of_administration(cast, sentence, last, forms)) is not None:
        return leader, "people#administration", 0.85
    met = _met_by_now(cast, cast.introduced.get(surface, []))
    candidates = [e for f in forms if f.form == "surname" and (e := cast.names.entity(f.entity)) is not None]
    if len(met) == 1:
        return met[0], "people#introduced", 0.95
    titled = [e for e in (met or candidates) if _fits_title(cast, sentence, first, e)]
    if len(titled) == 1:
        return titled[0], "people#title", 0.9
    stated = [e for e in (titled or met or candidates) if e.country in _states_before(cast, sentence, first)]
    if len(stated) == 1:
        return stated[0], "people#country", 0.9
    leading = [e for e in met if _leads(cast, e)]
    if len(leading) == 1:  # "Kim" beside his sister, whom papers name in full
        return leading[0], "people#leading", 0.7
    if met:
        return None
    if surface in cast.names.common_surnames:
        leader = _leader_named_by_state(cast, candidates) if surface in cast.names.family_names else None
        return (leader, "people#in_office", 0.65) if leader is not None else None
    sitting = [e for e in candidates if _is_prominent(cast, e)]
    if len(sitting) > 1:
        sitting = [e for e in sitting if any(cast.named[t.of] for t in cast.names.offices(e.id))]
    if len(sitting) == 1:
        return sitting[0], "people#in_office", 0.75
    return None


def _leader_named_by_state(cast: Cast, candidates: list[Entity]) -> Entity | None:
    """The one with a frequent surname who leads a state that the page names: "Sanchez" on a page of Spain."""
    found = [e for e in candidates if _leads(cast, e) and cast.day is not None and e.country and cast.named[e.country]]
    return found[0] if len(found) == 1 else None


def _of_administration(cast: Cast, sentence: Sentence, last: int, forms: tuple[Form, ...]) -> Entity | None:
    """Who led a state about the day, of those with the surname: "the Bush administration", "the Meloni government"."""
    after = sentence.tokens[last + 1].text.lower() if last + 1 < len(sentence.tokens) else ""
    led = {t: f.entity for f in forms for t in cast.names.offices(f.entity) if t.office in TOP_OFFICES} if after in LED else {}
    now = {who for t, who in led.items() if t.holds(cast.day)}
    found = now or set(led.values())
    return cast.names.entity(found.pop()) if len(found) == 1 else None


def _met_by_now(cast: Cast, met: list[Entity]) -> list[Entity]:
    """Those whom the page has named so far, of several who share a surname; all of them before it named any."""
    if len(met) < 2:
        return met
    ids = {r.entity.id for r in cast.references}
    return [e for e in met if e.id in ids] or met


def _leads(cast: Cast, person: Entity) -> bool:
    """Does the person hold the highest offices on the day?"""
    return any(t.office in TOP_OFFICES and t.holds(cast.day) for t in cast.names.offices(person.id))


def _is_part_of_longer_name(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    before = sentence.tokens[first - 1] if first else None
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if after is not None and after.tag == "NNP" and after.text[:1].isupper() and after.entity in ("PERSON", "ORG"):
        return not _is_listed(cast, sentence, last + 1)
    if before is None or before.tag not in ("NNP", "NNPS") or not before.text[:1].isupper():
        return False
    word = before.text.rstrip(".").lower()
    return word not in HONORIFICS and before.text not in cast.names.titles and not _is_listed(cast, sentence, first - 1)


def _is_listed(cast: Cast, sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    return any(r.mention.start <= token.start < r.mention.end for r in cast.references) or any(
        h.start <= token.start - sentence.start < h.end for h in cast.names.scan(sentence.text)
    )


def title_before(cast: Cast, sentence: Sentence, first: int) -> tuple[str, ...]:
    """Offices that the title right before a name can be: "Premier", "Foreign Minister"."""
    for length in (4, 3, 2, 1):
        if first - length >= 0:
            offices = cast.titles.get(" ".join(t.text for t in sentence.tokens[first - length : first]).lower())
            if offices is not None:
                return offices
    return ()


def _fits_title(cast: Cast, sentence: Sentence, first: int, person: Entity) -> bool:
    offices = title_before(cast, sentence, first)
    tenures = [t for t in cast.names.offices(person.id) if t.office in offices]
    states = _states_before(cast, sentence, first)
    if states:
        tenures = [t for t in tenures if t.of in states]
    return any(t.holds(cast.day) for t in tenures)


def _states_before(cast: Cast, sentence: Sentence, first: int) -> set[str]:
    """States named in the six words before a name, as possessor or adjective: "Belarus' Lukashenko", "Chinese Premier Li"."""
    low = sentence.tokens[max(0, first - 6)].start
    here = sentence.tokens[first].start
    near = [r for r in cast.references if low <= r.mention.start < here and r.mention.form in ("name", "demonym", "metonym")]
    return (
        {s for r in near if r.entity.kind == "state" and (s := state_of(r.entity))} if _leads_to(sentence, near, first) else set()
    )


def _leads_to(sentence: Sentence, near: list, first: int) -> bool:  # type: ignore[type-arg]
    if not near:
        return False
    start = max(r.mention.end for r in near)
    between = [t for t in sentence.tokens if start <= t.start < sentence.tokens[first].start]
    return all(t.text in ("'s", "’s", "'", "’", "-", "and") or t.pos in ("NOUN", "PROPN", "ADJ") for t in between)


def _is_prominent(cast: Cast, person: Entity) -> bool:
    """In office on the page's day or a few years around it; without a day: in office now or lately."""
    tenures = cast.names.offices(person.id)
    if cast.day is None:
        return any(t.end is None for t in tenures)
    return any(
        (t.start is None or t.start.year - 1 <= cast.day.year) and (t.end is None or cast.day.year - t.end.year <= RECENT_YEARS)
        for t in tenures
    )


def unlisted_person(cast: Cast, sentence: Sentence, first: int, last: int, printed: str) -> Entity:
    """Somebody whom no table knows: identified by full name, and by the state that the words before the name give."""
    single = len(printed.split()) == 1
    id_ = f"person:{slug(printed)}" + (f":{cast.document.id[-6:]}" if single else "")
    if id_ in cast.told:
        return cast.told[id_]
    states = _states_before(cast, sentence, first)
    country = states.pop() if len(states) == 1 else None
    country = country or (only_state_of_page(cast, sentence, first) if not states else None)
    role = _role_before(cast, sentence, first)
    return Entity(id=id_, name=printed, kind="person", country=country, sector=role, listed=False)


def only_state_of_page(cast: Cast, sentence: Sentence, first: int) -> str | None:
    """The state of "President Mwanawasa" on a page that names one state alone, and whose head on the day is not known."""
    offices = title_before(cast, sentence, first)
    role = cast.names.roles.get(sentence.tokens[first - 1].text.lower()) if first else None
    if not offices and (role is None or role.sector not in ("JUD", "MIL", "LEG", "GOV")):
        return None
    known = [e for who in cast.named if (e := cast.names.entity(who)) is not None]
    states = {s for e in known if e.kind != "media" and (s := state_of(e))}
    if len(states) != 1:
        return None
    state = states.pop()
    held = [cast.names.holder(state, office, cast.day) for office in offices] if cast.day is not None else []
    return None if any(held) else state


def _role_before(cast: Cast, sentence: Sentence, first: int) -> str | None:
    if title_before(cast, sentence, first):
        return "GOV"
    for length in (3, 2, 1):
        if first - length >= 0:
            printed = " ".join(t.text for t in sentence.tokens[first - length : first]).lower()
            if printed in cast.names.roles:
                return cast.names.roles[printed].sector
    return None


def governs_name(sentence: Sentence, word: int) -> bool:
    """Is the noun a title of a name that follows it: "leader Xi Jinping"?"""
    nxt = sentence.tokens[word + 1] if word + 1 < len(sentence.tokens) else None
    return nxt is not None and nxt.tag in ("NNP", "NNPS") and tree.first_conjunct(sentence, word) >= 0

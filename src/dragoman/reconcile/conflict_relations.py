"""Relations that contradict each other, or the tables of offices and memberships."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from dragoman.lexicon.names import Names
from dragoman.reconcile.calling import Calling, day, sentence, when
from dragoman.reconcile.groups import by_key, pairs
from dragoman.records.across import Conflict, Member
from dragoman.records.relation import Relation
from dragoman.text.ids import stable_id

SYMMETRIC = frozenset({"ally_of", "strategic_partner_of", "at_war_with", "shares_border_with"})
STATUS_OF = {"member_of": "member", "observer_of": "observer", "partner_of": "partner"}
OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
SINGLE = frozenset({*STATUS_OF, *OFFICES})
Side = list[Relation]
MOST = 20
DENIALS = {"recognised_by": "not_recognised_by", "not_recognised_by": "recognised_by"}


def relation_conflicts(relations: list[Relation], called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """The same relation since different years, or held by one page and denied by another at the same time.

    All rows that say the same stand on one side: ten pages against one are one conflict, not ten.
    """
    for _, group in sorted(by_key(sorted(relations, key=lambda r: r.id), _keys).items()):
        years = by_key(group, _year)
        for one, other in pairs(sorted(years.values(), key=lambda side: str(side[0].valid_from))):
            yield from _dated(one, other, called, origins)
        for side in years.values():
            months = by_key(side, lambda r: [r.valid_from[:7]] if r.valid_from and len(r.valid_from) > 4 else [])
            for one, other in pairs(sorted(months.values(), key=lambda side: str(side[0].valid_from))):
                yield from _dated(one, other, called, origins)
        yield from _denied(group, called, origins)


def _keys(relation: Relation) -> Iterator[tuple[str, ...]]:
    if relation.object is None:
        return
    sides = sorted((relation.subject, relation.object)) if relation.relation in SYMMETRIC else [relation.subject, relation.object]
    yield (min(relation.relation, DENIALS.get(relation.relation, relation.relation)), *sides)


def _year(relation: Relation) -> list[str]:
    """The year since which it is asserted to hold; none when it may have begun more than once, or nobody dates it."""
    dated = relation.relation in SINGLE and relation.status == "asserted" and relation.valid_from
    return [str(relation.valid_from)[:4]] if dated else []


def _dated(one: Side, other: Side, called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """Two beginnings of one relation, by pages of different origin."""
    if _origins(one, origins) & _origins(other, origins):
        return
    told = ", ".join(f"since {when(s[0].valid_from)} [{called.several(r.document for r in s)}]" for s in (one, other))
    yield Conflict(
        id=stable_id("cf", one[0].id, other[0].id), kind="date", slot=f"since when {said_of(one[0], called)}",
        members=_members(one, other), reason="other source",
        explanation=f"{sentence(said_of(one[0], called, 'has been'))} {told}: different sources.",
    )  # fmt: skip


def _denied(group: Side, called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """One relation asserted and denied within three months: "recognised by" against "not recognised by" as well."""
    against = [r for r in group if r.status == "denied" or r.relation.startswith("not_")]
    held = [r for r in group if r.status == "asserted" and not r.relation.startswith("not_")]
    near = [
        (a, b) for a, b in product(held[:MOST], against[:MOST])
        if a.as_of is not None and b.as_of is not None and abs((a.as_of - b.as_of).days) <= 92
        and not _origins([a], origins) & _origins([b], origins) and not (a.status == b.status == "denied")
    ]  # fmt: skip
    if not near:
        return
    said, (yes, no) = said_of(near[0][0], called), ([*dict.fromkeys(side)] for side in zip(*near, strict=True))
    told = ", ".join(f"{word} [{called.several(r.document for r in s)}]" for word, s in (("asserted", yes), ("denied", no)))
    last = max(r.as_of for r in (*yes, *no) if r.as_of is not None)
    yield Conflict(
        id=stable_id("cf", "state", yes[0].id, no[0].id), kind="state", slot=f"whether {said}", members=_members(yes, no),
        reason="other source", explanation=f"Whether {said}: {told} in {last:%B %Y}.",
    )  # fmt: skip


def _origins(side: Side, origins: dict[str, str]) -> set[str]:
    return {origins.get(relation.document, relation.document) for relation in side}


def _members(one: Side, other: Side) -> tuple[Member, ...]:
    return tuple(Member(table="relations", id=relation.id) for relation in (*one[:MOST], *other[:MOST]))


def said_of(relation: Relation, called: Calling, verb: str = "is") -> str:
    """ "Belarus is a member of the Shanghai Cooperation Organisation"."""
    return f"{called.entity(relation.subject)} {verb} {_words(relation)} {called.body(relation.object or '')}"


def _words(relation: Relation) -> str:
    """ "a member of"."""
    plain = relation.relation.replace("_", " ")
    article = "an " if relation.relation == "observer_of" else "a " if relation.relation in STATUS_OF else ""
    return f"{article}{plain}{' of' if relation.relation in OFFICES else ''}"


def reference_conflicts(relations: list[Relation], called: Calling, names: Names) -> Iterator[Conflict]:
    """Dates of memberships and offices that the tables of words/ give otherwise."""
    for relation in sorted(relations, key=lambda r: r.id):
        if relation.object is None or relation.valid_from is None:
            continue
        if relation.status == "asserted":
            yield from _against_table(relation, called, names)


def _against_table(relation: Relation, called: Calling, names: Names) -> Iterator[Conflict]:
    known = list(_rows(relation, names))
    if not known or any(_agrees(relation.valid_from or "", start) for start, _, _ in known):
        return
    start, table, row = known[0]
    said, page = said_of(relation, called), called.page(relation.document)
    told = f"{sentence(said_of(relation, called, 'has been'))} since {when(relation.valid_from)} [{page}]"
    yield Conflict(
        id=stable_id("cf", relation.id, row), kind="date", slot=f"since when {said}",
        members=(Member(table="relations", id=relation.id), Member(table="words", id=row)), reason="reference",
        explanation=f"{told}; {table} says {day(start)}.",
    )  # fmt: skip


def _rows(relation: Relation, names: Names) -> Iterable[tuple[date, str, str]]:
    """What the tables say of the same slot: first day, table, row."""
    other = relation.object or ""
    if relation.relation in STATUS_OF:
        for one in names.membership(other, relation.subject):
            if one.status == STATUS_OF[relation.relation] and one.start is not None:
                yield one.start, "memberships.csv", f"memberships.csv:{other},{relation.subject}"
    elif relation.relation in OFFICES:
        for held in names.offices(relation.subject):
            if held.office == relation.relation and held.of == other and held.start is not None:
                yield held.start, "offices.csv", f"offices.csv:{relation.subject},{held.office},{other}"


def _agrees(said: str, known: date) -> bool:
    """Does a prefix date name the known day, or one next to it? News dates offices by election or oath: a year is allowed."""
    if known.isoformat().startswith(said):
        return True
    return len(said) > 4 and abs(int(said[:4]) * 12 + int(said[5:7]) - known.year * 12 - known.month) <= 1

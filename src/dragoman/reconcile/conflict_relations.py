"""Relations that contradict each other, or the tables of offices and memberships."""

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.lexicon.names import Names
from dragoman.reconcile.calling import Calling, day, sentence
from dragoman.reconcile.groups import by_key, pairs
from dragoman.records.across import Conflict, Member
from dragoman.records.relation import Relation
from dragoman.text.ids import stable_id

SYMMETRIC = frozenset({"ally_of", "strategic_partner_of", "at_war_with", "shares_border_with"})
STATUS_OF = {"member_of": "member", "observer_of": "observer", "partner_of": "partner"}
OFFICES = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
SINGLE = frozenset({*STATUS_OF, *OFFICES})
DENIALS = {"recognised_by": "not_recognised_by", "not_recognised_by": "recognised_by"}


def relation_conflicts(relations: list[Relation], called: Calling, origins: dict[str, str]) -> Iterator[Conflict]:
    """The same relation since different years, or held by one page and denied by another at the same time."""
    for _, group in sorted(by_key(sorted(relations, key=lambda r: r.id), _keys).items()):
        for a, b in pairs(group):
            if origins.get(a.document, a.document) != origins.get(b.document, b.document):
                yield from _between(a, b, called)


def _keys(relation: Relation) -> Iterator[tuple[str, ...]]:
    if relation.object is None:
        return
    sides = sorted((relation.subject, relation.object)) if relation.relation in SYMMETRIC else [relation.subject, relation.object]
    yield (min(relation.relation, DENIALS.get(relation.relation, relation.relation)), *sides)


def _between(a: Relation, b: Relation, called: Calling) -> Iterator[Conflict]:
    said, one, other = _said(a, called), called.page(a.document), called.page(b.document)
    members = (Member(table="relations", id=a.id), Member(table="relations", id=b.id))
    if a.relation in SINGLE and a.status == b.status == "asserted" and _years_differ(a.valid_from, b.valid_from):
        yield Conflict(
            id=stable_id("cf", a.id, b.id), kind="date", slot=f"since when {said}", members=members, reason="other source",
            explanation=f"{sentence(said)} since {a.valid_from} [{one}], since {b.valid_from} [{other}]: different sources.",
        )  # fmt: skip
    denied = DENIALS.get(a.relation) == b.relation or (
        {a.status, b.status} == {"asserted", "denied"} and a.relation == b.relation
    )
    if denied and a.as_of is not None and b.as_of is not None and abs((a.as_of - b.as_of).days) <= 92:
        yield Conflict(
            id=stable_id("cf", "state", a.id, b.id), kind="state", slot=f"whether {said}", members=members, reason="other source",
            explanation=f"Whether {said}: {a.status} [{one}], {b.status} [{other}] in {max(a.as_of, b.as_of):%B %Y}.",
        )  # fmt: skip


def _years_differ(one: str | None, other: str | None) -> bool:
    """Do two prefix dates exclude each other? "2023" and "2023-03" do not."""
    return bool(one) and bool(other) and not str(one).startswith(str(other)) and not str(other).startswith(str(one))


def _said(relation: Relation, called: Calling) -> str:
    """ "Belarus is a member of Shanghai Cooperation Organisation"."""
    other = relation.object or ""
    return f"{called.entity(relation.subject)} {_words(relation)} {called.entity(other)}"


def _words(relation: Relation) -> str:
    """ "is a member of"."""
    plain = relation.relation.replace("_", " ")
    article = "an " if relation.relation == "observer_of" else "a " if relation.relation in STATUS_OF else ""
    return f"is {article}{plain}{' of' if relation.relation in OFFICES else ''}"


def reference_conflicts(relations: list[Relation], called: Calling, names: Names) -> Iterator[Conflict]:
    """Dates of memberships and offices that the tables of words/ give otherwise, and evident slips."""
    for relation in sorted(relations, key=lambda r: r.id):
        if relation.object is None or relation.valid_from is None:
            continue
        if relation.status == "asserted":
            yield from _against_table(relation, called, names)
        elif relation.status == "expected" and relation.as_of is not None and relation.valid_from < str(relation.as_of.year):
            yield _slip(relation, called)


def _against_table(relation: Relation, called: Calling, names: Names) -> Iterator[Conflict]:
    known = list(_rows(relation, names))
    if not known or any(_agrees(relation.valid_from or "", start) for start, _, _ in known):
        return
    start, table, row = known[0]
    said, page = _said(relation, called), called.page(relation.document)
    yield Conflict(
        id=stable_id("cf", relation.id, row), kind="date", slot=f"since when {said}",
        members=(Member(table="relations", id=relation.id), Member(table="words", id=row)), reason="reference",
        explanation=f"{sentence(said)} since {relation.valid_from} [{page}]; {table} says {start.isoformat()}.",
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


def _slip(relation: Relation, called: Calling) -> Conflict:
    said, page = _said(relation, called), called.page(relation.document)
    as_of = "the day of printing" if relation.as_of is None else day(relation.as_of)
    return Conflict(
        id=stable_id("cf", "slip", relation.id), kind="date", slot=f"when {said}",
        members=(Member(table="relations", id=relation.id),), reason="evident slip",
        explanation=f"{sentence(said)}, expected for {relation.valid_from} [{page}]: that was past on {as_of}.",
    )  # fmt: skip

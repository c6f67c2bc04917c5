"""The same words given to two speakers."""

from collections.abc import Iterator

from dragoman.reconcile.calling import Calling
from dragoman.reconcile.sayings import like_sayings, may_be_one
from dragoman.records.across import Conflict, Member
from dragoman.records.entity import Entity
from dragoman.records.statement import Statement
from dragoman.text.ids import stable_id

LEAST_WORDS = 8
SHOWN = 80


def statement_conflicts(
    statements: list[Statement], entities: list[Entity], called: Calling, origins: dict[str, str]
) -> Iterator[Conflict]:
    """A quotation that one page gives to the minister and another to her guest; one conflict for each two speakers of it."""
    known = {entity.id: entity for entity in entities}
    quoted = [s for s in sorted(statements, key=lambda s: s.id) if s.kind == "direct" and len(s.text.split()) >= LEAST_WORDS]
    sides: dict[tuple[str, str, str], list[Statement]] = {}
    for a, b in like_sayings(quoted):
        if _origin(a, origins) != _origin(b, origins) and not may_be_one(a, b, known):
            one, other = sorted((a, b), key=lambda s: (s.speaker or "", s.id))
            words = " ".join(one.text.lower().split()[:LEAST_WORDS])
            sides.setdefault((words, one.speaker or "", other.speaker or ""), []).extend((one, other))
    for (_, one_speaker, other_speaker), found in sorted(sides.items()):
        yield _conflict(list({s.id: s for s in found}.values()), one_speaker, other_speaker, called)


def _origin(statement: Statement, origins: dict[str, str]) -> str:
    return origins.get(statement.document, statement.document)


def _conflict(found: list[Statement], one: str, other: str, called: Calling) -> Conflict:
    text = min((s.text for s in found), key=lambda t: (len(t), t))
    words = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
    told = ", ".join(f"{called.entity(name)} [{called.several(_pages(found, name))}]" for name in (one, other))
    return Conflict(
        id=stable_id("cf", "said", *sorted(s.id for s in found)), kind="attribution", slot=f"who said “{words}”",
        members=tuple(Member(table="statements", id=s.id) for s in found), reason="other source",
        explanation=f"Who said “{words}”: {told}: different sources.",
    )  # fmt: skip


def _pages(found: list[Statement], speaker: str) -> list[str]:
    return [s.document for s in found if s.speaker == speaker]

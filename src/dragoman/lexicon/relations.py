"""Words that say what holds between two entities: words/relations.toml, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, Row, entries

FILE = "relations.toml"
KINDS = ("noun", "verb", "adjective")
COMMON_KEYS = frozenset({"id", "relation", "other", "kinds", "status", "symmetric", "examples"})
KEYS = {
    "noun": COMMON_KEYS | {"nouns", "modifiers", "not", "subject", "begins", "elliptic", "loose", "greeted"},
    "verb": COMMON_KEYS | {"verbs", "nouns", "modifiers", "not", "subject", "begins", "elliptic", "loose"},
    "adjective": COMMON_KEYS | {"adjectives", "nouns", "loose"},
    "list": frozenset({"id", "words", "examples"}),
}
STATUSES = frozenset({"asserted", "expected", "denied", "ended", "sought"})
RELATIONS = frozenset(
    {
        *("head_of_state", "head_of_government", "foreign_minister", "holds_office", "member_of", "partner_of", "observer_of"),
        *("ally_of", "strategic_partner_of", "sanctioned_by", "not_recognised_by", "recognised_by", "at_war_with"),
        *("shares_border_with", "dependent_on", "state_media_of", "initiative_of", "party_to", "hosts"),
    }
)
SORTS = frozenset(["state", "person", "organisation", "media", "group", "place", "treaty"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry: the words that name a relation and where its two sides stand."""

    rule: str
    relation: str
    words: frozenset[str]
    nouns: frozenset[str]
    modifiers: frozenset[str]
    unless: frozenset[str]
    subject: tuple[str, ...]
    other: tuple[str, ...]
    subject_kinds: frozenset[str]
    other_kinds: frozenset[str]
    status: str
    begins: bool
    symmetric: bool
    elliptic: bool
    loose: bool
    greeted: bool


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Frames of nouns, verbs and adjectives, and the lists of words that shade them."""

    nouns: dict[str, tuple[Frame, ...]]
    verbs: dict[str, tuple[Frame, ...]]
    adjectives: dict[str, tuple[Frame, ...]]
    lists: dict[str, frozenset[str]]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The frames of our folder, the user's laid over them."""
        lists = {str(row.cells["id"]): frozenset(w.lower() for w in row.list("words")) for row in entries(FILE, "list", folders)}
        return cls(_by_word("noun", folders), _by_word("verb", folders), _by_word("adjective", folders), lists)

    def listed(self, name: str) -> frozenset[str]:
        """The words of a list; none when the list is missing."""
        return self.lists.get(name, frozenset())


def _by_word(kind: str, folders: tuple[Path, ...]) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for row in entries(FILE, kind, folders):
        frame = _frame(row, kind)
        for word in frame.words:
            found.setdefault(word, []).append(frame)
    return {word: tuple(sorted(frames, key=lambda f: not (f.nouns or f.modifiers))) for word, frames in found.items()}


def _frame(row: Row, kind: str) -> Frame:
    sides = row.list("kinds") or ("", "")
    return Frame(
        rule=row.rule, relation=row.text("relation"), words=frozenset(row.list(kind + "s")),
        nouns=frozenset() if kind == "noun" else frozenset(row.list("nouns")), modifiers=frozenset(row.list("modifiers")),
        unless=frozenset(row.list("not")), subject=row.list("subject") or ("subject",), other=row.list("other"),
        subject_kinds=_kinds(sides[0]), other_kinds=_kinds(sides[-1]), status=row.text("status") or "asserted",
        begins=bool(row.cells.get("begins")), symmetric=bool(row.cells.get("symmetric")),
        elliptic=bool(row.cells.get("elliptic")), loose=bool(row.cells.get("loose")),
        greeted=bool(row.cells.get("greeted")),
    )  # fmt: skip


def _kinds(cell: str) -> frozenset[str]:
    return frozenset(cell.split()) or SORTS


def check_relations(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong in relations.toml: file:line and the remedy."""
    for kind in (*KINDS, "list"):
        for row in entries(FILE, kind, folders):
            for key in sorted(row.cells.keys() - KEYS[kind]):
                yield Complaint(row.place, f"unknown key '{key}'; a [[{kind}]] has {', '.join(sorted(KEYS[kind]))}")
            if not row.list("examples"):
                yield Complaint(row.place, f"[[{kind}]] '{row.cells['id']}' has no examples; give it a sentence of your own")
            if kind == "list":
                continue
            yield from _check_frame(row, kind)


def _check_frame(row: Row, kind: str) -> Iterator[Complaint]:
    if row.text("relation") not in RELATIONS:
        yield Complaint(row.place, f"relation '{row.text('relation')}' is not one of {', '.join(sorted(RELATIONS))}")
    if not row.list(kind + "s"):
        yield Complaint(row.place, f"no {kind}s; list the words that name the relation")
    if row.text("status") and row.text("status") not in STATUSES:
        yield Complaint(row.place, f"status '{row.text('status')}' is not one of {', '.join(sorted(STATUSES))}")
    for cell in row.list("kinds"):
        for sort in cell.split():
            if sort not in SORTS:
                yield Complaint(row.place, f"kind '{sort}' is not one of {', '.join(sorted(SORTS))}")
    if len(row.list("kinds")) not in (0, 2):
        yield Complaint(row.place, "kinds has two cells, one for each side: kinds = ['state', 'organisation']")

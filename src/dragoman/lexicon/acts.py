"""What counts as an act between states: words/events/, read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from dragoman.lexicon.files import Complaint, Row, entries, table
from dragoman.lexicon.plover import Ontology

PATTERN = "events/*.toml"
KEYS = frozenset({
    "id", "code", "cameo", "mode", "verbs", "nouns", "adjectives", "object", "not_object", "subject", "after", "clause",
    "actor", "recipient", "each", "not", "confidence", "if_negated", "if_cooperative", "needs", "voice",
    "says", "if_alone", "under", "status", "not_after", "examples",
})  # fmt: skip
CLAUSE_KINDS = frozenset({"to", "that", "ing", "must", "act", "will", "other"})


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of words/events/: the words that name an act, what must stand with them, and who does it to whom."""

    rule: str
    code: str
    cameo: str
    mode: tuple[str, ...]
    object: frozenset[str]
    not_object: frozenset[str]
    subject: frozenset[str]
    after: tuple[tuple[str, frozenset[str]], ...]
    clause: frozenset[str]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    each: bool
    unless: tuple[tuple[str, ...], ...]
    confidence: float
    if_negated: str
    if_cooperative: str
    needs_recipient: bool
    voice: str
    says: frozenset[str]
    if_alone: str
    under: frozenset[str]
    status: str
    not_after: frozenset[str]

    @property
    def strictness(self) -> int:
        """How many demands it makes: the most demanding entry that fits a word codes it."""
        demands = [(3, self.object), (2, frozenset(w for _, words in self.after for w in words))]
        asked = sum((1 if "*" in words else weight) for weight, words in demands if words)
        return asked + bool(self.clause) + bool(self.subject) + 2 * bool(self.says) + bool(self.under)


@dataclass(frozen=True, slots=True)
class ModalRule:
    """What a status makes of a type: a future visit is AGREE, a future attack is THREATEN."""

    rule: str
    codes: frozenset[str]
    status: str
    becomes: str | None
    new_status: str


@dataclass(frozen=True, slots=True)
class Acts:
    """All acts, by the lemma that names them; word lists; rules of status; contexts; the ontology."""

    verbs: Mapping[str, tuple[tuple[Act, str], ...]]
    nouns: Mapping[str, tuple[Act, ...]]
    adjectives: Mapping[str, tuple[Act, ...]]
    lists: Mapping[str, frozenset[str]]
    slips: Mapping[str, str]
    rules: tuple[ModalRule, ...]
    contexts: tuple[tuple[str, frozenset[str]], ...]
    ontology: Ontology

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """Acts of our words with the user's laid over them."""
        ontology, lists = Ontology.load(folders), load_lists(folders)
        verbs: dict[str, tuple[tuple[Act, str], ...]] = {}
        nouns: dict[str, tuple[Act, ...]] = {}
        adjectives: dict[str, tuple[Act, ...]] = {}
        for row in entries(PATTERN, "act", folders):
            act = read_act(row, ontology, lists)
            for verb in row.list("verbs"):
                lemma, _, particle = verb.partition(" ")
                verbs[lemma] = (*verbs.get(lemma, ()), (act, particle))
            for noun in row.list("nouns"):
                nouns[noun] = (*nouns.get(noun, ()), act)
            for adjective in row.list("adjectives"):
                adjectives[adjective] = (*adjectives.get(adjective, ()), act)
        rules = tuple(read_rule(row) for row in entries("events/rules.toml", "rule", folders) if row.text("status"))
        slips = dict(slip.split("=") for slip in lists.get("lemma_slips", ()))
        rows = entries("events/contexts.toml", "context", folders)
        contexts = tuple((row.text("id"), frozenset(row.list("words"))) for row in rows)
        return cls(verbs, nouns, adjectives, lists, slips, rules, contexts, ontology)

    def lemma(self, lemma: str) -> str:
        """A lemma with the parser's known slips mended: "staged" is no form of "stag"."""
        return self.slips.get(lemma.lower(), lemma.lower())

    def holds(self, name: str, lemma: str) -> bool:
        """Is the lemma in the word list of that name?"""
        return lemma in self.lists.get(name, frozenset())


def load_lists(folders: tuple[Path, ...]) -> dict[str, frozenset[str]]:
    """The word lists of events/lists.csv by name."""
    rows = table("events/lists.csv", folders, ("list",))
    return {row.text("list"): frozenset(row.list("words")) for row in rows}


def spread(words: tuple[str, ...], lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words, with each "@name" replaced by the words of that list."""
    found: set[str] = set()
    for word in words:
        found |= lists.get(word[1:], frozenset()) if word.startswith("@") else {word}
    return frozenset(found)


def read_act(row: Row, ontology: Ontology, lists: Mapping[str, frozenset[str]]) -> Act:
    """An entry as an act; slots that it leaves out are those of its type."""
    code = row.text("code")
    kind = ontology.types.get(code)
    after: dict[str, Any] = row.cells.get("after") or {}
    return Act(
        rule=row.rule,
        code=code,
        cameo=row.text("cameo") or (kind.cameo if kind else ""),
        mode=row.list("mode"),
        object=spread(row.list("object"), lists),
        not_object=spread(row.list("not_object"), lists),
        subject=spread(row.list("subject"), lists),
        after=tuple((prep, spread(tuple(words), lists)) for prep, words in after.items()),
        clause=frozenset(row.list("clause")),
        actor=row.list("actor") or (kind.actor if kind else ()),
        recipient=row.list("recipient") or (kind.recipient if kind else ()),
        each=bool(row.cells.get("each", False)),
        unless=tuple(tuple(pattern.split()) for pattern in row.list("not")),
        confidence=float(row.cells.get("confidence", 0.8)),
        if_negated=row.text("if_negated"),
        if_cooperative=row.text("if_cooperative"),
        needs_recipient=row.text("needs") == "recipient",
        voice=row.text("voice"),
        says=spread(row.list("says"), lists),
        if_alone=row.text("if_alone"),
        under=spread(row.list("under"), lists),
        status=row.text("status"),
        not_after=spread(row.list("not_after"), lists),
    )


def read_rule(row: Row) -> ModalRule:
    """A numbered rule of status."""
    becomes = row.text("becomes")
    return ModalRule(
        rule=row.rule,
        codes=frozenset(row.list("codes")),
        status=row.text("status"),
        becomes=None if becomes == "none" else becomes or "same",
        new_status=row.text("new_status") or row.text("status"),
    )


def check_acts(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """Faults in words/events/: unknown keys, types, modes, lists, entries without words or examples."""
    ontology, lists = Ontology.load(folders), load_lists(folders)
    for row in entries(PATTERN, "act", folders):
        for what in faults(row, ontology, lists):
            yield Complaint(row.place, f"act '{row.text('id')}': {what}")
    for row in entries("events/contexts.toml", "context", folders):
        if not row.list("words") or not row.cells.get("examples"):
            yield Complaint(row.place, f"context '{row.text('id')}' needs words and an example; add the missing one")
    for row in entries("events/rules.toml", "rule", folders):
        if not row.cells.get("examples"):
            yield Complaint(row.place, f"rule '{row.text('id')}' has no example; add one sentence with what it must give")


def faults(row: Row, ontology: Ontology, lists: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What is wrong with one entry, with the remedy."""
    for key in row.cells.keys() - KEYS:
        yield f"unknown key '{key}'; known are {', '.join(sorted(KEYS))}"
    kind = ontology.types.get(row.text("code"))
    if kind is None and row.text("code") != "none":
        yield f"unknown type '{row.text('code')}'; one of {', '.join(sorted(ontology.types))}, or 'none'"
    for mode in row.list("mode"):
        if kind and mode not in kind.modes:
            yield f"'{mode}' is no mode of {kind.code}; known are {', '.join(kind.modes) or 'none'}"
    if not (row.list("verbs") or row.list("nouns") or row.list("adjectives")):
        yield "names no word; give verbs, nouns or adjectives"
    if not row.cells.get("examples"):
        yield "has no example; add one sentence with the event it must give"
    after: dict[str, Any] = row.cells.get("after") or {}
    told = [word for key in ("object", "not_object", "subject", "says", "under") for word in row.list(key)]
    for word in (*told, *(word for words in after.values() for word in words)):
        if word.startswith("@") and word[1:] not in lists:
            yield f"no list '{word[1:]}' in events/lists.csv"
    for kind_of_clause in set(row.list("clause")) - CLAUSE_KINDS:
        yield f"clause '{kind_of_clause}' is unknown; known are {', '.join(sorted(CLAUSE_KINDS))}"

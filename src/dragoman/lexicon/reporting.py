"""The words of reported speech: verbs, nouns and phrases that mark a statement, and who may speak or relay."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import Complaint, Row, entries

FILE = "reporting.toml"
FRAMES = frozenset(
    {
        "clause",
        "to",
        "bid",
        "call-on",
        "object",
        "quoted",
        "as",
        "name",
        "about",
        "saying",
        "phrase",
        "phrase-clause",
        "quote-only",
        "quoted-clause",
    }
)
KINDS = ("cue", "noun", "adjective", "source", "medium", "relay", "hedge", "voice", "passing", "talk", "layout")
LISTS = {"cue": "lemmas", "noun": "nouns", "adjective": "adjectives", "source": "phrases"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry that marks something as said."""

    rule: str
    kind: str
    says: str  # its class: say, praise, urge, accuse, deny ...
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    particle: str = ""
    phrases: tuple[str, ...] = ()
    only: frozenset[str] = frozenset()  # objects (or verbs, for `to`) that it takes
    only_subject: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()  # verbs that a noun stands with: express concern that ...
    tells: bool = False  # its object is the one spoken to
    infinitive: bool = False
    named: bool = False
    things: bool = False  # its object is no person: welcomed the truce, not the guests
    relays: bool = False
    weighed: bool = False  # it has an object beside its preposition: compared X to Y, not "compared to Y"
    emit: bool = True


@dataclass(frozen=True, slots=True)
class Reporting:
    """All words of reported speech, by the word that a sentence shows."""

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, tuple[Cue, ...]]
    adjectives: dict[str, tuple[Cue, ...]]
    sources: dict[str, Cue]  # whole phrase, lower case: "according to"
    source_starts: frozenset[str]  # the first words of those phrases
    media: dict[str, str]  # word: the medium's name
    relays: frozenset[str]
    hedges: frozenset[str]
    voices: frozenset[str]
    passing: frozenset[str] = frozenset()  # carried, broadcast, quoted by an outlet
    talks: frozenset[str] = frozenset()  # an interview with, remarks to an outlet
    wide: bool = False

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """The words of reporting.toml, the user's entries laid over ours; views and wishes are left out."""
        return cls._made(folders, wide=False)

    @classmethod
    def widened(cls, folders: tuple[Path, ...]) -> Self:
        """The same with entries marked `emit = false`: views, wishes and knowledge count as statements too."""
        return cls._made(folders, wide=True)

    @classmethod
    def _made(cls, folders: tuple[Path, ...], wide: bool) -> Self:
        def by_word(kind: str) -> dict[str, tuple[Cue, ...]]:
            found: dict[str, list[Cue]] = defaultdict(list)
            for row in entries(FILE, kind, folders):
                cue = _cue(row, kind)
                if cue.emit or wide:
                    for word in row.list(LISTS[kind]):
                        found[word.lower()].append(cue)
            return {word: tuple(cues) for word, cues in found.items()}

        sources = {phrase: cues[0] for phrase, cues in by_word("source").items()}
        return cls(
            verbs=by_word("cue"),
            nouns=by_word("noun"),
            adjectives=by_word("adjective"),
            sources=sources,
            source_starts=frozenset(phrase.partition(" ")[0] for phrase in sources),
            media={word: str(row.cells["id"]) for row in entries(FILE, "medium", folders) for word in row.list("words")},
            relays=_words("relay", folders),
            hedges=_words("hedge", folders),
            voices=_words("voice", folders),
            passing=_words("passing", folders),
            talks=_words("talk", folders),
            wide=wide,
        )


def _cue(row: Row, kind: str) -> Cue:
    cells = row.cells
    return Cue(
        rule=row.rule,
        kind=kind,
        says=row.text("class") or kind,
        frames=frozenset(row.list("frames")),
        prepositions=frozenset(row.list("prepositions")),
        particle=row.text("particle"),
        phrases=row.list("phrase"),
        only=frozenset(row.list("only")),
        only_subject=frozenset(row.list("only_subject")),
        helpers=frozenset(row.list("with")),
        tells=row.text("addressee") == "object",
        infinitive=bool(cells.get("infinitive")),
        named=bool(cells.get("named")),
        things=bool(cells.get("things")),
        relays=bool(cells.get("relays")),
        weighed=bool(cells.get("weighed")),
        emit=cells.get("emit", True) is not False,
    )


def _words(kind: str, folders: tuple[Path, ...]) -> frozenset[str]:
    return frozenset(word.lower() for row in entries(FILE, kind, folders) for word in row.list("words"))


def check_reporting(folders: tuple[Path, ...]) -> Iterator[Complaint]:
    """What is wrong in reporting.toml, entry by entry, with its remedy."""
    for kind in KINDS:
        for row in entries(FILE, kind, folders):
            yield from _check_entry(row, kind)


def _check_entry(row: Row, kind: str) -> Iterator[Complaint]:
    words = LISTS.get(kind, "words")
    if not row.list(words):
        yield Complaint(row.place, f"[[{kind}]] {row.cells['id']} has no {words}; list at least one")
    if unknown := set(row.list("frames")) - FRAMES:
        yield Complaint(row.place, f"frame {sorted(unknown)[0]!r} is not known; choose from {', '.join(sorted(FRAMES))}")
    if kind == "cue" and not row.list("frames"):
        yield Complaint(row.place, f"[[cue]] {row.cells['id']} has no frames; say how its statement stands in the sentence")
    if "about" in row.list("frames") and not row.list("prepositions"):
        yield Complaint(row.place, "frame 'about' needs prepositions = [...]")
    examples = row.cells.get("examples") or []
    if not examples:
        yield Complaint(row.place, f"[[{kind}]] {row.cells['id']} has no example; add a sentence and the statement it gives")
    for example in examples:
        if not isinstance(example, dict) or not {"text", "content"} <= set(example):
            yield Complaint(row.place, "an example needs text and content (and speaker, via, medium, hedge where they matter)")
        elif example["content"] not in example["text"]:
            yield Complaint(row.place, f"the content {example['content']!r} does not stand in the example's text")

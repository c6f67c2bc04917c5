"""The words prove themselves: every example is read by the flow and must give what its entry says."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman import flow
from dragoman.lexicon.files import Complaint, Row, entries, layers
from dragoman.lexicon.form import faults_of_form
from dragoman.lexicon.lexicon import load_lexicon
from dragoman.parse.parser import load_parser
from dragoman.records import Document, Entity, EventMention, Figure, Relation, Statement, Time
from dragoman.text.ids import stable_id

Made = dict[type, list[Any]]


def check_words(user: Path | None = None) -> list[Complaint]:
    """Everything wrong in our words and the user's over them, each with file:line and the remedy.

    Faults of form come first; examples are read only when there are none, since they would all fail for one cause.
    """
    folders = layers(user)
    return faults_of_form(user) or [complaint for prove in PROOFS for complaint in prove(user, folders)]


def read_example(text: str, day: date | None, user: Path | None) -> Made:
    """All rows of an example sentence, printed on a day."""
    document = Document(
        id=stable_id("doc", text), uri="example", content_sha256="", text=text, body=((0, len(text)),), language="en",
        published_start=day, published_end=day,
    )  # fmt: skip
    return flow.run(document, load_lexicon(user), load_parser())


Prove = Callable[[Row, dict[str, Any], Made], str | None]


def proving(pattern: str, kind: str, prove: Prove) -> Callable[[Path | None, tuple[Path, ...]], Iterator[Complaint]]:
    """A check of every example of one kind of entry."""

    def check(user: Path | None, folders: tuple[Path, ...]) -> Iterator[Complaint]:
        for row in entries(pattern, kind, folders):
            for given in row.cells.get("examples", ()):
                example: dict[str, Any] = {"text": given} if isinstance(given, str) else given
                made = read_example(example["text"], example.get("on"), user)
                if (what := prove(row, example, made)) is not None:
                    yield Complaint(row.place, f"{kind} {row.cells['id']!r} {what}: {example['text']!r}")

    return check


def prove_act(row: Row, example: dict[str, Any], made: Made) -> str | None:
    """ "KEN CONSULT UGA visit": actors, type, recipients, modes and status; "none" when nothing may be coded."""
    told = [coded(e, made) for e in made[EventMention]]
    wanted = example["is"]
    if wanted == "none":
        return f"codes its example as {told[0]}, not as nothing" if told else None
    if any(fits(e, wanted, made) for e in made[EventMention]):
        return None
    return f"codes its example as {told or 'nothing'}, not {wanted}"


def coded(event: EventMention, made: Made) -> str:
    """An event as examples write it."""
    parts = [",".join(event.actors), event.event_type, ",".join(event.recipients), *event.mode]
    return " ".join(p for p in (*parts, event.status if event.status != "actual" else "") if p)


def fits(event: EventMention, wanted: str, made: Made) -> bool:
    """Does an event have the type, parties, modes and status of an example's answer?"""
    actors, rest = [], wanted.split()
    if rest and rest[0] != event.event_type:
        actors = rest.pop(0).split(",")
    if not rest or rest.pop(0) != event.event_type:
        return False
    recipients = rest.pop(0).split(",") if rest and (rest[0] == "-" or is_party(rest[0], made)) else []
    recipients = [r for r in recipients if r != "-"]
    status = next((w for w in rest if w in ("future", "hypothetical", "negated")), "actual")
    modes = {w for w in rest if w != status}
    sides = same(event.actors, actors, made) and same(event.recipients, recipients, made)
    return sides and modes <= set(event.mode) and event.status == status


def is_party(word: str, made: Made) -> bool:
    """Is a word of an answer a party rather than a mode or status?"""
    return word[:1].isupper() or any(word.split(",")[0] in (e.id, *e.codes) for e in made[Entity])


def same(found: tuple[str, ...], wanted: list[str], made: Made) -> bool:
    """Are these the wanted parties, each by its id or its state?"""
    known = {e.id: {e.id, e.id.upper(), e.country or e.id, *e.codes} for e in made[Entity]}
    sides = [known.get(one, {one}) for one in found]
    return all(any(w in s for s in sides) for w in wanted) and all(s & set(wanted) for s in sides)


def prove_statement(row: Row, example: dict[str, Any], made: Made) -> str | None:
    """Content, and speaker and relays where the example names them."""
    if "content" not in example or row.cells.get("emit") is False:
        return None
    names = {e.id: {e.name, *e.aliases, *e.codes} for e in made[Entity]}
    for s in made[Statement]:
        via = {name for relay in s.via for name in names.get(relay, {relay})}
        if (
            plain(example["content"]) == plain(s.text)
            and plain(example.get("speaker", "")) in plain(s.speaker_text or "")
            and all(v in via for v in example.get("via", ()))
        ):
            return None
    return f"reads {[(s.speaker_text, s.text, s.via) for s in made[Statement]]}"


def plain(text: str) -> str:
    """Words without marks and case."""
    return re.sub(r"\W+", " ", text).strip().lower()


def prove_measure(row: Row, example: dict[str, Any], made: Made) -> str | None:
    """ "exports CHL JPN 9300000000 USD": measure, owner, partner, value and unit; '-' for nothing."""
    wanted = example.get("is")
    told = [" ".join(figure(f, made)) for f in made[Figure]]
    return None if wanted is None or wanted in told else f"reads {told or 'no figure'}, not {wanted}"


def figure(row: Figure, made: Made) -> tuple[str, ...]:
    """A figure as examples write it."""
    states = {e.id: e.country or e.id for e in made[Entity]}
    value = row.value
    number = "-" if value is None else f"{value:.0f}" if value == int(value) else f"{value:.10g}"
    people = {e.id: e.id for e in made[Entity] if e.kind == "person"}
    owner = row.subject or ""
    return (row.measure, people.get(owner) or states.get(owner, "-"), states.get(row.partner or "", "-"), number, row.unit or "-")


def prove_relation(row: Row, example: dict[str, Any], made: Made) -> str | None:
    """The example must give the relation that the entry names."""
    wanted = row.text("relation")
    told = {r.relation for r in made[Relation]}
    denied = f"not_{wanted}"  # an entry also shows how it is denied
    return None if not wanted or told & {wanted, denied} else f"gives {sorted(told) or 'no relation'}, not {wanted}"


def prove_time(row: Row, example: dict[str, Any], made: Made) -> str | None:
    """Every expression of the example and its value: "last year = 2022"."""
    told = [f"{t.text} = {t.value}" for t in made[Time]]
    missing = [w for w in example.get("is", ()) if w not in told]
    return f"reads {told}, not {missing}" if missing else None


PROOFS = (
    proving("events/*.toml", "act", prove_act),
    proving("reporting.toml", "cue", prove_statement),
    proving("reporting.toml", "noun", prove_statement),
    proving("reporting.toml", "source", prove_statement),
    proving("measures.toml", "measure", prove_measure),
    proving("relations.toml", "noun", prove_relation),
    proving("relations.toml", "verb", prove_relation),
    proving("relations.toml", "adjective", prove_relation),
    proving("times.toml", "time", prove_time),
)

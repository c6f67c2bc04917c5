"""Our gold of statements and their chains, and how well the code agrees: statements_gold.py [--unseen] [--wrong].

statements.jsonl is what the rules were mended on; statements_unseen.jsonl was written before a run, and mended on afterwards.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "src")]

from reading import read  # noqa: E402

from dragoman.records import Entity, Statement  # noqa: E402

WORD = re.compile(r"\w+")
SAME = 0.6  # share of common words at which two contents are the same statement


@dataclass(frozen=True)
class Told:
    """An attribution as a reader wrote it down: who, through whom, what."""

    start: int
    end: int
    content: str
    kind: str
    speaker: str
    via: tuple[str, ...]
    addressee: str | None
    required: bool
    cue: str | None = None


@dataclass(frozen=True)
class Text:
    """One text of the gold."""

    id: str
    manner: str
    day: str
    text: str
    told: tuple[Told, ...]


def gold(name: str = "statements.jsonl") -> list[Text]:
    """The texts with what is told in them."""
    lines = (HERE.parent / "gold" / name).read_text(encoding="utf-8").splitlines()
    return [text_of(json.loads(line)) for line in lines]


def text_of(row: dict) -> Text:
    told = tuple(Told(**{**a, "via": tuple(a["via"])}) for a in row["attributions"])
    return Text(row["id"], row["manner"], row["day"], row["text"], told)


def plain(name: str) -> str:
    """A name for comparison: no accents, no marks, lower case."""
    bare = unicodedata.normalize("NFKD", name.replace("ø", "o")).encode("ascii", "ignore").decode()
    return " ".join(WORD.findall(bare.lower().replace("-", " ")))


def means(wanted: str, found: str | None, words: str, entities: dict[str, Entity]) -> bool:
    """Is an entity (or, when there is none, the words for it) the one that the reader wrote down?

    wanted: an id (CHN, xinhua, UKR/foreign-ministry), "UKR/*" for anybody of a state, a name, or the words of the text.
    """
    entity = entities.get(found) if found else None
    if wanted.endswith("/*"):
        return entity is not None and entity.country == wanted[:3]
    if re.match(r"[A-Z]{3}(/|$)", wanted) and wanted[:3].isupper() and (len(wanted) == 3 or wanted[3] == "/"):
        return found == wanted or (wanted.isalpha() and entity is None and plain(wanted) == plain(words)) or named(wanted, entity)
    return found == wanted or named(wanted, entity) or (entity is None and plain(wanted) in plain(words))


def named(wanted: str, entity: Entity | None) -> bool:
    if entity is None:
        return False
    names = {plain(entity.name), plain(entity.id.split(":")[-1])}
    if entity.kind == "person" and plain(wanted).split()[-1:] == plain(entity.name).split()[-1:]:
        return True
    return plain(wanted) in names or any(plain(wanted) in n or n in plain(wanted) for n in names if len(n) > 3)


def overlap(a: tuple[int, int], b: tuple[int, int], text: str) -> float:
    """Share of words that two spans have in common."""
    one, two = ({m.start() + s for m in WORD.finditer(text[s:e])} for s, e in (a, b))
    return len(one & two) / max(1, len(one | two))


def pairs(text: Text, found: list[Statement]) -> Iterator[tuple[Told, Statement | None]]:
    """Each attribution with the statement that has its content, the best match first taken."""
    both = ((n, t, m, s) for n, t in enumerate(text.told) for m, s in enumerate(found))
    scored = sorted(((overlap((t.start, t.end), (s.start, s.end), text.text), n, m) for n, t, m, s in both), reverse=True)
    chosen: dict[int, int] = {}
    for score, n, m in scored:
        if score >= SAME and n not in chosen and m not in chosen.values():
            chosen[n] = m
    for n, told in enumerate(text.told):
        yield told, found[chosen[n]] if n in chosen else None


def judged(text: Text) -> Iterator[tuple[Told | None, Statement | None, frozenset[str]]]:
    """Each attribution or statement of a text, and what is right about it."""
    made = read(text.text, text.day)
    entities = {e.id: e for e in made[Entity]}
    found, used = made[Statement], set()
    for told, statement in pairs(text, found):
        right = set()
        if statement is not None:
            used.add(statement.id)
            right = set(rights(told, statement, entities))
        yield told, statement, frozenset(right)
    for statement in found:
        if statement.id not in used:
            yield None, statement, frozenset()


def rights(told: Told, s: Statement, entities: dict[str, Entity]) -> Iterator[str]:
    yield "found"
    speaker = means(told.speaker, s.speaker, s.speaker_text or "", entities)
    via = len(told.via) == len(s.via) and all(means(w, v, "", entities) for w, v in zip(told.via, s.via, strict=True))
    if speaker:
        yield "speaker"
    if via:
        yield "via"
    if speaker and via:
        yield "chain"
    if told.kind == s.kind:
        yield "kind"
    if told.addressee and means(told.addressee, s.addressee, "", entities):
        yield "addressee"


def counts(texts: list[Text] | None = None, show: bool = False) -> Counter[str]:
    """How many attributions there are, were found, and were right, field by field."""
    total: Counter[str] = Counter()
    for text in texts or gold():
        for told, s, right in judged(text):
            if show:
                _show(text, told, s, right)
            if told is None:
                total["extra"] += 1
                continue
            if not told.required:
                total["optional found"] += s is not None
                continue
            total["all"] += 1
            total["relayed"] += bool(told.via)
            total["relayed, chain right"] += bool(told.via) and "chain" in right
            total["relayed found"] += bool(told.via) and s is not None
            total["addressed"] += bool(told.addressee) and s is not None
            total.update(right)
    return total


def _show(text: Text, told: Told | None, s: Statement | None, right: frozenset[str]) -> None:
    if told is None and s is not None:
        print(f"EXTRA   {text.id}: {s.speaker} < {s.via} | {s.text!r} [{s.cue}] {s.rule}")
    elif s is None and told is not None and told.required:
        print(f"MISSING {text.id}: {told.speaker} < {told.via} | {told.content!r}")
    elif told is not None and s is not None and told.addressee and "addressee" not in right:
        print(f"ADDRESS {text.id}: {told.speaker} @ {told.addressee} | {told.content!r}; found {s.addressee}")
    elif told is not None and s is not None and told.required and not {"chain", "kind"} <= right:
        print(f"WRONG   {text.id}: {told.speaker} < {told.via} {told.kind} | {told.content!r}")
        print(f"        {s.speaker} ({s.speaker_text}) < {s.via} {s.kind} | {s.text!r} {s.rule} {'carried' if s.carried else ''}")


def shares(total: Counter[str]) -> dict[str, float]:
    """What is right as a share: contents of all attributions, the rest of those found; precision of all statements."""
    found = max(1, total["found"])
    table = {"found": total["found"] / max(1, total["all"])}
    table |= {field: total[field] / found for field in ("speaker", "via", "chain", "kind")}
    table["relayed chain"] = total["relayed, chain right"] / max(1, total["relayed found"])
    table["addressee"] = total["addressee"] / max(1, total["addressed"])
    right = total["found"] + total["optional found"]
    table["precision"] = right / max(1, right + total["extra"])
    return table


if __name__ == "__main__":
    texts = gold("statements_unseen.jsonl" if "--unseen" in sys.argv else "statements.jsonl")
    reached = counts(texts, show="--wrong" in sys.argv)
    print(dict(reached))
    for name, share in shares(reached).items():
        print(f"{name:16} {share:.3f}")

"""How well pages are brought together, on our own collections: python tests/reconcile/gold_collections.py

Prints what is missed and wrong, then same-event pairs, conflicts, days of undated pages and copies.
"""

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import combinations, product
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from reading import tools  # noqa: E402

from dragoman import jobs  # noqa: E402
from dragoman.records import (  # noqa: E402
    TABLES,
    Conflict,
    Copy,
    Document,
    EventMention,
    Figure,
    Page,
    Problem,
    Relation,
    Statement,
)
from dragoman.text.ids import stable_id  # noqa: E402

GOLD = Path(__file__).resolve().parents[1] / "gold"
LONGEST = 8
Rows = dict[type, list[Any]]
Place = tuple[str, str]


@dataclass
class Score:
    """Counts of right, wrong and missed by what is measured, and a line for each fault."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, what: str, fault: str = "") -> None:
        """One more of a kind; with its fault when it is one."""
        self.counts[what] += 1
        if fault:
            self.faults.append(f"{what}: {fault}")

    def ratio(self, right: str, *others: str) -> float:
        """Share of `right` among itself and the others."""
        total = sum(self.counts[name] for name in (right, *others))
        return self.counts[right] / total if total else 1.0


def read(folder: Path) -> Rows:
    """All rows of a folder of pages, those across pages with them."""
    lexicon, parser = tools()
    rows: Rows = {record: [] for record in TABLES.values()}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        page = Page(uri=path.name, text=text, content_sha256=stable_id("sha", text), read_at=datetime(2025, 6, 1, tzinfo=UTC))
        for document in jobs.clean(page, lexicon, rows[Problem]):
            jobs.gather(rows, jobs.read_document(document, lexicon, parser, rows[Problem]))
    jobs.reconcile(rows, lexicon.names, lambda found: [jobs.read_document(d, lexicon, parser, []) for d in found])
    return rows


class Found:
    """Looks up what a collection gave, by file and words."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.by_file = {d.uri.removesuffix(".txt"): d for d in rows[Document]}
        self.files = {d.id: name for name, d in self.by_file.items()}

    def event(self, file: str, words: str) -> str | None:
        """The event that a page tells with these words."""
        document = self.by_file[file]
        place = document.text.index(words)
        told = (m for m in self.rows[EventMention] if m.document == document.id)
        return next((m.event for m in told if place <= m.trigger_start < place + len(words)), None)

    def places(self, conflict: Conflict) -> set[tuple[str, int, int]]:
        """Where the rows of a conflict stand: file, start, end."""
        kinds = {"figures": Figure, "relations": Relation, "statements": Statement, "event_mentions": EventMention}
        ids = {(m.table, m.id) for m in conflict.members}
        events = {m.id for m in conflict.members if m.table == "events"}
        told = {(r.document, r.start, r.end) for t, k in kinds.items() for r in self.rows[k] if (t, r.id) in ids}
        told |= {(m.document, m.start, m.end) for m in self.rows[EventMention] if m.event in events}
        return {(self.files[name], start, end) for name, start, end in told}

    def stands(self, places: set[tuple[str, int, int]], file: str, words: str) -> bool:
        """Does one of the places touch the words?"""
        start = self.by_file[file].text.index(words)
        return any(f == file and s < start + len(words) and e > start for f, s, e in places)


def score_events(gold: dict[str, Any], found: Found, score: Score) -> None:
    """Pairs of reports of one happening."""
    named = [(n, place, found.event(*place)) for n, group in enumerate(gold.get("events", ())) for place in group]
    for _, (file, words), event in named:
        if event is None:
            score.add("no event", f"{gold['name']}/{file}: {words!r}")
    for (a, one, first), (b, other, second) in combinations(named, 2):
        same, joined = a == b, first is not None and first == second
        what = f"{gold['name']}: {one} and {other}"
        if same:
            score.add("pair right" if joined else "pair missed", "" if joined else what)
        elif joined:
            score.add("pair wrong", what)


def score_conflicts(gold: dict[str, Any], found: Found, score: Score) -> None:
    """Conflicts by kind and sides."""
    wanted, seen = gold.get("conflicts", []), set()
    for conflict in found.rows[Conflict]:
        places = found.places(conflict)
        hits = [
            n for n, w in enumerate(wanted)
            if w["kind"] == conflict.kind and all(any(found.stands(places, *p) for p in side) for side in w["sides"])
        ]  # fmt: skip
        seen.update(hits)
        score.add("conflict right" if hits else "conflict wrong", "" if hits else f"{gold['name']}: {conflict.explanation}")
    for n, one in enumerate(wanted):
        score.add("conflict found" if n in seen else "conflict missed", "" if n in seen else f"{gold['name']}: {one['sides']}")


def score_days(gold: dict[str, Any], found: Found, score: Score) -> None:
    """Days of undated pages: right when the true day lies in an interval of a week or so."""
    for file, day in gold.get("dated", {}).items():
        start, end = found.by_file[file].published_start, found.by_file[file].published_end
        told = f"{gold['name']}/{file}: {start} to {end}, appeared on {day}"
        if start is None or end is None or ((end - start).days > LONGEST and start <= date.fromisoformat(day) <= end):
            score.add("undated left", told)
        else:
            right = start <= date.fromisoformat(day) <= end
            score.add("undated right" if right else "undated wrong", "" if right else told)


def score_copies(gold: dict[str, Any], found: Found, score: Score) -> None:
    """Pairs of copies and rewrites."""
    wanted = {frozenset(pair) for pair in gold.get("copies", ())}
    made = {frozenset((found.files[c.document], found.files[c.source])) for c in found.rows[Copy] if c.kind != "partial"}
    joined = {frozenset(p) for a, b in product(wanted | made, repeat=2) for p in [a ^ b] if len(a & b) == 1 and len(p) == 2}
    for pair in sorted(wanted | made, key=sorted):
        right = pair in wanted and (pair in made or pair in joined)
        name = "copy right" if right else "copy missed" if pair in wanted else "copy wrong"
        score.add(name, "" if right else f"{gold['name']}: {sorted(pair)}")


def measured() -> Score:
    """The score of all collections."""
    score = Score()
    for gold in tomllib.loads((GOLD / "collections.toml").read_text(encoding="utf-8"))["collection"]:
        found = Found(read(GOLD / "collections" / gold["name"]))
        for one in (score_events, score_conflicts, score_days, score_copies):
            one(gold, found, score)
    return score


def numbers(score: Score) -> dict[str, float]:
    """The numbers that are kept."""
    recall, precision = score.ratio("pair right", "pair missed"), score.ratio("pair right", "pair wrong")
    undated = ("undated right", "undated wrong", "undated left")
    return {
        "same-event pair F": 2 * recall * precision / (recall + precision) if recall + precision else 0.0,
        "same-event pair precision": precision,
        "same-event pair recall": recall,
        "conflict precision": score.ratio("conflict right", "conflict wrong"),
        "conflict recall": score.ratio("conflict found", "conflict missed"),
        "undated right": score.counts["undated right"] / max(1, sum(score.counts[name] for name in undated)),
        "undated wrong": score.counts["undated wrong"] / max(1, sum(score.counts[name] for name in undated)),
        "copies right": score.ratio("copy right", "copy wrong", "copy missed"),
    }


if __name__ == "__main__":
    whole = measured()
    sys.stdout.writelines(f"{fault}\n" for fault in whole.faults)
    sys.stdout.writelines(f"{name:28}{value:6.3f}\n" for name, value in numbers(whole).items())

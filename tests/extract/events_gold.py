"""Own gold of events: clauses of diplomatic news, their events written before the coder saw them."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reading import read

from dragoman.records import Entity, EventMention

GOLD = Path(__file__).parent.parent / "gold" / "events.jsonl"
HELD = GOLD.with_name("events_held.jsonl")  # no rule or word was changed for these
STATUSES = ("future", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as gold writes it: "KEN,SOM CONSULT - phone @2024-06-10"."""

    actors: frozenset[str]
    event_type: str
    recipients: frozenset[str]
    mode: frozenset[str]
    status: str
    day: str

    @property
    def core(self) -> tuple[Any, ...]:
        """Type, sides and status, without mode and day."""
        return self.actors, self.event_type, self.recipients, self.status


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The clauses with their events."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def told(line: str) -> Told:
    """An event of the gold."""
    actors, kind, recipients, *rest = line.split()
    mode = [word for word in rest if word not in STATUSES and not word.startswith("@")]
    day = next((word[1:] for word in rest if word.startswith("@")), "")
    status = next((word for word in rest if word in STATUSES), "actual")
    return Told(side(actors), kind, side(recipients), frozenset(mode), status, day)


def side(text: str) -> frozenset[str]:
    """Parties of one side."""
    return frozenset() if text == "-" else frozenset(text.split(","))


def coded(text: str, day: str, least: float) -> list[tuple[Told, EventMention]]:
    """What dragoman codes of a clause, as gold writes it."""
    made = read(text, day)
    named = {one.id: one.country or one.id.upper() for one in made[Entity]}
    found = [event for event in made.get(EventMention, []) if event.confidence >= least]
    return [
        (
            Told(
                frozenset(named[one] for one in event.actors), event.event_type,
                frozenset(named[one] for one in event.recipients), frozenset(event.mode), event.status, str(event.date_start),
            ),
            event,
        )
        for event in found
    ]  # fmt: skip


def matches(gold: Told, found: Told, full: bool) -> bool:
    """Is the event right: type, sides and status; with `full` mode too, and the day where gold tells one."""
    if gold.core != found.core and not (is_mutual(gold) and joint(gold) == joint(found)):
        return False
    return not full or (gold.mode == found.mode and gold.day in ("", found.day))


def is_mutual(gold: Told) -> bool:
    """Is it of a type that both sides do? "Shared intelligence with" is right with one side or both, as in public gold sets."""
    return gold.event_type in ("AGREE", "SUPPORT", "COOPERATE")


def joint(one: Told) -> tuple[object, ...]:
    """The event with its sides taken together."""
    return one.actors | one.recipients, one.event_type, one.status


def measure(path: Path = GOLD, least: float = 0.0) -> tuple[dict[str, float], list[str], list[tuple[float, bool]]]:
    """Recall, precision and false alarms; what is wrong; confidences with their truth."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    sure: list[tuple[float, bool]] = []
    for row in rows(path):
        gold, found = [told(line) for line in row["events"]], coded(row["text"], row["day"], least)
        core = [any(matches(g, f, False) for f, _ in found) for g in gold]
        full = [any(matches(g, f, True) for f, _ in found) for g in gold]
        count["gold"] += len(gold)
        count["core"] += sum(core)
        count["full"] += sum(full)
        count["found"] += len(found)
        count["none"] += not gold
        count["alarm"] += bool(not gold and found)
        for f, event in found:
            count["right"] += any(matches(g, f, True) for g in gold)
            count["right core"] += any(matches(g, f, False) for g in gold)
            sure.append((event.confidence, any(matches(g, f, False) for g in gold)))
        if not all(full) or len(found) > len(gold):
            made = [(shown(f), e.rule) for f, e in found]
            wrong.append(f"{row['id']} {row['text']}\n   gold  {row['events']}\n   found {made}")
    scores = {
        "full": count["full"] / count["gold"], "core": count["core"] / count["gold"],
        "precision": count["right"] / max(1, count["found"]), "core precision": count["right core"] / max(1, count["found"]),
        "false alarms": count["alarm"] / count["none"],
    }  # fmt: skip
    return scores, wrong, sure


def shown(one: Told) -> str:
    """An event as gold writes it."""
    sides = [",".join(sorted(s)) or "-" for s in (one.actors, one.recipients)]
    rest = [*sorted(one.mode), *([one.status] if one.status != "actual" else []), f"@{one.day}"]
    return " ".join([sides[0], one.event_type, sides[1], *rest])


if __name__ == "__main__":
    for gold_path in (GOLD, HELD):
        scored, faults, _ = measure(gold_path)
        print(*faults, sep="\n")
        print(gold_path.name, {name: round(value, 3) for name, value in scored.items()})

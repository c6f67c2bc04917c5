"""Which row answers which item: the pairs that agree best, each row and each item once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show.evaluate.gold import Gold

HALF = 0.5
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """An item, the row that answers it, and the columns that are wrong in the row."""

    gold: Gold
    row: Row
    wrong: list[str]


def overlap(gold: Gold, row: Row) -> int:
    """Characters that both stand on; a whole page stands on itself."""
    if gold.table == "documents":
        return 1
    if gold.start is None or gold.end is None:
        return 0
    return int(max(0, min(gold.end, row["end"]) - max(gold.start, row["start"])))


def is_near(gold: Gold, row: Row) -> bool:
    """May the row be meant? Statements must share half of their length: several often stand in one sentence."""
    shared = overlap(gold, row)
    if gold.table != "statements" or gold.start is None or gold.end is None:
        return shared > 0
    return bool(2 * shared >= HALF * ((gold.end - gold.start) + (row["end"] - row["start"])))


def match(items: Sequence[Gold], rows: Sequence[Row], wrong: Callable[[Gold, Row], list[str]]) -> tuple[list[Pair], set[str]]:
    """The pairs of one page and table; and the ids of all rows that some item explains in full.

    A second row about an item that is found already is explained: it is no mistake.
    """
    candidates = [(item, row, wrong(item, row)) for item in items for row in rows if is_near(item, row)]
    candidates = [each for each in candidates if not each[0].values or len(each[2]) < len(each[0].values) or not each[2]]
    candidates.sort(
        key=lambda each: (len(each[2]), not each[0].required, -overlap(each[0], each[1]), each[0].place, each[1]["id"])
    )
    pairs, items_taken, rows_taken = [], set(), set()
    for item, row, bad in candidates:
        if item.place not in items_taken and row["id"] not in rows_taken:
            items_taken.add(item.place)
            rows_taken.add(row["id"])
            pairs.append(Pair(item, row, bad))
    explained = {row["id"] for _, row, bad in candidates if not bad and row["id"] not in rows_taken}
    return pairs, explained | {pair.row["id"] for pair in pairs if not pair.wrong}

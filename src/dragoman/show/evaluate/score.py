"""Precision, recall and F1 of a record against gold, with intervals by drawing pages again and again."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.errors import DragomanError
from dragoman.show.evaluate.gold import Gold
from dragoman.show.evaluate.match import Pair, match
from dragoman.show.evaluate.same import Same
from dragoman.show.record import Record
from dragoman.store.plain import plain

DRAWS = 1000
SEED = 20240304
"""The draws are the same every time, so that the same record and gold give the same numbers."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What one page (or all) gave: required items, those found right, rows, rows that an item explains."""

    required: int
    right: int
    rows: int
    good: int

    def rates(self) -> tuple[float | None, float | None, float | None]:
        """Precision, recall, F1; None where there is nothing to divide by."""
        precision = self.good / self.rows if self.rows else None
        recall = self.right / self.required if self.required else None
        if precision is None or recall is None:
            return precision, recall, None
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def evaluate(record: Record, items: Sequence[Gold]) -> dict[str, Any]:
    """The scores by table, the columns that were wrong, and every miss and extra row.

    A page counts for a table when the gold has a line about both; what the record holds of other pages is not judged.
    """
    same = Same(record.directory)
    by_file = _documents(record)
    tables: dict[str, Any] = {}
    for table in dict.fromkeys(item.table for item in items):
        coded: dict[str, list[Gold]] = defaultdict(list)
        for item in items:
            if item.table == table:
                coded[item.document].append(item)
        tables[table] = _score(record, table, coded, by_file, same)
    missing = sorted({item.document for item in items} - by_file.keys())
    return {"tables": tables, "documents_missing": missing, "draws": DRAWS}


def _documents(record: Record) -> dict[str, dict[str, Any]]:
    """The pages by file name and by id."""
    rows = [plain(row) for row in record.table("documents").to_pylist()]
    named = {record.files[row["id"]]: row for row in rows}
    return named | {row["id"]: row for row in rows}


def _score(
    record: Record, table: str, coded: dict[str, list[Gold]], by_file: dict[str, dict[str, Any]], same: Same
) -> dict[str, Any]:
    """One table: counts, rates with intervals, wrong columns, misses and extras."""
    ids = {by_file[name]["id"] for name in coded if name in by_file}
    rows = _rows_of(record, table, ids)
    counts, pairs, missed, extra = [], [], [], []
    for name, lines in coded.items():
        page = by_file.get(name)
        items = [_placed(item, page) for item in lines if not item.none]
        there = rows.get(page["id"], []) if page else []
        found, explained = match(items, there, same.wrong)
        answered = {pair.gold.place for pair in found}
        required = [item for item in items if item.required]
        right = sum(pair.gold.required and not pair.wrong for pair in found)
        counts.append(Counts(len(required), right, len(there), len(explained)))
        pairs += found
        missed += [_said(item) for item in required if item.place not in answered]
        extra += [_row_said(row, name) for row in there if row["id"] not in explained and row["id"] not in _in(found)]
    wrong = [pair for pair in pairs if pair.wrong]
    return {
        **_rates(counts),
        "located": sum(pair.gold.required for pair in pairs),
        "columns": _columns(pairs),
        "wrong": [_said(pair.gold) | {"row": pair.row["id"], "columns": pair.wrong} for pair in wrong],
        "missed": missed,
        "extra": extra,
    }


def _in(pairs: Sequence[Pair]) -> set[str]:
    return {pair.row["id"] for pair in pairs}


def _rows_of(record: Record, table: str, ids: set[str]) -> dict[str, list[dict[str, Any]]]:
    """The rows of the coded pages, by page."""
    column = "id" if table == "documents" else "document"
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    asked = record.ask(f"SELECT * FROM {table} WHERE list_contains($ids::VARCHAR[], {column})", ids=sorted(ids))
    for row in asked.to_pylist():
        found[row[column]].append(plain(row))
    return found


def _placed(item: Gold, page: dict[str, Any] | None) -> Gold:
    """The item with its place in the page, found by its words when it gives none."""
    if item.table == "documents" or item.start is not None or page is None:
        return item
    words, text = item.text or "", page["text"]
    if text.count(words) != 1:
        times = "not" if words not in text else f"{text.count(words)} times"
        raise DragomanError(f"{item.place}: {words[:60]!r} stands {times} in {item.document}", 'give "start" and "end"')
    start = text.index(words)
    return replace(item, start=start, end=start + len(words))


def _rates(counts: Sequence[Counts]) -> dict[str, Any]:
    whole = _sum(counts)
    names = ("precision", "recall", "f1")
    found: dict[str, Any] = {"pages": len(counts), "required": whole.required, "right": whole.right, "rows": whole.rows}
    found |= dict(zip(names, whole.rates(), strict=True))
    return found | {f"{name}_95": interval for name, interval in zip(names, _intervals(counts), strict=True)}


def _sum(counts: Sequence[Counts]) -> Counts:
    return Counts(
        sum(each.required for each in counts),
        sum(each.right for each in counts),
        sum(each.rows for each in counts),
        sum(each.good for each in counts),
    )


def _intervals(counts: Sequence[Counts]) -> Iterator[list[float] | None]:
    """95 % of the draws of as many pages, with replacement, lie between; None for a single page."""
    if len(counts) < 2:
        yield from (None, None, None)
        return
    chance = random.Random(SEED)
    draws = [_sum(chance.choices(counts, k=len(counts))).rates() for _ in range(DRAWS)]
    for values in zip(*draws, strict=True):
        known = sorted(value for value in values if value is not None)
        yield [known[int(0.025 * len(known))], known[min(len(known) - 1, int(0.975 * len(known)))]] if known else None


def _columns(pairs: Sequence[Pair]) -> dict[str, dict[str, int]]:
    """For each column: how often it was checked, how often right."""
    checked = Counter(column for pair in pairs for column in pair.gold.values)
    wrong = Counter(column for pair in pairs for column in pair.wrong)
    return {column: {"checked": number, "right": number - wrong[column]} for column, number in sorted(checked.items())}


def _said(item: Gold) -> dict[str, Any]:
    return {"gold": item.place, "document": item.document, "text": item.text}


def _row_said(row: dict[str, Any], document: str) -> dict[str, Any]:
    return {"row": row["id"], "document": document, "text": row.get("text") if "start" in row else row.get("title")}

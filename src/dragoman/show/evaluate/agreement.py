"""How far two coders agree: which items both found, and what they made of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from dragoman.errors import DragomanError
from dragoman.show.evaluate.gold import Gold
from dragoman.show.evaluate.match import Pair, match
from dragoman.show.evaluate.same import Same
from dragoman.show.who import Directory

LABELS = frozenset({"event_type", "kind", "measure", "relation", "status", "unit", "form", "type", "cameo", "quad"})


def agreement(one: Sequence[Gold], two: Sequence[Gold]) -> dict[str, Any]:
    """By table: items of each coder, items both have, and for each column how often they agree; kappa for labels.

    Only pages that both coded for the table are compared. Two items are one when they stand on the same words.
    """
    same, tables = Same(Directory(())), {}
    for table in dict.fromkeys(item.table for item in one):
        first, second = _by_page(one, table), _by_page(two, table)
        pages = [page for page in first if page in second]
        pairs = [pair for page in pages for pair in _pairs(first[page], second[page], same)]
        mine, theirs = (sum(len(_items(coder[page])) for page in pages) for coder in (first, second))
        both = 2 * len(pairs) / (mine + theirs) if mine + theirs else None
        tables[table] = {
            "pages": len(pages),
            "items": [mine, theirs],
            "both": len(pairs),
            "f1": both,
            "columns": {column: _column(pairs, column, same) for column in _shared(pairs)},
        }
    return {"tables": tables}


def _by_page(items: Sequence[Gold], table: str) -> dict[str, list[Gold]]:
    found: dict[str, list[Gold]] = defaultdict(list)
    for item in items:
        if item.table == table:
            found[item.document].append(item)
            if not item.none and table != "documents" and item.start is None:
                raise DragomanError(f'{item.place}: two coders are compared by "start" and "end"', "give both")
    return found


def _items(lines: Sequence[Gold]) -> list[Gold]:
    return [item for item in lines if not item.none]


def _pairs(one: Sequence[Gold], two: Sequence[Gold], same: Same) -> list[Pair]:
    """Items of one coder with those of the other that they overlap, the most alike first."""
    rows = [as_row(item) for item in _items(two)]
    blind = [Gold(i.place, i.table, i.document, i.start, i.end, i.text, True, i.symmetric) for i in _items(one)]
    values = {item.place: item.values for item in one}
    found, _ = match(blind, rows, lambda gold, row: same.wrong(_with(gold, values[gold.place], row), row))
    return [Pair(_with(pair.gold, values[pair.gold.place], pair.row), pair.row, pair.wrong) for pair in found]


def _with(gold: Gold, values: dict[str, list[Any]], row: Any) -> Gold:
    """The item with those values that the other coder gave too."""
    kept = {column: right for column, right in values.items() if column in row}
    return Gold(gold.place, gold.table, gold.document, gold.start, gold.end, gold.text, True, gold.symmetric, kept)


def as_row(item: Gold) -> dict[str, Any]:
    """A coder's item as if a record held it; of several right values the first."""
    first = {column: right[0] if right else None for column, right in item.values.items()}
    return {"id": item.place, "start": item.start, "end": item.end, "text": item.text, **first}


def _shared(pairs: Sequence[Pair]) -> list[str]:
    return sorted({column for pair in pairs for column in pair.gold.values})


def _column(pairs: Sequence[Pair], column: str, same: Same) -> dict[str, Any]:
    """How often both say the same of a column, and Cohen's kappa when it holds labels."""
    told = [pair for pair in pairs if column in pair.gold.values]
    agreed = sum(column not in pair.wrong for pair in told)
    found: dict[str, Any] = {"compared": len(told), "agreed": agreed}
    if column in LABELS:
        labels = [(str(pair.gold.values[column][0]), str(pair.row[column])) for pair in told]
        found["kappa"] = kappa(labels)
    return found


def kappa(labels: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what chance gives; None when all labels are one, or there are none.

    >>> round(kappa([("CONSULT", "CONSULT"), ("AGREE", "AGREE"), ("AGREE", "CONSULT"), ("CONSULT", "CONSULT")]), 2)
    0.5
    """
    if not labels:
        return None
    total = len(labels)
    seen = sum(one == two for one, two in labels) / total
    first, second = Counter(one for one, _ in labels), Counter(two for _, two in labels)
    chance = sum(first[label] * second[label] for label in first) / total**2
    return None if chance == 1 else (seen - chance) / (1 - chance)

"""A page cut where its rows begin and end, so that each is marked where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from dragoman.show.naming import shortened, shown
from dragoman.show.numbers import amount
from dragoman.show.sheets.figures import change


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a page that a row stands on."""

    start: int
    end: int
    kind: str
    id: str = ""
    href: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page over which nothing begins or ends."""

    text: str
    kinds: tuple[str, ...] = ()
    href: str = ""
    says: str = ""
    anchors: tuple[str, ...] = field(default=())
    aside: bool = False


def pieces(
    text: str, marks: Iterable[Mark], body: Sequence[Sequence[int]] = (), first: int = 0, last: int | None = None
) -> list[Piece]:
    """The text from `first` to `last` in pieces; the narrowest mark over a piece is where it leads.

    >>> [(piece.text, piece.kinds) for piece in pieces("Xi said no.", [Mark(0, 2, "k"), Mark(8, 10, "s")])]
    [('Xi', ('k',)), (' said ', ()), ('no', ('s',)), ('.', ())]
    """
    last = len(text) if last is None else min(last, len(text))
    there = sorted(
        (m for m in marks if m.start < min(m.end, last) and m.end > first), key=lambda m: (m.start, -m.end, m.kind, m.id)
    )
    spans = [(max(first, a), min(last, b)) for a, b in body if a < last and b > first]
    cuts = {first, last, *(cut for span in spans for cut in span)}
    cuts |= {min(max(cut, first), last) for mark in there for cut in (mark.start, mark.end)}
    ends, found, waiting = sorted(cuts), [], there
    over: list[Mark] = []
    for start, end in pairwise(ends):
        begun = [m for m in waiting if max(m.start, first) == start]
        waiting = waiting[len(begun) :]
        over = [m for m in over if m.end > start] + begun
        inside = not body or any(a <= start < b for a, b in spans)
        found.append(_piece(text[start:end], over, begun, not inside))
    return found


def _piece(text: str, over: Sequence[Mark], begun: Sequence[Mark], aside: bool) -> Piece:
    leading = min((m for m in over if m.href), key=lambda m: m.end - m.start, default=None)
    says = " · ".join(dict.fromkeys(m.says for m in sorted(over, key=lambda m: m.end - m.start) if m.says))
    kinds = tuple(sorted({m.kind for m in over}))
    anchors = tuple(m.id for m in begun if m.id)
    return Piece(text, kinds, leading.href if leading else "", says, anchors, aside)


def brief(table: str, row: dict[str, Any], names: dict[str, str]) -> str:
    """A row in a line, for the margin of its page."""
    if table == "statements":
        via = "".join(f" via {names.get(id_, id_)}" for id_ in (row["via"] or [])[-1:])
        return f"{names.get(row['speaker'], row['speaker_text'] or 'somebody')}{via}: {shortened(shown(row['text']), 80)}"
    if table == "figures":
        whose = " – ".join(names.get(row[side], row[side]) for side in ("subject", "partner") if row[side])
        return ": ".join(filter(None, (f"{row['measure']}", " ".join(filter(None, (whose, amount(row), change(row)))))))
    if table == "relations":
        subject, other = (names.get(row[side], row[side] or "") for side in ("subject", "object"))
        return f"{subject} {row['relation'].replace('_', ' ')} {other}".strip()
    if table == "event_mentions":
        actors, others = ([names.get(id_, id_) for id_ in row[side] or ()] for side in ("actors", "recipients"))
        return (
            f"{row['event_type']} {'/'.join(row['mode'] or ())} {', '.join(actors)}{' → ' if others else ''}{', '.join(others)}"
        )
    return str(row.get("value") or "")

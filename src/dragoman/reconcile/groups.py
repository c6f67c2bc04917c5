"""Keys and links: rows that share a key are compared, links become groups."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

FULL_GROUP = 24


def by_key(rows: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, list[T]]:
    """Rows under each key they carry, keys in the order met."""
    groups: dict[K, list[T]] = defaultdict(list)
    for row in rows:
        for key in keys(row):
            groups[key].append(row)
    return dict(groups)


def pairs(group: list[T], full: int = FULL_GROUP) -> Iterator[tuple[T, T]]:
    """Pairs of a group to compare: all of a small group; in a large one each row with its neighbours and the first ones.

    A thousand rows under one key give some twenty thousand pairs, not half a million: the work stays linear.
    """
    if len(group) <= full:
        yield from combinations(group, 2)
        return
    step = full // 2
    for number, row in enumerate(group):
        yield from ((first, row) for first in group[: min(step, number)])
        yield from ((near, row) for near in group[max(step, number - step) : number])


def components(members: Iterable[K], links: Iterable[tuple[K, K]]) -> list[list[K]]:
    """Connected components, each in the order of `members`, the components by their first member.

    >>> components("abcd", [("d", "a"), ("b", "b")])
    [['a', 'd'], ['b'], ['c']]
    """
    order = list(dict.fromkeys(members))
    parent = {member: member for member in order}

    def root(member: K) -> K:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    for a, b in links:
        if a in parent and b in parent:
            parent[root(b)] = root(a)
    groups: dict[K, list[K]] = defaultdict(list)
    for member in order:
        groups[root(member)].append(member)
    return list(groups.values())

"""Average linkage over the pairs that are alike: groups in which the members are alike on average."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping


class Linkage:
    """Clusters that grow by merging the two most alike; a pair that was never compared counts as unlike."""

    def __init__(self, members: Iterable[str], alike: Mapping[tuple[str, str], float]) -> None:
        self.clusters: dict[int, list[str]] = {number: [member] for number, member in enumerate(members)}
        self.next = len(self.clusters)
        self.total: dict[int, dict[int, float]] = defaultdict(dict)
        number_of = {cluster[0]: number for number, cluster in self.clusters.items()}
        for (a, b), value in alike.items():
            self.total[number_of[a]][number_of[b]] = self.total[number_of[b]][number_of[a]] = value

    def average(self, a: int, b: int) -> float:
        """Mean likeness between the members of two clusters."""
        return self.total[a].get(b, 0.0) / (len(self.clusters[a]) * len(self.clusters[b]))

    def merged(self, least: float) -> list[list[str]]:
        """The clusters when no two are alike by at least `least`."""
        heap = [(-self.average(a, b), a, b) for a in self.clusters for b in self.total[a] if a < b]
        heapq.heapify(heap)
        while heap:
            value, a, b = heapq.heappop(heap)
            if -value < least:
                break
            if a in self.clusters and b in self.clusters and abs(self.average(a, b) + value) < 1e-12:
                new = self._merge(a, b)
                for other in self.total[new]:
                    heapq.heappush(heap, (-self.average(new, other), min(new, other), max(new, other)))
        return list(self.clusters.values())

    def _merge(self, a: int, b: int) -> int:
        new, self.next = self.next, self.next + 1
        sums: dict[int, float] = defaultdict(float)
        for old in (a, b):
            for other, value in self.total.pop(old).items():
                if other not in (a, b):
                    sums[other] += value
                    self.total[other].pop(old, None)
        self.clusters[new] = sorted(self.clusters.pop(a) + self.clusters.pop(b))
        self.total[new] = dict(sums)
        for other, value in sums.items():
            self.total[other][new] = value
        return new

"""How alike documents are in their words: rare words count, a headline's twice, and only the beginning is read."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from dragoman.records.document import Document

WORD = re.compile(r"[^\W\d_]{3,}|\d{4,}")
READ = 2000
MARKING_WORDS = 30
SHARED_MARKING_WORDS = 2
NEIGHBOURS = 60

Vector = dict[str, float]


def vectors(documents: list[Document]) -> dict[str, Vector]:
    """TF-IDF weights of each document's words, of length one."""
    counts = {document.id: Counter(_words(document)) for document in documents}
    held = Counter(word for count in counts.values() for word in count)
    rarity = {word: math.log((len(documents) + 1) / n) for word, n in held.items()}
    return {name: _unit({w: (1 + math.log(n)) * rarity[w] for w, n in count.items()}) for name, count in counts.items()}


def _words(document: Document) -> list[str]:
    told, left = [document.title or ""] * 2, READ
    for start, end in document.body:
        told.append(document.text[start : min(end, start + left)])
        left -= end - start
        if left <= 0:
            break
    return [_stem(word) for word in WORD.findall("\n".join(told).lower())]


def _stem(word: str) -> str:
    """Plural and possessive endings off: "talks" is "talk"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _unit(weights: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def likeness(a: Vector, b: Vector) -> float:
    """Cosine of two vectors of length one."""
    both = a.keys() & b.keys()
    return math.fsum(a[word] * b[word] for word in both)


def like_pairs(
    made: dict[str, Vector], least: float, may_meet: Callable[[str, str], bool] = lambda one, other: True
) -> dict[tuple[str, str], float]:
    """Pairs at least so alike, among documents that share some of their most marking words and may meet at all.

    Of a word that very many hold, each document is compared with its neighbours in the order of `made`.
    """
    held = Counter(word for vector in made.values() for word in vector)
    holders: dict[str, list[str]] = defaultdict(list)
    for name, vector in made.items():
        shared = [word for word in vector if held[word] > 1]
        for word in sorted(shared, key=lambda w: (-vector[w], w))[:MARKING_WORDS]:
            holders[word].append(name)
    met = Counter(pair for group in holders.values() for pair in _neighbours(group, may_meet))
    told = ((pair, likeness(made[pair[0]], made[pair[1]])) for pair, n in met.items() if n >= SHARED_MARKING_WORDS)
    return {pair: value for pair, value in told if value >= least}


def _neighbours(group: list[str], may_meet: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Each of a group with the next ones that it may meet: the group is in the order of days."""
    for number, name in enumerate(group):
        for other in group[number + 1 : number + NEIGHBOURS]:
            if may_meet(name, other):
                yield name, other

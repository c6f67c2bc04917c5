"""One machine: batches in this process, or in a pool of its processes."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def mapped(function: Callable[[T], R], batches: Iterable[T], processes: int = 1) -> Iterator[R]:
    """What a job makes of each batch, in the order of the batches: in this process (1) or a pool of them."""
    if processes <= 1:
        yield from map(function, batches)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(function, batches)

"""One machine: batches in this process, or in a pool of its processes."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from dragoman.errors import DragomanError

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 2


def mapped(function: Callable[[T], R], batches: Iterable[T], processes: int = 1) -> Iterator[R]:
    """What a job makes of each batch, in the order of the batches: in this process (1) or a pool of them.

    Batches are taken as they are needed, a few ahead for each process, so that memory does not grow with their number.
    Raises DragomanError when the system ends a process, as it does when memory runs out.
    """
    if processes <= 1:
        yield from map(function, batches)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[R]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(function, batch))
                if len(waiting) > processes * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            remedy = "give fewer --processes, and the same command again: it goes on where it stopped"
            raise DragomanError("the system ended a process that was reading, perhaps for lack of memory", remedy) from error
        finally:
            for one in waiting:
                one.cancel()

"""How much one page may cost: beyond it the page is a problem, and the run goes on."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from dragoman.errors import DragomanError
from dragoman.records import Document

SECONDS = 10.0
"""Of the processor, not of the clock, so that a busy machine reads the same pages: fifty times what a long page takes."""
BODY = 100_000
"""Characters of an article, some 16,000 words; the longest long reads have half of it."""


class TooMuch(DragomanError):
    """A page that costs more than a page may."""


def too_long(document: Document) -> TooMuch | None:
    """What is told of an article that is no article by its length; a file of a year's reports, say."""
    many = sum(end - start for start, end in document.body)
    if many <= BODY:
        return None
    return TooMuch(
        f"its article has {many:,} characters, more than {BODY:,}: it is kept and not read", "split it into its articles"
    )


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    """A block that may use so much of the processor; then TooMuch is raised in it.

    Works where the system has a timer of the processor's time (not Windows), in the main thread; elsewhere there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooMuch(f"it took more than {seconds:g} seconds to read", "a fault of dragoman's: please report it with the page")

    before = signal.signal(signal.SIGPROF, stop)
    # Again after a second: what a library catches, or what comes while an object is being deleted, is not lost.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

"""One writer at a time: the second is told who writes; a writer that was killed leaves nothing behind that hinders."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from dragoman.errors import DragomanError
from dragoman.store.place import room

LOCK = "lock"
TRY_AGAIN = 0.2


@contextmanager
def writing(folder: Path, record: Path, wait: float = 0.0) -> Iterator[None]:
    """The right to write a record, while the block runs. Raises DragomanError when another has it for longer than `wait` seconds.

    The system itself takes the right back from a process that dies. Readers need no right: a record is replaced in one step.
    """
    with room(record):
        folder.mkdir(exist_ok=True)
    until = time.monotonic() + wait
    with room(record), (folder / LOCK).open("a+", encoding="utf-8") as file:
        while not _taken(file):
            if time.monotonic() >= until:
                file.seek(0)
                raise DragomanError(
                    f"{record} is being written by {file.read().strip() or 'another process'}", "wait until it is done"
                )
            time.sleep(TRY_AGAIN)
        file.truncate(0)
        file.write(f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _taken(file: IO[str]) -> bool:
    """Takes the lock when nobody has it."""
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        return _taken_on_windows(file)
    except OSError:
        return False
    return True


def _taken_on_windows(file: IO[str]) -> bool:
    import importlib

    system = importlib.import_module("msvcrt")
    file.seek(1 << 20)  # a byte far behind the words, so that others can read who writes
    try:
        system.locking(file.fileno(), system.LK_NBLCK, 1)
    except OSError:
        return False
    finally:
        file.seek(0)
    return True

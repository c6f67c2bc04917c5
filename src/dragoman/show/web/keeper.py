"""Keeps the record open for the site, and opens it anew when the file has been replaced."""

import sys
import time
from pathlib import Path
from threading import Lock, Thread

import duckdb

from dragoman.errors import DragomanError
from dragoman.show.web.index import Index
from dragoman.show.web.window import Window, stamp_of

SECONDS = 1.0
"""How often the file is looked at, at most."""


class Keeper:
    """The last whole state of a record, and its index."""

    def __init__(self, path: Path, every: float = SECONDS) -> None:
        self.path, self.every = path, every
        self._lock = Lock()
        self._looked = time.monotonic()
        self._refused: object = None
        self._opened = self._open()
        self.behind = ""

    def window(self) -> Window:
        """The record as it last was whole."""
        self._look()
        return self._opened[0]

    @property
    def index(self) -> Index:
        """The index of that state."""
        return self._opened[1]

    def _open(self) -> tuple[Window, Index]:
        window = Window(self.path)
        for each in ("names", "files", "seen"):
            getattr(window, each)  # read once, so that no page has to wait for it
        return window, Index(window)

    def _look(self) -> None:
        """Looks whether the file was replaced; a new state is opened in the background and then takes its place."""
        if time.monotonic() - self._looked < self.every or not self._lock.acquire(blocking=False):
            return
        self._looked = time.monotonic()
        try:
            stamp = stamp_of(self.path)
        except OSError:
            stamp = ()
        if stamp in (self._opened[0].stamp, self._refused):
            if stamp == self._opened[0].stamp:
                self.behind = ""
            self._lock.release()
            return
        Thread(target=self._renew, args=(stamp,), daemon=True).start()

    def _renew(self, stamp: object) -> None:
        try:
            self._opened = self._open()
            self.behind, self._refused = "", None
        except (DragomanError, duckdb.Error, OSError) as error:
            self.behind, self._refused = "the file is being written or cannot be read; this is the record as it was before", stamp
            print(f"dragoman: {error}; the record is served as it was before", file=sys.stderr)
        finally:
            self._looked = time.monotonic()
            self._lock.release()

"""Every pattern that dragoman compiles, timed on texts that are made to be hard: a program, run by test_patterns.py.

Prints a line of JSON for each pattern and text that take longer than the limit, and the number of patterns at the end. Half a
second for two thousand characters is what a pattern keeps whose time grows with the square of a text; where with the
cube, or doubles with each character, it takes far longer. A whole page is held by jobs/limits.py beside this.
"""

import json
import re
import signal
import sys
import time
from pathlib import Path
from typing import Any

LIMIT, LENGTH = 2.0, 2_000  # seconds: four times the worst on a busy machine
UNITS = [
    "a", "A", "1", " ", "\t", "\n", '"', "'", "(", ".", ",", "-", "/", "a ", "A ", "Aa ", "a-", "1,", "1.",
    "1 ", "$1 ", '" ', "(a",
    "a. ", "A. ", "7 May ", "of ", "the ", "<p>", "&amp;", "é", "中", "\u00a0", "#", "http://a.", "a@", "- ", "| ",
]  # fmt: skip
SEEN: dict[tuple[str | bytes, int], re.Pattern[Any]] = {}


class Late(Exception):
    """A search that took too long."""


def watched() -> None:
    """From now on each pattern that is compiled is kept."""
    real = re.compile

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        made = real(pattern, flags)
        place = sys._getframe(1).f_globals.get("__name__", "")
        if place.startswith("dragoman") and isinstance(made.pattern, str):
            SEEN[made.pattern, made.flags] = made
        return made

    re.compile = compiled  # type: ignore[assignment]


def load() -> None:
    """Everything that compiles patterns: all modules, the words, one page read."""
    import importlib
    import pkgutil

    import dragoman

    for module in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        try:
            importlib.import_module(module.name)
        except ImportError:
            continue
    from dragoman.jobs.batch import read_batch
    from dragoman.read.text import page_of_text

    page = Path(__file__).resolve().parents[1] / "gold" / "pages" / "01-anadolu-cairo.txt"
    read_batch([page_of_text("page.txt", page.read_text(encoding="utf-8"))])


def late(pattern: re.Pattern[str], text: str) -> float:
    """Seconds that a search through all of a text takes; LIMIT * 2 when it was stopped."""
    started = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT * 2)
    try:
        for _ in pattern.finditer(text):
            pass
    except Late:
        return LIMIT * 2
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started


def texts(pattern: str) -> list[str]:
    """Hard texts for all patterns, and for one pattern those of its own words."""
    own = re.findall(r"[A-Za-z]{3,}", pattern)[:2]
    made = [unit * (LENGTH // len(unit)) for unit in [*UNITS, *(f"{word} " for word in own)]]
    return made + [f"{unit * (LENGTH // 2)}\x00" for unit in ("a", " ", "1", "A ")]


def main() -> None:
    """Compile, time, tell."""

    def stop(*_: Any) -> None:
        raise Late

    signal.signal(signal.SIGVTALRM, stop)
    watched()
    load()
    for pattern in SEEN.values():
        for text in texts(pattern.pattern):
            if (took := late(pattern, text)) > LIMIT:
                print(json.dumps({"seconds": round(took, 2), "text": text[:8], "pattern": pattern.pattern[:200]}), flush=True)
    print(json.dumps({"patterns": len(SEEN)}))


if __name__ == "__main__":
    main()

"""Is everything there that dragoman needs? Each answer with the remedy when it is not."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.requirements import Requirement

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.lexicon.form import require_whole
from dragoman.lexicon.lexicon import load_lexicon, words_digest
from dragoman.parse.parser import load_parser
from dragoman.show.sheet import Column, Line, Sheet

OLDEST = (3, 11)
ROOM = 2 * 1024**3
"""Bytes that a build of some thousand pages may want beside the record."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and what to do when it is not well."""

    what: str
    found: str
    remedy: str = ""


def examined(record: Path | None, words: Path | None) -> Iterator[Finding]:
    """Python, packages, model, words, disk and, when one is given, the record."""
    yield python()
    yield from packages()
    yield told("model", model)
    yield told("words", lambda: words_found(words))
    yield disk(record)
    if record is not None:
        yield told("record", lambda: record_found(record))


def told(what: str, look: Callable[[], Finding]) -> Finding:
    """A finding, or the mistake that looking ended in."""
    try:
        return look()
    except DragomanError as error:
        return Finding(what, error.what, error.how_to_mend or "see the message")


def python() -> Finding:
    """The interpreter, new enough or not."""
    now = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, OLDEST))
    return Finding("Python", now, "" if sys.version_info >= OLDEST else f"dragoman needs {wanted} or newer")


def packages() -> Iterator[Finding]:
    """What dragoman needs of other packages, each in a version that it takes."""
    yield Finding("dragoman", __version__)
    for line in requires("dragoman") or ():
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        yield package(wanted)


def package(wanted: Requirement) -> Finding:
    """One package: its version, and what to do when it is missing or another one."""
    remedy = f"pip install '{wanted.name}{wanted.specifier}'"
    try:
        found = version(wanted.name)
    except PackageNotFoundError:
        return Finding(wanted.name, "missing", remedy)
    return Finding(wanted.name, found, "" if wanted.specifier.contains(found, prereleases=True) else remedy)


def model() -> Finding:
    """The parser's model, loaded, with the digest of its weights."""
    parser = load_parser()
    return Finding("model", f"{parser.name}, weights {parser.digest[:8]}")


def words_found(words: Path | None) -> Finding:
    """The words, ours and the user's, read as a build reads them."""
    require_whole(words)
    load_lexicon(words)
    return Finding("words", f"whole, digest {words_digest(words)[:8]}")


def disk(record: Path | None) -> Finding:
    """Room where the record lies, or here."""
    place = (record.parent if record is not None and record.parent.is_dir() else Path.cwd()).resolve()
    free = shutil.disk_usage(place).free
    return Finding("disk", f"{free / 1024**3:,.1f} GB free in {place}", "" if free > ROOM else "make room before a build")


def record_found(path: Path) -> Finding:
    """The record, opened and verified."""
    from dragoman.show.record import Record
    from dragoman.show.verify import verify

    with Record.open(path) as record:
        verdict = verify(record)
    if verdict.faults:
        return Finding("record", f"{len(verdict.faults)} faults", f"dragoman verify {path} tells them; build it anew")
    return Finding("record", f"{verdict.rows['documents']:,} documents, digest {verdict.digest[:8]}")


def doctor_sheet(findings: list[Finding]) -> Sheet:
    """The findings for the eye, with those that need a hand at the top."""
    ill = sum(bool(one.remedy) for one in findings)
    lines = [
        Line((one.what, one.found, one.remedy), style="red" if one.remedy else "")
        for one in sorted(findings, key=lambda f: not f.remedy)
    ]
    title = f"{ill} of {len(findings)} need a hand" if ill else f"All well: {len(findings)} things looked at"
    return Sheet(title, (Column("what", style="bold"), Column("found"), Column("what to do")), lines)

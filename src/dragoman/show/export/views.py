"""Exports that go one way: a record, or a part of it, as other programs' files."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from dragoman.errors import DragomanError
from dragoman.show.export.formats import FORMATS, export_record
from dragoman.show.export.part import Part
from dragoman.show.naming import near
from dragoman.show.record import Record
from dragoman.store.place import room

VIEWS = ("gdelt", "icews", "polecat", "ftm", "jsonld", "bibtex", "sqlite")
WHOLE = (*FORMATS, "sqlite")
"""Formats that carry the whole record."""


class View(Protocol):
    """What a module of a one-way format offers."""

    def write(self, part: Part, folder: Path) -> dict[str, int]: ...


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: rows by file (by table, when it is the whole record), and what it left out."""

    files: dict[str, int]
    whole: bool = False
    left_out: int = 0
    without_day: int = 0


def export(
    path: Path,
    to: Path,
    name: str,
    *,
    since: str | None = None,
    until: str | None = None,
    between: tuple[str, str] | None = None,
    replace: bool = False,
) -> Exported:
    """Writes a record, or the part asked for, into the folder `to` in the format `name`."""
    name, there = name.lower(), (*FORMATS, *VIEWS)
    if name not in there:
        raise DragomanError(f"there is no format {name!r}", f"one of {', '.join(there)}{near(name, there)}")
    if name in WHOLE and (since or until or between):
        remedy = "leave --since, --until and --between out, or choose another format"
        raise DragomanError(f"{name} carries the whole record", remedy)
    if name in FORMATS:
        return Exported(export_record(path, to, name, replace), whole=True)
    return _export_view(path, to, name, replace, {"since": since, "until": until}, between)


def _export_view(
    path: Path, to: Path, name: str, replace: bool, days: dict[str, str | None], between: tuple[str, str] | None
) -> Exported:
    """Writes a one-way format."""
    form = cast(View, import_module(f"dragoman.show.export.{name}"))
    with Record.open(path) as record:
        part = Part(record, **days, between=between)
        part.check()
        if to.is_dir() and any(to.iterdir()) and not replace:
            raise DragomanError(f"{to} is not empty", "give another folder, or --replace to write into it")
        with room(to):
            to.mkdir(parents=True, exist_ok=True)
            files = form.write(part, to)
        if name not in ("gdelt", "icews", "polecat"):
            return Exported(files)
        without = sum(event["date_start"] is None or event["date_start"] != event["date_end"] for event in part.events)
        return Exported(files, left_out=part.left_out, without_day=without)

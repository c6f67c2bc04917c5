"""The list of a record's files: what is on it is the record, and a folder that lacks one of them is half a record."""

import json
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.records import TABLES

LIST = "record.json"
AGAIN = "build or fetch it again"


def listed(path: Path) -> dict[str, list[Path]] | None:
    """The parts of each table of a record; None where the folder is no record of parts.

    Raises DragomanError when a part that is on the list is not there, or is not as long as it was.
    """
    there = path / LIST
    if not there.is_file():
        if any((path / f"{name}.parquet").is_dir() for name in TABLES):
            raise DragomanError(f"{path} is half a record: it was never written to its end (it has no {LIST})", AGAIN)
        return None
    try:
        files = {str(name): int(size) for name, size in json.loads(there.read_text(encoding="utf-8"))["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DragomanError(f"{there} cannot be read as the list of a record", AGAIN) from error
    gone = [name for name, size in files.items() if not (path / name).is_file() or (path / name).stat().st_size != size]
    if gone:
        raise DragomanError(
            f"{path} is half a record: {len(gone)} of its {len(files)} files are missing or cut ({gone[0]})", AGAIN
        )
    return {name: [path / each for each in files if each.startswith(f"{name}.parquet/")] for name in TABLES}


def scanned(files: Iterable[Path]) -> str:
    """The files as DuckDB reads them in one go."""
    places = ", ".join("'{}'".format(str(file).replace("'", "''")) for file in files)
    return f"read_parquet([{places}], hive_partitioning = false)"

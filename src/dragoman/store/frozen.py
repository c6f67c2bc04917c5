"""Rows of one page packed into bytes and back; what is unpacked can be rows and days, and nothing else."""

import io
import pickle
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from dragoman import records

FAST = 1
DAYS: dict[str, type] = {kind.__name__: kind for kind in (date, datetime, timedelta, timezone)}


class Damaged(ValueError):
    """Bytes that are not the rows that were packed."""


class _Rows(pickle.Unpickler):
    """Unpacks record classes and days; a name of anything else is refused, so that no file can make dragoman run it."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in DAYS:
            return DAYS[name]
        found = getattr(records, name, None) if module.startswith("dragoman.records.") else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        raise Damaged(f"{module}.{name} is no row")


def freeze(rows: Mapping[str, Sequence[Any]]) -> bytes:
    """The rows of each table, packed."""
    return zlib.compress(pickle.dumps(dict(rows), protocol=5), FAST)


def thaw(data: bytes) -> dict[str, list[Any]]:
    """The rows again; raises Damaged when a bit of them is not as it was."""
    try:
        found = _Rows(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # whatever a damaged pickle does, it is damaged
        raise Damaged(str(error)) from error
    if not isinstance(found, dict):
        raise Damaged("no rows")
    return found

"""Ids that are the same on any machine, in any order."""

import hashlib


def stable_id(prefix: str, *parts: object) -> str:
    """An id of 14 hexadecimal digits after its prefix, from what the row is.

    >>> stable_id("ev", "doc_1", 10, "CONSULT") == stable_id("ev", "doc_1", 10, "CONSULT")
    True
    """
    said = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{hashlib.sha256(said.encode()).hexdigest()[:14]}"

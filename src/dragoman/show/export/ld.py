"""What the JSON-LD files share: names for rows, and nodes without the unknown."""

import json
from functools import lru_cache
from typing import Any
from urllib.parse import quote

encoded = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON; one encoder for all of an export."""


@lru_cache(maxsize=200_000)
def iri(id_: str) -> str:
    """The name of a row on the web of data.

    >>> iri("BLR/state-media")
    'urn:dragoman:BLR/state-media'
    """
    return f"urn:dragoman:{quote(id_, safe='/:-_.~')}"


def kept(node: dict[str, Any]) -> dict[str, Any]:
    """The node without what is unknown or empty."""
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}

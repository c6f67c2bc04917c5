"""Rows as plain JSON: how they are exported, printed and compared."""

import json
from datetime import UTC, date, datetime
from typing import Any


def plain(value: Any) -> Any:
    """The value as JSON has it; days as ISO 8601, times in UTC with a Z."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


def plain_line(row: dict[str, Any]) -> str:
    """One row as one line of JSON Lines.

    >>> plain_line({"day": date(2023, 3, 1), "place": None})
    '{"day": "2023-03-01", "place": null}\\n'
    """
    return json.dumps(plain(row), ensure_ascii=False) + "\n"

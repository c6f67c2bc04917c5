"""What a field means, said where the field is declared."""

from dataclasses import MISSING, field
from typing import Any


def about(meaning: str, default: Any = MISSING) -> Any:
    """A dataclass field that carries its meaning; the schema, the reference pages and `explain` read it."""
    metadata = {"about": meaning}
    if default is MISSING:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)

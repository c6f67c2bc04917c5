"""PLOVER 2.0: its 16 types with quad, score and modes, and CAMEO both ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from dragoman.lexicon.files import table


@dataclass(frozen=True, slots=True)
class EventType:
    """One type: its quad, score, modes with scores, and where its parties usually stand."""

    code: str
    quad: int
    score: float
    needs_recipient: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modes: Mapping[str, float | None]
    cameo: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types by code, and the CAMEO codes with the type and mode that each stands for."""

    types: Mapping[str, EventType]
    cameo: Mapping[str, tuple[str, str]]
    back: Mapping[tuple[str, str], str]

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> Self:
        """events/ontology.csv and events/cameo.csv."""
        types = {row.text("event"): read_type(row.cells) for row in table("events/ontology.csv", folders, ("event",))}
        rows = table("events/cameo.csv", folders, ("cameo",))
        cameo = {row.text("cameo"): (row.text("event"), row.text("mode")) for row in rows}
        back = {(row.text("event"), row.text("mode")): row.text("cameo") for row in rows if row.text("back") == "yes"}
        return cls(types, cameo, back)

    def score(self, code: str, modes: tuple[str, ...]) -> float | None:
        """Score of a type, or of its most telling mode where the mode has its own.

        CONSULT is 2.5, CONSULT visit 4; of several modes the one farthest from zero counts.
        """
        kind = self.types.get(code)
        if kind is None:
            return None
        own = [score for mode in modes if (score := kind.modes.get(mode)) is not None]
        return max(own, key=abs) if own else kind.score

    def from_cameo(self, code: str) -> tuple[str, str] | None:
        """Type and mode of a CAMEO code, by its longest known prefix; None for 01 and 02, which PLOVER drops."""
        for length in range(len(code), 1, -1):
            if code[:length] in self.cameo:
                event, mode = self.cameo[code[:length]]
                return (event, mode) if event else None
        return None

    def to_cameo(self, code: str, modes: tuple[str, ...]) -> str | None:
        """The nearest CAMEO code of a type and its modes."""
        for mode in (*modes, ""):
            if (code, mode) in self.back:
                return self.back[code, mode]
        return self.types[code].cameo if code in self.types else None


def read_type(cells: Mapping[str, str]) -> EventType:
    """A row of ontology.csv as a type."""
    modes = (part.partition("=") for part in cells["modes"].split("|") if part)
    return EventType(
        code=cells["event"],
        quad=int(cells["quad"]),
        score=float(cells["score"]),
        needs_recipient=cells["recipient"] == "required",
        actor=tuple(cells["actor_slots"].split("|")),
        recipient=tuple(cells["recipient_slots"].split("|")),
        modes={name: float(score) if score else None for name, _, score in modes},
        cameo=cells["cameo"],
    )

"""Codes of other data sets for what stands in a record: CAMEO actors and acts, FIPS and COW, sectors."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Self

from dragoman.lexicon.files import Row, layers, table
from dragoman.lexicon.plover import Ontology
from dragoman.records import Entity

CAMEO_SECTORS = {"JRN": "MED", "MED": "HLH", "PRM": "UAF", "SOC": "CVL", "UNK": "", "PRE": "SEP"}
"""PLOVER sectors that CAMEO calls otherwise; all others bear the same name in both."""


@dataclass(frozen=True, eq=False)
class Codes:
    """What the words know about codes; states that the record lacks are found in the words."""

    ontology: Ontology
    acts: Mapping[str, Row]
    states: Mapping[str, Row]
    places: Mapping[str, Row]

    @classmethod
    def load(cls) -> Self:
        """events/cameo_codes.csv, events/cameo.csv, states.csv and places.csv."""
        folders = layers(None)
        acts = {row.text("cameo"): row for row in table("events/cameo_codes.csv", folders, ("cameo",))}
        states = {row.text("id"): row for row in table("states.csv", folders, ("id",))}
        places: dict[str, Row] = {}
        for row in table("places.csv", folders, ("name", "country")):
            for name in (row.text("name"), *row.list("aliases")):
                places.setdefault(name, row)
        return cls(Ontology.load(folders), acts, states, places)

    @cached_property
    def _state_named(self) -> dict[str, str]:
        return {name: id_ for id_, row in self.states.items() for name in (row.text("name"), *row.list("aliases"))}

    def cameo(self, event: dict[str, Any]) -> str:
        """The event's CAMEO code; for want of one, its type's."""
        return event["cameo"] or self.ontology.to_cameo(event["event_type"], tuple(event["mode"])) or ""

    def _act(self, code: str, column: str) -> str:
        for length in range(len(code), 1, -1):
            if (row := self.acts.get(code[:length])) and row.text(column):
                return row.text(column)
        return ""

    @lru_cache(maxsize=1000)  # noqa: B019 - one Codes an export, and few codes
    def label(self, code: str) -> str:
        """What a CAMEO code means: 042 'Make a visit'."""
        return self._act(code, "label")

    @lru_cache(maxsize=1000)  # noqa: B019
    def goldstein(self, code: str) -> float | None:
        """The code's value on the Goldstein scale, -10 to 10; of a code without one, its parent's."""
        found = self._act(code, "goldstein")
        return float(found) if found else None

    def country(self, entity: Entity | None, column: str) -> str:
        """A column of states.csv (name, cameo, fips, cow, iso2) for the state that the entity acts for; empty for none."""
        row = self.states.get(entity.country or "") if entity else None
        return row.text(column) if row else ""

    def sector(self, entity: Entity | None) -> str:
        """The entity's sector as CAMEO writes it; a state itself has none."""
        if entity is None or entity.kind == "state" or not entity.sector:
            return ""
        return CAMEO_SECTORS.get(entity.sector, entity.sector)

    def group(self, entity: Entity | None) -> str:
        """The code of a known organisation: NAT of IGONAT."""
        codes = entity.codes if entity and entity.kind == "organisation" else ()
        return next((code[3:6] for code in codes if code.startswith(("IGO", "NGO")) and len(code) >= 6), "")

    def actor(self, entity: Entity | None) -> str:
        """The whole CAMEO actor code: BLR, BLRGOV, IGONAT; empty for somebody of no known state or sector."""
        if entity is None:
            return ""
        if group := self.group(entity):
            return f"{self.sector(entity)}{group}"
        return f"{self.country(entity, 'cameo')}{self.sector(entity)}"

    @lru_cache(maxsize=50_000)  # noqa: B019
    def place(self, name: str | None) -> tuple[str, str, bool]:
        """Town (empty when the place is a state), the state's id, and whether the place is known at all."""
        if not name:
            return "", "", False
        if row := self.places.get(name):
            return row.text("name"), row.text("country"), True
        state = self._state_named.get(name, "")
        return "", state, bool(state)

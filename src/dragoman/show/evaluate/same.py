"""Does a row say what the gold says? Names by whom they mean, numbers by value, days by interval."""

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.errors import DragomanError
from dragoman.show.evaluate.gold import Gold
from dragoman.show.naming import key
from dragoman.show.who import Directory

ENTITIES = frozenset({"speaker", "addressee", "subject", "partner", "object", "entity", "actors", "recipients", "via"})
AT_LEAST = frozenset({"via", "agencies", "aliases"})
"""Lists of which the gold names only what must be there."""
WITHOUT_DIRECTION = {
    "event_type": frozenset({"CONSULT", "AGREE"}),
    "measure": frozenset({"trade", "visits"}),
    "relation": frozenset({"ally_of", "strategic_partner_of", "at_war_with", "shares_border_with"}),
}
SIDES = {"event_mentions": ("actors", "recipients"), "figures": ("subject", "partner"), "relations": ("subject", "object")}
CLOSE = 1e-6


class Same:
    """Compares rows of a record (or of another coder) with gold."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._meant: dict[str, frozenset[str]] = {}

    def wrong(self, gold: Gold, row: Mapping[str, Any]) -> list[str]:
        """The columns of the row that are not as the gold has them."""
        bad = [column for column, right in gold.values.items() if not self._any(column, row, right)]
        sides = SIDES.get(gold.table, ())
        if set(bad) & set(sides) and self._undirected(gold) and self._together(gold, row, sides):
            bad = [column for column in bad if column not in sides]
        return bad

    def _any(self, column: str, row: Mapping[str, Any], right: Iterable[Any]) -> bool:
        if any(self.is_same(column, row.get(column), value) for value in right):
            return True
        said = row.get("speaker_text") if column == "speaker" else None
        return bool(said) and any(isinstance(value, str) and key(value) == key(str(said)) for value in right)

    def is_same(self, column: str, found: Any, right: Any) -> bool:
        """Is the value of this column right?"""
        if right is None or right == []:
            return found in (None, "", [], ())
        if isinstance(right, list):
            return self._same_list(column, list(found or ()), right)
        if column in ENTITIES:
            return self._is_entity(found, right)
        if isinstance(right, bool) or isinstance(found, bool):
            return found is right
        if isinstance(right, int | float):
            return isinstance(found, int | float) and abs(found - right) <= CLOSE * max(1.0, abs(right))
        return self._same_text(column, found, str(right))

    def _same_text(self, column: str, found: Any, right: str) -> bool:
        if found is None:
            return False
        if column.endswith(("_start", "_end")) and not column.startswith("period"):
            return str(found) >= right if column.endswith("_start") else str(found) <= right
        if column in ("valid_from", "valid_to"):
            return str(found).startswith(right)
        return key(str(found)) == key(right)

    def _same_list(self, column: str, found: list[Any], right: list[Any]) -> bool:
        covered = all(any(self.is_same(column, each, wanted) for each in found) for wanted in right)
        return covered and (
            column in AT_LEAST or all(any(self.is_same(column, each, wanted) for wanted in right) for each in found)
        )

    def _undirected(self, gold: Gold) -> bool:
        return gold.symmetric or any(
            set(gold.values.get(column, ())) & kinds for column, kinds in WITHOUT_DIRECTION.items() if column in gold.values
        )

    def _together(self, gold: Gold, row: Mapping[str, Any], sides: tuple[str, ...]) -> bool:
        """Are both sides right when nobody asks which is which?"""
        found = [each for side in sides for each in _listed(row.get(side))]
        wanted = [each for side in sides for each in _listed((gold.values.get(side) or [None])[0])]
        return bool(wanted) and self._same_list("actors", found, wanted)

    def _is_entity(self, found: Any, right: str) -> bool:
        """A state stands for those who act for it, and they for it."""
        if found is None:
            return False
        one, two = self._acting(str(found)), self._acting(right)
        return str(found) == right or self._id(right) in one or self._id(str(found)) in two

    def _acting(self, name: str) -> frozenset[str]:
        """Ids of whoever the name means and of all who act for them; the name itself when nobody knows it."""
        if name not in self._meant:
            try:
                known = self.directory.find(name)
                self._meant[name] = frozenset((known.id, *self.directory.acts_for(known)))
            except DragomanError:
                self._meant[name] = frozenset({key(name)})
        return self._meant[name]

    def _id(self, name: str) -> str:
        try:
            return self.directory.find(name).id
        except DragomanError:
            return key(name)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]

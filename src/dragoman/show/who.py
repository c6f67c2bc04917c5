"""Who a user means: Belarus, BLR, by, Minsk and Lukashenko are all found, and a miss suggests what is near."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dragoman.errors import DragomanError
from dragoman.lexicon.files import Row, layers, table
from dragoman.records import Entity
from dragoman.show.naming import key, nearest

# Where a name is looked up, surest first: a code, a name, another name or a capital, a surname, a part.
CODE, NAME, OTHER_NAME, OTHER_CODE, SURNAME, PART, PLACE = range(7)
SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who can be asked for, with the names it answers to, by how sure they are."""

    id: str
    name: str
    kind: str
    names: tuple[tuple[int, str], ...]


Shelves = dict[int, dict[str, dict[str, Known]]]
"""How sure -> name as compared -> who answers to it, by id."""


def known_entity(entity: Entity) -> Known:
    """An entity of the record with its names."""
    if entity.kind == "place":
        return Known(entity.id, entity.name, entity.kind, ((PLACE, entity.id), (PLACE, entity.name)))
    codes = (entity.iso2, entity.iso3)
    others = (entity.id, entity.cameo, entity.fips, entity.cow, *entity.codes)
    names = [
        *((CODE, str(code)) for code in codes if code),
        (NAME, entity.name),
        *((OTHER_NAME, alias) for alias in entity.aliases),
        *((OTHER_CODE, str(code)) for code in others if code),
        *((SURNAME, name.split()[-1]) for name in (entity.name, *entity.aliases) if _has_surname(entity.kind, name)),
    ]
    return Known(entity.id, entity.name, entity.kind, tuple(names))


def _has_surname(kind: str, name: str) -> bool:
    return kind == "person" and len(name.split()) > 1


def known_row(row: Row, kind: str) -> Known:
    """A row of the words (states.csv, people.csv, organisations.csv, entities.csv) with its names."""
    names = [(CODE, row.text(column)) for column in ("iso3", "iso2")]
    names += [(NAME, row.text("name")), (OTHER_NAME, row.text("official"))]
    names += [(OTHER_NAME, name) for column in ("aliases", "demonyms", "capital") for name in row.list(column)]
    names += [(OTHER_CODE, code) for column in ("id", "cameo", "fips", "cow", "codes", "wikidata") for code in row.list(column)]
    names += [(SURNAME, name) for name in row.list("surname")]
    return Known(row.text("id"), row.text("name"), kind, tuple((sure, name) for sure, name in names if name))


def known_in_words() -> Iterator[Known]:
    """Everybody in dragoman's own words, whether the record mentions them or not."""
    folders, names_of = layers(None), {}
    for file, kind in (
        ("states", "state"),
        ("organisations", "organisation"),
        ("entities", "group"),
        ("people", "person"),
        ("outlets", "media"),
    ):
        for row in table(f"{file}.csv", folders, ("id",)):
            names_of[row.text("id")] = row.text("name")
            yield known_row(row, kind)
    for row in table("places.csv", folders, ("name", "country")):
        if stands_for := row.text("stands_for"):
            names = ((OTHER_NAME, name) for name in (row.text("name"), *row.list("aliases")))
            yield Known(stands_for, names_of.get(stands_for, stands_for), "state", tuple(names))


class Directory:
    """Finds the one entity that a name means, first in the record and then in the words."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}

    @cached_property
    def _record(self) -> Shelves:
        return _shelved(known_entity(entity) for entity in self.entities.values())

    @cached_property
    def _words(self) -> Shelves:
        return _shelved(known_in_words())

    def find(self, name: str) -> Known:
        """Whom the name means. Raises when it means nobody, or several: with suggestions."""
        if entity := self.entities.get(name):
            return known_entity(entity)
        wanted = key(name)
        for sure in range(PLACE + 1):
            for shelves in (self._record, self._words):
                found = _part(shelves, wanted) if sure == PART else shelves[sure].get(wanted, {})
                if found:
                    return _only(name, list(found.values()))
        raise DragomanError(f"nobody called {name!r} is in the record or the words", self._suggest(name))

    def _suggest(self, name: str) -> str:
        known = [*self._names(self._record), *self._names(self._words)]
        near = nearest(name, known)
        return f"did you mean {' or '.join(near)}?" if near else "`dragoman entities RECORD` lists who is there"

    def _names(self, shelves: Shelves) -> Iterator[str]:
        for sure in (NAME, OTHER_NAME, SURNAME):
            for found in shelves[sure].values():
                yield from (name for known in found.values() for level, name in known.names if level == sure)

    def acts_for(self, known: Known) -> list[str]:
        """Ids of all who act for it: of a state its leaders, organs and media, of an organisation its officials."""
        ids = {known.id}
        if known.kind in ("state", "organisation"):
            for entity in self.entities.values():
                if entity.country == known.id or any(role.of == known.id for role in entity.roles):
                    ids.add(entity.id)
        return sorted(ids)


def _shelved(known: Iterable[Known]) -> Shelves:
    shelves: Shelves = {sure: {} for sure in range(PLACE + 1)}
    for each in known:
        for sure, name in each.names:
            shelves[sure].setdefault(key(name), {})[each.id] = each
    return shelves


def _part(shelves: Shelves, wanted: str) -> dict[str, Known]:
    """Those whose name holds all the words asked for: 'Shanghai Cooperation'."""
    words = set(wanted.split())
    if max(map(len, words), default=0) < SHORTEST_PART:
        return {}
    hits = (found for name, found in shelves[NAME].items() if words <= set(name.split()))
    return {id_: known for found in hits for id_, known in found.items()}


def _only(name: str, found: list[Known]) -> Known:
    """The one meant: a state before all others; else there must be only one."""
    states = [each for each in found if each.kind == "state"] or found
    if len({each.id for each in states}) > 1:
        several = sorted(f"{each.name} ({each.id})" for each in states)[:6]
        raise DragomanError(f"{name!r} may be {' or '.join(several)}", "write the name in full, or its id")
    return states[0]

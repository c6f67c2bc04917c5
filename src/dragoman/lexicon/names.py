"""Who there is: entities, the ways to name them, offices and memberships with their days."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TypeVar

from dragoman.lexicon import name_tables as tables
from dragoman.lexicon import name_words as words
from dragoman.lexicon.files import table
from dragoman.lexicon.name_scan import NameScanner
from dragoman.lexicon.name_tables import Form, Membership, Named, Tenure
from dragoman.lexicon.name_words import Head, Ministry, RoleWord
from dragoman.records import Entity

BODIES = ("organisations.csv", "entities.csv")
K = TypeVar("K", bound=Hashable)
CAPITALISED = re.compile(r"[A-Z][\w'’-]+")
NO_NAMES = frozenset(
    "The A An He She It They We You I In On At But And So Yet For This That These Those There His Her Its Their Our My If "
    "When While After Before Since Although However Meanwhile As Both Some Many Most More No Not What Who Why How Mr Mrs Ms "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December President Minister".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Entities by id, names by form, offices and memberships by state and day."""

    entities: dict[str, Entity]
    forms: dict[str, tuple[Form, ...]]
    tenures: tuple[Tenure, ...]
    memberships: tuple[Membership, ...]
    neighbours: dict[str, frozenset[str]]
    titles: dict[str, tuple[str, ...]]
    roles: dict[str, RoleWord]
    role_ends: frozenset[str]  # the last words of roles
    held: dict[str, tuple[Tenure, ...]]
    holders: dict[tuple[str, str], tuple[Tenure, ...]]
    short_forms: dict[str, tuple[str, ...]]
    genders: dict[str, str]
    women: frozenset[str]
    given: frozenset[str]  # given names of people in the tables
    common_surnames: frozenset[str]  # words and names too common to mean a listed person unintroduced
    family_names: frozenset[str]  # frequent surnames, which Chinese and Koreans put first
    alone: frozenset[str]  # role nouns that mean the state in view where none is named: "the government"
    leading: dict[str, str]  # the office that leads a state where it is not the head of state's
    needs: dict[str, frozenset[str]]  # epithets that need one of these on the page: "the North" a Korea
    usual: dict[str, str]  # whom a name that two share means where the page does not say: "Congo" the larger one
    rivals: dict[str, tuple[str, ...]]  # a state's name, and words that show that it means something else
    org_kinds: dict[str, str]
    office_sectors: dict[str, str]  # where not GOV: a senator is LEG, an army chief MIL
    group_heads: frozenset[str]  # words that armed groups' names begin with: Ansar, Jaish
    outlet_words: tuple[tuple[str, str], ...]  # words beside or in outlets' names, with their place
    ministries: dict[str, Ministry]  # names that ministries of some states share: "Foreign Office"
    heads: dict[str, Head]  # words that head unlisted names: "Party", "Radio"
    scan: NameScanner

    @classmethod
    def load(cls, folders: tuple[Path, ...]) -> "Names":
        """The tables of names from our folder with the user's over it."""
        tenures = tables.tenures(folders)
        held, holders = _by(tenures, lambda t: t.person), _by(tenures, lambda t: (t.of, t.office))
        named = chain(
            tables.states(folders), tables.organisations(folders), tables.named_actors(folders), tables.media(folders),
            tables.treaties(folders), tables.places(folders), tables.ministry_names(folders),
            tables.epithets(folders), tables.no_names(folders), tables.people(folders, {k: list(v) for k, v in held.items()}),
        )  # fmt: skip
        entities, forms = _gather(named)
        roles = dict(words.role_words(folders))
        return cls(
            entities=entities, forms=forms, tenures=tuple(tenures), memberships=tuple(tables.memberships(folders)),
            neighbours={r.text("id"): frozenset(r.list("neighbours")) for r in table("states.csv", folders, ("id",))},
            titles={r.text("title"): r.list("office") for r in table("titles.csv", folders, ("title",))},
            roles=roles, role_ends=frozenset(form.split()[-1] for form in roles),
            held=held, holders=holders, short_forms=_short_forms(forms),
            women=frozenset(r.text("name") for r in table("given_names.csv", folders, ("name",)) if r.text("gender") == "female"),
            given=words.given_names(folders),
            genders={
                r.text("id"): r.text("gender")[:1].lower() for r in table("people.csv", folders, ("id",)) if r.text("gender")
            },
            common_surnames=frozenset(r.text("surname") for r in table("common_surnames.csv", folders, ("surname",))),
            family_names=words.family_names(folders),
            alone=frozenset(f for r in table("roles.csv", folders, ("role",)) for f in r.list("alone")),
            leading={r.text("state"): r.text("office") for r in table("leading_offices.csv", folders, ("state",))},
            needs=words.needs(folders),
            usual={r.text("name"): r.text("usual") for r in table("shared_names.csv", folders, ("name",)) if r.text("usual")},
            rivals={r.text("name"): r.list("against") for r in table("rival_names.csv", folders, ("name",))},
            org_kinds={r.text("id"): r.text("kind") for file in BODIES for r in table(file, folders, ("id",))},
            office_sectors={r.text("office"): r.text("sector") for r in table("office_sectors.csv", folders, ("office",))},
            group_heads=frozenset(r.text("word") for r in table("group_heads.csv", folders, ("word",))),
            outlet_words=tuple(
                (r.text("word"), r.text("place")) for r in table("outlet_words.csv", folders, ("word", "place"))
            ),
            ministries=words.ministries(folders), heads=words.heads(folders), scan=NameScanner(forms),
        )  # fmt: skip

    def entity(self, who: str) -> Entity | None:
        """The listed entity with that id."""
        return self.entities.get(who)

    def holder(self, of: str, office: str, day: date | None) -> Tenure | None:
        """Who holds an office on a day (without a day: now); None when the table does not know or names two."""
        sure = [t for t in self.holders.get((of, office), ()) if t.holds(day)]
        exact = [t for t in sure if day is None or t.start is not None]
        people = {t.person for t in exact or sure}
        return (exact or sure)[0] if len(people) == 1 else None

    def offices(self, person: str, day: date | None = None) -> tuple[Tenure, ...]:
        """Offices of a person, on a day when one is given."""
        mine = self.held.get(person, ())
        return mine if day is None else tuple(t for t in mine if t.holds(day))

    def leading_offices(self, state: str, offices: tuple[str, ...]) -> tuple[str, ...]:
        """Offices of "the leader" of a state, its leading one first: the prime minister of Japan, the president of Peru."""
        first = self.leading.get(state)
        return (first, *(o for o in offices if o != first)) if first in offices else offices

    def membership(self, organisation: str, member: str) -> tuple[Membership, ...]:
        """What is known of a state in an organisation."""
        return tuple(m for m in self.memberships if m.organisation == organisation and m.member == member)

    def gender(self, person: Entity) -> str | None:
        """f or m where the tables or the given name tell; None otherwise."""
        known = self.genders.get(person.id)
        return known or ("f" if person.name.split()[0] in self.women else None)

    def has_unlisted(self, sentence: str) -> bool:
        """Does a sentence hold a capitalised name that no table knows? Then a recogniser of names should look."""
        covered = [(hit.start, hit.end) for hit in self.scan(sentence)]
        return any(
            found[0] not in NO_NAMES and not any(a <= found.start() < b for a, b in covered)
            for found in CAPITALISED.finditer(sentence)
            if not _opens(sentence, found) or CAPITALISED.match(sentence, found.end() + 1)
        )


def _opens(sentence: str, found: re.Match[str]) -> bool:
    return not any(c.isalnum() for c in sentence[: found.start()])


def _gather(named: Iterable[Named]) -> tuple[dict[str, Entity], dict[str, tuple[Form, ...]]]:
    entities: dict[str, Entity] = {}
    forms: dict[str, dict[tuple[str, str], Form]] = defaultdict(dict)
    for entity, ways in named:
        if entity is not None:
            entities.setdefault(entity.id, entity)
        for surface, form in ways:
            if len(surface) > 1:
                forms[surface.replace("’", "'")].setdefault((form.entity, form.form), form)
    return entities, {surface: tuple(meant.values()) for surface, meant in forms.items()}


def _by(tenures: list[Tenure], key: Callable[[Tenure], K]) -> dict[K, tuple[Tenure, ...]]:
    found: dict[K, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        found[key(tenure)].append(tenure)
    return {k: tuple(v) for k, v in found.items()}


def _short_forms(forms: dict[str, tuple[Form, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for surface, meant in forms.items():
        for form in meant:
            if form.form == "surname":
                found[form.entity].append(surface)
    return {person: tuple(surfaces) for person, surfaces in found.items()}

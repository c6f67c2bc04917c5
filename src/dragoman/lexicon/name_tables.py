"""The tables of names as rows of entities, forms, tenures and memberships."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.lexicon.files import Row, table
from dragoman.records import Entity, Role
from dragoman.text.dates import first_day, last_day


@dataclass(frozen=True, slots=True)
class Form:
    """A way to name an entity: "Belarusian" is a demonym of BLR, "Minsk" its capital."""

    entity: str
    form: str  # name, surname, demonym, capital, seat, place, epithet, ministry, nobody
    rule: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody in an office, with its days; None where the table does not know."""

    person: str
    office: str
    of: str
    start: date | None
    end: date | None
    rule: str

    def holds(self, day: date | None) -> bool:
        """Was the office held on that day? Without a day: is it held still?"""
        if day is None:
            return self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state in an organisation, with its days."""

    organisation: str
    member: str
    status: str
    start: date | None
    end: date | None
    rule: str


BODY_NOUNS = frozenset("Court Council Commission Assembly Parliament Committee Agency Fund Tribunal Secretariat".split())
BODY_WORDS = frozenset(
    "International Criminal Justice Security General Human Rights Atomic Energy Monetary Permanent World Special".split()
)
TREATY = "treaty:"  # what the ids of treaties begin with
ARTICLE_OF_NAME = re.compile(r" [AaEe]l[ -](?=[A-Z])")


def slug(name: str) -> str:
    """A name as an id: lower case, ASCII, words parted by hyphens.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + name.encode().hex()[:12]


Named = tuple[Entity | None, list[tuple[str, Form]]]


def states(folders: tuple[Path, ...]) -> Iterator[Named]:
    """States, and what is counted like them, with the ways to name them.

    A partially recognised entity acts for its parent state with sector PRE (PLOVER 2.0); Palestine, Kosovo, Taiwan,
    Hong Kong and the like have a country code of their own.
    """
    for row in table("states.csv", folders, ("id",)):
        partial = row.text("kind") == "partial" and bool(row.text("sovereign"))
        official = (row.text("official"),) if row.text("official") else ()
        entity = Entity(
            id=row.text("id"), name=row.text("name"), kind="state", sector="PRE" if partial else "GOV",
            country=(row.text("sovereign") if partial else row.text("id")) or None,
            codes=_codes(row, "id", "iso2", "fips", "cameo"), aliases=tuple(dict.fromkeys((*official, *row.list("aliases")))),
            iso2=row.text("iso2") or None, iso3=row.text("iso3") or None, cow=_number(row.text("cow")),
            fips=row.text("fips") or None, cameo=row.text("cameo") or None,
        )  # fmt: skip
        names = [(name, Form(entity.id, "name", row.place)) for name in (entity.name, *entity.aliases)]
        yield entity, names + [(d, Form(entity.id, "demonym", row.place)) for d in row.list("demonyms")]


def people(folders: tuple[Path, ...], held: dict[str, list[Tenure]]) -> Iterator[Named]:
    """People with their full names, spellings and the short forms usable alone."""
    spellings, stated = _spellings(folders), {row.text("id") for row in table("states.csv", folders, ("id",))}
    taken = {name for row in table("people.csv", folders, ("id",)) for name in (row.text("name"), *row.list("aliases"))}
    for row in table("people.csv", folders, ("id",)):
        own = {row.text("name"), *row.list("aliases")}
        mine = held.get(row.text("id"), [])
        elsewhere = serves_no_state(mine, stated)
        entity = Entity(
            id=row.text("id"),
            name=row.text("name"),
            kind="person",
            country=None if elsewhere else row.text("country") or None,
            sector="IGO" if elsewhere else "GOV" if mine else None,
            codes=_codes(row, "wikidata"),
            aliases=row.list("aliases"),
            roles=roles_of(mine),
        )
        spelt = dict.fromkeys(s for name in (entity.name, *entity.aliases) for s in (name, *other_spellings(name, spellings)))
        full = [(name, Form(entity.id, "name", row.place)) for name in spelt if name in own or name not in taken]
        short = dict.fromkeys(s for short in row.list("surname") for s in (short, short[:1].upper() + short[1:]))
        yield entity, full + [(s, Form(entity.id, "surname", row.place)) for s in short]


def serves_no_state(tenures: list[Tenure], states: set[str]) -> bool:
    """Is the last office with an organisation of states? Its holder acts for that, not for the state of the passport."""
    last = max(tenures, key=lambda t: t.start or date.min, default=None)
    return last is not None and last.of not in states


def organisations(folders: tuple[Path, ...]) -> Iterator[Named]:
    """International organisations, groupings of states, and organs of states."""
    for row in table("organisations.csv", folders, ("id",)):
        kind = "group" if row.text("kind") == "group" else "organisation"
        entity = Entity(
            id=row.text("id"), name=row.text("name"), kind=kind, country=row.text("country") or None,
            sector=row.text("sector") or None, codes=row.list("codes"), aliases=row.list("aliases"),
        )  # fmt: skip
        names = dict.fromkeys((entity.name, *entity.aliases, *entity.codes))
        names |= dict.fromkeys(low for name in names for low in in_small_letters(name))
        yield entity, [(n, Form(entity.id, "name", row.place)) for n in names]


def treaties(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Treaties, to which states are party: they bind, and never act."""
    for row in table("treaties.csv", folders, ("id",)):
        entity = Entity(id=f"{TREATY}{row.text('id')}", name=row.text("name"), kind="organisation", aliases=row.list("aliases"))
        yield entity, [(n, Form(entity.id, "name", row.place)) for n in (entity.name, *entity.aliases)]


def in_small_letters(name: str) -> Iterator[str]:
    """A body's name with its common nouns in small letters, as some papers print it.

    >>> list(in_small_letters("UN Security Council")), list(in_small_letters("International Court of Justice"))
    (['UN security council'], ['International court of justice', 'international court of justice'])
    """
    words = name.split()
    if len(words) < 2 or not any(w in BODY_NOUNS for w in words[1:]):
        return
    yield (spelt := " ".join([words[0], *(w.lower() if w in BODY_NOUNS | BODY_WORDS else w for w in words[1:])]))
    if len(words) > 2 and spelt[len(words[0]) :].islower() and words[0] in BODY_WORDS:
        yield spelt.lower()


def named_actors(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Armed groups, parties, companies and others whom the news names as actors."""
    for row in table("entities.csv", folders, ("id",)):
        entity = Entity(
            id=row.text("id"), name=row.text("name"), kind="group", country=row.text("country") or None,
            sector=row.text("sector") or None, codes=row.list("codes"), aliases=row.list("aliases"),
        )  # fmt: skip
        yield entity, [(n, Form(entity.id, "name", row.place)) for n in (entity.name, *entity.aliases, *entity.codes)]


def media(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Outlets, and the press offices that speak through sites of their own."""
    for row in table("outlets.csv", folders, ("id",)):
        official = row.text("kind") in ("presidency", "ministry", "government", "office")
        entity = Entity(
            id=row.text("id"), name=row.text("name"), kind="organisation" if official else "media",
            country=row.text("state") or None, sector="GOV" if official else "JRN", codes=row.list("domain"),
            aliases=row.list("aliases"),
        )  # fmt: skip
        names = (entity.name, *entity.aliases, *entity.codes)
        names += tuple(f"the{n[3:]}" for n in names if n.startswith("The "))
        yield entity, [(n, Form(entity.id, "name", row.place)) for n in names]


def places(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Towns and seats; a capital or seat also stands for a state or organisation."""
    for row in table("places.csv", folders, ("name", "stands_for")):
        entity = Entity(
            id=f"place:{slug(row.text('name'))}", name=row.text("name"), kind="place", country=row.text("country") or None,
            aliases=row.list("aliases"),
        )  # fmt: skip
        kind = row.text("kind") if row.text("stands_for") else "place"
        forms = [(n, Form(entity.id, "place", row.place)) for n in (entity.name, *entity.aliases)]
        if kind in ("capital", "seat"):
            forms += [(n, Form(row.text("stands_for"), kind, row.place)) for n in (entity.name, *entity.aliases)]
        yield entity, forms


def epithets(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Phrases that stand for one state: "the Asian giant"."""
    for row in table("epithets.csv", folders, ("epithet",)):
        yield None, [(row.text("epithet"), Form(row.text("entity"), "epithet", row.place))]


def ministry_names(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Names that ministries of several states share; which state is meant, the page says."""
    for row in table("ministries.csv", folders, ("names",)):
        yield None, [(name, Form("", "ministry", row.place)) for name in row.list("names")]


def no_names(folders: tuple[Path, ...]) -> Iterator[Named]:
    """Phrases that hold the name of a state and mean nobody: "the Panama Papers"."""
    for row in table("no_names.csv", folders, ("phrase",)):
        yield None, [(row.text("phrase"), Form("", "nobody", row.place))]


def _spellings(folders: tuple[Path, ...]) -> dict[str, tuple[str, ...]]:
    groups = [row.list("spellings") for row in table("spellings.csv", folders, ("spellings",))]
    return {word: group for group in groups for word in group}


def other_spellings(name: str, spellings: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """A full name with one word or one particle spelt in another way: "Sergei Lavrov", "Tamim bin Hamad al-Thani".

    >>> sorted(other_spellings("Tamim Al Thani", {}))
    ['Tamim Al-Thani', 'Tamim al Thani', 'Tamim al-Thani']
    >>> sorted(other_spellings("George W. Bush", {"George": ("Georg", "George")}))
    ['Georg W. Bush', 'George W Bush']
    """
    words = name.split()
    if len(words) < 2:
        return
    swapped = {name, re.sub(r"\b([A-Z])\.", r"\1", name), re.sub(r"\b(Abd[eu]l) (?=[A-Z])", r"\1-", name)}
    for at, word in enumerate(words):
        swapped |= {" ".join((*words[:at], other, *words[at + 1 :])) for other in spellings.get(word, ())}
    for spelt in swapped:
        found = ARTICLE_OF_NAME.search(spelt)
        if found:
            swapped = swapped | {ARTICLE_OF_NAME.sub(f" {a}", spelt) for a in ("Al ", "al ", "Al-", "al-", *_like(found))}
    yield from swapped - {name}


def _like(found: re.Match[str]) -> tuple[str, ...]:
    return ("El-", "el-") if found[0].strip().lower().startswith("el") else ()


def _codes(row: Row, *columns: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.text(c) for c in columns if row.text(c)))


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def roles_of(tenures: list[Tenure]) -> tuple[Role, ...]:
    """A person's offices as the record keeps them."""
    return tuple(
        Role(office=t.office, of=t.of, from_=t.start.isoformat() if t.start else None, to=t.end.isoformat() if t.end else None)
        for t in tenures
    )


def tenures(folders: tuple[Path, ...]) -> list[Tenure]:
    """Who held which office when."""
    return [
        Tenure(r.text("person"), r.text("office"), r.text("of"), first_day(r.text("from")), last_day(r.text("to")), r.place)
        for r in table("offices.csv", folders, ("person", "office", "of", "from"))
    ]


def memberships(folders: tuple[Path, ...]) -> list[Membership]:
    """Which state is in which organisation since when."""
    return [
        Membership(
            r.text("organisation"),
            r.text("member"),
            r.text("status") or "member",
            first_day(r.text("from")),
            last_day(r.text("to")),
            r.place,
        )
        for r in table("memberships.csv", folders, ("organisation", "member", "status", "from"))
    ]

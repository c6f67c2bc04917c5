"""An actor phrase as country and PLOVER sectors: "a former White House official" is USA, ELI."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.lexicon.names import Names
from dragoman.records import Entity, Reference

WORD = re.compile(r"[A-Za-z][\w'’-]*")
FORMER = frozenset({"former", "ex", "retired", "ousted", "deposed", "erstwhile"})
OF_ELITES = frozenset({"GOV", "LEG", "MIL", "JUD", "SPY"})
CHURCH = frozenset({"pope", "patriarch"})
LONGEST_ROLE = 4


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a phrase stands for, as event data codes it."""

    country: str | None
    sectors: tuple[str, ...]
    entity: Entity | None


def actor_of(phrase: str, references: list[Reference], names: Names, day: date | None = None) -> Actor:
    """Country and sectors of a phrase, the primary sector first; empty where nothing tells.

    `references` are those of the phrase itself. An office counts on the day: its holder is GOV, a former one ELI
    (PLOVER 2.0); a capital alone is its government, another town its people.
    """
    ranked = sorted(references, key=lambda r: (r.mention.form == "pronoun", r.mention.start, -(r.mention.end - r.mention.start)))
    entity = next((r.entity for r in ranked if r.entity.kind == "person"), ranked[0].entity if ranked else None)
    country = next((r.entity.country for r in ranked if r.entity.country and not leads_church(r.entity, names)), None)
    beside = [s for r in ranked if r.mention.rule == "descriptions#apposition" for s in roles_in(r.mention.text, [], names)]
    sectors = [*roles_in(phrase, ranked, names), *beside, *(s for r in ranked if (s := _sector_of(r, names, day)))]
    if not sectors and ranked:
        sectors = _of_bare_name(ranked[0], names)
    return Actor(country, tuple(dict.fromkeys(sectors)), entity)


def leads_church(entity: Entity, names: Names) -> bool:
    """Does the person lead believers of all states? A pope acts for the church, whatever state he heads."""
    return any(t.office in CHURCH for t in names.offices(entity.id))


def roles_in(phrase: str, references: list[Reference], names: Names) -> list[str]:
    """Sectors of the role nouns of a phrase, the head noun's (the last before "of", a comma or the end) first."""
    words = [(m[0].lower(), m.start()) for m in WORD.finditer(re.split(r"\b(?:of|at|in|from)\b|,", phrase)[0])]
    found: list[str] = []
    at = len(words)
    while at > 0:
        for length in range(min(LONGEST_ROLE, at), 0, -1):
            role = names.roles.get(" ".join(w for w, _ in words[at - length : at]))
            if role is not None and not _is_named(words[at - 1][1], references):
                elite = role.sector in OF_ELITES and any(w in FORMER or w.startswith("ex-") for w, _ in words[: at - length + 1])
                found.append("ELI" if elite else role.sector)
                at -= length - 1
                break
        at -= 1
    return found


def _is_named(place: int, references: list[Reference]) -> bool:
    return any(r.mention.start <= place < r.mention.end for r in references if r.mention.form in ("name", "demonym"))


def _sector_of(reference: Reference, names: Names, day: date | None) -> str | None:
    entity = reference.entity
    if entity.kind == "person" and leads_church(entity, names):
        return "REL"
    if entity.kind == "person":
        tenures = names.offices(entity.id)
        if not tenures:
            return entity.sector
        held = [names.office_sectors.get(t.office, "GOV") for t in tenures if t.holds(day)]
        return min(held, key=lambda sector: sector != "GOV") if held else "ELI"
    if entity.kind == "state":
        return "PRE" if entity.sector == "PRE" else None
    return None if entity.kind == "place" else entity.sector


def _of_bare_name(reference: Reference, names: Names) -> list[str]:
    """A capital or seat that stands for its state governs; people and towns are civilians."""
    said = names.forms.get(reference.entity.name, ()) if reference.entity.kind == "place" else ()
    if reference.mention.form == "metonym" or any(f.form in ("capital", "seat") for f in said):
        return ["GOV"]
    plural = reference.mention.form == "demonym" and reference.mention.text.endswith("s")
    return ["CVL"] if plural or reference.entity.kind == "place" else []

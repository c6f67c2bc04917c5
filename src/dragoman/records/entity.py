"""Who is meant: states, people, organisations, media, groups, places."""

from dataclasses import dataclass

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held, with its days."""

    office: str = about("head_of_state, head_of_government, foreign_minister ...")
    of: str = about("Entity id of the state or organisation.")
    from_: str | None = about("First day in office, a prefix date; None when unknown.", None)
    to: str | None = about("Last day in office, a prefix date; None while it lasts or when unknown.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that acts or speaks between states."""

    id: str = about("Stable: the row's id in the words, else made from kind, country and name.")
    name: str = about("Name to show.")
    kind: str = about("state, person, organisation, media, group or place.")
    country: str | None = about("ISO 3166 alpha-3 of the state that it acts for; None when there is none or it is unknown.", None)
    sector: str | None = about("PLOVER sector code: GOV, MIL, LEG, JRN, IGO ...", None)
    codes: tuple[str, ...] = about("Codes it is known by: BLR, Q184 ...", ())
    aliases: tuple[str, ...] = about("Other names and spellings.", ())
    roles: tuple[Role, ...] = about("Offices held.", ())
    listed: bool = about("True: in the words; False: only seen in the text.", True)
    iso2: str | None = about("State only: ISO 3166 alpha-2.", None)
    iso3: str | None = about("State only: ISO 3166 alpha-3.", None)
    cow: int | None = about("State only: Correlates of War number.", None)
    fips: str | None = about("State only: FIPS 10-4.", None)
    cameo: str | None = about("State only: CAMEO country code.", None)

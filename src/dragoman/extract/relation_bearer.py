"""Which office somebody holds, where the sentence does not name it: by the tables, or by the title before his name."""

import re
from datetime import date

from dragoman.extract.relation_around import Around
from dragoman.extract.relation_titles import OFFICES, office_of, title_in
from dragoman.lexicon.name_tables import Tenure
from dragoman.lexicon.names import Names
from dragoman.records import Entity, Mention, Sentence

MEETING = ("foreign_minister", "defence_minister", "head_of_government", "head_of_state", "finance_minister")
TITLE = re.compile(r"(?:[\w'’-]+ ){1,5}$")


def counterpart_office(
    around: Around, names: Names, sentence: Sentence, place: int, who: Entity, of: Entity | None
) -> tuple[str, ...]:  # fmt: skip
    """The office of "his counterpart": that of whom "his" means; else the only one that the tables give its bearer."""
    owner = _owner(around, sentence, place, who)
    office = _office_of_owner(around, names, owner) if owner is not None else None
    if office is not None:
        return (office,)
    held = names.offices(who.id, around.document.published_end)
    own = [t.office for t in held if t.office in MEETING and of is not None and t.of == of.id]
    return tuple(own) if len(own) == 1 else ()


def _owner(around: Around, sentence: Sentence, place: int, who: Entity) -> Mention | None:
    """Whom "his" means; without a row for it, the last person before it in the sentence."""
    people = [m for m in around.mentions.inside(sentence.start, sentence.end) if m.start <= place and _is_other(around, m, who)]
    own = [m for m in people if m.start == place and m.form == "pronoun"]
    return (own or people)[-1] if people else None


def _is_other(around: Around, mention: Mention, who: Entity) -> bool:
    entity = around.entities.get(mention.entity)
    return entity is not None and entity.kind == "person" and entity.id != who.id


def _office_of_owner(around: Around, names: Names, owner: Mention) -> str | None:
    """The office in which somebody meets others: told before his name, in a description, or by the tables."""
    told = told_offices(around, names, owner.entity)
    held = [t.office for t in names.offices(owner.entity, around.document.published_end) if t.office in MEETING]
    for offices in (told, held):
        fit = [office for office in MEETING if office in offices]
        if fit:
            return fit[0]
    return None


def told_offices(around: Around, names: Names, person: str) -> tuple[str, ...]:
    """Offices of the title that stands before a person's name, or describes him, anywhere on the page."""
    text = around.document.text
    for mention in around.mentions.inside(0, len(text)):
        if mention.entity == person and mention.form in ("name", "description"):
            before = TITLE.search(text[max(0, mention.start - 60) : mention.start])
            words = mention.text if mention.form == "description" else before[0] if before else ""
            offices, _ = title_in(around.titles, words.lower().split())
            if offices:
                return offices
    return ()


def office_in_tables(names: Names, who: Entity, offices: tuple[str, ...], day: date | None) -> Tenure | None:
    """The tenure that "the president" means beside the name of one who is listed as president of a state."""
    held = [t for t in names.offices(who.id, day) if t.office in offices]
    return held[0] if len({t.of for t in held}) == 1 else None


def leading_office(around: Around, names: Names, who: Entity) -> tuple[str, str] | None:
    """Office and state of one who took office: by the tables on the page's day, else by his title on the page."""
    held = [t for t in names.offices(who.id, around.document.published_end) if t.office in OFFICES]
    if held:
        offices = names.leading_offices(held[0].of, tuple(sorted({t.office for t in held if t.of == held[0].of}, reverse=True)))
        return offices[0], held[0].of
    state = around.entities.get(who.country or "")
    office = office_of(names, told_offices(around, names, who.id), state, who) if state is not None else None
    return (office, state.id) if office in OFFICES and office is not None and state is not None else None

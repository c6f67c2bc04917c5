"""Sentence -> Reference: every mention of somebody who acts between states, resolved in the order of the text."""

from collections.abc import Iterator

from dragoman.lexicon.name_scan import Hit
from dragoman.lexicon.names import Names
from dragoman.records import Document, Entity, Reference, Sentence
from dragoman.resolve.acronyms import learn_acronyms
from dragoman.resolve.body_roles import add_body_role
from dragoman.resolve.cast import Cast
from dragoman.resolve.ministries import add_ministry
from dragoman.resolve.name_runs import named_runs
from dragoman.resolve.people import meant_by_surname, unlisted_person
from dragoman.resolve.pronouns import add_stand_ins
from dragoman.resolve.roles import add_member_states, add_role
from dragoman.resolve.stand_ins import choose_form
from dragoman.resolve.unlisted import (
    NUMBERS,
    add_surnames_met,
    add_unlisted,
    printed_name,
    reads_like_name,
    touches_hit,
    touches_nobody,
    touches_reference,
)  # fmt: skip
from dragoman.resolve.unlisted_outlets import branch_at, learn_outlets, outlets_in, touches_branch
from dragoman.text import tree

FORM_OF = {
    "name": "name",
    "demonym": "demonym",
    "capital": "metonym",
    "seat": "metonym",
    "place": "name",
    "epithet": "description",
}
SURE = {"name": 0.95, "demonym": 0.95, "capital": 0.85, "seat": 0.85, "place": 0.9, "epithet": 0.85}


def find_references(document: Document, sentences: list[Sentence], names: Names) -> Iterator[Reference]:
    """Mentions with their entities, by place in the text.

    "Belarusian President Alexander Lukashenko met Xi" gives BLR (demonym), Lukashenko and Xi (names).
    """
    cast = Cast(document, names, sentences)
    introduce_everybody(cast, sentences)
    for number, sentence in enumerate(sentences):
        read_sentence(cast, sentence, number)
        add_stand_ins(cast, sentence, number)
    yield from sorted(cast.references, key=lambda r: (r.mention.start, r.mention.end, r.mention.entity))


def introduce_everybody(cast: Cast, sentences: list[Sentence]) -> None:
    """Full names anywhere on the article make their surnames plain, also in a headline before them."""
    learn_outlets(cast, sentences)
    texts = [s.text for s in sentences] + ([cast.document.title] if cast.document.title else [])
    for text in texts:
        learn_acronyms(cast, text)
        for hit in cast.names.scan(text):
            count_named(cast, hit)
            for form in hit.forms:
                person = cast.names.entity(form.entity)
                if form.form == "name" and person is not None and person.kind == "person":
                    cast.introduce(person, hit.text)
    for sentence in sentences:
        for first, last, label in named_runs(cast, sentence):
            printed = printed_name(cast, sentence, first, last)
            is_name = label == "PERSON" and " " in printed and reads_like_name(printed, label)
            if is_name and printed.split()[0] not in cast.names.group_heads and not touches_hit(cast, sentence, first, last):
                cast.introduce(unlisted_person(cast, sentence, first, last, printed), printed)


def add_spelt_out(cast: Cast, sentence: Sentence, number: int) -> None:
    """Unlisted names in full whose acronyms the text defines."""
    for entity in cast.acronyms.values():
        at = sentence.text.find(entity.name) if not entity.listed else -1
        words = words_of_hit(sentence, Hit(at, at + len(entity.name), entity.name, ())) if at >= 0 else None
        if words is not None and not touches_reference(cast, sentence, *words):
            cast.add(
                sentence, number, sentence.start + at, sentence.start + at + len(entity.name), entity, "name", "text#acronym", 0.9
            )


def count_named(cast: Cast, hit: Hit) -> None:
    """Note that the page names an entity beyond doubt."""
    meant = {form.entity for form in hit.forms if form.form not in ("place", "seat", "nobody")}
    cast.towns |= {form.entity for form in hit.forms if form.form == "place"} if len(hit.forms) < 3 else set()
    surnames = all(form.form == "surname" for form in hit.forms)
    if len(meant) == 1 and not surnames and hit.text not in cast.names.rivals and hit.text not in cast.names.needs:
        cast.named[meant.pop()] += 1


def read_sentence(cast: Cast, sentence: Sentence, number: int) -> None:
    """Names, demonyms, capitals and roles of one sentence."""
    for first, last, start, end, outlet in outlets_in(cast, sentence):
        if not touches_reference(cast, sentence, first, last):
            cast.add(sentence, number, start, end, outlet, "name", "text#outlet", 0.7)
    for hit in cast.names.scan(sentence.text):
        words = words_of_hit(sentence, hit)
        if words is not None and (branch := branch_at(cast, sentence, hit)) is not None:
            cast.add(sentence, number, sentence.start + hit.start, branch[0], branch[1], "name", "text#outlet", 0.7)
        elif words is not None and touches_branch(cast, sentence, hit):
            continue
        elif words is not None and not (cast.outlets and touches_reference(cast, sentence, *words)):
            add_hit(cast, sentence, number, hit, *words)
    add_acronyms(cast, sentence, number)
    add_spelt_out(cast, sentence, number)
    for first, last, label in named_runs(cast, sentence):
        if not touches_reference(cast, sentence, first, last) and not touches_nobody(cast, sentence, first, last):
            add_unlisted(cast, sentence, number, first, last, label)
    add_surnames_met(cast, sentence, number)


def add_acronyms(cast: Cast, sentence: Sentence, number: int) -> None:
    """Acronyms that the text defines, wherever they stand."""
    for token in sentence.tokens if cast.acronyms else ():
        entity = cast.acronyms.get(token.text)
        if entity is not None and not touches_reference(cast, sentence, token.i, token.i):
            cast.add(sentence, number, token.start, token.end, entity, "name", "text#acronym", 0.9)


def words_of_hit(sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """First and last word of a hit; None when the words do not begin or end with it."""
    first, last = tree.word_at(sentence, sentence.start + hit.start), tree.word_at(sentence, sentence.start + hit.end - 1)
    return None if first is None or last is None else (first, last)


def add_hit(cast: Cast, sentence: Sentence, number: int, hit: Hit, first: int, last: int) -> None:
    """One listed name: a person by surname, or what its forms say; then the role that it leads to."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    if is_inside_other_name(cast, sentence, first, last) or hit.text in cast.acronyms:
        return  # what the text itself defines comes before the tables
    if all(form.form == "surname" for form in hit.forms):
        if (found := meant_by_surname(cast, sentence, first, last, hit.forms)) is not None:
            cast.add(sentence, number, start, end, found[0], "name", found[1], found[2])
        return
    if all(form.form == "ministry" for form in hit.forms):
        add_ministry(cast, sentence, number, first, last)
        return
    form = choose_form(cast, hit.forms, sentence, first, last)
    entity = cast.names.entity(form.entity) if form is not None else None
    if form is None or entity is None or not is_in_context(cast, hit.text, entity):
        return
    cast.add(sentence, number, start, end, entity, FORM_OF[form.form], f"{form.rule}#{form.form}", SURE[form.form])
    if entity.kind == "state" and form.form != "epithet":
        add_role(cast, sentence, number, first, last, entity)
    elif entity.kind in ("organisation", "group"):
        if entity.sector == "IGO":
            add_member_states(cast, sentence, number, first, last, entity)
        add_body_role(cast, sentence, number, first, last, entity)


def is_in_context(cast: Cast, surface: str, entity: Entity) -> bool:
    """Does the page bear out a name that needs it: "the North" a Korea, "Georgia" no American election?"""
    needs = cast.names.needs.get(surface, frozenset())
    return (not needs or any(cast.named[n] for n in needs)) and cast.is_named_elsewhere(surface, entity.id)


def is_inside_other_name(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is a state's or town's name part of a person's unlisted name: "Michael Jordan", "Chad Smith"?"""
    run = next((r for r in named_runs(cast, sentence) if r[0] <= first and last <= r[1] and (r[0], r[1]) != (first, last)), None)
    if run is None or run[2] != "PERSON":
        return False
    others = [t for t in sentence.tokens[run[0] : run[1] + 1] if not first <= t.i <= last]
    no_part = {w.lower() for title in cast.names.titles for w in title.split()} | NUMBERS
    listed = [(sentence.start + h.start, sentence.start + h.end) for h in cast.names.scan(sentence.text)]
    return any(
        t.tag == "NNP" and t.text.lower() not in no_part and not any(start <= t.start < end for start, end in listed)
        for t in others
    )

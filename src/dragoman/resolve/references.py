"""Sentence -> Reference: every mention of somebody who acts between states, resolved in the order of the text."""

from collections.abc import Iterator

from dragoman.lexicon.name_scan import Hit
from dragoman.lexicon.name_tables import slug
from dragoman.lexicon.names import Names
from dragoman.records import Document, Entity, Reference, Sentence
from dragoman.resolve.acronyms import learn_acronyms
from dragoman.resolve.cast import Cast
from dragoman.resolve.people import meant_by_surname, unlisted_person
from dragoman.resolve.pronouns import add_stand_ins
from dragoman.resolve.roles import add_member_states, add_role
from dragoman.resolve.stand_ins import choose_form
from dragoman.text import tree

FORM_OF = {"name": "name", "demonym": "demonym", "capital": "metonym", "seat": "metonym", "place": "name", "epithet": "description"}
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
        for first, last, label in named_runs(sentence):
            printed = printed_name(sentence, first, last)
            if label == "PERSON" and " " in printed and not _touches_hit(cast, sentence, first, last):
                cast.introduce(unlisted_person(cast, sentence, first, last, printed), printed)


def count_named(cast: Cast, hit: Hit) -> None:
    """Note that the page names an entity beyond doubt."""
    meant = {form.entity for form in hit.forms if form.form not in ("place", "seat", "nobody")}
    surnames = all(form.form == "surname" for form in hit.forms)
    if len(meant) == 1 and not surnames and hit.text not in cast.names.rivals and hit.text not in cast.names.needs:
        cast.named[meant.pop()] += 1


def read_sentence(cast: Cast, sentence: Sentence, number: int) -> None:
    """Names, demonyms, capitals and roles of one sentence."""
    for hit in cast.names.scan(sentence.text):
        words = words_of_hit(sentence, hit)
        if words is not None:
            add_hit(cast, sentence, number, hit, *words)
    add_acronyms(cast, sentence, number)
    for first, last, label in named_runs(sentence):
        if not _touches_reference(cast, sentence, first, last):
            add_unlisted(cast, sentence, number, first, last, label)
    add_surnames_met(cast, sentence, number)


def add_acronyms(cast: Cast, sentence: Sentence, number: int) -> None:
    """Acronyms that the text defines, wherever they stand."""
    for token in sentence.tokens if cast.acronyms else ():
        entity = cast.acronyms.get(token.text)
        if entity is not None and not _touches_reference(cast, sentence, token.i, token.i):
            cast.add(sentence, number, token.start, token.end, entity, "name", "text#acronym", 0.9)


def add_surnames_met(cast: Cast, sentence: Sentence, number: int) -> None:
    """Surnames of people whom no table knows and whom this document names in full."""
    for token in sentence.tokens:
        known = cast.introduced.get(token.text, ()) if token.tag in ("NNP", "NNPS") else ()
        if len(known) == 1 and not known[0].listed and not _touches_reference(cast, sentence, token.i, token.i):
            cast.add(sentence, number, token.start, token.end, known[0], "name", "people#introduced", 0.9)


def words_of_hit(sentence: Sentence, hit: Hit) -> tuple[int, int] | None:
    """First and last word of a hit; None when the words do not begin or end with it."""
    first, last = tree.word_at(sentence, sentence.start + hit.start), tree.word_at(sentence, sentence.start + hit.end - 1)
    return None if first is None or last is None else (first, last)


def add_hit(cast: Cast, sentence: Sentence, number: int, hit: Hit, first: int, last: int) -> None:
    """One listed name: a person by surname, or what its forms say; then the role that it leads to."""
    start, end = sentence.start + hit.start, sentence.start + hit.end
    if is_inside_other_name(cast, sentence, first, last):
        return
    if all(form.form == "surname" for form in hit.forms):
        if (found := meant_by_surname(cast, sentence, first, last, hit.forms)) is not None:
            cast.add(sentence, number, start, end, found[0], "name", found[1], found[2])
        return
    form = choose_form(cast, hit.forms, sentence, first, last)
    entity = cast.names.entity(form.entity) if form is not None else None
    if form is None or entity is None or not is_in_context(cast, hit.text, entity):
        return
    cast.add(sentence, number, start, end, entity, FORM_OF[form.form], f"{form.rule}#{form.form}", SURE[form.form])
    if entity.kind == "state" and form.form != "epithet":
        add_role(cast, sentence, number, first, last, entity)
    elif entity.kind in ("organisation", "group") and entity.sector == "IGO":
        add_member_states(cast, sentence, number, first, last, entity)


def is_in_context(cast: Cast, surface: str, entity: Entity) -> bool:
    """Does the page bear out a name that needs it: "the North" a Korea, "Georgia" no American election?"""
    needs = cast.names.needs.get(surface, frozenset())
    return (not needs or any(cast.named[n] for n in needs)) and cast.is_named_elsewhere(surface, entity.id)


def is_inside_other_name(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is a state's or town's name part of a person's unlisted name: "Michael Jordan", "Chad Smith"?"""
    run = next((r for r in named_runs(sentence) if r[0] <= first and last <= r[1] and (r[0], r[1]) != (first, last)), None)
    if run is None or run[2] != "PERSON":
        return False
    others = [t for t in sentence.tokens[run[0] : run[1] + 1] if not first <= t.i <= last]
    titles = {w.lower() for title in cast.names.titles for w in title.split()}
    listed = [h for h in cast.names.scan(sentence.text)]
    return any(
        t.tag == "NNP" and t.text.lower() not in titles and not any(h.start <= t.start - sentence.start < h.end for h in listed)
        for t in others
    )


def named_runs(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """First word, last word and label of each person or organisation that the recogniser of names marked."""
    at = 0
    while at < len(sentence.tokens):
        label, first = sentence.tokens[at].entity, at
        while at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].entity == label and label:
            at += 1
        if label in ("PERSON", "ORG"):
            yield first, at, label
        at += 1


def printed_name(sentence: Sentence, first: int, last: int) -> str:
    """The words of a name without a possessive and without a title before it."""
    words = list(sentence.tokens[first : last + 1])
    while words and words[-1].text in ("'s", "’s", "'", "’"):
        words.pop()
    while words and words[0].text.rstrip(".").lower() in ("mr", "mrs", "ms", "dr", "the", "gen", "president", "minister", "premier"):
        words.pop(0)
    return sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start] if words else ""


def is_only_where(sentence: Sentence, first: int, last: int) -> bool:
    """Is a single word that the recogniser took for somebody a town: "was shot in Surrey"?"""
    before = sentence.tokens[first - 1].lemma if first else ""
    return first == last and before in ("in", "near", "outside", "around", "toward", "towards", "into")


def _touches_hit(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    low, high = sentence.tokens[first].start - sentence.start, sentence.tokens[last].end - sentence.start
    return any(h.start < high and h.end > low and any(f.form != "surname" for f in h.forms) for h in cast.names.scan(sentence.text))


def _touches_reference(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    low, high = sentence.tokens[first].start, sentence.tokens[last].end
    return any(r.mention.start < high and r.mention.end > low for r in cast.references if r.mention.form != "description")


def add_unlisted(cast: Cast, sentence: Sentence, number: int, first: int, last: int, label: str) -> None:
    """A person or organisation that no table knows."""
    printed = printed_name(sentence, first, last)
    if is_only_where(sentence, first, last) or len(printed) < 3 or not printed[0].isupper() or (not any(c.islower() for c in printed) and label == "PERSON"):
        return
    start = sentence.start + sentence.text.index(printed, max(0, sentence.tokens[first].start - sentence.start))
    if label == "ORG":
        entity = Entity(id=f"org:{slug(printed)}", name=printed, kind="organisation", listed=False)
        cast.add(sentence, number, start, start + len(printed), entity, "name", "ner#ORG", 0.5)
        return
    known = cast.introduced.get(printed.split()[-1], [])
    if len(known) == 1 and " " not in printed:
        cast.add(sentence, number, start, start + len(printed), known[0], "name", "people#introduced", 0.9)
        return
    entity = unlisted_person(cast, sentence, first, last, printed)
    cast.introduce(entity, printed)
    cast.add(sentence, number, start, start + len(printed), entity, "name", "ner#PERSON", 0.6)

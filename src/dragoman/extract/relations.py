"""Relations: what a document says holds between two entities, and from when to when."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.extract.relation_apposed import apposed_offices
from dragoman.extract.relation_around import Around
from dragoman.extract.relation_found import Found
from dragoman.extract.relation_frames import framed
from dragoman.extract.relation_offices import stated_offices
from dragoman.extract.relation_status import NEGATIVES, opening, status_of, validity
from dragoman.extract.relation_terms import terms_begun
from dragoman.extract.relation_titles import Titled, initiatives, titled
from dragoman.lexicon.names import Names
from dragoman.lexicon.relations import RelationWords
from dragoman.records import Document, Entity, Mention, Relation, Sentence, Statement, Time
from dragoman.text import tree
from dragoman.text.ids import stable_id
from dragoman.text.spans import SpanIndex

FIRMNESS = {"asserted": 4, "ended": 3, "denied": 3, "expected": 2, "sought": 1}


def find_relations(
    document: Document, sentences: list[Sentence], mentions: list[Mention], entities: list[Entity], times: list[Time],
    statements: list[Statement], words: RelationWords, names: Names,
) -> Iterator[Relation]:  # fmt: skip
    """Offices, memberships, alliances, sanctions, borders ... of one document, by place in the text.

    "Mali faces sanctions from Ghana and Togo" gives two rows, one for each that imposes them.
    """
    known = {entity.id: entity for entity in entities}
    titles = {title.lower(): offices for title, offices in names.titles.items()}
    spans = SpanIndex(mentions), SpanIndex(times), SpanIndex(statements)
    around = Around(document, *spans, known, words, leads_of(sentences), titles)
    found: list[Relation] = []
    for sentence in sentences:
        stated = [row for one in framed(around, sentence) for row in _stated(around, sentence, one)]
        found += _settled(stated)
        beside = (*titled(around, sentence, names), *apposed_offices(around, sentence, names), *initiatives(around, sentence))
        found += [_titled_row(around, one) for one in beside]
        offices = (*stated_offices(around, sentence, names), *terms_begun(around, sentence, names))
        found += [row for one in offices for row in _stated(around, sentence, one)]
    yield from sorted(_once(found), key=lambda row: (row.start, row.end, row.relation, row.subject, row.object or ""))


def leads_of(sentences: list[Sentence]) -> dict[int, int]:
    """For each sentence's start the place of the subject of the sentence before it, in the same or the last paragraph."""
    found: dict[int, int] = {}
    for before, sentence in pairwise(sentences):
        root = next((token.i for token in before.tokens if token.dep == "ROOT"), None)
        subject = None if root is None else tree.subject(before, root)
        if subject is not None and 0 <= sentence.paragraph - before.paragraph <= 1:
            found[sentence.start] = before.tokens[subject].start
    return found


def _stated(around: Around, sentence: Sentence, found: Found) -> Iterator[Relation]:
    frame = found.frame
    status = status_of(around, sentence, found.predicate, found.anchor, frame)
    if status is None:
        return
    start, end = _span(sentence, found)
    changes = frame.begins or sentence.tokens[found.predicate].lemma.lower() in around.words.listed("inchoative")
    scope = tuple(sorted({*found.words, *tree.clause_words(sentence, found.predicate), *opening(sentence, found.predicate)}))
    valid_from, valid_to = validity(around, sentence, scope, heads_of(sentence, found), status, changes)
    relation = frame.relation
    if status == "denied" and relation in NEGATIVES:
        relation = NEGATIVES[relation]
    other = found.other.entity if found.other else None
    yield _row(around, relation, found.subject.entity, other, start, end, status, valid_from, valid_to, frame.rule, 0.75)


def heads_of(sentence: Sentence, found: Found) -> frozenset[int]:
    """The words that a date must hang on: the act's own, and those that its verb is coordinated with."""
    first = tree.first_conjunct(sentence, found.predicate)
    return frozenset({found.anchor, found.predicate, first})


def _span(sentence: Sentence, found: Found) -> tuple[int, int]:
    """From the first side or anchor to the last, with what the frame's own phrase holds."""
    sides = [side.word for side in (found.subject, found.other) if side is not None and side.word >= 0]
    return tree.span_of(sentence, [found.anchor, found.predicate, *sides])


def _titled_row(around: Around, one: Titled) -> Relation:
    return _row(
        around, one.relation, one.subject, one.object, one.start, one.end, one.status, one.valid_from, None, one.rule, 0.9
    )  # fmt: skip


def _row(
    around: Around, relation: str, subject: str, other: str | None, start: int, end: int, status: str,
    valid_from: str | None, valid_to: str | None, rule: str, confidence: float,
) -> Relation:  # fmt: skip
    said = max(around.statements.at(start), key=lambda s: s.start, default=None)
    via = (*said.via, *([said.speaker] if said.speaker else [])) if said else ()
    name = around.document.id
    return Relation(
        id=stable_id("re", name, start, end, relation, subject, other), document=name, start=start, end=end,
        text=around.document.text[start:end], relation=relation, subject=subject, object=other, status=status,
        valid_from=valid_from, valid_to=valid_to, as_of=around.document.published_end, via=via,
        statement=said.id if said else None, rule=rule, confidence=confidence,
    )  # fmt: skip


def _settled(rows: list[Relation]) -> list[Relation]:
    """One row for one relation of a sentence: "wants to join ... and expects to be admitted this year" is expected."""
    best: dict[tuple[str, frozenset[str | None]], Relation] = {}
    for row in rows:
        key = (row.relation, frozenset((row.subject, row.object)))
        held = best.get(key)
        if held is None:
            best[key] = row
        elif {held.status, row.status} <= {"sought", "expected"} or held.status == row.status:
            firm, weak = sorted((held, row), key=lambda r: (FIRMNESS[r.status], r.valid_from is not None, -r.start), reverse=True)
            best[key] = _spanning(firm, weak)
        else:
            best[(row.relation + row.status, key[1])] = row
    return list(best.values())


def _spanning(firm: Relation, weak: Relation) -> Relation:
    """The firmer row over the words of both."""
    return replace(firm, valid_from=firm.valid_from or weak.valid_from, valid_to=firm.valid_to or weak.valid_to)


def _once(rows: list[Relation]) -> list[Relation]:
    """Titles and state media once for each pair, the dated telling first; other relations as often as they are told."""
    best: dict[tuple[str, ...], Relation] = {}
    for row in rows:
        words = row.rule in ("titles.csv", "relations.toml#state-owned", "relations.toml#initiative")
        key = (row.relation, row.subject, row.object or "", row.status, *(() if words else (str(row.start), str(row.end))))
        held = best.get(key)
        if held is None or (row.valid_from is not None and held.valid_from is None):
            best[key] = row
    return list(best.values())

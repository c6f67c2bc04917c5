"""Evident slips: what a page expects, or aims at, for a year that lay behind when it was printed."""

from collections.abc import Iterator

from dragoman.reconcile.aims import is_aim
from dragoman.reconcile.calling import Calling, amount, day, sentence, when
from dragoman.reconcile.conflict_figures import slot_of
from dragoman.reconcile.conflict_relations import said_of
from dragoman.records.across import Conflict, Member
from dragoman.records.document import Document
from dragoman.records.figure import Figure
from dragoman.records.relation import Relation
from dragoman.text.ids import stable_id


def slip_conflicts(
    documents: list[Document], relations: list[Relation], figures: list[Figure], called: Calling
) -> Iterator[Conflict]:
    """Expected memberships and aims whose year is past: "want to raise trade to $500 million by 2020", printed in 2024."""
    for relation in sorted(relations, key=lambda r: r.id):
        dated = relation.object is not None and relation.valid_from is not None and relation.as_of is not None
        if dated and relation.status == "expected" and str(relation.valid_from) < str(relation.as_of)[:4]:
            yield _relation_slip(relation, called)
    pages = {document.id: document for document in documents}
    for figure in sorted(figures, key=lambda f: f.id):
        document = pages.get(figure.document)
        if document is not None and _is_past_aim(figure, document):
            yield _figure_slip(figure, document, called)


def _is_past_aim(figure: Figure, document: Document) -> bool:
    """Does its sentence aim at the value for a year before the page's own?"""
    printed, end = document.published_start, figure.period_end
    past = printed is not None and end is not None and end.year < printed.year
    return past and figure.value is not None and figure.subject is not None and is_aim(figure, document.text)


def _relation_slip(relation: Relation, called: Calling) -> Conflict:
    said, page = said_of(relation, called), called.page(relation.document)
    as_of = "the day of printing" if relation.as_of is None else day(relation.as_of)
    return Conflict(
        id=stable_id("cf", "slip", relation.id), kind="date", slot=f"when {said}",
        members=(Member(table="relations", id=relation.id),), reason="evident slip",
        explanation=f"{sentence(said)}, expected for {when(relation.valid_from)} [{page}]: that was past on {as_of}.",
    )  # fmt: skip


def _figure_slip(figure: Figure, document: Document, called: Calling) -> Conflict:
    slot, page = slot_of(figure, called), called.page(figure.document)
    as_of = "the day of printing" if document.published_start is None else day(document.published_start)
    return Conflict(
        id=stable_id("cf", "slip", figure.id), kind="date", slot=slot,
        members=(Member(table="figures", id=figure.id),), reason="evident slip",
        explanation=f"{sentence(slot)}: {amount(figure)} is the aim [{page}], but that was past on {as_of}.",
    )  # fmt: skip

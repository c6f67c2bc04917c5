"""Events: mentions of one happening joined, within a document and across documents."""

from collections.abc import Iterator

from dragoman.reconcile.event_facts import Reader
from dragoman.reconcile.event_links import links
from dragoman.reconcile.event_values import event_of
from dragoman.reconcile.groups import components
from dragoman.reconcile.origins import sources_of
from dragoman.records.across import Copy, Story
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import Event, EventMention
from dragoman.records.mention import Mention


def join_events(
    documents: list[Document],
    event_mentions: list[EventMention],
    mentions: list[Mention],
    entities: list[Entity],
    copies: list[Copy],
    stories: list[Story],
) -> Iterator[Event]:
    """Happenings with all their reports: the visit announced, paid and looked back on is one event.

    Every mention belongs to exactly one event; one that nothing joins is an event of its own.
    """
    reader = Reader(documents, entities, stories, mentions, copies)
    ordered = sorted(event_mentions, key=lambda mention: mention.id)
    by_id = {mention.id: mention for mention in ordered}
    sources = sources_of(documents, copies)
    outlets = {document.id: document.outlet for document in documents}
    days = {document.id: (document.published_start, document.published_end) for document in documents}
    for group in components(by_id, links(ordered, reader)):
        yield event_of([by_id[name] for name in group], sources, outlets, days)

"""Each listing that an address may ask for: from its parameters to the rows that are found."""

from typing import Any

from dragoman.errors import DragomanError
from dragoman.lexicon.files import layers
from dragoman.lexicon.plover import Ontology
from dragoman.show.choices import chosen, days
from dragoman.show.record import STATUSES, USUAL
from dragoman.show.web import wheres
from dragoman.show.web.asked import (
    ConflictsGiven,
    DatedGiven,
    DocumentsGiven,
    EntitiesGiven,
    EventsGiven,
    FiguresGiven,
    Given,
    Opened,
    RelationsGiven,
    StatementsGiven,
)
from dragoman.show.web.found import Found
from dragoman.show.web.window import Window


def parties(window: Window, of: str | None, between: list[str]) -> tuple[list[str] | None, list[str] | None]:
    """The ids of one party, of two, or of none."""
    if between and len(between) != 2:
        raise DragomanError(f"between names {len(between)}, not two", "write between=BLR&between=CHN")
    return window.parties(*between) if between else window.parties(of, None)


def relays(window: Window, name: str | None) -> dict[str, Any]:
    """Those who relay for a party, by id and by the name that pages credit."""
    if not name:
        return {"via": None, "via_names": None}
    # A page may credit an agency that nobody mentions: it has a name in the record, but no entity.
    ids = [] if name in window.agencies else window.side(name)
    return {"via": ids, "via_names": [name, *(window.names.get(id_, id_) for id_ in ids)]}


def statuses(asked: list[str]) -> list[str] | None:
    """The statuses asked for: the usual two when nothing is, no restriction for 'all'."""
    return None if "all" in asked else chosen(asked or USUAL, STATUSES, "status")


def events(window: Opened, asked: EventsGiven) -> Found:
    """Events, the latest first."""
    one, two = parties(window, asked.of, asked.between)
    types = chosen(asked.type, sorted(Ontology.load(layers(None)).types), "event type", str.upper)
    given: dict[str, Any] = {"one": one, "two": two, "types": types, "statuses": statuses(asked.status)}
    given |= {
        "quads": asked.quad or None,
        "origins": asked.origins,
        **relays(window, asked.via),
        **days(asked.since, asked.until),
    }
    # Two parties together are the narrower condition: asking for the first alone besides would only take time.
    conditions = {name: text for name, text in wheres.EVENTS.items() if two is None or name != "one"}
    return Found(window, "events", "Events", "web_events", conditions, wheres.NEWEST, given)


def statements(window: Opened, asked: StatementsGiven) -> Found:
    """Statements, the latest first."""
    given: dict[str, Any] = {"speaker": window.side(asked.speaker) if asked.speaker else None, "kind": asked.kind}
    given |= {"about": window.side(asked.about) if asked.about else None}
    given |= {**relays(window, asked.via), **days(asked.since, asked.until)}
    return Found(window, "statements", "Statements", "web_statements", wheres.STATEMENTS, wheres.LATEST_SAID, given)


def figures(window: Opened, asked: FiguresGiven) -> Found:
    """Figures by measure and period."""
    one, two = parties(window, asked.of, asked.between)
    measures = chosen(asked.measure, window.values("figures", "measure"), "measure", str.lower)
    given = {"one": one, "two": two, "measures": measures}
    order = "measure, period_start DESC NULLS LAST, document, start, id"
    return Found(window, "figures", "Figures", "web_figures", wheres.FIGURES, order, given)


def relations(window: Opened, asked: RelationsGiven) -> Found:
    """Relations by kind."""
    one, two = parties(window, asked.of, asked.between)
    kinds = chosen(asked.relation, window.values("relations", "relation"), "relation", str.lower)
    given = {"one": one, "two": two, "relations": kinds, "status": asked.status}
    order = "relation, subject, object NULLS LAST, as_of DESC NULLS LAST, document, start, id"
    return Found(window, "relations", "Relations", "web_relations", wheres.RELATIONS, order, given)


def conflicts(window: Opened, asked: ConflictsGiven) -> Found:
    """Conflicts by kind."""
    return Found(window, "conflicts", "Conflicts", "conflicts", wheres.CONFLICTS, "kind, slot, id", {"kind": asked.kind})


def entities(window: Opened, asked: EntitiesGiven) -> Found:
    """Entities, the most mentioned first."""
    given = {"ids": window.side(asked.of) if asked.of else None, "kind": asked.kind, "listed": asked.listed}
    return Found(window, "entities", "Entities", "web_entities", wheres.ENTITIES, "mentions DESC, id", given)


def documents(window: Opened, asked: DocumentsGiven) -> Found:
    """Pages, the latest first."""
    given = {"outlet": asked.outlet, **days(asked.since, asked.until)}
    order = "published_end DESC NULLS LAST, published_start DESC, uri, id"
    return Found(window, "documents", "Pages", "web_documents", wheres.DOCUMENTS, order, given)


def stories(window: Opened, asked: DatedGiven) -> Found:
    """Stories, those of most pages first."""
    order = "len(documents) DESC, date_end DESC NULLS LAST, id"
    return Found(window, "stories", "Stories", "stories", wheres.STORIES, order, days(asked.since, asked.until))


def problems(window: Opened, asked: Given) -> Found:
    """What could not be read."""
    return Found(window, "problems", "Problems", "problems", {}, "uri, step, id")


LISTINGS = (events, statements, figures, relations, conflicts, entities, documents, stories, problems)

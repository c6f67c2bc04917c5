"""Every table of the record, by name, in the order that a reader meets them."""

from dragoman.records.across import Conflict, Copy, Story
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import Event, EventMention
from dragoman.records.figure import Figure
from dragoman.records.mention import Mention
from dragoman.records.relation import Relation
from dragoman.records.run import Problem, Run
from dragoman.records.statement import Statement
from dragoman.records.time import Time

TABLES: dict[str, type] = {
    "documents": Document,
    "entities": Entity,
    "mentions": Mention,
    "times": Time,
    "statements": Statement,
    "figures": Figure,
    "relations": Relation,
    "event_mentions": EventMention,
    "events": Event,
    "copies": Copy,
    "stories": Story,
    "conflicts": Conflict,
    "problems": Problem,
    "runs": Run,
}

"""The record's tables and what the steps hand each other: frozen dataclasses, each field with its meaning."""

from dragoman.records.about import about
from dragoman.records.across import Conflict, Copy, Dating, Member, Story
from dragoman.records.document import Document, Part, Span
from dragoman.records.entity import Entity, Role
from dragoman.records.event import Event, EventMention
from dragoman.records.figure import Figure
from dragoman.records.mention import Mention
from dragoman.records.page import Page
from dragoman.records.reference import Reference
from dragoman.records.relation import Relation
from dragoman.records.run import Problem, Run
from dragoman.records.sentence import Sentence, Token
from dragoman.records.statement import Statement
from dragoman.records.tables import TABLES
from dragoman.records.time import Time

__all__ = [
    "TABLES",
    "Conflict",
    "Copy",
    "Dating",
    "Document",
    "Entity",
    "Event",
    "EventMention",
    "Figure",
    "Member",
    "Mention",
    "Page",
    "Part",
    "Problem",
    "Reference",
    "Relation",
    "Role",
    "Run",
    "Sentence",
    "Span",
    "Statement",
    "Story",
    "Time",
    "Token",
    "about",
]

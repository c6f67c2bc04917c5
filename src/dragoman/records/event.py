"""Who did what to whom: as one document tells it, and the happening itself."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """Who did what to whom, as one document tells it (PLOVER 2.0)."""

    id: str = about("Depends on the document, the place in it and the act.")
    event: str | None = about("The happening that it reports.", None)
    document: str = about("Document that reports it.")
    start: int = about("First character of the clause, a code point of documents.text.")
    end: int = about("One past the last character of the clause.")
    text: str = about("The clause as printed.")
    trigger_start: int = about("First character of the word that names the act.")
    trigger_end: int = about("One past its last character.")
    event_type: str = about("PLOVER event type, such as CONSULT.")
    mode: tuple[str, ...] = about("PLOVER modes: visit, phone, multilateral ...", ())
    context: tuple[str, ...] = about("PLOVER contexts, with their scope: sentence:military.", ())
    cameo: str | None = about("Nearest CAMEO code, with its leading zero.", None)
    quad: int = about("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.")
    score: float | None = about("PLOVER score of type and mode.", None)
    actors: tuple[str, ...] = about("Who did it: entity ids. A reciprocal event lists everyone here.")
    recipients: tuple[str, ...] = about("To whom; empty for reciprocal events.", ())
    date_start: date | None = about("First day it may have happened on; None when nothing tells.", None)
    date_end: date | None = about("Last day it may have happened on.", None)
    date_from: str | None = about("What gave the day: 'times:ID', 'published', 'statement'; None when nothing did.", None)
    place: str | None = about("Where, as printed.", None)
    status: str = about("actual, future, hypothetical or negated.", "actual")
    statement: str | None = about("Statement that says so, when the event is only said to have happened.", None)
    via: tuple[str, ...] = about("Entities that relayed it, the one nearest to the speaker last.", ())
    rule: str = about("Entry of the words that coded it: events/consult.toml#meet.")
    confidence: float = about("0 to 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The happening itself, across documents."""

    id: str = about("Depends on its first mention by id.")
    event_type: str = about("PLOVER event type.")
    mode: tuple[str, ...] = about("PLOVER modes that its mentions give.", ())
    cameo: str | None = about("Nearest CAMEO code.", None)
    quad: int = about("1 to 4, as in event_mentions.")
    score: float | None = about("PLOVER score.", None)
    actors: tuple[str, ...] = about("Who did it: entity ids.")
    recipients: tuple[str, ...] = about("To whom; empty for reciprocal events.", ())
    date_start: date | None = about("First day it may have happened on, by its best-supported mention.", None)
    date_end: date | None = about("Last day it may have happened on.", None)
    place: str | None = about("Where.", None)
    status: str = about("actual, future, hypothetical or negated; a plan that came true is actual.", "actual")
    mentions: tuple[str, ...] = about("Event mentions that report it.")
    documents: tuple[str, ...] = about("Documents that report it.")
    origins: int = about("Independent origins that report it: copies and relays of one original count once.")
    outlets: int = about("Outlets that print it.")
    first_reported: date | None = about("Earliest day on which a document may have reported it.", None)

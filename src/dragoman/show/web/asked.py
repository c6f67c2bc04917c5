"""What an address may ask of each listing: its query parameters, checked before anything is looked up."""

from typing import Annotated, Any

from fastapi import Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field, field_validator

from dragoman.show.web.window import Window

Day = Annotated[str | None, Field(description="A day, month or year: 2023, 2023-03, 2023-03-01.", max_length=40)]
Name = Annotated[
    str | None, Field(description="Whom: a name, a code or an id; Belarus, BLR and Minsk mean the same.", max_length=200)
]
Quad = Annotated[int, Field(ge=1, le=4)]
Word = Annotated[str | None, Field(max_length=200)]
Words = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=40)]


class Asked(BaseModel):
    """What every listing may be asked: which part of it."""

    model_config = ConfigDict(extra="ignore")

    page: Annotated[int, Field(ge=1, le=10**6, description="Which page of the listing, from 1.")] = 1
    limit: Annotated[int | None, Field(ge=1, le=10_000, description="Rows a page: 50 to read, 1,000 as JSON, all as CSV.")] = None

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_not_asked(cls, value: Any, info: Any) -> Any:
        """A form sends its empty fields too: they ask for nothing."""
        if isinstance(value, list):
            return [each for each in value if each != ""]
        return cls.model_fields[info.field_name].get_default(call_default_factory=True) if value == "" else value


class Dated(Asked):
    """What has a day."""

    since: Day = None
    until: Day = None


class EventsAsked(Dated):
    """Which events: between whom, of which types, how well attested."""

    of: Name = None
    between: Annotated[Words, Field(description="Two parties: between=BLR&between=CHN.")] = []
    type: Annotated[Words, Field(description="PLOVER event types: CONSULT, AGREE ...")] = []
    status: Annotated[
        Words, Field(description="actual, future, hypothetical, negated, or all; the first two when nothing is asked.")
    ] = []
    quad: Annotated[list[Quad], Field(max_length=4, description="1 and 2 cooperation, 3 and 4 conflict; odd is verbal.")] = []
    origins: Annotated[int | None, Field(ge=1, le=1000, description="Reported by at least so many independent origins.")] = None
    via: Annotated[Word, Field(description="Relayed by this agency, outlet or office.")] = None


class StatementsAsked(Dated):
    """Which statements: whose, about whom, through whom."""

    speaker: Name = None
    about: Name = None
    via: Name = None
    kind: Annotated[Word, Field(description="direct, indirect or mixed.")] = None


class FiguresAsked(Asked):
    """Which figures: of what, whose."""

    measure: Word = None
    of: Name = None
    between: Words = []


class RelationsAsked(Asked):
    """Which relations: which kind, between whom."""

    relation: Word = None
    of: Name = None
    between: Words = []
    status: Annotated[Word, Field(description="asserted, expected, denied, ended or sought.")] = None


class ConflictsAsked(Asked):
    """Which conflicts."""

    kind: Annotated[Word, Field(description="value, date, state or attribution.")] = None


class EntitiesAsked(Asked):
    """Which entities."""

    of: Name = None
    kind: Annotated[Word, Field(description="state, person, organisation, media, group or place.")] = None
    listed: Annotated[bool | None, Field(description="Known to the words, or only seen in the pages.")] = None


class DocumentsAsked(Dated):
    """Which pages."""

    outlet: Word = None


def opened(request: Request) -> Window:
    """The record as it last was whole."""
    found: Window = request.app.state.keeper.window()
    return found


Opened = Annotated[Window, Depends(opened)]
EventsGiven = Annotated[EventsAsked, Query()]
StatementsGiven = Annotated[StatementsAsked, Query()]
FiguresGiven = Annotated[FiguresAsked, Query()]
RelationsGiven = Annotated[RelationsAsked, Query()]
ConflictsGiven = Annotated[ConflictsAsked, Query()]
EntitiesGiven = Annotated[EntitiesAsked, Query()]
DocumentsGiven = Annotated[DocumentsAsked, Query()]
DatedGiven = Annotated[Dated, Query()]
Given = Annotated[Asked, Query()]

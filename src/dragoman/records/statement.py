"""Who said what, relayed by whom."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words or a view that a document attributes to somebody."""

    id: str = about("Depends on the document and the place in it.")
    document: str = about("Document that reports it.")
    start: int = about("First character of the content, without outer quotation marks.")
    end: int = about("One past the last character of the content.")
    text: str = about("The content as printed.")
    kind: str = about("direct: all of it in the speaker's words; indirect: none; mixed: some.")
    speaker: str | None = about("Entity that said it; None when it is not known who.", None)
    speaker_text: str | None = about("The words that name the speaker.", None)
    speaker_start: int | None = about("First character of those words.", None)
    speaker_end: int | None = about("One past their last character.", None)
    cue: str | None = about("The words that mark it as said: said, according to, praising.", None)
    cue_start: int | None = about("First character of the cue.", None)
    cue_end: int | None = about("One past the last character of the cue.", None)
    addressee: str | None = about("Entity it was said to.", None)
    via: tuple[str, ...] = about("Entities that relayed it, the one nearest to the speaker last.", ())
    medium: str | None = about("interview, readout, post, statement ...", None)
    date_start: date | None = about("First day it may have been said on.", None)
    date_end: date | None = about("Last day it may have been said on.", None)
    hedge: str | None = about("reportedly, allegedly ...", None)
    carried: bool = about("True when the relay, or that it was said at all, was taken over from a sentence before.", False)
    same_as: str | None = about("Id shared by the same statement in all pages that print it; None when only one row does.", None)
    origins: int = about("Independent origins that print it: copies and relays of one original count once.", 1)
    outlets: int = about("Outlets that print it.", 1)
    rule: str = about("Frame and entry of the words that read it: reporting.toml#say.")
    confidence: float = about("0 to 1.")

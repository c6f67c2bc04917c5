"""How a record was made, and what could not be read."""

from dataclasses import dataclass
from datetime import datetime

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A page, or part of one, that could not be read; the run went on."""

    id: str = about("Depends on the page, the step and what happened.")
    uri: str = about("Page it happened on.")
    step: str = about("Step that gave up: read, clean, parse ...")
    what: str = about("What happened, in words.")
    how_to_mend: str | None = about("What the user can do about it.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build: the versions that its rows depend on."""

    id: str = about("Depends on versions, digests and start.")
    version: str = about("dragoman's version.")
    words_digest: str = about("SHA-256 over the words that were used, ours and the user's.")
    model: str = about("Name and version of the parser's pipeline.")
    model_digest: str = about("SHA-256 of the pipeline's weights.")
    started: datetime = about("UTC.")
    ended: datetime = about("UTC.")
    pages: int = about("Pages that were handed in.")
    documents: int = about("Documents that were made.")
    problems: int = about("Problems that were noted.")

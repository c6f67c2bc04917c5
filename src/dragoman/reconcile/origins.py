"""Independent origins: what counts once when reports are counted."""

from dragoman.reconcile.groups import components
from dragoman.records.across import Copy
from dragoman.records.document import Document
from dragoman.text.ids import stable_id


def origins_of(documents: list[Document], copies: list[Copy]) -> dict[str, str]:
    """The origin of each document: shared by all copies and rewrites of one original.

    Five papers that print one wire report are one origin. A partial copy has text of its own and stays apart.
    """
    names = sorted(document.id for document in documents)
    links = [(copy.source, copy.document) for copy in copies if copy.kind != "partial"]
    groups = components(names, links)
    return {name: stable_id("or", group[0]) for group in groups for name in group}


def sources_of(documents: list[Document], copies: list[Copy]) -> dict[str, str]:
    """What each document's news counts under: its agency when it credits exactly one, else its origin.

    A document of an unknown outlet that credits nobody counts under "": nobody knows that it is independent.
    """
    origins = origins_of(documents, copies)
    credited = {document.id: document.agencies for document in documents}
    known = {document.id for document in documents if document.outlet or document.agencies or document.authors}
    named = {origins[name]: f"agency {agencies[0]}" for name, agencies in sorted(credited.items()) if len(agencies) == 1}
    return {name: named.get(origin, origin) if name in known else "" for name, origin in origins.items()}


def independent(reports: list[tuple[str, tuple[str, ...]]], sources: dict[str, str]) -> int:
    """How many independent origins stand behind reports given as (document, via).

    Two agencies that relay Xinhua are one origin for what Xinhua says; the relay nearest to the speaker counts.
    """
    told = {f"via {via[-1]}" if via else sources.get(document, "") for document, via in reports}
    return max(1, len(told - {""}))

"""What an explanation calls things: pages by outlet and file, parties by name, money as readers write it."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from dragoman.lexicon.names import Names
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.figure import Figure

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
PLAIN = frozenset({"count", "ordinal", "rank", ""})
LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
LONGEST_FILE = 60


@dataclass(frozen=True, slots=True)
class Calling:
    """Names of pages and entities, and the adjective of each state: China is "Chinese"."""

    pages: Mapping[str, str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    blocs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, documents: list[Document], entities: list[Entity], names: Names) -> "Calling":
        """The names of everything that a record holds."""
        adjectives: dict[str, str] = {}
        for surface, meant in names.forms.items():
            if len(meant) == 1 and meant[0].form == "demonym" and not surface.endswith("s"):
                adjectives.setdefault(meant[0].entity, surface)
        blocs = frozenset(e.id for e in entities if e.sector == "IGO" and " " in e.name and not e.name.startswith("The "))
        return cls({d.id: page_name(d) for d in documents}, {e.id: e.name for e in entities}, adjectives, blocs)

    def page(self, document: str) -> str:
        """ "Xinhua, visit.html"."""
        return self.pages.get(document, document)

    def several(self, documents: Iterable[str]) -> str:
        """The first of some pages, "and 3 more"."""
        pages = list(dict.fromkeys(documents))
        return self.page(pages[0]) + (f" and {len(pages) - 1} more" if len(pages) > 1 else "")

    def entity(self, id_: str | None) -> str:
        """Its name, else the id."""
        return self.entities.get(id_ or "", id_ or "")

    def body(self, id_: str) -> str:
        """A state or organisation as it stands in a sentence: "the European Union", NATO, Croatia."""
        return f"the {self.entity(id_)}" if id_ in self.blocs else self.entity(id_)

    def source(self, id_: str) -> str:
        """Who is meant by a relay: "Chinese figures" rather than "figures of China"."""
        state, _, role = id_.partition("/")
        name, adjective = self.entity(id_), self.adjectives.get(state)
        of = f" of {self.entity(state)}"
        if not (role and adjective and name.endswith(of)):
            return name
        told = f"{adjective} {name.removesuffix(of)}"
        return told if told.endswith("s") else f"the {told}"


def page_name(document: Document) -> str:
    """A page as a reader knows it: its outlet and file; its headline when the address ends in nothing that names it."""
    file = PurePosixPath(document.uri.replace("\\", "/").split("?")[0].rstrip("/")).name
    name = file if 0 < len(file) <= LONGEST_FILE else f"“{document.title}”" if document.title else document.uri
    return name if document.outlet in (None, "", name) else f"{document.outlet}, {name}"


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning.

    >>> sentence("trade in 2022")
    'Trade in 2022'
    """
    return text[:1].upper() + text[1:]


def day(when: date) -> str:
    """ "1 March 2023"."""
    return f"{when.day} {when:%B %Y}"


def when(prefix: str | None) -> str:
    """A prefix date in words.

    >>> when("2023"), when("2023-07"), when("2023-07-01")
    ('2023', 'July 2023', '1 July 2023')
    """
    parts = [int(part) for part in (prefix or "").split("-") if part.isdigit()]
    if len(parts) < 2 or not 1 <= parts[1] <= 12:
        return prefix or "an unknown day"
    month = f"{calendar.month_name[parts[1]]} {parts[0]}"
    return f"{parts[2]} {month}" if len(parts) > 2 else month


def listed(names: Iterable[str]) -> str:
    """Names in a sentence.

    >>> listed(["Kenya", "Uganda", "Rwanda"])
    'Kenya, Uganda and Rwanda'
    """
    *first, last = [*names] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def amount(figure: Figure) -> str:
    """A value as readers write it: "nearly $6 billion", "10 to 12", "33 %", "4 million tons".

    The unit stands once, behind a range.
    """
    low, high = _number(figure.value or 0.0), "" if figure.value_max is None else _number(figure.value_max)
    unit, told = figure.unit or "", f"{low} to {high}" if high else low
    sign = SIGNS.get(unit, "")
    if sign:
        told = f"-{sign}{told[1:]}" if told.startswith("-") else f"{sign}{told}"
        told = told.replace(" to ", f" to {sign}")
    elif unit == "percent":
        told += " %"
    elif unit not in PLAIN:
        told += f" {unit}{'s' if unit.islower() and figure.value != 1 else ''}"
    return f"{figure.comparator} {told}" if figure.comparator else told


def _number(value: float) -> str:
    for size, word in LARGE:
        if abs(value) >= size:
            return f"{value / size:.6g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:.6g}"


def change(figure: Figure) -> str:
    """A change as readers write it: "up 33 %", "down by more than 4 %"."""
    percent = figure.change_percent or 0.0
    bound = f"{figure.comparator} " if figure.comparator and figure.value is None else ""
    return f"{'down' if percent < 0 else 'up'} {bound}{abs(percent):g} %"

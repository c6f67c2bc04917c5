"""Numbers with an owner."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that somebody claims: of what, whose, for when, and by whom."""

    id: str = about("Depends on the document and the place in it.")
    document: str = about("Document that prints it.")
    start: int = about("First character of the number with its unit and change.")
    end: int = about("One past the last character.")
    text: str = about("The words as printed.")
    measure: str = about("trade, exports, imports, visits, tenure ... or the noun phrase in the text.")
    subject: str | None = about("Entity that it is a figure of.", None)
    partner: str | None = about("Entity on the other side: exports to it, visits to it.", None)
    value: float | None = about("The number, in whole units; None when only a change is told.", None)
    value_max: float | None = about("Upper end of a range.", None)
    unit: str | None = about("USD and other ISO 4217 codes, percent, count, ordinal, rank, year, hour ...", None)
    comparator: str | None = about("about, nearly, more than, at least, less than, up to; None is exact.", None)
    dimension: str | None = about("mass, length, area, volume, energy, power, flow ... of a physical unit; None of others.", None)
    si_value: float | None = about("The value in the SI's unit of its dimension: kg, m, m2, m3, J, W, m3/s.", None)
    change_percent: float | None = about("Change in percent, signed.", None)
    change_value: float | None = about("Change in the figure's unit, signed.", None)
    period_start: date | None = about("First day of the period that it counts.", None)
    period_end: date | None = about("Last day of that period.", None)
    compared_with: str | None = about("What it is compared with, as printed.", None)
    statement: str | None = about("Statement it stands in.", None)
    via: tuple[str, ...] = about("Entities that say or relay it, the one nearest to the source last.", ())
    same_as: str | None = about("Id shared by the same figure in all pages that print it; None when only one row does.", None)
    origins: int = about("Independent origins that print it: copies and relays of one original count once.", 1)
    outlets: int = about("Outlets that print it.", 1)
    rule: str = about("Rule or entry of the words that read it.")
    confidence: float = about("0 to 1.")

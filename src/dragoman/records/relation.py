"""States of the world: offices, memberships, alliances, sanctions, borders."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a document says holds between two entities, and from when to when."""

    id: str = about("Depends on the document, the place in it, and the two sides.")
    document: str = about("Document that says it.")
    start: int = about("First character of the words that say it.")
    end: int = about("One past the last character.")
    text: str = about("The words as printed.")
    relation: str = about("head_of_state, member_of, ally_of, sanctioned_by ... (RECORD.md has the list).")
    subject: str = about("Entity of which it is said.")
    object: str | None = about("Entity on the other side.")
    status: str = about("asserted, expected, denied, ended or sought.", "asserted")
    valid_from: str | None = about("Since when, a prefix date: 1994, 2023-03.", None)
    valid_to: str | None = about("Until when, a prefix date.", None)
    as_of: date | None = about("Day at which it is said to hold: the document's last possible day.", None)
    via: tuple[str, ...] = about("Entities that relayed it, the one nearest to the speaker last.", ())
    statement: str | None = about("Statement it stands in.", None)
    rule: str = about("Rule or entry of the words that read it.")
    confidence: float = about("0 to 1.")

"""Whose money a shared word means: the rupees of a figure of Nepal are Nepal's, a Canadian paper's "$" at home its own."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.extract.figure_claims import Claim
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measures
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Document

# The world's dollar is meant by these unless a paper of a state with a dollar of its own tells of that state.
WORLD_MONEY = frozenset({"dollar", "$"})


def in_money_meant(
    claim: Claim, sides: Iterable[str | None], near: Iterable[str | None], home: str | None, words: Measures
) -> Claim:
    """The claim with its money told: that of the owner, the partner, the states of the sentence, or of the outlet's home.

    Where none of them has a money of that name, a word with a usual owner keeps it ("pound" is sterling), and one without
    stays a word: "4 million pesos" is in "peso".
    """
    tied = [s for s in sides if s]

    def told(quantity: Quantity | None) -> Quantity | None:
        if quantity is None or not quantity.shared or quantity.unit is None:
            return quantity
        states = [home] if home and home in tied else []
        if quantity.shared not in WORLD_MONEY:
            states = [s for s in (*tied, *near, home) if s]
        codes = (words.money_of[s].get(quantity.shared) for s in states if s in words.money_of)
        code = next((c for c in codes if c), None)
        return replace(quantity, unit=code) if code else quantity

    return replace(claim, level=told(claim.level), step=told(claim.step), past=told(claim.past))


def home_of(document: Document, outlets: Outlets) -> str | None:
    """The state of the outlet that wrote the page itself; None where it credits a wire, whose dollars are the world's."""
    if not document.outlet or document.agencies:
        return None
    outlet = outlets.by_name(document.outlet) or outlets.by_domain(document.outlet)
    return outlet.state if outlet else None

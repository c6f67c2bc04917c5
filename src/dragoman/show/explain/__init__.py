"""Why a row or a column is what it is: its meaning, its maker, its words in the page, the rule that gave it."""

from dragoman.show.explain.answer import Answer
from dragoman.show.explain.column import explain_table
from dragoman.show.explain.row import explain_row

__all__ = ["Answer", "explain_row", "explain_table"]

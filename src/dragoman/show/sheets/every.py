"""The listing of each kind of answer, as a notebook and the command line draw it."""

from functools import partial

import pyarrow as pa

from dragoman.show.sheet import Sheet
from dragoman.show.sheets.conflicts import conflicts_sheet as conflicts
from dragoman.show.sheets.documents import documents_sheet as documents
from dragoman.show.sheets.entities import entities_sheet as entities
from dragoman.show.sheets.figures import figures_sheet as figures
from dragoman.show.sheets.problems import problems_sheet as problems
from dragoman.show.sheets.relations import relations_sheet as relations
from dragoman.show.sheets.statements import statements_sheet
from dragoman.show.sheets.timeline import timeline_sheet

statements = partial(statements_sheet, chains=False)


def timeline(table: pa.Table, limit: int, title: str) -> Sheet:
    """Events by day under a title."""
    return timeline_sheet(table, title, limit, quote=False)


__all__ = ["conflicts", "documents", "entities", "figures", "problems", "relations", "statements", "timeline"]

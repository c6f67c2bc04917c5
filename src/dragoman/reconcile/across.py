"""The order of work across pages: each step reads what the pages' own steps and those before it made."""

from collections.abc import Callable
from typing import Any

from dragoman.reconcile.conflicts import find_conflicts
from dragoman.reconcile.copies import find_copies
from dragoman.reconcile.dates import date_documents
from dragoman.reconcile.events import join_events
from dragoman.reconcile.stories import group_stories

# Pages that `date_documents` dates are read again before the others run: their relative times have an anchor now.
ACROSS: tuple[Callable[..., Any], ...] = (find_copies, date_documents, group_stories, join_events, find_conflicts)

"""The work on one page that is at hand as words: nothing is read from disk, nothing is written."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from dragoman.jobs.across import reconcile
from dragoman.jobs.batch import read_batch
from dragoman.jobs.building import this_run
from dragoman.lexicon.lexicon import load_lexicon
from dragoman.read.text import page_of_text
from dragoman.records import TABLES, Run
from dragoman.store.rows import to_arrow


def read_alone(
    text: str, uri: str, visited: date | None = None, words: Path | None = None, model: str | None = None
) -> dict[str, pa.Table]:
    """The tables of a record of one page, given as text or as HTML."""
    started = datetime.now(UTC)
    rows = read_batch([page_of_text(uri, text, visited)], words, model)[0]
    reconcile(rows, load_lexicon(words).names, lambda documents: read_batch(list(documents), words, model))
    rows[Run] = [this_run(rows, words, model, started)]
    return {name: to_arrow(record, rows.get(record, ())) for name, record in TABLES.items()}

"""Full text of the pages, statements and names of a record: an SQLite FTS5 index beside it, made when it is missing or stale."""

import re
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, RLock, Thread
from typing import Any

from dragoman.show.web.window import Window
from dragoman.store.kept import search_index

OPEN, CLOSE = "\x02", "\x03"
SHELVES = {"documents": "title, text", "statements": "speaker, text", "entities": "name, aliases"}
TERM = re.compile(r'"([^"]*)"|(\S+)')
FORMAT = "2"
SAID = "SELECT id, speaker, speaker_text, text FROM web_statements"
WORDS = "porter unicode61 remove_diacritics 2"
MOST_TERMS = 24
RANKED = 5_000
"""So many are put in order of how well they fit; when there are more, the latest come first and the best are not sought."""


def asked_as(query: str) -> str:
    """The query as FTS5 takes it: words that must all be there, "phrases" as they stand, a star for the rest of a word.

    >>> asked_as('border "free trade" visa* OR (')
    '"border" "free trade" "visa"* "OR"'
    """
    terms = []
    for phrase, word in TERM.findall(query.replace("\0", " "))[:MOST_TERMS]:
        star = "*" if word.endswith("*") else ""
        words = " ".join(re.findall(r"\w+", phrase or word))
        if words:
            terms.append(f'"{words}"{star}')
    return " ".join(terms)


class Index:
    """Finds words in a record. It is made in the background: until it is ready, it says so and finds nothing."""

    def __init__(self, window: Window) -> None:
        self.window, self.error = window, ""
        self._ready, self._lock = Event(), RLock()
        self._connection: sqlite3.Connection | None = None
        Thread(target=self._open, daemon=True).start()

    @property
    def ready(self) -> bool:
        """Is it made?"""
        return self._ready.is_set()

    def wait(self, seconds: float = 600) -> bool:
        """Waits until it is made."""
        return self._ready.wait(seconds)

    def search(self, shelf: str, query: str, limit: int, offset: int = 0) -> tuple[int, list[dict[str, Any]]]:
        """How many rows of a shelf (documents, statements, entities) hold the words, counted to RANKED, and some, best first."""
        terms = asked_as(query)
        if not terms or self._connection is None or shelf not in SHELVES:
            return 0, []
        snippet = f"snippet({shelf}, -1, '{OPEN}', '{CLOSE}', '…', 36)"
        matching = f"FROM {shelf} WHERE {shelf} MATCH ?"
        with self._lock:
            ask = self._connection.execute
            total = ask(f"SELECT count(*) FROM (SELECT 1 {matching} LIMIT {RANKED + 1})", (terms,)).fetchone()[0]
            order = "rank" if total <= RANKED else "rowid"
            rows = ask(f"SELECT id, {snippet} {matching} ORDER BY {order} LIMIT ? OFFSET ?", (terms, limit, offset)).fetchall()
        return total, [{"id": id_, "snippet": snippet_parts(text)} for id_, text in rows]

    def _open(self) -> None:
        try:
            self._connection = _fresh(self.window)
        except (sqlite3.Error, OSError) as error:
            self.error = f"the search index cannot be made ({error})"
        self._ready.set()


def snippet_parts(text: str) -> list[tuple[str, bool]]:
    """A snippet as (words, found) parts.

    >>> snippet_parts("the \\x02border\\x03 opens")
    [('the ', False), ('border', True), (' opens', False)]
    """
    parts = re.split(f"[{OPEN}{CLOSE}]", text)
    return [(part, bool(n % 2)) for n, part in enumerate(parts) if part]


def _fresh(window: Window) -> sqlite3.Connection:
    """The index of this state of the record: the one beside it, or a new one."""
    stamp = f"{FORMAT} {window.stamp}"
    beside = search_index(window.path)
    with suppress(sqlite3.Error, OSError):
        if beside.is_file() and _stamp(beside) == stamp:
            return _reader(beside)
    try:
        return _reader(_made(window, stamp, beside))
    except (sqlite3.Error, OSError):
        folder = Path(tempfile.mkdtemp(prefix="dragoman-search-"))
        return _reader(_made(window, stamp, folder / "index"))


def _reader(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, check_same_thread=False)


def _stamp(path: Path) -> str:
    with sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True) as connection:
        found: str = connection.execute("SELECT stamp FROM made_of").fetchone()[0]
    connection.close()
    return found


def _made(window: Window, stamp: str, path: Path) -> Path:
    """Writes the index under another name, and gives it its own when it is whole."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}-", delete=False) as file:
        new = Path(file.name)
    try:
        connection = sqlite3.connect(new)
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE made_of (stamp TEXT);")
        for shelf, columns in SHELVES.items():
            connection.execute(f"CREATE VIRTUAL TABLE {shelf} USING fts5(id UNINDEXED, {columns}, tokenize='{WORDS}')")
            for batch in _rows(window, shelf):
                connection.executemany(f"INSERT INTO {shelf} VALUES (?, ?, ?)", batch)
        connection.execute("INSERT INTO made_of VALUES (?)", (stamp,))
        connection.commit()
        connection.close()
        return new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _rows(window: Window, shelf: str) -> Iterator[Iterable[tuple[str, str, str]]]:
    """The rows of a shelf, some at a time."""
    if shelf == "documents":
        for batch in window.texts():
            yield [(row["id"], row["title"] or "", row["text"]) for row in batch]
    elif shelf == "statements":
        for group in window.ask("SELECT id, speaker, speaker_text, text FROM statements ORDER BY id").to_batches(
            max_chunksize=5000
        ):
            names = window.names
            yield [(r["id"], names.get(r["speaker"], r["speaker_text"] or ""), r["text"]) for r in group.to_pylist()]
    else:
        query = "SELECT id, name, aliases FROM web_entities ORDER BY mentions DESC, id"
        yield [(r["id"], r["name"], " · ".join(r["aliases"] or ())) for r in window.rows_for(query)]

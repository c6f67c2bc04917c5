#!/usr/bin/env python3
"""What the work across pages costs: CPU seconds of each step and memory, at several sizes.

    python bench/across.py [--corpus FILE] [--sizes N ...] [--cache FILE]

FILE is JSON Lines with a `text` column (plain or .gz). Each of its pages is read once. They are taken in the order of days that
a hash of the text gives, so that a small size has pages as long and as many a day as a large one. Where a size asks for more
pages than there are, they come again with the letters of their rarer words exchanged and their days moved, so that no page is a
copy of another and common words stay as common as they are. --cache keeps what was read: a second run measures at once.
"""

import argparse
import gzip
import json
import pickle
import re
import resource
import string
import subprocess
import sys
import time
from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from dragoman import flow, jobs  # noqa: E402
from dragoman.lexicon.lexicon import load_lexicon  # noqa: E402
from dragoman.parse.parser import load_parser  # noqa: E402
from dragoman.parse.sentences import sentence_texts  # noqa: E402
from dragoman.records import TABLES, Document, Entity, Page, Problem  # noqa: E402
from dragoman.text.ids import stable_id  # noqa: E402

CORPUS = ROOT.parent / "shared" / "bench" / "corpus" / "large.jsonl.gz"
BATCH = 50
DAYS = 730
COMMON = 5  # a word in one page of so many is common
WORD = re.compile(r"[^\W\d_]+")
Rows = dict[type, list[Any]]


def read(path: Path) -> list[Rows]:
    """The rows of each page of a corpus."""
    lexicon, parser = load_lexicon(), load_parser()
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        texts = sorted({row.get("input", row)["text"] for row in map(json.loads, file)}, key=lambda text: crc32(text.encode()))
    found: list[Rows] = []
    for first in range(0, len(texts), BATCH):
        pages = [page(text, number) for number, text in enumerate(texts[first : first + BATCH], first)]
        documents = [with_day(document) for one in pages for document in jobs.clean(one, lexicon, [])]
        parser.prepare(sentence_texts(documents), lexicon.names)
        found += [jobs.read_document(d, lexicon, parser, []) for d in documents]
    return found


def page(text: str, number: int) -> Page:
    """A text as a page."""
    return Page(uri=f"page {number}", text=text, content_sha256=stable_id("sha", text), read_at=datetime(2025, 1, 1, tzinfo=UTC))


def with_day(document: Document) -> Document:
    """The document, with a made-up day when it has none; one in twenty stays without."""
    chance = crc32(document.text.encode())
    if document.published_start is not None or chance % 20 == 0:
        return document
    day = date(2022, 1, 1) + timedelta(days=chance % DAYS)
    return replace(document, published_start=day, published_end=day, published_from="printed")


def in_order(pages: list[Rows]) -> list[Rows]:
    """The pages by their made-up days: a stream that goes on."""
    return sorted(pages, key=lambda rows: crc32(rows[Document][0].text.encode()) % DAYS if rows[Document] else 0)


class Exchange:
    """Exchanges the letters of a text's rarer words; which they are is counted over all pages."""

    def __init__(self, pages: list[Rows]) -> None:
        texts = [document.text for rows in pages for document in rows[Document]]
        held = Counter(word for text in texts for word in set(WORD.findall(text.lower())))
        self.common = {word for word, n in held.items() if n * COMMON >= len(texts)}

    def text(self, text: str, turn: int) -> str:
        """The text as it comes the n-th time: as long as it was."""
        letters = string.ascii_lowercase
        table = str.maketrans(letters, letters[turn:] + letters[:turn])
        return WORD.sub(lambda m: m[0] if m[0].lower() in self.common else m[0].translate(table), text)

    def again(self, rows: Rows, turn: int) -> Rows:
        """The same page with its rarer words exchanged and its days moved; turn 0 is the page itself."""
        return {record: [self._row(row, turn) for row in found] for record, found in rows.items()} if turn else rows

    def _row(self, row: Any, turn: int) -> Any:
        """A row of the exchanged page: ids, texts and days are other ones, entities stay."""
        changed: dict[str, Any] = {}
        if not isinstance(row, Entity):
            for field in fields(row):
                value = getattr(row, field.name)
                if field.name in ("id", "document", "statement", "reference") and isinstance(value, str):
                    changed[field.name] = f"{value}.{turn}"
                elif field.name in ("text", "title") and isinstance(value, str):
                    changed[field.name] = self.text(value, turn)
                elif isinstance(value, date) and not isinstance(value, datetime):
                    changed[field.name] = value + timedelta(days=DAYS * turn)
        return replace(row, **changed)


def measure(pages: list[Rows], size: int) -> dict[str, float]:
    """CPU seconds of each step across so many pages, and what was made."""
    lexicon = load_lexicon()
    rows: Rows = {record: [] for record in TABLES.values()}
    exchange = Exchange(pages)
    for number in range(size):
        jobs.gather(rows, exchange.again(pages[number % len(pages)], number // len(pages)))
    rows[type(lexicon.names)] = [lexicon.names]
    rows[Problem] = []
    spent: dict[str, float] = {}

    def timed(name: str, work: Any) -> None:
        began = time.process_time()
        work()
        spent[name] = round(time.process_time() - began, 1)

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    timed("merge_entities", lambda: jobs.merge_entities(rows))
    for step in flow.ACROSS:
        timed(step.__name__, lambda step=step: rows.__setitem__(flow.signature(step)[1], list(flow.call(step, rows))))
    timed("settle", lambda: jobs.settle(rows))
    spent["seconds"] = round(sum(spent.values()), 1)
    spent["ms a page"] = round(1000 * spent["seconds"] / size, 2)
    spent["MB of rows"] = round(before / 1024)
    spent["MB at most"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    characters = sum(len(document.text) for document in rows[Document])
    spent["characters a page"] = round(characters / size)
    return spent | {record.__name__: len(rows[record]) for record in TABLES.values() if rows.get(record)}


def main() -> None:
    """Read once, then measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000])
    parser.add_argument("--cache", type=Path, default=ROOT / "out" / "across.pickle")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    a = parser.parse_args()
    if not a.cache.exists():
        a.cache.parent.mkdir(parents=True, exist_ok=True)
        a.cache.write_bytes(pickle.dumps(read(a.corpus)))
    if a.alone:
        size = a.sizes[0]
        print(json.dumps({"pages": size, **measure(in_order(pickle.loads(a.cache.read_bytes()))[:size], size)}), flush=True)
        return
    for size in a.sizes:
        subprocess.run([sys.executable, __file__, "--alone", "--cache", str(a.cache), "--sizes", str(size)], check=True)


if __name__ == "__main__":
    main()

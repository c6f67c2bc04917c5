#!/usr/bin/env python3
"""How fast each step is, against spaCy's own full pipeline on the same text in the same run.

    python bench/speed.py [--corpus FILE] [--pages N] [--json OUT]

FILE is JSON Lines with a `text` column (plain or .gz). Only ratios are worth quoting: machines differ and drift. The JSON holds
`ratio_to_spacy_full` (words per CPU second: dragoman's whole record over spaCy's plain full pipeline), and for each step its
CPU seconds, words per CPU second and share of the whole.
"""

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from dragoman import flow  # noqa: E402
from dragoman.jobs.batch import uncollected  # noqa: E402
from dragoman.lexicon.lexicon import load_lexicon  # noqa: E402
from dragoman.parse.parser import DEFAULT, load_parser  # noqa: E402
from dragoman.parse.sentences import sentence_texts  # noqa: E402
from dragoman.records import Document, Page  # noqa: E402
from dragoman.text.ids import stable_id  # noqa: E402

CORPUS = ROOT.parent / "shared" / "bench" / "corpus" / "guardian.jsonl"
BATCH = 50


def pages(path: Path, most: int) -> list[Page]:
    """The first pages of a corpus, spread over it evenly."""
    from datetime import UTC, datetime

    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    rows = [row.get("input", row) for row in rows]
    rows = [row for row in rows if row.get("lang", "en") in ("en", None, "english")]
    step = max(1, len(rows) // most)
    return [
        Page(uri=f"{path.name}#{n}", text=row["text"], content_sha256=stable_id("sha", row["text"]), read_at=datetime.now(UTC))
        for n, row in enumerate(rows[::step][:most])
    ]


def timed(spent: dict[str, float], name: str, work: Callable[[], Any]) -> Any:
    """Do some work and add its CPU seconds to a name."""
    started = time.process_time()
    done = work()
    spent[name] = spent.get(name, 0.0) + time.process_time() - started
    return done


def dragoman(given: list[Page]) -> tuple[dict[str, float], int, int]:
    """CPU seconds of each step over the pages, the rows made, and the words of the articles."""
    lexicon, parser = load_lexicon(), load_parser()
    spent: dict[str, float] = {}
    everything: dict[type, list[Any]] = {}
    words = 0
    for first in range(0, len(given), BATCH):
        batch = []
        for page in given[first : first + BATCH]:
            made = {**flow.begin(lexicon, parser), Page: [page]}
            made[Document] = timed(spent, "clean_page", lambda made=made: list(flow.call(flow.FLOW[0], made)))
            batch.append(made)
        documents = [m[Document][0] for m in batch]
        words += sum(len(d.text[a:b].split()) for d in documents for a, b in d.body)
        timed(spent, "parse", lambda d=documents: parser.prepare(sentence_texts(d), lexicon.names))
        for made in batch:
            for step in flow.FLOW[1:]:
                made[flow.signature(step)[1]] = timed(spent, step.__name__, lambda s=step, m=made: list(flow.call(s, m)))
            for kind, rows in made.items():
                if kind.__module__.startswith("dragoman.records"):
                    everything.setdefault(kind, []).extend(rows)
    everything[type(lexicon.names)] = [lexicon.names]
    for step in flow.ACROSS:
        everything[flow.signature(step)[1]] = timed(spent, step.__name__, lambda s=step: list(flow.call(s, everything)))
    return spent, sum(len(r) for r in everything.values()), words


SPACY = """
import json, sys, time, spacy
texts = json.load(sys.stdin)
pipeline = spacy.load(sys.argv[1])
pipeline("A first sentence warms the parser up.")
started = time.process_time()
for _ in pipeline.pipe(texts, batch_size=50):
    pass
print(time.process_time() - started)
"""


def spacy_full(texts: list[str]) -> float:
    """CPU seconds of spaCy's own full pipeline, as it comes, over the articles; in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SPACY, DEFAULT], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Time both, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--json", type=Path, metavar="OUT")
    a = parser.parse_args()
    if not a.corpus.exists():
        raise SystemExit(f"{a.corpus}: no such corpus; give --corpus a JSON Lines file with a text column")
    load_parser().prepare(["A first sentence warms the parser up."], load_lexicon().names)
    given = pages(a.corpus, a.pages)
    with uncollected():  # as jobs.read_batch does
        spent, rows, words = dragoman(given)
    full = spacy_full([p.text for p in given])
    total = sum(spent.values())
    page_words = sum(len(p.text.split()) for p in given)
    result = {
        "corpus": a.corpus.name,
        "pages": len(given),
        "words": page_words,
        "body_words": words,
        "rows": rows,
        "ratio_to_spacy_full": round(full / total, 3),
        "spacy_full_words_per_cpu_s": round(page_words / full),
        "dragoman_words_per_cpu_s": round(page_words / total),
        "steps": {
            name: {"cpu_s": round(s, 3), "words_per_cpu_s": round(page_words / s) if s else None, "share": round(s / total, 4)}
            for name, s in spent.items()
        },
    }
    print(f"{len(given)} pages, {page_words} words of {a.corpus.name}; {rows} rows")
    for name, s in sorted(spent.items(), key=lambda x: -x[1]):
        print(f"  {name:22} {s:8.2f} CPU s  {page_words / max(s, 1e-9):12,.0f} words/s  {100 * s / total:5.1f} %")
    print(f"  {'dragoman, whole':22} {total:8.2f} CPU s  {page_words / total:12,.0f} words/s")
    print(f"  {'spaCy, full pipeline':22} {full:8.2f} CPU s  {page_words / full:12,.0f} words/s  ratio {full / total:.2f}")
    if a.json:
        a.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

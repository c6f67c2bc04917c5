#!/usr/bin/env python3
"""How fast pages become documents: plain text, HTML against trafilatura alone, and the memory of a crawl.

    python bench/reading.py [--corpus FILE] [--pages N] [--json OUT]

FILE is JSON Lines with a `text` column (plain or .gz). Pages of HTML are made from the same texts with the furniture of a site
around them: dragoman and trafilatura get the very same pages, in turn, in one process. Machines differ and drift: quote the
ratio, and the pages a CPU second beside `spins`, what the same machine did of a fixed piece of work in the same run.
"""

import argparse
import gzip
import io
import json
import random
import resource
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

HEAVY = 12
CORPUS = ROOT.parent / "shared" / "bench" / "corpus" / "guardian.jsonl"
MENU = "".join(f'<li class="nav-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(40))
RELATED = "".join(f'<li><a href="/story/{n}">Another story of the day, number {n}</a></li>' for n in range(25))


def texts_of(path: Path, most: int) -> list[str]:
    """Texts of a corpus, spread over it evenly."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    texts = [row.get("input", row)["text"] for row in rows]
    return texts[:: max(1, len(texts) // most)][:most]


def html_of(text: str, number: int, weight: int = 0) -> str:
    """A page of a news site: menu, article, related stories, scripts; `weight` times what big sites put around each thing."""
    icon = '<svg viewBox="0 0 24 24"><path d="' + "M12 2l3 7h7l-5 5 2 8-7-4" * 4 + '"/></svg>'
    dress = f'<div class="wrap wrap--wide" data-track="{number}"><div class="inner">{icon}</div></div>' * weight
    body = "".join(f'<div class="text"><p>{escape(line)}</p></div>{dress}' for line in text.split("\n") if line.strip())
    day = f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}"
    script = "<script>window.data=[" + "1," * 1500 * (1 + weight) + "0];</script>"
    head = (
        f'<meta charset="utf-8"><title>Story {number} | Coast Daily</title>{script}<style>{".a{color:red}" * 200}</style>'
        f'<meta property="article:published_time" content="{day}T08:00:00Z">'
    )
    around = f"<aside>{dress}<ul>{RELATED}</ul></aside>", f"<footer>© Coast Daily</footer>{script}"
    story = f'<h1>Story {number}</h1><p class="byline">By Ama Mensah</p><time>{day}</time>{body}'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><header><nav>{dress}<ul>{MENU}</ul></nav></header>'
        f"<main><article>{story}</article>{around[0]}</main>{around[1]}</body></html>"
    )


def spins() -> float:
    """Millions of steps of a plain loop in a CPU second: how fast this machine is just now."""
    started = time.process_time()
    total = 0
    for n in range(3_000_000):
        total += n & 7
    return 3 / (time.process_time() - started)


def rate(work: Any, given: list[Any]) -> float:
    """Pieces in a CPU second."""
    started = time.process_time()
    for one in given:
        work(one)
    return len(given) / (time.process_time() - started)


def cleaner() -> Any:
    """What makes a document of a page, with the words loaded."""
    from dragoman import flow
    from dragoman.lexicon.lexicon import load_lexicon
    from dragoman.records import Page

    made = flow.begin(load_lexicon(), None)  # type: ignore[arg-type]

    def clean(name: str, data: bytes) -> None:
        from dragoman.read.files import read_bytes
        from dragoman.read.options import ReadOptions

        for page in read_bytes(name, name, data, ReadOptions()):
            if isinstance(page, Page):
                list(flow.call(flow.FLOW[0], {**made, Page: [page]}))

    return clean


def speeds(texts: list[str]) -> dict[str, float]:
    """Pages a CPU second of plain text and of HTML, light and as heavy as a big site's, and the ratio to trafilatura alone."""
    clean = cleaner()
    clean("warm.txt", texts[0].encode())
    found = {"spins": spins()}
    found["text_pages_per_cpu_s"] = max(rate(lambda text: clean("page.txt", text.encode()), texts) for _ in range(3))
    for name, weight in (("light", 0), ("heavy", HEAVY)):
        pages = [html_of(text, n, weight) for n, text in enumerate(texts)]
        clean("warm.html", pages[0].encode())
        runs = [(rate(lambda page: clean("page.html", page.encode()), pages), rate(alone, pages)) for _ in range(3)]
        found[f"html_{name}_kb"] = sum(map(len, pages)) / len(pages) / 1024
        found[f"html_{name}_pages_per_cpu_s"] = max(ours for ours, _ in runs)
        found[f"html_{name}_times_trafilatura"] = sorted(peer / ours for ours, peer in runs)[1]
    return {name: round(value, 2) for name, value in found.items()}


def alone(page: str) -> None:
    """What dragoman asks of trafilatura, and nothing else."""
    from trafilatura import bare_extraction

    bare_extraction(
        page, with_metadata=True, include_comments=False, favor_precision=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )  # fmt: skip


def write_crawl(path: Path, texts: list[str], many: int) -> None:
    """A crawl of many pages, each record a gzip member of its own."""
    pick = random.Random(1)
    with path.open("wb") as file:
        for n in range(many):
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html_of(pick.choice(texts), n).encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{n}\r\nContent-Length: {len(http)}\r\n"
            )
            whole = head.encode() + b"Content-Type: application/http; msgtype=response\r\n\r\n" + http + b"\r\n\r\n"
            packed = io.BytesIO()
            with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=1) as gz:
                gz.write(whole)
            file.write(packed.getvalue())


def read_crawl(path: Path) -> None:
    """Reads a crawl and prints the pages and the greatest memory of the process."""
    from dragoman.read.paths import read_paths

    many = sum(1 for _ in read_paths([path]))
    print(json.dumps({"pages": many, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def memory(texts: list[str], sizes: tuple[int, ...] = (200, 2_000)) -> dict[str, float]:
    """Megabytes at most, of a process that reads a crawl of so many pages: the same for ten times the pages."""
    from tempfile import TemporaryDirectory

    found = {}
    with TemporaryDirectory() as folder:
        for many in sizes:
            path = Path(folder) / f"{many}.warc.gz"
            write_crawl(path, texts, many)
            done = subprocess.run([sys.executable, __file__, "--crawl", str(path)], capture_output=True, text=True, check=True)
            told = json.loads(done.stdout)
            assert told["pages"] == many
            found[f"warc_mb_at_{many}_pages"] = round(told["mb"], 1)
    return found


def main() -> None:
    """Time and measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--crawl", type=Path, help=argparse.SUPPRESS)
    a = parser.parse_args()
    if a.crawl:
        return read_crawl(a.crawl)
    if not a.corpus.exists():
        raise SystemExit(f"{a.corpus}: no such corpus; give --corpus a JSON Lines file with a text column")
    texts = texts_of(a.corpus, a.pages)
    result = {"corpus": a.corpus.name, "pages": len(texts), **speeds(texts), **memory(texts)}
    for name, value in result.items():
        print(f"{name:32} {value}")
    if a.json:
        a.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return None


if __name__ == "__main__":
    main()

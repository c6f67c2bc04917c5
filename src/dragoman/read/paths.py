"""Files and folders to pages: each kind of file to its reader, each fault to a problem."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.html import read_html
from dragoman.read.options import ReadOptions
from dragoman.read.tables import read_csv, read_jsonl
from dragoman.read.text import read_text
from dragoman.records import Page, Problem

HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
JSONL = frozenset({".jsonl", ".ndjson", ".jsonlines"})
CSV = frozenset({".csv", ".tsv"})
OTHER = frozenset(
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".ico",
        ".pdf",
        ".doc",
        ".docx",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".mp3",
        ".mp4",
        ".avi",
        ".mov",
        ".exe",
        ".so",
        ".py",
        ".pyc",
        ".js",
        ".css",
        ".json",
        ".xml",
        ".toml",
        ".yaml",
        ".yml",
        ".duckdb",
        ".db",
        ".parquet",
        ".zip",
        ".gz",
        ".bz2",
        ".xz",
        ".7z",
        ".tar",
        ".woff",
        ".woff2",
        ".ttf",
    ]
)
STDIN = "-"
WHAT_IS_READ = "give .txt, .md, .html, .jsonl or .csv files"


def read_paths(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Page | Problem]:
    """Every page under the paths, folders walked in sorted order; what cannot be read is a problem, never an exception.

    A file that is reached twice (named twice, or through a link) is read once; equal files are pages of their own. `-` is one
    page from standard input.
    """
    told = options or ReadOptions()
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _read_stdin(told) if str(path) == STDIN else _read(Path(path), told, seen, 0)


def _read_stdin(options: ReadOptions) -> Iterator[Page | Problem]:
    """The one page that comes by standard input, text or HTML."""
    try:
        yield read_text("stdin", sys.stdin.buffer.read(), options.visited)
    except UnreadablePage as error:
        yield problem("stdin", error.what, error.how_to_mend)


def _read(path: Path, options: ReadOptions, seen: set[tuple[int, int]], depth: int) -> Iterator[Page | Problem]:
    uri = str(path)
    try:
        status = path.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        if path.is_dir():
            yield from _read_folder(path, options, seen, depth)
        elif path.is_file():
            yield from _read_file(path, uri, options)
        else:
            yield problem(uri, "neither a file nor a folder", WHAT_IS_READ)
    except FileNotFoundError:
        yield problem(uri, "no such file or folder", "check the path")
    except UnreadablePage as error:
        yield problem(uri, error.what, error.how_to_mend)
    except (OSError, ValueError) as error:
        yield problem(uri, f"cannot be opened: {_reason(error)}", "check that you may read it")


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _read_folder(path: Path, options: ReadOptions, seen: set[tuple[int, int]], depth: int) -> Iterator[Page | Problem]:
    if depth >= options.max_depth:
        yield problem(str(path), f"folders nested deeper than {options.max_depth}", "name the inner folder itself")
        return
    for inner in sorted(path.iterdir()):
        if not inner.name.startswith("."):
            yield from _read(inner, options, seen, depth + 1)


def _read_file(path: Path, uri: str, options: ReadOptions) -> Iterator[Page | Problem]:
    kind = path.suffix.lower()
    if kind in JSONL:
        yield from read_jsonl(path, uri, options)
    elif kind in OTHER:
        yield problem(uri, f"{kind} files are not read", WHAT_IS_READ)
    elif path.stat().st_size > options.max_bytes * (10 if kind in CSV else 1):
        yield problem(uri, f"file of more than {options.max_bytes:,} bytes", "split it into pages, or give JSON Lines")
    elif kind in CSV:
        yield from read_csv(path, uri, options)
    elif kind in HTML:
        yield read_html(uri, path.read_bytes(), options.visited)
    else:
        yield read_text(uri, path.read_bytes(), options.visited)

"""One file, whatever holds it, to pages: each kind of file to its reader."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import UnreadablePage
from dragoman.read.decode import problem
from dragoman.read.feeds import read_feed
from dragoman.read.html import read_html
from dragoman.read.mail import read_mail
from dragoman.read.options import ReadOptions
from dragoman.read.tables import read_csv, read_jsonl, read_parquet
from dragoman.read.text import read_text
from dragoman.records import Page, Problem

HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
JSONL = frozenset({".jsonl", ".ndjson", ".jsonlines"})
CSV = frozenset({".csv", ".tsv"})
FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf", ".opml"})
PARQUET = frozenset({".parquet", ".pq"})
MAIL = frozenset({".eml"})
PACKED = frozenset({".gz", ".zip", ".warc"})
TABLES_TIMES = 10
OTHER = frozenset(
    """.png .jpg .jpeg .gif .webp .svg .ico .pdf .doc .docx .xls .xlsx .ppt .pptx .mp3 .mp4 .avi .mov .exe .so .py .pyc .js .css
    .json .toml .yaml .yml .duckdb .db .bz2 .xz .7z .tar .woff .woff2 .ttf""".split()
)
WHAT_IS_READ = "give .txt, .md, .html, .eml, .jsonl, .csv, .parquet, .warc files or feeds, bare or in .gz or .zip"


def suffix_of(name: str) -> str:
    """The ending that tells a file's kind, in small letters: ".html" of "Page.HTML"."""
    stem, dot, ending = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def read_stream(
    name: str, uri: str, stream: BinaryIO, options: ReadOptions, charset: str | None = None
) -> Iterator[Page | Problem]:
    """Pages of one file that is no archive; problems are yielded, never raised."""
    kind = suffix_of(name)
    try:
        if kind in OTHER or kind in PACKED:
            yield problem(uri, f"{kind} files are not read here", WHAT_IS_READ)
        elif kind in JSONL:
            yield from read_jsonl(stream, uri, options)
        elif kind in PARQUET:
            yield from read_parquet(stream, uri, options)
        else:
            yield from _read_whole(kind, uri, stream, options, charset)
    except UnreadablePage as error:
        yield problem(uri, error.what, error.how_to_mend)


def _read_whole(kind: str, uri: str, stream: BinaryIO, options: ReadOptions, charset: str | None) -> Iterator[Page | Problem]:
    """Pages of a file that is read into memory; one that is too great is a problem."""
    limit = options.max_bytes * (TABLES_TIMES if kind in CSV else 1)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadablePage(f"file of more than {limit:,} bytes", "split it into pages, or give JSON Lines")
    if kind in CSV:
        yield from read_csv(data, uri, options)
    elif kind in FEEDS:
        yield from read_feed(data, uri, options)
    elif kind in MAIL:
        yield read_mail(uri, data, options.visited)
    elif kind in HTML:
        yield from read_html(uri, data, options.visited, charset)
    else:
        yield from read_text(uri, data, options.visited, charset)


def read_bytes(name: str, uri: str, data: bytes, options: ReadOptions, charset: str | None = None) -> Iterator[Page | Problem]:
    """Pages of a file that is in memory already."""
    return read_stream(name, uri, io.BytesIO(data), options, charset)

"""Paths to pages: folders are walked, archives opened, each fault is a problem."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.read.archives import read_archive
from dragoman.read.decode import now, problem
from dragoman.read.fetch import Fetcher
from dragoman.read.files import FEEDS, PACKED, WHAT_IS_READ, read_stream, suffix_of
from dragoman.read.follow import Follower
from dragoman.read.options import ReadOptions
from dragoman.records import Page, Problem

STDIN = "-"
ADDRESSES = ("http://", "https://")
Seen = set[tuple[int, int]]


def read_paths(paths: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Page | Problem]:
    """Every page under the paths, folders walked in sorted order; what cannot be read is a problem, never an exception.

    A file that is reached twice (named twice, or through a link) is read once; equal files are pages of their own. `-` is one
    page from standard input; what begins with https:// is fetched, and a feed's address leads to the pages that it links to.
    """
    told = options or ReadOptions()
    seen: Seen = set()
    fetcher = Fetcher(allow_private=told.allow_private, max_bytes=told.max_bytes)
    web = Follower(fetcher, replace(told, visited=told.visited or now().date()))
    for path in paths:
        if str(path) == STDIN:
            yield from read_stream("stdin.txt", "stdin", sys.stdin.buffer, told)
        elif str(path).startswith(ADDRESSES):
            yield from web.read(str(path))
        else:
            yield from _read(Path(path), told, web, seen, 0)


def _read(path: Path, options: ReadOptions, web: Follower, seen: Seen, depth: int) -> Iterator[Page | Problem]:
    uri = str(path)
    try:
        status = path.stat()
        if (status.st_dev, status.st_ino) in seen or path.absolute() == options.aside:
            return
        seen.add((status.st_dev, status.st_ino))
        if path.is_dir():
            yield from _read_folder(path, options, web, seen, depth)
        elif path.is_file():
            yield from _read_file(path, uri, options, web)
        else:
            yield problem(uri, "neither a file nor a folder", WHAT_IS_READ)
    except FileNotFoundError:
        yield problem(uri, "no such file or folder", "check the path")
    except (OSError, ValueError) as error:
        yield problem(uri, f"cannot be opened: {_reason(error)}", "check that you may read it")


def _reason(error: OSError | ValueError) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


def _read_folder(path: Path, options: ReadOptions, web: Follower, seen: Seen, depth: int) -> Iterator[Page | Problem]:
    if depth >= options.max_depth:
        yield problem(str(path), f"folders nested deeper than {options.max_depth}", "name the inner folder itself")
        return
    for inner in sorted(path.iterdir()):
        if not inner.name.startswith("."):
            yield from _read(inner, options, web, seen, depth + 1)


def _read_file(path: Path, uri: str, options: ReadOptions, web: Follower) -> Iterator[Page | Problem]:
    if suffix_of(path.name) in PACKED:
        yield from read_archive(path, uri, options)
        return
    if options.follow and suffix_of(path.name) in FEEDS and path.stat().st_size <= options.max_bytes:
        yield from web.read_saved(path.read_bytes(), uri)
        return
    with path.open("rb") as stream:
        yield from read_stream(path.name, uri, stream, options)

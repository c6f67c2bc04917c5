"""A page from standard input, as a file that a reader can open."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import DragomanError


@contextmanager
def pages(names: Sequence[str]) -> Iterator[list[Path]]:
    """The paths given; `-` stands for one page that comes by standard input. Raises when not one of them is there."""
    if not any(name == "-" or Path(name).exists() for name in names):
        raise DragomanError(f"there is no file or folder {' or '.join(names[:3])}", "see how it is spelt")
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        yield [_from_stdin(Path(folder)) if name == "-" else Path(name) for name in names]


def _from_stdin(folder: Path) -> Path:
    page = folder / "stdin.txt"
    page.write_bytes(sys.stdin.buffer.read())
    return page

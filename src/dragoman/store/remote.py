"""Files wherever they lie: this machine's own, and those of object stores by their address (s3://, gs://, hdfs://, abfs://)."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pyarrow.fs as fs

from dragoman.errors import DragomanError

ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+)://")
PLUGINS = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs", "abfss": "adlfs", "az": "adlfs"}
HALF = ".half-"
SAFE = ":/@?=&+,;~"  # names may have blanks and letters of any script; what stands behind ? are options of the store


def is_remote(name: str | Path) -> bool:
    """Is it an address of a store, not a path of this machine?

    >>> is_remote("s3://news/2024/"), is_remote("news/2024")
    (True, False)
    """
    return ADDRESS.match(str(name)) is not None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that any machine of a cluster can open by its name."""

    url: str

    @classmethod
    def of(cls, name: str | Path) -> "Folder":
        """The folder of a name; a path of this machine is made absolute."""
        return cls(str(name).rstrip("/") if is_remote(name) else str(Path(name).absolute()))

    def opened(self) -> tuple[Any, str]:
        """The file system and the folder's path in it."""
        return filesystem(self.url)

    def has(self, name: str) -> bool:
        """Is there such a file in it?"""
        system, base = self.opened()
        return bool(system.get_file_info(f"{base}/{name}").type == fs.FileType.File)

    def files(self) -> dict[str, int]:
        """Every file in it, also in its own folders, by its name seen from here, with its size."""
        system, base = self.opened()
        found = system.get_file_info(fs.FileSelector(base, allow_not_found=True, recursive=True))
        return {info.path[len(base) :].lstrip("/"): info.size for info in found if info.type == fs.FileType.File}

    def read(self, name: str, start: int = 0, length: int | None = None) -> bytes:
        """The content of a file in it, or a stretch of it."""
        system, base = self.opened()
        with system.open_input_file(f"{base}/{name}") as file:
            file.seek(start)
            return bytes(file.read(length))

    @contextmanager
    def writing(self, name: str) -> Iterator[Any]:
        """A file to write, which has its name only when the block ends well."""
        system, base = self.opened()
        path = f"{base}/{name}"
        with _words(self.url):
            system.create_dir(path.rpartition("/")[0], recursive=True)
            local = isinstance(system, fs.LocalFileSystem)  # stores show a file when it is closed, this machine when named
            beside = _half(path) if local else path
            file = system.open_output_stream(beside)
        try:
            with _words(self.url):
                yield file
                file.close()
                if local:
                    Path(beside).replace(path)
        except BaseException:
            _forget(system, beside, file)
            raise

    def delete(self, names: list[str]) -> None:
        """Deletes files in it."""
        system, base = self.opened()
        for name in names:
            system.delete_file(f"{base}/{name}")


def _half(path: str) -> str:
    """A name beside, that no other process has."""
    place, _, name = path.rpartition("/")
    return f"{place}/{HALF}{os.getpid()}-{secrets.token_hex(4)}-{name}"


def _forget(system: Any, path: str, file: Any) -> None:
    """Leaves nothing of a file that was not written to its end."""
    with suppress(OSError, pa.ArrowException, ValueError):
        file.close()
    with suppress(OSError, pa.ArrowException):
        system.delete_file(path)


@contextmanager
def _words(url: str) -> Iterator[None]:
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise DragomanError(
            f"{url} cannot be written ({_line(error)})", "see that there is room and that you may write there"
        ) from error


def filesystem(url: str) -> tuple[Any, str]:
    """The file system of an address and the path in it. Raises DragomanError when what speaks to it is not installed."""
    found = ADDRESS.match(url)
    if found is None:
        return fs.LocalFileSystem(), url
    try:
        system, path = fs.FileSystem.from_uri(quote(url, safe=SAFE))
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        return _by_plugin(found[1], url, error)
    except (OSError, pa.ArrowException) as error:
        raise DragomanError(f"{url} cannot be opened ({_line(error)})", "see the address, your keys and the network") from error
    return system, path.rstrip("/")


def _by_plugin(scheme: str, url: str, error: Exception) -> tuple[Any, str]:
    """The file system by fsspec, for what Arrow itself does not speak."""
    plugin = PLUGINS.get(scheme)
    mend = f"pip install fsspec {plugin}" if plugin else "give an address of s3://, gs://, abfs:// or hdfs://, or a folder"
    try:
        import fsspec

        system = fsspec.filesystem(scheme)
    except (ImportError, ValueError) as missing:
        raise DragomanError(f"{url} cannot be opened ({_line(error)})", mend) from missing
    except Exception as refused:  # each plug-in has errors of its own: no key, no network, no such account
        raise DragomanError(f"{url} cannot be opened ({_line(refused)})", "see your keys and the network") from refused
    return fs.PyFileSystem(fs.FSSpecHandler(system)), system._strip_protocol(url).rstrip("/")


def _line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]

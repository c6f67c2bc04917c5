"""dragoman serve RECORD"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.common import RecordPath
from dragoman.errors import DragomanError

if TYPE_CHECKING:
    from socket import socket

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    record: RecordPath,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen at; 0 takes any that is free.")] = 8765,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; any but this machine's own asks for a token.")
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(metavar="TOKEN", help="What a reader must know; DRAGOMAN_TOKEN sets it too. Made up when one is needed."),
    ] = None,
) -> None:
    """Show the record as a site on this machine, and answer programs in JSON and CSV (needs dragoman[web])."""
    try:
        import uvicorn

        from dragoman.show.web.app import create_app
    except ImportError as error:
        raise DragomanError(
            "the site needs more than the base install", 'install it with: pip install "dragoman[web]"'
        ) from error

    app = create_app(Path(record), key := token_for(host, token))
    listening = bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    typer.echo(f"{record} is shown at {address}{f'?token={key}' if key else ''} (Ctrl-C stops)")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)).run([listening])


def token_for(host: str, token: str | None) -> str | None:
    """The token that readers must know; none is needed on this machine alone."""
    import secrets

    given = token or os.environ.get("DRAGOMAN_TOKEN") or None
    return given if given or host in LOOPBACK else secrets.token_urlsafe(24)


def bound(host: str, port: int) -> "socket":
    """A socket that listens; in words when it cannot."""
    from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, gaierror, socket

    listening = socket(AF_INET6 if ":" in host else AF_INET)
    listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except gaierror as error:
        raise DragomanError(f"there is no address {host!r}", "give one of this machine's, such as 0.0.0.0") from error
    except OSError as error:
        raise DragomanError(
            f"nothing can listen at {host}:{port} ({error.strerror})", "give another --port, or 0 for any"
        ) from error
    return listening

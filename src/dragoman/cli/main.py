"""The command `dragoman`: its commands, and what a user is told when one cannot be done."""

import os
import sys
from typing import Protocol, runtime_checkable

import typer

from dragoman import __version__
from dragoman.cli import (
    add,
    build,
    conflicts,
    doctor,
    documents,
    dossier,
    entities,
    evaluate,
    explain,
    export,
    figures,
    forget,
    import_record,
    relations,
    serve,
    show,
    statements,
    timeline,
    verify,
    words,
)
from dragoman.errors import DragomanError

DONE, NOT_STARTED = 0, 2
STOPPED = ("stopped; no record was written, and what was read is kept: the same command goes on from there", 130)

app = typer.Typer(
    name="dragoman",
    help="Reads the news about relations between states and writes an auditable record of it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 done, with problems; 2 could not start.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", callback=_version, is_eager=True),
) -> None:
    """Reads the news about relations between states and writes an auditable record of it."""


app.command("build")(build.build)
app.command("add")(add.add)
app.command("forget")(forget.forget)
app.command("show")(show.show)
app.command("documents")(documents.documents)
app.command("timeline")(timeline.timeline)
app.command("statements")(statements.statements)
app.command("figures")(figures.figures)
app.command("relations")(relations.relations)
app.command("conflicts")(conflicts.conflicts)
app.command("entities")(entities.entities)
app.command("explain")(explain.explain)
app.command("serve")(serve.serve)
app.command("dossier")(dossier.dossier)
app.command("evaluate")(evaluate.evaluate)
app.command("export")(export.export)
app.command("import")(import_record.import_record)
app.command("doctor")(doctor.doctor)
app.command("verify")(verify.verify)
app.add_typer(words.app, name="words")


@runtime_checkable
class Shown(Protocol):
    """A mistake in the command line itself, as Typer tells it: usage, and what is wrong."""

    exit_code: int

    def show(self) -> None: ...


def _run() -> int:
    """The exit code of the command that was asked for."""
    try:
        code = app(standalone_mode=False) or DONE
    except SystemExit:
        # Typer leaves by itself only when whoever reads our output (head, less) has seen enough.
        return DONE
    return _told(*STOPPED) if code == STOPPED[1] else int(code)


def main() -> None:
    """Runs the command line; whatever happens, the user gets words and an exit code, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(_told(*STOPPED))
    except DragomanError as error:
        sys.exit(_told(str(error)))
    except MemoryError:
        sys.exit(_told("not enough memory; give fewer pages at a time"))
    except OSError as error:
        sys.exit(_told(f"{error.filename or 'the system'}: {error.strerror or error}; see that it is there and may be used"))
    except Exception as error:
        if isinstance(error, Shown):
            error.show()
            sys.exit(error.exit_code)
        if os.environ.get("DRAGOMAN_DEBUG"):
            raise
        what = f"a fault of dragoman's own: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
        sys.exit(_told(f"{what}; please report it (DRAGOMAN_DEBUG=1 shows where)"))


def _told(what: str, code: int = NOT_STARTED) -> int:
    sys.stdout.flush()
    print(f"dragoman: {what}", file=sys.stderr)
    return code

"""Every command has a help page, and asking for help loads nothing heavy."""

import subprocess
import sys
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from dragoman.cli.main import app

HEAVY = ("spacy", "duckdb", "pyarrow", "pandas", "numpy", "trafilatura", "thinc")
COMMANDS = [
    "build", "add", "show", "documents", "timeline", "statements", "figures", "relations", "conflicts", "entities", "explain",
    "export", "import", "words", "serve", "dossier", "evaluate", "doctor", "verify", "forget",
]  # fmt: skip


def parameters() -> list[Any]:
    """Every parameter of every command."""
    found = []
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        for each in getattr(command, "commands", {name: command}).values():
            found += [(f"{name} {parameter.name}", parameter) for parameter in each.params]
    return found


def test_the_commands_are_all_there() -> None:
    assert sorted(typer.main.get_command(app).commands) == sorted(COMMANDS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", [[name] for name in COMMANDS] + [["words", "check"]], ids=" ".join)
def test_help_page(command: list[str]) -> None:
    found = CliRunner().invoke(app, [*command, "--help"])
    assert found.exit_code == 0
    assert "Usage:" in found.output


@pytest.mark.parametrize(("name", "parameter"), parameters(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_parameter_is_explained(name: str, parameter: Any) -> None:
    assert parameter.name == "help" or (parameter.help or "").strip(), name


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["timeline", "--help"], ["build", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy_and_is_quick(words: list[str]) -> None:
    code = (
        "import sys, time\nfrom dragoman.cli.main import main\nsys.argv = ['dragoman', *sys.argv[1:]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"heavy = [name for name in {HEAVY} if name in sys.modules]\n"
        "print(heavy, time.process_time(), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    heavy, seconds = run.stderr.strip().rsplit(" ", 1)
    assert heavy == "[]"
    assert float(seconds) < 0.4


def test_importing_dragoman_loads_nothing_heavy() -> None:
    code = f"import sys, dragoman; dragoman.__version__; print([name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"

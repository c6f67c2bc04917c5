#!/usr/bin/env python3
"""Writes the README's output blocks from real runs of the commands; with --check it only says whether they are fresh."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
START, END = "<!-- demo: written by tools/readme.py from the commands below -->", "<!-- /demo -->"
COMMANDS = (
    "dragoman build examples/visit-to-moscow --to visit.duckdb",
    "dragoman timeline visit.duckdb India Russia",
    "dragoman statements visit.duckdb --speaker Modi --chains",
    "dragoman conflicts visit.duckdb",
)


def run(command: str, folder: str) -> str:
    """What a command prints, without ids that no reader needs."""
    environment = {**os.environ, "COLUMNS": "130", "NO_COLOR": "1", "TERM": "dumb"}
    words = command.replace("examples/", f"{ROOT}/examples/").split()
    words[0] = str(Path(sys.executable).with_name("dragoman"))
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines()).replace(f"{ROOT}/", "")


def blocks() -> str:
    """The commands with their output, as Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [f"```console\n$ {command}\n{run(command, folder)}\n```" for command in COMMANDS]
    return "\n\n".join(parts)


def main() -> None:
    """Write the blocks, or with --check tell whether they are as they would be written."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    fresh = f"{before}{START}\n\n{blocks()}\n\n{END}{after}"
    if "--check" in sys.argv:
        if fresh != text:
            raise SystemExit("README.md shows stale output; run: python tools/readme.py")
        return
    README.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()

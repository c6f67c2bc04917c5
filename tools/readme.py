#!/usr/bin/env python3
"""Writes the README's output from real runs of the commands, and its numbers from the last frozen measurement.

With --check it only says whether they are fresh.
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
START, END = "<!-- demo: written by tools/readme.py from the commands below -->", "<!-- /demo -->"
NUMBERS = "<!-- numbers: written by tools/readme.py from bench/results -->"
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


def numbers() -> str:
    """The table of what was measured last, beside the best peer that was measured on the same rows."""
    sys.path.insert(0, str(ROOT))
    from bench.tasks.table import TASKS

    with (ROOT / "bench" / "results" / "bench.csv").open(encoding="utf-8", newline="") as file:
        measured = {(r["file"], r["metric"]): r["value"] for r in csv.DictReader(file)}
    lines = ["| rows | metric (x100) | dragoman | best peer measured | which |", "|---|---|---|---|---|"]
    for task in TASKS:
        for h in task.headlines:
            found = measured.get((task.file, f"{h.block}: {h.metric}"))
            if found is not None and h.peer is not None:
                less = " (less is better)" if h.less_is_better else ""
                lines.append(f"| {task.file} | {h.metric}{less} | {found} | {h.peer:g} | {task.peer} |")
    return "\n".join(lines)


def filled(text: str, start: str, end: str, inside: str) -> str:
    """A text with what stands between two marks written anew."""
    before, _, rest = text.partition(start)
    return f"{before}{start}\n\n{inside}\n\n{end}{rest.partition(end)[2]}"


def main() -> None:
    """Write the blocks, or with --check tell whether they are as they would be written."""
    text = README.read_text(encoding="utf-8")
    fresh = filled(filled(text, START, END, blocks()), NUMBERS, "<!-- /numbers -->", numbers())
    if "--check" in sys.argv:
        if fresh != text:
            raise SystemExit("README.md shows stale output; run: python tools/readme.py")
        return
    README.write_text(fresh, encoding="utf-8")


if __name__ == "__main__":
    main()

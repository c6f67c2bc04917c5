#!/usr/bin/env python3
"""How well the whole reader does on pages of our own, end to end.

    python bench/pages.py [--set second] [--gold FILE] [--pages DIR] [--show] [--keep DIR]

The pages (tests/gold/pages) are read as anybody would read them, the record is exported, and the project's shared scorer
compares it with hand-made gold (tests/gold/pages.jsonl; its conventions: tests/gold/README.md). One table is printed: what,
metric, now, last frozen (all x100). What was measured is frozen in bench/results/pages.csv, to be committed with the change
that made it; other gold is measured and not frozen. --show lists every miss; --keep keeps the export. --set second reads
pages by a second hand (tests/gold/pages_second); their first run, before any rule had seen them, is kept in
bench/results/pages_second_first_run.csv, which is never written again; later runs in pages_second.csv; so with --set third.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]

KEPT = ROOT / "tests" / "gold"
GOLD = KEPT / "pages.jsonl"
PAGES = KEPT / "pages"
RESULTS = Path(__file__).resolve().parent / "results" / "pages.csv"
SETS = {"first": "pages", "second": "pages_second", "third": "pages_third"}
SCORER = ROOT.parent / "shared" / "score" / "score_record.py"

Measured = dict[tuple[str, str], float]


def export(pages: Path, folder: Path) -> Path:
    """The folder that the pages' record is exported to."""
    import dragoman
    from dragoman.show.export.formats import export_record

    record = folder / "pages.duckdb"
    dragoman.build(pages, to=record).close()
    export_record(record, folder / "export", "jsonl")
    return folder / "export"


def score(gold: Path, exported: Path, scorer: Path = SCORER) -> tuple[dict[str, Any], str]:
    """What the scorer measured, by table, and all that it printed."""
    written = exported.parent / "score.json"
    command = [sys.executable, str(scorer), str(gold), str(exported), "--show", "--json", str(written)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{scorer.name} failed: {done.stderr.strip()}")
    return json.loads(written.read_text(encoding="utf-8")), done.stdout


def numbers(result: dict[str, Any]) -> Measured:
    """Recall and precision by table, and how much of what is required was located, x100."""
    found: Measured = {}
    for table, metrics in result.items():
        found |= {(table, m): round(100 * metrics[m], 1) for m in ("recall", "precision") if m in metrics}
        if "located" in metrics:
            found[table, "located"] = round(100 * metrics["located"] / max(1, metrics["required"]), 1)
    return found


def frozen(results: Path = RESULTS) -> Measured:
    """What the last frozen run measured."""
    if not results.exists():
        return {}
    with results.open(encoding="utf-8", newline="") as file:
        return {(r["table"], r["metric"]): float(r["value"]) for r in csv.DictReader(file)}


def freeze(measured: Measured, results: Path = RESULTS) -> None:
    """Keep what was measured."""
    results.parent.mkdir(parents=True, exist_ok=True)
    with results.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["table", "metric", "value"])
        writer.writerows([*key, number] for key, number in sorted(measured.items()))


def printed(measured: Measured, before: Measured) -> str:
    """The table."""
    lines = [f"{'what':18}{'metric (x100)':16}{'now':>7}{'frozen':>9}"]
    for (table, metric), now in measured.items():
        was = before.get((table, metric))
        lines.append(f"{table:18}{metric:16}{now:7.1f}{'' if was is None else format(was, '.1f'):>9}")
    return "\n".join(lines)


def main() -> None:
    """Read the pages, score the record, print the table, freeze it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=sorted(SETS), default="first", dest="chosen", help="which of our pages")
    parser.add_argument("--gold", type=Path, help="other gold, not frozen")
    parser.add_argument("--pages", type=Path, help="other pages, not frozen")
    parser.add_argument("--show", action="store_true", help="every miss, every wrong field, every row that no gold explains")
    parser.add_argument("--keep", type=Path, help="a new folder to keep the record and its export in")
    a = parser.parse_args()
    if not SCORER.exists():
        raise SystemExit(f"skipped: {SCORER} is not there; the pages are scored with the project's shared scorer")
    name = SETS[a.chosen]
    gold, pages, results = a.gold or KEPT / f"{name}.jsonl", a.pages or KEPT / name, RESULTS.with_name(f"{name}.csv")
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        result, said = score(gold, export(pages, folder))
    if a.show:
        print("\n".join(line for line in said.splitlines() if line.startswith("  ")))
    measured = numbers(result)
    ours = not (a.gold or a.pages)
    print(printed(measured, frozen(results) if ours else {}))
    if ours:
        freeze(measured, results)


if __name__ == "__main__":
    main()

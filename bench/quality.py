#!/usr/bin/env python3
"""How well each step does on other people's gold.

    python bench/quality.py --data DIR [--only TASK ...] [--json OUT] [--boot N]

DIR is a folder laid out like the project's shared bench (its score.py included, or that of the default folder). Each task's
rows go through dragoman's own functions with nothing but `id` and `input`; score.py compares, and one table is printed:
task, metric, now, last frozen, best peer, target (all x100). What was measured is frozen in bench/results/FOLDER.csv,
to be committed with the change that made it. --json writes {FILE: what score.py wrote}.
"""

import argparse
import csv
import gzip
import importlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.tasks.table import TASKS, Headline, Task  # noqa: E402

RESULTS = Path(__file__).resolve().parent / "results"


def inputs(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a bench file without their gold and meta: a solver never sees an answer."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                row = json.loads(line)
                yield {"id": row["id"], "input": row["input"]}


def find(data: Path, name: str) -> Path | None:
    """A file of the folder, plain or compressed."""
    stem = name.removesuffix(".gz")
    return next((p for p in (data / stem, data / f"{stem}.gz") if p.exists()), None)


def solve(task: Task, data: Path, out: Path) -> str | None:
    """Write dragoman's predictions for a task; what is missing, when something is."""
    module, function = task.solver.split(":")
    try:
        solver = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError) as error:
        return f"no step for it yet ({error})"
    source = find(data, task.inputs or task.gold)
    if source is None or find(data, task.gold) is None:
        return f"{task.gold} is not in {data}"
    arguments: list[Any] = [inputs(source)]
    if task.also:
        other = find(data, task.also)
        arguments.append(inputs(other) if other else iter(()))
    with out.open("w", encoding="utf-8") as file:
        for answer in solver(*arguments, **dict(task.solver_options)):
            file.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return None


def score(task: Task, data: Path, predictions: Path, boot: int) -> dict[str, Any]:
    """What score.py says of the predictions."""
    scorer = next(p for p in (data / "score.py", ROOT.parent / "shared" / "bench" / "score.py") if p.exists())
    gold = find(data, task.gold)
    with tempfile.NamedTemporaryFile(suffix=".json") as written:
        command = [
            sys.executable,
            str(scorer),
            task.score,
            str(gold),
            str(predictions),
            "--boot",
            str(boot),
            "--json",
            written.name,
            *task.score_options,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"score.py failed on {task.file}: {done.stderr.strip()}")
        result: dict[str, Any] = json.loads(Path(written.name).read_text(encoding="utf-8"))
    return result


def value(result: dict[str, Any], headline: Headline) -> float | None:
    """One metric of a result, x100."""
    for title, metrics in result["blocks"].items():
        if title.startswith(headline.block):
            found = metrics.get(headline.metric)
            return None if found is None else round(100 * found["value"], 1)
    return None


def frozen(path: Path) -> dict[tuple[str, str], float]:
    """What the last frozen run measured."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(r["file"], r["metric"]): float(r["value"]) for r in csv.DictReader(file)}


def freeze(path: Path, measured: dict[tuple[str, str], float]) -> None:
    """Keep what was measured; tasks that did not run keep their last value."""
    merged = {**frozen(path), **measured}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["file", "metric", "value"])
        writer.writerows([*key, number] for key, number in sorted(merged.items()))


def line(cells: list[str]) -> str:
    """One line of the table."""
    widths = (26, 44, 7, 7, 7, 8)
    return "  ".join(c.ljust(w) if n < 2 else c.rjust(w) for n, (c, w) in enumerate(zip(cells, widths, strict=True)))


def shown(number: float | None) -> str:
    """A number for the table; nothing for what is not known."""
    return "" if number is None else f"{number:.1f}"


def main() -> None:
    """Run the tasks, print the table, freeze it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--only", nargs="+", metavar="TASK", help="files or folders, such as times or events/gsr")
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--boot", type=int, default=200, help="bootstrap samples of the intervals in the JSON")
    parser.add_argument("--keep", type=Path, help="folder to keep the predictions in")
    a = parser.parse_args()
    if not a.data.is_dir():
        raise SystemExit(f"{a.data}: no such folder; give --data a folder laid out like shared/bench")
    chosen = [t for t in TASKS if not a.only or any(t.file == o or t.file.startswith((f"{o}/", f"{o}:")) for o in a.only)]
    store, results, measured = RESULTS / f"{a.data.resolve().name}.csv", {}, {}
    before = frozen(store)
    print(line(["task", "metric (x100)", "now", "frozen", "peer", "target"]))
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for task in chosen:
            started = time.process_time()
            predictions = folder / (task.file.replace("/", "_").replace(":", "_") + ".jsonl")
            if (missing := solve(task, a.data, predictions)) is not None:
                print(line([task.file, missing, "", "", "", ""]))
                continue
            results[task.file] = score(task, a.data, predictions, a.boot)
            for h in task.headlines:
                now = value(results[task.file], h)
                if now is not None:
                    measured[task.file, f"{h.block}: {h.metric}"] = now
                aim = "" if h.target is None else f"{'<=' if h.less_is_better else '>='} {h.target:g}"
                print(
                    line(
                        [
                            task.file,
                            f"{h.block}: {h.metric}",
                            shown(now),
                            shown(before.get((task.file, f"{h.block}: {h.metric}"))),
                            shown(h.peer),
                            aim,
                        ]
                    ),
                    flush=True,
                )
            print(f"{'':26}  {time.process_time() - started:.1f} CPU s{'; peer: ' + task.peer if task.peer else ''}", flush=True)
    freeze(store, measured)
    if a.json:
        a.json.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What one machine does with many pages: a second build, pages added, memory, and builds that are killed again and again.

    python bench/scale.py [--corpus FILE] [--pages N] [--kills K] [--json OUT]

FILE is JSON Lines with a `text` column (plain or .gz). Each work runs in a process of its own; start-up (words and model, some
seconds) is told apart. `killed` builds sixty of the pages while SIGKILL comes at
random moments, and starts it again until it is done; the digest must be that of an undisturbed build.
"""

import argparse
import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "bench" / "corpus" / "large.jsonl.gz"
WORK = """
import json, resource, sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from dragoman import jobs
from dragoman.lexicon.lexicon import load_lexicon
from dragoman.parse.parser import load_parser
load_lexicon(), load_parser()
begun = time.process_time()
what, pages, record, characters = sys.argv[2:6]
summary = getattr(jobs, what)([pages], Path(record), characters=int(characters))
spent = time.process_time() - begun
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"cpu_s": spent, "start_s": begun, "mb": memory, "documents": summary.documents, "before": summary.before}))
"""
USUAL = 400_000


def rows_of(path: Path, most: int) -> list[str]:
    """Lines of a corpus with pages in English, spread over it evenly."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    rows = [row.get("input", row) for row in rows]
    rows = [row for row in rows if row.get("lang") in (None, "en", "english")]
    return [json.dumps(row) for row in rows[:: max(1, len(rows) // most)][:most]]


def work(what: str, pages: Path, record: Path, characters: int = USUAL) -> dict[str, float]:
    """Does one build or one adding in a process of its own."""
    command = [sys.executable, "-c", WORK, str(ROOT / "src"), what, str(pages), str(record), str(characters)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def digest(record: Path) -> str:
    """The digest of a record, the clock left out."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from dragoman.store.digest import digest\n"
    code += "print(digest(Path(sys.argv[2]), clock=False))"
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "src"), str(record)], capture_output=True, text=True, check=True
    ).stdout


def costs(rows: list[str], folder: Path) -> dict[str, float | bool]:
    """The first build, the same again, and one page in a hundred added to the others."""
    new = max(1, len(rows) // 100)
    everything, most, few = folder / "all.jsonl", folder / "most" / "all.jsonl", folder / "few" / "all.jsonl"
    for path, part in ((everything, rows), (most, rows[:-new]), (few, ["\n"] * (len(rows) - new) + rows[-new:])):
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(row if row == "\n" else row + "\n" for row in part), encoding="utf-8")
    first, again = (work("build", everything, folder / "all.duckdb") for _ in range(2))
    work("build", most, folder / "most.duckdb")
    added = work("add", few, folder / "most.duckdb")
    kept = sum(path.stat().st_size for path in (folder / ".all.duckdb.pages").iterdir())
    return {
        "first_build_cpu_s": round(first["cpu_s"], 2),
        "start_up_cpu_s": round(first["start_s"], 2),
        "first_build_mb": round(first["mb"]),
        "second_build_share": round(again["cpu_s"] / first["cpu_s"], 4),
        "pages_added": new,
        "adding_one_percent_share": round(added["cpu_s"] / first["cpu_s"], 4),
        "adding_read_only_what_is_new": added["documents"] - added["before"] <= new,
        "kept_kb_a_page": round(kept / len(rows) / 1024, 1),
        "record_kb_a_page": round((folder / "all.duckdb").stat().st_size / len(rows) / 1024, 1),
    }


def killed(rows: list[str], folder: Path, kills: int) -> dict[str, float | bool]:
    """A build that is killed at random moments, begun again each time, and one that nobody disturbs."""
    pages, quiet, hurt = folder / "some.jsonl", folder / "quiet.duckdb", folder / "hurt.duckdb"
    pages.write_text("\n".join(rows) + "\n", encoding="utf-8")
    begun = time.monotonic()
    work("build", pages, quiet, 4_000)
    whole = time.monotonic() - begun
    pick, done, finished = random.Random(7), 0, 0
    wanted, same = digest(quiet), True
    command = [sys.executable, "-c", WORK, str(ROOT / "src"), "build", str(pages), str(hurt), "4000"]
    while done < kills:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            child.wait(timeout=pick.uniform(0.3, 1.1) * whole)
        except subprocess.TimeoutExpired:
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
            done += 1
        if hurt.exists():
            finished += 1
            same = same and digest(hurt) == wanted
            for path in [hurt, *(folder / ".hurt.duckdb.pages").iterdir()]:
                path.unlink()
    same = same and (not hurt.exists() or digest(hurt) == wanted)
    return {"kills": done, "builds_finished": finished, "same_digest_every_time": same}


def main() -> None:
    """Measure, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--json", type=Path, metavar="OUT")
    a = parser.parse_args()
    if not a.corpus.exists():
        raise SystemExit(f"{a.corpus}: no such corpus; give --corpus a JSON Lines file with a text column")
    rows = rows_of(a.corpus, a.pages)
    result: dict[str, object] = {"corpus": a.corpus.name, "pages": len(rows)}
    with TemporaryDirectory() as folder:
        result |= costs(rows, Path(folder))
    if a.kills:
        with TemporaryDirectory() as folder:
            result |= killed(rows[:: max(1, len(rows) // 60)][:60], Path(folder), a.kills)
    for name, value in result.items():
        print(f"{name:32} {value}")
    if a.json:
        a.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

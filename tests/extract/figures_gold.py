"""Our own gold of figures in single sentences: how many rows are wholly right, with who says so. Runs as a script."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).parents[1] / "gold" / "figures.toml"
DAY = "2024-06-12"


class Outcome(NamedTuple):
    """Of one sentence: rows wanted, made, right, right with who says so; and what was wrong."""

    wanted: int
    made: int
    right: int
    full: int
    faults: tuple[str, ...]


def cases(name: str | None = None) -> list[dict[str, Any]]:
    """The cases of the gold, of one set or of all."""
    rows = tomllib.loads(GOLD.read_text(encoding="utf-8"))["case"]
    return [case for case in rows if name in (None, case["set"])]


def judged(case: dict[str, Any]) -> Outcome:
    """One sentence read and compared."""
    from extract.figure_rows import row_of, row_wanted
    from reading import read

    from dragoman.records import Figure

    made = [(row_of(f), ";".join(f.via).lower()) for f in read(case["text"], DAY)[Figure]]
    rest, faults, right, full = list(made), [], 0, 0
    for row, says in zip(case["rows"], case["says"], strict=True):
        found = next((one for one in rest if one[0] == row_wanted(row)), None)
        if found is None:
            faults.append(f"missed  {row}")
            continue
        rest.remove(found)
        told = not found[1] if says == "-" else any(part.lower() in found[1] for part in says.split("|"))
        right, full = right + 1, full + told
        faults += [] if told else [f"says so {row}: {found[1] or 'nobody'}, not {says}"]
    faults += [f"extra   {' | '.join(row)}" for row, _ in rest]
    return Outcome(len(case["rows"]), len(made), right, full, tuple(faults))


def summed(outcomes: Iterator[Outcome]) -> tuple[float, float, float]:
    """Rows wholly right of those wanted, right but for who says so, and right of those made."""
    done = list(outcomes)
    wanted, made = sum(o.wanted for o in done), sum(o.made for o in done)
    return sum(o.full for o in done) / wanted, sum(o.right for o in done) / wanted, sum(o.right for o in done) / made


if __name__ == "__main__":
    import sys

    sys.path.insert(0, str(Path(__file__).parents[1]))
    for name in ("first", "second", "third", "fourth", "fifth"):
        for case in cases(name):
            if faults := judged(case).faults:
                print(case["text"], *faults, sep="\n    ")
        print(name, "full row {:.3f}, but for who says so {:.3f}, precision {:.3f}".format(*summed(map(judged, cases(name)))))

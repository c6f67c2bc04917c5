#!/usr/bin/env python3
"""Times the site on a record of many pages: `web.py make FROM --to BIG.duckdb --pages 20000`, `web.py time BIG.duckdb`.

The large record is made of a small one: its pages told again on other days about other pairs of states, every id anew.
"""

import argparse
import os
import random
import statistics
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from dragoman.records import TABLES
from dragoman.store import read
from dragoman.store.rows import fit
from dragoman.store.schema import table_schema
from dragoman.store.write import write_tables
from dragoman.text.ids import stable_id

PEOPLE = 2000
SYLLABLES = "ba de ki lo mu na pe ri so tu va ze chi gro sta nor wen hal".split()


def told_again(value: Any, turn: "Turn") -> Any:
    """A value of the small record as the turn has it: other ids, other days, other states."""
    if isinstance(value, date):
        return value + turn.shift
    if isinstance(value, str):
        return turn.names.get(value) or (turn.fresh(value) if value in turn.ids else value)
    if isinstance(value, list):
        return [told_again(part, turn) for part in value]
    if isinstance(value, dict):
        return {name: told_again(part, turn) for name, part in value.items()}
    return value


class Turn:
    """One telling of the small record: which states and people stand for its own."""

    def __init__(self, number: int, ids: set[str], states: list[str], people: list[str], all_states: list[str]) -> None:
        chance = random.Random(number)
        pick = chance.sample(all_states, len(states)) if number % 4 else states
        self.names = dict(zip(states, pick, strict=True))
        self.names |= {person: f"person:p{chance.randrange(PEOPLE)}" for person in people if chance.random() < 0.7}
        self.number, self.ids = number, ids
        self.shift = timedelta(days=chance.randrange(-2000, 500))
        self.words = " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(60))

    def fresh(self, id_: str) -> str:
        """Another id for a row."""
        return stable_id(id_.partition("_")[0], id_, str(self.number))


def make(small: Path, to: Path, pages: int) -> None:
    """Writes the large record."""
    tables = {name: table.to_pylist() for name, table in read.tables(small).items()}
    entities = {row["id"]: row for row in tables["entities"]}
    states = [id_ for id_, row in entities.items() if row["kind"] == "state"]
    people = [id_ for id_, row in entities.items() if row["kind"] == "person"]
    all_states = sorted({*states, *(f"{a}{b}X" for a in "ABCDEFGH" for b in "ABCDEFGHIJ")})
    told = [name for name in TABLES if name not in ("entities", "runs")]
    ids = {row["id"] for name in told for row in tables[name]}
    out: dict[str, list[Any]] = {name: [] for name in told}
    for number in range(pages // len(tables["documents"])):
        turn = Turn(number, ids, states, people, all_states)
        for name in told:
            out[name] += [told_again(row, turn) for row in tables[name]]
        for row in out["documents"][-len(tables["documents"]) :]:
            row["text"] += f"\n{turn.words}\n"
    extra = [
        {"id": id_, "name": f"State {id_}", "kind": "state", "country": id_, "iso3": id_, "listed": True} for id_ in all_states
    ]
    extra += [
        {"id": f"person:p{n}", "name": f"Person Number {n}", "kind": "person", "country": all_states[n % len(all_states)]}
        for n in range(PEOPLE)
    ]
    blank = dict.fromkeys(table_schema("entities").names)
    out["entities"] = [*entities.values(), *(blank | row for row in extra if row["id"] not in entities)]
    out["runs"] = tables["runs"]
    full = {name: fit(pa.Table.from_pylist(rows, schema=table_schema(name)), TABLES[name]) for name, rows in out.items()}
    write_tables(to, full)
    print({name: table.num_rows for name, table in full.items()})


def addresses(window: Any) -> list[str]:
    """The busiest of every kind of page: the pair with most events, its states, the rows with most beside them."""
    from dragoman.show.web.render import between, href

    first = {
        "documents": "SELECT id FROM documents ORDER BY len(text) DESC LIMIT 1",
        "events": "SELECT id FROM events ORDER BY len(documents) DESC, id LIMIT 1",
        "statements": "SELECT id FROM statements ORDER BY len(via) DESC, id LIMIT 1",
        "figures": "SELECT id FROM figures WHERE partner IS NOT NULL ORDER BY id LIMIT 1",
        "relations": "SELECT id FROM relations ORDER BY id LIMIT 1",
        "conflicts": "SELECT id FROM conflicts ORDER BY len(members) DESC, id LIMIT 1",
        "stories": "SELECT id FROM stories ORDER BY len(documents) DESC, id LIMIT 1",
    }
    rows = [href(table, window.one(query)["id"]) for table, query in first.items()]
    pairs = window.seen["dyads"]
    some = [between(pair["one"], pair["two"]) for pair in (pairs[0], pairs[len(pairs) // 2], pairs[-1])]
    filtered = [f"{some[0]}?type=CONSULT&since=2022&until=2023", f"{some[0]}?status=all&origins=1"]
    listings = [
        f"/{name}" for name in ("events", "statements", "figures", "relations", "conflicts", "entities", "documents", "stories")
    ]
    asked = [
        f"/events?of={pairs[0]['one']}",
        f"/statements?speaker={pairs[0]['one']}&about={pairs[0]['two']}",
        "/events?page=1000",
    ]
    words = [f"/search?q={q}" for q in ("trade", "the", "strategic+partnership", "%22military+exercise%22", "cooper*")]
    return ["/", *some, *filtered, *rows, href("entities", pairs[0]["one"]), *listings, *asked, *words, "/api"]


def timed(path: Path, times: int) -> None:
    """Prints the time of each page (the first answer, the best and the median of the later ones, processor time) and its size."""
    from fastapi.testclient import TestClient

    from dragoman.show.web.app import create_app

    began = time.perf_counter()
    keeper = (app := create_app(path)).state.keeper
    print(f"opened in {time.perf_counter() - began:.1f} s; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    keeper.index.wait()
    print(f"index ready {time.perf_counter() - began:.1f} s after the start")
    client = TestClient(app, base_url="http://127.0.0.1")
    print("first    best  median    cpu    size  page")
    for address in addresses(keeper.window()):
        took, busy = [], []
        for _ in range(times):
            start, start_busy = time.perf_counter(), time.process_time()
            answer = client.get(address)
            took.append(1000 * (time.perf_counter() - start))
            busy.append(1000 * (time.process_time() - start_busy))
        assert answer.status_code == 200, address
        later = took[1:]
        shown = f"{took[0]:5.0f}  {min(later):6.0f}  {statistics.median(later):6.0f}  {min(busy):5.0f}"
        print(f"{shown}  {len(answer.content) / 1000:6.1f}  {address}")
    print(f"times in ms, sizes in kB; load {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Runs one of the two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts = parser.add_subparsers(dest="what", required=True)
    making = parts.add_parser("make")
    making.add_argument("small", type=Path)
    making.add_argument("--to", type=Path, required=True)
    making.add_argument("--pages", type=int, default=20_000)
    timing = parts.add_parser("time")
    timing.add_argument("record", type=Path)
    timing.add_argument("--times", type=int, default=6)
    given = parser.parse_args()
    if given.what == "make":
        make(given.small, given.to, given.pages)
    else:
        timed(given.record, given.times)


if __name__ == "__main__":
    main()

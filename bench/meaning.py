#!/usr/bin/env python3
"""Does the meaning stand when the words change, and change when the meaning does? Measured on pages that are drawn, not written.

    python bench/meaning.py [--pages N] [--seed N] [--show] [--only RELATION]

Pages are drawn from bench/meaning.toml: two states of our tables, a form of an outlet, seven paragraphs. Each is changed in ways
whose effect on the record is known without any gold: the two states change places, an advertisement is put in, a sentence is
denied. What is counted is how often the record does otherwise: by paragraph or page (a check), and by page with any failure.
`empty` are checks that say nothing, for the unchanged sentence gave no event. Frozen in bench/results/meaning.csv.
"""

import argparse
import csv
import random
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]

from dragoman import flow  # noqa: E402
from dragoman.lexicon.files import layers, table  # noqa: E402
from dragoman.lexicon.lexicon import load_lexicon  # noqa: E402
from dragoman.parse.parser import load_parser  # noqa: E402
from dragoman.read.text import page_of_text  # noqa: E402
from dragoman.records import Document, Entity, EventMention, Figure, Relation, Statement  # noqa: E402

RESULTS = Path(__file__).resolve().parent / "results" / "meaning.csv"
SAID = tomllib.loads((Path(__file__).resolve().parent / "meaning.toml").read_text(encoding="utf-8"))
TABLES = (EventMention, Statement, Figure, Relation)
PLACES = {"id", "event", "document", "start", "end", "trigger_start", "trigger_end", "speaker_start", "speaker_end", "cue_start"}
PLACES |= {"cue_end", "rule", "confidence", "same_as", "origins", "outlets", "date_from"}
LONG = ("{w}, {d} {m} {y}", "{w}, {m} {d}, {y}")
SHORT = ("{w} {d:02}/{n:02}/{y}", "{w} {n:02}/{d:02}/{y}")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph: a template, which of its wordings, who is A."""

    kind: dict[str, Any]
    wording: str
    turned: bool
    people: tuple[str, str]
    more: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was drawn; `render` makes its text."""

    number: int
    states: tuple[dict[str, str], dict[str, str]]
    others: tuple[dict[str, str], dict[str, str]]
    told: tuple[Told, ...]
    form: str
    head: str
    name: str
    day: date
    short: bool
    american: bool = False
    additions: tuple[tuple[str, str], ...] = ()
    wrapped: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that failed: on which page, in what class, the words, what was made before and after."""

    relation: str
    page: int
    why: str
    words: str
    before: Any
    after: Any


@cache
def states() -> tuple[dict[str, str], ...]:
    """States of our tables whose names go without an article."""
    found = [row.cells for row in table("states.csv", layers(None), ("id",))]
    whole = [s for s in found if s["kind"] == "state" and s["demonyms"] and s["capital"] and not s["name"].endswith("s")]
    return tuple(s for s in whole if len(s["name"].split()) == 1 and "and" not in s["name"].split())


@cache
def offices() -> dict[str, set[str]]:
    """The states in which each person of our tables has held an office."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("offices.csv", layers(None), ("person", "office", "of", "from")):
        found[row.cells["person"]].add(row.cells["of"])
    return found


def draw(number: int, seed: int) -> Drawn:
    """A page by its number: the same for the same seed."""
    pick = random.Random(f"{seed} {number}")
    a, b, c, d = pick.sample(states(), 4)
    kinds = pick.sample(SAID["act"], 4) + pick.sample(SAID["other"], 3)
    pick.shuffle(kinds)
    told = []
    for kind in kinds:
        wordings = kind["say"] if isinstance(kind["say"], list) else [kind["say"]]
        people = tuple(pick.sample(SAID["words"]["people"], 2))
        more = pick.choice(SAID["words"]["more"]) if pick.random() < 0.8 else ""
        told.append(Told(kind, pick.choice(wordings), pick.random() < 0.5, people, more))
    day = date(2012, 1, 1) + timedelta(days=pick.randrange(4500))
    while is_either(day):
        day += timedelta(days=1)
    return Drawn(
        number, (a, b), (c, d), tuple(told), pick.choice(SAID["form"])["text"], pick.choice(SAID["head"][0]["text"]),
        pick.choice(SAID["words"]["signing"]), day, pick.random() < 0.3,
    )  # fmt: skip


def is_either(day: date) -> bool:
    """Would the same weekday fit the day with day and month in each other's places?"""
    return day.day <= 12 and date(day.year, day.day, day.month).weekday() == day.weekday()


def words_for(drawn: Drawn, turned: bool = False) -> dict[str, str]:
    """What the slots of a template stand for on this page."""
    one, two = drawn.states[::-1] if turned else drawn.states
    found = {}
    for letter, state in zip("ABCD", (one, two, *drawn.others), strict=True):
        found |= {letter: state["name"], letter.lower(): state["demonyms"].split("|")[0], f"{letter}cap": state["capital"]}
    return found | {"day": printed(drawn.day - timedelta(days=20), LONG, drawn.american)}


def printed(day: date, style: tuple[str, str], american: bool = False) -> str:
    """A day as a site prints it, in British or American order."""
    return style[american].format(w=day.strftime("%A"), d=day.day, m=day.strftime("%B"), n=day.month, y=day.year)


def sentence(drawn: Drawn, number: int) -> str:
    """The words of one paragraph."""
    told = drawn.told[number]
    said = told.wording.format(**words_for(drawn, told.turned), P=told.people[0], Q=told.people[1])
    if drawn.wrapped and drawn.wrapped[0] == number:
        first = said if told.wording.startswith("{") or said.startswith('"') else said[0].lower() + said[1:]
        return f"{drawn.wrapped[1]} reported that {first}"
    return said


def render(drawn: Drawn) -> str:
    """The page's text or HTML."""
    html = drawn.form.startswith("<")
    words = words_for(drawn)
    words["visit"] = printed(drawn.day + timedelta(days=33), LONG, drawn.american)
    lines = [f"{sentence(drawn, n)} {told.more}".strip() for n, told in enumerate(drawn.told)]
    added = {where: text.format(**words) for where, text in drawn.additions}
    parts = [f"<p>{line}</p>" for line in lines] if html else lines
    if "inside" in added:
        first, *rest = added["inside"].split("\n")
        listed = "".join(f'<li><a href="/story">{line}</a></li>' for line in rest)
        block = f"<div><p>{first}</p>{f'<ul>{listed}</ul>' if rest else ''}</div>"
        parts.insert(len(parts) // 2, block if html else added["inside"])
    body = "".join(parts) if html else "\n\n".join(parts)
    page = drawn.form.format(
        head=drawn.head.format(**words), name=drawn.name, town=words["Acap"].upper(), body=body,
        date=printed(drawn.day, SHORT if drawn.short else LONG, drawn.american),
    )  # fmt: skip
    before, after = added.get("before"), added.get("after")
    if html:
        page = page.replace("<body>", f"<body><div>{before}</div>") if before else page
        return page.replace("</article>", f"</article><div>{after}</div>") if after else page
    return "\n\n".join(part for part in (before, page, after) if part)


@cache
def tools() -> tuple[Any, Any]:
    """The words and the parser."""
    return load_lexicon(), load_parser()


def read(drawn: Drawn) -> dict[type, list[Any]]:
    """All records of a page."""
    return flow.run(page_of_text(f"page-{drawn.number}.txt", render(drawn)), *tools())


class Seen:
    """What was made of a page, in a form that can be compared."""

    def __init__(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.made = read(drawn)
        self.document: Document = self.made[Document][0]
        self.entities = {e.id: e for e in self.made[Entity]}
        self.said = {s.id: s.text for s in self.made[Statement]}
        self.lines = {sentence(drawn, n): n for n in range(len(drawn.told))}

    def paragraph(self, row: Any) -> int | None:
        """Which sentence that was drawn a row stands in; None for any other place."""
        text = self.document.text
        for line, number in self.lines.items():
            at = text.find(line)
            if at <= row.start < at + len(line):
                return number
        return None

    def who(self, entity: str | None) -> str | None:
        """An entity by its state and kind, so that the same office of two states is told alike."""
        found = self.entities.get(entity) if entity else None
        if entity in offices():  # whoever holds an office on the day stands for the state
            return next((s["id"] for s in self.drawn.states if s["id"] in offices()[entity]), entity)
        if found is None or found.kind in ("state", "media", "organisation"):
            return entity
        return f"{found.country} {found.kind}" if found.country else entity

    def acts(self, number: int, turned: bool = False) -> Counter[Row]:
        """Events of a paragraph by type, parties and status; `turned`: with the two states in each other's places."""
        one, two = (s["id"] for s in self.drawn.states)
        turn = {one: two, two: one} if turned else {}

        def party(ids: tuple[str, ...]) -> tuple[str, ...]:
            names = (str(self.who(i)).split() for i in ids)
            return tuple(sorted(turn.get(n[0].partition("/")[0], n[0].partition("/")[0]) for n in names))

        return Counter(
            (e.event_type, party(e.actors), party(e.recipients), e.status)
            for e in self.made[EventMention] if self.paragraph(e) == number
        )  # fmt: skip

    def sides(self, number: int, turned: bool = False) -> Counter[Row]:
        """Who speaks, whose figure, who stands in which relation, in a paragraph; by state."""
        one, two = (s["id"] for s in self.drawn.states)
        turn = {one: two, two: one} if turned else {}

        def side(entity: str | None) -> str:
            first = str(self.who(entity)).split()[0].partition("/")[0]
            return turn.get(first, first)

        found: Counter[Row] = Counter()
        for s in self.made[Statement]:
            found["statement", side(s.speaker), s.kind, s.cue, *map(side, s.via)] += self.paragraph(s) == number
        for f in self.made[Figure]:
            found["figure", f.measure, side(f.subject), side(f.partner), f.value, f.change_percent] += self.paragraph(f) == number
        for r in self.made[Relation]:
            found["relation", r.relation, side(r.subject), side(r.object), r.status] += self.paragraph(r) == number
        return +found

    def all(self, leave: frozenset[str] = frozenset()) -> Counter[Row]:
        """Every row, without its place, and the document: what an addition may not change."""
        d = self.document
        body = tuple(d.text[a:b].replace(",", "") for a, b in d.body)
        found: Counter[Row] = Counter({("document", d.title, d.authors, d.agencies, d.outlet): 1})
        found["published", d.published_start, d.published_end] += 1
        found.update(("body", line) for line in body)
        for kind in TABLES:
            for row in self.made[kind]:
                cells = {k: v for k, v in asdict(row).items() if k not in PLACES | leave}
                if "statement" in cells:
                    cells["statement"] = self.said.get(cells["statement"])
                found[kind.__name__, *(str(v) for v in cells.values())] += 1
        return found


def difference(before: Counter[Row], after: Counter[Row]) -> tuple[list[Row], list[Row]]:
    """What is lost and what is new."""
    return list((before - after).elements()), list((after - before).elements())


def swapped(base: Seen) -> Iterator[Failure | None]:
    """The two states' names change places: so do the parties, and nothing else."""
    other = Seen(replace(base.drawn, states=base.drawn.states[::-1]))
    for n in range(len(base.drawn.told)):
        for was, now in ((base.acts(n), other.acts(n, True)), (base.sides(n), other.sides(n, True))):
            lost, new = difference(was, now)
            why = "parties" if lost and new else "lost" if lost else "invented"
            yield Failure("swap", base.drawn.number, why, sentence(other.drawn, n), lost, new) if lost or new else None


def added(base: Seen) -> Iterator[Failure | None]:
    """What sites put around an article changes no row."""
    pick = random.Random(base.drawn.number)
    for kind in SAID["addition"]:
        text = pick.choice(kind["text"])
        shown = render(replace(base.drawn, additions=((kind["where"], text),)))
        lost, new = difference(base.all(), Seen(replace(base.drawn, additions=((kind["where"], text),))).all())
        why = "+".join(sorted({str(row[0]) for row in lost + new}))
        yield Failure(f"add {kind['id']}", base.drawn.number, why, shown, lost, new) if lost or new else None


def reordered(base: Seen) -> Iterator[Failure | None]:
    """American dates for British ones, each with its weekday, change nothing."""
    other = Seen(replace(base.drawn, american=True))
    plain = frozenset({"text"})
    before, after = (Counter({r: n for r, n in s.all(plain).items() if r[0] != "body"}) for s in (base, other))
    lost, new = difference(before, after)
    shown = printed(base.drawn.day, SHORT if base.drawn.short else LONG, True)
    yield Failure("date order", base.drawn.number, "rows", shown, lost, new) if lost or new else None


def with_wording(drawn: Drawn, number: int, wording: str) -> Seen:
    """The page with one sentence in other words."""
    told = list(drawn.told)
    told[number] = replace(told[number], wording=wording)
    return Seen(replace(drawn, told=tuple(told)))


def denied(base: Seen) -> Iterator[Failure | str | None]:
    """A sentence denied: the same act of the same parties, negated, and none that happened."""
    pick = random.Random(base.drawn.number)
    for n, told in enumerate(base.drawn.told):
        if "no" not in told.kind:
            continue
        was = with_wording(base.drawn, n, told.kind["say"][0]).acts(n)
        if not was:
            yield "empty"
            continue
        other = with_wording(base.drawn, n, pick.choice(told.kind["no"]))
        now = other.acts(n)
        # "Will not visit" is a refusal as much as a visit denied.
        kept = {e[1:3] for e in was} <= {e[1:3] for e in now if e[3] == "negated" or e[0] == "REJECT"}
        actual = [e for e in now if e[3] in ("actual", "future") and e[0] != "REJECT"]
        why = f"{told.kind['id']}: " + ("still told as a fact" if actual else "lost")
        yield None if kept and not actual else Failure("negation", base.drawn.number, why, sentence(other.drawn, n), was, now)


def paraphrased(base: Seen) -> Iterator[Failure | str | None]:
    """Other words for the same act keep type, parties and status."""
    pick = random.Random(base.drawn.number)
    for n, told in enumerate(base.drawn.told):
        others = [w for w in told.kind["say"] if w != told.wording] if isinstance(told.kind["say"], list) else []
        if not others:
            continue
        was, other = base.acts(n), with_wording(base.drawn, n, pick.choice(others))
        now = other.acts(n)
        if not was and not now:
            yield "empty"
            continue
        words = f"{sentence(base.drawn, n)} // {sentence(other.drawn, n)}"
        why = f"{told.kind['id']}: " + ("lost" if not (was and now) else "differs")
        yield None if set(was) == set(now) else Failure("paraphrase", base.drawn.number, why, words, was, now)


def wrapped(base: Seen) -> Iterator[Failure | None]:
    """ "Kyodo reported that" before a sentence adds Kyodo as a relay to its rows, and changes nothing else."""
    pick = random.Random(base.drawn.number)
    n = pick.choice([n for n, told in enumerate(base.drawn.told) if isinstance(told.kind["say"], list)])
    outlet = pick.choice(SAID["words"]["outlets"])
    other = Seen(replace(base.drawn, wrapped=(n, outlet)))
    lost, new = difference(base.acts(n), other.acts(n))
    words = sentence(other.drawn, n)
    yield Failure("wrap", base.drawn.number, "events", words, lost, new) if lost or new else None
    told = [e for e in other.made[EventMention] if other.paragraph(e) == n]
    named = [e for e in told if e.via or e.statement]
    yield None if len(told) == len(named) else Failure("wrap", base.drawn.number, "no relay", words, [], told)
    rest = [(r, s) for r in range(len(base.drawn.told)) if r != n for s in (base, other)]
    same = {r: difference(base.acts(r) + base.sides(r), other.acts(r) + other.sides(r)) for r, _ in rest}
    broken = {r: d for r, d in same.items() if any(d)}
    yield Failure("wrap", base.drawn.number, "another paragraph", words, broken, []) if broken else None


CHECKS = {"swap": swapped, "add": added, "date": reordered, "negation": denied, "paraphrase": paraphrased, "wrap": wrapped}


@dataclass(slots=True)
class Count:
    """Checks of a relation, and how they ended."""

    checks: int = 0
    failed: int = 0
    empty: int = 0
    pages: int = 0
    pages_failed: int = 0

    def row(self) -> list[Any]:
        """Numbers as they are frozen; rates x100."""
        rates = (100 * self.failed / max(1, self.checks), 100 * self.pages_failed / max(1, self.pages))
        return [self.checks, self.failed, self.empty, f"{rates[0]:.1f}", self.pages, self.pages_failed, f"{rates[1]:.1f}"]


def measure(pages: int, seed: int, only: str = "") -> tuple[dict[str, Count], list[Failure]]:
    """Counts by relation, and every failure."""
    counts: dict[str, Count] = defaultdict(Count)
    failures: list[Failure] = []
    for number in range(pages):
        base = Seen(draw(number, seed))
        for name, check in CHECKS.items():
            if not name.startswith(only):
                continue
            results = list(check(base))
            bad = [r for r in results if isinstance(r, Failure)]
            count = counts[name]
            count.empty += sum(r == "empty" for r in results)
            count.checks += sum(r != "empty" for r in results)
            count.failed += len(bad)
            count.pages += 1
            count.pages_failed += bool(bad)
            failures += bad
    return dict(counts), failures


def main() -> None:
    """Draw, read, compare, print, freeze."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="relations whose name begins so")
    parser.add_argument("--show", action="store_true", help="every failure")
    a = parser.parse_args()
    counts, failures = measure(a.pages, a.seed, a.only)
    if a.show:
        for f in sorted(failures, key=lambda f: (f.relation, f.why)):
            print(f"{f.relation} | {f.why} | page {f.page} | {f.words!r}\n    before {f.before}\n    after  {f.after}")
    for (relation, why), many in Counter((f.relation, f.why) for f in failures).most_common():
        print(f"{many:5} {relation}: {why}")
    head = ["relation", "checks", "failed", "empty", "failed x100", "pages", "pages failed", "pages failed x100"]
    table = [head, *([name, *count.row()] for name, count in counts.items())]
    print("\n".join("  ".join(f"{cell!s:>12}" for cell in line) for line in table))
    if not a.only and a.pages >= 300:
        with RESULTS.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    main()

"""Our gold of mentions, and how well the code agrees with it: python tests/resolve/mentions_gold.py [--wrong]."""

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "src")]

MARK = re.compile(r"\[([a-z0-9]):([^]|]+)\|([^]|]+)\]")
FORMS = {
    "n": "name", "s": "surname", "d": "demonym", "c": "capital", "t": "seat", "k": "place", "x": "description",
    "p": "pronoun", "2": "pair", "g": "group", "u": "unlisted", "a": "acronym",
}  # fmt: skip
ARTICLE = re.compile(r"^(?:the|an?|his|her|its|their)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """A place of a text, and whom it means: the allowed answers, none where nobody should be named."""

    start: int
    end: int
    words: str
    form: str
    answers: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Marking:
    """One text of the gold."""

    manner: str
    day: str | None
    text: str
    marks: tuple[Marked, ...]


def gold(only: str | None = None) -> list[Marking]:
    """The texts with their marks taken out; only one set ("second", "third", "fourth", "fifth") when asked."""
    rows = tomllib.loads((HERE.parent / "gold" / "mentions.toml").read_text(encoding="utf-8"))["text"]
    wanted = [row for row in rows if only is None or row.get(only, False)]
    return [marking(row["manner"], row.get("day"), row["text"].strip()) for row in wanted]


def marking(manner: str, day: str | None, marked: str) -> Marking:
    """A text without its marks, and the marks by place."""
    plain, marks, last = "", [], 0
    for found in MARK.finditer(marked):
        plain += marked[last : found.start()]
        answers = () if found[3] == "-" else tuple(frozenset(a.split(",")) for a in found[3].split("~"))
        marks.append(Marked(len(plain), len(plain) + len(found[2]), found[2], FORMS[found[1]], answers))
        plain += found[2]
        last = found.end()
    return Marking(manner, day, plain + marked[last:], tuple(marks))


def without_article(start: int, end: int, words: str) -> tuple[int, int]:
    """The span without "the", "a" or "his"."""
    found = ARTICLE.match(words)
    return (start + found.end() if found else start), end


def answered(mark: Marked, mentions: list) -> frozenset[str]:
    """Whom the code names for the words of a mark: at the same words, else at words that overlap them and end with them."""
    wanted = without_article(mark.start, mark.end, mark.words)
    same = {m.entity for m in mentions if without_article(m.start, m.end, m.text) == wanted}
    if same or not mark.answers or mark.form in ("description", "pair"):
        return frozenset(same)
    forms = ("description",) if mark.form == "group" else ("name", "metonym")
    return frozenset(m.entity for m in mentions if m.end == mark.end and m.start < mark.end and m.form in forms)


def judged() -> Iterator[tuple[Marking, Marked, frozenset[str], str]]:
    """Each mark with the answer and its judgement: right, wrong, abstained (somebody was meant) or quiet (rightly nobody)."""
    from reading import read

    from dragoman.records import Mention

    for number, page in enumerate(gold(next((s for s in ("second", "third", "fourth", "fifth") if f"--{s}" in sys.argv), None))):
        mentions = read(page.text, page.day, name=f"gold-{number}")[Mention]
        for mark in page.marks:
            said = answered(mark, mentions)
            if said:
                verdict = "right" if said in mark.answers else "wrong"
            else:
                verdict = "abstained" if mark.answers else "quiet"
            yield page, mark, said, verdict


def share(counts: Counter[str]) -> tuple[float, float]:
    """Accuracy of the answers given (keeping quiet rightly counts), and the share of the meant that were answered."""
    given = counts["right"] + counts["wrong"] + counts["quiet"]
    meant = counts["right"] + counts["wrong"] + counts["abstained"]
    return (counts["right"] + counts["quiet"]) / max(1, given), 1 - counts["abstained"] / max(1, meant)


def tables() -> dict[str, Counter[str]]:
    """Verdicts by form, and over all."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, mark, _, verdict in judged():
        for key in (mark.form, "all"):
            found[key][verdict] += 1
        if mark.form in ("pronoun", "description", "pair"):
            found["pronouns and descriptions"][verdict] += 1
    return found


def main() -> None:
    if "--wrong" in sys.argv:
        for page, mark, said, verdict in judged():
            if verdict in ("wrong", "abstained"):
                around = page.text[max(0, mark.start - 60) : mark.end + 30].replace("\n", " / ")
                answer = ",".join(sorted(said)) or "-"
                wanted = " ~ ".join(",".join(sorted(a)) for a in mark.answers) or "-"
                print(f"{verdict:9} {mark.form:11} {mark.words!r} want {wanted} got {answer}\n{'':22}{around}")
    print(f"{'form':28}{'marks':>6}{'right':>6}{'wrong':>6}{'abst.':>6}{'quiet':>6}{'accuracy':>9}{'answered':>9}")
    for form, counts in sorted(tables().items(), key=lambda item: sum(item[1].values())):
        accuracy, answered_share = share(counts)
        numbers = "".join(f"{counts[k]:6}" for k in ("right", "wrong", "abstained", "quiet"))
        print(f"{form:28}{sum(counts.values()):6}{numbers}{accuracy:9.3f}{answered_share:9.3f}")


if __name__ == "__main__":
    main()

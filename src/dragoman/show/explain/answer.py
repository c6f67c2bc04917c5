"""What `explain` answers: facts under headings, and passages of pages with the words marked."""

from dataclasses import dataclass, field
from html import escape
from typing import Any

from dragoman.show.naming import shown


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a page with what stands around them."""

    place: str
    before: str
    words: str
    after: str

    def line(self) -> list[tuple[str, str]]:
        """The passage in one line, its words in brackets, the blanks around them as they were."""
        before = shown(self.before) + " " * self.before[-1:].isspace()
        after = " " * self.after[:1].isspace() + shown(self.after)
        return [(f"… {before}", "dim"), (f"[{shown(self.words)}]", "bold yellow"), (f"{after} …", "dim")]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a title, facts (label, value), and passages."""

    title: str
    facts: list[tuple[str, str]]
    passages: list[Passage] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """The answer for a program."""
        passages = [{"place": p.place, "before": p.before, "words": p.words, "after": p.after} for p in self.passages]
        return {"title": self.title, "facts": [{"what": k, "is": v} for k, v in self.facts], "passages": passages}

    def __str__(self) -> str:
        return "\n".join("".join(text for text, _ in line).rstrip() for line in self.lines())

    def _repr_html_(self) -> str:
        return f"<pre>{escape(str(self))}</pre>"

    def lines(self) -> list[list[tuple[str, str]]]:
        """The answer for the eye: lines of (text, style)."""
        width = min(24, max((len(label) for label, _ in self.facts), default=0))
        lines = [[(shown(self.title), "bold")]]
        lines += [[("  " + label.ljust(width) + "  ", "cyan"), (shown(value), "")] for label, value in self.facts]
        for passage in self.passages:
            lines += [[("", "")], [("  " + shown(passage.place), "cyan")], [("    ", ""), *passage.line()]]
        return lines


def passage(text: str, start: int, end: int, page: str, around: int = 160) -> Passage:
    """The words at [start, end) of a page, with up to `around` characters on each side, cut at a word."""
    start, end = max(0, start), min(len(text), end)
    before = text[max(0, start - around) : start]
    after = text[end : end + around]
    if start > around:
        before = before.partition(" ")[2] or before
    if end + around < len(text):
        after = after.rpartition(" ")[0] or after
    return Passage(f"{page}, characters {start}-{end}", before, text[start:end], after)

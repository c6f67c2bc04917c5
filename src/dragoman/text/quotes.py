"""Quotation marks paired over raw text: a state machine that takes any text and never throws."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

CLOSERS = {
    "“": '”“"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'’",
    '"': '"”',
}
SINGLE = frozenset("‘'")
DOUBLED = re.compile("''|``")
REACH = 3_000  # characters; no quotation mark looks further for its fellow
MARKS = frozenset("“”„‟«»‹›「」『』‘’'\"")
ELISIONS = ("em", "til", "tis", "twas", "cause", "n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, on one paragraph."""

    start: int  # the opening mark
    end: int  # one past the closing mark, or the end of the paragraph
    inner: tuple[int, int]  # what is quoted, without its marks
    depth: int  # 0 for outermost
    closed: bool  # False: the paragraph ended first
    resumes: bool = False  # True: goes on from the paragraph before, whose mark was never closed


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]] | None = None) -> list[Quotation]:
    """Quotations in order of their opening mark; outer ones before those inside them.

    'He said: "We agree.' with a next paragraph '"And we sign," he added.' gives two, the second of which resumes the first.

    >>> [q.inner for q in find_quotations('Oslo called it "a \\'very\\' good day".')]
    [(16, 33), (19, 23)]
    """
    plain = _with_plain_marks(text)
    found: list[Quotation] = []
    suspended = False
    for start, end in paragraphs if paragraphs is not None else _lines(text):
        quotations = sorted(_paragraph(plain, start, end), key=lambda q: (q.start, -q.end))
        if suspended and quotations and not text[start : quotations[0].start].strip():
            quotations[0] = replace(quotations[0], resumes=True)
        if plain is not text:
            quotations = [_whole_marks(text, q) for q in quotations]
        if text[start:end].strip():
            suspended = any(not q.closed and q.depth == 0 for q in quotations)
        found += quotations
    return found


def _with_plain_marks(text: str) -> str:
    """The text with '' and `` as straight marks, each character in its place."""
    if "''" not in text and "``" not in text:
        return text
    return DOUBLED.sub(lambda m: ' "' if m[0] == "``" or _word_follows(text, m.end()) else '" ', text)


def _word_follows(text: str, i: int) -> bool:
    return text[i : i + 1].isalnum() or text[i : i + 1] in ("$", "[", "(", "'")


def _whole_marks(text: str, q: Quotation) -> Quotation:
    """The quotation with both characters of a doubled mark in it."""
    start = q.start - 1 if text[q.start - 1 : q.start + 1] in ("''", "``") else q.start
    end = q.end + 1 if q.closed and text[q.end - 1 : q.end + 1] == "''" else q.end
    return replace(q, start=start, end=end)


def outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Those that lie in no other."""
    return [q for q in quotations if q.depth == 0]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Quotations of one paragraph, as they close."""
    open_marks: list[int] = []
    for i in range(start, end):
        mark = text[i]
        if mark not in MARKS or _is_apostrophe(text, i, start, end, open_marks):
            continue
        level = _closes(text, i, open_marks, start, end)
        if level is None:
            if _opens(text, i, start, end, open_marks):
                open_marks.append(i)
            continue
        for unclosed in open_marks[level + 1 :]:  # marks inside that never closed are not quotations
            open_marks.remove(unclosed)
        opened = open_marks.pop()
        if _reopens(text, opened, i, start, end):
            yield Quotation(opened, i, (opened + 1, i), level, False)
            open_marks.append(i)
        elif i > opened + 1:
            yield Quotation(opened, i + 1, (opened + 1, i), level, True)
    for level, opened in enumerate(open_marks[:1]):
        if text[opened] not in SINGLE and end > opened + 1:
            yield Quotation(opened, end, (opened + 1, end), level, False)


def _closes(text: str, i: int, open_marks: list[int], start: int, end: int) -> int | None:
    """Level of the open quotation that the mark at i closes; None when it closes none."""
    for level in range(len(open_marks) - 1, -1, -1):
        opened = text[open_marks[level]]
        if text[i] in CLOSERS.get(opened, ""):
            looks_open = _before(text, i, start).isspace() and _after(text, i, end).isalnum()
            if text[i] in '"“' and opened in "“„" and looks_open:  # “one kind opened by hand, "another inside” is no close
                return None
            return level
    return None


def _reopens(text: str, opened: int, i: int, start: int, end: int) -> bool:
    """Is a straight mark that could close rather a new opening, the first one having been left unclosed?"""
    if text[i] != '"' or text[opened] != '"':
        return False
    looks_open = _before(text, i, start).isspace() and (_after(text, i, end).isalnum() or _after(text, i, end) in "'‘[(")
    rest = text[i + 1 : min(end, i + REACH)]
    return looks_open and rest.count('"') % 2 == 1


def _opens(text: str, i: int, start: int, end: int, open_marks: list[int]) -> bool:
    """May the mark at i open a quotation?"""
    mark, before, after = text[i], _before(text, i, start), _after(text, i, end)
    if mark not in CLOSERS or not after.strip():
        return False
    if mark in SINGLE:
        return _single_opens(text, i, start, end)
    if mark in "”»":  # Swedish ”so”, German »so«
        return (not before.strip() or before in "([") and after.isalnum() and CLOSERS[mark] in text[i + 1 : min(end, i + REACH)]
    if mark == '"':
        inches = before.isdigit() and not after.isalnum()
        glued = before.isalnum() and after.isalnum() and '"' not in text[i + 1 : end]
        return not inches and not glued
    return True


def _single_opens(text: str, i: int, start: int, end: int) -> bool:
    """A single mark opens before a word when one that can only close follows: 'We agree,' she said."""
    before, after = _before(text, i, start), _after(text, i, end)
    if before.isalnum() or not (after.isalnum() or after in '[(…“"'):
        return False
    if after.isdigit() and text[i + 2 : i + 4].lower().strip() in ("0s", "0"):  # the '90s
        return False
    closes = "’'" if text[i] == "'" else "’"
    return any(
        text[k] in closes
        and not text[k - 1].isspace()
        and not _after(text, k, end).isalnum()
        and not _plural(text, k, end, closes)
        for k in range(i + 2, min(end, i + REACH))
    )


def _is_apostrophe(text: str, i: int, start: int, end: int, open_marks: list[int]) -> bool:
    """Is a single mark part of a word: don't, Belarus', '90s, rock 'n' roll?"""
    if text[i] not in "'’":
        return False
    before, after = _before(text, i, start), _after(text, i, end)
    if before.isalnum() and after.isalnum():
        return True
    if not before.isalnum() and after.isalpha() and text[i + 1 : i + 6].lower().startswith(ELISIONS) and _short_word(text, i + 1):
        return True
    single_open = any(text[k] in SINGLE for k in open_marks)
    if before.isalnum() and not single_open:
        return True
    if before.isspace() and after.isspace():
        return True
    return single_open and _plural(text, i, end, "’'")


def _short_word(text: str, i: int) -> bool:
    word = ""
    while i + len(word) < len(text) and text[i + len(word)].isalpha() and len(word) < 6:
        word += text[i + len(word)]
    return word.lower() in ELISIONS


def _plural(text: str, i: int, end: int, closes: str) -> bool:
    """Is the mark a plural's possessive (the states' rights'): after s, before a word, with a better closer to come?"""
    if text[i - 1] not in "sS" or text[i + 1 : i + 2] != " " or not text[i + 2 : i + 3].islower():
        return False
    for k in range(i + 1, min(end, i + REACH)):
        if text[k] in closes and not text[k - 1].isspace() and not _after(text, k, end).isalnum():
            return True
        if text[k] in '‘"“' or (text[k] == "'" and text[k - 1].isspace()):
            return False
    return False


def _before(text: str, i: int, start: int) -> str:
    return text[i - 1] if i > start else " "


def _after(text: str, i: int, end: int) -> str:
    return text[i + 1] if i + 1 < end else " "

"""The days that a figure counts: the time in its clause, "since" a time until the page, or the period of the sentence before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measures
from dragoman.records import Document, Sentence, Time
from dragoman.text.tree import ancestors, children, clause_head, head_of_span

# "up 5% on the year", "from 2019", "compared with a year earlier": what the figure is compared with, not its period.
COMPARED = re.compile(
    r"(?:%|per\s?cent|points?)\son\s(?:the\s|a\s)?$"
    r"|\b(?:than|compared|versus|vs|against|from|over|relative)\s(?:(?:in|the|to|with|a)\s)?(?:(?:the|a)\s)?$"
)
# "2022-23", "fiscal year 2022-2023".
FISCAL = re.compile(
    r"(?:(?:fiscal|financial|budget)\s(?:year\s)?|\bFY\s?)(?P<one>(?:19|20)\d\d)\s?[-–/]\s?(?P<two>(?:20)?\d\d)\b"
    r"|(?P<from>(?:19|20)\d\d)\s?[-–/]\s?(?P<to>\d\d)\b(?!-)"
)
BESIDES = re.compile(r"\b(?:compared (?:with|to)|versus|as against)\s[^,;]{0,80}$")
Period = tuple[date, date]


def find_period(document: Document, sentence: Sentence, quantity: Quantity, anchor: int, times: list[Time]) -> Period | None:
    """First and last day that the figure counts; None when its clause tells none.

    "since the leaders last met in March" runs from the first day of March to the day of publication.
    """
    found: list[tuple[bool, int, int, Period]] = []
    left = sentence.text[: quantity.start - sentence.start]
    if than := BESIDES.search(left):  # "compared with the previous quarter's $63 billion"
        times = [t for t in times if t.start > sentence.start + than.start()]
    dated = [t for t in times if t.date_start and t.date_end and (t.type == "DATE" or _is_past_span(document, t))]
    for time in _spans(document, dated):
        assert time.date_start is not None and time.date_end is not None
        token = head_of_span(sentence, time.start, time.end)
        if token is None:
            continue
        path = [token, *ancestors(sentence, token)]
        said = {sentence.tokens[i].text.lower() for i in path}
        before = sentence.text[max(0, time.start - sentence.start - 20) : time.start - sentence.start].lower()
        is_span = " to " in document.text[time.start : time.end]
        if not is_span and (COMPARED.search(before) or {"than", "compared", "versus"} & said):
            continue  # "up from 2019", "more than a year earlier"
        period = (time.date_start, time.date_end)
        if token in ancestors(sentence, quantity.token):
            pass  # "since 2004, when seven people were killed"
        elif "since" in before.split() or "since" in said or _is_since(sentence, path):
            if document.published_end is None:
                continue
            period = (time.date_start, document.published_end)
        elif not _same_clause(sentence, quantity.token, anchor, path):
            continue
        elsewhere = clause_head(sentence, token) != clause_head(sentence, quantity.token)
        found.append((elsewhere, abs(token - quantity.token), token, period))
    return min(found)[3] if found else None


def _is_past_span(document: Document, time: Time) -> bool:
    """ "the first four months of 2023", "over the past five years"; not "over the next five years"."""
    if time.type != "DURATION" or time.date_end is None or time.date_start == time.date_end:
        return False
    before = document.text[max(0, time.start - 8) : time.start].lower().split()
    over = document.published_end is None or time.date_end <= document.published_end
    return over and bool(before) and before[-1] in ("in", "over", "during", "within", "for")


def _spans(document: Document, times: list[Time]) -> list[Time]:
    """Times with "from 2003 to 2012" and "between 2001 and 2017" made one."""
    made: list[Time] = []
    for time in times:
        early = made[-1] if made else None
        gap = document.text[early.end : time.start].strip() if early else ""
        before = document.text[max(0, early.start - 8) : early.start].lower() if early else ""
        spans = (gap in ("to", "until") and before.endswith("from ")) or (gap == "and" and before.endswith("between "))
        if early and spans and early.date_start and time.date_end and early.date_start <= time.date_end:
            made[-1] = replace(early, end=time.end, date_end=time.date_end)
        else:
            made.append(time)
    return made


def in_fiscal_years(times: list[Time], sides: Sequence[str | None], words: Measures) -> list[Time]:
    """The times with "2022-23" as the fiscal year of the first side that has one; left out where none's is known."""
    starts = next((words.fiscal[side] for side in sides if side in words.fiscal), None)
    made: list[Time] = []
    for time in times:
        years = FISCAL.search(time.text) if time.type == "DATE" else None
        one, two = (int(years["one"] or years["from"]), int(years["two"] or years["to"])) if years else (0, 0)
        if years is None or two % 100 != (one + 1) % 100:
            made.append(time)
        elif starts is not None:
            first = date(one, *starts)
            made.append(replace(time, date_start=first, date_end=first.replace(year=first.year + 1) - timedelta(days=1)))
    return made


def _is_since(sentence: Sentence, path: list[int]) -> bool:
    """ "since the leaders last met in March": the word marks the clause that the time stands in."""
    return any(sentence.tokens[k].text.lower() == "since" for i in path for k in children(sentence, i, "mark"))


def _same_clause(sentence: Sentence, quantity: int, anchor: int, path: list[int]) -> bool:
    """Does the time's way up meet the figure's without leaving a subordinate clause?"""
    ours = _clause_above(sentence, quantity) | _clause_above(sentence, anchor)
    for i in path:
        if i in ours:
            return True
        if sentence.tokens[i].dep in ("relcl", "ccomp", "advcl", "acl"):
            return False
    return False


def _clause_above(sentence: Sentence, i: int) -> set[int]:
    """Word i and its heads up to that of its clause; a participle without a subject belongs to the clause above."""
    found = {i}
    for up in ancestors(sentence, i):
        dep = sentence.tokens[i].dep
        if dep in ("ccomp", "relcl", "acl", "parataxis") or (dep == "advcl" and children(sentence, i, "nsubj", "nsubjpass")):
            break
        found.add(up)
        i = up
    return found

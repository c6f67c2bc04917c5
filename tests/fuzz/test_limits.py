"""What a page may cost: one that asks for more is a problem, and its neighbours are read."""

import time
from datetime import date

import pytest

from dragoman.errors import DragomanError
from dragoman.jobs import limits
from dragoman.jobs.batch import read_batch
from dragoman.read.text import page_of_text
from dragoman.records import Document, EventMention, Page, Problem

HEAD = "Ties in focus at the river\n\nTuesday, 7 May 2019\n\n"
FINE = HEAD + "Kenya and Mali held talks on fishing rights on Monday, and few had expected them so soon after the rains.\n"


def page(name: str, text: str) -> Page:
    return page_of_text(name, text, date(2020, 1, 1))


def test_an_endless_article_is_kept_and_not_read() -> None:
    rain = ["Kenya and Mali held talks on fishing rights on Monday, in the rain, for hours."] * 10 + ["It rained. " * 11_000]
    long = HEAD + "\n\n".join(rain)
    first, second = read_batch([page("long.txt", long), page("fine.txt", FINE)])
    assert [len(rows[Document]) for rows in (first, second)] == [1, 1]
    assert "more than 100,000" in first[Problem][0].what
    assert not first.get(EventMention) and len(second[EventMention]) == 1


def test_a_page_that_takes_too_long_is_a_problem_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman import flow
    from dragoman.jobs import batch

    def slow(document: Document) -> list[Problem]:
        while document.uri == "slow.txt":
            time.process_time()
        return []

    slow.__annotations__ = {"document": Document, "return": list[Problem]}
    real = flow.run
    monkeypatch.setattr(batch, "within", lambda: limits.within(0.3))
    monkeypatch.setattr(flow, "run", lambda *given, **more: (slow(given[0]), real(*given, **more))[1])
    first, second = read_batch([page("slow.txt", FINE), page("fine.txt", FINE)])
    assert [problem.step for problem in first[Problem]] == ["page"]
    assert len(first[Document]) == 1 and not first.get(EventMention)
    assert len(second[EventMention]) == 1


def test_what_a_library_catches_comes_again() -> None:
    caught = 0
    with pytest.raises(DragomanError, match="took more than"), limits.within(0.1):
        while True:
            try:
                while True:
                    time.process_time()
            except DragomanError:
                caught += 1
                if caught == 2:
                    raise


def test_the_limit_ends_with_its_block() -> None:
    with limits.within(0.1):
        pass
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass


HARD = {
    "dates": "7 May 2019, " * 3_000,
    "quotes": '"' * 20_000,
    "brackets": "(" * 9_000 + ")" * 9_000,
    "names": "Kenya, " * 8_000,
    "numbers": "1,234.5 " * 5_000,
    "dense": "中国和肯尼亚会谈。" * 5_000,
    "nested": "<div>" * 9_000 + "Kenya met Mali.",
    "lines": "\n".join(f"line {n} of text" for n in range(5_000)),
    "word": "a" * 90_000,
    "bullets": "- " * 9_000,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_hard_pages_end(text: str) -> None:
    started = time.process_time()
    rows = read_batch([page("hard.txt", HEAD + text), page("fine.txt", FINE)])
    assert time.process_time() - started < 2 * limits.SECONDS + 5
    assert len(rows[1][EventMention]) == 1

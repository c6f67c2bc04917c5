"""A page that ends the process which reads it costs itself only."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from reading import document_of

from dragoman.jobs import parts
from dragoman.jobs.parts import Work, read_apart
from dragoman.read.options import ReadOptions
from dragoman.records import Document, Problem
from dragoman.store.remote import Folder


def deadly(batch: list[Document], words: Path | None, model: str | None) -> list[dict[type, list[Any]]]:
    """Stands for a parser that breaks the process on some page."""
    if "poison" in batch[0].text:
        os.kill(os.getpid(), signal.SIGKILL)
    return [{Document: [page]} for page in batch]


def test_a_page_that_ends_the_process_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parts, "read_batch", deadly)
    pages = [document_of(text, name=f"{text}.txt") for text in ("calm", "poison", "fair")]
    work = Work(Folder.of(tmp_path), "", None, None, ReadOptions())
    made = read_apart(pages, work)  # type: ignore[arg-type]
    assert [list(rows) for rows in made] == [[Document], [Problem], [Document]]
    problem = made[1][Problem][0]
    assert problem.uri == "poison.txt" and "ended the process" in problem.what


def test_other_words_other_model_or_other_columns_have_files_of_their_own(tmp_path: Path) -> None:
    one = Work(Folder.of(tmp_path), "maker", None, None, ReadOptions())
    assert one.name("part") == Work(Folder.of(tmp_path), "maker", None, None, ReadOptions(aside=tmp_path)).name("part")
    others = [
        Work(one.folder, "other", None, None, ReadOptions()), Work(one.folder, "maker", None, None, ReadOptions(text_column="x")),
    ]  # fmt: skip
    assert len({each.name("part") for each in (one, *others)} | {one.name("other")}) == 4

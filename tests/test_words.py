"""The words that dragoman ships prove themselves; a user's faulty folder is told file and line."""

from pathlib import Path

import pytest

from dragoman.lexicon.files import layers, own_folder
from dragoman.lexicon.lexicon import words_digest
from dragoman.proof import check_words


def test_our_words_have_no_fault() -> None:
    assert [str(c) for c in check_words()] == []


def test_an_entry_without_an_example_is_refused(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "mine.toml").write_text('\n[[act]]\nid = "toast"\ncode = "SUPPORT"\nverbs = ["toast"]\n', "utf-8")
    assert any(str(c).startswith("events/mine.toml:2:") for c in check_words(tmp_path))


def test_a_code_that_does_not_exist_is_told_with_its_line(tmp_path: Path) -> None:
    header = (own_folder() / "offices.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "offices.csv").write_text(f"{header}\nxi-jinping,head_of_state,XXQ,2013-03-14,,test\n", "utf-8")
    assert any(str(c).startswith("offices.csv:2:") and "XXQ" in str(c) for c in check_words(tmp_path))


def test_a_users_words_change_the_digest(tmp_path: Path) -> None:
    before = words_digest()
    (tmp_path / "epithets.csv").write_text("epithet,entity,source\nLand of Fire,AZE,general usage\n", "utf-8")
    assert words_digest(tmp_path) != before


def test_a_missing_folder_is_told() -> None:
    from dragoman.errors import WordsError

    with pytest.raises(WordsError, match="no such folder"):
        layers(Path("no/such/folder"))

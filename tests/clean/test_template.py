"""A site's template, learned from pages of one outlet."""

import itertools
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from dragoman.clean.page import clean_page
from dragoman.clean.template import as_words, find_template
from dragoman.lexicon.boilerplate import Boilerplate, check_boilerplate
from dragoman.lexicon.files import layers
from dragoman.lexicon.outlets import Outlets
from dragoman.records import Page

NOTICE = "Readers who would like to walk with our mountain club on Sundays may write to the porter of the house in Thimphu."
STORIES = {
    "Bhutan and Nepal share gauges": "Bhutan and Nepal will share the readings of their river gauges, both ministries said.",
    "Peru asks Chile for a ferry": "Peru has asked Chile for a ferry between the two ports, which have had none since the war.",
    "Ghana lends Togo two engines": "Ghana has lent Togo two engines for the night train, the railways of both countries said.",
    "Oman sends envoy to Baku": "Oman has sent an envoy to Baku for the first time in eight years, according to a statement.",
    "Malta hosts talks on tunny": "Malta will host the talks on tunny that Libya and Tunisia broke off in spring, he said.",
}
BACKGROUND = "The two states have had no ambassadors in each other's capitals since a quarrel over a dam in 2009."


def page(title: str, lead: str, background: bool = False) -> str:
    told = [lead, f"It was the third such step this year, an official told reporters when asked about {title}."]
    told += [BACKGROUND] if background else []
    return "\n\n".join(["Highland Monitor Yak and Valley Desk\nYour valley", title, *told, NOTICE, "Lodge of the paper, Room 4"])


PAGES = [page(*story) for story in STORIES.items()]


@cache
def words() -> Boilerplate:
    return Boilerplate.load(layers(None))


def test_lines_of_the_site_are_found_and_those_of_the_stories_are_not() -> None:
    found = {line.text: line.pages for line in find_template(PAGES, words())}
    assert found == {"Highland Monitor Yak and Valley Desk": 5, "Your valley": 5, NOTICE: 5, "Lodge of the paper, Room 4": 5}


def test_the_order_of_the_pages_does_not_matter() -> None:
    wanted = find_template(PAGES, words())
    assert all(find_template(pages, words()) == wanted for pages in itertools.permutations(PAGES))


@pytest.mark.parametrize(
    ("pages", "why"),
    [
        (PAGES[:2], "two pages are too few to tell a template from chance"),
        ([PAGES[0]] * 6, "six copies of one article are one page"),
        ([PAGES[0] + " " * n for n in range(6)], "and so they are when only their last space differs"),
        ([], "no page"),
    ],
)
def test_too_little_to_learn_from(pages: list[str], why: str) -> None:
    assert find_template(pages, words()) == (), why


def test_background_that_a_paper_tells_again_stays_with_the_stories() -> None:
    pages = [page(*story, background=n < 4) for n, story in enumerate(STORIES.items())]
    assert BACKGROUND not in {line.text for line in find_template(pages, words())}


def test_learned_words_take_the_notice_out_of_the_body(tmp_path: Path) -> None:
    (tmp_path / "boilerplate.toml").write_text(as_words(find_template(PAGES, words()), "highland-monitor"), encoding="utf-8")
    folders = layers(tmp_path)
    assert list(check_boilerplate(folders)) == []
    outlets = Outlets.load(layers(None))
    for known, kept in ((words(), True), (Boilerplate.load(folders), False)):
        made = Page(uri="p.txt", text=PAGES[1], content_sha256="0", read_at=datetime(2026, 1, 1, tzinfo=UTC))
        document = clean_page(made, known, outlets)
        assert any(NOTICE in document.text[start:end] for start, end in document.body) is kept


def test_the_command_writes_them_and_a_second_call_replaces_them(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from dragoman.cli.words import app

    for number, text in enumerate(PAGES):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    words_folder = tmp_path / "words"
    call = ["template", *(str(tmp_path / f"{n}.txt") for n in range(5)), "--words", str(words_folder), "--outlet", "highland"]
    for _ in range(2):
        assert CliRunner().invoke(app, call).exit_code == 0
    rules = [rule for rule in Boilerplate.load(layers(words_folder)).lines.rules if "template-highland" in rule.rule]
    assert [len(rule.phrases) for rule in rules] == [1, 3]
    assert CliRunner().invoke(app, [*call[:3], *call[-4:], "--dry-run"]).exit_code == 1  # two pages teach nothing

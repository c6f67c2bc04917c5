"""The parser behind its one loader."""

import pytest
from reading import document_of, tools

from dragoman.errors import DragomanError
from dragoman.parse.parser import load_parser
from dragoman.parse.sentences import read_sentences


def test_offsets_are_those_of_the_page() -> None:
    lexicon, parser = tools()
    text = "An advertisement.\nGhana’s envoy didn't leave  Togo. She stayed."
    document = document_of(text)
    for sentence in read_sentences(document, parser, lexicon.names):
        assert text[sentence.start : sentence.end] == sentence.text
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_a_sentence_is_one_tree() -> None:
    lexicon, parser = tools()
    document = document_of("Peru, which borders Chile, said on Monday; it was late: it would vote")
    (sentence,) = read_sentences(document, parser, lexicon.names)
    assert sum(t.head == t.i for t in sentence.tokens) == 1


def test_lemmas_of_irregular_verbs() -> None:
    lexicon, parser = tools()
    (sentence,) = read_sentences(document_of("Envoys met, spoke and were told that talks had begun."), parser, lexicon.names)
    assert {t.lemma for t in sentence.tokens} >= {"meet", "speak", "be", "tell", "have", "begin"}


def test_lemmas_of_short_verbs() -> None:
    parser = tools()[1]
    words = parser.words("Togo hopes, hoped and hopped; it rated, staged and banned taxes and visited.", None)
    assert {w.text: w.lemma for w in words}.items() >= {
        "hopes": "hope", "hoped": "hope", "hopped": "hop", "rated": "rate", "staged": "stage", "banned": "ban", "taxes": "tax",
        "visited": "visit",
    }.items()  # fmt: skip


def test_pages_in_other_languages_give_no_sentences() -> None:
    from dataclasses import replace

    lexicon, parser = tools()
    page = replace(document_of("Der Außenminister reiste nach Oslo."), language="de")
    assert list(read_sentences(page, parser, lexicon.names)) == []


def test_an_unknown_pipeline_is_told_with_its_remedy() -> None:
    with pytest.raises(DragomanError, match="pip install"):
        load_parser("no_such_pipeline")


def test_the_default_weights_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.parse import parser

    monkeypatch.setattr(parser, "DEFAULT_WEIGHTS", "0" * 64)
    with pytest.raises(DragomanError, match="weights"):
        parser.load_parser.__wrapped__()


@pytest.mark.parametrize(
    ("text", "word", "dep", "why"),
    [
        ("ECOWAS imposed sanctions on Guinea.", "imposed", "ROOT", "a body in capitals was taken for a participle"),
        ("SADC suspended Madagascar in March.", "suspended", "ROOT", "another"),
        ("Nduhungirehe met Wagner in Kigali.", "met", "ROOT", "a long surname"),
        ("Shavkat Mirziyoyev received the envoys.", "received", "ROOT", "a name of two words keeps two words"),
    ],
)
def test_a_listed_name_is_parsed_as_a_name(text: str, word: str, dep: str, why: str) -> None:
    lexicon, parser = tools()
    (sentence,) = read_sentences(document_of(text), parser, lexicon.names)
    assert [t.text for t in sentence.tokens] == text.replace(".", " .").split(), "words are those of the page"
    assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
    assert next(t.dep for t in sentence.tokens if t.text == word) == dep, why


def test_demonyms_stay_adjectives() -> None:
    lexicon, parser = tools()
    (sentence,) = read_sentences(document_of("Kenyan envoys met Somali ministers."), parser, lexicon.names)
    assert [t.dep for t in sentence.tokens if t.text in ("Kenyan", "Somali")] == ["amod", "amod"]

"""Document -> Sentence: the article's sentences with their parse."""

from collections.abc import Iterable, Iterator

from dragoman.lexicon.names import Names
from dragoman.parse.parser import Parser
from dragoman.parse.split import split_sentences
from dragoman.parse.words import Word
from dragoman.records import Document, Sentence, Token

LONGEST = 1_500  # characters; what is longer is a table or a list without stops, and no parse of it means anything
LEADERS = " \t\u00a0-–—:.,/"


def read_sentences(document: Document, parser: Parser, names: Names) -> Iterator[Sentence]:
    """Sentences of the article's paragraphs, in order. Pages in another language than English have none."""
    if document.language not in (None, "en"):
        return
    headings = {(p.start, p.end) for p in document.parts if p.kind == "heading"}
    for number, (start, end) in enumerate(document.body):
        heading = (start, end) in headings
        for first, last in split_sentences(document.text, after_dateline(document, start, end), end):
            text = document.text[first:last]
            if len(text) <= LONGEST:
                words = parser.words(text, names)
                yield make_sentence(document.id, text, first, number, words, heading)


def after_dateline(document: Document, start: int, end: int) -> int:
    """Where a paragraph's first sentence begins: past "MOSCOW, 3 May (TASS) - " when it opens with a dateline."""
    for part in document.parts:
        if part.kind == "dateline" and part.start <= start + 1 and start < part.end < end:
            after = part.end
            while after < end and document.text[after] in LEADERS:
                after += 1
            return after if after < end else start
    return start


def sentence_texts(documents: Iterable[Document]) -> Iterator[str]:
    """The sentences that `read_sentences` will ask for: hand them to Parser.prepare to parse a batch at once."""
    for document in documents:
        if document.language in (None, "en"):
            for start, end in document.body:
                for first, last in split_sentences(document.text, after_dateline(document, start, end), end):
                    if last - first <= LONGEST:
                        yield document.text[first:last]


def make_sentence(document: str, text: str, start: int, paragraph: int, words: tuple[Word, ...], heading: bool) -> Sentence:
    """A sentence of a page from its words, whose offsets count from the sentence's start."""
    tokens = tuple(
        Token(n, start + first, start + last, text[first:last], lemma, pos, tag, dep, head, entity)
        for n, (first, last, _, lemma, pos, tag, dep, head, entity) in enumerate(words)
    )
    kids: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            kids[token.head].append(token.i)
    return Sentence(
        document=document, start=start, end=start + len(text), text=text, paragraph=paragraph, tokens=tokens,
        children=tuple(map(tuple, kids)), heading=heading,
    )  # fmt: skip

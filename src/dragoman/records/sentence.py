"""A sentence of an article with its parse: what the later steps read."""

from dataclasses import dataclass

from dragoman.records.about import about


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a sentence: its place in the page and in the tree."""

    i: int = about("Its number in the sentence, from 0.")
    start: int = about("First character, a code point of documents.text.")
    end: int = about("One past its last character.")
    text: str = about("The word as printed.")
    lemma: str = about("Dictionary form, lower case except for names.")
    pos: str = about("Universal part of speech: VERB, AUX, NOUN, PROPN, ADJ ...")
    tag: str = about("Penn Treebank tag: VBD, VBN, NNP ...")
    dep: str = about("Dependency label (spaCy's English scheme: nsubj, dobj, prep, pobj, agent ...); ROOT for the head.")
    head: int = about("Number of its head; its own number for the root.")
    entity: str = about("Named-entity label (PERSON, ORG, GPE ...) of an unlisted name; empty elsewhere.", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the body (or the headline), parsed."""

    document: str = about("Document it is in.")
    start: int = about("First character, a code point of documents.text.")
    end: int = about("One past its last character.")
    text: str = about("The sentence as printed.")
    paragraph: int = about("Number of its paragraph in documents.body, from 0; -1 for the headline.")
    tokens: tuple[Token, ...] = about("Its words; spaces are no words.")
    children: tuple[tuple[int, ...], ...] = about("For each word the numbers of its dependents, in order.")
    heading: bool = about("True for a headline or a section heading.", False)

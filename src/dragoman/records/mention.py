"""Where an entity is meant in a document."""

from dataclasses import dataclass

from dragoman.records.about import about


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an entity: "Lukashenko", "the Belarusian leader", "he", "Minsk"."""

    id: str = about("Depends on the document and the place in it.")
    document: str = about("Document it is in.")
    start: int = about("First character, a code point of documents.text.")
    end: int = about("One past the last character.")
    text: str = about("The words as printed.")
    entity: str = about("Entity meant. A pair ('both sides') gives one row for each.")
    form: str = about("name, description, pronoun, demonym, metonym or pair.")
    rule: str = about("Rule or row of the words that resolved it.")
    confidence: float = about("0 to 1.")

"""Where sentences end."""

import pytest

from dragoman.parse.split import split_sentences

CASES = [
    ("Lavrov left. He said nothing.", ["Lavrov left.", "He said nothing."], "the plain case"),
    ("Gen. Milley met Adm. Koo on Jan. 3.", ["Gen. Milley met Adm. Koo on Jan. 3."], "ranks and months end in stops"),
    ("He met U.N. envoys and U.S. Navy officers.", ["He met U.N. envoys and U.S. Navy officers."], "initialisms before names"),
    ("She left the U.S. The talks went on.", ["She left the U.S.", "The talks went on."], "an initialism that ends a sentence"),
    ("“We agree. We will sign,” Ruto said.", ["“We agree.", "We will sign,” Ruto said."], "a stop inside a quotation"),
    ('"Why now?" the envoy asked.', ['"Why now?" the envoy asked.'], "a question mark before its cue"),
    ('"It is over." Then he left.', ['"It is over."', "Then he left."], "a closing mark after the stop"),
    (
        "Trade was $1.5 billion in 2020. It fell to 1.2 billion.",
        ["Trade was $1.5 billion in 2020.", "It fell to 1.2 billion."],
        "decimals",
    ),
    ("J. R. R. Smith flew to Quito.", ["J. R. R. Smith flew to Quito."], "initials"),
    ("They waited… Then talks began.", ["They waited…", "Then talks began."], "an ellipsis"),
    ("No. 10 declined to comment.", ["No. 10 declined to comment."], "number signs"),
    ("", [], "nothing"),
    ("   \n ", [], "only blanks"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), CASES, ids=[c[2] for c in CASES])
def test_sentences(text: str, wanted: list[str], why: str) -> None:
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == wanted


def test_sentences_keep_to_their_paragraph() -> None:
    text = "One ends here. Two goes on here."
    assert list(split_sentences(text, 15, 23)) == [(15, 23)]

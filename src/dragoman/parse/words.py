"""spaCy's document -> plain words: what dragoman keeps of a parse."""

import re
from typing import Any, NamedTuple

from dragoman.parse.familiar import printed


class Word(NamedTuple):
    """One word of a parsed sentence; offsets count from the sentence's first character."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


# Penn Treebank tag -> universal part of speech, after the Universal Dependencies conversion table for English.
POS = {
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "JJ": "ADJ",
    "JJR": "ADJ",
    "JJS": "ADJ",
    "RB": "ADV",
    "RBR": "ADV",
    "RBS": "ADV",
    "WRB": "ADV",
    "VB": "VERB",
    "VBD": "VERB",
    "VBG": "VERB",
    "VBN": "VERB",
    "VBP": "VERB",
    "VBZ": "VERB",
    "MD": "AUX",
    "IN": "ADP",
    "RP": "ADP",
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "DT": "DET",
    "PDT": "DET",
    "WDT": "PRON",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WP$": "PRON",
    "EX": "PRON",
    "UH": "INTJ",
    "SYM": "SYM",
    "$": "SYM",
    "#": "SYM",
    "FW": "X",
    "LS": "X",
    "XX": "X",
    "ADD": "X",
    "AFX": "ADJ",
    "_SP": "SPACE",
}
SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]")
AUXILIARY = frozenset({"aux", "auxpass"})
IRREGULAR = {
    "'s": "be",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'d": "would",
    "'ll": "will",
    "n't": "not",
    "wo": "will",
    "ca": "can",
    "taxes": "tax",
}
_LEMMAS: dict[tuple[str, str], str] = {}
COLUMNS = ("ORTH", "IS_SPACE", "IDX", "LENGTH", "TAG", "DEP", "HEAD", "ENT_TYPE")


def words_of(doc: Any, pipeline: Any) -> tuple[Word, ...]:
    """The words of a parsed sentence without the spaces; heads are renumbered to match.

    The columns are read at once: spaCy makes a Python object for each token that it is asked for, and that costs more
    than its parser does.
    """
    strings = doc.vocab.strings
    rows = doc.to_array(COLUMNS).tolist()
    number: dict[int, int] = {}
    for i, row in enumerate(rows):
        if not row[1]:
            number[i] = len(number)
    words: list[Word] = []
    shown = printed(doc)
    for i, (orth, is_space, start, length, tag_id, dep_id, head, entity) in enumerate(rows):
        if not is_space:
            text, tag, dep = strings[orth], strings[tag_id], strings[dep_id]
            pos = "AUX" if dep in AUXILIARY else POS.get(tag, "PUNCT")
            lemma = _lemma(doc, i, text, tag, pos, pipeline)
            pos = "AUX" if pos == "VERB" and lemma == "be" else pos
            above = number.get(i + _signed(head), number[i])
            if shown is not None and shown[i][1] != text:
                text = lemma = shown[i][1]
            if shown is not None:
                start, length = shown[i][0], len(text)
            words.append(Word(start, start + length, text, lemma, pos, tag, dep, above, strings[entity]))
    return tuple(words)


def _signed(offset: int) -> int:
    """spaCy hands the distance to a head out as an unsigned number."""
    return offset - 2**64 if offset >= 2**63 else offset


def _lemma(doc: Any, i: int, text: str, tag: str, pos: str, pipeline: Any) -> str:
    if pos == "PROPN":
        return text
    key = (text, tag)
    if key not in _LEMMAS:
        _LEMMAS[key] = _look_up(doc[i], pos, pipeline)
    return _LEMMAS[key]


def _look_up(token: Any, pos: str, pipeline: Any) -> str:
    lower = token.lower_.replace("’", "'")
    if lower in IRREGULAR and token.tag_ != "POS":
        return IRREGULAR[lower]
    if "lemmatizer" not in pipeline.pipe_names or pos not in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
        return str(token.lower_)
    token.pos_ = "VERB" if pos == "AUX" else pos
    token.set_morph(MORPH.get(token.tag_, ""))
    found = pipeline.get_pipe("lemmatizer").lemmatize(token)
    return _with_e(lower, str(found[0]).lower(), pos) if found else lower


def _with_e(form: str, lemma: str, pos: str) -> str:
    """ "hoped" is of hope, as "hopped" is of hop: a short verb doubles its last letter before -ed and -ing."""
    if pos == "VERB" and SHORT_VERB.fullmatch(lemma) and form in (f"{lemma}es", f"{lemma}ed", f"{lemma}ing"):
        return f"{lemma}e"
    return lemma


# What spaCy's lemmatizer reads to keep base forms as they are ("to thread" stays thread).
MORPH = {
    "VB": "VerbForm=Inf",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBN": "Aspect=Perf|Tense=Past|VerbForm=Part",
    "VBG": "Aspect=Prog|Tense=Pres|VerbForm=Part",
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
}

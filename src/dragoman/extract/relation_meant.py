"""Whom a word means that names nobody: "which", "Both", "our", "one of the twelve states that recognise Taiwan"."""

from dragoman.extract.relation_around import Around, Side
from dragoman.records import Mention, Sentence
from dragoman.text import tree

RELATIVE = frozenset({"WDT", "WP"})
BOTH = frozenset({"both", "two"})
MISREAD = frozenset({"amod", "compound", "npadvmod", "nmod", "dep", "nsubj"})
NEAR = 700
LEAD = 3


def antecedent(around: Around, sentence: Sentence, word: int) -> int | None:
    """The word that "which" or "who" stands for: "South Africa, on which Lesotho depends"."""
    if sentence.tokens[word].tag not in RELATIVE:
        return None
    for above in tree.ancestors(sentence, word):
        if sentence.tokens[above].dep == "relcl":
            return sentence.tokens[above].head
        if sentence.tokens[above].pos in ("VERB", "AUX"):
            break
    before = around.mentions.before(sentence.tokens[word].start)
    near = [m for m in before if m.start >= sentence.start and sentence.tokens[word].start - m.end <= len(", upon ")]
    return tree.head_of_span(sentence, near[-1].start, near[-1].end) if near else None


def equated(sentence: Sentence, word: int) -> int | None:
    """The subject that a predicate speaks of: "Guatemala is one of the 12 states", "Laos is a country that ..."."""
    token = sentence.tokens[word]
    if token.dep == "pobj" and sentence.tokens[token.head].lemma in ("of", "among"):
        outer = sentence.tokens[sentence.tokens[token.head].head]
        if outer.dep == "attr" or outer.lemma in ("be", "remain"):
            return tree.subject(sentence, outer.head if outer.dep == "attr" else outer.i)
    if token.dep == "attr" and sentence.tokens[token.head].lemma in ("be", "are", "is", "remain"):
        return tree.subject(sentence, token.head)
    return None


def misread_subject(around: Around, sentence: Sentence, verb: int) -> int | None:
    """The name right before a verb that the parser made its adjective: "Bhutan shares a border"."""
    first = tree.first_conjunct(sentence, verb)
    for k in tree.children(sentence, first):
        if k < first and sentence.tokens[k].dep in MISREAD and _is_name(around, sentence, k):
            between = sentence.tokens[k + 1 : first]
            if all(token.pos in ("AUX", "ADV") for token in between):
                return k
    return None


def _is_name(around: Around, sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    return any(m.form == "name" and m.end == token.end for m in around.mentions.at(token.start))


def pair_before(around: Around, sentence: Sentence, word: int) -> list[Side]:
    """The two states that "Both" or "the two countries" mean: those named last before, or the pair told of last."""
    token = sentence.tokens[word]
    told = {sentence.tokens[k].text.lower() for k in tree.children(sentence, word, "det", "nummod", "amod", "predet", "preconj")}
    bare = token.text.lower() == "both" and token.dep in ("nsubj", "nsubjpass")
    if not bare and not (told & BOTH and token.lemma.lower() in around.words.listed("country")):
        return []
    before = around.mentions.before(sentence.start)
    named = [m for m in before if m.start >= sentence.start - NEAR and m.form in ("name", "pair") and _is_state(around, m)]
    last = dict.fromkeys(m.entity for m in reversed(_of_last_sentence(around, sentence, named)))
    pair = list(last)[:2] if len(last) >= 2 else _pair_told(around, before) or ([] if bare else _pair_of_lead(around))
    return [Side(-1, name, "state") for name in reversed(pair)] if len(pair) == 2 else []


def _of_last_sentence(around: Around, sentence: Sentence, named: list[Mention]) -> list[Mention]:
    """Mentions after the last full stop before the sentence."""
    text = around.document.text[: sentence.start].rstrip(" \n\"“”'‘’.!?")
    stop = max(text.rfind(mark) for mark in (". ", "\n", "! ", "? ", '." ', ".” "))
    return [m for m in named if m.start > stop]


def _pair_told(around: Around, before: list[Mention]) -> list[str]:
    """The states of the last mention that means two: "both sides", "the neighbours"."""
    pairs = [m for m in before if m.form == "pair" and _is_state(around, m)]
    return list(dict.fromkeys(m.entity for m in pairs if m.start == pairs[-1].start)) if pairs else []


def _pair_of_lead(around: Around) -> list[str]:
    """The two states that the page's first paragraph on more than one names, when it names two."""
    for start, end in around.document.body[:LEAD]:
        named = dict.fromkeys(m.entity for m in around.mentions.inside(start, end) if m.form == "name" and _is_state(around, m))
        if len(named) > 1:
            return list(reversed(named)) if len(named) == 2 else []
    return []


def _is_state(around: Around, mention: Mention) -> bool:
    entity = around.entities.get(mention.entity)
    return entity is not None and entity.kind == "state"


def ours(around: Around, place: int) -> str | None:
    """The state that "our" means inside what somebody says: the speaker's."""
    said = max(around.statements.at(place), key=lambda s: s.start, default=None)
    speaker = around.entities.get(said.speaker or "") if said else None
    country = speaker.country if speaker else None
    return country if country in around.entities else None

"""Whom a word without a name may mean, by place in the text and in the sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.records import Entity, Reference, Sentence, Token
from dragoman.resolve.cast import Cast, is_subject_word
from dragoman.text import tree

MARGIN = 0.75
REFLEXIVE = frozenset({"himself", "itself", "herself"})
TELLING = frozenset({"tell", "inform", "assure", "remind", "promise", "warn", "advise"})
SAYING = frozenset(
    "say tell add note claim insist argue warn believe think hope promise pledge vow admit deny write announce know".split()
)
JUDGING = frozenset(
    "thank praise criticise criticize urge ask call press force order allow help want congratulate punish".split()
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody whom a word may mean, and how well he fits."""

    entity: Entity
    score: float


def clear_choice(ranked: list[Choice], sure: bool = False) -> Entity | None:
    """The best choice when no other comes near it."""
    if ranked and (sure or len(ranked) == 1 or ranked[0].score - ranked[1].score >= MARGIN):
        return ranked[0].entity
    return None


def choices(cast: Cast, sentence: Sentence, number: int, token: Token, fits: Callable[[Entity], bool]) -> list[Choice]:
    """Earlier entities that a word at this place may mean, best first.

    Nearer sentences weigh more, subjects more than others; a possessive prefers the subject of its own clause.
    """
    scores: dict[str, float] = {}
    kept: dict[str, Entity] = {}
    barred: set[str] = set()  # "the king invited him": no name of the king is meant, wherever it stands
    for reference in cast.before(token.start, fits, within=3, now=number):
        score = _fit(cast, sentence, number, token, reference)
        if score is None:
            barred.add(reference.entity.id)
        elif score > scores.get(reference.entity.id, -9.0):
            scores[reference.entity.id], kept[reference.entity.id] = score, reference.entity
    taken = _named_in_clause(cast, sentence, number, token) | barred
    ranked = sorted((who for who in scores if who not in taken), key=lambda who: -scores[who])
    return [Choice(kept[who], scores[who]) for who in ranked]


def _named_in_clause(cast: Cast, sentence: Sentence, number: int, token: Token) -> set[str]:
    """Whom the same clause names after the word: "the country bought less from China" is not China."""
    clause = tree.clause_head(sentence, token.i)
    return {
        r.entity.id
        for r in cast.references
        if r.sentence == number and r.mention.start > token.end and r.mention.form == "name" and token.dep != "poss"
        and (word := tree.word_at(sentence, r.mention.start)) is not None and tree.clause_head(sentence, word) == clause
    }  # fmt: skip


def _fit(cast: Cast, sentence: Sentence, number: int, token: Token, reference: Reference) -> float | None:
    score = -2.0 * (number - reference.sentence) + (1.5 if reference.is_subject else 0.0)
    if reference.mention.form in ("demonym", "metonym"):
        score -= 0.75
    if reference.sentence != number:
        return score
    word = tree.word_at(sentence, reference.mention.end - 1)
    if word is None:
        return score
    if token.dep != "poss" and _same_clause(sentence, word, token.i) and token.text.lower() not in REFLEXIVE:
        return None  # "Modi met him": not himself
    if token.dep == "poss" and cast.document.text[reference.mention.end : token.start] == ", ":
        return None  # "Ana Perez, his wife": not her own
    if sentence.tokens[word].dep == "poss" and token.dep in ("nsubj", "nsubjpass"):
        score += 0.5  # "Ruto's first trip since he took office": whose trip it is
    return score + _by_frame(sentence, word, token, reference)


def _by_frame(sentence: Sentence, word: int, token: Token, reference: Reference) -> float:
    """What the verbs between two words add: who says of himself, who is told, who is thanked for what is his."""
    score = 0.0
    if _is_told(sentence, word, token.i):
        score += 2.5
    if _says_of_himself(sentence, word, token):
        score += 2.0
    if (
        reference.mention.form == "pronoun"
        and sentence.tokens[token.head].dep == "conj"
        and sentence.tokens[token.head].head == word
    ):
        score += 4.0  # "him and his colleagues"
    if token.dep == "poss" and is_subject_word(sentence, word) and _same_clause(sentence, word, token.i):
        score += 1.0
    if token.dep == "poss" and _is_judged(sentence, word, token.i):
        score += 4.0
    return score


def _is_told(sentence: Sentence, word: int, pronoun: int) -> bool:
    """ "told Lavrov that the president would meet with him": who is told is whom the clause speaks of."""
    token = sentence.tokens[word]
    told = sentence.tokens[token.head].lemma in TELLING
    dep = sentence.tokens[pronoun].dep
    return (
        told
        and token.dep in ("dobj", "dative")
        and dep in ("dobj", "pobj", "dative")
        and token.head in tree.ancestors(sentence, pronoun)
    )


def _says_of_himself(sentence: Sentence, word: int, pronoun: Token) -> bool:
    """ "Milei said that he would not": the subject of the nearest verb of saying above the clause."""
    if pronoun.dep not in ("nsubj", "nsubjpass") or not is_subject_word(sentence, word):
        return False
    clause = sentence.tokens[tree.clause_head(sentence, pronoun.i)]
    return clause.dep == "ccomp" and _governor(sentence, word) == clause.head and sentence.tokens[clause.head].lemma in SAYING


def _governor(sentence: Sentence, word: int) -> int:
    return sentence.tokens[tree.first_conjunct(sentence, word)].head


def _is_judged(sentence: Sentence, word: int, pronoun: int) -> bool:
    """ "thanked Lithuania for its courage", "called on Manila to stop its provocations"."""
    token = sentence.tokens[tree.first_conjunct(sentence, word)]
    verb = token.head
    if token.dep == "pobj" and sentence.tokens[verb].lemma in ("on", "upon", "to"):
        verb = sentence.tokens[verb].head
    elif token.dep not in ("dobj", "nsubj", "dative"):
        return False
    if token.dep == "nsubj" and sentence.tokens[verb].dep not in ("ccomp", "xcomp"):
        return False
    judged = verb if token.dep != "nsubj" else sentence.tokens[verb].head
    return sentence.tokens[judged].lemma in JUDGING and word < pronoun and judged in tree.ancestors(sentence, pronoun)


def _same_clause(sentence: Sentence, a: int, b: int) -> bool:
    return tree.clause_head(sentence, a) == tree.clause_head(sentence, b)

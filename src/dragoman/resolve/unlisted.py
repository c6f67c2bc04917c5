"""People and organisations that no table knows: whom the recogniser of names marks, kept when they read like a name."""

from dragoman.records import Sentence
from dragoman.resolve.bodies import body_named
from dragoman.resolve.cast import Cast
from dragoman.resolve.people import HONORIFICS, unlisted_person
from dragoman.text.number_words import SCALES, SMALL

NUMBERS = frozenset({*SMALL, *SCALES, *(f"{word}s" for word in SCALES), "no", "fewer", "some", "several"})
POSSESSIVE = ("'s", "’s", "'", "’")
PARTICLES = frozenset(
    "bin bint ibn al el de del della di da dos du la le van von der den ter ould ag abu y e and of the for".split()
)
WHERE = frozenset({"in", "near", "outside", "around", "toward", "towards", "into"})
SETTLEMENTS = frozenset(
    {"village", "town", "city", "district", "province", "suburb", "region", "neighbourhood", "neighborhood", "county"}
)


def printed_name(cast: Cast, sentence: Sentence, first: int, last: int) -> str:
    """The words of a name without a possessive, a title or a demonym before it: "Canadian Hanna Bohman"."""
    words = list(sentence.tokens[first : last + 1])
    while words and words[-1].text in POSSESSIVE:
        words.pop()
    while words and (words[0].text.rstrip(".").lower() in HONORIFICS or words[0].text.lower() in ("the", "a", "an")):
        words.pop(0)
    if len(words) > 2 and any(f.form == "demonym" for f in cast.names.forms.get(words[0].text, ())):
        words.pop(0)
    return sentence.text[words[0].start - sentence.start : words[-1].end - sentence.start] if words else ""


def is_only_where(sentence: Sentence, first: int, last: int) -> bool:
    """Is a single word that the recogniser took for somebody a town: "was shot in Surrey", "the village of Massasneh"?"""
    before = sentence.tokens[first - 1].lemma if first else ""
    settlement = first > 1 and before == "of" and sentence.tokens[first - 2].lemma in SETTLEMENTS
    return first == last and (before in WHERE or settlement)


def reads_like_name(printed: str, label: str) -> bool:
    """Has a name capitals where names have them, and is a lone word for a body an acronym?

    >>> reads_like_name("Jaafari accused de Mistura", "PERSON"), reads_like_name("Batman", "ORG"), reads_like_name("NRC", "ORG")
    (False, False, True)
    """
    words = printed.split()
    if len(printed) < 3 or not printed[0].isupper() or " - " in printed:
        return False
    if any(w[0].islower() and w.split("-")[0].lower() not in PARTICLES for w in words):
        return False
    if label == "PERSON":
        return any(c.islower() for c in printed) and words[0].lower() not in NUMBERS  # "Eleven Azerbaijani soldiers"
    return len(words) > 1 or sum(c.isupper() for c in printed) > 1


def add_unlisted(cast: Cast, sentence: Sentence, number: int, first: int, last: int, label: str) -> None:
    """A person or organisation that no table knows; a lone name is somebody whom the page names in full."""
    printed = printed_name(cast, sentence, first, last)
    if not printed or is_only_where(sentence, first, last):
        return
    start = sentence.start + sentence.text.index(printed, max(0, sentence.tokens[first].start - sentence.start))
    end = start + len(printed)
    met = cast.introduced.get(printed, []) or cast.given.get(printed, [])
    if met:
        if len({e.id for e in met}) == 1:
            cast.add(sentence, number, start, end, met[0], "name", "people#introduced", 0.85)
    elif not reads_like_name(printed, label) or (label == "PERSON" and printed.lower() in cast.names.roles):
        return  # "the Taoiseach" is an office
    elif label == "ORG" or printed.split()[0] in cast.names.group_heads:
        entity = body_named(cast, sentence, number, first, printed)
        cast.add(sentence, number, start, end, entity, "name", f"ner#{label}", 0.5)
    else:
        entity = unlisted_person(cast, sentence, first, last, printed)
        cast.introduce(entity, printed)
        cast.add(sentence, number, start, end, entity, "name", "ner#PERSON", 0.6)


def add_surnames_met(cast: Cast, sentence: Sentence, number: int) -> None:
    """Surnames of people whom no table knows and whom this document names in full; another first name is another person."""
    for token in sentence.tokens:
        named = token.tag in ("NNP", "NNPS") or (token.tag in ("NN", "NNS") and token.dep == "nsubj" and token.text[:1].isupper())
        known = cast.introduced.get(token.text, ()) if named else ()
        if len(known) != 1 or known[0].listed or touches_reference(cast, sentence, token.i, token.i):
            continue
        before = sentence.tokens[token.i - 1] if token.i else None
        if (
            before is not None
            and before.tag == "NNP"
            and before.text.rstrip(".").lower() not in HONORIFICS
            and before.text not in known[0].name
        ):
            if not touches_reference(cast, sentence, before.i, before.i):
                other = unlisted_person(cast, sentence, before.i, token.i, f"{before.text} {token.text}")
                cast.add(sentence, number, before.start, token.end, other, "name", "people#other_first_name", 0.6)
            continue
        cast.add(sentence, number, token.start, token.end, known[0], "name", "people#introduced", 0.9)


def touches_hit(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is a listed name, other than a surname, among the words?"""
    low, high = sentence.tokens[first].start - sentence.start, sentence.tokens[last].end - sentence.start
    return any(
        h.start < high and h.end > low and any(f.form != "surname" for f in h.forms) for h in cast.names.scan(sentence.text)
    )


def touches_nobody(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is a phrase that means nobody among the words: "the Panama Papers"?"""
    low, high = sentence.tokens[first].start - sentence.start, sentence.tokens[last].end - sentence.start
    return any(h.start < high and h.end > low and h.forms[0].form == "nobody" for h in cast.names.scan(sentence.text))


def touches_reference(cast: Cast, sentence: Sentence, first: int, last: int) -> bool:
    """Is there a reference already, other than a description, among the words?"""
    low, high = sentence.tokens[first].start, sentence.tokens[last].end
    return any(r.mention.start < high and r.mention.end > low for r in cast.references if r.mention.form != "description")

"""Counted people and things: troops, visits, the dead, what is expelled or handed over."""

from dragoman.extract.figure_changes import Moved
from dragoman.extract.figure_named import Named, noun_phrase, phrase_at
from dragoman.extract.figure_quantities import Quantity
from dragoman.lexicon.measures import Measure, Measures
from dragoman.records import Sentence, Token
from dragoman.text.tree import ancestors, children, subject

SUPPLYING = frozenset({"supply", "provide", "equip", "present", "furnish"})


def find_counted(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "5,000 troops" -> troops; "three soldiers were killed" and "12 dead" -> casualties."""
    victims = next((m for m in words.measures if m.persons), None)
    if victims and (verb := _harm(sentence, quantity, noun, victims)) is not None:
        return Named(victims, verb, verb, "verb")
    if noun is None:
        return None
    for measure in words.measures:
        length = phrase_at(sentence, noun, measure.counted)
        if length and "count" in measure.kinds and quantity.value >= measure.least:
            return Named(measure, noun, noun - length + 1, "counted")
    return None


def _harm(sentence: Sentence, quantity: Quantity, noun: int | None, victims: Measure) -> int | None:
    """The verb that makes the counted people victims: killed, wounded, died."""
    tokens = sentence.tokens
    word = noun if noun is not None else quantity.token
    if noun is not None and tokens[noun].lemma.lower() not in victims.persons and not _is_people(tokens[noun]):
        return None
    up = tokens[tokens[word].head] if tokens[word].head != word else None
    if up and up.text.lower() == "of" and up.head == quantity.token:  # "12 of its soldiers were killed"
        word = quantity.token
        up = tokens[tokens[word].head] if tokens[word].head != word else None
    if up and up.pos == "VERB" and up.lemma in victims.verbs and tokens[word].dep in ("nsubj", "nsubjpass", "dobj", "obj"):
        return up.i if up.lemma in ("die", "perish") or tokens[word].dep != "nsubj" or _participle(sentence, up.i) else None
    for k in children(sentence, word, "acl", "relcl", "amod"):
        if tokens[k].lemma in victims.verbs and tokens[k].tag in ("VBN", "VBD") and _of_itself(sentence, k):
            return k
    if up and up.text.lower() == "of" and tokens[up.head].lemma in victims.deaths:  # "the deaths of 12 people"
        return up.head
    after = next((t for t in tokens if t.start >= quantity.end), None)
    if noun is None and after is not None:
        harmed = after.lemma in victims.verbs and after.tag in ("VBN", "VBD", "JJ")
        return after.i if harmed or after.text.lower() == "dead" else None
    return None


def _is_people(token: Token) -> bool:
    """ "35 Armenians", "12 Chinese": a nation's people, counted."""
    return token.text[0].isupper() and token.tag in ("NNPS", "NNS", "NNP", "JJ", "NN") and token.text[-1:] in "sehi"


def _of_itself(sentence: Sentence, verb: int) -> bool:
    """ "soldiers who were killed", not "children whose parents were killed" nor "fighters who killed ..."."""
    if sentence.tokens[verb].dep != "relcl":
        return not children(sentence, verb, "dobj")
    subjects = [sentence.tokens[k] for k in children(sentence, verb, "nsubj", "nsubjpass")]
    who = all(t.tag in ("WP", "WDT") for t in subjects)
    return who and (sentence.tokens[verb].lemma in ("die", "perish") or any(t.dep == "nsubjpass" for t in subjects))


def _participle(sentence: Sentence, verb: int) -> bool:
    """ "12 killed, 30 wounded" in a list: the tagger takes the participle for a verb with a subject."""
    return sentence.tokens[verb].tag == "VBN" and not children(sentence, verb, "dobj")


def find_times_gone(sentence: Sentence, noun: int | None, words: Measures) -> Named | None:
    """ "has gone to China 15 times", "visited Cuba four times"."""
    if noun is None or sentence.tokens[noun].lemma.lower() != "time":
        return None
    for up in ancestors(sentence, noun):
        token = sentence.tokens[up]
        if token.pos not in ("VERB", "AUX"):
            continue
        for measure in words.measures:
            goes_to = any(sentence.tokens[k].text.lower() == "to" for k in children(sentence, up, "prep"))
            if (token.lemma in measure.motion and goes_to) or (measure.motion and token.lemma in measure.verbs):
                return Named(measure, up, up, "motion")
        return None
    return None


def find_number(sentence: Sentence, quantity: Quantity, moved: Moved | None, words: Measures) -> Named | None:
    """ "The number of Nepali workers in Qatar rose to 350,000": what the number is of."""
    number = subject(sentence, moved.token) if moved else None
    if number is None or sentence.tokens[number].lemma != "number":
        return None
    of = next((k for k in children(sentence, number, "prep") if sentence.tokens[k].text.lower() == "of"), None)
    noun = next(iter(children(sentence, of, "pobj")), None) if of is not None else None
    if noun is None or sentence.tokens[noun].pos != "NOUN":
        return None
    things = next((m for m in words.measures if m.acts), None)
    named = Named(things, noun, noun, "thing", noun_phrase(sentence, quantity, noun)) if things else None
    return find_counted(sentence, quantity, noun, words) or named


def find_moved(sentence: Sentence, noun: int | None, moved: Moved | None, words: Measures) -> Named | None:
    """ "will cut its troops in Mali from 1,100 to 300": counted people or things that a number tells the level of."""
    if moved is None or noun is not None or sentence.tokens[moved.token].pos != "VERB":
        return None
    for thing in children(sentence, moved.token, "dobj", "nsubjpass", "nsubj"):
        for measure in words.measures:
            if "count" in measure.kinds and (length := phrase_at(sentence, thing, measure.counted)):
                return Named(measure, thing, thing - length + 1, "counted")
    return None


def find_handed(sentence: Sentence, quantity: Quantity, noun: int | None, words: Measures) -> Named | None:
    """ "expelled 15 diplomats", "38 people were sanctioned": the object of an act that counts; its noun phrase is the measure."""
    if (
        noun is None
        or (sentence.tokens[noun].pos != "NOUN" and not _is_people(sentence.tokens[noun]))
        or (sentence.tokens[noun].tag not in ("NNS", "NNPS") and quantity.value != 1)
    ):
        return None
    token = sentence.tokens[noun]
    verb = sentence.tokens[token.head]
    if token.dep == "conj" and sentence.tokens[token.head].dep in ("dobj", "pobj"):  # "38 people and three firms"
        token = sentence.tokens[token.head]
        verb = sentence.tokens[token.head]
    if token.dep == "pobj":  # "sanctions on 38 people", not "evacuated on 15 flights"
        above = sentence.tokens[verb.head]
        if verb.text.lower() == "with" and above.lemma in SUPPLYING:  # "supplied Ukraine with 100 tanks"
            above = verb
        elif verb.text.lower() not in ("on", "of", "against") or above.dep not in ("dobj", "nsubjpass"):
            return None
        verb = sentence.tokens[above.head]
    if verb.pos != "VERB" or token.dep not in ("dobj", "nsubjpass", "pobj"):
        return None
    for measure in words.measures:
        alike = sentence.tokens[noun].lemma.lower() not in measure.unlike
        if verb.lemma in measure.acts and quantity.value >= measure.least and alike:
            return Named(measure, noun, noun, "thing", noun_phrase(sentence, quantity, noun))
    return None

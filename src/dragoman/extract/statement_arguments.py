"""What was said, when it is an object, an infinitive or a phrase: praised the deal, vowed to go, warned of war."""

from dragoman.extract.statement_matrix import without_added
from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import can_speak
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import children, span_of, subtree

CLOSING = frozenset({'"', "”", "''", "»"})
APART = frozenset({"in", "with", "amid", "after", "despite", "during", "following", "as", "saying", "while", "even"})
RELATING = frozenset({"to", "with", "for", "of", "between", "against", "toward", "towards"})
NAMING = frozenset({"name", "identify", "quote"})  # asked not to be named
AFTERWARDS = frozenset({"during", "in", "at", "on", "after", "before", "when", "while", "as", "over"})
DOING = frozenset({"deny", "confirm"})  # classes whose verbs take a gerund: denied backing, admitted firing


def argument_words(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, frame: Frame) -> list[int]:
    """Words of the content of a verb that takes an object, an infinitive or a preposition."""
    if form == "to":
        return [
            w
            for k in _infinitives(sentence, v)
            if not (sentence.tokens[k].lemma in NAMING and children(sentence, k, "auxpass"))
            if not cue.only or sentence.tokens[k].lemma in cue.only
            for w in subtree(sentence, k)
        ]
    if form == "bid":
        return _bid(sentence, v)
    if form == "call-on":
        return _call_on(sentence, v)
    if form == "as":
        return _as(sentence, v)
    if form == "name":
        return _name(scene, sentence, v)
    if form == "about" and cue.weighed and not children(sentence, v, "dobj", "nsubjpass"):
        return []
    if form == "about":
        return _about(sentence, v, cue)
    if form == "object" and cue.says in DOING and (done := _gerund(sentence, v)) is not None:
        return subtree(sentence, done)
    return _object(scene, sentence, v, cue, quoted=form == "quoted")


def _gerund(sentence: Sentence, v: int) -> int | None:
    """What somebody denies or admits to have done: denied **backing** the rebels."""
    found = [k for k in children(sentence, v, "xcomp", "ccomp", "dobj") if k > v and sentence.tokens[k].tag == "VBG"]
    return next((k for k in found if not children(sentence, k, "nsubj", "mark")), None)


def core_words(scene: Scene, sentence: Sentence, words: list[int], form: str) -> list[int]:
    """An object without ", which ..." behind it, and "as a 'friend'" without the place and day that follow."""
    tokens, ordered = sentence.tokens, without_added(scene, sentence, sorted(words))
    for n, w in enumerate(ordered[1:], 1):
        apart = (
            n > 3 and tokens[ordered[n - 1]].text == "," and tokens[w].text.lower() in APART and form in ("to", "bid", "object")
        )
        if apart and not any(scene.quoted[tokens[k].start] for k in ordered[n:]):
            return ordered[: n - 1]
        if (
            form != "about"
            and tokens[w].tag in ("WDT", "WP", "WRB")
            and tokens[ordered[n - 1]].text == ","
            and not scene.quoted[tokens[w].start]
            and not _is_quoted_on(scene, sentence, ordered[n:])
        ):
            return ordered[: n - 1]
        closed = form in ("as", "name") and n > 2 and tokens[ordered[n - 1]].text in CLOSING
        if closed and tokens[w].text.lower() in AFTERWARDS and not any(scene.quoted[tokens[k].start] for k in ordered[n:]):
            return ordered[:n]
    return ordered


def _is_quoted_on(scene: Scene, sentence: Sentence, words: list[int]) -> bool:
    """Do the words of a relative clause go on in the speaker's own words: ties, which should help to "open the north"?"""
    tokens = sentence.tokens
    own = any(tokens[k].pos == "VERB" and tokens[k].lemma.lower() in scene.words.verbs for k in words)
    return not own and any(scene.quoted[tokens[k].start] for k in words)


def _infinitives(sentence: Sentence, v: int, *deps: str) -> list[int]:
    return [
        k
        for k in children(sentence, v, "xcomp", "ccomp", *deps)
        if k > v
        and any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux"))
        and not children(sentence, k, "nsubj")
    ]


def _bid(sentence: Sentence, v: int) -> list[int]:
    """urged **the two countries to stand together**."""
    asked = [k for k in children(sentence, v, "dobj", "dative") if k > v]
    for k in children(sentence, v, "xcomp", "ccomp", "advcl"):
        to = any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux"))
        own = [s for s in children(sentence, k, "nsubj", "nsubjpass") if s > v]
        if k > v and to and (asked or own):
            return [*(subtree(sentence, asked[0]) if asked else []), *subtree(sentence, k)]
    for thing in asked:
        for k in children(sentence, thing, "acl", "relcl"):
            if any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux")):
                return subtree(sentence, thing)
    return []


def _call_on(sentence: Sentence, v: int) -> list[int]:
    for on in children(sentence, v, "prep"):
        if sentence.tokens[on].lemma in ("on", "upon"):
            below = [w for w in subtree(sentence, on) if w > on]
            infinitive = [w for k in _infinitives(sentence, v, "advcl") for w in subtree(sentence, k)]
            if below and (infinitive or any(sentence.tokens[w].text.lower() == "to" for w in below)):
                return below + infinitive
    return []


def _as(sentence: Sentence, v: int) -> list[int]:
    """described **the drills as a rehearsal**."""
    things = [k for k in children(sentence, v, "dobj", "prep", "nsubjpass") if k > v and sentence.tokens[k].lemma != "as"]
    if passive := children(sentence, v, "nsubjpass"):
        below = [k for k in children(sentence, v, "prep") if k > v and sentence.tokens[k].lemma == "as"]
        by = children(sentence, v, "agent")
        after = [m for m in below if by and children(sentence, m, "pobj", "pcomp", "amod")]
        return [w for k in (passive[0], after[0]) for w in subtree(sentence, k)] if after else []
    if any(
        sentence.tokens[k].tag in ("WP", "WDT") and k < v for k in children(sentence, v, "dobj")
    ):  # in what Oslo hailed as "..."
        after = [k for k in children(sentence, v, "prep") if k > v and sentence.tokens[k].lemma == "as"]
        return [w for w in subtree(sentence, after[0]) if w > after[0]] if after else []
    for k in [*children(sentence, v, "prep", "mark", "advcl"), *[m for t in things for m in children(sentence, t, "prep")]]:
        if sentence.tokens[k].lemma == "as" and k > v and things and children(sentence, k, "pobj", "pcomp", "amod", "acomp"):
            first = things[0]
            skip = first if sentence.tokens[first].dep == "prep" else first - 1
            return [w for w in subtree(sentence, first) if w > skip or w > v] + subtree(sentence, k)
    return []


def _name(scene: Scene, sentence: Sentence, v: int) -> list[int]:
    """called **the embargo a crime**; a lone object is no content unless it is in quotation marks."""
    if v + 1 < len(sentence.tokens) and sentence.tokens[v + 1].lemma in ("for", "on", "upon"):
        return []
    parts = [k for k in children(sentence, v, "dobj", "oprd", "attr", "ccomp", "xcomp", "acomp", "dative") if k > v]
    words = [w for k in parts for w in subtree(sentence, k)]
    words += _quotation_after(scene, sentence, words)
    quoted = any(scene.quoted[sentence.tokens[w].start] for w in words)
    small = any(sentence.tokens[k].dep in ("oprd", "ccomp") for k in parts)
    return words if small or quoted or len(parts) > 1 else []


def _quotation_after(scene: Scene, sentence: Sentence, words: list[int]) -> list[int]:
    """The words of a quotation right behind an object: called them **"lone wolves"**."""
    after = max(words) + 1 if words else len(sentence.tokens)
    found = []
    while after < len(sentence.tokens) and scene.quoted[sentence.tokens[after].start]:
        found.append(after)
        after += 1
    return found


def _about(sentence: Sentence, v: int, cue: Cue) -> list[int]:
    """accused **Sudan of arming rebels**; warned against **a new war**."""
    things = [k for k in children(sentence, v, "dobj") if k > v]
    preps = [k for k in children(sentence, v, "prep") if k > v and sentence.tokens[k].lemma in cue.prepositions]
    preps += [k for t in things for k in children(sentence, t, "prep") if sentence.tokens[k].lemma in cue.prepositions]
    if not preps:
        return []
    below = subtree(sentence, preps[0])
    below += _goes_on_to(sentence, v, below[-1])
    if things:
        return subtree(sentence, things[0]) + below
    return [w for w in below if w > preps[0]]


def _goes_on_to(sentence: Sentence, v: int, last: int) -> list[int]:
    """An infinitive right behind an object, which the parser hung on the verb: called for guests **to leave**."""
    for k in children(sentence, v, "xcomp", "advcl", "ccomp"):
        if k > last and sentence.tokens[k].tag == "VB" and (words := subtree(sentence, k))[0] == last + 1:
            return words
    return []


def _object(scene: Scene, sentence: Sentence, v: int, cue: Cue, quoted: bool) -> list[int]:
    labels = ("dobj", "attr", "oprd", "prep") if quoted else ("dobj",)
    gerunds = [] if quoted or cue.only or cue.says != "propose" else children(sentence, v, "xcomp")
    for k in [*children(sentence, v, *labels), *[g for g in gerunds if sentence.tokens[g].tag == "VBG"]]:
        token = sentence.tokens[k]
        if k < v or (token.pos == "PRON" and not quoted) or (cue.only and token.lemma.lower() not in cue.only):
            continue
        if cue.things and can_speak(scene, sentence, k):
            continue
        words = [w for w in subtree(sentence, k) if w > v]
        words += _goes_on_to(sentence, v, words[-1]) if words else []
        words = _not_but(scene, sentence, v, words)
        words += _hung_on_verb(scene, sentence, v, k, words)
        if not quoted or any(scene.quoted[sentence.tokens[w].start] for w in words):
            return words
    return []


def _hung_on_verb(scene: Scene, sentence: Sentence, v: int, thing: int, words: list[int]) -> list[int]:
    """The phrase right behind an object which the parser hung on the verb: denied any link **to the devices**."""
    if not words or can_speak(scene, sentence, thing):
        return []
    for k in children(sentence, v, "prep", "dative"):
        if k == words[-1] + 1 and sentence.tokens[k].lemma in RELATING and not scene.quoted[sentence.tokens[k].start]:
            return subtree(sentence, k)
    return []


def _not_but(scene: Scene, sentence: Sentence, v: int, words: list[int]) -> list[int]:
    """The whole of "not X but Y", cut in two by the parser: stressed **not speed but depth**; only what is quoted of it."""
    tokens = sentence.tokens
    if not words or tokens[words[0] - 1].text.lower() != "not" or words[-1] + 1 >= len(tokens):
        return words
    if tokens[words[-1] + 1].text.lower() != "but":
        return words
    rest = [w for k in children(sentence, v, "conj") for w in subtree(sentence, k) if w > words[-1]]
    own = [w for w in rest if scene.quoted[tokens[w].start]]
    return own or ([words[0] - 1, *words, words[-1] + 1, *rest] if rest else words)


def has_phrase(sentence: Sentence, v: int, cue: Cue) -> bool:
    after = " ".join(t.text.lower() for t in sentence.tokens[v + 1 : v + 6])
    return after.startswith(cue.phrases)


def after_phrase(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> Chars | None:
    tokens = sentence.tokens
    for size in (4, 3, 2):
        for gap in (1, 2):
            words = tokens[v + gap : v + gap + size]
            if words and " ".join(t.text.lower() for t in words) in cue.phrases:
                last = words[-1].i
                below = [w for w in subtree(sentence, last) if w > last]
                return span_of(sentence, below) if below else None
    return None


def asked_of(sentence: Sentence, v: int) -> int | None:
    """Whom a request is put to: urged **Israel** to stop, called on **Kigali** to withdraw, assured **Tirana** of help."""
    on = [
        p
        for k in children(sentence, v, "prep")
        if sentence.tokens[k].lemma in ("on", "upon")
        for p in children(sentence, k, "pobj")
    ]
    below = [k for k in children(sentence, v, "dobj", "dative") if k > v]
    below += [s for k in children(sentence, v, "ccomp", "xcomp", "advcl") for s in children(sentence, k, "nsubj") if s > v]
    return next(iter([*below, *on]), None)


def addressee_of(sentence: Sentence, v: int, cue: Cue) -> int | None:
    """The one told: told **Macron** that, said to **the guests**."""
    if cue.tells and (told := _told_before_that(sentence, v)) is not None:
        return told
    for k in children(sentence, v, "dobj", "dative", "iobj", "prep"):
        token = sentence.tokens[k]
        if k < v:
            continue
        if token.pos == "ADP":
            if token.lemma == "to":
                for p in children(sentence, k, "pobj"):
                    return p
        elif cue.tells or token.dep in ("dative", "iobj") or cue.says in ("say", "ask"):
            return k
    return None


def _told_before_that(sentence: Sentence, v: int) -> int | None:
    """The name between "told" and "that", which the parser may take for the subject of what was said."""
    for token in sentence.tokens[v + 1 : v + 10]:
        if token.text.lower() in ("that", ":", ",") and token.i > v + 1:
            last = sentence.tokens[token.i - 1]
            return last.i if last.pos in ("PROPN", "NOUN") else None
        if token.pos not in ("PROPN", "NOUN", "ADJ", "DET", "NUM") and token.tag != "POS":
            return None
    return None

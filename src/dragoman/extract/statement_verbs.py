"""Frames of reporting verbs: what a verb of saying, praising or promising makes of its clause."""

from collections.abc import Iterator

from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import can_speak, mention_at, phrase_span, phrase_words
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import agent, children, is_negated, is_passive, span_of, subject, subtree

ORDER = ("saying", "clause", "phrase-clause", "bid", "call-on", "as", "name", "about", "phrase", "object", "to", "quoted", "quoted-clause",
         "quote-only")  # fmt: skip
LOOSE_CLAUSE = frozenset({"say", "ask", "tell", "write", "answer", "announce"})
DENYING = frozenset({"deny", "belief", "wish", "knowledge", "stance"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BREAKS = frozenset({",", ";", ":", ".", "–", "—", "--", "\"", "”", "''", "(", ")"})
AIMING = frozenset({"go", "come", "continue", "begin", "proceed", "start", "appear", "seem", "hasten", "rush"})  # went on to say
UNSAID = frozenset({"will", "shall", "may", "might", "should", "must", "would", "could", "'ll"})


def verb_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """Frames of all reporting verbs of a sentence outside quotation marks; at most one a verb."""
    for token in sentence.tokens:
        if token.pos not in ("VERB", "AUX") or scene.quoted[token.start]:
            continue
        cues = scene.words.verbs.get(token.lemma.lower())
        if cues is None:
            continue
        fitting = sorted(((ORDER.index(form), form, cue) for cue in cues for form in cue.frames), key=lambda x: x[0])
        frames = (_frame(scene, sentence, token.i, form, cue) for _, form, cue in fitting)
        waiting: Frame | None = None
        for frame in frames:
            if frame is not None and frame.content is not None:
                yield frame
                break
            waiting = waiting or frame
        else:
            if waiting is not None:
                yield waiting


def _frame(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue) -> Frame | None:
    if form == "saying":
        return _saying(scene, sentence, v, cue)
    if _is_unsaid(sentence, v, cue):
        return None
    if cue.particle and not any(sentence.tokens[k].lemma == cue.particle for k in children(sentence, v, "prt", "advmod", "prep")):
        return None
    passive = is_passive(sentence, v)
    speaker = agent(sentence, v) if passive else subject(sentence, v)
    if passive and form not in ("clause", "quote-only"):
        return None
    if speaker is None and not passive:
        speaker = _inverted(scene, sentence, v)
    if speaker is not None and not _fits(scene, sentence, speaker, form, cue):
        return None
    if speaker is None and form not in ("clause",):
        return None
    frame = _begin(scene, sentence, v, form, cue, speaker)
    content = _content(scene, sentence, v, form, cue, frame, passive)
    if content is None and form not in ("clause", "quote-only", "quoted-clause"):
        return None
    if speaker is None and content is None:
        return None
    frame.content = content
    return frame


def _begin(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, speaker: int | None) -> Frame:
    words = [k for k in children(sentence, v, "aux", "auxpass", "neg", "prt") if abs(k - v) < 6] + [v]
    start, end = span_of(sentence, words)
    if speaker is not None:
        first, last = phrase_span(sentence, speaker)
        if last <= start and sentence.tokens[speaker].start < start and not _far(scene, last, start):
            start = min(start, first)
        elif first >= end and not _far(scene, end, first):
            end = max(end, last)
    return Frame(sentence, cue, form, sorted(words), speaker, (start, end), verb=v)


def _far(scene: Scene, start: int, end: int) -> bool:
    """Do two places lie too far apart, or in different quotations, to be one clause?"""
    return end - start > 160 or any(scene.quoted[i] for i in range(start, end))


def _fits(scene: Scene, sentence: Sentence, speaker: int, form: str, cue: Cue) -> bool:
    token = sentence.tokens[speaker]
    if cue.only_subject:
        return token.lemma.lower() in cue.only_subject or token.text.lower() in cue.only_subject
    if token.dep == "expl" or token.text.lower() in ("this", "that", "which", "there", "what"):
        return False
    if token.text.lower() == "it" and mention_at(scene, sentence, speaker) is None:
        return form in ("clause",) and cue.says in LOOSE_CLAUSE
    if form in ("clause", "quoted-clause") and cue.says in LOOSE_CLAUSE:
        return True
    return can_speak(scene, sentence, speaker)


def _is_unsaid(sentence: Sentence, v: int, cue: Cue) -> bool:
    """Did it not happen: did not say, if he says, may say?"""
    if cue.says in DENYING:
        return False
    if is_negated(sentence, v):
        return True
    if any(sentence.tokens[k].lemma in ("if", "unless", "whether") for k in children(sentence, v, "mark")):
        return True
    helping = [sentence.tokens[k].text.lower() for k in children(sentence, v, "aux")]
    if "to" in helping and sentence.tokens[sentence.tokens[v].head].lemma not in AIMING:
        return True
    return any(word in UNSAID for word in helping)


def _inverted(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """A speaker after the verb that the parser took for its object: "...," said the Omani minister."""
    after_quotation = v > 0 and scene.quoted[sentence.tokens[v - 1].start]
    at_start = v == 0 and sentence.start > 1 and any(scene.quoted[sentence.start - 3 : sentence.start])
    if after_quotation or at_start:
        for k in children(sentence, v, "dobj", "attr", "oprd", "dep", "npadvmod"):
            if k > v and can_speak(scene, sentence, k):
                return k
    return None


# ------------------------------------------------------------------ what was said
def _content(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, frame: Frame, passive: bool) -> Chars | None:
    if form in ("clause", "phrase-clause"):
        if form == "phrase-clause" and not _has_phrase(sentence, v, cue):
            return None
        frame.addressee = _addressee(sentence, v, cue)
        return _clause(scene, sentence, v, frame)
    if form in ("quote-only", "quoted-clause"):
        frame.addressee = _addressee(sentence, v, cue)
        return None
    if form == "phrase":
        return _after_phrase(scene, sentence, v, cue)
    words = _argument(scene, sentence, v, form, cue, frame)
    if not words:
        return None
    start, end = span_of(sentence, words)
    frame.settled = True
    return start, max(end, start)


def _clause(scene: Scene, sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """Content of a verb that takes a clause: before it, around it or after it."""
    tokens = sentence.tokens
    speaker = set(phrase_words(sentence, frame.speaker)) if frame.speaker is not None else set()
    clauses = [k for k in children(sentence, v, "ccomp", "parataxis", "csubj") if k not in speaker]
    clauses += [k for k in children(sentence, v, "xcomp", "advcl") if k > v and _has_that(sentence, k)]
    clauses = [k for k in clauses if not _is_parenthesis(scene, sentence, k)]
    if (around := _interrupted(sentence, v, frame)) is not None:
        return around
    if not clauses and _is_parenthesis(scene, sentence, v):
        below = set(subtree(sentence, v))
        return _fronted(sentence, frame, [k for k in subtree(sentence, tokens[v].head) if k not in below and k < v])
    clauses = clauses or _that_below(sentence, v)
    if not clauses:
        return None
    first = clauses[0]
    words = subtree(sentence, first)
    if words[0] < v:
        before = first < v
        if before and words[-1] < v:
            left = [k for k in subtree(sentence, v) if k < v and k not in speaker]
            return _fronted(sentence, frame, [left[0] if left else words[0], *words])
        return span_of(sentence, [k for k in words if k not in speaker and k != v])
    for later in clauses[1:]:
        if later > v:
            words += subtree(sentence, later)
    return _following(sentence, v, words, speaker)


def _fronted(sentence: Sentence, frame: Frame, words: list[int]) -> Chars | None:
    start, end = span_of(sentence, words)
    if start < frame.clause[0]:
        end = min(max(end, start), frame.clause[0]) if end > frame.clause[0] else frame.clause[0]
    return (start, end) if end > start else None


def _following(sentence: Sentence, v: int, words: list[int], speaker: set[int]) -> Chars | None:
    kept = sorted(k for k in words if k > v and k not in speaker)
    while kept and (sentence.tokens[kept[0]].text.lower() in ("that", ",", ":") or sentence.tokens[kept[0]].pos == "PUNCT"):
        if sentence.tokens[kept[0]].text.lower() == "that" and sentence.tokens[kept[0]].dep != "mark":
            break
        if sentence.tokens[kept[0]].text in "\"“„«‘'":
            break
        kept.pop(0)
    return span_of(sentence, kept) if kept else None


def _interrupted(sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """The whole sentence when "X said" stands between commas in the midst of it: The goal, he said, is peace."""
    tokens = sentence.tokens
    low = next((t.i for t in tokens if t.start >= frame.clause[0]), v)
    high = next((t.i for t in reversed(tokens) if t.end <= frame.clause[1]), v)
    if low < 2 or tokens[low - 1].text not in BREAKS or _has_clause_after(sentence, v):
        return None
    while high + 1 < len(tokens) and high < v + 9 and tokens[high + 1].text not in BREAKS and tokens[high + 1].pos not in ("VERB", "AUX"):
        high += 1
    if high + 4 >= len(tokens) or tokens[high + 1].text != ",":
        return None
    if _is_complete(sentence, 0, low) or not any(t.tag in FINITE or t.tag == "MD" for t in tokens[high + 2 :]):
        return None
    return tokens[0].start, tokens[-1].end


def _has_clause_after(sentence: Sentence, v: int) -> bool:
    return any(k > v and _has_that(sentence, k) for k in children(sentence, v, "ccomp"))


def _is_complete(sentence: Sentence, first: int, last: int) -> bool:
    """Do these words hold a main clause: a finite verb with its subject, not after though, if, when or who?"""
    for t in sentence.tokens[first:last]:
        if t.tag not in FINITE and t.tag != "MD":
            continue
        verb = t.head if t.dep in ("aux", "auxpass") else t.i
        own = [k for k in children(sentence, verb, "nsubj", "nsubjpass", "expl") if first <= k < last]
        below = sentence.tokens[verb].dep in ("relcl", "advcl", "acl", "pcomp") or bool(children(sentence, verb, "mark"))
        if own and first <= verb < last and not below:
            return True
    return False


def _is_parenthesis(scene: Scene, sentence: Sentence, v: int) -> bool:
    """Is it a clause thrown in after a comma, which has no content after it: "..., Kyodo said, and ..."?"""
    token = sentence.tokens[v]
    if token.dep not in ("ccomp", "parataxis", "conj", "advcl") or token.head >= v or token.lemma.lower() not in scene.words.verbs:
        return False
    own = children(sentence, v, "nsubj", "nsubjpass")
    if not own or children(sentence, v, "ccomp", "xcomp", "dobj", "mark", "cc") or own[0] > v + 6:
        return False
    first = min(subtree(sentence, own[0])[0], v)
    return first > 0 and sentence.tokens[first - 1].text in (",", "\"", "”", "–", "—")


def _that_below(sentence: Sentence, v: int) -> list[int]:
    """A that-clause that the parser hung on a noun after the verb: told a briefing **that China opposed it**."""
    nouns = [k for k in children(sentence, v, "dobj", "dative") if k > v]
    for prep in children(sentence, v, "prep"):
        nouns += [k for k in children(sentence, prep, "pobj") if k > v]
    return [k for n in nouns for k in children(sentence, n, "acl", "relcl", "ccomp", "appos") if k > n and _has_that(sentence, k)]


def _has_that(sentence: Sentence, k: int) -> bool:
    return any(sentence.tokens[m].text.lower() == "that" for m in children(sentence, k, "mark"))


def _argument(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, frame: Frame) -> list[int]:
    """Words of the content of a verb that takes an object, an infinitive or a preposition."""
    if form == "to":
        return [w for k in _infinitives(sentence, v) if not cue.only or sentence.tokens[k].lemma in cue.only for w in subtree(sentence, k)]
    if form == "bid":
        return _bid(sentence, v)
    if form == "call-on":
        return _call_on(sentence, v)
    if form == "as":
        return _as(sentence, v)
    if form == "name":
        return _name(scene, sentence, v)
    if form == "about":
        return _about(sentence, v, cue)
    return _object(scene, sentence, v, cue, quoted=form == "quoted")


def _infinitives(sentence: Sentence, v: int) -> list[int]:
    return [
        k for k in children(sentence, v, "xcomp", "ccomp") if k > v
        and any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux")) and not children(sentence, k, "nsubj")
    ]  # fmt: skip


def _bid(sentence: Sentence, v: int) -> list[int]:
    """urged **the two countries to stand together**."""
    asked = [k for k in children(sentence, v, "dobj", "dative") if k > v]
    for k in children(sentence, v, "xcomp", "ccomp", "advcl"):
        to = any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux"))
        own = [s for s in children(sentence, k, "nsubj", "nsubjpass") if s > v]
        if k > v and to and (asked or own):
            return [w for w in subtree(sentence, asked[0]) if asked] * bool(asked) + subtree(sentence, k)
    for thing in asked:
        for k in children(sentence, thing, "acl", "relcl"):
            if any(sentence.tokens[a].text.lower() == "to" for a in children(sentence, k, "aux")):
                return subtree(sentence, thing)
    return []


def _call_on(sentence: Sentence, v: int) -> list[int]:
    for on in children(sentence, v, "prep"):
        if sentence.tokens[on].lemma in ("on", "upon"):
            below = [w for w in subtree(sentence, on) if w > on]
            infinitive = [w for k in _infinitives(sentence, v) for w in subtree(sentence, k)]
            if below and (infinitive or any(sentence.tokens[w].text.lower() == "to" for w in below)):
                return below + infinitive
    return []


def _as(sentence: Sentence, v: int) -> list[int]:
    """described **the drills as a rehearsal**."""
    things = [k for k in children(sentence, v, "dobj", "prep", "nsubjpass") if k > v and sentence.tokens[k].lemma != "as"]
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
    quoted = any(scene.quoted[sentence.tokens[w].start] for w in words)
    small = any(sentence.tokens[k].dep in ("oprd", "ccomp") for k in parts)
    return words if small or quoted or len(parts) > 1 else []


def _about(sentence: Sentence, v: int, cue: Cue) -> list[int]:
    """accused **Sudan of arming rebels**; warned against **a new war**."""
    things = [k for k in children(sentence, v, "dobj") if k > v]
    preps = [k for k in children(sentence, v, "prep") if k > v and sentence.tokens[k].lemma in cue.prepositions]
    preps += [k for t in things for k in children(sentence, t, "prep") if sentence.tokens[k].lemma in cue.prepositions]
    if not preps:
        return []
    below = subtree(sentence, preps[0])
    if things:
        return subtree(sentence, things[0]) + below
    return [w for w in below if w > preps[0]]


def _object(scene: Scene, sentence: Sentence, v: int, cue: Cue, quoted: bool) -> list[int]:
    labels = ("dobj", "attr", "oprd", "prep", "ccomp", "xcomp") if quoted else ("dobj",)
    for k in children(sentence, v, *labels):
        token = sentence.tokens[k]
        if k < v or (token.pos == "PRON" and not quoted) or (cue.only and token.lemma.lower() not in cue.only):
            continue
        words = [w for w in subtree(sentence, k) if w > v]
        if not quoted or any(scene.quoted[sentence.tokens[w].start] for w in words):
            return words
    return []


def _has_phrase(sentence: Sentence, v: int, cue: Cue) -> bool:
    after = " ".join(t.text.lower() for t in sentence.tokens[v + 1 : v + 6])
    return any(p in _alternatives(cue) and after.startswith(p) for p in _alternatives(cue))


def _alternatives(cue: Cue) -> tuple[str, ...]:
    return cue.phrases


def _after_phrase(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> Chars | None:
    tokens = sentence.tokens
    for size in (4, 3, 2):
        for gap in (1, 2):
            words = tokens[v + gap : v + gap + size]
            if words and " ".join(t.text.lower() for t in words) in cue.phrases:
                last = words[-1].i
                below = [w for w in subtree(sentence, last) if w > last]
                return span_of(sentence, below) if below else None
    return None


def _addressee(sentence: Sentence, v: int, cue: Cue) -> int | None:
    """The one told: told **Macron** that, said to **the guests**."""
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


def _saying(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> Frame | None:
    """Xinhua quoted Xi as saying ...; Xi was quoted by Xinhua as saying ..."""
    saying = _after_as(sentence, v)
    if saying is None:
        return None
    passive = is_passive(sentence, v) and bool(children(sentence, v, "nsubjpass", "agent"))
    quoted = subject(sentence, v) if passive else next((k for k in children(sentence, v, "dobj", "nsubj", "ccomp") if v < k < saying), None)
    quoted = quoted if quoted is not None else next((k for k in children(sentence, saying, "nsubj") if v < k), None)
    if quoted is None:
        quoted = _noun_between(sentence, v, saying) if not passive else None
    if quoted is None:
        return None
    relay = agent(sentence, v) if passive else subject(sentence, v)
    frame = Frame(sentence, cue, "saying", [v, saying], quoted, span_of(sentence, [v, saying]), verb=v)
    if relay is not None and relay != quoted:
        frame.relays = (relay,)
    ends = [phrase_span(sentence, k) for k in (quoted, relay) if k is not None]
    frame.clause = (min(frame.clause[0], *(s for s, _ in ends)), max(frame.clause[1], *(e for _, e in ends)))
    below = [k for k in children(sentence, saying, "ccomp", "dobj", "xcomp", "parataxis") if k > saying]
    if below:
        frame.content = _following(sentence, saying, [w for k in below for w in subtree(sentence, k)], set())
    elif front := [k for k in children(sentence, v, "ccomp", "parataxis") if k < v]:
        frame.content = _fronted(sentence, frame, [w for k in front for w in subtree(sentence, k)])
    return frame


def _after_as(sentence: Sentence, v: int) -> int | None:
    tokens = sentence.tokens
    for i in range(v + 1, min(len(tokens) - 1, v + 25)):
        if tokens[i].text.lower() == "as" and tokens[i + 1].tag == "VBG" and tokens[i + 1].lemma in ("say", "tell", "add", "write", "state", "claim", "warn"):
            return i + 1
    return None


def _noun_between(sentence: Sentence, v: int, saying: int) -> int | None:
    nouns = [t.i for t in sentence.tokens[v + 1 : saying - 1] if t.pos in ("PROPN", "NOUN", "PRON")]
    heads = [i for i in nouns if sentence.tokens[i].head not in nouns]
    return heads[0] if heads else None

"""Frames of reporting verbs: what a verb of saying, praising or promising makes of its clause."""

from collections.abc import Iterator
from itertools import takewhile

from dragoman.extract.statement_scene import Chars, Frame, Scene
from dragoman.extract.statement_speaker import can_speak, mention_at, phrase_span, phrase_words
from dragoman.lexicon.reporting import Cue
from dragoman.records import Sentence
from dragoman.text.tree import agent, ancestors, children, is_negated, is_passive, span_of, subject, subtree

ORDER = ("saying", "clause", "phrase-clause", "bid", "call-on", "as", "name", "about", "phrase", "object", "to", "quoted", "quoted-clause",
         "quote-only")  # fmt: skip
LOOSE_CLAUSE = frozenset({"say", "ask", "tell", "write", "answer", "announce"})
GUARDED = frozenset({"suggest", "confirm", "stress", "predict", "mention", "belief", "wish", "knowledge", "condemn", "judge", "rule"})
DENYING = frozenset({"deny", "belief", "wish", "knowledge", "stance"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BREAKS = frozenset({",", ";", ":", ".", "–", "—", "--", "\"", "”", "''", "(", ")"})
CLOSING = frozenset({"\"", "”", "''", "»"})
OPENING = frozenset({"\"", "“", "``", "«", "„"})
GOING_ON = frozenset({"since", "because", "although", "though", "whether", "unless", "until", "if", "given", "so"})
APART = frozenset({"in", "with", "amid", "after", "despite", "during", "following", "as", "saying", "while", "even"})
AFTERWARDS = frozenset({"during", "in", "at", "on", "after", "before", "when", "while", "as", "over"})
AIMING = frozenset({"go", "come", "continue", "begin", "proceed", "start", "appear", "seem", "hasten", "rush"})  # went on to say
UNSAID = frozenset({"will", "shall", "may", "might", "should", "must", "would", "could", "'ll"})


def verb_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """Frames of all reporting verbs of a sentence outside quotation marks; at most one a verb."""
    for token in sentence.tokens:
        if token.pos not in ("VERB", "AUX") or scene.quoted[token.start] or token.text.lower() in scene.words.sources:
            continue
        cues = scene.words.verbs.get(token.lemma.lower())
        if cues is None:
            continue
        fitting = sorted({(ORDER.index(form), form, cue.rule): (form, cue) for cue in cues for form in _forms(cue)}.items())
        frames = (_frame(scene, sentence, token.i, form, cue) for _, (form, cue) in fitting)
        waiting: Frame | None = None
        for frame in frames:
            if frame is not None and frame.content is not None:
                yield frame
                break
            waiting = waiting or frame
        else:
            if waiting is not None:
                yield waiting


def _own(scene: Scene, sentence: Sentence, v: int, *labels: str) -> list[int]:
    """Dependents of a cue outside quotation marks: "No retreat," he shouted has no "no"."""
    return [k for k in children(sentence, v, *labels) if not scene.quoted[sentence.tokens[k].start]]


def _speaker(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The verb's subject, never a word of the quotation beside it."""
    if len(children(sentence, v, "nsubj")) > 1 and (own := _own(scene, sentence, v, "nsubj")):
        return own[-1]
    found = subject(sentence, v)
    return None if found is None or scene.quoted[sentence.tokens[found].start] else found


def _forms(cue: Cue) -> frozenset[str]:
    """A verb that takes a clause takes a quoted object too: reported "2,521 incidents"."""
    return cue.frames | {"quoted"} if "clause" in cue.frames else cue.frames


def _frame(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue) -> Frame | None:
    if form == "saying":
        return _saying(scene, sentence, v, cue)
    if _is_unsaid(scene, sentence, v, cue):
        return None
    if cue.particle and not any(sentence.tokens[k].lemma == cue.particle for k in children(sentence, v, "prt", "advmod", "prep")):
        return None
    passive = is_passive(sentence, v)
    above = _matrix(scene, sentence, v)
    speaker = agent(sentence, v) if passive else _speaker(scene, sentence, v if above is None else above)
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


def _matrix(scene: Scene, sentence: Sentence, v: int) -> int | None:
    """The reporting verb that a verb is really coordinated with, when the parser hung it into what was said.

    "He said he would order a review **and warned** against hackers"; "She said it was late, **adding** that ..."
    """
    token = sentence.tokens[v]
    if children(sentence, v, "nsubj", "nsubjpass") or token.dep not in ("conj", "advcl"):
        return None
    joined = token.dep == "conj" and token.tag in FINITE and sentence.tokens[token.head].tag != token.tag
    adding = token.dep == "advcl" and token.tag == "VBG" and _after_comma(sentence, v)
    if not joined and not adding:
        return None
    for above in ancestors(sentence, v):
        over = sentence.tokens[above]
        if over.dep == "ccomp" and over.head < above:
            matrix = sentence.tokens[over.head]
            same = matrix.tag == token.tag or adding
            return matrix.i if same and matrix.lemma.lower() in scene.words.verbs else None
        if over.dep in ("relcl", "acl"):
            return None
    return None


def _after_comma(sentence: Sentence, v: int) -> bool:
    first = subtree(sentence, v)[0]
    return first > 0 and sentence.tokens[first - 1].text in (",", "\"", "”")


def _begin(scene: Scene, sentence: Sentence, v: int, form: str, cue: Cue, speaker: int | None) -> Frame:
    words = [k for k in _own(scene, sentence, v, "aux", "auxpass", "neg", "prt") if abs(k - v) < 6] + [v]
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
    if form in ("clause", "quoted-clause") and cue.says not in GUARDED and token.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"):
        return True
    return can_speak(scene, sentence, speaker)


def _is_unsaid(scene: Scene, sentence: Sentence, v: int, cue: Cue) -> bool:
    """Did it not happen: did not say, if he says, may say?"""
    if cue.says in DENYING:
        return False
    if _own(scene, sentence, v, "neg") or any(is_negated(sentence, k) for k in _own(scene, sentence, v, "nsubj", "nsubjpass")):
        return True
    if any(sentence.tokens[k].lemma in ("if", "unless", "whether") for k in _own(scene, sentence, v, "mark")):
        return True
    helping = [sentence.tokens[k].text.lower() for k in _own(scene, sentence, v, "aux")]
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
        found = _clause(scene, sentence, v, frame)
        return _after_that(sentence, v, found) if form == "phrase-clause" else found
    if form in ("quote-only", "quoted-clause"):
        frame.addressee = _addressee(sentence, v, cue)
        return None
    if form == "phrase":
        return _after_phrase(scene, sentence, v, cue)
    words = _argument(scene, sentence, v, form, cue, frame)
    if not words:
        return None
    frame.settled = True
    return span_of(sentence, _core(scene, sentence, words, form))


def _core(scene: Scene, sentence: Sentence, words: list[int], form: str) -> list[int]:
    """An object without ", which ..." behind it, and "as a 'friend'" without the place and day that follow."""
    tokens, ordered = sentence.tokens, sorted(words)
    for n, w in enumerate(ordered[1:], 1):
        apart = n > 3 and tokens[ordered[n - 1]].text == "," and tokens[w].text.lower() in APART and form in ("to", "bid", "object")
        if apart and not any(scene.quoted[tokens[k].start] for k in ordered[n:]):
            return ordered[: n - 1]
        if form != "about" and tokens[w].tag in ("WDT", "WP", "WRB") and tokens[ordered[n - 1]].text == "," and not scene.quoted[tokens[w].start]:
            return ordered[: n - 1]
        closed = form in ("as", "name") and n > 2 and tokens[ordered[n - 1]].text in CLOSING
        if closed and tokens[w].text.lower() in AFTERWARDS and not any(scene.quoted[tokens[k].start] for k in ordered[n:]):
            return ordered[:n]
    return ordered


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
    reasons = [k for k in children(sentence, v, "advcl") if k > first and _first_text(sentence, k) in GOING_ON]
    for later in [*clauses[1:], *reasons]:
        if later > v:
            words += subtree(sentence, later)
    if (stop := max(words) + 1) < len(tokens) and tokens[stop].text == ";":
        words += range(stop, len(tokens) - 1)
    return _following(sentence, v, _without_coordinated(scene, sentence, v, words), speaker)


def _without_coordinated(scene: Scene, sentence: Sentence, v: int, words: list[int]) -> list[int]:
    """What was said without a reporting verb that belongs to the speaker again: ... and warned of more."""
    for w in sorted(words):
        if w > v and sentence.tokens[w].lemma.lower() in scene.words.verbs and _matrix(scene, sentence, w) == v:
            first = subtree(sentence, w)[0]
            stop = first - 1 if first > 0 and sentence.tokens[first - 1].pos in ("CCONJ", "PUNCT") else first
            return [k for k in words if k < stop]
    return words


def _after_that(sentence: Sentence, v: int, found: Chars | None) -> Chars | None:
    """The clause of "made clear that ..." without "clear that"."""
    that = next((t for t in sentence.tokens[v + 1 : v + 6] if t.text.lower() == "that"), None)
    return (that.end + 1, found[1]) if found and that is not None and found[0] <= that.start < found[1] else found


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


def _first_text(sentence: Sentence, k: int) -> str:
    return sentence.tokens[subtree(sentence, k)[0]].text.lower()


def _interrupted(sentence: Sentence, v: int, frame: Frame) -> Chars | None:
    """The whole sentence when "X said" stands between commas in the midst of it: The goal, he said, is peace."""
    tokens = sentence.tokens
    low = next((t.i for t in tokens if t.start >= frame.clause[0]), v)
    high = next((t.i for t in reversed(tokens) if t.end <= frame.clause[1]), v)
    if low < 2 or tokens[low - 1].text not in BREAKS or _has_clause_after(sentence, v):
        return None
    if tokens[low - 1].text in CLOSING and tokens[low - 2].text != ",":
        return None
    while high + 1 < len(tokens) and high < v + 9 and tokens[high + 1].text not in BREAKS and tokens[high + 1].pos not in ("VERB", "AUX"):
        high += 1
    if high + 4 >= len(tokens) or tokens[high + 1].text != ",":
        return None
    goes_on = tokens[high + 2].text.lower() in GOING_ON
    if tokens[high + 2].pos == "CCONJ" or (_is_complete(sentence, 0, low) and not goes_on):
        return None
    if not any(t.tag in FINITE or t.tag == "MD" for t in tokens[high + 2 :]):
        return None
    if tokens[high + 2].text in OPENING and _is_complete(sentence, 0, low):
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
    for mark in sentence.tokens[v + 1 :]:
        if mark.text.lower() == "that" and mark.head > mark.i and (mark.dep == "mark" or _is_conjunction(sentence, mark.i)):
            path = takewhile(lambda k: k != v and sentence.tokens[k].pos not in ("VERB", "AUX"), ancestors(sentence, mark.head))
            last = next(reversed([mark.head, *path]))
            return [mark.head] if sentence.tokens[last].head == v and last != v else []
    return []


def _is_conjunction(sentence: Sentence, i: int) -> bool:
    """Is a "that" which the parser took for a relative pronoun a conjunction, its clause having subject and object?"""
    token = sentence.tokens[i]
    if token.tag != "WDT" or token.dep not in ("dobj", "nsubj"):
        return False
    labels = ("nsubj", "nsubjpass") if token.dep == "nsubj" else ("dobj", "attr", "acomp")
    return bool(children(sentence, token.head, "nsubj", "nsubjpass")) and any(k != i for k in children(sentence, token.head, *labels))


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
    for k in children(sentence, v, *labels):
        token = sentence.tokens[k]
        if k < v or (token.pos == "PRON" and not quoted) or (cue.only and token.lemma.lower() not in cue.only):
            continue
        words = [w for w in subtree(sentence, k) if w > v]
        words += _goes_on_to(sentence, v, words[-1]) if words else []
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

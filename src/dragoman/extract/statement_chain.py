"""Who passed it on: frames of a sentence sorted into what was said and who relayed it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.statement_nested import TOLD, adds_speaker, is_tail_of
from dragoman.extract.statement_passed import outlet_in, passed_on
from dragoman.extract.statement_scene import Frame, Scene
from dragoman.extract.statement_speaker import is_relay, mention_of, owner_of
from dragoman.records import Mention, Sentence
from dragoman.text.tree import agent, children

TAKING_UP = frozenset({"object", "about", "as", "name", "quoted"})  # who rejects a claim does not pass it on
DENYING = frozenset({"deny", "condemn"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(slots=True)
class Link:
    """A frame that stays, with those who passed it on, the one nearest to the speaker last."""

    frame: Frame
    relays: list[Mention] = field(default_factory=list)
    sources: list[Frame] = field(default_factory=list)  # frames that became relays: their cue tells the medium
    unknown: list[tuple[Sentence, int]] = field(
        default_factory=list
    )  # "the report", "the ministry": whose, the sentences before know


def chains(scene: Scene, frames: list[Frame]) -> list[Link]:
    """The frames of one sentence that are statements, each with its relays."""
    frames = _cut_short(_distinct([f for f in frames if not _only_cites(scene, f)]))
    _take_tails(scene, frames)
    links: dict[int, Link] = {id(f): Link(f) for f in frames}
    dropped: set[int] = set()
    for origin in [f for f in frames if f.cue.relays]:  # Fars reported, citing the minister: the minister speaks, Fars relays
        _cited(scene, frames, origin, links, dropped)
    for outer in sorted((f for f in frames if id(f) not in dropped), key=lambda f: -_size(f)):
        inner = [f for f in frames if f is not outer and id(f) not in dropped and _holds(outer, f, scene)]
        if not inner:
            continue
        outlet = outer.speaker is not None and is_relay(scene, outer.sentence, outer.speaker)
        relays = outlet or (outer.form == "source" and any(f.form in TOLD for f in inner))
        top = [f for f in inner if f.speaker != outer.speaker or f.speaker is None] if relays else inner
        if relays and top and any(_leading(outer, f) for f in top):
            dropped.add(id(outer))
            for f in _covered(frames, outer, top, dropped):
                _relay(scene, links[id(f)], outer)
        elif not relays:
            _nested(scene, outer, inner, links, dropped)
    return [links[id(f)] for f in frames if id(f) not in dropped]


def _only_cites(scene: Scene, frame: Frame) -> bool:
    """Does an outlet only name its source or ask: the Daily Nation, which cited two people; asked by Lusa whether he knew?"""
    citing = frame.form == "object" and frame.sentence.tokens[frame.verb].lemma.lower() in ("cite", "quote")
    citing = citing or frame.cue.says == "ask"
    return citing and frame.speaker is not None and is_relay(scene, frame.sentence, frame.speaker)


def _nested(scene: Scene, outer: Frame, inner: list[Frame], links: dict[int, Link], dropped: set[int]) -> None:
    """Sort out frames in what somebody says who is no outlet.

    "Fico promised help, his office said": Fico speaks, the office passes it on. "Oman said it welcomed the truce": one statement.
    """
    told = [f for f in inner if f.form != "noun" or outer.form not in TAKING_UP]
    tail = [f for f in told if is_tail_of(scene, outer, f)]
    for f in told:
        passed_on = f in tail or f.speaker in {t.speaker for t in tail}
        if passed_on or (adds_speaker(scene, outer, f) and _is_finite(f)):
            _relay(scene, links[id(f)], outer)
        else:
            dropped.add(id(f))
    if tail:
        dropped.add(id(outer))


def cited_in(frame: Frame, frames: list[Frame]) -> Frame:
    """The frame with the one cited as its speaker: "BelTA said, citing the press service:" is the press service via BelTA."""
    for origin in frames:
        if origin.cue.relays and origin.sentence is frame.sentence and frame.speaker is not None:
            return replace(frame, speaker=origin.speaker, relays=(frame.speaker,))
    return frame


def _cited(scene: Scene, frames: list[Frame], origin: Frame, links: dict[int, Link], dropped: set[int]) -> None:
    """Turn 'X reported, citing Y' round: Y speaks and X passes it on; without an X nobody is cited."""
    telling = [f for f in frames if f is not origin and f.form == "clause" and f.speaker is not None and f.content is not None]
    telling = [f for f in telling if f.speaker is not None and is_relay(scene, f.sentence, f.speaker)]
    dropped.add(id(origin))
    if not telling:
        return
    teller = min(telling, key=lambda f: (f.verb > origin.verb, abs(f.verb - origin.verb)))
    dropped.discard(id(origin))
    dropped.add(id(teller))
    origin.content, origin.settled = teller.content, True
    _relay(scene, links[id(origin)], teller)


def _cut_short(frames: list[Frame]) -> list[Frame]:
    """Contents without the source phrase or relay clause that the parser left at their end."""
    for f in frames:
        for g in frames:
            if not f.content or g is f or not f.content[0] < g.clause[0] < f.content[1]:
                continue
            behind = g.form == "clause" and g.content is not None and g.content[1] <= g.clause[0] and f.clause[0] < g.clause[0]
            if behind or (g.form == "source" and _is_tail(f, g)):
                f.content = (f.content[0], g.clause[0])
    return frames


def _take_tails(scene: Scene, frames: list[Frame]) -> None:
    """Let an outlet's clause at the end cover the whole sentence: SAIC says it will pay, **the FT reports**."""
    for g in frames:
        at_end = g.form == "clause" and g.speaker is not None and scene.text[g.clause[0] - 2 : g.clause[0]] == ", "
        if not at_end or scene.text[g.clause[1] : g.sentence.end].strip(" .") or not is_relay(scene, g.sentence, g.speaker or 0):
            continue
        for f in frames:
            if f is not g and f.content and f.sentence is g.sentence and f.clause[1] <= g.clause[0]:
                f.content = (f.content[0], min(f.content[1], max(g.clause[0], f.content[0] + 1)))
                start = min(f.clause[0], f.content[0], g.content[0] if g.content else f.clause[0])
                g.content = (start, g.clause[0])


def _is_tail(frame: Frame, source: Frame) -> bool:
    """Does nothing but an aside follow the source phrase in what the frame says?"""
    end = frame.content[1] if frame.content else 0
    rest = [t for t in source.sentence.tokens if source.clause[1] <= t.start < end]
    return not any(t.tag in FINITE or t.tag == "MD" for t in rest) or any(t.text.lower() == "citing" for t in rest[:6])


def _size(frame: Frame) -> int:
    return frame.content[1] - frame.content[0] if frame.content else 0


def _distinct(frames: list[Frame]) -> list[Frame]:
    """Of frames with the same cue word, or of a verb and the noun it carries, the one that says more."""
    kept: list[Frame] = []
    nouns = {w for f in frames if f.form == "noun" for w in f.words[:-1]}
    nouns |= {w for f in frames if f.form == "saying" for w in f.words if w != f.verb}
    for f in frames:
        noun_below = f.form in ("object", "about", "quoted") and any(
            g.form == "noun"
            and g.content
            and f.content
            and f.content[0] <= g.content[0] < f.content[1]
            and (g.speaker == f.speaker or (g.speaker is None and f.cue.says not in DENYING))
            for g in frames
        )
        if f.form == "noun" and f.speaker is None and any(_takes_up(g, f) for g in frames):
            continue
        if noun_below or (f.form not in ("noun", "saying") and f.verb in nouns):
            continue
        kept.append(f)
    return kept


def _takes_up(outer: Frame, noun: Frame) -> bool:
    """Does somebody deny a claim that is nobody's: Oslo rejected **claims that it paid**?"""
    if outer.form != "object" or outer.cue.says not in DENYING or outer.content is None or noun.content is None:
        return False
    return outer.content[0] <= noun.clause[0] < outer.content[1]


def _holds(outer: Frame, inner: Frame, scene: Scene) -> bool:
    """Does the inner frame's cue stand in what the outer one says?"""
    if outer.content is None or outer.sentence is not inner.sentence:
        return False
    place = inner.sentence.tokens[inner.verb].start
    own = outer.clause[0] <= place < outer.clause[1]
    return outer.content[0] <= place < outer.content[1] and not own and not scene.quoted[place]


def _leading(outer: Frame, inner: Frame) -> bool:
    """Is the inner frame the main clause of what the outer one passes on, not a by-clause of it?"""
    sentence, verb = inner.sentence, inner.verb
    token = sentence.tokens[verb]
    while token.head != token.i:
        if token.dep in ("relcl", "acl") and inner.form != "noun" and not (token.tag == "VBD" and token.dep == "acl"):
            return False
        token = sentence.tokens[token.head]
        if any(token.i == w for w in outer.words):
            return True
    return True


def _covered(frames: list[Frame], outer: Frame, top: list[Frame], dropped: set[int]) -> list[Frame]:
    """Frames that a relay covers: those it holds, and those coordinated with them or with its own cue."""
    covered = list(top)
    for f in frames:
        if f in covered or f is outer or id(f) in dropped or f.speaker is None:
            continue
        token = f.sentence.tokens[f.verb]
        if f.speaker in {t.speaker for t in top} or (
            token.dep in ("conj", "advcl") and token.head in {outer.verb, *(t.verb for t in top)}
        ):
            covered.append(f)
    return covered


def _relay(scene: Scene, link: Link, outer: Frame) -> None:
    link.sources.append(outer)
    if outer.speaker is None:
        return
    found = mention_of(scene, outer.sentence, outer.speaker) or owner_of(scene, outer.sentence, outer.speaker)
    if found is None:
        link.unknown.append((outer.sentence, outer.speaker))
    elif found.entity not in [m.entity for m in link.relays]:
        link.relays.append(found)


def _is_finite(frame: Frame) -> bool:
    token = frame.sentence.tokens[frame.verb]
    return frame.form in ("noun", "source") or token.tag in FINITE or bool(children(frame.sentence, frame.verb, "aux", "auxpass"))


def named_relays(scene: Scene, frame: Frame) -> list[Mention]:
    """Relays that the frame itself names: Kyodo reported X as saying; X told Kyodo."""
    found = [m for k in frame.relays if (m := mention_of(scene, frame.sentence, k)) is not None]
    told = [frame.addressee] if frame.addressee is not None else []
    found += [m for k in [*told, *_quoting(frame)] if (m := outlet_in(scene, frame.sentence, k)) is not None]
    return [*found, *passed_on(scene, frame)]


def _quoting(frame: Frame) -> Iterator[int]:
    """Who quoted the speaker: Fidan, quoted by **TRT**, said."""
    sentence = frame.sentence
    for quoted in children(sentence, frame.speaker, "acl") if frame.speaker is not None else ():
        if sentence.tokens[quoted].lemma.lower() in ("quote", "cite") and (by := agent(sentence, quoted)) is not None:
            yield by

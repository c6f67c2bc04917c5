"""Quotations given to the cue beside them: fronted, interrupted, continued over paragraphs, and blocks without marks."""

import re
from itertools import pairwise

from dragoman.extract.statement_scene import Frame, Scene
from dragoman.text.quotes import Quotation

SPEAKING = frozenset({"clause", "quote-only", "quoted-clause", "saying", "phrase-clause"})
WORD = re.compile(r"\w+")
# A rank or office with something in brackets, between a quotation and the name it belongs to.
RANK = re.compile(r"[\s,]*(?:[\w.-]+\s){0,7}\((?:[Rr]et\w*|[Nn]ow|[Ff]ormer|Ph\.?D)\.?\)\s?(?:[A-Z][\w.]*\s?){0,2}")
LONGEST_GAP = 14  # words between a cue and the quotation it opens: said on Friday in a speech to parliament, "...


def grow(scene: Scene, frames: list[Frame], paragraph: tuple[int, int]) -> None:
    """Let each quotation of a paragraph belong to a frame: the one it overlaps, else the cue before or after it."""
    owner: Frame | None = None
    last: Quotation | None = None
    for q in scene.quotations.inside(*paragraph):
        sharing = _overlapping(frames, q)
        found = sharing[0] if sharing else None
        if found is None and (_is_said(scene, q) or _opened_by_colon(scene, q)):
            found = _beside(scene, frames, q)
            if found is None and owner is not None and last is not None and _joined(scene, owner, last, q):
                found = owner
                if last.end < owner.clause[0] + 1 or owner.clause[0] < q.start:
                    owner.holes.append((last.end, q.start))
            if found is None and _is_said(scene, q) and (before := _speaker_before(scene, frames, q)) is not None:
                found = replace_content(before, q)
                frames.append(found)
        if found is None:
            continue
        for frame in sharing or [found]:
            _cover(scene, frame, q)
        owner, last = found, q
    for frame in frames:
        _without_rank(scene, frame)


def _without_rank(scene: Scene, frame: Frame) -> None:
    """Take a rank before the speaker's name off the content's end: "...," Brig Gen (Retd) | Ana Costa said."""
    if frame.content is None or frame.settled or frame.content[1] > frame.clause[0] + 1 or not scene.is_quoted(frame.content[0]):
        return
    quotations = scene.quotations.inside(*frame.content)
    if quotations and RANK.fullmatch(scene.text, quotations[-1].end, frame.content[1]):
        frame.content = (frame.content[0], quotations[-1].end)


def _speaker_before(scene: Scene, frames: list[Frame], q: Quotation) -> Frame | None:
    """Whose quotation follows the sentence right before it: The talks failed, the envoy said. "We tried everything." """
    ending = [
        f
        for f in frames
        if f.form in SPEAKING
        and f.speaker is not None
        and f.sentence.end <= q.start
        and f.content is not None
        and not WORD.search(scene.text[f.sentence.end : q.start])
    ]
    stop = scene.text[q.end - 2 : q.end + 1]
    return ending[-1] if ending and any(c in ".!?" for c in stop) else None


def replace_content(frame: Frame, q: Quotation) -> Frame:
    """The same speaker and cue with a further quotation as what was said."""
    return Frame(
        frame.sentence,
        frame.cue,
        "continued",
        frame.words,
        frame.speaker,
        frame.clause,
        (q.start, q.end),
        addressee=frame.addressee,
        relays=frame.relays,
        verb=frame.verb,
        settled=True,
    )


def _overlapping(frames: list[Frame], q: Quotation) -> list[Frame]:
    """Frames whose content shares characters with the quotation, those of cues that speak first, the longest first."""
    sharing = [f for f in frames if f.content and f.content[0] < q.end and q.start < f.content[1] and not _inside(f.clause, q)]
    return sorted(sharing, key=lambda f: (f.form not in SPEAKING, -(f.content[1] - f.content[0]) if f.content else 0))


def _inside(clause: tuple[int, int], q: Quotation) -> bool:
    return q.start <= clause[0] and clause[1] <= q.end


def _cover(scene: Scene, frame: Frame, q: Quotation) -> None:
    if frame.content is None:
        frame.content = (q.start, q.end)
    elif not frame.settled or (frame.content[0] < q.end and q.start < frame.content[1]):
        frame.content = (min(frame.content[0], q.start), max(frame.content[1], q.end))


def _is_said(scene: Scene, q: Quotation) -> bool:
    """Is it speech rather than a title or a scare quotation: three words or more, or a stop before its closing mark?"""
    inner = scene.text[q.inner[0] : q.inner[1]]
    return len(WORD.findall(inner)) >= 3 or inner.rstrip()[-1:] in ",.!?…—–"


def _opened_by_colon(scene: Scene, q: Quotation) -> bool:
    return scene.text[max(0, q.start - 3) : q.start].rstrip().endswith((":", ","))


def _beside(scene: Scene, frames: list[Frame], q: Quotation) -> Frame | None:
    """The cue that stands right after the quotation, else the nearest before it in its sentence."""
    text = scene.text
    for f in frames:
        if f.form in SPEAKING and q.end <= f.clause[0] and f.sentence.start < q.end + 3 and _short(text[q.end : f.clause[0]], 3):
            apart = f.content is not None and f.content[0] > f.clause[0] and text[q.inner[1] - 1] == "."
            return None if apart else f  # "We won." Xi said he was glad: who won, the sentences before tell
    before = [
        f
        for f in frames
        if f.form in SPEAKING
        and f.clause[1] <= q.start <= f.sentence.end + 1
        and _leads(text[f.clause[1] : q.start])
        and (f.content is None or f.content[1] >= q.start - 3 or f.content[0] < f.clause[0])
    ]
    return max(before, key=lambda f: f.clause[1], default=None)


def _short(between: str, words: int) -> bool:
    return len(WORD.findall(between)) <= words and not re.search(r"[.!?;:](\s|$)", between.strip("\"'”’»“ ") + " ")


def _leads(between: str) -> bool:
    return len(WORD.findall(between)) <= LONGEST_GAP and not re.search(r"[.!?;]\s", between)


def _joined(scene: Scene, owner: Frame, last: Quotation, q: Quotation) -> bool:
    """Does the quotation go on from the last one: only the cue's clause, or nothing, between them?"""
    if owner.clause[0] < q.start and owner.sentence.end <= q.start and not WORD.search(scene.text[owner.sentence.end : q.start]):
        return True
    if last.end <= owner.clause[0] and owner.clause[1] <= q.start:
        between = scene.text[owner.clause[1] : q.start]
        return len(WORD.findall(between)) <= LONGEST_GAP and _one_stop(between) and _opened_by_colon(scene, q)
    return not WORD.search(scene.text[last.end : q.start])


def _one_stop(between: str) -> bool:
    return len(re.findall(r"[.!?](?:\s|$)", between)) <= 1


def continued(scene: Scene, paragraph: tuple[int, int], previous: Frame | None) -> Frame | None:
    """A paragraph that is a quotation from end to end, and the speaker whose quotation ended the paragraph before."""
    inside = scene.quotations.inside(*paragraph)
    if previous is None or not inside or previous.content is None:
        return None
    outside = scene.text[paragraph[0] : inside[0].start] + scene.text[inside[-1].end : paragraph[1]]
    outside += "".join(scene.text[a.end : b.start] for a, b in pairwise(inside))
    if WORD.search(outside) or not _is_said(scene, inside[0]) or not _same_mark(scene, previous, inside[0]):
        return None
    return Frame(
        previous.sentence,
        previous.cue,
        "continued",
        previous.words,
        previous.speaker,
        previous.clause,
        (inside[0].start, inside[-1].end),
        addressee=previous.addressee,
        relays=previous.relays,
        verb=previous.verb,
    )


def _same_mark(scene: Scene, previous: Frame, q: Quotation) -> bool:
    """Is it opened by the kind of mark that the quotation before was opened by?"""
    before = scene.quotations.touching(*previous.content) if previous.content else []
    return not before or scene.text[q.start] in {scene.text[b.start] for b in before}


def goes_on(scene: Scene, frames: list[Frame], paragraph: tuple[int, int], previous: Frame | None) -> Frame | None:
    """A whole sentence in quotation marks that begins a paragraph and has no cue: the speaker of the paragraph before."""
    inside = scene.quotations.inside(*paragraph)
    if not inside or inside[0].start > paragraph[0] + 1 or scene.text[inside[0].inner[1] - 1] not in ".!?":
        return None
    q = inside[0]
    if any(f.content and f.content[0] < q.end and q.start < f.content[1] for f in frames) or not _is_said(scene, q):
        return None
    after = [f for f in frames if f.form in SPEAKING and f.sentence.start <= q.end + 2 and f.speaker is not None]
    if previous is not None and not _same_mark(scene, previous, q):
        return None
    source = previous or (after[0] if after else None)
    return replace_content(source, q) if source is not None else None


def waiting(scene: Scene, frames: list[Frame], paragraph: tuple[int, int]) -> Frame | None:
    """The cue of a paragraph that ends in a colon and has no content yet: the next paragraph is what was said."""
    if not scene.text[paragraph[0] : paragraph[1]].rstrip().endswith(":"):
        return None
    open_frames = [f for f in frames if f.form in SPEAKING and (f.content is None or f.content[1] <= f.clause[0])]
    ending = [f for f in open_frames if f.sentence.end >= paragraph[1] - 2 and f.content is None]
    return ending[0] if ending else None

"""quotes: who said what, in PolNeAR's terms.

PolNeAR counts views and wishes as attributions, so the words are widened (`Reporting.widened`, an option of the
product), and it allows no attribution inside another, so nested statements are left out here.
"""

import re
from collections.abc import Iterator

from bench.tasks.common import read_text
from dragoman.extract.statements import find_statements
from dragoman.lexicon.files import layers
from dragoman.lexicon.reporting import Reporting
from dragoman.records import Document, Entity, Mention, Sentence, Statement, Time
from dragoman.text.quotes import find_quotations, outermost

WHO = re.compile(r"\b(?:who|which|that)\b")
THAT = re.compile(r"that,?\s+$", re.IGNORECASE)


def solve(rows: Iterator[dict]) -> Iterator[dict]:
    """Attributions of each text."""
    folders = layers(None)
    narrow, wide = Reporting.load(folders), Reporting.widened(folders)
    for row in rows:
        made = read_text(row["input"]["text"])
        document = made[Document][0]
        read = [made[kind] for kind in (Sentence, Mention, Entity, Time)]
        spoken, more = (list(find_statements(document, *read, words)) for words in (narrow, wide))
        yield {"id": row["id"], "attributions": attributions(document.text, spoken, more)}


def attributions(text: str, spoken: list[Statement], more: list[Statement]) -> list[dict]:
    """Statements that lie in no other, words before views; their content without the cue's own words."""
    chosen = _outer(spoken)
    cues = {s.cue_start for s in spoken}
    views = _outer([s for s in more if s.cue_start not in cues])
    chosen += [s for s in views if not any(_in(s, other) or _in(other, s) for other in chosen)]
    return [
        {
            "source": source(text, s),
            "cue": [[s.cue_start, s.cue_end]] if s.cue_start is not None else [],
            "content": pieces(text, s),
        }
        for s in chosen
    ]


def _outer(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if not any(_in(s, other) for other in statements if other is not s)]


def source(text: str, s: Statement) -> list[list[int]]:
    """The speaker's words, and the "who" by which PolNeAR names the speaker of a relative clause."""
    if s.speaker_start is None or s.speaker_end is None:
        return []
    found = [[s.speaker_start, s.speaker_end]]
    if s.cue_start is not None and s.speaker_end < s.cue_start:
        found += [[s.speaker_end + m.start(), s.speaker_end + m.end()] for m in WHO.finditer(text[s.speaker_end : s.cue_start])]
    return found


def _in(inner: Statement, outer: Statement) -> bool:
    if inner.cue_start is None:
        return False
    own = outer.cue_start is not None and outer.cue_start <= inner.cue_start < (outer.cue_end or 0)
    return outer.start <= inner.cue_start < outer.end and not own


def pieces(text: str, s: Statement) -> list[list[int]]:
    """The content as spans: 'that' in front belongs to it, an interrupting 'he said on Monday,' does not."""
    start = s.start
    quotations = [q for q in outermost(find_quotations(text[s.start - 1 : s.end + 1])) if q.depth == 0]
    if s.kind == "direct" and len(quotations) > 1:
        return [[s.start - 1 + q.start, s.start - 1 + q.end] for q in quotations]
    if found := THAT.search(text, max(0, start - 8), start):
        start = found.start()
    holes = [
        (a, b)
        for a, b in ((s.cue_start, s.cue_end), (s.speaker_start, s.speaker_end))
        if a is not None and start <= a and b <= s.end
    ]
    if not holes:
        return [[start, s.end]]
    low, high = min(a for a, _ in holes), max(b for _, b in holes)
    quotations = outermost(find_quotations(text[start : s.end + 1]))
    after = [q.start + start for q in quotations if q.start + start >= high]
    high = after[0] if after and s.kind == "direct" else high
    return [span for span in ([start, low], [high, s.end]) if span[1] - span[0] > 1]

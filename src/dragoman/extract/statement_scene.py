"""What the reading of statements looks at: one page's text, quotations, mentions and words, and the frame it fills."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.lexicon.reporting import Cue, Reporting
from dragoman.records import Document, Entity, Mention, Sentence
from dragoman.text.quotes import Quotation, find_quotations, outermost
from dragoman.text.spans import SpanIndex, trim

Chars = tuple[int, int]
SHOUTED = re.compile(r"[\"“]?[A-Z][A-Z.'’ -]{2,40}(?: \([\w .'’-]{2,40}\))?: ")
# BEIJING (Reuters) - ; TOKYO, March 4 (Kyodo) -- ; Beijing, 1 March 2023 (dpa/MIA) - ; NEW DELHI: ;
# MOSCOW, March 4. /TASS/. ; Riyadh, May 3, 2024, SPA --
DATELINE = re.compile(
    r"(?:[A-Z][A-Z .,'/-]{2,40}(?:, [\w. ]{2,25})?|[A-Z][\w .,'/-]{2,50}(?=\())"  # the town, and a day
    r"\s*(?:\([^()]{2,40}\)|/[A-Z]+/\.?)?\s*(?:[-–—]+|\.-|:(?= [A-Z]))\s*(?=\S)"  # the agency, and a dash
    r"|[A-Z][\w .]{2,30}, [\w ,]{4,30}, [A-Z]{2,6} -- "
    r"|[A-Z][A-Z ]{2,30}(?:, \w+ \d{1,2})?\. /[A-Z]{2,8}/\. "
    r"|\([A-Z]{2,8}\) ?[-–—] ?[A-Z][A-Z .]{2,25}(?:, [A-Z]{3,9} \d{1,2})? ?[-–—] "
)
EDGES = " \t\r\n,;:–—-"


@dataclass(slots=True)
class Frame:
    """A cue with its speaker and, once it is known, what was said."""

    sentence: Sentence
    cue: Cue
    form: str  # clause, object, to ... ; source, noun, block, transcript
    words: list[int]  # the cue's words
    speaker: int | None  # head of the words that name who speaks
    clause: Chars  # from the first to the last character of speaker and cue
    content: Chars | None = None
    addressee: int | None = None
    relays: tuple[int, ...] = ()  # heads of the words that name who passes it on
    verb: int = 0
    holes: list[Chars] = field(default_factory=list)  # the cue's clause between two parts of a quotation
    settled: bool = False  # the content does not grow into quotations beside it

    def __post_init__(self) -> None:
        self.verb = self.verb or (self.words[-1] if self.words else 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """One page with its quotations and mentions at hand."""

    document: Document
    words: Reporting
    quotations: SpanIndex[Quotation]
    quoted: bytearray  # 1 for each character inside outer quotation marks, marks included
    mentions: SpanIndex[Mention]
    entities: dict[str, Entity]
    is_transcript: bool = False  # two paragraphs or more begin with a name in capitals and a colon

    @classmethod
    def of(cls, document: Document, mentions: Iterable[Mention], entities: Iterable[Entity], words: Reporting) -> "Scene":
        """The scene of a page."""
        outer = outermost(find_quotations(document.text, document.body))
        quoted = bytearray(len(document.text))
        for q in outer:
            quoted[q.start : q.end] = b"\x01" * (q.end - q.start)
        index = SpanIndex(outer)
        return cls(document, words, index, quoted, SpanIndex(mentions), {e.id: e for e in entities}, _is_transcript(document))

    @property
    def text(self) -> str:
        """The page's text."""
        return self.document.text

    def is_quoted(self, place: int) -> bool:
        """Does the character stand inside quotation marks?"""
        return bool(self.quoted[place])

    def trimmed(self, start: int, end: int) -> Chars:
        """The span without spaces, commas and dashes at its ends, and with its quotation marks whole or not at all."""
        start, end = trim(self.text, start, end, EDGES)
        for q in self.quotations.touching(start, end):
            if q.start < start < q.end <= end:  # the opening mark was left outside
                start = q.start if start <= q.inner[0] else start
            if start <= q.start < end < q.end and end >= q.inner[1]:
                end = q.end
        return start, end

    def kind(self, start: int, end: int, without: Iterable[Chars] = ()) -> str:
        """direct, mixed or indirect: how much of a content stands in quotation marks."""
        if not self.quoted.count(1, start, end):
            return "indirect"
        holes = tuple(without)
        inside = outside = False
        for i in range(start, end):
            if self.text[i].isalnum() and not any(a <= i < b for a, b in holes):
                inside, outside = inside or bool(self.quoted[i]), outside or not self.quoted[i]
                if inside and outside:
                    return "mixed"
        return "direct" if inside else "indirect"

    def unmarked(self, start: int, end: int) -> Chars:
        """A direct content without its outer marks."""
        touching = self.quotations.touching(start, end)
        if touching:
            first, last = touching[0], touching[-1]
            if start < first.inner[0]:
                start = first.inner[0]
            if last.closed and end > last.inner[1]:
                end = last.inner[1]
        return trim(self.text, start, end, EDGES)


def _is_transcript(document: Document) -> bool:
    return sum(1 for start, end in document.body if SHOUTED.match(document.text, start, end)) > 1

"""Which two mentions report one happening: keys bring them together, a comparison decides."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.lexicon.families import stem
from dragoman.reconcile.groups import by_key, pairs
from dragoman.reconcile.parties import Parties, can_be_same
from dragoman.records.across import Story
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.mention import Mention
from dragoman.text.spans import SpanIndex

FILE = re.compile(r"events/([\w-]+)\.toml#([\w-]+)")
WORD = re.compile(r"[^\W\d_]{3,}")
COMMON = frozenset(
    {
        *("the", "and", "for", "with", "that", "this", "which", "from", "his", "her", "its", "their", "our", "your"),
        *("was", "were", "are", "has", "have", "had", "been", "being", "will", "would", "said", "says", "say", "not", "but"),
        *("who", "whom", "about", "after", "before", "during", "into", "over", "under", "than", "also", "more", "most"),
        *("other", "some", "any", "all", "both"),
    }
)
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
OFTEN = re.compile(r"\b(times|repeatedly|regularly|frequently|often|always|every|again and again)\b", re.IGNORECASE)
ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! (?:of|world|largest|biggest))", re.IGNORECASE
)
BY_DOING = re.compile(r"\bby\s+$")
MEETING = frozenset({"consult"})
AHEAD = 120
TIGHT = timedelta(days=3)
SHARED_WORDS = 3
FEW = 200
LEAD = 2
MONTHS = frozenset(calendar.month_name[1:])
Interval = tuple[date, date]


class Looks:
    """What a comparison needs to know beside the two mentions."""

    def __init__(self, documents: list[Document], entities: list[Entity], stories: list[Story], mentions: list[Mention]) -> None:
        self.parties = Parties(entities)
        self.leads = {d.id: d.body[min(LEAD, len(d.body)) - 1][1] for d in documents if d.body}
        self._named = {name: SpanIndex(rows) for name, rows in by_key(mentions, lambda m: [m.document]).items()}
        self.text = {document.id: document.text for document in documents}
        self.story = {name: story.id for story in stories for name in story.documents}
        self._words: dict[str, frozenset[str]] = {}
        self._names = {e.id: {stem(w.lower())[:6] for w in WORD.findall(" ".join((e.name, *e.aliases)))} for e in entities}

    def words(self, mention: EventMention) -> frozenset[str]:
        """What a clause and the rest of its sentence say, without common words and the parties' names; stems of six letters."""
        if mention.id not in self._words:
            text = self.text.get(mention.document, mention.text)
            stop = SENTENCE_END.search(text, mention.trigger_end)
            end = max(mention.end, min(stop.start() if stop else len(text), mention.trigger_end + AHEAD))
            said = {stem(word.lower())[:6] for word in WORD.findall(text[mention.start : end]) if word.lower() not in COMMON}
            named = (self._names.get(entity, set()) for entity in (*mention.actors, *mention.recipients))
            self._words[mention.id] = frozenset(said.difference(*named))
        return self._words[mention.id]

    def days(self, mention: EventMention) -> Interval | None:
        """The interval of a mention; None when it has none of its own: far down a page its day of printing proves little."""
        told_late = mention.start >= self.leads.get(mention.document, 0)
        if mention.date_from == "published" and mention.statement is None and told_late:
            return None
        return days(mention)

    def width(self, mention: EventMention) -> timedelta:
        """How wide the interval is; what has none is widest."""
        found = self.days(mention)
        return timedelta.max if found is None else found[1] - found[0]

    def people(self, mention: EventMention) -> dict[str, set[str]]:
        """People of the states that meet: those named as parties, else those named in the same sentence."""
        named = self.parties.people(mention)
        if mention.document not in self._named or act(mention) not in MEETING:
            return named
        text, found = self.text.get(mention.document, ""), dict(named)
        start, end = _sentence(text, mention.trigger_start)
        for one in self._named[mention.document].inside(start, end):
            party = self.parties.party(one.entity)
            if party.person and party.state in self.parties.states(mention) and party.state not in named:
                found.setdefault(party.state, set()).add(party.person)
        return found

    def keys(self, mention: EventMention) -> Iterator[tuple[str, ...]]:
        """Groups that a mention may meet others in: its act between its states."""
        states = self.parties.states(mention)
        if not OFTEN.search(mention.text):
            yield (act(mention), *states)
            yield ("in", mention.document, *states)


def act(mention: EventMention) -> str:
    """The kind of act, whatever its status made of it: a planned meeting is a meeting."""
    found = FILE.match(mention.rule)
    return found[1] if found else mention.event_type.lower()


def links(mentions: list[EventMention], looks: Looks) -> Iterator[tuple[str, str]]:
    """Pairs that report one happening; no chain of pairs joins two different days."""
    joined: dict[str, list[EventMention]] = {}
    for _, group in sorted(by_key(mentions, looks.keys).items()):
        ordered = sorted(group, key=lambda m: (looks.width(m), looks.days(m) or (date.max, date.max), m.id))
        sure = [m for m in ordered if looks.width(m) <= TIGHT]
        for a, b in pairs(ordered):
            if same(a, b, looks, sure) and _compatible(joined, a, b, looks):
                merged = [*joined.get(a.id, [a]), *(m for m in joined.get(b.id, [b]) if m not in joined.get(a.id, [a]))]
                for mention in merged:
                    joined[mention.id] = merged
                yield a.id, b.id


def _compatible(joined: dict[str, list[EventMention]], a: EventMention, b: EventMention, looks: Looks) -> bool:
    """May everything joined with one be joined with everything joined with the other?"""
    ours, theirs = joined.get(a.id, [a])[:20], joined.get(b.id, [b])[:20]
    return all(not differ(x, y, looks) for x in ours for y in theirs if x is not y)


def same(a: EventMention, b: EventMention, looks: Looks, sure: list[EventMention]) -> bool:
    """Do two mentions of one act between the same states report one happening? `sure` are those of the group with a day."""
    if differ(a, b, looks):
        return False
    if a.document == b.document and _by_doing(a, b, looks):
        return True
    if act(a) != act(b):
        return False
    if act(a) not in MEETING and looks.parties.directed(a) != looks.parties.directed(b):
        return False
    alike = _alike(a, b, looks)
    if looks.days(a) is None or looks.days(b) is None:
        return _undated(a, b, looks, alike)
    if looks.width(a) <= TIGHT and looks.width(b) <= TIGHT:
        return act(a) in MEETING or alike
    return (act(a) in MEETING or alike) and _only_one_inside(a, b, sure, looks)


def differ(a: EventMention, b: EventMention, looks: Looks) -> bool:
    """Does anything tell two mentions apart: their days, people, places, ordinals, a denial?"""
    one, other = looks.days(a), looks.days(b)
    if one is not None and other is not None and (one[1] < other[0] or other[1] < one[0]):
        return True
    if (a.status == "negated") != (b.status == "negated"):
        return True
    if a.place and b.place and a.document != b.document and not _same_place(a.place, b.place):
        return True
    return not can_be_same(looks.people(a), looks.people(b)) or _ordinals_differ(a, b)


def _ordinals_differ(a: EventMention, b: EventMention) -> bool:
    one, other = ({word.lower() for word in ORDINAL.findall(m.text)} for m in (a, b))
    return bool(one) and bool(other) and not one & other


def _same_place(a: str, b: str) -> bool:
    """ "Beijing" and "the Great Hall in Beijing" are; a hall and a town may be: only two towns differ for sure."""
    if {a, b} & MONTHS:
        return True
    one, other = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return one in other or other in one or " " in one or " " in other


def days(mention: EventMention) -> Interval | None:
    """The interval of a mention, which may be open at its end; None when it has none."""
    return None if mention.date_start is None else (mention.date_start, mention.date_end or date.max)


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, roughly."""
    before = [found.end() for found in SENTENCE_END.finditer(text, max(0, place - 600), place)]
    after = SENTENCE_END.search(text, place)
    return before[-1] if before else max(0, place - 600), after.start() if after else len(text)


def _by_doing(a: EventMention, b: EventMention, looks: Looks) -> bool:
    """ "backed the invasion by allowing Moscow to use its territory": one act told as the other's means."""
    first, second = sorted((a, b), key=lambda m: m.trigger_start)
    before = looks.text.get(a.document, "")[max(0, second.trigger_start - 8) : second.trigger_start]
    inside = first.start <= second.trigger_start < first.end + 60
    return inside and bool(BY_DOING.search(before)) and looks.parties.directed(a)[0] == looks.parties.directed(b)[0]


def _alike(a: EventMention, b: EventMention, looks: Looks) -> bool:
    """Do two sentences share enough words, or the entry of the act and two of its words?"""
    shared = len(looks.words(a) & looks.words(b))
    return shared >= SHARED_WORDS or (a.rule.split()[0] == b.rule.split()[0] and shared >= 2)


def _undated(a: EventMention, b: EventMention, looks: Looks, alike: bool) -> bool:
    """A mention without a day joins one of its own document, or of its story, that tells the same."""
    if a.document == b.document:
        return (act(a) in MEETING and _same_people(a, b, looks)) or alike
    together = looks.story.get(a.document, a.document) == looks.story.get(b.document, b.document)
    return alike and (together or act(a) not in MEETING)


def _same_people(a: EventMention, b: EventMention, looks: Looks) -> bool:
    one, other = looks.people(a), looks.people(b)
    return bool(one) and one == other


def _only_one_inside(a: EventMention, b: EventMention, sure: list[EventMention], looks: Looks) -> bool:
    """Is there but one day in the group that "in March" can mean?"""
    wide = max((a, b), key=lambda m: (looks.width(m), m.id))
    reach = looks.days(wide)
    if reach is None:
        return False
    inside = [m for m in sure if (found := looks.days(m)) and reach[0] <= found[0] and found[1] <= reach[1]][:FEW]
    firsts = sorted(m.date_start for m in inside if m.date_start and can_be_same(looks.people(m), looks.people(wide)))
    return bool(firsts) and firsts[-1] - firsts[0] <= TIGHT

"""Which two mentions report one happening: keys bring them together, a comparison decides."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.lexicon.families import stem
from dragoman.reconcile.groups import by_key, pairs
from dragoman.reconcile.parties import Parties
from dragoman.records.across import Story
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention

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
Interval = tuple[date, date]


class Looks:
    """What a comparison needs to know beside the two mentions."""

    def __init__(self, documents: list[Document], entities: list[Entity], stories: list[Story]) -> None:
        self.parties = Parties(entities)
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
        ordered = sorted(group, key=lambda m: (width(m), days(m) or (date.max, date.max), m.id))
        sure = [m for m in ordered if width(m) <= TIGHT]
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
    if days(a) is None or days(b) is None:
        return _undated(a, b, looks, alike)
    if width(a) <= TIGHT and width(b) <= TIGHT:
        return act(a) in MEETING or alike
    return (act(a) in MEETING or alike) and _only_one_inside(a, b, sure, looks)


def differ(a: EventMention, b: EventMention, looks: Looks) -> bool:
    """Does anything tell two mentions apart: their days, people, places, ordinals, a denial?"""
    one, other = days(a), days(b)
    if one is not None and other is not None and (one[1] < other[0] or other[1] < one[0]):
        return True
    if (a.status == "negated") != (b.status == "negated"):
        return True
    if a.place and b.place and a.document != b.document and not _same_place(a.place, b.place):
        return True
    return not looks.parties.can_be_same(a, b) or _ordinals_differ(a, b)


def _ordinals_differ(a: EventMention, b: EventMention) -> bool:
    one, other = ({word.lower() for word in ORDINAL.findall(m.text)} for m in (a, b))
    return bool(one) and bool(other) and not one & other


def _same_place(a: str, b: str) -> bool:
    """ "Beijing" and "the Great Hall in Beijing" are; a hall and a town may be: only two towns differ for sure."""
    one, other = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return one in other or other in one or " " in one or " " in other


def days(mention: EventMention) -> Interval | None:
    """The interval of a mention; None when it has none."""
    return None if mention.date_start is None else (mention.date_start, mention.date_end or mention.date_start)


def width(mention: EventMention) -> timedelta:
    """How wide the interval is; what has none is widest."""
    found = days(mention)
    return timedelta.max if found is None else found[1] - found[0]


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
    one, other = looks.parties.people(a), looks.parties.people(b)
    return bool(one) and one == other


def _only_one_inside(a: EventMention, b: EventMention, sure: list[EventMention], looks: Looks) -> bool:
    """Is there but one day in the group that "in March" can mean?"""
    wide = max((a, b), key=lambda m: (width(m), m.id))
    reach = days(wide)
    if reach is None:
        return False
    inside = [m for m in sure if (found := days(m)) and reach[0] <= found[0] and found[1] <= reach[1]][:FEW]
    firsts = sorted(m.date_start for m in inside if m.date_start and looks.parties.can_be_same(m, wide))
    return bool(firsts) and firsts[-1] - firsts[0] <= TIGHT

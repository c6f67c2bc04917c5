"""What is compared when mentions of events are: their days, people, places and words, worked out once each."""

import calendar
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.reconcile.days import shifted
from dragoman.reconcile.groups import by_key
from dragoman.reconcile.origins import origins_of
from dragoman.reconcile.parties import Parties
from dragoman.reconcile.stems import COMMON, short_stem
from dragoman.records.across import Copy, Story
from dragoman.records.document import Document
from dragoman.records.entity import Entity
from dragoman.records.event import EventMention
from dragoman.records.mention import Mention
from dragoman.text.spans import SpanIndex

FILE = re.compile(r"events/([\w-]+)\.toml#([\w-]+)")
WORD = re.compile(r"[^\W\d_]{3,}")
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
OFTEN = re.compile(r"\b(times|repeatedly|regularly|frequently|often|always|every|again and again)\b", re.IGNORECASE)
ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! (?:of|world|largest|biggest))", re.IGNORECASE
)
RELATIVE = re.compile(r"(?:that|which|whom)\b")
ANTECEDENT = 60
REPORTED, PLANNED = timedelta(days=1), timedelta(days=31)
MEETING = frozenset({"consult"})
MONTHS = frozenset(calendar.month_name[1:])
AHEAD = 120
TIGHT, MONTHLY, YEARLY = timedelta(days=3), timedelta(days=62), timedelta(days=400)
LEAD = 2
FEW = 200
Interval = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mention says, ready to be compared."""

    mention: EventMention
    act: str
    states: tuple[str, ...]
    directed: tuple[tuple[str, ...], tuple[str, ...]]
    people: dict[str, set[str]]
    days: Interval | None
    ordinals: frozenset[str]
    words: frozenset[str]
    story: str
    origin: str

    @property
    def width(self) -> timedelta:
        """How wide the interval is; what has none is widest."""
        return timedelta.max if self.days is None else self.days[1] - self.days[0]

    @property
    def is_meeting(self) -> bool:
        """Is it an act that its parties do together on a day, whatever words tell it?"""
        return self.act in MEETING


def act_of(mention: EventMention) -> str:
    """The kind of act, whatever its status made of it: a planned meeting is a meeting."""
    found = FILE.match(mention.rule)
    return found[1] if found else mention.event_type.lower()


class Reader:
    """Works out the facts of mentions."""

    def __init__(
        self, documents: list[Document], entities: list[Entity], stories: list[Story], mentions: list[Mention],
        copies: list[Copy],
    ) -> None:  # fmt: skip
        self._origin = origins_of(documents, copies)
        self.parties = Parties(entities)
        self.text = {document.id: document.text for document in documents}
        self._leads = {d.id: d.body[min(LEAD, len(d.body)) - 1][1] for d in documents if d.body}
        self._named = {name: SpanIndex(rows) for name, rows in by_key(mentions, lambda m: [m.document]).items()}
        self._story = {name: story.id for story in stories for name in story.documents}
        self._names = {e.id: {short_stem(w.lower()) for w in WORD.findall(" ".join((e.name, *e.aliases)))} for e in entities}

    def facts(self, mention: EventMention) -> Facts:
        """The facts of one mention."""
        states = self.parties.states(mention)
        return Facts(
            mention=mention, act=act_of(mention), states=states, directed=self.parties.directed(mention),
            people=self._people(mention, states), days=self._days(mention), words=self._words(mention),
            ordinals=frozenset(word.lower() for word in ORDINAL.findall(mention.text)),
            story=self._story.get(mention.document, mention.document),
            origin=self._origin.get(mention.document, mention.document),
        )  # fmt: skip

    def _words(self, mention: EventMention) -> frozenset[str]:
        """What a clause and the rest of its sentence say, without common words and the parties' names; stems of six letters."""
        text = self.text.get(mention.document, mention.text)
        stop = SENTENCE_END.search(text, mention.trigger_end)
        end = max(mention.end, min(stop.start() if stop else len(text), mention.trigger_end + AHEAD))
        start = mention.start
        if RELATIVE.match(mention.text):  # "the pact that Chad and Libya signed": what was signed stands before the clause
            start = max(sentence_around(text, start)[0], start - ANTECEDENT)
        said = {short_stem(word.lower()) for word in WORD.findall(text[start:end]) if word.lower() not in COMMON}
        named = (self._names.get(entity, set()) for entity in (*mention.actors, *mention.recipients))
        return frozenset(said.difference(*named))

    def _days(self, mention: EventMention) -> Interval | None:
        """The interval of a mention; None when it has none of its own: far down a page its day of printing proves little."""
        told_late = mention.start >= self._leads.get(mention.document, 0)
        if mention.date_start is None or (mention.date_from == "published" and mention.statement is None and told_late):
            return None
        first, last = mention.date_start, mention.date_end or date.max
        if mention.date_from == "published" and mention.statement is None and last - first <= TIGHT:
            if mention.status in ("future", "hypothetical"):
                return first, shifted(last, PLANNED)
            return shifted(first, -REPORTED), last  # a copy printed the day after still tells of the day before
        return first, last

    def _people(self, mention: EventMention, states: tuple[str, ...]) -> dict[str, set[str]]:
        """People of the states that meet: those named as parties, else those named in the same sentence."""
        named = self.parties.people(mention)
        if mention.document not in self._named or act_of(mention) not in MEETING or len(named) == len(states):
            return named
        start, end = sentence_around(self.text.get(mention.document, ""), mention.trigger_start)
        found = dict(named)
        for one in self._named[mention.document].inside(start, end):
            party = self.parties.party(one.entity)
            if party.person and party.state in states and party.state not in named:
                found.setdefault(party.state, set()).add(party.person)
        return found


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, roughly."""
    before = [found.end() for found in SENTENCE_END.finditer(text, max(0, place - 600), place)]
    after = SENTENCE_END.search(text, place)
    return before[-1] if before else max(0, place - 600), after.start() if after else len(text)


def keys(facts: Facts) -> Iterator[tuple[str, ...]]:
    """Groups that a mention may meet others in: its act between its states, about its day; its document; its story."""
    if OFTEN.search(facts.mention.text):
        return
    base = (facts.act, *facts.states)
    yield ("document", facts.mention.document, *facts.states)
    yield ("story", facts.story, *base)
    yield ("origin", facts.origin, *base)
    if not facts.is_meeting:
        yield ("act", facts.mention.rule.split()[0], *base)
    if facts.days is not None:
        yield from (("days", period, *base) for period in periods(facts))


def periods(facts: Facts) -> Iterator[str]:
    """The days, months and years that an interval meets others in."""
    first, last = facts.days or (date.max, date.min)
    if facts.width <= TIGHT:
        yield from (str(first + timedelta(days=n)) for n in range((last - first).days + 1))
    if facts.width <= MONTHLY:
        yield from sorted({str(first + timedelta(days=n))[:7] for n in (*range(0, (last - first).days, 15), (last - first).days)})
    if facts.width <= YEARLY:
        yield from sorted({str(first.year), str(last.year)})


class Sure:
    """Mentions with a sure day, by act and states, in the order of their days."""

    def __init__(self, everything: list[Facts]) -> None:
        sure = by_key((f for f in everything if f.width <= TIGHT and f.days), lambda f: [(f.act, *f.states)])
        self._by_act = {key: sorted(rows, key=lambda f: (f.days, f.mention.id)) for key, rows in sure.items()}
        self._starts = {key: [f.days[0] for f in rows if f.days] for key, rows in self._by_act.items()}

    def inside(self, wide: Facts) -> list[Facts]:
        """Those of the same act and states within a wide interval; the first few of very many."""
        key, reach = (wide.act, *wide.states), wide.days
        if reach is None or key not in self._by_act:
            return []
        low, high = bisect_left(self._starts[key], reach[0]), bisect_right(self._starts[key], reach[1])
        return self._by_act[key][low : min(high, low + FEW)]
